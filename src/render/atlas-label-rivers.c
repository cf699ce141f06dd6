// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-level.h"

#include "atlas-mercator.h"

#include <math.h>

#define FIRST_ZOOM 5
#define LATER 0.9     /* zooms: a river's name comes after the river itself */
#define SPACING 0.5   /* px between letters */
#define LIFT 2.2      /* px between the river and the foot of its name */
#define MAX_BEND 0.32 /* radians from letter to letter */
#define MIN_STRAIGHTNESS 0.93
#define APART 520 /* px between two names of one river */
#define MAX_HALVINGS 7
#define MIN_STRIDE 100 /* px between the positions that are tried */

typedef struct
{
  const AtlasBasemap *basemap;
  AtlasLabelFonts    *fonts;
  double              size; /* px */
  double              zoom;
  double              world; /* px */
  AtlasCollision     *taken;
  GArray             *places;
  AtlasLabelLine      line;
} Naming;

static void
build_line (Naming                 *self,
            const AtlasBasemapPart *part)
{
  double scale = self->world / ATLAS_BASEMAP_WORLD;
  int    level = (int) self->zoom - 1; /* a little coarser than the river: letters need a calm line */

  atlas_label_line_reset (&self->line);
  for (guint32 i = 0; i < part->n_vertices; i++)
    {
      AtlasBasemapVertex v = self->basemap->vertices[part->first_vertex + i];

      if (self->basemap->levels[part->first_vertex + i] <= level)
        atlas_label_line_add (&self->line, (AtlasPoint){ v.x * scale, v.y * scale });
    }
}

static gboolean
is_apart (const GArray *used,
          double        at)
{
  for (guint i = 0; i < used->len; i++)
    if (fabs (g_array_index (used, double, i) - at) < APART)
      return FALSE;

  return TRUE;
}

static gboolean
set_name (Naming     *self,
          const char *text,
          double      width,
          double      middle_along)
{
  AtlasLabelPlace place = {
    .style = ATLAS_LABEL_STYLE_RIVER,
    .text = text,
    .size = self->size,
    .spacing = SPACING,
    .width = (float) width,
    .height = (float) self->size,
  };
  AtlasLabelText setting = {
    .style = place.style,
    .text = text,
    .size = self->size,
    .spacing = SPACING,
    .lift = self->size * .30 + LIFT,
    .max_bend = MAX_BEND,
    .min_straightness = MIN_STRAIGHTNESS,
  };
  AtlasPoint middle;

  place.glyphs = atlas_label_line_set (&self->line, self->fonts, &setting, middle_along - width / 2, self->taken, &middle);
  if (place.glyphs == NULL)
    return FALSE;

  place.n_glyphs = (guint) g_utf8_strlen (text, -1);
  place.x = middle.x / self->world;
  place.y = middle.y / self->world;
  atlas_label_take_glyphs (self->taken, place.glyphs, place.n_glyphs, middle, self->size);
  g_array_append_val (self->places, place);

  return TRUE;
}

/* Tries the middle of a river, then its quarters, eighths and so on. As these are fractions a name keeps its place along the
 * river from zoom to zoom, and more appear between. */
static void
name_part (Naming                 *self,
           const AtlasBasemapPart *part,
           const char             *text,
           double                  width)
{
  g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (double));
  double scale = self->world / ATLAS_BASEMAP_WORLD;
  double length;

  if (hypot ((double) part->box.x1 - part->box.x0, (double) part->box.y1 - part->box.y0) * scale < width * 1.6)
    return;

  build_line (self, part);
  length = atlas_label_line_get_length (&self->line);
  for (int halving = 1; halving <= MAX_HALVINGS && length / (1 << halving) > MIN_STRIDE; halving++)
    for (int i = 1; i < 1 << halving; i += 2)
      {
        double at = length * i / (1 << halving);

        if (is_apart (used, at) && set_name (self, text, width, at))
          g_array_append_val (used, at);
      }
}

/**
 * atlas_label_rivers_place:
 * @basemap: a basemap
 * @language: of the names
 * @fonts: fonts
 * @text_scale: factor to all sizes of text
 * @zoom: for which to place
 * @taken: (inout): what is taken already, and then by rivers, too
 * @places: (inout) (element-type AtlasLabelPlace): where the names are added
 *
 * Places the names of rivers along them.
 */
void
atlas_label_rivers_place (const AtlasBasemap  *basemap,
                          AtlasBasemapLanguage language,
                          AtlasLabelFonts     *fonts,
                          double               text_scale,
                          double               zoom,
                          AtlasCollision      *taken,
                          GArray              *places)
{
  const AtlasBasemapLayerIndex *index = &basemap->layers[ATLAS_BASEMAP_RIVER];
  Naming                        naming = {
                           .basemap = basemap,
                           .fonts = fonts,
                           .size = (zoom >= 8 ? 10.5 : zoom >= 7 ? 10
                                                                 : 9.4) *
                                   text_scale,
                           .zoom = zoom,
                           .world = atlas_mercator_world_size (zoom),
                           .taken = taken,
                           .places = places,
  };

  if (zoom < FIRST_ZOOM)
    return;

  atlas_label_line_init (&naming.line);
  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *river = &basemap->features[index->first_feature + i];
      const char                *text = atlas_basemap_get_name (basemap, river->name, language);
      double                     width;

      if (text[0] == '\0' || river->kind == ATLAS_RIVER_IN_LAKE || river->min_zoom / 10.0 + LATER > zoom)
        continue;

      width = atlas_label_fonts_get_width (fonts, ATLAS_LABEL_STYLE_RIVER, text) * naming.size + SPACING * (double) g_utf8_strlen (text, -1);
      for (guint32 k = 0; k < river->n_parts; k++)
        name_part (&naming, &basemap->parts[river->first_part + k], text, width);
    }
  atlas_label_line_clear (&naming.line);
}
