// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-pile.h"

#include "atlas-map-painter-private.h"
#include "atlas-map-scene-private.h"

#include <math.h>

#define SOON 2.0 /* zooms: who has to go closer than that had better see them opened */

void
atlas_map_pile_free (AtlasMapPile *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_free (self);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return atlas_item_compare (*(AtlasItem *const *) a, *(AtlasItem *const *) b);
}

/* What is shown of a cluster, or what hints when nothing is; each item once. */
static AtlasMapPile *
create_pile (AtlasMapScene         *scene,
             const AtlasMapCluster *cluster,
             double                 zoom,
             double                 max_zoom)
{
  const AtlasMapPoint *members = &g_array_index (scene->members, AtlasMapPoint, cluster->first);
  guint                n = cluster->n_shown > 0 ? cluster->n_shown : cluster->n_members;
  AtlasMapPile        *self;

  if (n < 2)
    return NULL;

  self = g_new0 (AtlasMapPile, 1);
  self->items = g_ptr_array_new ();
  self->place = cluster->place;
  for (guint i = 0; i < n; i++)
    {
      AtlasItem *item = atlas_dataset_get_item (scene->dataset, members[i].position);

      if (!g_ptr_array_find (self->items, item, NULL))
        g_ptr_array_add (self->items, item);
    }
  self->leader = g_ptr_array_index (self->items, 0);
  g_ptr_array_sort (self->items, compare_items);
  self->split_zoom = atlas_map_cluster_split (members, n, zoom, MIN (zoom + SOON, max_zoom));
  if (self->items->len < 2)
    g_clear_pointer (&self, atlas_map_pile_free);

  return self;
}

AtlasMapPile *
atlas_map_pile_hit (AtlasMapScene       *scene,
                    const AtlasMapFrame *frame,
                    double               x,
                    double               y,
                    double               max_zoom)
{
  const AtlasMapCluster *nearest = NULL;
  double                 least = atlas_map_hit_reach (frame->zoom);

  g_return_val_if_fail (scene != NULL && frame != NULL, NULL);

  atlas_map_scene_cluster (scene, frame->zoom);
  for (guint i = 0; i < scene->clusters->len; i++)
    {
      const AtlasMapCluster *cluster = &g_array_index (scene->clusters, AtlasMapCluster, i);
      AtlasPoint             place = atlas_map_frame_to_px (frame, cluster->place);
      double                 distance = hypot (place.x - x, place.y - y);

      if (distance > least || (nearest != NULL && nearest->n_shown > 0 && cluster->n_shown == 0))
        continue;
      least = distance;
      nearest = cluster;
    }

  return nearest != NULL ? create_pile (scene, nearest, frame->zoom, max_zoom) : NULL;
}

AtlasMapPile *
atlas_map_pile_find (AtlasMapScene       *scene,
                     const AtlasMapFrame *frame,
                     AtlasItem           *item,
                     double               max_zoom)
{
  guint    position;
  AtlasBox view;

  g_return_val_if_fail (scene != NULL && frame != NULL && item != NULL, NULL);

  position = atlas_dataset_get_position (scene->dataset, item);
  view = atlas_map_frame_get_box (frame, 0);
  atlas_map_scene_cluster (scene, frame->zoom);
  for (guint i = 0; i < scene->clusters->len; i++)
    {
      const AtlasMapCluster *cluster = &g_array_index (scene->clusters, AtlasMapCluster, i);

      for (guint k = 0; k < cluster->n_members && atlas_box_contains (view, cluster->place); k++)
        if (g_array_index (scene->members, AtlasMapPoint, cluster->first + k).position == position)
          return create_pile (scene, cluster, frame->zoom, max_zoom);
    }

  return NULL;
}
