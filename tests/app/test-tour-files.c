// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour-files.h"

#include <glib/gstdio.h>
#include <string.h>

#define ATLAS "sample"

typedef struct
{
  char           *root;
  char           *folder; /* of the atlas */
  AtlasTourFiles *files;
  GString        *failures;
} Fixture;

static void
failed_cb (AtlasTourFiles *files,
           const char     *message,
           gpointer        user_data)
{
  g_string_append_printf (user_data, "%s\n", message);
}

static void
open_files (Fixture *fixture)
{
  fixture->files = atlas_tour_files_new (fixture->root);
  g_signal_connect (fixture->files, "failed", G_CALLBACK (failed_cb), fixture->failures);
  atlas_tour_files_open (fixture->files, ATLAS);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("tours-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->root, ATLAS, NULL);
  fixture->failures = g_string_new (NULL);
  open_files (fixture);
}

static void
close_files (Fixture *fixture)
{
  atlas_tour_files_flush (fixture->files);
  g_assert_finalize_object (fixture->files);
}

static void
delete_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        delete_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_files (fixture);
  delete_folder (fixture->root);
  g_free (fixture->root);
  g_free (fixture->folder);
  g_string_free (fixture->failures, TRUE);
}

static void
put (Fixture    *fixture,
     const char *id,
     const char *title)
{
  g_autoptr (AtlasTour) tour = atlas_tour_new (id, title, NULL, NULL);

  atlas_tour_book_put (atlas_tour_files_get_book (fixture->files), tour, NULL);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
read_file (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char            *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

static void
assert_title (Fixture    *fixture,
              const char *id,
              const char *title)
{
  AtlasTour *tour = atlas_tour_book_lookup (atlas_tour_files_get_book (fixture->files), id);

  g_assert_cmpstr (tour != NULL ? atlas_tour_get_title (tour) : NULL, ==, title);
}

#define FILE_OF(id_, title_) \
  "{\n  \"format\": 1,\n  \"atlas\": \"" ATLAS "\",\n  \"tours\": [\n    {\n      \"id\": \"" id_ "\",\n      \"title\": \"" title_ "\",\n      \"steps\": []\n    }\n  ]\n}\n"

/* What is made is there the next time, in a file that says only that. */
static void
test_keep (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *text = NULL;

  put (fixture, "mine", "Mine");
  put (fixture, "mine", "Mine, again");
  put (fixture, "other", "Other");
  close_files (fixture);

  text = read_file (fixture, "mine.json");
  g_assert_cmpstr (text, ==, FILE_OF ("mine", "Mine, again"));
  open_files (fixture);
  assert_title (fixture, "mine", "Mine, again");
  assert_title (fixture, "other", "Other");
  g_assert_false (atlas_tour_book_get_can_undo (atlas_tour_files_get_book (fixture->files)));
  g_assert_null (atlas_tour_files_get_problem (fixture->files));
  g_assert_cmpstr (fixture->failures->str, ==, "");
}

/* Its file goes with a tour, and comes back with it. */
static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  AtlasTourBook   *book = atlas_tour_files_get_book (fixture->files);
  g_autofree char *gone = NULL;
  g_autofree char *back = NULL;

  put (fixture, "mine", "Mine");
  atlas_tour_files_flush (fixture->files);
  atlas_tour_book_remove (book, "mine");
  atlas_tour_files_flush (fixture->files);
  gone = read_file (fixture, "mine.json");
  g_assert_null (gone);

  g_assert_true (atlas_tour_book_undo (book, NULL));
  atlas_tour_files_flush (fixture->files);
  back = read_file (fixture, "mine.json");
  g_assert_cmpstr (back, ==, FILE_OF ("mine", "Mine"));
}

/* A folder that cannot be read is told: its tours have not gone. */
static void
test_unreadable_folder (Fixture      *fixture,
                        gconstpointer data)
{
  g_assert_null (atlas_tour_files_get_problem (fixture->files)); /* there is none at all */
  close_files (fixture);
  g_assert_true (g_file_set_contents (fixture->folder, "", 0, NULL));
  open_files (fixture);

  g_assert_nonnull (atlas_tour_files_get_problem (fixture->files));
  g_assert_nonnull (strstr (atlas_tour_files_get_problem (fixture->files), fixture->folder));

  g_assert_cmpint (g_unlink (fixture->folder), ==, 0);
}

/* A file that cannot be read is told, with its place and rule; the others are read, and none takes its name. */
static void
test_broken (Fixture      *fixture,
             gconstpointer data)
{
  static const char broken[] = "{ \"format\": 1, \"atlas\": \"" ATLAS "\", \"tours\": [{ \"id\": \"mine\", \"steps\": [] }] }";
  g_autofree char  *kept = NULL;
  g_autofree char  *own = NULL;

  close_files (fixture);
  write_file (fixture, "mine.json", broken);
  write_file (fixture, "good.json", FILE_OF ("good", "Good"));
  write_file (fixture, "elsewhere.json", "{ \"format\": 1, \"atlas\": \"moon\", \"tours\": [] }");
  write_file (fixture, "letter.txt", "Dear all");
  open_files (fixture);

  assert_title (fixture, "good", "Good");
  g_assert_cmpstr (atlas_tour_files_get_problem (fixture->files), ==,
                   "elsewhere.json#/atlas: these are tours of the atlas “moon”, and this is “" ATLAS "”\n"
                   "mine.json#/tours/0: “title” is missing");

  put (fixture, "mine", "Mine");
  atlas_tour_files_flush (fixture->files);
  kept = read_file (fixture, "mine.json");
  g_assert_cmpstr (kept, ==, broken);
  own = read_file (fixture, "mine-2.json");
  g_assert_cmpstr (own, ==, FILE_OF ("mine", "Mine"));

  /* It is mended. */
  write_file (fixture, "mine.json", FILE_OF ("mended", "Mended"));
  atlas_tour_files_open (fixture->files, ATLAS);
  assert_title (fixture, "mended", "Mended");
}

/* Two tours in a file stay in it. */
static void
test_together (Fixture      *fixture,
               gconstpointer data)
{
  static const char two[] = "{ \"format\": 1, \"atlas\": \"" ATLAS "\", \"tours\": [{ \"id\": \"a\", \"title\": \"A\", \"steps\": [] }, "
                            "{ \"id\": \"b\", \"title\": \"B\", \"steps\": [] }] }";
  g_autofree char  *text = NULL;

  close_files (fixture);
  write_file (fixture, "two.json", two);
  open_files (fixture);
  put (fixture, "b", "Bee");
  atlas_tour_files_flush (fixture->files);
  text = read_file (fixture, "two.json");
  g_assert_nonnull (strstr (text, "\"A\""));
  g_assert_nonnull (strstr (text, "\"Bee\""));
}

/* What another program has written meanwhile is not written over. */
static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  put (fixture, "mine", "Mine");
  atlas_tour_files_flush (fixture->files);
  write_file (fixture, "mine.json", FILE_OF ("mine", "Theirs, and longer"));
  put (fixture, "mine", "Ours");
  atlas_tour_files_flush (fixture->files);

  g_assert_nonnull (strstr (fixture->failures->str, "“mine.json”"));
  theirs = read_file (fixture, "mine.json");
  g_assert_cmpstr (theirs, ==, FILE_OF ("mine", "Theirs, and longer"));
  ours = read_file (fixture, "mine-2.json");
  g_assert_cmpstr (ours, ==, FILE_OF ("mine", "Ours"));
}

