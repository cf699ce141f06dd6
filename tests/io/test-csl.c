// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-csl-private.h"

#include "atlas-limits.h"
#include "atlas-reference.h"

#include <string.h>

/* Dates as CSL writers give them; NULL: nothing that EDTF can say. */
static const struct
{
  const char *json;
  const char *edtf;
} dates[] = {
  { "\"2024-06-12\"", "2024-06-12" },
  { "\"2024-06~\"", "2024-06~" },
  { "{\"edtf\":\"2004-06/2006\"}", "2004-06/2006" },
  { "{\"date-parts\":[[2024]]}", "2024" },
  { "{\"date-parts\":[[2024,6]]}", "2024-06" },
  { "{\"date-parts\":[[2024,6,2]]}", "2024-06-02" },
  { "{\"date-parts\":[[\"2024\",\"6\"]]}", "2024-06" },
  { "{\"date-parts\":[[2023,12,30],[2024,1,2]]}", "2023-12-30/2024-01-02" },
  { "{\"date-parts\":[[-44,3,15]]}", "-0044-03-15" },
  { "{\"date-parts\":[[2024]],\"circa\":true}", "2024~" },
  { "{\"date-parts\":[[2024]],\"circa\":false}", "2024" },
  { "{\"date-parts\":[[2024]],\"season\":1}", "2024-21" },
  { "{\"raw\":\"2024-06\"}", "2024-06" },
  { "{\"literal\":\"2024-06\"}", "2024-06" },
  { "{\"raw\":\"June 2024\"}", NULL },
  { "{\"literal\":\"n.d.\"}", NULL },
};

static const char *const bad_dates[] = {
  "7",
  "\"June\"",
  "\"\"",
  "{\"edtf\":\"June\"}",
  "{\"date-parts\":[]}",
  "{\"date-parts\":[[]]}",
  "{\"date-parts\":[[2024,13]]}",
  "{\"date-parts\":[[2024,2,30]]}",
  "{\"date-parts\":[[2024,1,2,3]]}",
  "{\"date-parts\":[[2024.5]]}",
  "{\"date-parts\":[[\"MMXXIV\"]]}",
  "{\"date-parts\":[[1e300]]}",
  "{\"date-parts\":[[2024],[2023]]}",
  "{\"date-parts\":[[2024],[2025],[2026]]}",
  "{\"date-parts\":[[2024]],\"season\":5}",
  "{\"date-parts\":2024}",
};

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *root = atlas_json_parse (bytes, &error);

  g_assert_no_error (error);

  return root;
}

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (JsonNode) root = parse (dates[i].json);
      gboolean         lossy = FALSE;
      AtlasJson        json = { .node = root, .lossy = &lossy };
      g_autofree char *edtf = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", dates[i].json);
      g_assert_true (atlas_csl_read_date (&json, &edtf, &error));
      g_assert_cmpstr (edtf, ==, dates[i].edtf);
      g_assert_cmpint (lossy, ==, dates[i].edtf == NULL); /* words that are no date are kept elsewhere */
    }
}

static void
test_bad_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_dates); i++)
    {
      g_autoptr (JsonNode) root = parse (bad_dates[i]);
      g_autofree char *edtf = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad_dates[i]);
      g_assert_false (atlas_csl_read_date (&ATLAS_JSON_ROOT (root), &edtf, &error));
      g_assert_true (error->domain == ATLAS_BUNDLE_ERROR);
      g_assert_null (edtf);
    }
}

/* Reads one record; says that there was no error. */
static AtlasReference *
read_one (const char *text)
{
  g_autoptr (JsonNode) root = parse (text);
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = atlas_csl_read (&ATLAS_JSON_ROOT (root), "sources.json", findings);

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpuint (references->len, ==, 1);

  return g_object_ref (g_ptr_array_index (references, 0));
}

