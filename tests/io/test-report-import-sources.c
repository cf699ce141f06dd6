// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The source list that a file of the report's own text may end with. */

#include "import-fixture.h"

/* The parts of an entry, as far as they can be told apart. */
static void
test_entries (void)
{
  static const struct
  {
    const char *entry;
    const char *authors;
    const char *title;
    const char *container;
    const char *issued;
    const char *accessed;
    const char *note;
  } cases[] = {
    { "Marsh, “Water”, The Courier, May 28, 2006. https://a.example.org/ (accessed on 3 May 2024)", "Marsh", "Water", "The Courier", "2006-05-28", "2024-05-03", NULL },
    { "“Water”, 12 June 2024, https://a.example.org/", NULL, "Water", NULL, "2024-06-12", NULL, NULL },
    { "Voss, A. (1970). Concrete. Brod Press.", "Voss, A.", "Concrete", "Brod Press.", "1970", NULL, NULL },
    { "«Вода и рельсы», Курьер, 2011. Дата обращения: 03.05.2024", NULL, "Вода и рельсы", "Курьер", "2011", "2024-05-03", NULL },
    { "Ula Commission: minutes, retrieved last summer", NULL, "Ula Commission: minutes", NULL, NULL, NULL, "retrieved last summer" },
    { "https://a.example.org/x", NULL, "https://a.example.org/x", NULL, NULL, NULL, NULL },
  };
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *with = g_strconcat (text, "\nSources\n\n1. ", cases[i].entry, "\n", NULL);
      g_autoptr (AtlasReportImport) import = fixture_import (with, dataset);
      const AtlasReferenceFields *fields;

      g_test_message ("%s", cases[i].entry);
      g_assert_cmpuint (atlas_report_import_get_references (import)->len, ==, 1);
      fields = atlas_reference_get_fields (g_ptr_array_index (atlas_report_import_get_references (import), 0));
      g_assert_cmpstr (fields->authors, ==, cases[i].authors);
      g_assert_cmpstr (fields->title, ==, cases[i].title);
      g_assert_cmpstr (fields->container, ==, cases[i].container);
      g_assert_cmpstr (fields->issued, ==, cases[i].issued);
      g_assert_cmpstr (fields->accessed, ==, cases[i].accessed);
      g_assert_cmpstr (fields->note, ==, cases[i].note);
    }
}

/* A list of sources in each way that is in use. */
static void
test_source_lists (void)
{
  static const char *const lists[] = {
    "\nSources\n\n1. Ivo Marsh, “Water”, https://a.example.org/1\n2. “Rails”. https://a.example.org/2.\n3. Rules (https://a.example.org/3)\n",
    "\nSources\n[1] Ivo Marsh, “Water”, https://a.example.org/1\n[2] “Rails”. https://a.example.org/2.\n[3] Rules\nhttps://a.example.org/3\n",
    "\nSources:\n\n1) Ivo Marsh, “Water”, https://a.example.org/1\n\n2) “Rails”. https://a.example.org/2.\n\n3) Rules: https://a.example.org/3\n",
    "\n[1] Ivo Marsh, “Water”, https://a.example.org/1\n\n[2] “Rails”. https://a.example.org/2.\n\n[3] Rules https://a.example.org/3\n\nShare this page\n",
    "\nИсточники\n\n1. Ivo Marsh, “Water”, https://a.example.org/1\n2. “Rails”. https://a.example.org/2.\n3. Rules https://a.example.org/3\n\nAll rights reserved\n",
  };
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *with = g_strconcat (text, lists[i], NULL);
      g_autoptr (AtlasReportImport) import = fixture_import (with, dataset);
      GPtrArray *references = atlas_report_import_get_references (import);

      g_test_message ("%s", lists[i]);
      g_assert_cmpuint (references->len, ==, 3);
      g_assert_cmpuint (atlas_report_import_get_summary (import)->n_matched, ==, FIXTURE_PASSAGES);
      g_assert_cmpuint (atlas_report_import_get_summary (import)->n_own, ==, 0);
      g_assert_cmpstr (atlas_reference_get_fields (g_ptr_array_index (references, 0))->authors, ==, "Ivo Marsh");
      g_assert_cmpstr (atlas_reference_get_title (g_ptr_array_index (references, 0)), ==, "Water");
      g_assert_cmpstr (atlas_reference_get_title (g_ptr_array_index (references, 1)), ==, "Rails");
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *url = g_strdup_printf ("https://a.example.org/%u", j + 1);

          g_assert_cmpuint (atlas_reference_get_number (g_ptr_array_index (references, j)), ==, j + 1);
          g_assert_cmpstr (atlas_reference_get_safe_url (g_ptr_array_index (references, j)), ==, url);
        }
    }
}

