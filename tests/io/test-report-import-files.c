// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Formats and encodings that the report's own text may come in, what is kept of it, and files that are refused. */

#include "atlas-limits.h"

#include "import-fixture.h"

#define N_SOURCES 47

/* The clean text with its letters in another encoding; those that the encoding does not have are not in it. */
static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark; /* byte order */
    gsize       n_mark;
    const char *extra; /* a paragraph of its letters */
  } cases[] = {
    { "UTF-8", "\xef\xbb\xbf", 3, "Über die Flüsse, об реках, գետերի մասին." },
    { "UTF-16LE", "\xff\xfe", 2, "Über die Flüsse, об реках, գետերի մասին." },
    { "UTF-16BE", "\xfe\xff", 2, "Über die Flüsse, об реках, գետերի մասին." },
    { "WINDOWS-1252", "", 0, "Über die Flüsse: été, señor, œuvre – “quoted”." },
    { "WINDOWS-1251", "", 0, "О реках и железных дорогах двух стран – “quoted”." },
  };
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) parts = g_strsplit (text, "Trust grew slowly.", 2);
      g_autofree char *with = g_strconcat (parts[0], cases[i].extra, "\n\nTrust grew slowly.", parts[1], NULL);
      gsize            length = 0;
      g_autofree char *converted = g_convert (with, -1, cases[i].encoding, "UTF-8", NULL, &length, &error);
      g_autofree char *data = NULL;
      g_autoptr (AtlasReportImport) import = NULL;
      const AtlasPassage *own = NULL;

      g_test_message ("%s", cases[i].encoding);
      g_assert_no_error (error);
      data = g_malloc (length + cases[i].n_mark);
      memcpy (data, cases[i].mark, cases[i].n_mark);
      memcpy (data + cases[i].n_mark, converted, length);
      import = fixture_import_bytes (data, length + cases[i].n_mark, "report.txt", dataset, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (atlas_report_import_get_summary (import)->encoding, ==, cases[i].encoding);
      g_assert_cmpuint (atlas_report_import_get_summary (import)->n_matched, ==, FIXTURE_PASSAGES);
      own = atlas_report_lookup (atlas_report_import_get_report (import), "own-1");
      g_assert_nonnull (own);
      g_assert_cmpstr (own->text, ==, cases[i].extra);
    }
}

/* Of what two ways of saving give, the words are the same. */
static void
check_same (AtlasReportImport *a,
            AtlasReportImport *b)
{
  GPtrArray *x = atlas_report_get_passages (atlas_report_import_get_report (a));
  GPtrArray *y = atlas_report_get_passages (atlas_report_import_get_report (b));

  g_assert_cmpuint (x->len, ==, y->len);
  for (guint i = 0; i < x->len; i++)
    {
      const AtlasPassage *p = g_ptr_array_index (x, i), *q = g_ptr_array_index (y, i);
      g_autofree char    *p_text = fixture_fold (p->text);
      g_autofree char    *q_text = fixture_fold (q->text);

      g_assert_cmpstr (p->id, ==, q->id);
      g_assert_cmpstr (p_text, ==, q_text);
      g_assert_cmpuint (p->spans->len, ==, q->spans->len);
    }
}