/* Dates as they are written: what date-parts and circa say, and whether that is all. */
static const struct
{
  const char *edtf;
  const char *json;
  gboolean    exact;
} written[] = {
  { "2024", "{\"date-parts\":[[2024]]}", TRUE },
  { "2024-06", "{\"date-parts\":[[2024,6]]}", TRUE },
  { "2024-06-12", "{\"date-parts\":[[2024,6,12]]}", TRUE },
  { "2023-12-30/2024-01-02", "{\"date-parts\":[[2023,12,30],[2024,1,2]]}", TRUE },
  { "-0044-03-15", "{\"date-parts\":[[-44,3,15]]}", TRUE },
  { "2024~", "{\"date-parts\":[[2024]],\"circa\":true}", TRUE },
  { "2024-24", "{\"date-parts\":[[2024]],\"season\":4}", TRUE },
  { "2024?", "{\"date-parts\":[[2024]],\"circa\":true}", FALSE },
  { "2024-06%", "{\"date-parts\":[[2024,6]],\"circa\":true}", FALSE },
  { "2004/..", "{\"date-parts\":[[2004]]}", FALSE },
  { "../1985", "{\"date-parts\":[[1985]]}", FALSE },
  { "1985/", "{\"date-parts\":[[1985]]}", FALSE },
  { "2004~/2006", "{\"date-parts\":[[2004],[2006]],\"circa\":true}", FALSE },
  { "201X", "{\"date-parts\":[[2010],[2019]]}", FALSE },
  { "2004-XX", "{\"date-parts\":[[2004]]}", FALSE },
  { "Y170000002", NULL, FALSE },
  { "June", NULL, FALSE },
};

static void
test_write_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      gboolean exact = TRUE;
      g_autoptr (JsonNode) node = atlas_csl_create_date (written[i].edtf, &exact);
      g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : NULL;

      g_test_message ("%s", written[i].edtf);
      g_assert_cmpstr (text, ==, written[i].json);
      g_assert_cmpint (exact, ==, written[i].exact);
    }
}

static void
test_record (void)
{
  g_autoptr (AtlasReference) reference = read_one ("[{\"id\":7,\"type\":\"book\",\"author\":["
                                                   "{\"family\":\"Gogh\",\"given\":\"Vincent\",\"non-dropping-particle\":\"van\"},"
                                                   "{\"family\":\"King\",\"given\":\"Martin Luther\",\"suffix\":\"Jr.\"},{\"literal\":\"UN\"}],"
                                                   "\"issued\":{\"literal\":\"no date\"},\"abstract\":\"…\"}]");
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);

  g_assert_cmpstr (fields->id, ==, "7");
  g_assert_cmpstr (fields->authors, ==, "Vincent van Gogh; Martin Luther King Jr.; UN");
  g_assert_null (fields->issued);
  g_assert_cmpstr (fields->title, ==, "(no title)");
  g_assert_false (fields->title_known);
  g_assert_cmpint (fields->role, ==, ATLAS_REFERENCE_INDEPENDENT);
  g_assert_nonnull (strstr (fields->extra, "\"abstract\":\"…\""));
  g_assert_nonnull (strstr (fields->extra, "\"issued\":{\"literal\":\"no date\"}"));
  g_assert_null (strstr (fields->extra, "author")); /* names are read whole */
}

/* Every variable that the program knows, some that it does not, and dates that CSL cannot say. */
static const char whole_record[] =
  "[{\"id\":\"a\",\"type\":\"report\",\"title\":\"T\",\"author\":[{\"family\":\"Fontaine\",\"given\":\"Jean\",\"dropping-particle\":\"de\","
  "\"non-dropping-particle\":\"La\",\"suffix\":\"Jr.\"},{\"literal\":\"Azərbaycan\"}],\"editor\":[{\"family\":\"E\"}],\"container-title\":\"C\","
  "\"publisher\":\"P\",\"publisher-place\":\"Baku\",\"genre\":\"G\",\"number\":\"1/2\",\"volume\":\"3\",\"issue\":\"4\",\"page\":\"5–6\","
  "\"issued\":{\"date-parts\":[[2004]]},\"event-date\":{\"date-parts\":[[2024,6]],\"circa\":true},\"DOI\":\"10.1/2\",\"URL\":\"https://example.org/\","
  "\"accessed\":{\"date-parts\":[[2024,6,12]]},\"language\":\"az\",\"note\":\"N\","
  "\"custom\":{\"role\":\"independent\",\"tier\":\"news\",\"archive-url\":\"https://example.com/\",\"archive-date\":\"2024-07\",\"checked\":\"2025\","
  "\"status\":\"ok\",\"edtf\":{\"issued\":\"2004/..\"},\"mine\":[1e300,{}]},\"abstract\":\"A\",\"translator\":[{\"family\":\"T\",\"x\":1}]}]";

static void
test_write (void)
{
  g_autoptr (AtlasReference) reference = read_one (whole_record);
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  g_autoptr (JsonNode) root = parse (whole_record);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (fields->issued, ==, "2004/..");
  g_assert_cmpstr (fields->event_date, ==, "2024-06~");
  g_assert_cmpstr (fields->archive_url, ==, "https://example.com/");
  g_assert_cmpstr (fields->authors, ==, "Jean de La Fontaine Jr.; Azərbaycan");

  g_ptr_array_add (references, reference);
  text = atlas_csl_write (references);
  again = parse (text);
  g_assert_true (json_node_equal (root, again));
}

