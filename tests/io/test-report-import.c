// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The report's own text is found in a file whatever happened to it on the way. */

#include "atlas-report-import.h"

#include "import-damages.h"
#include "import-fixture.h"

static char *
other_marks (const char *text)
{
  g_autofree char *a = replace_all (text, "–", " \u2014 ");
  g_autofree char *b = replace_all (a, "Monday bulletin", "„Monday bulletin“");

  return replace_all (b, "nobody wants", "“nobody” wants");
}

static char *
add_chrome (const char *text)
{
  return g_strconcat ("Home\nAbout us\nContact\n\nRivers Institute\n\nSearch this site\n\nWe use cookies to make this site work and to count visits. Read our policy to learn more about your choices.\n\n",
                      text, "\nSources\n\nYou may also like\n\nTen bridges worth a detour\n\n© 2024 Rivers Institute. All rights reserved.\n\nReprints, translations and broadcasts of any part of this website need written permission from its publisher in advance.\n\n+00 123 456\n", NULL);
}

static char *
drop_paragraph (const char *text)
{
  const char      *begin = strstr (text, "Trust grew slowly.");
  const char      *end = strstr (begin, "\n\n") + 2;
  g_autofree char *before = g_strndup (text, (gsize) (begin - text));

  return g_strconcat (before, end, NULL);
}

static char *
add_paragraph (const char *text)
{
  return replace_all (text, "Trust grew slowly.",
                      "Fish were counted as well. Volunteers waded through the shallows below Brod with nets, lamps and notebooks, and sent their tables to a museum nobody visits.\n\nTrust grew slowly.");
}

static char *
merge_paragraphs (const char *text)
{
  return replace_all (text, "\n\nTrust grew", " Trust grew");
}

static char *
split_paragraph (const char *text)
{
  return replace_all (text, " It publishes the flow", "\n\nIt publishes the flow");
}

static char *
stick_headings (const char *text)
{
  g_autofree char *a = replace_all (text, "years of the dams\n\n", "years of the dams ");
  g_autofree char *b = replace_all (a, "\n\nThe southern line\n\n", " The southern line ");

  return replace_all (b, "Outlook\n\n", "Outlook ");
}

static char *
lose_headings (const char *text)
{
  static const char *const lost[] = { "Introduction\n\n", "Water\n\n", "1950–1968: the years of the dams\n\n", "The northern line\n\n", "Outlook\n\n" };
  char                    *out = g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_autofree char *before = out;

      out = replace_all (before, lost[i], "");
    }

  return out;
}

static char *
cite_otherwise (const char *text)
{
  g_autofree char *a = replace_all (text, "[2] [3]", "[2, 3]");
  g_autofree char *b = replace_all (a, "[12] [13]", "[12–13]");

  return replace_all (b, "[4] [6]", "[4][6]");
}

static char *
lose_list_marks (const char *text)
{
  return replace_all (text, "  • ", "");
}

/* @same: how many passages keep all their letters. */
static const struct
{
  const char *what;
  Damage      damage;
  guint       matched;
  guint       own;
  guint       headings;
  guint       same;
} cases[] = {
  { "other dashes and quotes", other_marks, 15, 0, 10, 15 },
  { "a page's menus and notices around", add_chrome, 15, 0, 10, 15 },
  { "a paragraph missing", drop_paragraph, 14, 0, 10, 14 },
  { "a paragraph more", add_paragraph, 15, 1, 10, 15 },
  { "paragraphs merged", merge_paragraphs, 15, 0, 10, 15 },
  { "a paragraph split", split_paragraph, 15, 0, 10, 15 },
  { "headings stuck to their text", stick_headings, 15, 0, 10, 15 },
  { "headings lost", lose_headings, 15, 0, 5, 15 },
  { "citations in other brackets", cite_otherwise, 15, 0, 10, 15 },
  { "list marks lost", lose_list_marks, 15, 0, 10, 15 },
};

/* The clean text's passages, by id, letters and figures alone. */
static GHashTable *
read_clean (AtlasDataset *dataset,
            const char   *text)
{
  GHashTable *clean = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (AtlasReportImport) import = fixture_import (text, dataset);
  GPtrArray *passages = atlas_report_get_passages (atlas_report_import_get_report (import));

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);

      g_hash_table_insert (clean, g_strdup (passage->id), fixture_fold (passage->text));
    }

  return clean;
}

