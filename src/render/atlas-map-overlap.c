// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-scene-private.h"

#include "atlas-map-stroke.h"

#include <math.h>

#define APART 12.0 /* degrees by which hatches must differ to be told apart */

/* Turns of a hatch that are tried, degrees, best first. */
static const float turns[] = { 0, 90, 45, 20, -20, 70, -70, 33 };

static gboolean
has_point_in (AtlasGeometry *a,
              AtlasGeometry *b)
{
  const AtlasPoint *points = atlas_geometry_get_points (a);

  for (guint i = 0; i < atlas_geometry_get_n_points (a); i++)
    if (atlas_geometry_contains (b, points[i]))
      return TRUE;

  return FALSE;
}

/* Areas that share a border do not overlap, though a corner of the one may lie in the other: an inner point decides for small ones. */
static gboolean
overlaps (AtlasGeometry *a,
          AtlasGeometry *b)
{
  return atlas_box_overlaps (atlas_geometry_get_box (a), atlas_geometry_get_box (b)) && (has_point_in (a, b) || has_point_in (b, a));
}

/* The absolute angle of an item's hatch. */
static double
get_angle (AtlasMapScene *scene,
           guint          position,
           float          turn)
{
  AtlasKind kind = atlas_item_get_kind (atlas_dataset_get_item (scene->dataset, position));

  return atlas_map_hatch_get_angle (atlas_map_style_get (kind, ATLAS_STATUS_NONE, ATLAS_MAP_VARIANT_NONE).hatch) + (double) turn;
}

static gboolean
is_free (AtlasMapScene *scene,
         const guint   *areas,
         guint          area,
         float          turn)
{
  for (guint other = 0; other < area; other++)
    if ((scene->overlaps[area] >> other & 1) != 0 &&
        fabs (remainder (get_angle (scene, areas[area], turn) - get_angle (scene, areas[other], scene->states[areas[other]].turn), 180.0)) < APART)
      return FALSE;

  return TRUE;
}

void
atlas_map_scene_find_overlaps (AtlasMapScene *self)
{
  guint areas[ATLAS_MAP_MAX_OVERLAPS];
  guint n = 0;

  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset) && n < ATLAS_MAP_MAX_OVERLAPS; i++)
    if (self->states[i].has_areas)
      {
        AtlasGeometry *geometry = atlas_item_get_geometry (atlas_dataset_get_item (self->dataset, i));

        self->states[i].area = (guint8) n;
        areas[n++] = i;
        for (guint other = 0; other + 1 < n; other++)
          if (overlaps (geometry, atlas_item_get_geometry (atlas_dataset_get_item (self->dataset, areas[other]))))
            {
              self->overlaps[n - 1] |= G_GUINT64_CONSTANT (1) << other;
              self->overlaps[other] |= G_GUINT64_CONSTANT (1) << (n - 1);
            }
      }

  for (guint area = 0; area < n; area++)
    for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
      {
        self->states[areas[area]].turn = turns[i];
        if (is_free (self, areas, area, turns[i]))
          break;
      }
}

/* How many of the areas in @entries that are shown lie on or under the one at @position. */
void
atlas_map_scene_count_crowds (AtlasMapScene *self)
{
  guint64 shown = 0;

  for (guint i = 0; i < self->areas->len; i++)
    {
      const AtlasMapItemState *state = &self->states[g_array_index (self->areas, AtlasMapEntry, i).position];

      if (state->visibility == ATLAS_VISIBILITY_SHOWN && state->area < ATLAS_MAP_MAX_OVERLAPS)
        shown |= G_GUINT64_CONSTANT (1) << state->area;
    }
  for (guint i = 0; i < self->areas->len; i++)
    {
      AtlasMapEntry           *entry = &g_array_index (self->areas, AtlasMapEntry, i);
      const AtlasMapItemState *state = &self->states[entry->position];

      entry->turn = state->turn;
      entry->crowd = 0;
      for (guint64 rest = state->area < ATLAS_MAP_MAX_OVERLAPS ? shown & self->overlaps[state->area] : 0; rest != 0; rest &= rest - 1)
        entry->crowd++;
    }
}
