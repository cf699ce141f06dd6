// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-course.h"

#include "atlas-lanes.h"
#include "atlas-simplify.h"

#include <math.h>

#define TOLERANCE 4000.0 /* metres within which schematic courses are taken for one trench */
#define MAX_LINES 2000   /* with more lines than these nobody tells one trench from another */
#define JOINED 5.4       /* zoom up to which all run on one line */
#define SPREAD 7.0       /* from which each has its whole lane */
#define OWN_FROM 9.0     /* from which each goes back to its own course */
#define OWN 10.5
#define LANE_LEVEL 6   /* the zoom that needs a vertex where a lane changes */
#define LANE_STEP 0.08 /* lanes that make a change */
#define NEAREST 1.2    /* px between two vertices */

/* A line of an item. */
typedef struct
{
  GArray *vertices; /* (nullable): of AtlasLaneVertex; NULL: it is alone */
  guint8 *levels;   /* of the vertices */
  guint   begin;    /* its points in the item's geometry */
  guint   end;
} Course;

struct _AtlasMapCourses
{
  AtlasDataset *dataset;
  GHashTable   *courses; /* position → GArray of Course; only items with a lane somewhere */
};

static void
clear_course (gpointer data)
{
  Course *course = data;

  g_clear_pointer (&course->vertices, g_array_unref);
  g_clear_pointer (&course->levels, g_free);
}

/* Lanes from the left of a trench: oil, gas and what else is piped, rails, corridors; -1: none. */
static int
get_rank (AtlasItem *item)
{
  switch (atlas_item_get_kind (item))
    {
    case ATLAS_KIND_PIPELINE:
      return atlas_item_get_cargo (item) == ATLAS_CARGO_OIL ? 0 : 1;
    case ATLAS_KIND_RAILWAY:
      return 2;
    case ATLAS_KIND_CORRIDOR:
      return 3;
    case ATLAS_KIND_SITE:
    case ATLAS_KIND_ZONE:
    case ATLAS_KIND_TREATY:
    case ATLAS_KIND_EVENT:
    case ATLAS_KIND_PERIOD:
    case ATLAS_KIND_SCENARIO:
    case ATLAS_N_KINDS:
    default:
      return -1;
    }
}

/* The lines of all items of one rank. */
static void
add_lines (AtlasDataset *dataset,
           int           rank,
           GArray       *lines,
           GArray       *parts)
{
  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      AtlasItem     *item = atlas_dataset_get_item (dataset, i);
      AtlasGeometry *geometry = atlas_item_get_geometry (item);

      for (guint k = 0; geometry != NULL && get_rank (item) == rank && k < atlas_geometry_get_n_parts (geometry); k++)
        {
          const AtlasPart *part = atlas_geometry_get_part (geometry, k);
          AtlasLanesLine   line = { atlas_geometry_get_points (geometry) + part->begin, part->end - part->begin, i };
          Course           course = { NULL, NULL, part->begin, part->end };

          if (part->kind != ATLAS_PART_LINE)
            continue;
          g_array_append_val (lines, line);
          g_array_append_val (parts, course);
        }
    }
}

/* The zooms that need a vertex: for its place, or for its lane. */
static guint8 *
make_levels (const GArray *vertices)
{
  const AtlasLaneVertex *all = (const AtlasLaneVertex *) (gconstpointer) vertices->data;
  g_autofree AtlasPoint *points = g_new (AtlasPoint, vertices->len);
  guint8                *levels = g_new (guint8, vertices->len);

  for (guint i = 0; i < vertices->len; i++)
    points[i] = (AtlasPoint){ all[i].place.x + all[i].shift.x, all[i].place.y + all[i].shift.y };
  atlas_simplify (points, vertices->len, levels);
  for (guint i = 1; i + 1 < vertices->len; i++)
    if (fabs (all[i].lane - all[i - 1].lane) > LANE_STEP || fabs (all[i + 1].lane - all[i].lane) > LANE_STEP)
      levels[i] = MIN (levels[i], LANE_LEVEL);

  return levels;
}

