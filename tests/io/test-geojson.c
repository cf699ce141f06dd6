// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geojson.h"

#include "atlas-limits.h"

#include <string.h>

#define RING "[[0,0],[2,0],[2,2],[0,2],[0,0]]"
#define HOLE "[[0.5,0.5],[0.5,1],[1,1],[0.5,0.5]]"

/* Geometries that are read: how many parts and positions, and the kinds of the parts, a letter each. */
static const struct
{
  const char       *text;
  AtlasGeometryType type;
  guint             n_points;
  const char       *kinds; /* p point, l line, r ring, h hole */
} good[] = {
  { "{\"type\":\"Point\",\"coordinates\":[45,41]}", ATLAS_GEOMETRY_POINT, 1, "p" },
  { "{\"type\":\"Point\",\"coordinates\":[-180,-90,12.5]}", ATLAS_GEOMETRY_POINT, 1, "p" },
  { "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}", ATLAS_GEOMETRY_MULTI_POINT, 2, "p" },
  { "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4],[5,6]]}", ATLAS_GEOMETRY_LINE_STRING, 3, "l" },
  { "{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8],[9,9]]]}", ATLAS_GEOMETRY_MULTI_LINE_STRING, 5, "ll" },
  { "{\"type\":\"Polygon\",\"coordinates\":[" RING "]}", ATLAS_GEOMETRY_POLYGON, 5, "r" },
  { "{\"type\":\"Polygon\",\"coordinates\":[" RING "," HOLE "]}", ATLAS_GEOMETRY_POLYGON, 9, "rh" },
  { "{\"type\":\"MultiPolygon\",\"coordinates\":[[" RING "," HOLE "],[" RING "]]}", ATLAS_GEOMETRY_MULTI_POLYGON, 14, "rhr" },
  { "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},"
    "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}]}]}",
    ATLAS_GEOMETRY_COLLECTION, 3, "pl" },
};

static const struct
{
  const char *text;
  AtlasRule   rule;
  const char *message;
} bad[] = {
  { "7", ATLAS_RULE_TYPE, "#: an object is due here" },
  { "{}", ATLAS_RULE_MISSING, "#: “type” is missing" },
  { "{\"type\":\"Point\"}", ATLAS_RULE_MISSING, "#: “coordinates” is missing" },
  { "{\"type\":\"point\",\"coordinates\":[1,2]}", ATLAS_RULE_GEOMETRY, "#/type: “point” is none of: Point, " },
  { "{\"type\":\"Point\",\"coordinates\":[]}", ATLAS_RULE_POSITION, "#/coordinates: a position has 2 or 3 numbers, not 0" },
  { "{\"type\":\"Point\",\"coordinates\":[1,2,3,4]}", ATLAS_RULE_POSITION, "#/coordinates: a position has 2 or 3 numbers, not 4" },
  { "{\"type\":\"Point\",\"coordinates\":[180.001,2]}", ATLAS_RULE_POSITION, "#/coordinates: [180.001, 2] is not on the Earth" },
  { "{\"type\":\"Point\",\"coordinates\":[2,-95]}", ATLAS_RULE_POSITION, "#/coordinates: [2, -95] is not on the Earth" },
  { "{\"type\":\"Point\",\"coordinates\":[1e308,1e308]}", ATLAS_RULE_POSITION, "#/coordinates: [1e+308, 1e+308] is not" },
  { "{\"type\":\"Point\",\"coordinates\":[null,1]}", ATLAS_RULE_TYPE, "#/coordinates/0: a number is due here, not null" },
  { "{\"type\":\"MultiPoint\",\"coordinates\":[]}", ATLAS_RULE_GEOMETRY, "#/coordinates: 0 positions where 1 are the least" },
  { "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}", ATLAS_RULE_GEOMETRY, "#/coordinates: 1 positions where 2 are the least" },
  { "{\"type\":\"LineString\",\"coordinates\":[1,2]}", ATLAS_RULE_TYPE, "#/coordinates/0: an array is due here" },
  { "{\"type\":\"MultiLineString\",\"coordinates\":[]}", ATLAS_RULE_GEOMETRY, "#/coordinates: no positions at all" },
  { "{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[1,91],[3,4]]]}", ATLAS_RULE_POSITION, "#/coordinates/1/0: [1, 91]" },
  { "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}", ATLAS_RULE_GEOMETRY, "#/coordinates/0: 3 positions where 4 are the least" },
  { "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,0],[2,2],[0,2]]]}", ATLAS_RULE_GEOMETRY, "#/coordinates/0: the ring is not closed" },
  { "{\"type\":\"MultiPolygon\",\"coordinates\":[[" RING "],[]]}", ATLAS_RULE_GEOMETRY, "#/coordinates/1: no positions at all" },
  { "{\"type\":\"MultiPolygon\",\"coordinates\":[[" RING ",[[0,0],[1,0],[1,1],[0,1]]]]}", ATLAS_RULE_GEOMETRY, "#/coordinates/0/1: the ring is not closed" },
  { "{\"type\":\"GeometryCollection\",\"geometries\":[]}", ATLAS_RULE_GEOMETRY, "#/geometries: no positions at all" },
  { "{\"type\":\"GeometryCollection\",\"geometries\":[null]}", ATLAS_RULE_TYPE, "#/geometries/0: an object is due here, not null" },
};