/* Lists of a page and of Markdown that are no lists to them, with words in place of addresses. */
static void
test_links (void)
{
  static const struct
  {
    const char *name;
    const char *before; /* the text, */
    const char *list;   /* and what follows it */
  } cases[] = {
    { "lines of a paragraph", "<html><body><pre>", "</pre><h2>Sources</h2><p>[1] <a href=\"https://a.example.org/1\">The water of Kessel</a><br>\n[2] <a href=\"https://a.example.org/2\">The rails of Tarn</a></p></body></html>" },
    { "paragraphs", "<html><body><pre>", "</pre><p>Sources</p><p>1. <a href=\"https://a.example.org/1\">The water of Kessel</a></p><p>2. <a href=\"https://a.example.org/2\">The rails of Tarn</a></p><p>Share</p></body></html>" },
    { "a list without numbers of its own", "<html><body><pre>", "</pre><h4>Sources:</h4><ol><li value=\"1\"><p><a href=\"https://a.example.org/1\">The water of Kessel</a></p></li><li><a href=\"https://a.example.org/2\">The rails of Tarn</a> <a href=\"#r2\">^</a></li></ol></body></html>" },
    { "lines of Markdown", "# Report\n\n", "\n## Sources\n\n[1] [The water of Kessel](https://a.example.org/1)\n[2] [The rails of Tarn](https://a.example.org/2)\n" },
    { "a list of Markdown", "# Report\n\n", "\n## Sources\n\n1. [The water of Kessel](https://a.example.org/1)\n1. [The rails of Tarn](https://a.example.org/2)\n" },
  };
  static const char *const titles[] = { "The water of Kessel", "The rails of Tarn" };
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n\n", -1);
      g_autofree char *body = g_strjoinv (g_str_has_prefix (cases[i].before, "<") ? "</pre><pre>" : "\n\n", lines);
      g_autofree char *with = g_strconcat (cases[i].before, body, cases[i].list, NULL);
      g_autoptr (AtlasReportImport) import = fixture_import (with, dataset);
      GPtrArray *references = atlas_report_import_get_references (import);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (atlas_report_import_get_summary (import)->n_matched, ==, FIXTURE_PASSAGES);
      g_assert_cmpuint (atlas_report_import_get_summary (import)->n_own, ==, 0);
      g_assert_cmpuint (references->len, ==, 2);
      for (guint j = 0; j < references->len; j++)
        {
          g_autofree char *url = g_strdup_printf ("https://a.example.org/%u", j + 1);

          g_assert_cmpuint (atlas_reference_get_number (g_ptr_array_index (references, j)), ==, j + 1);
          g_assert_cmpstr (atlas_reference_get_title (g_ptr_array_index (references, j)), ==, titles[j]);
          g_assert_cmpstr (atlas_reference_get_safe_url (g_ptr_array_index (references, j)), ==, url);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-import/sources/lists", test_source_lists);
  g_test_add_func ("/report-import/sources/entries", test_entries);
  g_test_add_func ("/report-import/sources/links", test_links);

  return g_test_run ();
}
