// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-json.h"
#include "export-fixture.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *root = atlas_json_parse (bytes, &error);

  g_assert_no_error (error);

  return root;
}

static JsonNode *
parse_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "items.geojson", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return parse (text);
}

static JsonArray *
get_features (JsonNode *root)
{
  return json_object_get_array_member (json_node_get_object (root), "features");
}

static JsonNode *
find_feature (JsonNode   *root,
              const char *id)
{
  JsonArray *features = get_features (root);

  for (guint i = 0; i < json_array_get_length (features); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (features, i), "id"), id))
      return json_array_get_element (features, i);

  return NULL;
}

/* What the atlas's own file says of each item is what is written, member by member: nothing is lost, nothing is added. */
static void
test_real (void)
{
  g_autoptr (AtlasDataset) dataset = export_load_real ();
  g_autofree char *text = export_to_text (dataset, "geojson");
  g_autoptr (JsonNode) written = parse (text);
  g_autoptr (JsonNode) original = parse_file (g_getenv ("ATLAS_TEST_BUNDLE"));
  JsonArray *features = get_features (original);

  g_assert_cmpuint (json_array_get_length (features), >, 100);
  g_assert_cmpuint (json_array_get_length (get_features (written)), ==, json_array_get_length (features));
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonNode   *feature = json_array_get_element (features, i);
      const char *id = json_object_get_string_member (json_node_get_object (feature), "id");

      if (!json_node_equal (feature, find_feature (written, id)))
        g_error ("%s is not written as it was", id);
    }
}

/* Faults that a file of another program may have: kept, and written again. */
static const struct
{
  const char *path, *from, *to;
} changes[] = {
  { "as-it-is", "\"colour\"", "\"colour\"" },
  { "altitudes", "[[49.5, 40.2], [45.0, 41.5], [36.0, 36.9]]", "[[49.5, 40.2, -28], [45.0, 41.5, 1200.5], [36.0, 36.9, 0]]" },
  { "long-numbers", "[49.5, 40.2]", "[49.123456789012345, 0.1]" },
  { "earliest", "\"start\": { \"in\": \"2006-06\" }", "\"start\": { \"earliest\": \"2006-06\", \"latest\": \"2006-07\" }" },
  { "unknown-begin", "{ \"in\": \"2006-06\" }", "{ \"in\": \"\" }" },
  { "in-phase", "\"note\": \"First oil\"", "\"note\": \"First oil\", \"by\": { \"deep\": [1, null, true, 1e20] }" },
  { "quotes", "\"It is long.\", \"sources\"", "\"It \\\"is\\\" \\\\ long,\\nand\\tmore: é Ə 日.\", \"sources\"" },
  { "own-feature-member", "\"ownWord\": 42", "\"ownWord\": { \"type\": \"Feature\" }, \"@context\": \"https://example.org\"" },
  { "small-accuracy", "\"accuracyKm\": 5", "\"accuracyKm\": 0.1234567" },
  { "multi-point", "null,\n      \"when\"", "{ \"type\": \"MultiPoint\", \"coordinates\": [[1, 2], [3, 4]] },\n      \"when\"" },
  { "multi-line", "null,\n      \"when\"", "{ \"type\": \"MultiLineString\", \"coordinates\": [[[1, 2], [3, 4]], [[5, 6], [7, 8], [9, 10]]] },\n      \"when\"" },
  { "multi-polygon", "null,\n      \"when\"",
    "{ \"type\": \"MultiPolygon\", \"coordinates\": [[[[0, 0], [9, 0], [9, 9], [0, 0]], [[6, 1], [7, 3], [7, 2], [6, 1]]], [[[20, 0], [29, 0], [29, 9], [20, 0]]]] },\n      \"when\"" },
  { "collection", "null,\n      \"when\"",
    "{ \"type\": \"GeometryCollection\", \"geometries\": [{ \"type\": \"Point\", \"coordinates\": [1, 2] }, { \"type\": \"LineString\", \"coordinates\": [[1, 2], [3, 4]] }, { \"type\": \"Polygon\", \"coordinates\": [[[0, 0], [9, 0], [9, 9], [0, 0]]] }] },\n      \"when\"" },
};

