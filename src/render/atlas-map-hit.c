// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter.h"

#include "atlas-map-painter-private.h"
#include "atlas-map-scene-private.h"
#include "atlas-planar.h"

#include <math.h>

#define ASIDE 20.0 /* px that a line in its lane may run outside its box */

/* What lies under the pointer, from what is hardest to hit to what is easiest. */
typedef enum
{
  HIT_POINT,
  HIT_LINE,
  HIT_AREA,
} HitRank;

typedef struct
{
  guint    position;
  gboolean hint;
  HitRank  rank;
  double   distance; /* px */
  double   area;     /* unit Mercator: of two areas the smaller comes first */
  guint    order;    /* inside a cluster */
} Hit;

typedef struct
{
  AtlasMapScene       *scene;
  const AtlasMapFrame *frame;
  AtlasPoint           px;
  AtlasPoint           unit;
  double               size;  /* px of the world */
  guint8               level; /* of the vertices that are drawn */
  GArray              *hits;  /* of Hit */
} HitQuery;

static int
compare_doubles (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *x = a;
  const Hit *y = b;

  if (x->hint != y->hint)
    return x->hint - y->hint;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->distance != y->distance)
    return compare_doubles (x->distance, y->distance);
  if (x->area != y->area)
    return compare_doubles (x->area, y->area);
  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;

  return (x->position > y->position) - (x->position < y->position);
}

/* The squared distance from the drawn vertices of a part, unit Mercator. */
static double
measure_part (const HitQuery      *query,
              const AtlasGeometry *geometry,
              const AtlasPart     *part)
{
  const AtlasPoint *points = atlas_geometry_get_points (geometry);
  const guint8     *levels = atlas_geometry_get_levels (geometry);
  AtlasPoint        before = points[part->begin];
  double            least = HUGE_VAL;

  for (guint i = part->begin; i < part->end; i++)
    {
      if (levels[i] > query->level)
        continue;
      least = MIN (least, atlas_planar_squared_distance (atlas_planar_nearest (before, points[i], query->unit), query->unit));
      before = points[i];
    }

  return least;
}

static double
measure_ring (const AtlasGeometry *geometry,
              const AtlasPart     *part)
{
  AtlasPoint centroid;

  return fabs (atlas_planar_area (atlas_geometry_get_points (geometry) + part->begin, part->end - part->begin, &centroid));
}

/* The same from lines that run beside others, where they are drawn; px. */
static double
measure_course (const HitQuery *query,
                guint           position)
{
  AtlasMapPath     *path = &query->scene->path;
  const AtlasPoint *points;
  double            least = HUGE_VAL;
  guint             begin = 0;

  atlas_map_path_empty (path);
  atlas_map_scene_add_path (query->scene, position, ATLAS_PART_LINE, &query->frame->to_px, query->frame->zoom, TRUE, path);
  points = (const AtlasPoint *) (gpointer) path->points->data;
  for (guint i = 0; i < path->ends->len; begin = g_array_index (path->ends, guint, i++))
    for (guint k = begin + 1; k < g_array_index (path->ends, guint, i); k++)
      least = MIN (least, atlas_planar_squared_distance (atlas_planar_nearest (points[k - 1], points[k], query->px), query->px));

  return sqrt (least);
}

/* How far the pointer is from the lines, or from the areas, of a geometry, px. */
static double
measure_entry (const HitQuery      *query,
               const AtlasMapEntry *entry,
               gboolean             areas,
               double              *area)
{
  double least = HUGE_VAL;

  if (!areas && atlas_map_courses_has (query->scene->courses, entry->position))
    return measure_course (query, entry->position);

  for (guint i = 0; i < atlas_geometry_get_n_parts (entry->geometry); i++)
    {
      const AtlasPart *part = atlas_geometry_get_part (entry->geometry, i);
      gboolean         is_area = part->kind == ATLAS_PART_RING || part->kind == ATLAS_PART_HOLE;

      if (areas ? !is_area : part->kind != ATLAS_PART_LINE)
        continue;
      least = MIN (least, measure_part (query, entry->geometry, part));
      if (is_area)
        *area += (part->kind == ATLAS_PART_RING ? 1 : -1) * measure_ring (entry->geometry, part);
    }

  if (areas && atlas_geometry_contains (entry->geometry, query->unit))
    return 0;

  return sqrt (least) * query->size;
}

static void
add_entry (HitQuery            *query,
           const AtlasMapEntry *entry,
           gboolean             areas)
{
  Hit hit = { .position = entry->position, .rank = areas ? HIT_AREA : HIT_LINE };

  hit.hint = query->scene->states[entry->position].visibility != ATLAS_VISIBILITY_SHOWN;
  hit.distance = measure_entry (query, entry, areas, &hit.area);
  if (hit.distance <= ATLAS_MAP_HIT_TOLERANCE)
    g_array_append_val (query->hits, hit);
}

static gboolean
add_line_cb (guint    index,
             gpointer user_data)
{
  HitQuery            *query = user_data;
  const AtlasMapEntry *entry = &g_array_index (query->scene->lines, AtlasMapEntry, index);

  if (!atlas_map_courses_has (query->scene->courses, entry->position))
    add_entry (query, entry, FALSE);

  return TRUE;
}

