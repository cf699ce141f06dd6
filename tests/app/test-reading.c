// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reading.h"

#include "atlas-dataset-loader.h"
#include "atlas-own-references.h"

#include "notebook-fixture.h"

/* Seconds after which something that should have come has not. */
#define PATIENCE 30

typedef struct
{
  NotebookFixture book;
  AtlasDataset   *atlas;
  AtlasSession   *session;
  AtlasReading   *reading;
} Fixture;

static void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  g_autoptr (GError) error = NULL;

  notebook_fixture_set_up (&fixture->book, NULL);
  fixture->atlas = atlas_dataset_load (folder, NULL, &error);
  g_assert_no_error (error);
  fixture->session = atlas_session_new (NULL);
  fixture->reading = atlas_reading_new (fixture->session);
  atlas_reading_set_atlas (fixture->reading, fixture->atlas);
}

static void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  g_assert_finalize_object (fixture->reading);
  notebook_fixture_settle (fixture->book.notebook);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->atlas);
  notebook_fixture_tear_down (&fixture->book, NULL);
}

/* The report as somebody may have saved it: the atlas's own text, one passage with other words, under its headings. */
static AtlasReportImport *
import_report (AtlasDataset *atlas)
{
  AtlasReport *report = atlas_dataset_get_report (atlas);
  GPtrArray   *sections = atlas_report_get_sections (report);
  GPtrArray   *passages = atlas_report_get_passages (report);
  GString     *text = g_string_new (atlas_report_get_title (report));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  AtlasReportImport *import = NULL;
  guint              section = 0;

  g_string_append (text, "\n\n");
  for (guint i = 0; i < passages->len; i++)
    {
      for (; section < sections->len && ((const AtlasSection *) g_ptr_array_index (sections, section))->first_passage <= i; section++)
        g_string_append_printf (text, "%s\n\n", ((const AtlasSection *) g_ptr_array_index (sections, section))->title);
      if (i == 3)
        g_string_append (text, "Between two passages stands a remark of the publisher, which no edition tells and no other paragraph resembles.\n\n");
      g_string_append_printf (text, "%s%s\n\n", i == 0 ? "In other words: " : "", ((const AtlasPassage *) g_ptr_array_index (passages, i))->text);
    }

  bytes = g_string_free_to_bytes (text);
  import = atlas_report_import_read (bytes, "report.txt", atlas, NULL, &error);
  g_assert_no_error (error);

  return import;
}

static const char *
get_first_words (Fixture *fixture)
{
  GPtrArray *passages = atlas_report_get_passages (atlas_dataset_get_report (atlas_session_get_dataset (fixture->session)));

  return ((const AtlasPassage *) g_ptr_array_index (passages, 0))->text;
}

static gboolean
reads_original (Fixture *fixture)
{
  return g_str_has_prefix (get_first_words (fixture), "In other words: ");
}

static void
await_original (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;

  while (!reads_original (fixture) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (reads_original (fixture));
}

/* Until whatever the reading had begun to load has come, or has been let go. */
static void
settle_reading (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;

  notebook_fixture_settle (fixture->book.notebook);
  while (G_OBJECT (fixture->reading)->ref_count > 1 && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (G_OBJECT (fixture->reading)->ref_count, ==, 1);
}

/* Without anything added the atlas is read as it is. */
static void
test_plain (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_true (atlas_session_get_dataset (fixture->session) == fixture->atlas);
  g_assert_false (atlas_reading_get_has_original (fixture->reading));
  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  g_assert_true (atlas_session_get_dataset (fixture->session) == fixture->atlas);
}

static void
test_keep (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (AtlasReportImport) import = import_report (fixture->atlas);
  const char *id = atlas_dataset_get_manifest (fixture->atlas)->id;

  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  atlas_session_select_id (fixture->session, "gabala-radar");
  atlas_session_set_passage (fixture->session, "security-4");

  atlas_reading_keep (fixture->reading, import);
  g_assert_true (reads_original (fixture));
  g_assert_true (atlas_reading_get_has_original (fixture->reading));
  g_assert_true (atlas_notebook_has_report (fixture->book.notebook, id));
  g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, "security-4");
  g_assert_cmpstr (atlas_item_get_id (atlas_session_get_selected (fixture->session)), ==, "gabala-radar");

  atlas_reading_set_original (fixture->reading, FALSE);
  g_assert_true (atlas_session_get_dataset (fixture->session) == fixture->atlas);
  g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, "security-4");
  atlas_reading_set_original (fixture->reading, TRUE);
  g_assert_true (reads_original (fixture));

  atlas_reading_remove (fixture->reading);
  g_assert_true (atlas_session_get_dataset (fixture->session) == fixture->atlas);
  g_assert_false (atlas_notebook_has_report (fixture->book.notebook, id));
  notebook_fixture_settle (fixture->book.notebook);
  g_assert_false (atlas_reading_get_has_original (fixture->reading));
}

/* What one window has kept, another finds when it opens; and the atlas read again is read in the same words. */
static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (AtlasReportImport) import = import_report (fixture->atlas);
  g_autoptr (AtlasReading) other = atlas_reading_new (fixture->session);
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  g_autoptr (AtlasDataset) edition = NULL;

  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  atlas_reading_keep (fixture->reading, import);
  notebook_fixture_settle (fixture->book.notebook);
  g_assert_finalize_object (fixture->reading);
  atlas_session_set_dataset (fixture->session, NULL);

  fixture->reading = g_steal_pointer (&other);
  atlas_reading_set_atlas (fixture->reading, fixture->atlas);
  g_assert_false (reads_original (fixture));
  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  await_original (fixture);

  edition = atlas_dataset_load (folder, NULL, NULL);
  atlas_reading_set_atlas (fixture->reading, edition);
  await_original (fixture);
  atlas_reading_set_atlas (fixture->reading, fixture->atlas);
  await_original (fixture);
}