/* How many passages say letter for letter what the clean text says. */
static guint
count_same (AtlasReportImport *import,
            GHashTable        *clean)
{
  GPtrArray *passages = atlas_report_get_passages (atlas_report_import_get_report (import));
  guint      n = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);
      const char         *wanted = g_hash_table_lookup (clean, passage->id);
      g_autofree char    *letters = fixture_fold (passage->text);

      if (g_strcmp0 (letters, wanted) == 0)
        n++;
      else
        g_test_message ("%s: %s", passage->id, passage->text);
    }

  return n;
}

static void
check_damage (const char   *what,
              const char   *damaged,
              AtlasDataset *dataset,
              GHashTable   *clean,
              guint         matched,
              guint         own,
              guint         headings,
              guint         same)
{
  g_autoptr (AtlasReportImport) import = fixture_import (damaged, dataset);
  const AtlasImportSummary *summary = atlas_report_import_get_summary (import);

  g_test_message ("%s", what);
  for (guint i = 0; i < summary->rows->len; i++)
    if (((AtlasImportRow *) g_ptr_array_index (summary->rows, i))->difference != NULL)
      g_test_message ("  %s", ((AtlasImportRow *) g_ptr_array_index (summary->rows, i))->difference);
  g_assert_cmpuint (summary->n_matched, ==, matched);
  g_assert_cmpuint (summary->n_own, ==, own);
  g_assert_cmpuint (summary->n_missing, ==, FIXTURE_PASSAGES - matched);
  g_assert_cmpuint (summary->n_headings, ==, headings);
  g_assert_cmpuint (summary->n_same_citations, ==, matched);
  g_assert_cmpuint (count_same (import, clean), ==, same);
}

static void
test_damages (void)
{
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");
  g_autoptr (GHashTable) clean = read_clean (dataset, text);

  for (guint i = 0; i < G_N_ELEMENTS (import_damages); i++)
    {
      g_autofree char *damaged = import_damages[i].damage (text);

      check_damage (import_damages[i].what, damaged, dataset, clean, FIXTURE_PASSAGES, 0, FIXTURE_HEADINGS, FIXTURE_PASSAGES);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *damaged = cases[i].damage (text);

      check_damage (cases[i].what, damaged, dataset, clean, cases[i].matched, cases[i].own, cases[i].headings, cases[i].same);
    }
}

/* The damages all differ from the clean text and from each other, or the tables show nothing. */
static void
test_damages_are_some (void)
{
  g_autofree char *text = fixture_read ("report.txt");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (import_damages); i++)
    g_assert_true (g_hash_table_add (seen, import_damages[i].damage (text)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (g_hash_table_add (seen, cases[i].damage (text)));
}

/* The clean text, paragraph by paragraph. */
static void
test_clean (void)
{
  static const struct
  {
    const char *id;
    guint       line;
    const char *begins;
  } wanted[] = {
    { "introduction-1", 5, "Northland and Southland share" },
    { "water-2", 15, "A second dam followed at Tarn." },
    { "railways-3", 33, "The southern line is older" },
    { "rules-3", 41, "1988 – Gauge Protocol: Lets" },
    { "outlook-2", 49, "Most observers think" },
  };
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");
  g_autoptr (AtlasReportImport) import = fixture_import (text, dataset);
  AtlasReport              *report = atlas_report_import_get_report (import);
  const AtlasImportSummary *summary = atlas_report_import_get_summary (import);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const AtlasPassage *passage = atlas_report_lookup (report, wanted[i].id);

      g_assert_nonnull (passage);
      g_assert_cmpuint (passage->line, ==, wanted[i].line);
      g_assert_true (g_str_has_prefix (passage->text, wanted[i].begins));
    }
  g_assert_cmpstr (atlas_report_get_title (report), ==, "Northland and Southland: Rivers, Rails, and Rules Since 1950");
  g_assert_cmpuint (atlas_report_get_sections (report)->len, ==, FIXTURE_HEADINGS - 1);
  g_assert_cmpuint (atlas_report_get_last_citation (report), ==, FIXTURE_CITATIONS);
  g_assert_cmpuint (summary->n_citations, ==, FIXTURE_CITATIONS);
  g_assert_cmpfloat (summary->certainty, >, 0.9);
  g_assert_cmpstr (summary->encoding, ==, "UTF-8");
  g_assert_cmpint (summary->format, ==, ATLAS_IMPORT_TEXT);
}

