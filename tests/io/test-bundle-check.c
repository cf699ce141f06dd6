// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-dataset-loader.h"

#include "bundle.h"

#include <string.h>

/* One fault a row: in @file, @to stands where @from stood. */
typedef struct
{
  const char *name;
  const char *file;
  const char *from;
  const char *to;
  const char *where; /* file of the finding; NULL: @file */
  const char *place;
  const char *rule;
} Fault;

#define ATLAS "atlas.json"
#define ITEMS "items.geojson"
#define REPORT "report.md"
#define SERIES "series.json"
#define SOURCES "sources.json"

/* clang-format off */
static const Fault faults[] = {
  /* syntax and bytes */
  { "trailing-comma", ATLAS, "\"CC0-1.0\",", "\"CC0-1.0\",,", NULL, ":8:24", "syntax" },
  { "comment", ATLAS, "\"format\": 1", "/* x */ \"format\": 1", NULL, ":2:3", "syntax" },
  { "octal", ATLAS, "\"format\": 1", "\"format\": 01", NULL, ":2:13", "syntax" },
  { "nan", ITEMS, "[49.5, 40.2]", "[NaN, 40.2]", NULL, ":7:60", "syntax" },
  { "infinity", ITEMS, "[49.5, 40.2]", "[-Infinity, 40.2]", NULL, ":7:61", "syntax" },
  { "1e400", ITEMS, "[49.5, 40.2]", "[1e400, 40.2]", NULL, ":7:60", "bad-number" },
  { "large-integer", ITEMS, "\"treatyNo\": 3", "\"treatyNo\": 18446744073709551616", NULL, ":63:21", "bad-number" },
  { "bad-utf-8", SOURCES, "The Paper", "The \xc3\x28 Paper", NULL, ":13:29", "encoding" },
  { "bad-utf-8-report", REPORT, "carries", "carr\xff\x69s", NULL, ":8", "encoding" },
  { "half-surrogate", SOURCES, "The Paper", "The \\ud83d Paper", NULL, ":13:29", "syntax" },
  { "nul-escape", SOURCES, "The Paper", "The \\u0000 Paper", NULL, ":13:29", "syntax" },
  { "duplicate-member", SOURCES, "\"language\": \"en\"", "\"URL\": \"\"", NULL, ":15:5", "duplicate-member" },

  /* members and types */
  { "later-format", ATLAS, "\"format\": 1", "\"format\": 2", NULL, "#/format", "unknown-format" },
  { "no-title", ATLAS, "\"title\": \"A small atlas\",", "", NULL, "#", "missing-member" },
  { "number-title", ATLAS, "\"title\": \"A small atlas\"", "\"title\": 7", NULL, "#/title", "wrong-type" },
  { "empty-title", ATLAS, "\"title\": \"A small atlas\"", "\"title\": \"\"", NULL, "#/title", "bad-value" },
  { "bad-view", ATLAS, "6/40.6/47.0", "6/40.6", NULL, "#/view/map", "bad-value" },
  { "bad-bounds", ATLAS, "[10, 20, 80, 60]", "[80, 20, 10, 60]", NULL, "#/overview/bounds", "bad-position" },
  { "duplicate-actor", ATLAS, "\"id\": \"south\"", "\"id\": \"north\"", NULL, "#/actors/1", "duplicate-id" },
  { "kind-of-no-program", ATLAS, "\"id\": \"event\"", "\"id\": \"dragon\"", NULL, "#/kinds/2", "unknown-kind" },
  { "lane-of-no-theme", ATLAS, "[\"economic\", \"security\"]", "[\"economic\", \"magic\"]", NULL, "#/timeline/lanes/1", "unknown-theme" },
  { "band-of-no-kind", ATLAS, "\"bands\": [\"period\"]", "\"bands\": [\"period\", \"magic\"]", NULL, "#/timeline/bands/1", "unknown-kind" },
  { "band-of-no-item", ATLAS, "\"bands\": [\"period\"]", "\"bands\": [\"period\", \"item:magic\"]", NULL, "#/timeline/bands/1", "unknown-item" },
  { "control-character", ITEMS, "It is long.", "It is\\u001b[2J long.", NULL, "#/features/0/properties/facts/0/text", "bad-value" },
  { "bad-item-id", ITEMS, "\"id\": \"zone\"", "\"id\": \"The Zone\"", NULL, "#/features/1/id", "bad-id" },
  { "no-collection", ITEMS, "FeatureCollection", "Feature", NULL, "#/type", "bad-value" },
  { "bad-tag", ITEMS, "\"az\": \"Boru", "\"a z\": \"Boru", NULL, "#/features/0/properties/names", "bad-value" },
  { "bad-status", ITEMS, "\"building\"", "\"ruined\"", NULL, "#/features/0/properties/phases/0/status", "bad-value" },
  { "empty-difference", ITEMS, "\"report\": \"It is short.\", \"public\": \"It is long.\", ", "", NULL, "#/features/0/properties/differs/0", "missing-member" },
  { "half-citation", ITEMS, "\"cites\": [1]", "\"cites\": [1.5]", NULL, "#/features/0/properties/cites/0", "wrong-type" },
  { "bad-cargo", ITEMS, "\"carries\": \"oil\"", "\"carries\": \"water\"", NULL, "#/features/0/properties/carries", "bad-value" },
  { "bad-capacity", ITEMS, "\"value\": 1200000", "\"value\": 0", NULL, "#/features/0/properties/capacity/0/value", "bad-value" },
  { "bad-unit", ITEMS, "\"b/d\"", "\"buckets\"", NULL, "#/features/0/properties/capacity/0/unit", "bad-value" },
  { "bad-direction", ITEMS, "\"direction\": \"both\"", "\"direction\": \"up\"", NULL, "#/features/0/properties/flow/1/direction", "bad-value" },
  { "bad-range", ITEMS, "\"rangeKm\": 6000", "\"rangeKm\": -1", NULL, "#/features/1/properties/coverage/rangeKm", "bad-value" },
  { "half-sector", ITEMS, "[108, 212]", "[108]", NULL, "#/features/1/properties/coverage/sector", "bad-value" },

  /* places and dates */
  { "latitude-95", ITEMS, "[49.5, 40.2]", "[49.5, 95]", NULL, "#/features/0/geometry/coordinates/0", "bad-position" },
  { "longitude-181", ITEMS, "[49.5, 40.2]", "[181, 40.2]", NULL, "#/features/0/geometry/coordinates/0", "bad-position" },
  { "one-number", ITEMS, "[49.5, 40.2]", "[49.5]", NULL, "#/features/0/geometry/coordinates/0", "bad-position" },
  { "text-position", ITEMS, "[49.5, 40.2]", "[\"49.5\", 40.2]", NULL, "#/features/0/geometry/coordinates/0/0", "wrong-type" },
  { "short-line", ITEMS, "[[49.5, 40.2], [45.0, 41.5], [36.0, 36.9]]", "[[49.5, 40.2]]", NULL, "#/features/0/geometry/coordinates", "bad-geometry" },
  { "open-ring", ITEMS, "[46.0, 40.0], [46.0, 39.0]]", "[46.0, 40.0], [46.0, 39.5]]", NULL, "#/features/1/geometry/coordinates/0", "bad-geometry" },
  { "short-hole", ITEMS, "[46.4, 39.6], [46.6, 39.6], ", "", NULL, "#/features/1/geometry/coordinates/1", "bad-geometry" },
  { "no-geometry-type", ITEMS, "\"LineString\"", "\"Spiral\"", NULL, "#/features/0/geometry/type", "bad-geometry" },
  { "month-13", ITEMS, "\"2006-07-13\"", "\"2006-13\"", NULL, "#/features/0/properties/milestones/0/when", "bad-date" },
  { "bad-start", ITEMS, "\"2021-01-11\"", "\"yesterday\"", NULL, "#/features/2/when/timespans/0", "bad-date" },
  { "two-timespans", ITEMS, "[{ \"start\": { \"in\": \"2021-01-11\" } }]", "[{ \"start\": { \"in\": \"2021\" } }, { \"start\": { \"in\": \"2022\" } }]", NULL, "#/features/2/when/timespans", "bad-value" },
  { "no-when", ITEMS, "\"when\": { \"timespans\": [{ \"start\": { \"in\": \"2021-01-11\" } }] },", "", NULL, "#/features/2", "missing-member" },
  { "issued-month-13", SOURCES, "[[2024, 6, 12]]", "[[2024, 13, 12]]", NULL, "#/1/issued", "bad-date" },
  { "accessed-words", SOURCES, "\"2026-11-01\"", "\"last week\"", NULL, "#/1/accessed", "bad-date" },
  { "series-order", SERIES, "\"when\": \"2007\"", "\"when\": \"2006-03\"", NULL, "#/series/0/points/1", "bad-date" },

  /* between the parts */
  { "duplicate-item", ITEMS, "\"id\": \"talk\"", "\"id\": \"pipe\"", NULL, "#/features/2/id", "duplicate-id" },
  { "duplicate-source", SOURCES, "\"id\": \"paper\"", "\"id\": \"report-1\"", NULL, "#/1/id", "duplicate-id" },
  { "duplicate-passage", REPORT, "{#peace-1}", "{#energy-1}", NULL, ":15", "duplicate-id" },
  { "duplicate-section", REPORT, "## Peace {#peace}", "## Peace {#energy}", NULL, ":11", "duplicate-id" },
  { "duplicate-series", SERIES, "\"series\": [", "\"series\": [{\"id\":\"flow\",\"title\":\"x\",\"unit\":\"t\",\"points\":[]},", NULL, "#/series/1/id", "duplicate-id" },
  { "unknown-mention", REPORT, "item:pipe", "item:tube", NULL, ":8", "unknown-item" },
  { "unknown-citation", REPORT, "[1]", "[2]", NULL, ":8", "unknown-citation" },
  { "unknown-item-citation", ITEMS, "\"cites\": [1]", "\"cites\": [1, 2]", NULL, "#/features/0/properties/cites/1", "unknown-citation" },
  { "unknown-theme", ITEMS, "\"theme\": \"economic\"", "\"theme\": \"magic\"", NULL, "#/features/0/properties/theme", "unknown-theme" },
  { "unknown-kind", ITEMS, "\"kind\": \"pipeline\"", "\"kind\": \"dragon\"", NULL, "#/features/0/properties/kind", "unknown-kind" },
  { "kind-of-no-atlas", ITEMS, "\"kind\": \"pipeline\"", "\"kind\": \"railway\"", NULL, "#/features/0/properties/kind", "unknown-kind" },
  { "unknown-actor", ITEMS, "[\"north\", \"south\"]", "[\"north\", \"east\"]", NULL, "#/features/0/properties/actors/1", "unknown-actor" },
  { "unknown-fact-source", ITEMS, "\"It is long.\", \"sources\": [\"paper\"] }, {", "\"It is long.\", \"sources\": [\"rumour\"] }, {", NULL, "#/features/0/properties/facts/0/sources/0", "unknown-source" },
  { "unknown-phase-source", ITEMS, "\"building\", \"sources\": [\"paper\"", "\"building\", \"sources\": [\"paper\", \"rumour\"", NULL, "#/features/0/properties/phases/0/sources/1", "unknown-source" },
  { "unknown-coverage-source", ITEMS, "6000, \"sources\": [\"paper\"]", "6000, \"sources\": [\"rumour\"]", NULL, "#/features/1/properties/coverage/sources/0", "unknown-source" },
  { "unknown-capacity-source", ITEMS, "\"b/d\", \"sources\": [\"paper\"]", "\"b/d\", \"sources\": [\"rumour\"]", NULL, "#/features/0/properties/capacity/0/sources/0", "unknown-source" },
  { "unknown-flow-source", ITEMS, "\"forward\", \"sources\": [\"paper\"]", "\"forward\", \"sources\": [\"rumour\"]", NULL, "#/features/0/properties/flow/0/sources/0", "unknown-source" },
  { "unknown-primary-text", ITEMS, "{ \"source\": \"paper\"", "{ \"source\": \"rumour\"", NULL, "#/features/0/properties/primaryText/source", "unknown-source" },
  { "unknown-series-source", SERIES, "[\"paper\"]", "[\"rumour\"]", NULL, "#/series/0/sources/0", "unknown-source" },
  { "unknown-series-item", SERIES, "[\"pipe\"]", "[\"tube\"]", NULL, "#/series/0/items/0", "unknown-item" },
  { "unknown-parent", ITEMS, "\"partOf\": [\"zone\"]", "\"partOf\": [\"zone\", \"world\"]", NULL, "#/features/2/properties/partOf/1", "unknown-item" },
  { "part-of-itself", ITEMS, "\"partOf\": [\"zone\"]", "\"partOf\": [\"talk\"]", NULL, "#/features/2/properties/partOf/0", "part-of-itself" },
  { "phases-unsorted", ITEMS, "\"2002-09/2006-06\"", "\"2006-09/2006-12\"", NULL, "#/features/0/properties/phases/1/when", "phase-order" },
  { "phases-overlap", ITEMS, "\"2002-09/2006-06\"", "\"2002-09/2006-07\"", NULL, "#/features/0/properties/phases/1/when", "phase-overlap" },
  { "phase-after-open-one", ITEMS, "\"2002-09/2006-06\"", "\"2002-09/..\"", NULL, "#/features/0/properties/phases/1/when", "phase-overlap" },
  { "phase-before-life", ITEMS, "\"when\": \"2006-06/..\"", "\"when\": \"2006-05/..\"", NULL, "#/features/0/properties/phases/1/when", "phase-outside-life" },
  { "phase-after-life", ITEMS, "\"in\": \"..\"", "\"in\": \"2010\"", NULL, "#/features/0/properties/phases/1/when", "phase-outside-life" },
  { "no-number", SOURCES, "\"number\": 1, ", "", NULL, "#/0/custom", "missing-member" },
  { "number-gap", SOURCES, "\"number\": 1", "\"number\": 2", NULL, "#", "number-gap" },
  { "duplicate-number", SOURCES, "\"role\": \"independent\"", "\"role\": \"report\", \"number\": 1", NULL, "#/1/custom/number", "duplicate-number" },
  { "javascript", SOURCES, "https://example.org/paper", "javascript:alert(1)", NULL, "#/1/URL", "unsafe-url" },
  { "file-address", SOURCES, "https://example.org/paper", "file:///etc/passwd", NULL, "#/1/URL", "unsafe-url" },
  { "password-address", SOURCES, "https://example.org/paper", "https://user:word@example.org/", NULL, "#/1/URL", "unsafe-url" },
  { "unsupported", ITEMS, "\"cites\": [1],\n        \"coverage\"", "\"coverage\"", NULL, "#/features/1", "unsupported-item" },
  { "role-without-name", SOURCES, "\"role\": \"independent\"", "\"role\": \"gossip\"", NULL, "#/1/custom/role", "bad-value" },

  /* the report */
  { "html-block", REPORT, "## Peace", "<script>alert(1)</script>\n\n## Peace", NULL, ":11", "report-html" },
  { "html-inline", REPORT, "**oil**", "<b>oil</b>", NULL, ":8", "report-html" },
  { "late-comment", REPORT, "## Peace", "<!-- later -->\n\n## Peace", NULL, ":11", "report-html" },
  { "comment-and-more", REPORT, "-->", "--><img src=x>", NULL, ":1", "report-html" },
  { "image", REPORT, "**oil**", "![oil](oil.png)", NULL, ":8", "report-image" },
  { "foreign-link", REPORT, "item:pipe", "https://example.org/", NULL, ":8", "report-link" },
  { "autolink", REPORT, "**oil**", "<https://example.org/>", NULL, ":8", "report-link" },
  { "mention-of-no-id", REPORT, "item:pipe", "item:The%20Pipe", NULL, ":8", "report-link" },
  { "mention-without-words", REPORT, "[The pipeline]", "[]", NULL, ":8", "report-link" },
  { "citation-in-mention", REPORT, "[The pipeline]", "[The pipeline [1]]", NULL, ":8", "report-form" },
  { "citation-0", REPORT, "[1]", "[0]", NULL, ":9", "unknown-citation" },
  { "citation-too-high", REPORT, "[1]", "[99999999999999999999999]", NULL, ":9", "unknown-citation" },
  { "no-passage-id", REPORT, " {#energy-1}", "", NULL, ":8", "report-id" },
  { "bad-passage-id", REPORT, "{#energy-1}", "{#Energy 1}", NULL, ":8", "report-id" },
  { "no-section-id", REPORT, " {#energy}", "", NULL, ":6", "report-id" },
  { "code-block", REPORT, "## Peace", "```\ncode\n```\n\n## Peace", NULL, ":11", "report-form" },
  { "code-inline", REPORT, "**oil**", "`oil`", NULL, ":8", "report-form" },
  { "quote", REPORT, "1. [The talk]", "> [The talk]", NULL, ":15", "report-form" },
  { "rule", REPORT, "## Peace", "---\n\n## Peace", NULL, ":11", "report-form" },
  { "nested-list", REPORT, "1. [The talk]", "1. - [The talk]", NULL, ":15", "report-form" },
  { "second-title", REPORT, "## Peace {#peace}", "# Peace", NULL, ":11", "report-form" },
  { "no-title", REPORT, "# A small report\n", "", NULL, ":5", "report-form" },
  { "deep-heading", REPORT, "### Later", "#### Later", NULL, ":13", "report-form" },
  { "early-subsection", REPORT, "## Energy", "### Energy", NULL, ":6", "report-form" },
  { "early-passage", REPORT, "# A small report\n", "# A small report\n\nA word. {#word}\n", NULL, ":6", "report-form" },
  { "mention-in-heading", REPORT, "## Peace", "## [Peace](item:talk)", NULL, ":11", "report-form" },
  { "empty-passage", REPORT, "[The talk](item:talk) was long. {#peace-1}", "{#peace-1}", NULL, ":15", "report-form" },
  { "tours-without-tours", "tours.json", "", "{}", NULL, "#", "missing-member" },
};
/* clang-format on */