/* What is added before the notebook is open is not lost to what was kept in it, or was not. */
static void
test_keep_early (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (AtlasReportImport) import = import_report (fixture->atlas);
  const char *id = atlas_dataset_get_manifest (fixture->atlas)->id;

  atlas_reading_keep (fixture->reading, import);
  g_assert_true (reads_original (fixture));

  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  notebook_fixture_settle (fixture->book.notebook);
  g_assert_true (reads_original (fixture));
  g_assert_true (atlas_notebook_has_report (fixture->book.notebook, id));
}

/* What was kept is still being read when another file takes its place, or when it is removed. */
static void
test_keep_over (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AtlasReportImport) import = import_report (fixture->atlas);
  g_autoptr (AtlasReportImport) other = import_report (fixture->atlas);

  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  atlas_reading_keep (fixture->reading, import);
  notebook_fixture_settle (fixture->book.notebook);

  atlas_reading_set_notebook (fixture->reading, NULL);
  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook); /* it begins to be read */
  atlas_reading_keep (fixture->reading, other);
  settle_reading (fixture);
  g_assert_true (atlas_dataset_get_report (atlas_session_get_dataset (fixture->session)) == atlas_report_import_get_report (other));

  atlas_reading_set_notebook (fixture->reading, NULL);
  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  atlas_reading_remove (fixture->reading);
  settle_reading (fixture);
  g_assert_false (reads_original (fixture));
}

/* Read anew, the atlas is read on at the same passage, though only the file has that. */
static void
test_reload (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (AtlasReportImport) import = import_report (fixture->atlas);
  g_autoptr (GFile) folder = atlas_bundle_builtin ();
  g_autoptr (AtlasDataset) again = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray  *passages = NULL;
  const char *id = NULL;

  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  atlas_reading_keep (fixture->reading, import);
  notebook_fixture_settle (fixture->book.notebook);
  passages = atlas_report_get_passages (atlas_report_import_get_report (import));
  for (guint i = 0; i < passages->len && id == NULL; i++)
    if (g_str_has_prefix (((const AtlasPassage *) g_ptr_array_index (passages, i))->id, "own-"))
      id = ((const AtlasPassage *) g_ptr_array_index (passages, i))->id;
  g_assert_nonnull (id);
  atlas_session_set_passage (fixture->session, id);
  atlas_session_set_playing (fixture->session, TRUE);
  atlas_reading_set_original (fixture->reading, FALSE);
  atlas_reading_set_original (fixture->reading, TRUE);
  g_assert_true (atlas_session_get_playing (fixture->session)); /* the same items: the clock goes on */

  atlas_session_set_passage (fixture->session, id);
  again = atlas_dataset_load (folder, NULL, &error);
  g_assert_no_error (error);
  atlas_reading_set_atlas (fixture->reading, again);
  settle_reading (fixture);
  await_original (fixture);
  g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, id);
}

/* A record that the user writes stands in the place of the one that is not known, until it is removed. */
static void
test_reference (Fixture      *fixture,
                gconstpointer data)
{
  AtlasNoteFields *fields = atlas_note_fields_new ();
  AtlasNote       *note = NULL;

  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  fields->kind = ATLAS_NOTE_REFERENCE;
  fields->atlas = g_strdup (atlas_dataset_get_manifest (fixture->atlas)->id);
  fields->citation = 12;
  fields->text = g_strdup ("[{\"id\":\"x\",\"type\":\"book\",\"title\":\"Found\"}]");
  note = atlas_notebook_add_async (fixture->book.notebook, fields, NULL, NULL, NULL);
  notebook_fixture_settle (fixture->book.notebook);
  g_assert_cmpstr (atlas_reference_get_title (atlas_bibliography_lookup_number (
                     atlas_dataset_get_bibliography (atlas_session_get_dataset (fixture->session)), 12)),
                   ==, "Found");

  atlas_notebook_remove_async (fixture->book.notebook, note, NULL, NULL, NULL);
  notebook_fixture_settle (fixture->book.notebook);
  g_assert_true (atlas_session_get_dataset (fixture->session) == fixture->atlas);
}

static void
failed_cb (AtlasReading *reading,
           const char   *message,
           gpointer      user_data)
{
  *(guint *) user_data += *message != '\0';
}

/* What cannot be read is said, and the atlas is read as it is. */
static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("{\"format\":99}", 13);
  gint64 deadline = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  guint  n_failed = 0;

  g_signal_connect (fixture->reading, "failed", G_CALLBACK (failed_cb), &n_failed);
  atlas_notebook_set_report_async (fixture->book.notebook, atlas_dataset_get_manifest (fixture->atlas)->id, nonsense, NULL, NULL, NULL);
  notebook_fixture_settle (fixture->book.notebook);
  atlas_reading_set_notebook (fixture->reading, fixture->book.notebook);
  while (n_failed == 0 && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_true (atlas_session_get_dataset (fixture->session) == fixture->atlas);
}

int
main (int   argc,
      char *argv[])
{
  /* clang-format off */
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/app/reading/plain", test_plain },
    { "/app/reading/keep", test_keep },
    { "/app/reading/kept", test_kept },
    { "/app/reading/keep-early", test_keep_early },
    { "/app/reading/keep-over", test_keep_over },
    { "/app/reading/reload", test_reload },
    { "/app/reading/reference", test_reference },
    { "/app/reading/unreadable", test_unreadable },
  };
  /* clang-format on */

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);

  return g_test_run ();
}