/* A page as a browser saves it: nothing of what is around the text, every citation, and a record for each of its 47 sources. */
static void
test_saved_page (void)
{
  static const struct
  {
    guint       number;
    const char *authors;
    const char *title;
    const char *container;
    const char *url;
    const char *issued;
    const char *accessed;
    gboolean    known;
  } wanted[] = {
    { 1, "Marsh, Ivo", "Water and rails, part 1", "Yearbook of the Ula", "https://archive.example.org/doc/1?a=1&b=1", "1951", "2024-05-03", TRUE },
    { 2, NULL, "Minutes of meeting number 2", "Ula Commission", "https://archive.example.org/doc/2?a=1&b=2", NULL, NULL, TRUE },
    { 13, "Voss, Adela", "The price of concrete 13", "Brod Press. Link to the text", "https://archive.example.org/doc/13?a=1&b=13", "1963", NULL, TRUE },
    { 44, NULL, "The morning train 44", "Kessel Courier, Issue 44", "https://archive.example.org/doc/44?a=1&b=44#page-44", NULL, "2023-06-01", TRUE },
    { 45, NULL, "https://archive.example.org/doc/45?a=1&b=45", NULL, "https://archive.example.org/doc/45?a=1&b=45", NULL, NULL, FALSE },
  };
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");
  g_autofree char *page = fixture_read ("saved-page.html");
  g_autoptr (AtlasReportImport) plain = fixture_import (text, dataset);
  g_autoptr (AtlasReportImport) import = fixture_import (page, dataset);
  const AtlasImportSummary *summary = atlas_report_import_get_summary (import);
  g_autoptr (AtlasBibliography) all = atlas_report_import_dup_bibliography (import, atlas_dataset_get_bibliography (dataset));

  g_assert_cmpint (summary->format, ==, ATLAS_IMPORT_HTML);
  g_assert_cmpuint (summary->n_matched, ==, FIXTURE_PASSAGES);
  g_assert_cmpuint (summary->n_own, ==, 0);
  g_assert_cmpuint (summary->n_headings, ==, FIXTURE_HEADINGS);
  g_assert_cmpuint (summary->n_same_citations, ==, FIXTURE_PASSAGES);
  g_assert_cmpuint (summary->n_references, ==, N_SOURCES);
  check_same (plain, import);

  for (guint i = 1; i <= N_SOURCES; i++)
    {
      AtlasReference  *reference = atlas_bibliography_lookup_number (all, i);
      g_autofree char *id = g_strdup_printf ("report-%u", i);

      g_assert_cmpstr (atlas_reference_get_id (reference), ==, id);
      g_assert_nonnull (atlas_reference_get_safe_url (reference));
      g_assert_nonnull (strstr (atlas_reference_get_fields (reference)->extra, "user-file"));
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (all)), ==, N_SOURCES + 1); /* the independent one is still there */
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const AtlasReferenceFields *fields = atlas_reference_get_fields (atlas_bibliography_lookup_number (all, wanted[i].number));

      g_assert_cmpstr (fields->authors, ==, wanted[i].authors);
      g_assert_cmpstr (fields->title, ==, wanted[i].title);
      g_assert_cmpstr (fields->container, ==, wanted[i].container);
      g_assert_cmpstr (fields->url, ==, wanted[i].url);
      g_assert_cmpstr (fields->issued, ==, wanted[i].issued);
      g_assert_cmpstr (fields->accessed, ==, wanted[i].accessed);
      g_assert_true (fields->title_known == wanted[i].known);
    }
}

static void
test_markdown (void)
{
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("retold.md");
  g_autofree char *with = g_strconcat (text, "\n## Sources\n\n1. [The water](https://a.example.org/1)\n2. [The rails](https://a.example.org/2)\n", NULL);
  g_autoptr (AtlasReportImport) import = fixture_import (with, dataset);
  const AtlasImportSummary *summary = atlas_report_import_get_summary (import);

  g_assert_cmpint (summary->format, ==, ATLAS_IMPORT_MARKDOWN);
  g_assert_cmpuint (summary->n_matched, ==, FIXTURE_PASSAGES);
  g_assert_cmpuint (summary->n_headings, ==, FIXTURE_HEADINGS);
  g_assert_cmpuint (summary->n_mentions, ==, 3);
  g_assert_cmpuint (summary->n_references, ==, 2);
  g_assert_cmpstr (atlas_reference_get_safe_url (g_ptr_array_index (atlas_report_import_get_references (import), 1)), ==, "https://a.example.org/2");
  g_assert_null (strstr (atlas_report_lookup (atlas_report_import_get_report (import), "water-1")->text, "{#"));
}

