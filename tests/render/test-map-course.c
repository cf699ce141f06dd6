// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-course.h"

#include "map-fixture.h"

#include <math.h>

#define LINE ATLAS_GEOMETRY_LINE_STRING
#define SHOWN ATLAS_VISIBILITY_SHOWN
#define SPACING 6.0

/* Two pipes in one trench, a railway beside them, and a pipe elsewhere. */
static const MapItem items[] = {
  { "pipe", ATLAS_KIND_PIPELINE, LINE, { 20, 200, 380 }, { 60, 80, 60 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "twin", ATLAS_KIND_PIPELINE, LINE, { 20, 200, 380 }, { 60, 80, 60 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "rails", ATLAS_KIND_RAILWAY, LINE, { 380, 200, 20 }, { 60, 80, 60 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "alone", ATLAS_KIND_PIPELINE, LINE, { 20, 380 }, { 200, 200 }, SHOWN, ATLAS_STATUS_OPERATING },
};

static void
add_course (AtlasMapCourses *courses,
            AtlasDataset    *dataset,
            const char      *id,
            double           zoom,
            AtlasMapPath    *path)
{
  AtlasMapFrame frame = map_frame (zoom);

  atlas_map_path_init (path);
  atlas_map_courses_add (courses, atlas_dataset_get_position (dataset, atlas_dataset_lookup (dataset, id)), &frame.to_px, zoom, SPACING, 0, path);
}

/* y where a path crosses the middle of its first half. */
static double
height_of (const AtlasMapPath *path,
           double              x)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) path->points->data;

  for (guint i = 0; i + 1 < path->points->len; i++)
    if ((points[i].x - x) * (points[i + 1].x - x) <= 0)
      return points[i].y + (points[i + 1].y - points[i].y) * (x - points[i].x) / (points[i + 1].x - points[i].x);

  return NAN;
}

static const struct
{
  const char *path;
  double      zoom;
  double      spread; /* how much of a lane they are apart */
} cases[] = {
  { "/map-course/far", 5.0, 0 },
  { "/map-course/between", 6.2, 0.5 },
  { "/map-course/near", 7.0, 1 },
  { "/map-course/very-near", 11.0, 1 },
};

/* Lanes go from north to south in the order of the kinds, whichever way a line runs; what is alone stays. */
static void
test_lanes (gconstpointer data)
{
  const __typeof__ (cases[0]) *c = data;
  static const char *const     ids[] = { "pipe", "twin", "rails", "alone" };
  g_autoptr (AtlasDataset) dataset = map_dataset_new (items, G_N_ELEMENTS (items));
  g_autoptr (AtlasMapCourses) courses = atlas_map_courses_new (dataset);
  AtlasMapFrame frame = map_frame (c->zoom);
  AtlasMapFrame drawn = map_frame (MAP_ZOOM);
  AtlasPoint    middle = { 110, 70 };
  double        heights[G_N_ELEMENTS (ids)];

  cairo_matrix_invert (&drawn.to_px);
  cairo_matrix_transform_point (&drawn.to_px, &middle.x, &middle.y);
  cairo_matrix_transform_point (&frame.to_px, &middle.x, &middle.y);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_auto (AtlasMapPath) path = { 0 };

      add_course (courses, dataset, ids[i], c->zoom, &path);
      g_assert_cmpuint (path.ends->len, ==, 1);
      heights[i] = height_of (&path, middle.x);
    }
  g_assert_cmpfloat_with_epsilon (heights[1] - heights[0], SPACING * c->spread, 0.06 * SPACING);
  g_assert_cmpfloat_with_epsilon (heights[2] - heights[1], SPACING * c->spread, 0.06 * SPACING);
  g_assert_cmpfloat_with_epsilon (heights[1], middle.y, 0.6);
  g_assert_true (atlas_map_courses_has (courses, atlas_dataset_get_position (dataset, atlas_dataset_lookup (dataset, "pipe"))));
  g_assert_false (atlas_map_courses_has (courses, atlas_dataset_get_position (dataset, atlas_dataset_lookup (dataset, "alone"))));
}

/* A hairpin that is moved to its inside has no loop: no side runs against the course. */
static void
test_hairpin (void)
{
  static const AtlasPoint hairpin[] = { { 0, 0 }, { 50, 0 }, { 54, 3 }, { 54, 6 }, { 50, 9 }, { 0, 9 } };

  for (int side = -1; side <= 1; side += 2)
    {
      g_auto (AtlasMapPath) path = { 0 };
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
      g_autoptr (GArray) aside = g_array_new (FALSE, FALSE, sizeof (double));
      double turned = 0;

      g_array_append_vals (points, hairpin, G_N_ELEMENTS (hairpin));
      for (guint i = 0; i < G_N_ELEMENTS (hairpin); i++)
        {
          double distance = side * 4.0;

          g_array_append_val (aside, distance);
        }
      atlas_map_path_init (&path);
      atlas_map_path_add_aside (&path, points, aside, 0);
      g_assert_cmpuint (path.ends->len, ==, 1);
      for (guint i = 2; i < path.points->len; i++)
        {
          const AtlasPoint *p = &g_array_index (path.points, AtlasPoint, i);

          turned += remainder (atan2 (p->y - p[-1].y, p->x - p[-1].x) - atan2 (p[-1].y - p[-2].y, p[-1].x - p[-2].x), 2 * G_PI);
        }
      g_assert_cmpfloat_with_epsilon (fabs (turned), G_PI, 0.35); /* once round, as the course itself */
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_lanes);
  g_test_add_func ("/map-course/hairpin", test_hairpin);

  return g_test_run ();
}
