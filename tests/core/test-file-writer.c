// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "file-fixture.h"

#include <sys/stat.h>
#include <unistd.h>

static void
assert_written (FileFixture *fixture,
                GFile       *file,
                const char  *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_true (atlas_file_write_bytes (file, bytes, NULL, &error));
  g_assert_no_error (error);
}

static void
test_new (FileFixture  *fixture,
          gconstpointer data)
{
  struct stat info;
  mode_t      mask = umask (0);

  umask (mask);
  assert_written (fixture, fixture->file, "new");
  file_fixture_assert_content (fixture->path, "new");
  g_assert_cmpuint (file_fixture_count_files (fixture->folder), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0666 & ~mask);
}

static void
test_keeps_mode (FileFixture  *fixture,
                 gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0640, 0755, 0666 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat info;

      file_fixture_put_old (fixture);
      g_assert_cmpint (g_chmod (fixture->path, (int) modes[i]), ==, 0);
      assert_written (fixture, fixture->file, "new");
      file_fixture_assert_content (fixture->path, "new");
      g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
      g_assert_cmphex (info.st_mode & 0777, ==, modes[i]);
    }
}

/* A link, a link to a link in another folder, and one to nothing yet. */
static void
test_follows_links (FileFixture  *fixture,
                    gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *near = g_build_filename (other, "near", NULL);
  g_autofree char *far = g_build_filename (fixture->folder, "far", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autofree char *made = g_build_filename (other, "made", NULL);
  g_autoptr (GFile) far_file = g_file_new_for_path (far);
  g_autoptr (GFile) nowhere_file = g_file_new_for_path (nowhere);

  file_fixture_put_old (fixture);
  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  g_assert_cmpint (symlink ("../out.txt", near), ==, 0);
  g_assert_cmpint (symlink (near, far), ==, 0);
  g_assert_cmpint (symlink ("other/made", nowhere), ==, 0);

  assert_written (fixture, far_file, "through two links");
  file_fixture_assert_content (fixture->path, "through two links");
  assert_written (fixture, nowhere_file, "made");
  file_fixture_assert_content (made, "made");

  g_assert_true (g_file_test (near, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (far, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (nowhere, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (file_fixture_count_files (other), ==, 2);
}

static void
test_link_to_itself (FileFixture  *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  g_assert_cmpint (symlink ("out.txt", fixture->path), ==, 0);
  g_assert_false (atlas_file_write_bytes (fixture->file, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

/* --- Where it cannot be written --- */

/* In a folder that there is not, and in a file. */
static void
test_no_folder (FileFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);

  file_fixture_put_old (fixture);
  for (guint i = 0; i < 2; i++)
    {
      int              code = i == 0 ? G_IO_ERROR_NOT_DIRECTORY : G_IO_ERROR_NOT_FOUND;
      g_autofree char *path = g_build_filename (i == 0 ? fixture->path : fixture->folder, i == 0 ? "" : "missing", "inside", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      g_assert_false (atlas_file_write_bytes (file, bytes, NULL, &error));
      g_assert_error (error, G_IO_ERROR, code);
      file_fixture_assert_names (error, "inside", i == 0 ? "is a file" : "no such folder");
    }
  file_fixture_assert_untouched (fixture);
}

static void
test_target_is_folder (FileFixture  *fixture,
                       gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *name = g_file_get_basename (folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  file_fixture_put_old (fixture);
  g_assert_false (atlas_file_write_bytes (folder, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  file_fixture_assert_names (error, name, "a folder has this name");
  file_fixture_assert_untouched (fixture);
}

/* Root may write anywhere, so it becomes nobody for a moment. */
static void
test_unwritable_folder (FileFixture  *fixture,
                        gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;
  gboolean is_root = geteuid () == 0;

  file_fixture_put_old (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0); /* the file may be written, the folder not */
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_false (atlas_file_write_bytes (fixture->file, bytes, NULL, &error));
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  file_fixture_assert_names (error, "out.txt", "may not write in this folder");
  file_fixture_assert_untouched (fixture);
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
test_async (FileFixture  *fixture,
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
  file_fixture_assert_content (fixture->path, "new");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (FileFixture *, gconstpointer);
  } tests[] = {
    { "new", test_new },
    { "keeps-mode", test_keeps_mode },
    { "follows-links", test_follows_links },
    { "link-to-itself", test_link_to_itself },
    { "no-folder", test_no_folder },
    { "target-is-folder", test_target_is_folder },
    { "unwritable-folder", test_unwritable_folder },
    { "async", test_async },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/file-writer/%s", tests[i].path);

      g_test_add (path, FileFixture, NULL, file_fixture_set_up, tests[i].run, file_fixture_tear_down);
    }

  return g_test_run ();
}