static void
add_shared_lines (HitQuery *query,
                  AtlasBox  box)
{
  for (guint i = 0; i < query->scene->shared_lines->len; i++)
    {
      const AtlasMapEntry *entry = &g_array_index (query->scene->lines, AtlasMapEntry, g_array_index (query->scene->shared_lines, guint, i));

      if (atlas_box_overlaps (entry->box, box))
        add_entry (query, entry, FALSE);
    }
}

static gboolean
add_area_cb (guint    index,
             gpointer user_data)
{
  HitQuery *query = user_data;

  add_entry (query, &g_array_index (query->scene->areas, AtlasMapEntry, index), TRUE);

  return TRUE;
}

/* Points are hit where they are drawn, which is at their cluster's place. */
static gboolean
add_cluster_cb (guint    index,
                gpointer user_data)
{
  HitQuery              *query = user_data;
  const AtlasMapCluster *cluster = &g_array_index (query->scene->clusters, AtlasMapCluster, index);
  AtlasPoint             place = atlas_map_frame_to_px (query->frame, cluster->place);
  Hit                    hit = { .rank = HIT_POINT, .distance = hypot (place.x - query->px.x, place.y - query->px.y) };

  if (hit.distance > atlas_map_hit_reach (query->frame->zoom))
    return TRUE;

  for (guint i = 0; i < cluster->n_members; i++)
    {
      const AtlasMapPoint *member = &g_array_index (query->scene->members, AtlasMapPoint, cluster->first + i);

      hit.position = member->position;
      hit.hint = !member->shown;
      hit.order = i;
      g_array_append_val (query->hits, hit);
    }

  return TRUE;
}

static AtlasSpatialIndex *
index_entries (const GArray *entries)
{
  g_autofree AtlasBox *boxes = g_new (AtlasBox, entries->len);

  for (guint i = 0; i < entries->len; i++)
    boxes[i] = g_array_index (entries, AtlasMapEntry, i).box;

  return atlas_spatial_index_new (boxes, entries->len);
}

static GArray *
find_shared_lines (AtlasMapScene *scene)
{
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < scene->lines->len; i++)
    if (atlas_map_courses_has (scene->courses, g_array_index (scene->lines, AtlasMapEntry, i).position))
      g_array_append_val (shared, i);

  return shared;
}

static AtlasSpatialIndex *
index_clusters (const GArray *clusters)
{
  g_autofree AtlasBox *boxes = g_new (AtlasBox, clusters->len);

  for (guint i = 0; i < clusters->len; i++)
    {
      AtlasPoint place = g_array_index (clusters, AtlasMapCluster, i).place;

      boxes[i] = (AtlasBox){ place.x, place.y, place.x, place.y };
    }

  return atlas_spatial_index_new (boxes, clusters->len);
}

static void
prepare (AtlasMapScene *scene,
         double         zoom)
{
  atlas_map_scene_cluster (scene, zoom);
  if (scene->areas_index == NULL)
    scene->areas_index = index_entries (scene->areas);
  if (scene->lines_index == NULL)
    {
      scene->lines_index = index_entries (scene->lines);
      g_clear_pointer (&scene->shared_lines, g_array_unref);
      scene->shared_lines = find_shared_lines (scene);
    }
  if (scene->clusters_index == NULL)
    scene->clusters_index = index_clusters (scene->clusters);
}

static AtlasBox
box_around (AtlasPoint middle,
            double     reach)
{
  return (AtlasBox){ middle.x - reach, middle.y - reach, middle.x + reach, middle.y + reach };
}

double
atlas_map_hit_reach (double zoom)
{
  return MAX (ATLAS_MAP_HIT_TOLERANCE, atlas_map_symbol_radius (zoom) + 2);
}

GPtrArray *
atlas_map_painter_hit (AtlasMapScene       *scene,
                       const AtlasMapFrame *frame,
                       double               x,
                       double               y)
{
  GPtrArray *items = g_ptr_array_new ();
  HitQuery   query = { scene, frame, { x, y } };

  g_return_val_if_fail (scene != NULL && frame != NULL, items);

  query.unit = atlas_map_frame_to_unit (frame, query.px);
  if (isnan (query.unit.x))
    return items;

  query.size = hypot (frame->to_px.xx, frame->to_px.yx);
  query.level = atlas_map_path_level (frame->zoom);
  query.hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  prepare (scene, frame->zoom);
  atlas_spatial_index_query (scene->clusters_index, box_around (query.unit, atlas_map_hit_reach (frame->zoom) / query.size), add_cluster_cb, &query);
  atlas_spatial_index_query (scene->lines_index, box_around (query.unit, ATLAS_MAP_HIT_TOLERANCE / query.size), add_line_cb, &query);
  add_shared_lines (&query, box_around (query.unit, (ATLAS_MAP_HIT_TOLERANCE + ASIDE) / query.size));
  atlas_spatial_index_query (scene->areas_index, box_around (query.unit, ATLAS_MAP_HIT_TOLERANCE / query.size), add_area_cb, &query);
  g_array_sort (query.hits, compare_hits);

  /* An item may be hit by several of its parts: the first counts. */
  for (guint i = 0; i < query.hits->len; i++)
    {
      guint position = g_array_index (query.hits, Hit, i).position;

      if (!scene->states[position].is_hit)
        g_ptr_array_add (items, atlas_dataset_get_item (scene->dataset, position));
      scene->states[position].is_hit = TRUE;
    }
  for (guint i = 0; i < query.hits->len; i++)
    scene->states[g_array_index (query.hits, Hit, i).position].is_hit = FALSE;
  g_array_unref (query.hits);

  return items;
}