/* The findings of a bundle, one a line: for the message of a test that fails. */
static char *
join_findings (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char    *words = atlas_finding_to_string (finding);

      g_string_append_printf (text, "\n  %s [%s]", words, atlas_rule_get_id (finding->rule));
    }

  return g_string_free (text, FALSE);
}

static const AtlasFinding *
find (GPtrArray   *findings,
      const Fault *fault)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->file, fault->where != NULL ? fault->where : fault->file) == 0 &&
          strcmp (finding->place, fault->place) == 0 && strcmp (atlas_rule_get_id (finding->rule), fault->rule) == 0)
        return finding;
    }

  return NULL;
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  char        *folder = test_bundle_copy ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autofree char    *all = NULL;
  const AtlasFinding *finding;

  if (*fault->from != '\0')
    test_bundle_replace (folder, fault->file, fault->from, fault->to);
  else
    test_bundle_write (folder, fault->file, fault->to, strlen (fault->to));

  findings = atlas_bundle_validate (file, NULL);
  all = join_findings (findings);
  finding = find (findings, fault);
  if (finding == NULL)
    g_error ("expected %s%s [%s], found:%s", fault->file, fault->place, fault->rule, all);
  g_assert_true (g_utf8_validate (finding->message, -1, NULL));
  g_assert_cmpuint (strlen (finding->message), >, 10);

  /* Only a warning lets it be opened; an error says where and what. */
  dataset = atlas_dataset_load (file, NULL, &error);
  if (atlas_findings_first_error (findings) == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (dataset);
    }
  else
    {
      g_autofree char *words = atlas_finding_to_string (atlas_findings_first_error (findings));

      g_assert_null (dataset);
      g_assert_cmpstr (error->message, ==, words);
    }

  test_bundle_delete (folder);
}

