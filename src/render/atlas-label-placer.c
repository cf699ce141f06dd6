// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-placer.h"

#include "atlas-basemap-private.h"
#include "atlas-label-level.h"
#include "atlas-mercator.h"

#include <math.h>

#define LEVELS_A_ZOOM 2
#define FIRST_LEVEL (2 * LEVELS_A_ZOOM)
#define N_LEVELS (14 * LEVELS_A_ZOOM + 1)
#define SYMBOL_RADIUS 4 /* px */

struct _AtlasLabelPlacer
{
  AtlasBasemap        *basemap;
  AtlasLabelFonts     *fonts;
  AtlasBasemapLanguage language;
  double               text_scale;
  GArray              *names; /* of AtlasLabelName, most important first */
  AtlasLabelLevel     *levels[N_LEVELS];
};

/**
 * atlas_label_placer_new:
 * @basemap: a basemap
 * @language: (nullable): a BCP 47 tag, in which names are set, or "local"; %NULL is English
 * @text_scale: factor to all sizes of text
 *
 * Makes a placer.
 *
 * Returns: (transfer full): the placer
 */
AtlasLabelPlacer *
atlas_label_placer_new (AtlasBasemap *basemap,
                        const char   *language,
                        double        text_scale)
{
  AtlasLabelPlacer *self;

  g_return_val_if_fail (basemap != NULL, NULL);
  g_return_val_if_fail (text_scale > 0, NULL);

  self = g_new0 (AtlasLabelPlacer, 1);
  self->basemap = atlas_basemap_ref (basemap);
  self->fonts = atlas_label_fonts_new ();
  self->text_scale = text_scale;
  self->language = atlas_basemap_find_language (language);
  self->names = atlas_label_names_collect (basemap, self->language);

  return self;
}

/**
 * atlas_label_placer_free:
 * @self: (transfer full): a placer
 *
 * Frees a placer, and with it all texts and letters it gave.
 */
void
atlas_label_placer_free (AtlasLabelPlacer *self)
{
  for (guint i = 0; i < N_LEVELS; i++)
    g_clear_pointer (&self->levels[i], atlas_label_level_free);
  g_array_unref (self->names);
  atlas_label_fonts_free (self->fonts);
  atlas_basemap_unref (self->basemap);
  g_free (self);
}

static int
get_level_index (double zoom)
{
  return CLAMP ((int) floor (zoom * LEVELS_A_ZOOM + 1e-6), FIRST_LEVEL, N_LEVELS - 1);
}

/* A level builds on the one before, always from the first on: what one sees does not depend on where one came from. */
static const AtlasLabelLevel *
get_level (AtlasLabelPlacer *self,
           int               index)
{
  for (int i = FIRST_LEVEL; i <= index; i++)
    if (self->levels[i] == NULL)
      self->levels[i] = atlas_label_level_new (self->basemap, self->language, self->names, self->fonts, self->text_scale,
                                               (double) i / LEVELS_A_ZOOM, i > FIRST_LEVEL ? self->levels[i - 1] : NULL);

  return self->levels[index];
}

/* A straight name looks the same at every level that sets it in the same size; a bent one is only itself. */
static guint64
get_id (const AtlasLabelPlacer *self,
        const AtlasLabelPlace  *place,
        int                     level,
        guint                   index)
{
  const guint64 bent = G_GUINT64_CONSTANT (1) << 63;

  if (place->glyphs != NULL)
    return bent | (guint64) level << 32 | index;

  return (guint64) (place->text - self->basemap->strings) | (guint64) place->style << 32 |
         (guint64) (place->size * 2) << 40 | (guint64) (place->spacing * 2) << 50;
}

static gboolean
boxes_overlap (const AtlasBox *boxes,
               guint           n_boxes,
               double          x,
               double          y,
               double          half_width,
               double          half_height)
{
  for (guint i = 0; i < n_boxes; i++)
    if (boxes[i].x0 < x + half_width && boxes[i].x1 > x - half_width &&
        boxes[i].y0 < y + half_height && boxes[i].y1 > y - half_height)
      return TRUE;

  return FALSE;
}

static gboolean
is_hidden (const AtlasPlacedLabel *label,
           const AtlasLabelPlace  *place,
           const AtlasBox         *obstacles,
           guint                   n_obstacles)
{
  double half = label->size / 2;

  if (n_obstacles == 0)
    return FALSE;
  if (label->has_symbol && boxes_overlap (obstacles, n_obstacles, label->symbol_x, label->symbol_y, SYMBOL_RADIUS, SYMBOL_RADIUS))
    return TRUE;
  if (label->glyphs == NULL)
    return boxes_overlap (obstacles, n_obstacles, label->x, label->y, place->width / 2.0, place->height / 2.0);

  for (guint i = 0; i < label->n_glyphs; i++)
    if (boxes_overlap (obstacles, n_obstacles, label->x + label->glyphs[i].x, label->y + label->glyphs[i].y, half, half))
      return TRUE;

  return FALSE;
}

static gboolean
is_in_view (const AtlasPlacedLabel *label,
            const AtlasLabelPlace  *place,
            const AtlasLabelView   *view)
{
  double half_width = place->width / 2.0 + SYMBOL_RADIUS;
  double half_height = place->height / 2.0 + SYMBOL_RADIUS;

  if (place->glyphs != NULL)
    half_width = half_height = half_width + half_height; /* at any angle */

  return MIN (label->x - half_width, label->symbol_x) < view->width && MAX (label->x + half_width, label->symbol_x) > 0 &&
         MIN (label->y - half_height, label->symbol_y) < view->height && MAX (label->y + half_height, label->symbol_y) > 0;
}

/**
 * atlas_label_placer_place:
 * @self: a placer
 * @view: what one looks at
 * @obstacles: (nullable) (array length=n_obstacles): boxes that names must keep clear of, px of the view
 * @n_obstacles: how many
 *
 * Finds the names in a view.
 *
 * The first view at a new half zoom takes some milliseconds, as the whole world is placed; after that a view is a look-up.
 *
 * Returns: (transfer full) (element-type AtlasPlacedLabel): the names, most important first
 */
GArray *
atlas_label_placer_place (AtlasLabelPlacer     *self,
                          const AtlasLabelView *view,
                          const AtlasBox       *obstacles,
                          guint                 n_obstacles)
{
  GArray                *labels = g_array_new (FALSE, FALSE, sizeof (AtlasPlacedLabel));
  int                    index = get_level_index (view->zoom);
  const AtlasLabelLevel *level = get_level (self, index);
  double                 world = atlas_mercator_world_size (view->zoom);

  for (guint i = 0; i < level->places->len; i++)
    {
      const AtlasLabelPlace *place = &g_array_index (level->places, AtlasLabelPlace, i);
      double                 x = (place->x - view->x) * world + view->width / 2;
      double                 y = (place->y - view->y) * world + view->height / 2;
      AtlasPlacedLabel       label = {
              .id = get_id (self, place, index, i),
              .style = place->style,
              .text = place->text,
              .size = place->size,
              .spacing = place->spacing,
              .x = x + place->dx,
              .y = y + place->dy,
              .has_symbol = place->has_symbol,
              .symbol_x = x,
              .symbol_y = y,
              .rank = place->rank,
              .glyphs = place->glyphs,
              .n_glyphs = place->n_glyphs,
      };

      if (is_in_view (&label, place, view) && !is_hidden (&label, place, obstacles, n_obstacles))
        g_array_append_val (labels, label);
    }

  return labels;
}
