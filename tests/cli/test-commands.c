// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The terminal program as a person meets it: it is run, and its words and exit status are looked at. */

#include "atlas-reference-format.h"
#include "bundle.h"
#include "cli-run.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define N_ITEMS 148
#define N_TREATIES 15
#define N_CITATIONS 47

#define RUN(run, ...) run_words (run, (const char *[]){ __VA_ARGS__, NULL })

/* What a command prints as JSON. (transfer full) */
static JsonNode *
run_json (const char *command,
          const char *word)
{
  g_auto (Run) run = { 0 };
  g_autoptr (GError) error = NULL;
  JsonNode *node = NULL;

  RUN (&run, command, "--json", word);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  node = json_from_string (run.out, &error);
  g_assert_no_error (error);

  return node;
}

/* The member of an array of objects whose "id" is @id, or NULL. */
static JsonObject *
find_by_id (JsonArray  *array,
            const char *id)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (object, "id"), id))
        return object;
    }

  return NULL;
}

static void
test_list_ids (void)
{
  g_autoptr (JsonNode) node = run_json ("list", NULL);
  JsonArray       *items = json_node_get_array (node);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "item-ids.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  ids = g_strsplit (g_strstrip (text), "\n", -1);

  g_assert_cmpuint (g_strv_length (ids), ==, N_ITEMS);
  g_assert_cmpuint (json_array_get_length (items), ==, N_ITEMS);
  for (guint i = 0; ids[i] != NULL; i++)
    if (find_by_id (items, ids[i]) == NULL)
      g_error ("%s is not in the list", ids[i]);
}

static void
test_list_kinds (void)
{
  static const char *const kinds[] = { "pipeline", "corridor", "railway", "site", "zone", "treaty", "event", "period", "scenario" };
  g_autoptr (JsonNode) node = run_json ("list", NULL);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *items = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (items); i++)
    g_hash_table_add (found, (gpointer) json_object_get_string_member (json_array_get_object_element (items, i), "kind"));

  g_assert_cmpuint (g_hash_table_size (found), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_true (g_hash_table_contains (found, kinds[i]));
}

static void
test_list_treaties (void)
{
  g_autoptr (JsonNode) node = run_json ("list", NULL);
  JsonArray *items = json_node_get_array (node);
  guint      n_found[N_TREATIES + 1] = { 0 };

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      gint64      number = json_object_get_int_member_with_default (item, "treaty", 0);

      g_assert_cmpint (number, <=, N_TREATIES);
      n_found[number]++;
    }

  for (guint number = 1; number <= N_TREATIES; number++)
    g_assert_cmpuint (n_found[number], ==, 1);
}

/* A line an item, its id first. */
static void
test_list_text (void)
{
  g_auto (Run) run = { 0 };
  g_auto (GStrv) lines = NULL;

  RUN (&run, "list");
  g_assert_cmpint (run.status, ==, 0);
  lines = g_strsplit (g_strchomp (run.out), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, N_ITEMS);
  g_assert_true (g_str_has_prefix (lines[0], "khankendi-stepanakert\t"));
}

// clang-format off
static const struct
{
  const char *date;
  const char *id;
  const char *is; /* a status; "alive"; "not alive"; "not operating" */
} moments[] = {
  { "2006-07", "btc", "operating" },
  { "2006-07", "wrep", "operating" },
  { "2006-07", "nrep", "operating" },
  { "2006-07", "gabala-radar", "operating" },
  { "2006-07", "tanap", "not operating" },
  { "2006-07", "tap", "not operating" },
  { "2013-01", "gabala-radar", "closed" },
  { "2013-01", "gabala-radar", "not alive" },
  { "2021-01-15", "lachin-corridor-zone-2020", "alive" },
  { "2021-01-15", "russian-peacekeeping-zone-2020-2022", "alive" },
  { "2021-01-15", "lachin-corridor-zone-2022", "not alive" },
  { "2021-01-15", "russian-peacekeeping-zone-2022-2024", "not alive" },
  { "2022-08-25", "lachin-corridor-zone-2020", "alive" },
  { "2022-08-25", "lachin-corridor-zone-2022", "not alive" },
  { "2022-08-25", "russian-peacekeeping-zone-2020-2022", "alive" },
  { "2022-08-25", "russian-peacekeeping-zone-2022-2024", "not alive" },
  { "2022-08-26", "lachin-corridor-zone-2020", "not alive" },
  { "2022-08-26", "lachin-corridor-zone-2022", "alive" },
  { "2022-08-26", "russian-peacekeeping-zone-2020-2022", "not alive" },
  { "2022-08-26", "russian-peacekeeping-zone-2022-2024", "alive" },
};
// clang-format on

