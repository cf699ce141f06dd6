// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notebook-fixture.h"

#include <sqlite3.h>
#include <string.h>

/* Enough for a file of many pages. */
#define N_NOTES 200

/* Words that nothing else writes; and how often a text has them: on several pages. */
#define MARKER "quagga-and-thylacine"
#define N_MARKERS 2000

static void
execute (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static gint64
ask (const char *path,
     const char *sql)
{
  sqlite3      *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64        answer = 0;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return answer;
}

/* A notebook with notes, closed. */
static void
set_up_notes (NotebookFixture *fixture,
              gconstpointer    data)
{
  g_autofree char *words = g_strnfill (300, 'w');
  g_autoptr (GBytes) report = g_bytes_new_static ("report", 6);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);

  notebook_fixture_set_up (fixture, data);
  for (guint i = 0; i < N_NOTES; i++)
    g_ptr_array_add (notes, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", words));
  atlas_notebook_merge_async (fixture->notebook, notes, NULL, NULL, NULL);
  atlas_notebook_set_report_async (fixture->notebook, "sample", report, NULL, NULL, NULL);
  notebook_fixture_close (fixture);
}

/* How many files of the folder are damaged ones set aside. */
static guint
count_aside (NotebookFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  guint       n_aside = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n_aside += g_str_has_prefix (name, "notes.db.damaged-") && !g_str_has_suffix (name, "-wal") && !g_str_has_suffix (name, "-shm");

  return n_aside;
}

static guint
count_notes (NotebookFixture *fixture)
{
  return g_list_model_get_n_items (atlas_notebook_get_notes (fixture->notebook, "sample"));
}

// clang-format off
static const struct
{
  const char *name;
  gssize      length;  /* what the file is cut to; -1: it is not */
  gssize      at;      /* where it is written over; -1: it is not */
  gsize       size;    /* how much */
  guint       n_least; /* notes that can be read all the same */
} damages[] = {
  { "garbage", -1, 0, 4096, 0 },
  { "cut", 60000, -1, 0, 1 },
  { "cut-short", 700, -1, 0, 0 },
  { "schema", -1, 100, 3000, 0 },
  { "tables", -1, 8192, 4096, 0 },
  { "text", -1, 40000, 9000, 1 },
};
// clang-format on

/* The damaged file is kept as it is, what can be read goes on in a new one, and the user is told. */
static void
test_damaged (NotebookFixture *fixture,
              gconstpointer    data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *contents = NULL;
  gsize            length = 0;
  guint            n_notes = 0;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  if (damages[i].length >= 0)
    length = (gsize) damages[i].length;
  if (damages[i].at >= 0)
    memset (contents + damages[i].at, 0xa5, damages[i].size);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));

  notebook_fixture_open (fixture);
  g_assert_nonnull (strstr (atlas_notebook_get_warning (fixture->notebook), "notes.db.damaged-"));
  g_assert_false (atlas_notebook_get_read_only (fixture->notebook));
  g_assert_cmpuint (count_aside (fixture), ==, 1);
  n_notes = count_notes (fixture);
  g_test_message ("%u of %u notes could be read", n_notes, N_NOTES);
  g_assert_cmpuint (n_notes, >=, damages[i].n_least);
  notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "new"));
  notebook_fixture_close (fixture);

  notebook_fixture_open (fixture); /* and all is well again */
  g_assert_null (atlas_notebook_get_warning (fixture->notebook));
  g_assert_cmpuint (count_notes (fixture), ==, n_notes + 1);
  g_assert_cmpuint (count_aside (fixture), ==, 1);
}

/* Twice on one day. */
static void
test_damaged_again (NotebookFixture *fixture,
                    gconstpointer    data)
{
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *garbage = g_strnfill (5000, (char) ('a' + i));

      g_assert_true (g_file_set_contents (fixture->path, garbage, -1, NULL));
      notebook_fixture_open (fixture);
      notebook_fixture_close (fixture);
      g_assert_cmpuint (count_aside (fixture), ==, i);
    }
}

