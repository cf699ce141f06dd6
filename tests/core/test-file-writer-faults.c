// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#define _GNU_SOURCE /* O_TMPFILE */

#include "file-fixture.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MANY 40000 /* lines of a long file: more than any buffer */

typedef struct
{
  GCancellable *cancellable; /* (nullable): cancelled in the middle */
  GError       *error;       /* (nullable): injected in the middle */
  guint         n_lines;
} Fault;

static gboolean
write_lines (GOutputStream *stream,
             gpointer       user_data,
             GCancellable  *cancellable,
             GError       **error)
{
  Fault *fault = user_data;

  for (guint i = 0; i < fault->n_lines; i++)
    {
      if (i == fault->n_lines / 2 && fault->cancellable != NULL)
        g_cancellable_cancel (fault->cancellable);
      if (i == fault->n_lines / 2 && fault->error != NULL)
        {
          g_propagate_error (error, g_error_copy (fault->error));
          return FALSE;
        }
      if (!g_output_stream_printf (stream, NULL, cancellable, error, "line %u of a file that is long\n", i))
        return FALSE;
    }

  return TRUE;
}

static void
test_cancelled (FileFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Fault fault = { .cancellable = cancellable, .n_lines = GPOINTER_TO_UINT (data) };

  file_fixture_put_old (fixture);
  g_assert_false (atlas_file_write (fixture->file, write_lines, &fault, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  file_fixture_assert_untouched (fixture);
}

/* Between the last byte and the renaming. */
static gboolean
cancel_at_end (GOutputStream *stream,
               gpointer       user_data,
               GCancellable  *cancellable,
               GError       **error)
{
  gboolean written = g_output_stream_write_all (stream, "all", 3, NULL, NULL, error);

  g_cancellable_cancel (cancellable);

  return written;
}

static void
test_cancelled_at_end (FileFixture  *fixture,
                       gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  file_fixture_put_old (fixture);
  for (guint i = 0; i < 2; i++) /* the second time it is cancelled before it begins */
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (atlas_file_write (fixture->file, cancel_at_end, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      file_fixture_assert_untouched (fixture);
    }
}

static const struct
{
  gint        code;
  const char *advice;
} faults[] = {
  { G_IO_ERROR_NO_SPACE, "no space left" },
  { G_IO_ERROR_PERMISSION_DENIED, "may not write in this folder" },
  { G_IO_ERROR_READ_ONLY, "read-only" },
  { G_IO_ERROR_FAILED, "the reason itself" },
};

static void
test_injected (FileFixture  *fixture,
               gconstpointer data)
{
  file_fixture_put_old (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) injected = g_error_new_literal (G_IO_ERROR, faults[i].code, "the reason itself");
      g_autoptr (GError) error = NULL;
      Fault fault = { .error = injected, .n_lines = MANY };

      g_assert_false (atlas_file_write (fixture->file, write_lines, &fault, NULL, &error));
      g_assert_error (error, G_IO_ERROR, faults[i].code);
      file_fixture_assert_names (error, "out.txt", faults[i].advice);
      file_fixture_assert_untouched (fixture);
    }
}

static gboolean
die_in_the_middle (GOutputStream *stream,
                   gpointer       user_data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  for (guint i = 0; i < MANY; i++)
    g_output_stream_write_all (stream, "words that nobody is to read\n", 29, NULL, NULL, NULL);
  kill (getpid (), SIGKILL);

  return TRUE;
}

static void
test_killed (FileFixture  *fixture,
             gconstpointer data)
{
  int   status = 0;
  int   probe = -1;
  pid_t child;

  file_fixture_put_old (fixture);
  child = fork ();
  if (child == 0)
    {
      atlas_file_write (fixture->file, die_in_the_middle, NULL, NULL, NULL);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  file_fixture_assert_content (fixture->path, OLD);
#ifdef O_TMPFILE
  probe = g_open (fixture->folder, O_TMPFILE | O_WRONLY, 0600); /* not every file system can */
  if (probe >= 0)
    {
      close (probe);
      file_fixture_assert_untouched (fixture);
    }
#endif
}

/* What is said in another domain has its own words. */
static void
test_other_domain (FileFixture  *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) injected = g_error_new_literal (G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "own words");
  g_autoptr (GError) error = NULL;
  Fault fault = { .error = injected, .n_lines = 2 };

  g_assert_false (atlas_file_write (fixture->file, write_lines, &fault, NULL, &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE);
  g_assert_cmpstr (error->message, ==, "own words");
  g_assert_cmpuint (file_fixture_count_files (fixture->folder), ==, 0);
}

/* The system itself says no in the middle of the file. */
static void
test_size_limit (FileFixture  *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Fault         fault = { .n_lines = MANY };
  struct rlimit old;
  struct rlimit small;
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);

  file_fixture_put_old (fixture);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = (struct rlimit){ 100000, old.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (atlas_file_write (fixture->file, write_lines, &fault, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, handler);

  g_assert_nonnull (error);
  file_fixture_assert_names (error, "out.txt", "could not be written");
  file_fixture_assert_untouched (fixture);
}

/* By its own name and through a link, which stays. */
static void
test_full_disk (FileFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  GFile *files[] = { full, fixture->file };
  Fault  fault = { .n_lines = MANY };

  if (!g_file_query_exists (full, NULL))
    {
      g_test_skip ("no /dev/full");
      return;
    }

  g_assert_cmpint (symlink ("/dev/full", fixture->path), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (atlas_file_write (files[i], write_lines, &fault, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      file_fixture_assert_names (error, i == 0 ? "full" : "out.txt", "no space left");
    }
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (file_fixture_count_files (fixture->folder), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (FileFixture *, gconstpointer);
    guint data;
  } tests[] = {
    { "cancelled/long", test_cancelled, MANY },
    { "cancelled/in-buffer", test_cancelled, 4 },
    { "cancelled/at-end", test_cancelled_at_end },
    { "injected", test_injected },
    { "killed", test_killed },
    { "other-domain", test_other_domain },
    { "size-limit", test_size_limit },
    { "full-disk", test_full_disk },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/file-writer-faults/%s", tests[i].path);

      g_test_add (path, FileFixture, GUINT_TO_POINTER (tests[i].data), file_fixture_set_up, tests[i].run, file_fixture_tear_down);
    }

  return g_test_run ();
}