static gboolean
read_text (const char     *text,
           AtlasGeometry **geometry,
           GError        **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JsonNode) root = atlas_json_parse (bytes, error);

  return root != NULL && atlas_geojson_read_geometry (&ATLAS_JSON_ROOT (root), geometry, error);
}

static void
test_good (void)
{
  static const char letters[] = {
    [ATLAS_PART_POINT] = 'p',
    [ATLAS_PART_LINE] = 'l',
    [ATLAS_PART_RING] = 'r',
    [ATLAS_PART_HOLE] = 'h',
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (AtlasGeometry) geometry = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", good[i].text);
      g_assert_true (read_text (good[i].text, &geometry, &error));
      g_assert_cmpint (atlas_geometry_get_geometry_type (geometry), ==, good[i].type);
      g_assert_cmpuint (atlas_geometry_get_n_points (geometry), ==, good[i].n_points);
      g_assert_cmpuint (atlas_geometry_get_n_parts (geometry), ==, strlen (good[i].kinds));
      for (guint j = 0; good[i].kinds[j] != '\0'; j++)
        g_assert_cmpint (letters[atlas_geometry_get_part (geometry, j)->kind], ==, good[i].kinds[j]);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (AtlasGeometry) geometry = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (read_text (bad[i].text, &geometry, &error));
      g_assert_null (geometry);
      if (!g_str_has_prefix (error->message, bad[i].message))
        g_error ("“%s” does not begin with “%s”", error->message, bad[i].message);
      g_assert_error (error, ATLAS_BUNDLE_ERROR, (int) bad[i].rule);
    }
}

static void
test_limit_coordinates (void)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2]");
  g_autoptr (AtlasGeometry) geometry = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < ATLAS_LIMIT_COORDINATES; i++)
    g_string_append (text, ",[1,2]");
  g_string_append (text, "]}");
  g_assert_false (read_text (text->str, &geometry, &error));
  g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT);
}

static void
test_limit_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AtlasGeometry) geometry = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= ATLAS_LIMIT_GEOMETRY_DEPTH; i++)
    g_string_append (text, "{\"type\":\"GeometryCollection\",\"geometries\":[");
  g_string_append (text, "{\"type\":\"Point\",\"coordinates\":[1,2]}");
  for (guint i = 0; i <= ATLAS_LIMIT_GEOMETRY_DEPTH; i++)
    g_string_append (text, "]}");
  g_assert_false (read_text (text->str, &geometry, &error));
  g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geojson/good", test_good);
  g_test_add_func ("/geojson/bad", test_bad);
  g_test_add_func ("/geojson/limit/coordinates", test_limit_coordinates);
  g_test_add_func ("/geojson/limit/depth", test_limit_depth);

  return g_test_run ();
}