static void
finished_cb (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* A newer version's file is read as far as it is understood, and not touched. */
static void
test_newer (NotebookFixture *fixture,
            gconstpointer    data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = 99; %s", (const char *) data);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  execute (fixture->path, sql);
  notebook_fixture_open (fixture);
  g_assert_true (atlas_notebook_get_read_only (fixture->notebook));
  g_assert_nonnull (strstr (atlas_notebook_get_warning (fixture->notebook), "newer version"));
  g_assert_cmpuint (count_notes (fixture), ==, *(const char *) data == '\0' ? N_NOTES : 0);

  g_assert_null (atlas_notebook_add_async (fixture->notebook, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "no"), NULL, finished_cb, &result));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (atlas_notebook_write_finish (fixture->notebook, result, &error));
  g_assert_error (error, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_READ_ONLY);
  g_clear_object (&result);
  notebook_fixture_close (fixture);

  g_assert_cmpint (ask (fixture->path, "PRAGMA user_version"), ==, 99);
  g_assert_cmpint (ask (fixture->path, *(const char *) data == '\0' ? "SELECT count (*) FROM entries" : "SELECT count (*) FROM things"), ==, N_NOTES);
  g_assert_cmpuint (count_aside (fixture), ==, 0);
}

/* A database of something else is left alone. */
static void
test_foreign (NotebookFixture *fixture,
              gconstpointer    data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  execute (fixture->path, data);
  g_assert_null (atlas_notebook_open (fixture->path, NULL, &error));
  g_assert_error (error, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_FOREIGN);
  g_assert_cmpuint (count_aside (fixture), ==, 0);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM sqlite_schema"), ==, 1);
}

/* Nothing was written before the process ended. */
static void
test_empty (NotebookFixture *fixture,
            gconstpointer    data)
{
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  notebook_fixture_open (fixture);
  g_assert_null (atlas_notebook_get_warning (fixture->notebook));
  g_assert_cmpuint (count_notes (fixture), ==, 0);
  g_assert_cmpuint (count_aside (fixture), ==, 0);
}

static void
test_no_file (NotebookFixture *fixture,
              gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_notebook_open (fixture->folder, NULL, &error)); /* a folder */
  g_assert_error (error, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, fixture->folder));
}

/* What makes no note is not shown, and stays. */
static void
test_odd_rows (NotebookFixture *fixture,
               gconstpointer    data)
{
  execute (fixture->path, "UPDATE entries SET kind = 'dream' WHERE rowid = 3; UPDATE entries SET text = x'ff' WHERE rowid = 4;"
                          "UPDATE entries SET id = 'short' WHERE rowid = 5; UPDATE entries SET text = printf ('%.*c', 100000, 'x') WHERE rowid = 6;");
  notebook_fixture_open (fixture);
  g_assert_cmpuint (count_notes (fixture), ==, N_NOTES - 4);
  notebook_fixture_close (fixture);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM entries"), ==, N_NOTES);
}

static gboolean
is_told (GString *log)
{
  return strstr (log->str, "failed") != NULL;
}

/* What cannot be written is taken back, and the user is told. */
static void
test_failed (NotebookFixture *fixture,
             gconstpointer    data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  notebook_fixture_open (fixture);
  execute (fixture->path, "ALTER TABLE entries RENAME TO away");
  atlas_notebook_add_async (fixture->notebook, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "lost"), NULL, finished_cb, &result);
  execute (fixture->path, "SELECT 1");
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (atlas_notebook_write_finish (fixture->notebook, result, &error));
  g_assert_error (error, ATLAS_NOTEBOOK_ERROR, ATLAS_NOTEBOOK_ERROR_WRITE);
  g_assert_true (is_told (fixture->log));
  g_assert_false (atlas_notebook_get_can_undo (fixture->notebook));
  g_clear_object (&result);

  execute (fixture->path, "ALTER TABLE away RENAME TO entries");
  atlas_notebook_refresh (fixture->notebook);
  notebook_fixture_settle (fixture->notebook);
  g_assert_cmpuint (count_notes (fixture), ==, N_NOTES);
  notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "kept"));
  notebook_fixture_close (fixture);
  g_assert_cmpint (ask (fixture->path, "SELECT count (*) FROM entries"), ==, N_NOTES + 1);
}

static void
opened_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (NotebookFixture *fixture,
            gconstpointer    data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_notebook_open_async (fixture->path, NULL, opened_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->notebook = atlas_notebook_open_finish (result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_cmpstr (atlas_notebook_get_path (fixture->notebook), ==, fixture->path);
  g_assert_cmpuint (count_notes (fixture), ==, N_NOTES);
  notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", "new"));
  notebook_fixture_close (fixture);
}

/* How many files beside the notebook, and itself, have the marker in them. */
static guint
count_marked (NotebookFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  guint       n_marked = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize            length = 0;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      for (gsize i = 0; i < length; i++) /* strstr() would end at the first NUL */
        if (contents[i] == '\0')
          contents[i] = ' ';
      n_marked += strstr (contents, MARKER) != NULL; /* GLib ends it with a NUL of its own */
    }

  return n_marked;
}

static GBytes *
make_marked (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_MARKERS; i++)
    g_string_append (text, MARKER " ");

  return g_string_free_to_bytes (text);
}

