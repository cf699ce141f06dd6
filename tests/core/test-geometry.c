// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geometry.h"
#include "atlas-mercator.h"

#include <math.h>

/* Fixtures are written as text: parts apart by ";", each a kind (P point, L line, R ring, H hole) and its positions. */
#define SQUARE "R 0 0, 10 0, 10 10, 0 10, 0 0"
#define SQUARE_WITH_HOLE SQUARE "; H 4 4, 6 4, 6 6, 4 6, 4 4"
#define TWO_SQUARES SQUARE_WITH_HOLE "; R 20 0, 30 0, 30 10, 20 10, 20 0"
#define OVERLAPPING "R 0 0, 10 0, 10 10, 0 10, 0 0; R 5 0, 15 0, 15 10, 5 10, 5 0"
#define HORSESHOE "R 0 0, 30 0, 30 20, 28 20, 28 2, 2 2, 2 20, 0 20, 0 0"
#define BOW_TIE "R 0 0, 10 10, 10 0, 0 10, 0 0"
#define FLAT "R 0 0, 10 0, 5 0, 0 0"
#define MIXED "P 50 50; L 20 0, 30 0; R 0 0, 10 0, 10 10, 0 10, 0 0; P 40 40"

static AtlasGeometry *
geometry_new (AtlasGeometryType type,
              const char       *text)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (AtlasPart));
  g_auto (GStrv) runs = g_strsplit (text, ";", -1);

  for (guint r = 0; runs[r] != NULL; r++)
    {
      const char *kinds = "PLRH";
      char       *run = g_strstrip (runs[r]);
      AtlasPart   part = { .kind = (AtlasPartKind) (strchr (kinds, run[0]) - kinds), .begin = points->len };
      g_auto (GStrv) positions = g_strsplit (run + 1, ",", -1);

      for (guint i = 0; positions[i] != NULL; i++)
        {
          char      *rest = NULL;
          AtlasPoint point;

          point.x = g_ascii_strtod (positions[i], &rest);
          point.y = g_ascii_strtod (rest, NULL);
          g_array_append_val (points, point);
        }
      part.end = points->len;
      g_array_append_val (parts, part);
    }

  return atlas_geometry_new_take (type, points, parts);
}

static const struct
{
  const char *text;
  double      lon, lat;
  gboolean    inside;
} insides[] = {
  { SQUARE, 5, 5, TRUE },
  { SQUARE, 11, 5, FALSE },
  { SQUARE, -1, 0, FALSE },  /* level with a vertex, left of it */
  { SQUARE, -1, 10, FALSE }, /* the same at the top */
  { SQUARE_WITH_HOLE, 5, 5, FALSE },
  { SQUARE_WITH_HOLE, 5, 3, TRUE },
  { SQUARE_WITH_HOLE, 3, 5, TRUE },
  { SQUARE_WITH_HOLE, 3, 4, TRUE }, /* level with the hole's corner */
  { TWO_SQUARES, 25, 5, TRUE },
  { TWO_SQUARES, 15, 5, FALSE },
  { TWO_SQUARES, 5, 5, FALSE },
  { OVERLAPPING, 7, 5, TRUE }, /* two polygons do not cancel each other */
  { HORSESHOE, 15, 10, FALSE },
  { HORSESHOE, 1, 10, TRUE },
  { HORSESHOE, 29, 19, TRUE },
  { MIXED, 5, 5, TRUE },
  { MIXED, 25, 0, FALSE },
  { "L 0 0, 10 0, 10 10, 0 0", 8, 2, FALSE }, /* a closed line is no polygon */
  { "P 5 5", 5, 5, FALSE },
};

static void
test_contains (gconstpointer data)
{
  const typeof (insides[0]) *c = data;
  g_autoptr (AtlasGeometry) geometry = geometry_new (ATLAS_GEOMETRY_COLLECTION, c->text);

  g_assert_cmpint (atlas_geometry_contains (geometry, atlas_mercator_project (c->lon, c->lat)), ==, c->inside);
}

/* Where a place is not said by lon and lat (NAN), it must be inside. */
static const struct
{
  const char *text;
  double      lon, lat;
} anchors[] = {
  { "P 3 4", 3, 4 },
  { "P 0 0, 4 0, 5 0", 4, 0 },
  { "P 0 0; P 4 0; P 5 0", 4, 0 },
  { "L 0 0, 1 0, 10 0", 5, 0 },
  { "L 0 0, 1 0; L 20 0, 24 0; L 40 0, 41 0", 22, 0 },
  { "L 7 0, 7 0", 7, 0 },
  { "L 7 0", 7, 0 },
  { "R -10 -10, 10 -10, 10 10, -10 10, -10 -10", 0, 0 },
  { "R -10 -10, -10 10, 10 10, 10 -10, -10 -10", 0, 0 }, /* the other way round */
  { "R 0 0, 1 0, 1 1, 0 1, 0 0; R -30 -10, -10 -10, -10 10, -30 10, -30 -10", -20, 0 },
  { FLAT, 0, 0 },
  { MIXED, NAN, NAN },
  { HORSESHOE, NAN, NAN },
  { SQUARE_WITH_HOLE, NAN, NAN },
  { TWO_SQUARES, NAN, NAN },
  { BOW_TIE, NAN, NAN },
};

