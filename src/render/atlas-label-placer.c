// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-placer.h"

#include "atlas-basemap-private.h"
#include "atlas-label-fit.h"
#include "atlas-label-levels.h"

#include <math.h>

#define LINGER 0.12    /* zooms by which one must have passed the middle between two levels before the nearer one is shown */
#define BUILD_AHEAD 2  /* levels */
#define LETTER 0.46    /* half of the room that a character takes, of its size */
#define LINE_ROOM 0.42 /* half of that of a line of text, of its height */

struct _AtlasLabelPlacer
{
  AtlasBasemap     *basemap;
  AtlasLabelLevels *levels;
  int               last; /* level that was asked for, or -1 */

  AtlasLabelInkFunc ink; /* (nullable) */
  gpointer          ink_data;
  GFunc             func; /* (nullable): then levels are built in a thread */
  gpointer          user_data;
  GCancellable     *cancellable;
  int               building; /* up to which level, or -1 */
};

static AtlasLabelPlacer *
create (AtlasBasemap     *basemap,
        AtlasLabelLevels *levels) /* (transfer full) */
{
  AtlasLabelPlacer *self = g_new0 (AtlasLabelPlacer, 1);

  self->basemap = atlas_basemap_ref (basemap);
  self->levels = levels;
  self->cancellable = g_cancellable_new ();
  self->last = self->building = -1;

  return self;
}

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
  g_return_val_if_fail (basemap != NULL, NULL);
  g_return_val_if_fail (text_scale > 0, NULL);

  return create (basemap, atlas_label_levels_new (basemap, atlas_basemap_find_language (language), text_scale));
}

/**
 * atlas_label_placer_new_shared:
 * @basemap: a basemap
 * @language: (nullable): a BCP 47 tag, in which names are set, or "local"; %NULL is English
 * @text_scale: factor to all sizes of text
 *
 * Makes a placer that shares what it finds out with all others of these arguments, in any thread, before and after it.
 *
 * Returns: (transfer full): the placer
 */
AtlasLabelPlacer *
atlas_label_placer_new_shared (AtlasBasemap *basemap,
                               const char   *language,
                               double        text_scale)
{
  g_return_val_if_fail (basemap != NULL, NULL);
  g_return_val_if_fail (text_scale > 0, NULL);

  return create (basemap, atlas_label_levels_get_shared (basemap, atlas_basemap_find_language (language), text_scale));
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
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  atlas_label_levels_unref (self->levels);
  atlas_basemap_unref (self->basemap);
  g_free (self);
}

/**
 * atlas_label_placer_set_background:
 * @self: a placer
 * @func: called with the placer whenever there is more to see
 * @user_data: for @func
 *
 * Lets levels be built in a thread from now on.
 */
void
atlas_label_placer_set_background (AtlasLabelPlacer *self,
                                   GFunc             func,
                                   gpointer          user_data)
{
  g_return_if_fail (self != NULL && func != NULL);

  self->func = func;
  self->user_data = user_data;
}

/**
 * atlas_label_placer_set_ink:
 * @self: a placer
 * @func: (nullable) (scope forever): tells where lines are drawn
 * @user_data: for @func
 *
 * Lets names keep off lines, if they can.
 */
void
atlas_label_placer_set_ink (AtlasLabelPlacer *self,
                            AtlasLabelInkFunc func,
                            gpointer          user_data)
{
  g_return_if_fail (self != NULL);

  self->ink = func;
  self->ink_data = user_data;
}

static void
built_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  AtlasLabelPlacer *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    return; /* cancelled: the placer is no more */

  self->building = -1;
  self->func (self, self->user_data);
}

/* A level serves from a quarter of a zoom before its own to a quarter after, and coming nearer a little longer, so that names
 * do not flicker where two meet. */
static int
get_level_index (AtlasLabelPlacer *self,
                 double            zoom)
{
  int nearest = (int) floor ((zoom + ATLAS_LABEL_AHEAD) * ATLAS_LABEL_LEVELS_A_ZOOM + 1e-6);
  int sure = (int) floor ((zoom + ATLAS_LABEL_AHEAD - LINGER) * ATLAS_LABEL_LEVELS_A_ZOOM + 1e-6);

  if (self->last >= 0 && self->last == sure)
    nearest = sure;
  self->last = CLAMP (nearest, ATLAS_LABEL_FIRST_LEVEL, ATLAS_LABEL_N_LEVELS - 1);

  return self->last;
}

static const AtlasLabelLevel *
get_level (AtlasLabelPlacer *self,
           int              *index)
{
  int last = MIN (*index + BUILD_AHEAD, ATLAS_LABEL_N_LEVELS - 1);
  int there = last;

  if (self->func == NULL)
    return atlas_label_levels_get (self->levels, *index);

  if (self->building < 0 && (atlas_label_levels_find (self->levels, &there) == NULL || there < last))
    {
      self->building = atlas_label_levels_find (self->levels, &there) == NULL || there < *index ? *index : last;
      atlas_label_levels_build_async (self->levels, self->building, self->cancellable, built_cb, self);
    }

  return atlas_label_levels_find (self->levels, index);
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
 * Unless levels are built in a thread the first view at a new half zoom takes some milliseconds, as the whole world is placed;
 * after that a view is a look-up.
 *
 * Returns: (transfer full) (element-type AtlasPlacedLabel): the names, most important first
 */
GArray *
atlas_label_placer_place (AtlasLabelPlacer     *self,
                          const AtlasLabelView *view,
                          const AtlasBox       *obstacles,
                          guint                 n_obstacles)
{
  int                    index = get_level_index (self, view->zoom);
  const AtlasLabelLevel *level = get_level (self, &index);

  if (level == NULL)
    return g_array_new (FALSE, FALSE, sizeof (AtlasPlacedLabel));

  return atlas_label_fit (level, index, self->basemap->strings, view, obstacles, n_obstacles, self->ink, self->ink_data);
}

guint
atlas_placed_label_get_n_boxes (const AtlasPlacedLabel *self)
{
  return self->glyphs != NULL ? self->n_glyphs : 1;
}

AtlasBox
atlas_placed_label_get_box (const AtlasPlacedLabel *self,
                            guint                   index)
{
  double x = self->x, y = self->y;
  double half_width = self->width / 2, half_height = self->height * LINE_ROOM;

  if (self->glyphs != NULL)
    {
      x += self->glyphs[index].x * self->stretch;
      y += self->glyphs[index].y * self->stretch;
      half_width = half_height = self->size * LETTER;
    }

  return (AtlasBox){ x - half_width, y - half_height, x + half_width, y + half_height };
}

void
atlas_placed_labels_drop_covered (GArray         *labels,
                                  const AtlasBox *covers,
                                  guint           n_covers)
{
  for (guint i = labels->len; i-- > 0;)
    {
      const AtlasPlacedLabel *label = &g_array_index (labels, AtlasPlacedLabel, i);
      gboolean                is_covered = FALSE;

      for (guint k = 0; k < n_covers && label->glyphs == NULL; k++)
        is_covered |= label->symbol_x > covers[k].x0 && label->symbol_x < covers[k].x1 && label->symbol_y > covers[k].y0 && label->symbol_y < covers[k].y1;
      if (is_covered)
        g_array_remove_index (labels, i);
    }
}
