// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dataset-loader.h"
#include "atlas-evidence.h"

#include <json-glib/json-glib.h>

/* The evidence of the atlas that is part of the program, counted once more from its files, with other means. */

typedef struct
{
  GHashTable *types; /* id → CSL type, of independent references */
  GHashTable *tiers; /* id → tier or "" */
} Sources;

static JsonNode *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_TEST_BUNDLE"), name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

static Sources
read_sources (void)
{
  Sources sources = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  g_autoptr (JsonNode) root = read_file ("sources.json");
  JsonArray *array = json_node_get_array (root);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *source = json_array_get_object_element (array, i);
      JsonObject *custom = json_object_get_object_member (source, "custom");
      const char *id = json_object_get_string_member (source, "id");

      if (g_str_equal (json_object_get_string_member (custom, "role"), "report"))
        continue;
      g_hash_table_insert (sources.types, g_strdup (id), g_strdup (json_object_get_string_member (source, "type")));
      g_hash_table_insert (sources.tiers, g_strdup (id), g_strdup (json_object_get_string_member_with_default (custom, "tier", "")));
    }

  return sources;
}

static void
collect (GHashTable *ids,
         JsonObject *holder)
{
  JsonArray *array = holder != NULL && json_object_has_member (holder, "sources") ? json_object_get_array_member (holder, "sources") : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_hash_table_add (ids, g_strdup (json_array_get_string_element (array, i)));
}

/* The level of a feature by the table in atlas-evidence.h, read once more. */
static AtlasEvidenceLevel
weigh (const Sources *sources,
       JsonObject    *properties)
{
  static const char *const lists[] = { "facts", "phases", "milestones" };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char    *own = NULL;
  const char    *id = NULL;
  guint          n_mirrors = 0;
  guint          n_others = 0;
  gboolean       has_primary = FALSE;
  GHashTableIter iter;

  if (json_object_has_member (properties, "differs"))
    {
      JsonArray *differs = json_object_get_array_member (properties, "differs");

      for (guint i = 0; i < json_array_get_length (differs); i++)
        if (json_object_has_member (json_array_get_object_element (differs, i), "public"))
          return ATLAS_EVIDENCE_DISPUTED;
    }

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    if (json_object_has_member (properties, lists[list]))
      {
        JsonArray *array = json_object_get_array_member (properties, lists[list]);

        for (guint i = 0; i < json_array_get_length (array); i++)
          collect (ids, json_array_get_object_element (array, i));
      }
  if (json_object_has_member (properties, "coverage"))
    collect (ids, json_object_get_object_member (properties, "coverage"));
  if (json_object_has_member (properties, "primaryText"))
    own = json_object_get_string_member (json_object_get_object_member (properties, "primaryText"), "source");
  if (own != NULL)
    g_hash_table_add (ids, g_strdup (own));

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if (g_hash_table_contains (sources->types, id))
      {
        const char *tier = g_hash_table_lookup (sources->tiers, id);

        has_primary |= g_strcmp0 (id, own) == 0 || g_str_equal (tier, "primary-text") || g_str_equal (g_hash_table_lookup (sources->types, id), "treaty");
        n_mirrors += g_str_equal (tier, "mirror") ? 1 : 0;
        n_others += g_str_equal (tier, "mirror") ? 0 : 1;
      }

  if (has_primary)
    return ATLAS_EVIDENCE_PRIMARY;
  n_others += n_mirrors > 0 ? 1 : 0;

  return n_others > 1 ? ATLAS_EVIDENCE_SEVERAL : (AtlasEvidenceLevel) n_others;
}

static void
test_atlas (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (folder, NULL, &error);
  g_autoptr (JsonNode) root = read_file ("items.geojson");
  JsonArray *features = json_object_get_array_member (json_node_get_object (root), "features");
  Sources    sources = read_sources ();
  guint      counts[ATLAS_N_EVIDENCE_LEVELS] = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (features), ==, atlas_dataset_get_n_items (dataset));
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      JsonObject        *feature = json_array_get_object_element (features, i);
      const char        *id = json_object_get_string_member (feature, "id");
      AtlasEvidenceLevel expected = weigh (&sources, json_object_get_object_member (feature, "properties"));
      AtlasItem         *item = atlas_dataset_lookup (dataset, id);

      g_test_message ("%s", id);
      g_assert_cmpint (atlas_evidence_get_level (atlas_item_get_evidence (item)), ==, expected);
      counts[expected]++;
    }

  for (guint level = 0; level < ATLAS_N_EVIDENCE_LEVELS; level++)
    g_test_message ("%s: %u", atlas_evidence_level_get_id (level), counts[level]);
  g_assert_cmpuint (counts[ATLAS_EVIDENCE_DISPUTED], >, counts[ATLAS_EVIDENCE_ONE]);
  g_assert_cmpuint (counts[ATLAS_EVIDENCE_SEVERAL], >, 0);
  g_assert_cmpuint (counts[ATLAS_EVIDENCE_PRIMARY], >, 0);
  g_hash_table_unref (sources.types);
  g_hash_table_unref (sources.tiers);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/atlas", test_atlas);

  return g_test_run ();
}
