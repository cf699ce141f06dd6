// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The built-in atlas and the report that it retells: the atlas's own text always, the report's where a copy of it is at hand. */

#include "import-damages.h"
#include "import-fixture.h"

#define N_PASSAGES 39
#define N_TREATIES 15
#define N_CITATIONS 47

static AtlasDataset *
load_builtin (void)
{
  g_autoptr (GFile) file = atlas_bundle_builtin ();
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = atlas_dataset_load (file, NULL, &error);

  g_assert_no_error (error);

  return dataset;
}

/* (transfer full) (nullable): the report's own text; it is not the project's to give, so it may not be there. */
static char *
read_original (void)
{
  const char *path = g_getenv ("ATLAS_TEST_REPORT");
  char       *text = NULL;

  if (path == NULL)
    {
      g_test_message ("ATLAS_TEST_REPORT names no copy of the report; the tests of the made-up one hold all the same");
      return NULL;
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

/* All passages stand where the atlas has them, in its order, under its headings, with its citations. */
static void
check_whole (const char   *what,
             const char   *text,
             AtlasDataset *dataset)
{
  g_autoptr (AtlasReportImport) import = fixture_import (text, dataset);
  AtlasReport              *edition = atlas_dataset_get_report (dataset);
  AtlasReport              *report = atlas_report_import_get_report (import);
  const AtlasImportSummary *summary = atlas_report_import_get_summary (import);
  guint                     n_treaties = 0;

  g_test_message ("%s", what);
  g_assert_cmpuint (summary->n_matched, ==, N_PASSAGES);
  g_assert_cmpuint (summary->n_own, ==, 0);
  g_assert_cmpuint (summary->n_missing, ==, 0);
  g_assert_cmpuint (summary->n_citations, ==, N_CITATIONS);
  g_assert_cmpuint (summary->n_same_citations, ==, N_PASSAGES);
  g_assert_cmpuint (summary->n_references, ==, 0);
  g_assert_cmpuint (summary->n_headings, ==, atlas_report_get_sections (edition)->len + 1);
  g_assert_cmpfloat (summary->certainty, >, 0.95);

  for (guint i = 0; i < N_PASSAGES; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (atlas_report_get_passages (report), i);
      const AtlasPassage *wanted = g_ptr_array_index (atlas_report_get_passages (edition), i);
      const AtlasSection *section = g_ptr_array_index (atlas_report_get_sections (report), passage->section);
      const AtlasSection *wanted_section = g_ptr_array_index (atlas_report_get_sections (edition), wanted->section);

      g_assert_cmpstr (passage->id, ==, wanted->id);
      g_assert_cmpstr (section->id, ==, wanted_section->id);
      n_treaties += g_str_has_prefix (passage->id, "treaties-");
    }
  g_assert_cmpuint (n_treaties, ==, N_TREATIES);
}

static void
check_damages (const char   *text,
               AtlasDataset *dataset)
{
  for (guint i = 0; i < G_N_ELEMENTS (import_damages); i++)
    {
      g_autofree char *damaged = import_damages[i].damage (text);

      check_whole (import_damages[i].what, damaged, dataset);
    }
}

/* The atlas's own words as plain text: every passage fits itself. */
static void
test_retold (void)
{
  g_autoptr (AtlasDataset) dataset = load_builtin ();
  AtlasReport *report = atlas_dataset_get_report (dataset);
  GPtrArray   *sections = atlas_report_get_sections (report);
  g_autoptr (GString) text = g_string_new (atlas_report_get_title (report));
  guint section = 0;

  for (guint i = 0; i < N_PASSAGES; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (atlas_report_get_passages (report), i);

      for (; section < sections->len && ((AtlasSection *) g_ptr_array_index (sections, section))->first_passage <= i; section++)
        g_string_append_printf (text, "\n\n%s", ((AtlasSection *) g_ptr_array_index (sections, section))->title);
      g_string_append_printf (text, "\n\n%s%s", g_str_has_prefix (passage->id, "treaties-") ? "  • " : "", passage->text);
    }
  g_string_append_c (text, '\n');

  check_damages (text->str, dataset);
}

static void
test_original (void)
{
  g_autoptr (AtlasDataset) dataset = load_builtin ();
  g_autofree char *text = read_original ();

  if (text != NULL)
    check_damages (text, dataset);
}

/* Most of what the atlas links is found in the report's own words, and little that the atlas does not link there. */
static void
test_original_mentions (void)
{
  g_autoptr (AtlasDataset) dataset = load_builtin ();
  g_autofree char *text = read_original ();
  g_autoptr (AtlasReportImport) import = text != NULL ? fixture_import (text, dataset) : NULL;
  AtlasReport *edition = atlas_dataset_get_report (dataset);
  guint        n_wanted = 0, n_found = 0, n_others = 0;

  if (import == NULL)
    return;

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    {
      const char *id = atlas_item_get_id (atlas_dataset_get_item (dataset, i));
      GPtrArray  *wanted = atlas_report_get_mentioning (edition, id);
      GPtrArray  *found = atlas_report_get_mentioning (atlas_report_import_get_report (import), id);

      n_wanted += wanted->len;
      for (guint j = 0; j < found->len; j++)
        {
          const AtlasPassage *passage = atlas_report_lookup (edition, ((AtlasPassage *) g_ptr_array_index (found, j))->id);

          *(g_ptr_array_find (wanted, passage, NULL) ? &n_found : &n_others) += 1;
        }
    }
  g_test_message ("%u of %u, and %u others", n_found, n_wanted, n_others);
  g_assert_cmpuint (n_found * 100, >=, n_wanted * 85);
  g_assert_cmpuint (n_others * 20, <=, n_wanted);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-import/retold", test_retold);
  g_test_add_func ("/report-import/original", test_original);
  g_test_add_func ("/report-import/original/mentions", test_original_mentions);

  return g_test_run ();
}
