// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notebook-fixture.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Processes that write and are killed, how many on one file before the next one is begun, and how long each lives at most, µs. */
#define N_KILLS 200
#define N_ON_ONE_FILE 20
#define MAX_LIFE 80000
/* Of which the first writes alone, and the others two at a time. */
#define TWO_EVERY 4

static const char *program;

/* -- The process that is killed: "? ID WORDS" is what it is about to write, "! ID WORDS" what is confirmed; no WORDS: removed -- */

static void
say (char        mark,
     const char *id,
     const char *words)
{
  g_autofree char *line = g_strdup_printf ("%c %s %s\n", mark, id, words);

  if (write (STDOUT_FILENO, line, strlen (line)) != (gssize) strlen (line))
    exit (2);
}

static void
confirmed_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!atlas_notebook_write_finish (ATLAS_NOTEBOOK (source_object), result, &error))
    g_error ("not written: %s", error->message);
  *(gboolean *) user_data = TRUE;
}

/* Adds, changes and removes in turn, and waits for each. */
static void
write_once (AtlasNotebook *notebook,
            guint          turn)
{
  static char     *last_id;
  g_autofree char *words = turn % 5 == 4 ? g_strdup ("") : g_strdup_printf ("words-%u", turn);
  AtlasNote       *last = last_id != NULL ? atlas_notebook_lookup (notebook, last_id) : NULL;
  gboolean         confirmed = FALSE;

  if (turn % 5 == 0 || last == NULL)
    {
      AtlasNoteFields *fields = notebook_fixture_words (ATLAS_NOTE_ON_ITEM, "btc", words);

      g_free (last_id);
      last_id = g_uuid_string_random ();
      fields->id = g_strdup (last_id);
      say ('?', last_id, words);
      atlas_notebook_add_async (notebook, fields, NULL, confirmed_cb, &confirmed);
    }
  else
    {
      say ('?', last_id, words);
      if (turn % 5 == 4)
        atlas_notebook_remove_async (notebook, last, NULL, confirmed_cb, &confirmed);
      else
        atlas_notebook_set_text_async (notebook, last, words, NULL, confirmed_cb, &confirmed);
    }

  while (!confirmed)
    g_main_context_iteration (NULL, TRUE);
  say ('!', last_id, words);
}

G_NORETURN static void
write_for_ever (const char *path)
{
  g_autoptr (GError) error = NULL;
  AtlasNotebook *notebook = atlas_notebook_open (path, NULL, &error);

  if (notebook == NULL)
    g_error ("not opened: %s", error->message);

  for (guint turn = 0;; turn += turn % 10 == 3 ? 2 : 1) /* not all are removed */
    write_once (notebook, turn);
}

/* -- The one that kills -- */

/* What must be in the file: id → words; and what may be, as it was about to be written. */
typedef struct
{
  GHashTable *confirmed;
  GHashTable *tried;
  guint       n_confirmed;
} Expected;

typedef struct
{
  GPid pid;
  int  output;
} Writer;

static Writer
writer_start (const char *path)
{
  const char *argv[] = { program, "--write", path, NULL };
  Writer      writer = { 0 };
  g_autoptr (GError) error = NULL;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &writer.pid, NULL, &writer.output,
                            NULL, &error);
  g_assert_no_error (error);

  return writer;
}

static void
read_line (Expected   *expected,
           const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);

  g_assert_cmpuint (g_strv_length (words), ==, 3);
  g_assert_true (g_uuid_string_is_valid (words[1]));
  if (words[0][0] == '?')
    {
      g_hash_table_insert (expected->tried, g_strdup (words[1]), g_strdup (words[2]));
      return;
    }

  expected->n_confirmed++;
  g_hash_table_insert (expected->confirmed, g_strdup (words[1]), g_strdup (words[2]));
  g_hash_table_remove (expected->tried, words[1]);
}

static void
writer_kill (Writer   *writer,
             Expected *expected)
{
  g_autoptr (GString) output = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  char   part[4096];
  gssize n_read = 0;
  int    status = 0;

  g_assert_cmpint (kill (writer->pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (writer->pid, &status, 0), ==, writer->pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL); /* it had no other reason to end */
  while ((n_read = read (writer->output, part, sizeof part)) > 0)
    g_string_append_len (output, part, n_read);
  g_close (writer->output, NULL);
  g_spawn_close_pid (writer->pid);

  lines = g_strsplit (output->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++) /* the last one was cut, or is empty */
    read_line (expected, lines[i]);
}

static void
assert_sound (const char *path)
{
  sqlite3      *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static gboolean
has (AtlasNotebook *notebook,
     const char    *id,
     const char    *words)
{
  AtlasNote *note = atlas_notebook_lookup (notebook, id);

  return words != NULL && g_strcmp0 (note != NULL ? atlas_note_get_text (note) : "", words) == 0;
}

static void
assert_whole (NotebookFixture *fixture,
              Expected        *expected)
{
  GHashTableIter iter;
  gpointer       id = NULL;
  gpointer       words = NULL;

  notebook_fixture_open (fixture);
  g_assert_null (atlas_notebook_get_warning (fixture->notebook));
  g_hash_table_iter_init (&iter, expected->confirmed);
  while (g_hash_table_iter_next (&iter, &id, &words))
    {
      const char *tried = g_hash_table_lookup (expected->tried, id);

      if (has (fixture->notebook, id, words))
        continue;
      if (!has (fixture->notebook, id, tried))
        g_error ("note %s, confirmed as “%s”, is lost", (char *) id, (char *) words);
      g_hash_table_iter_replace (&iter, g_strdup (tried)); /* it was written, and not yet told */
    }
  g_hash_table_remove_all (expected->tried);
  notebook_fixture_close (fixture);
}

static void
begin_file (NotebookFixture *fixture,
            Expected        *expected,
            guint            i)
{
  g_autofree char *name = g_strdup_printf ("notes-%u.db", i);

  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
  g_hash_table_remove_all (expected->confirmed);
}

static void
test_kill (NotebookFixture *fixture,
           gconstpointer    data)
{
  Expected expected = {
    .confirmed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };

  for (guint i = 0, round = 0; i < N_KILLS; round++)
    {
      Writer writers[2];
      guint  n_writers = round % TWO_EVERY == TWO_EVERY - 1 ? 2 : 1;

      if (round % N_ON_ONE_FILE == 0)
        begin_file (fixture, &expected, round);
      for (guint j = 0; j < n_writers; j++)
        writers[j] = writer_start (fixture->path);
      g_usleep ((gulong) g_test_rand_int_range (0, MAX_LIFE));
      for (guint j = 0; j < n_writers; j++, i++)
        writer_kill (&writers[j], &expected);

      if (g_file_test (fixture->path, G_FILE_TEST_EXISTS)) /* else none had come so far */
        assert_sound (fixture->path);
      assert_whole (fixture, &expected);
    }

  g_test_message ("%u writes were confirmed by %u processes that were killed", expected.n_confirmed, N_KILLS);
  g_assert_cmpuint (expected.n_confirmed, >, N_KILLS / 4); /* else nothing was tested */
  g_hash_table_unref (expected.confirmed);
  g_hash_table_unref (expected.tried);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    write_for_ever (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL); /* says the seed; --seed takes one */

  g_test_add ("/notebook/kill", NotebookFixture, NULL, notebook_fixture_set_up_folder, test_kill, notebook_fixture_tear_down);

  return g_test_run ();
}