/* Items are found by the words of the retelling and by their names, and each but once where the retelling has it once. */
static void
test_mentions (void)
{
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");
  g_autoptr (AtlasReportImport) import = fixture_import (text, dataset);
  AtlasReport        *report = atlas_report_import_get_report (import);
  const AtlasPassage *rules = atlas_report_lookup (report, "rules-4");

  g_assert_cmpuint (atlas_report_get_mentioning (report, "pipe")->len, ==, 1);
  g_assert_cmpstr (((AtlasPassage *) g_ptr_array_index (atlas_report_get_mentioning (report, "pipe"), 0))->id, ==, "railways-1");
  g_assert_true (g_ptr_array_find (atlas_report_get_mentioning (report, "talk"), rules, NULL));
  g_assert_true (g_ptr_array_find (atlas_report_get_mentioning (report, "zone"), rules, NULL));
  g_assert_cmpuint (atlas_report_import_get_summary (import)->n_mentions, ==, 3);
}

/* What differs is said with its line. */
static void
test_differences (void)
{
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");
  g_autofree char *changed = replace_all (text, "[4] [6]", "[4] [5] [6]");
  g_autofree char *dropped = drop_paragraph (changed);
  g_autofree char *added = add_paragraph (changed);
  g_autoptr (AtlasReportImport) less = fixture_import (dropped, dataset);
  g_autoptr (AtlasReportImport) more = fixture_import (added, dataset);
  const AtlasImportRow *row = g_ptr_array_index (atlas_report_import_get_summary (less)->rows, 3);

  g_assert_cmpstr (row->id, ==, "water-2");
  g_assert_false (row->same_citations);
  g_assert_cmpstr (row->difference, ==, "line 15: cites [4] [5] [6], the atlas [4] [6]");

  row = g_ptr_array_index (atlas_report_import_get_summary (less)->rows, 5);
  g_assert_cmpstr (row->id, ==, "water-4");
  g_assert_cmpint (row->match, ==, ATLAS_IMPORT_MISSING);
  g_assert_nonnull (row->difference);

  row = g_ptr_array_index (atlas_report_import_get_summary (more)->rows, 5);
  g_assert_cmpstr (row->id, ==, "own-1");
  g_assert_cmpint (row->match, ==, ATLAS_IMPORT_OWN);
  g_assert_cmpuint (row->line, ==, 21);
}

/* A file's own heading is kept over its own paragraph, and a renamed one over the passage it names. */
static void
test_own_headings (void)
{
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");
  g_autofree char *added = add_paragraph (text);
  g_autofree char *headed = replace_all (added, "Fish were counted", "A museum of tables\n\nFish were counted");
  g_autofree char *renamed = replace_all (headed, "1950–1968: the years of the dams", "When concrete was poured");
  g_autoptr (AtlasReportImport) import = fixture_import (renamed, dataset);
  AtlasReport        *report = atlas_report_import_get_report (import);
  const AtlasPassage *own = atlas_report_lookup (report, "own-1");
  g_autofree char    *place = atlas_report_dup_place (report, own);
  g_autofree char    *dams = atlas_report_dup_place (report, atlas_report_lookup (report, "water-1"));

  g_assert_cmpstr (place, ==, "Water › A museum of tables");
  g_assert_cmpstr (dams, ==, "Water › When concrete was poured");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-import/clean", test_clean);
  g_test_add_func ("/report-import/damages", test_damages);
  g_test_add_func ("/report-import/damages-are-some", test_damages_are_some);
  g_test_add_func ("/report-import/mentions", test_mentions);
  g_test_add_func ("/report-import/differences", test_differences);
  g_test_add_func ("/report-import/own-headings", test_own_headings);

  return g_test_run ();
}