static void
test_write_untitled (void)
{
  g_autoptr (AtlasReference) reference = read_one ("[{\"id\":\"a\",\"type\":\"book\"}]");
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (references, reference);
  text = atlas_csl_write (references);
  g_assert_null (strstr (text, "\"title\""));
}

/* The records of the atlas: no finding, and the same again, member by member. */
static void
test_atlas (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_TEST_BUNDLE"), "sources.json", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &before, NULL, &error);
  g_assert_no_error (error);
  root = parse (before);
  references = atlas_csl_read (&ATLAS_JSON_ROOT (root), "sources.json", findings);
  g_assert_cmpuint (findings->len, ==, 0);

  after = atlas_csl_write (references);
  again = parse (after);
  g_assert_true (json_node_equal (root, again));
}

/* A record with an error is left out; the others keep their places. */
static void
test_bad_record (void)
{
  g_autoptr (JsonNode) root = parse ("[{\"id\":\"a\",\"type\":\"book\"},{\"id\":\"b\"},{\"id\":\"c\",\"type\":\"book\"}]");
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = atlas_csl_read (&ATLAS_JSON_ROOT (root), "sources.json", findings);
  const AtlasFinding *finding;

  g_assert_cmpuint (references->len, ==, 3);
  g_assert_nonnull (g_ptr_array_index (references, 0));
  g_assert_null (g_ptr_array_index (references, 1));
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->place, ==, "#/1");
  g_assert_cmpstr (finding->message, ==, "“type” is missing");
}

static void
test_limit_references (void)
{
  g_autoptr (GString) text = g_string_new ("[0");
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (JsonNode) root = NULL;

  for (guint i = 0; i < ATLAS_LIMIT_REFERENCES; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  root = parse (text->str);
  references = atlas_csl_read (&ATLAS_JSON_ROOT (root), "sources.json", findings);
  g_assert_cmpuint (references->len, ==, 0);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, 0))->rule, ==, ATLAS_RULE_LIMIT);
}

/* The parts of a name are one text in other formats, and bound as one. */
static void
test_limit_name (void)
{
  g_autofree char *half = g_strnfill (ATLAS_LIMIT_NAME / 2, 'n');

  for (guint spare = 0; spare < 2; spare++)
    {
      g_autofree char *text = g_strdup_printf ("[{\"id\":\"a\",\"type\":\"book\",\"author\":[{\"family\":\"%s\",\"given\":\"%s\"}]}]",
                                               half + spare, half);
      g_autoptr (GPtrArray) findings = atlas_findings_new ();
      g_autoptr (GPtrArray) references = NULL;
      g_autoptr (JsonNode) root = parse (text);

      references = atlas_csl_read (&ATLAS_JSON_ROOT (root), "sources.json", findings);
      g_assert_cmpuint (findings->len, ==, spare > 0 ? 0 : 1); /* a space stands between */
      if (spare > 0)
        continue;
      g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, 0))->rule, ==, ATLAS_RULE_LIMIT);
      g_assert_cmpstr (((AtlasFinding *) g_ptr_array_index (findings, 0))->place, ==, "#/0/author/0");
    }
}

/* More findings than are listed: the last says so. */
static void
test_limit_findings (void)
{
  g_autoptr (GString) text = g_string_new ("[0");
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (JsonNode) root = NULL;

  for (guint i = 0; i < ATLAS_LIMIT_FINDINGS + 7; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  root = parse (text->str);
  references = atlas_csl_read (&ATLAS_JSON_ROOT (root), "sources.json", findings);
  g_assert_cmpuint (findings->len, ==, ATLAS_LIMIT_FINDINGS + 1);
  g_assert_cmpint (((AtlasFinding *) g_ptr_array_index (findings, ATLAS_LIMIT_FINDINGS))->rule, ==, ATLAS_RULE_MORE_FINDINGS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csl/dates", test_dates);
  g_test_add_func ("/csl/bad-dates", test_bad_dates);
  g_test_add_func ("/csl/record", test_record);
  g_test_add_func ("/csl/write", test_write);
  g_test_add_func ("/csl/write-dates", test_write_dates);
  g_test_add_func ("/csl/write-untitled", test_write_untitled);
  g_test_add_func ("/csl/atlas", test_atlas);
  g_test_add_func ("/csl/bad-record", test_bad_record);
  g_test_add_func ("/csl/limit/references", test_limit_references);
  g_test_add_func ("/csl/limit/name", test_limit_name);
  g_test_add_func ("/csl/limit/findings", test_limit_findings);

  return g_test_run ();
}
