// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dataset.h"

#include <math.h>

/* What lies under a point, from what is hardest to hit to what is easiest. */
typedef enum
{
  HIT_POINT,
  HIT_LINE,
  HIT_AREA,
} HitRank;

typedef struct
{
  AtlasItem *item;
  HitRank    rank;
  double     distance;
  double     area;
  guint      position;
} Hit;

typedef struct
{
  AtlasDataset *dataset;
  AtlasPoint    point;
  double        tolerance;
  AtlasItemFunc accept;
  gpointer      user_data;
  GArray       *hits; /* of Hit */
} HitQuery;

static double
ring_area (const AtlasPoint *points,
           AtlasPart         ring)
{
  double doubled = 0.0;

  for (guint i = ring.begin; i + 1 < ring.end; i++)
    doubled += (points[i].x - points[ring.begin].x) * (points[i + 1].y - points[ring.begin].y) -
               (points[i + 1].x - points[ring.begin].x) * (points[i].y - points[ring.begin].y);

  return fabs (doubled) / 2.0;
}

/* In unit Mercator: it only orders what lies over one point. */
static double
geometry_area (const AtlasGeometry *geometry)
{
  double area = 0.0;

  for (guint i = 0; i < atlas_geometry_get_n_parts (geometry); i++)
    {
      AtlasPart part = *atlas_geometry_get_part (geometry, i);

      if (part.kind == ATLAS_PART_RING)
        area += ring_area (atlas_geometry_get_points (geometry), part);
      else if (part.kind == ATLAS_PART_HOLE)
        area -= ring_area (atlas_geometry_get_points (geometry), part);
    }

  return area;
}

/* A collection over whose area the point lies counts as an area, else as the finest thing in it. */
static HitRank
geometry_rank (const AtlasGeometry *geometry,
               AtlasPoint           point)
{
  HitRank rank = HIT_AREA;

  if (atlas_geometry_contains (geometry, point))
    return HIT_AREA;

  for (guint i = 0; i < atlas_geometry_get_n_parts (geometry); i++)
    {
      AtlasPartKind kind = atlas_geometry_get_part (geometry, i)->kind;

      rank = MIN (rank, kind == ATLAS_PART_POINT ? HIT_POINT : kind == ATLAS_PART_LINE ? HIT_LINE
                                                                                       : HIT_AREA);
    }

  return rank;
}

static gboolean
collect_hit (AtlasItem *item,
             gpointer   user_data)
{
  HitQuery      *query = user_data;
  AtlasGeometry *geometry = atlas_item_get_geometry (item);
  Hit            hit = { .item = item };

  if (geometry == NULL || (query->accept != NULL && !query->accept (item, query->user_data)))
    return TRUE;

  hit.distance = atlas_geometry_distance (geometry, query->point, NULL);
  if (!(hit.distance <= query->tolerance))
    return TRUE;

  hit.rank = geometry_rank (geometry, query->point);
  hit.area = geometry_area (geometry);
  hit.position = atlas_dataset_get_position (query->dataset, item);
  g_array_append_val (query->hits, hit);

  return TRUE;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  if (first->area != second->area)
    return first->area < second->area ? -1 : 1;

  return first->position < second->position ? -1 : first->position > second->position;
}

GPtrArray *
atlas_dataset_hit (AtlasDataset *self,
                   AtlasPoint    point,
                   double        tolerance,
                   AtlasItemFunc accept,
                   gpointer      user_data)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  AtlasBox   box = { point.x - tolerance, point.y - tolerance, point.x + tolerance, point.y + tolerance };
  HitQuery   query = { self, point, tolerance, accept, user_data, hits };
  GPtrArray *items = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  atlas_dataset_foreach_in_box (self, box, collect_hit, &query);
  g_array_sort (hits, compare_hits);

  items = g_ptr_array_sized_new (hits->len);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (items, g_array_index (hits, Hit, i).item);

  return items;
}
