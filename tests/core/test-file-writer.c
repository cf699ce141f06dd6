// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-file-writer.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "what was there before\n"
#define MANY 40000 /* lines of a long file: more than any buffer */

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-writer-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "out.txt", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

/* What a folder holds, but "." and "..". */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_all (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_all (fixture->folder);
  g_assert_finalize_object (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
put_old (Fixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, OLD, -1, NULL));
}

static void
assert_content (const char *path,
                const char *wanted)
{
  g_autofree char *content = NULL;
  gsize            length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, wanted, strlen (wanted));
}

/* The old file, all of it, and nothing beside it. */
static void
assert_untouched (Fixture *fixture)
{
  assert_content (fixture->path, OLD);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
assert_written (Fixture    *fixture,
                GFile      *file,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_true (atlas_file_write_bytes (file, bytes, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_names (const GError *error,
              const char   *name,
              const char   *advice)
{
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, advice));
}

static void
test_new (Fixture      *fixture,
          gconstpointer data)
{
  struct stat info;
  mode_t      mask = umask (0);

  umask (mask);
  assert_written (fixture, fixture->file, "new");
  assert_content (fixture->path, "new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0666 & ~mask);
}

static void
test_keeps_mode (Fixture      *fixture,
                 gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0640, 0755, 0666 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat info;

      put_old (fixture);
      g_assert_cmpint (g_chmod (fixture->path, (int) modes[i]), ==, 0);
      assert_written (fixture, fixture->file, "new");
      assert_content (fixture->path, "new");
      g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
      g_assert_cmphex (info.st_mode & 0777, ==, modes[i]);
    }
}

/* A link, a link to a link in another folder, and one to nothing yet. */
static void
test_follows_links (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *near = g_build_filename (other, "near", NULL);
  g_autofree char *far = g_build_filename (fixture->folder, "far", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autofree char *made = g_build_filename (other, "made", NULL);
  g_autoptr (GFile) far_file = g_file_new_for_path (far);
  g_autoptr (GFile) nowhere_file = g_file_new_for_path (nowhere);

  put_old (fixture);
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  g_assert_cmpint (symlink ("../out.txt", near), ==, 0);
  g_assert_cmpint (symlink (near, far), ==, 0);
  g_assert_cmpint (symlink ("other/made", nowhere), ==, 0);

  assert_written (fixture, far_file, "through two links");
  assert_content (fixture->path, "through two links");
  assert_written (fixture, nowhere_file, "made");
  assert_content (made, "made");

  g_assert_true (g_file_test (near, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (far, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (nowhere, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (other), ==, 2);
}

static void
test_link_to_itself (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  g_assert_cmpint (symlink ("out.txt", fixture->path), ==, 0);
  g_assert_false (atlas_file_write_bytes (fixture->file, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

/* --- What goes wrong while it is written --- */

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
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Fault fault = { .cancellable = cancellable, .n_lines = GPOINTER_TO_UINT (data) };

  put_old (fixture);
  g_assert_false (atlas_file_write (fixture->file, write_lines, &fault, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (fixture);
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
test_cancelled_at_end (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  put_old (fixture);
  for (guint i = 0; i < 2; i++) /* the second time it is cancelled before it begins */
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (atlas_file_write (fixture->file, cancel_at_end, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_untouched (fixture);
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
test_injected (Fixture      *fixture,
               gconstpointer data)
{
  put_old (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) injected = g_error_new_literal (G_IO_ERROR, faults[i].code, "the reason itself");
      g_autoptr (GError) error = NULL;
      Fault fault = { .error = injected, .n_lines = MANY };

      g_assert_false (atlas_file_write (fixture->file, write_lines, &fault, NULL, &error));
      g_assert_error (error, G_IO_ERROR, faults[i].code);
      assert_names (error, "out.txt", faults[i].advice);
      assert_untouched (fixture);
    }
}

/* What is said in another domain has its own words. */
static void
test_other_domain (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) injected = g_error_new_literal (G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "own words");
  g_autoptr (GError) error = NULL;
  Fault fault = { .error = injected, .n_lines = 2 };

  g_assert_false (atlas_file_write (fixture->file, write_lines, &fault, NULL, &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE);
  g_assert_cmpstr (error->message, ==, "own words");
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* The system itself says no in the middle of the file. */
static void
test_size_limit (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Fault         fault = { .n_lines = MANY };
  struct rlimit old;
  struct rlimit small;
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);

  put_old (fixture);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = (struct rlimit){ 100000, old.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (atlas_file_write (fixture->file, write_lines, &fault, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, handler);

  g_assert_nonnull (error);
  assert_names (error, "out.txt", "could not be written");
  assert_untouched (fixture);
}

/* By its own name and through a link, which stays. */
static void
test_full_disk (Fixture      *fixture,
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
      assert_names (error, i == 0 ? "full" : "out.txt", "no space left");
    }
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* --- Where it cannot be written --- */

/* In a folder that there is not, and in a file. */
static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  put_old (fixture);
  for (guint i = 0; i < 2; i++)
    {
      int              code = i == 0 ? G_IO_ERROR_NOT_DIRECTORY : G_IO_ERROR_NOT_FOUND;
      g_autofree char *path = g_build_filename (i == 0 ? fixture->path : fixture->folder, i == 0 ? "" : "missing", "inside", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      g_assert_false (atlas_file_write_bytes (file, bytes, NULL, &error));
      g_assert_error (error, G_IO_ERROR, code);
      assert_names (error, "inside", i == 0 ? "is a file" : "no such folder");
    }
  assert_untouched (fixture);
}

static void
test_target_is_folder (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *name = g_file_get_basename (folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  put_old (fixture);
  g_assert_false (atlas_file_write_bytes (folder, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  assert_names (error, name, "a folder has this name");
  assert_untouched (fixture);
}

/* Root may write anywhere, so it becomes nobody for a moment. */
static void
test_unwritable_folder (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;
  gboolean is_root = geteuid () == 0;

  put_old (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0); /* the file may be written, the folder not */
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_false (atlas_file_write_bytes (fixture->file, bytes, NULL, &error));
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_names (error, "out.txt", "may not write in this folder");
  assert_untouched (fixture);
}

/* --- In a thread --- */

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  atlas_file_write_bytes_async (fixture->file, bytes, NULL, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (atlas_file_write_bytes_finish (fixture->file, result, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *, gconstpointer);
    guint data;
  } tests[] = {
    { "new", test_new },
    { "keeps-mode", test_keeps_mode },
    { "follows-links", test_follows_links },
    { "link-to-itself", test_link_to_itself },
    { "cancelled/long", test_cancelled, MANY },
    { "cancelled/in-buffer", test_cancelled, 4 },
    { "cancelled/at-end", test_cancelled_at_end },
    { "injected", test_injected },
    { "other-domain", test_other_domain },
    { "size-limit", test_size_limit },
    { "full-disk", test_full_disk },
    { "no-folder", test_no_folder },
    { "target-is-folder", test_target_is_folder },
    { "unwritable-folder", test_unwritable_folder },
    { "async", test_async },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/file-writer/%s", tests[i].path);

      g_test_add (path, Fixture, GUINT_TO_POINTER (tests[i].data), set_up, tests[i].run, tear_down);
    }

  return g_test_run ();
}