/* The written file can take the place of the original in its atlas; its items are written the same again, and no member of the original is missing in them. */
static void
test_round_trip (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  char            *folder = test_bundle_copy ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonNode) original = NULL;
  g_autoptr (JsonNode) written = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasDataset) again = NULL;

  test_bundle_replace (folder, "items.geojson", changes[i].from, changes[i].to);
  original = parse_file (folder);
  dataset = export_load (folder);
  first = export_to_text (dataset, "geojson");
  test_bundle_write (folder, "items.geojson", first, strlen (first));
  again = export_load (folder);
  second = export_to_text (again, "geojson");
  test_bundle_delete (folder);

  g_assert_cmpstr (first, ==, second);
  written = parse (first);
  for (guint k = 0; k < json_array_get_length (get_features (original)); k++)
    {
      JsonObject *feature = json_array_get_object_element (get_features (original), k);
      JsonObject *other = json_node_get_object (find_feature (written, json_object_get_string_member (feature, "id")));
      g_autoptr (GList) members = json_object_get_members (feature);
      JsonObject *properties = json_object_get_object_member (feature, "properties");
      g_autoptr (GList) names = json_object_get_members (properties);

      for (GList *at = members; at != NULL; at = at->next)
        if (!g_str_equal (at->data, "properties"))
          g_assert_true (json_node_equal (json_object_get_member (feature, at->data), json_object_get_member (other, at->data)));
      for (GList *at = names; at != NULL; at = at->next)
        g_assert_true (json_node_equal (json_object_get_member (properties, at->data),
                                        json_object_get_member (json_object_get_object_member (other, "properties"), at->data)));
    }
}

/* RFC 7946, 3.1.6: rings go round the other way when they were written so. */
static void
test_winding (void)
{
  g_autoptr (AtlasDataset) dataset = export_load_changed ("[[46.0, 39.0], [47.0, 39.0], [47.0, 40.0], [46.0, 40.0], [46.0, 39.0]]",
                                                          "[[46.0, 39.0], [46.0, 40.0], [47.0, 40.0], [47.0, 39.0], [46.0, 39.0]]");
  g_autofree char *text = export_to_text (dataset, "geojson");

  g_assert_nonnull (strstr (text, "[[[46,39],[47,39],[47,40],[46,40],[46,39]],[[46.4,39.4],[46.4,39.6],[46.6,39.6],[46.6,39.4],[46.4,39.4]]]"));
}

static void
test_head (void)
{
  g_autoptr (AtlasDataset) dataset = export_load_changed (NULL, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *whole = export_to_text (dataset, "geojson");
  g_autofree char *empty = export_items_to_text (dataset, items, "geojson");
  g_autoptr (JsonNode) root = parse (whole);
  g_autoptr (JsonNode) nothing = parse (empty);
  JsonArray *box = json_object_get_array_member (json_node_get_object (root), "bbox");

  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "type"), ==, "FeatureCollection");
  g_assert_cmpuint (json_array_get_length (box), ==, 4);
  g_assert_cmpfloat (json_array_get_double_element (box, 0), ==, 36.0);
  g_assert_cmpfloat (json_array_get_double_element (box, 1), ==, 36.9);
  g_assert_cmpfloat (json_array_get_double_element (box, 2), ==, 49.5);
  g_assert_cmpfloat (json_array_get_double_element (box, 3), ==, 41.5);

  g_assert_cmpuint (json_array_get_length (get_features (nothing)), ==, 0);
  g_assert_false (json_object_has_member (json_node_get_object (nothing), "bbox"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/exporter-geojson/real", test_real);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/io/exporter-geojson/round-trip/", changes[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_round_trip);
    }
  g_test_add_func ("/io/exporter-geojson/winding", test_winding);
  g_test_add_func ("/io/exporter-geojson/head", test_head);

  return g_test_run ();
}