/* What is kept gives the same text again, without a word of what stood around it, and knows no more than it needs. */
static void
test_bytes (void)
{
  static const char *const files[] = { "report.txt", "saved-page.html", "retold.md" };
  g_autoptr (AtlasDataset) dataset = fixture_load ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = fixture_read (files[i]);
      g_autoptr (AtlasReportImport) import = fixture_import (text, dataset);
      g_autoptr (GBytes) bytes = atlas_report_import_to_bytes (import);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasReportImport) again = atlas_report_import_from_bytes (bytes, dataset, &error);
      g_autoptr (GBytes) twice = NULL;

      g_assert_no_error (error);
      check_same (import, again);
      g_assert_cmpuint (atlas_report_import_get_references (again)->len, ==, atlas_report_import_get_references (import)->len);
      g_assert_cmpuint (atlas_report_import_get_summary (again)->n_mentions, ==, atlas_report_import_get_summary (import)->n_mentions);
      g_assert_cmpuint (atlas_report_import_get_summary (again)->n_left_out, ==, 0);
      g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "cookies"));
      twice = atlas_report_import_to_bytes (again);
      g_assert_true (g_bytes_equal (bytes, twice));
    }
}

/* An edition that tells another report still opens what was kept: all of it is the user's own. */
static void
test_other_edition (void)
{
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autoptr (GFile) builtin = atlas_bundle_builtin ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) other = atlas_dataset_load (builtin, NULL, &error);
  g_autofree char *text = fixture_read ("report.txt");
  g_autoptr (AtlasReportImport) import = fixture_import (text, dataset);
  g_autoptr (GBytes) bytes = atlas_report_import_to_bytes (import);
  g_autoptr (AtlasReportImport) again = atlas_report_import_from_bytes (bytes, other, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (atlas_report_import_get_summary (again)->n_passages, ==, FIXTURE_PASSAGES);
  g_assert_cmpuint (atlas_report_import_get_summary (again)->n_matched, <=, 1);
  g_assert_nonnull (atlas_report_lookup (atlas_report_import_get_report (again), "own-1"));
}

static void
test_bad_bytes (void)
{
  static const char *const cases[] = {
    "", "{", "[]", "{}", "{\"format\":2}", "{\"format\":1,\"name\":\"x\",\"kind\":\"tea\",\"blocks\":[]}",
    "{\"format\":1,\"name\":\"x\",\"kind\":\"text\",\"blocks\":[{\"kind\":\"heading\"}]}",
    "{\"format\":1,\"name\":\"x\",\"kind\":\"text\",\"blocks\":[],\"sources\":[{\"number\":0,\"text\":\"\"}]}"
  };
  g_autoptr (AtlasDataset) dataset = fixture_load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i], strlen (cases[i]));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_null (atlas_report_import_from_bytes (bytes, dataset, &error));
      g_assert_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_FORMAT);
    }
}

static char *
repeat (const char *before,
        const char *part,
        gsize       n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);

  return g_string_free (text, FALSE);
}

#define BYTES(bytes_) bytes_, sizeof bytes_ - 1

