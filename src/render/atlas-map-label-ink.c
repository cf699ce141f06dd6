// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-label-private.h"
#include "atlas-map-painter.h"
#include "atlas-mercator.h"
#include "atlas-planar.h"

#define LANES 6.5 /* zoom from which lines have lanes that are told apart */
#define TO 9.3    /* up to which they crowd; nearer each keeps to its own course */
#define MAX_ENTRIES 80
#define STEP 9.0 /* px */
#define CLEAR 1.0
#define LEAST_HALF 2.2 /* ties and bars stand out of thin lines */

static void
note_stretch (AtlasCollision *ink,
              AtlasPoint      a,
              AtlasPoint      b,
              double          half)
{
  int n = MAX ((int) ceil (atlas_planar_distance (a, b) / STEP), 1);

  for (int i = 0; i < n; i++)
    {
      double x = a.x + (b.x - a.x) * i / n, y = a.y + (b.y - a.y) * i / n;

      atlas_collision_add (ink, (AtlasBox){ x - half, y - half, x + half, y + half });
    }
}

void
atlas_map_label_note_ink (AtlasMapLabeling *self)
{
  const GArray *entries = self->scene->lines;

  if (self->zoom > TO || entries->len > MAX_ENTRIES)
    return;

  self->scene->ink = atlas_collision_new ();
  if (self->zoom >= LANES)
    self->ink = self->scene->ink;
  for (guint i = 0; i < entries->len; i++)
    {
      guint               position = g_array_index (entries, AtlasMapEntry, i).position;
      const AtlasMapPath *path;
      const AtlasPoint   *points;
      double              half = MAX (atlas_map_label_get_half_width (self, position), LEAST_HALF) + CLEAR;
      guint               begin = 0;

      if (self->scene->states[position].visibility != ATLAS_VISIBILITY_SHOWN)
        continue;

      path = atlas_map_label_build_path (self, position, ATLAS_PART_LINE);
      points = (const AtlasPoint *) (gpointer) path->points->data;
      for (guint run = 0; run < path->ends->len; run++)
        {
          guint end = g_array_index (path->ends, guint, run);

          for (guint k = begin; k + 1 < end; k++)
            note_stretch (self->scene->ink, points[k], points[k + 1], half);
          begin = end;
        }
    }
}

gboolean
atlas_map_painter_is_inked (AtlasMapScene       *scene,
                            const AtlasMapFrame *frame,
                            AtlasBox             box)
{
  double world, scale;

  g_return_val_if_fail (scene != NULL && frame != NULL, FALSE);

  if (scene->ink == NULL || scene->places == NULL)
    return FALSE;

  world = atlas_mercator_world_size (scene->places_zoom);
  scale = world / frame->to_px.xx;

  return atlas_collision_hits (scene->ink, (AtlasBox){ (box.x0 - frame->to_px.x0) * scale, (box.y0 - frame->to_px.y0) * scale,
                                                       (box.x1 - frame->to_px.x0) * scale, (box.y1 - frame->to_px.y0) * scale });
}