static void
test_at (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (JsonNode) node = run_json ("at", moments[i].date);
  JsonObject *item = find_by_id (json_node_get_array (node), moments[i].id);
  gboolean    is_alive = item != NULL && json_object_get_boolean_member (item, "alive");
  const char *status = item != NULL ? json_object_get_string_member_with_default (item, "status", "none") : "none";

  if (g_str_equal (moments[i].is, "alive") || g_str_equal (moments[i].is, "not alive"))
    g_assert_cmpint (is_alive, ==, g_str_equal (moments[i].is, "alive"));
  else if (g_str_equal (moments[i].is, "not operating"))
    g_assert_cmpstr (status, !=, "operating");
  else
    g_assert_cmpstr (status, ==, moments[i].is);
}

/* Every number that the report cites stands in at least one of its passages. */
static void
test_cite (void)
{
  for (guint number = 1; number <= N_CITATIONS; number++)
    {
      g_autofree char *word = g_strdup_printf ("%u", number);
      g_autofree char *mark = g_strdup_printf ("[%u]", number);
      g_autoptr (JsonNode) node = run_json ("cite", word);
      JsonObject *cite = json_node_get_object (node);
      JsonArray  *passages = json_object_get_array_member (cite, "passages");

      g_assert_cmpint (json_object_get_int_member (cite, "citation"), ==, number);
      g_assert_cmpuint (json_array_get_length (passages), >=, 1);
      for (guint i = 0; i < json_array_get_length (passages); i++)
        g_assert_nonnull (strstr (json_object_get_string_member (json_array_get_object_element (passages, i), "text"), mark));
    }
}

static void
test_cite_items (void)
{
  g_autoptr (JsonNode) node = run_json ("cite", "39");
  JsonObject *cite = json_node_get_object (node);

  g_assert_nonnull (find_by_id (json_object_get_array_member (cite, "passages"), "security-4"));
  g_assert_nonnull (find_by_id (json_object_get_array_member (cite, "items"), "gabala-radar"));
}

static void
test_search (void)
{
  static const char *const spellings[] = { "Stepanakert", "Khankendi", "Xankəndi", "Степанакерт" };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr (JsonNode) node = run_json ("search", spellings[i]);
      JsonObject *first = json_array_get_object_element (json_node_get_array (node), 0);

      g_assert_cmpstr (json_object_get_string_member (first, "group"), ==, "item");
      g_assert_cmpstr (json_object_get_string_member (first, "id"), ==, "khankendi-stepanakert");
    }
}

/* What is exported is read again: all of it, or what was asked for. */
static const struct
{
  const char *path;
  const char *words[8];
  const char *format;
  guint       n_references; /* 0: more than 400 */
} exports[] = {
  { "default", { "export", "references" }, "csl", 0 },
  { "csl", { "export", "references", "--format", "csl" }, "csl", 0 },
  { "biblatex", { "export", "references", "--format", "biblatex", "--role", "independent" }, "biblatex", 0 },
  { "ris", { "export", "references", "--format=ris", "--role=report" }, "ris", N_CITATIONS },
  { "ids", { "export", "references", "--format=ris", "--id=report-12", "--id=report-3" }, "ris", 2 },
  { "id-of-role", { "export", "references", "--id=report-12", "--role=independent" }, "csl", G_MAXUINT },
};

static void
test_export (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (Run) run = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = NULL;

  run_words (&run, (const char **) exports[i].words);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");

  bytes = g_bytes_new_static (run.out, strlen (run.out));
  g_assert_true (atlas_reference_format_detect (bytes) == atlas_reference_format_lookup (exports[i].format));
  references = atlas_reference_format_read (NULL, bytes, "exported", findings);
  g_assert_cmpuint (findings->len, ==, 0);
  if (exports[i].n_references == 0)
    g_assert_cmpuint (references->len, >, 400);
  else
    g_assert_cmpuint (references->len, ==, exports[i].n_references == G_MAXUINT ? 0 : exports[i].n_references);
}

static void
test_validate_builtin (void)
{
  g_auto (Run) run = { 0 };

  RUN (&run, "validate");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "");
}

static void
test_validate_good (void)
{
  char *folder = test_bundle_copy ();
  g_auto (Run) run = { 0 };
  g_auto (Run) listed = { 0 };

  RUN (&run, "validate", folder);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "");

  RUN (&listed, "--bundle", folder, "list");
  g_assert_cmpint (listed.status, ==, 0);
  g_assert_cmpstr (listed.out, !=, "");

  test_bundle_delete (folder);
}