/* Files that are none. Every refusal names the file. */
static void
test_refused (void)
{
  static const struct
  {
    const char      *what;
    const char      *data;
    gsize            length;
    AtlasImportError code;
  } cases[] = {
    { "nothing", BYTES (""), ATLAS_IMPORT_ERROR_EMPTY },
    { "white space", BYTES (" \n\n\t\r\n"), ATLAS_IMPORT_ERROR_EMPTY },
    { "a page of scripts", BYTES ("<!DOCTYPE html><html><body><script>report ()</script></body></html>"), ATLAS_IMPORT_ERROR_EMPTY },
    { "a picture", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1"), ATLAS_IMPORT_ERROR_NOT_TEXT },
    { "a PDF", BYTES ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"), ATLAS_IMPORT_ERROR_NOT_TEXT },
    { "an office document", BYTES ("PK\x03\x04\x14\0\6\0"), ATLAS_IMPORT_ERROR_NOT_TEXT },
    { "a web archive", BYTES ("From: <Saved by Blink>\r\nSubject: A page\r\n"), ATLAS_IMPORT_ERROR_NOT_TEXT },
    { "a NUL", BYTES ("Northland and\0Southland"), ATLAS_IMPORT_ERROR_NOT_TEXT },
    { "controls", BYTES ("\1\2\3\4\5\6 Northland"), ATLAS_IMPORT_ERROR_NOT_TEXT },
    { "UTF-16 with a NUL", BYTES ("\xff\xfe"
                                  "A\0\0\0B\0"),
      ATLAS_IMPORT_ERROR_NOT_TEXT },
    { "broken UTF-8", BYTES ("L’été à Brod, l’hiver à Tarn\xe2\x80, dit-on “là-bas”"), ATLAS_IMPORT_ERROR_ENCODING },
    { "another text", BYTES ("The quick brown fox jumps over the lazy dog.\n\nIt does so every day."), ATLAS_IMPORT_ERROR_UNRELATED },
    { "headings alone", BYTES ("Introduction\n\nWater\n\nRailways\n\nOutlook\n"), ATLAS_IMPORT_ERROR_UNRELATED },
    { "one letter cut in two", BYTES ("\xe2\x80"), ATLAS_IMPORT_ERROR_EMPTY },
  };
  g_autoptr (AtlasDataset) dataset = fixture_load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_null (fixture_import_bytes (cases[i].data, cases[i].length, "notes %s.txt", dataset, &error));
      g_test_message ("  %s", error != NULL ? error->message : "");
      g_assert_error (error, ATLAS_IMPORT_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, "“notes %s.txt”"));
    }
}

/* Files that are made to cost much. */
static void
test_hostile (void)
{
  static const struct
  {
    const char      *what;
    const char      *before;
    const char      *part;
    gsize            n;
    const char      *after;
    AtlasImportError code;
  } cases[] = {
    { "a size beyond the limit", "", "Northland and Southland. ", ATLAS_LIMIT_IMPORT_SIZE / 25 + 1, "", ATLAS_IMPORT_ERROR_TOO_LARGE },
    { "elements in elements", "<html><body>", "<div>", 100000, "x", ATLAS_IMPORT_ERROR_NESTING },
    { "lists in lists", "<html><body>", "<ul><li>", 20000, "x", ATLAS_IMPORT_ERROR_NESTING },
    { "raised in raised", "<html><body>", "<sup>", 100000, "1", ATLAS_IMPORT_ERROR_NESTING },
    { "quotes in quotes", "# A\n\n## B\n\n", ">", 5000, " x", ATLAS_IMPORT_ERROR_NESTING },
    { "a paragraph of brackets", "# A\n\n## B\n\n", "[a](", 20000, "x", ATLAS_IMPORT_ERROR_NESTING },
    { "one endless word", "", "abcdefghij", 200000, "", ATLAS_IMPORT_ERROR_UNRELATED },
    { "one endless line", "", "river rail dam ", 150000, "", ATLAS_IMPORT_ERROR_UNRELATED },
    { "brackets", "", "]", 2000000, "", ATLAS_IMPORT_ERROR_UNRELATED },
    { "a mark without an end", "[1", ",1", 1000000, "", ATLAS_IMPORT_ERROR_UNRELATED },
    { "marks", "", "[1]", 200000, "", ATLAS_IMPORT_ERROR_UNRELATED },
    { "short lines", "", "Water\n", 200000, "", ATLAS_IMPORT_ERROR_TOO_LARGE },
    { "as many short lines as there may be", "", "Water\n", ATLAS_LIMIT_IMPORT_BLOCKS, "", ATLAS_IMPORT_ERROR_UNRELATED },
    { "lines with hyphens", "", "a-\n", 200000, "", ATLAS_IMPORT_ERROR_UNRELATED },
    { "empty elements", "<html><body>", "<br>", 200000, "", ATLAS_IMPORT_ERROR_EMPTY },
    { "an entity in an entity", "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><html><body>", "&b;", 100000, "", ATLAS_IMPORT_ERROR_UNRELATED },
    { "five megabytes of another text", "", "The quick brown fox of Kessel jumped over 12 lazy dogs in 1969 [4]. It rained all day, and nobody went out to see it.\n\n", 44000, "", ATLAS_IMPORT_ERROR_UNRELATED },
  };
  g_autoptr (AtlasDataset) dataset = fixture_load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].before, cases[i].part, cases[i].n, cases[i].after);
      g_autoptr (GError) error = NULL;
      gint64 begin = g_get_monotonic_time ();

      g_test_message ("%s", cases[i].what);
      g_assert_null (fixture_import_bytes (text, strlen (text), "report.txt", dataset, &error));
      g_test_message ("  %s (%d ms)", error != NULL ? error->message : "", (int) ((g_get_monotonic_time () - begin) / 1000));
      g_assert_error (error, ATLAS_IMPORT_ERROR, (int) cases[i].code);
    }
}