static void
test_anchor (gconstpointer data)
{
  const typeof (anchors[0]) *c = data;
  g_autoptr (AtlasGeometry) geometry = geometry_new (ATLAS_GEOMETRY_COLLECTION, c->text);
  AtlasPoint anchor = atlas_geometry_get_anchor (geometry);
  AtlasPoint expected = atlas_mercator_project (c->lon, c->lat);

  if (isnan (c->lon))
    {
      g_assert_true (atlas_geometry_contains (geometry, anchor));
      return;
    }

  g_assert_cmpfloat_with_epsilon (anchor.x, expected.x, 1e-12);
  g_assert_cmpfloat_with_epsilon (anchor.y, expected.y, 1e-12);
}

static const struct
{
  const char *text;
  double      metres;
} lengths[] = {
  { "P 3 4, 5 6", 0 },
  { "L 0 0, 1 0", 111319.491 }, /* a degree of the equator */
  { "L 0 0, 1 0; L 5 0, 6 0, 7 0", 3 * 111319.491 },
  { "P 9 9; L 0 0, 1 0; R 0 0, 1 0, 0 0; H 0 0, 1 0, 0 0", 5 * 111319.491 },
  { "L 0 0, 0 90", 10001965.729 }, /* a quarter of a meridian */
};

static void
test_length (gconstpointer data)
{
  const typeof (lengths[0]) *c = data;
  g_autoptr (AtlasGeometry) geometry = geometry_new (ATLAS_GEOMETRY_COLLECTION, c->text);

  g_assert_cmpfloat_with_epsilon (atlas_geometry_get_length (geometry), c->metres, 0.01);
}

static void
test_parts (void)
{
  g_autoptr (AtlasGeometry) geometry = geometry_new (ATLAS_GEOMETRY_COLLECTION, MIXED);
  g_autoptr (AtlasGeometry) same = atlas_geometry_ref (geometry);
  AtlasBox box = atlas_geometry_get_lonlat_box (geometry);
  AtlasBox projected = atlas_geometry_get_box (geometry);

  g_assert_true (same == geometry);
  g_assert_cmpint (atlas_geometry_get_geometry_type (geometry), ==, ATLAS_GEOMETRY_COLLECTION);
  g_assert_cmpuint (atlas_geometry_get_n_parts (geometry), ==, 4);
  g_assert_cmpuint (atlas_geometry_get_n_points (geometry), ==, 9);
  g_assert_cmpint (atlas_geometry_get_part (geometry, 2)->kind, ==, ATLAS_PART_RING);
  g_assert_cmpuint (atlas_geometry_get_part (geometry, 2)->begin, ==, 3);
  g_assert_cmpuint (atlas_geometry_get_part (geometry, 2)->end, ==, 8);
  g_assert_cmpfloat (box.x0, ==, 0);
  g_assert_cmpfloat (box.y0, ==, 0);
  g_assert_cmpfloat (box.x1, ==, 50);
  g_assert_cmpfloat (box.y1, ==, 50);
  g_assert_cmpfloat (projected.x0, ==, 0.5);
  g_assert_cmpfloat (projected.y1, ==, 0.5); /* y is downwards */

  for (guint i = 0; i < atlas_geometry_get_n_points (geometry); i++)
    g_assert_true (atlas_box_contains (projected, atlas_geometry_get_points (geometry)[i]));
  g_assert_cmpuint (atlas_geometry_get_levels (geometry)[0], ==, 0);
  g_assert_cmpuint (atlas_geometry_get_levels (geometry)[3], ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (AtlasGeometry) geometry = atlas_geometry_new_take (ATLAS_GEOMETRY_COLLECTION,
                                                                g_array_new (FALSE, FALSE, sizeof (AtlasPoint)),
                                                                g_array_new (FALSE, FALSE, sizeof (AtlasPart)));
  AtlasPoint nowhere = { 0.5, 0.5 };

  g_assert_true (atlas_box_is_empty (atlas_geometry_get_box (geometry)));
  g_assert_true (atlas_box_is_empty (atlas_geometry_get_lonlat_box (geometry)));
  g_assert_true (isnan (atlas_geometry_get_anchor (geometry).x));
  g_assert_false (atlas_geometry_contains (geometry, nowhere));
  g_assert_cmpfloat (atlas_geometry_get_length (geometry), ==, 0);
}

static void
test_type_names (void)
{
  g_assert_cmpstr (atlas_geometry_type_to_string (ATLAS_GEOMETRY_POINT), ==, "Point");
  g_assert_cmpstr (atlas_geometry_type_to_string (ATLAS_GEOMETRY_MULTI_LINE_STRING), ==, "MultiLineString");
  g_assert_cmpstr (atlas_geometry_type_to_string (ATLAS_GEOMETRY_COLLECTION), ==, "GeometryCollection");
}

#define ADD_CASES(name, cases, func)                             \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)               \
    {                                                            \
      g_autofree char *path = g_strdup_printf (name "/%02u", i); \
                                                                 \
      g_test_add_data_func (path, &cases[i], func);              \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/geometry/contains", insides, test_contains)
  ADD_CASES ("/geometry/anchor", anchors, test_anchor)
  ADD_CASES ("/geometry/length", lengths, test_length)
  g_test_add_func ("/geometry/parts", test_parts);
  g_test_add_func ("/geometry/empty", test_empty);
  g_test_add_func ("/geometry/type-names", test_type_names);

  return g_test_run ();
}
