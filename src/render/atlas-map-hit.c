// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter.h"

#include "atlas-map-painter-private.h"
#include "atlas-map-scene-private.h"

#include <math.h>

/* A cluster near the pointer. */
typedef struct
{
  guint  index;
  double distance; /* px */
} Near;

static int
compare_near (gconstpointer a,
              gconstpointer b)
{
  const Near *x = a;
  const Near *y = b;

  return (x->distance > y->distance) - (x->distance < y->distance);
}

/* Points are hit where they are drawn, which is at their cluster's place. */
static gboolean
accept_drawn_path (AtlasItem *item,
                   gpointer   user_data)
{
  AtlasMapScene           *scene = user_data;
  guint                    position = atlas_dataset_get_position (scene->dataset, item);
  const AtlasMapItemState *state = &scene->states[position];

  return position != G_MAXUINT && state->visibility != ATLAS_VISIBILITY_HIDDEN && (state->has_lines || state->has_areas);
}

static void
add_once (GPtrArray *items,
          AtlasItem *item)
{
  if (!g_ptr_array_find (items, item, NULL))
    g_ptr_array_add (items, item);
}

static void
add_clusters (AtlasMapScene       *scene,
              const AtlasMapFrame *frame,
              double               x,
              double               y,
              GPtrArray           *items)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Near));
  double reach = MAX (ATLAS_MAP_HIT_TOLERANCE, atlas_map_symbol_radius (frame->zoom) + 2);

  for (guint i = 0; i < scene->clusters->len; i++)
    {
      AtlasPoint place = atlas_map_frame_to_px (frame, g_array_index (scene->clusters, AtlasMapCluster, i).place);
      Near       near = { i, hypot (place.x - x, place.y - y) };

      if (near.distance <= reach)
        g_array_append_val (found, near);
    }
  g_array_sort (found, compare_near);

  for (guint i = 0; i < found->len; i++)
    {
      const AtlasMapCluster *cluster = &g_array_index (scene->clusters, AtlasMapCluster, g_array_index (found, Near, i).index);

      for (guint k = 0; k < cluster->n_members; k++)
        add_once (items, atlas_dataset_get_item (scene->dataset, g_array_index (scene->members, AtlasMapPoint, cluster->first + k).position));
    }
}

static gboolean
is_shown (AtlasMapScene *scene,
          AtlasItem     *item)
{
  return scene->states[atlas_dataset_get_position (scene->dataset, item)].visibility == ATLAS_VISIBILITY_SHOWN;
}

GPtrArray *
atlas_map_painter_hit (AtlasMapScene       *scene,
                       const AtlasMapFrame *frame,
                       double               x,
                       double               y)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) paths = NULL;
  GPtrArray     *items = g_ptr_array_new ();
  cairo_matrix_t inverse;
  AtlasPoint     unit = { x, y };

  g_return_val_if_fail (scene != NULL && frame != NULL, items);

  inverse = frame->to_px;
  if (cairo_matrix_invert (&inverse) != CAIRO_STATUS_SUCCESS)
    return items;

  atlas_map_scene_cluster (scene, frame->zoom);
  add_clusters (scene, frame, x, y, found);

  cairo_matrix_transform_point (&inverse, &unit.x, &unit.y);
  paths = atlas_dataset_hit (scene->dataset, unit, ATLAS_MAP_HIT_TOLERANCE * hypot (inverse.xx, inverse.yx), accept_drawn_path, scene);
  for (guint i = 0; i < paths->len; i++)
    add_once (found, g_ptr_array_index (paths, i));

  for (guint i = 0; i < found->len; i++)
    if (is_shown (scene, g_ptr_array_index (found, i)))
      g_ptr_array_add (items, g_ptr_array_index (found, i));
  for (guint i = 0; i < found->len; i++)
    if (!is_shown (scene, g_ptr_array_index (found, i)))
      g_ptr_array_add (items, g_ptr_array_index (found, i));

  return items;
}