/* A text that was cut in the middle of a letter is as good as one cut before it. */
static void
test_cut_letter (void)
{
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *text = fixture_read ("report.txt");
  g_autofree char *cut = g_strconcat (text, "\xe2\x80", NULL);
  g_autoptr (AtlasReportImport) import = fixture_import (cut, dataset);

  g_assert_cmpuint (atlas_report_import_get_summary (import)->n_matched, ==, FIXTURE_PASSAGES);
}

typedef struct
{
  GMainLoop         *loop;
  AtlasReportImport *import;
  GError            *error;
} Wait;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Wait *wait = user_data;

  wait->import = atlas_report_import_read_file_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
read_async (const char   *path,
            AtlasDataset *dataset,
            GCancellable *cancellable,
            Wait         *wait)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  *wait = (Wait){ .loop = loop };
  atlas_report_import_read_file_async (file, dataset, cancellable, read_cb, wait);
  g_main_loop_run (loop);
}

static void
test_async (void)
{
  g_autoptr (AtlasDataset) dataset = fixture_load ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", "report.txt", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere.txt", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait wait;

  read_async (path, dataset, NULL, &wait);
  g_assert_no_error (wait.error);
  g_assert_cmpstr (atlas_report_import_get_summary (wait.import)->name, ==, "report.txt");
  g_assert_finalize_object (wait.import);

  read_async (nowhere, dataset, NULL, &wait);
  g_assert_error (wait.error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_UNREADABLE);
  g_assert_null (wait.import);
  g_clear_error (&wait.error);

  read_async (folder, dataset, NULL, &wait);
  g_assert_error (wait.error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_UNREADABLE);
  g_clear_error (&wait.error);

  g_cancellable_cancel (cancellable);
  read_async (path, dataset, cancellable, &wait);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (wait.import);
  g_clear_error (&wait.error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-import/encodings", test_encodings);
  g_test_add_func ("/report-import/saved-page", test_saved_page);
  g_test_add_func ("/report-import/markdown", test_markdown);
  g_test_add_func ("/report-import/bytes", test_bytes);
  g_test_add_func ("/report-import/bytes/other-edition", test_other_edition);
  g_test_add_func ("/report-import/bytes/bad", test_bad_bytes);
  g_test_add_func ("/report-import/refused", test_refused);
  g_test_add_func ("/report-import/hostile", test_hostile);
  g_test_add_func ("/report-import/cut-letter", test_cut_letter);
  g_test_add_func ("/report-import/async", test_async);

  return g_test_run ();
}