/* File, place and rule, in one line. */
static void
test_validate_broken (void)
{
  char *folder = test_bundle_copy ();
  g_auto (Run) run = { 0 };
  g_auto (Run) listed = { 0 };

  test_bundle_replace (folder, "items.geojson", "\"kind\"", "\"kinder\"");
  RUN (&run, "validate", folder);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_true (g_regex_match_simple ("^items\\.geojson#/features/0/properties[^ ]*: [a-z-]+: \\S.*$", run.out, G_REGEX_MULTILINE, 0));

  /* What is not valid is not shown either. */
  RUN (&listed, "--bundle", folder, "list");
  g_assert_cmpint (listed.status, ==, 2);
  g_assert_cmpstr (listed.out, ==, "");
  g_assert_nonnull (strstr (listed.err, "items.geojson"));

  test_bundle_delete (folder);
}

// clang-format off
static const struct
{
  const char *name;
  const char *words[4];
  int         status;
} statuses[] = {
  { "no-command", { NULL }, 2 },
  { "unknown-command", { "frobnicate" }, 2 },
  { "unknown-option", { "list", "--frobnicate" }, 2 },
  { "at-without-date", { "at" }, 2 },
  { "at-bad-date", { "at", "2006-13" }, 2 },
  { "cite-without-number", { "cite" }, 2 },
  { "cite-no-number", { "cite", "btc" }, 2 },
  { "cite-negative", { "cite", "--", "-1" }, 2 },
  { "cite-unknown", { "cite", "48" }, 1 },
  { "export-without-words", { "export" }, 2 },
  { "export-nothing", { "export", "items" }, 2 },
  { "export-bad-format", { "export", "references", "--format=word" }, 2 },
  { "export-bad-role", { "export", "references", "--role=other" }, 2 },
  { "export-unknown-id", { "export", "references", "--id=nothing" }, 1 },
  { "search-without-words", { "search" }, 2 },
  { "search-nothing", { "search", "qqzzxx" }, 1 },
  { "no-bundle", { "--bundle", "/nonexistent", "list" }, 2 },
  { "validate-no-bundle", { "validate", "/nonexistent" }, 1 },
  { "version", { "--version" }, 0 },
  { "help", { "--help" }, 0 },
};
// clang-format on

/* The atlas's own telling stands for the report's text: all of it matches, and nothing is written anywhere. */
static void
test_import (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_TEST_BUNDLE"), "report.md", NULL);
  g_autoptr (JsonNode) node = run_json ("import", path);
  JsonObject *summary = json_node_get_object (node);
  g_auto (Run) text = { 0 };

  g_assert_cmpstr (json_object_get_string_member (summary, "format"), ==, "markdown");
  g_assert_cmpint (json_object_get_int_member (summary, "matched"), ==, json_object_get_int_member (summary, "atlasPassages"));
  g_assert_cmpint (json_object_get_int_member (summary, "own"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (summary, "citations"), ==, N_CITATIONS);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (summary, "rows")), ==, (guint) json_object_get_int_member (summary, "matched"));

  RUN (&text, "import", path);
  g_assert_cmpint (text.status, ==, 0);
  g_assert_nonnull (strstr (text.out, "report.md"));
}

/* Another text is refused in words. */
static void
test_import_refused (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_TEST_BUNDLE"), "sources.json", NULL);
  g_auto (Run) run = { 0 };

  RUN (&run, "import", path);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_nonnull (strstr (run.err, "sources.json"));
}

static void
test_status (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (Run) run = { 0 };

  RUN (&run, statuses[i].words[0], statuses[i].words[1], statuses[i].words[2]);
  g_assert_cmpint (run.status, ==, statuses[i].status);

  /* A refusal says why, and not where the answer would be. */
  if (statuses[i].status == 2)
    {
      g_assert_cmpstr (run.out, ==, "");
      g_assert_cmpstr (run.err, !=, "");
    }
}

static void
add_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/at/%s/%s/%s", moments[i].date, moments[i].id, moments[i].is);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_at);
    }

  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/export/", exports[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_export);
    }

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/status/", statuses[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_status);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/list/ids", test_list_ids);
  g_test_add_func ("/cli/list/kinds", test_list_kinds);
  g_test_add_func ("/cli/list/treaties", test_list_treaties);
  g_test_add_func ("/cli/list/text", test_list_text);
  g_test_add_func ("/cli/cite/all", test_cite);
  g_test_add_func ("/cli/cite/items", test_cite_items);
  g_test_add_func ("/cli/search/spellings", test_search);
  g_test_add_func ("/cli/validate/builtin", test_validate_builtin);
  g_test_add_func ("/cli/validate/good", test_validate_good);
  g_test_add_func ("/cli/validate/broken", test_validate_broken);
  g_test_add_func ("/cli/import/whole", test_import);
  g_test_add_func ("/cli/import/refused", test_import_refused);
  add_tables ();

  return g_test_run ();
}