AtlasMapCourses *
atlas_map_courses_new (AtlasDataset *dataset)
{
  AtlasMapCourses *self = g_new0 (AtlasMapCourses, 1);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (AtlasLanesLine));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Course));
  g_autoptr (GPtrArray) found = NULL;

  self->dataset = g_object_ref (dataset);
  self->courses = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  for (int rank = 0; rank <= 3; rank++)
    add_lines (dataset, rank, lines, parts);
  if (lines->len > MAX_LINES)
    return self;

  found = atlas_lanes_find ((const AtlasLanesLine *) (gpointer) lines->data, lines->len, TOLERANCE);
  for (int pass = 0; pass < 2; pass++) /* first which items have a lane, then all lines of these */
    for (guint i = 0; i < lines->len; i++)
      {
        gpointer key = GUINT_TO_POINTER (g_array_index (lines, AtlasLanesLine, i).owner);
        GArray  *vertices = g_ptr_array_index (found, i);
        GArray  *courses = g_hash_table_lookup (self->courses, key);
        Course   course = g_array_index (parts, Course, i);

        if (pass == 0 && vertices != NULL && courses == NULL)
          {
            courses = g_array_new (FALSE, FALSE, sizeof (Course));
            g_array_set_clear_func (courses, clear_course);
            g_hash_table_insert (self->courses, key, courses);
          }
        if (pass == 0 || courses == NULL)
          continue;
        if (vertices != NULL)
          {
            course.vertices = g_array_ref (vertices);
            course.levels = make_levels (vertices);
          }
        g_array_append_val (courses, course);
      }

  return self;
}

void
atlas_map_courses_free (AtlasMapCourses *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->dataset);
  g_clear_pointer (&self->courses, g_hash_table_unref);
  g_free (self);
}

gboolean
atlas_map_courses_has (AtlasMapCourses *self,
                       guint            position)
{
  return g_hash_table_contains (self->courses, GUINT_TO_POINTER (position));
}

static double
ease (double from,
      double to,
      double at)
{
  double t = CLAMP ((at - from) / (to - from), 0, 1);

  return t * t * (3 - 2 * t);
}

double
atlas_map_courses_get_spread (double zoom)
{
  return ease (JOINED, SPREAD, zoom);
}

static void
add_px (AtlasMapPath *path,
        AtlasPoint    px,
        double        aside,
        gboolean      last)
{
  if (path->course->len > 0)
    {
      AtlasPoint *before = &g_array_index (path->course, AtlasPoint, path->course->len - 1);

      if ((px.x - before->x) * (px.x - before->x) + (px.y - before->y) * (px.y - before->y) < NEAREST * NEAREST)
        {
          if (last && path->course->len > 1)
            *before = px;
          return;
        }
    }
  g_array_append_val (path->course, px);
  g_array_append_val (path->aside, aside);
}

static void
add_course (AtlasMapPath         *path,
            const Course         *course,
            const AtlasPoint     *points,
            const guint8         *levels,
            const cairo_matrix_t *to_px,
            double                zoom,
            double                spacing)
{
  double together = atlas_map_courses_get_spread (zoom) * (1 - ease (OWN_FROM, OWN, zoom));
  guint8 level = atlas_map_path_level (zoom);
  guint  n = course->vertices != NULL ? course->vertices->len : course->end - course->begin;

  g_array_set_size (path->course, 0);
  g_array_set_size (path->aside, 0);
  for (guint i = 0; i < n; i++)
    {
      AtlasPoint px = points[course->vertices != NULL ? 0 : course->begin + i];
      double     aside = 0;

      if ((course->vertices != NULL ? course->levels[i] : levels[course->begin + i]) > level)
        continue;
      if (course->vertices != NULL)
        {
          const AtlasLaneVertex *vertex = &g_array_index (course->vertices, AtlasLaneVertex, i);

          px = (AtlasPoint){ vertex->place.x + together * vertex->shift.x, vertex->place.y + together * vertex->shift.y };
          aside = spacing * vertex->lane;
        }
      cairo_matrix_transform_point (to_px, &px.x, &px.y);
      add_px (path, px, aside, i + 1 == n);
    }
}

void
atlas_map_courses_add (AtlasMapCourses      *self,
                       guint                 position,
                       const cairo_matrix_t *to_px,
                       double                zoom,
                       double                spacing,
                       double                corner,
                       AtlasMapPath         *path)
{
  AtlasGeometry *geometry = atlas_item_get_geometry (atlas_dataset_get_item (self->dataset, position));
  GArray        *courses = g_hash_table_lookup (self->courses, GUINT_TO_POINTER (position));
  double         spread = atlas_map_courses_get_spread (zoom);

  if (courses == NULL || spread <= 0)
    {
      atlas_map_path_add (path, geometry, ATLAS_PART_LINE, to_px, zoom, corner);
      return;
    }

  for (guint i = 0; i < courses->len; i++)
    {
      add_course (path, &g_array_index (courses, Course, i), atlas_geometry_get_points (geometry), atlas_geometry_get_levels (geometry), to_px,
                  zoom, spread * spacing);
      atlas_map_path_add_aside (path, path->course, path->aside, corner);
    }
}