static void
set_report (NotebookFixture *fixture,
            GBytes          *bytes)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_notebook_set_report_async (fixture->notebook, "sample", bytes, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (atlas_notebook_write_finish (fixture->notebook, result, &error));
  g_assert_no_error (error);
}

/* A report's text that was removed is on the disk no more, as soon as the removal is confirmed. */
static void
test_wiped_report (NotebookFixture *fixture,
                   gconstpointer    data)
{
  g_autoptr (GBytes) marked = make_marked ();

  notebook_fixture_open (fixture);
  set_report (fixture, marked);
  g_assert_cmpuint (count_marked (fixture), >, 0);
  notebook_fixture_settle (fixture->notebook);
  g_assert_cmpuint (count_marked (fixture), >, 0);

  set_report (fixture, NULL);
  g_assert_cmpuint (count_marked (fixture), ==, 0);
  notebook_fixture_settle (fixture->notebook);
  g_assert_cmpuint (count_marked (fixture), ==, 0);
  notebook_fixture_close (fixture);
  g_assert_cmpuint (count_marked (fixture), ==, 0);
}

/* A flush does the same for all that was removed or replaced, though the notebook stays open. */
static void
test_wiped_by_flush (NotebookFixture *fixture,
                     gconstpointer    data)
{
  g_autoptr (GBytes) marked = make_marked ();
  g_autoptr (GBytes) other = g_bytes_new_static ("other", 5);
  AtlasNote *note = NULL;

  notebook_fixture_open (fixture);
  note = notebook_fixture_add (fixture, notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", MARKER));
  set_report (fixture, marked);
  g_assert_cmpuint (count_marked (fixture), >, 0);

  atlas_notebook_remove_async (fixture->notebook, note, NULL, NULL, NULL);
  set_report (fixture, other);
  g_assert_cmpuint (count_marked (fixture), >, 0);
  atlas_notebook_flush (fixture->notebook);
  g_assert_cmpuint (count_marked (fixture), ==, 0);
  g_assert_cmpuint (count_notes (fixture), ==, N_NOTES);
}

/* Another process that reads keeps the log from being emptied; the removal is a success all the same, and a flush makes up for it. */
static void
test_wiped_later (NotebookFixture *fixture,
                  gconstpointer    data)
{
  g_autoptr (GBytes) marked = make_marked ();
  sqlite3 *reader = NULL;

  notebook_fixture_open (fixture);
  set_report (fixture, marked);
  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &reader, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (reader, "BEGIN; SELECT count (*) FROM reports", NULL, NULL, NULL), ==, SQLITE_OK);

  set_report (fixture, NULL);
  g_assert_cmpuint (count_marked (fixture), >, 0);
  g_assert_cmpint (sqlite3_close (reader), ==, SQLITE_OK);
  atlas_notebook_flush (fixture->notebook);
  g_assert_cmpuint (count_marked (fixture), ==, 0);
}

#define ADD(path_, data_, set_up_, test_) \
  g_test_add ("/notebook/file/" path_, NotebookFixture, data_, set_up_, test_, notebook_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/notebook/file/damaged/", damages[i].name, NULL);

      g_test_add (path, NotebookFixture, GUINT_TO_POINTER (i), set_up_notes, test_damaged, notebook_fixture_tear_down);
    }
  ADD ("damaged-again", NULL, set_up_notes, test_damaged_again);
  ADD ("newer", "", set_up_notes, test_newer);
  ADD ("newer-tables", "ALTER TABLE entries RENAME TO things", set_up_notes, test_newer);
  ADD ("foreign", "CREATE TABLE theirs (x)", notebook_fixture_set_up_folder, test_foreign);
  ADD ("foreign-application", "CREATE TABLE theirs (x); PRAGMA application_id = 12", notebook_fixture_set_up_folder, test_foreign);
  ADD ("empty", NULL, set_up_notes, test_empty);
  ADD ("no-file", NULL, notebook_fixture_set_up_folder, test_no_file);
  ADD ("odd-rows", NULL, set_up_notes, test_odd_rows);
  ADD ("failed", NULL, set_up_notes, test_failed);
  ADD ("async", NULL, set_up_notes, test_async);
  ADD ("wiped-report", NULL, set_up_notes, test_wiped_report);
  ADD ("wiped-by-flush", NULL, set_up_notes, test_wiped_by_flush);
  ADD ("wiped-later", NULL, set_up_notes, test_wiped_later);

  return g_test_run ();
}