/* Where nothing can be written, that is said, and the tour stays. */
static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->folder, "in the way", -1, NULL));
  put (fixture, "mine", "Mine");
  atlas_tour_files_flush (fixture->files);
  g_assert_nonnull (strstr (fixture->failures->str, "not saved"));
  assert_title (fixture, "mine", "Mine");
  g_unlink (fixture->folder);
}

/* Tours come from files and go into files; each has an id of its own. */
static void
test_share (Fixture      *fixture,
            gconstpointer data)
{
  AtlasTourBook   *book = atlas_tour_files_get_book (fixture->files);
  g_autofree char *path = g_build_filename (fixture->root, "given.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *none = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GBytes) bytes = NULL;

  put (fixture, "mine", "Mine");
  g_assert_true (g_file_set_contents (path, FILE_OF ("mine", "Given"), -1, NULL));
  id = atlas_tour_files_import (fixture->files, file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "mine-2");
  assert_title (fixture, "mine-2", "Given");
  atlas_tour_files_flush (fixture->files);
  kept = read_file (fixture, "mine-2.json");
  g_assert_cmpstr (kept, ==, FILE_OF ("mine-2", "Given"));

  bytes = atlas_tour_files_export (fixture->files, atlas_tour_book_lookup (book, "mine"));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), FILE_OF ("mine", "Mine"), strlen (FILE_OF ("mine", "Mine")));

  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  none = atlas_tour_files_import (fixture->files, file, &error);
  g_assert_null (none);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "given.json:1:"));
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path_, func_) g_test_add ("/tour-files/" path_, Fixture, NULL, set_up, func_, tear_down)
  ADD ("unreadable-folder", test_unreadable_folder);
  ADD ("keep", test_keep);
  ADD ("remove", test_remove);
  ADD ("broken", test_broken);
  ADD ("together", test_together);
  ADD ("changed", test_changed);
  ADD ("no-folder", test_no_folder);
  ADD ("share", test_share);
#undef ADD

  return g_test_run ();
}