/* A prefix of a file is a truncated file: an error, or the whole atlas, and no crash. */
static void
test_truncated (gconstpointer data)
{
  const char      *name = data;
  char            *folder = test_bundle_copy ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;

  for (gsize i = 0; i < length; i += 1 + length / 60)
    {
      g_autoptr (GPtrArray) findings = NULL;

      test_bundle_write (folder, name, text, i);
      findings = atlas_bundle_validate (file, NULL);
      if (g_str_has_suffix (name, "json"))
        g_assert_nonnull (atlas_findings_first_error (findings));
      if (i == 0)
        g_assert_cmpint (atlas_findings_first_error (findings)->rule, ==, ATLAS_RULE_EMPTY_FILE);
    }

  test_bundle_delete (folder);
}

/* A good bundle has no finding, and one with two faults in two files has both. */
static void
test_all (void)
{
  char *folder = test_bundle_copy ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GPtrArray) good = atlas_bundle_validate (file, NULL);
  g_autoptr (GPtrArray) bad = NULL;
  g_autofree char *all = join_findings (good);

  g_assert_cmpstr (all, ==, "");

  test_bundle_replace (folder, ITEMS, "[49.5, 40.2]", "[49.5, 95]");
  test_bundle_replace (folder, ITEMS, "\"id\": \"zone\"", "\"id\": \"The Zone\"");
  test_bundle_replace (folder, SOURCES, "https://example.org/paper", "javascript:alert(1)");
  test_bundle_replace (folder, REPORT, "**oil**", "<b>oil</b>");
  bad = atlas_bundle_validate (file, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_str_equal (faults[i].name, "latitude-95") || g_str_equal (faults[i].name, "bad-item-id") ||
        g_str_equal (faults[i].name, "javascript") || g_str_equal (faults[i].name, "html-inline"))
      g_assert_nonnull (find (bad, &faults[i]));

  test_bundle_delete (folder);
}

int
main (int    argc,
      char **argv)
{
  static const char *const files[] = { ATLAS, ITEMS, REPORT, SERIES, SOURCES };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bundle-check/all", test_all);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bundle-check/fault/%s/%s", faults[i].file, faults[i].name);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/bundle-check/truncated/", files[i], NULL);

      g_test_add_data_func (path, files[i], test_truncated);
    }

  return g_test_run ();
}
