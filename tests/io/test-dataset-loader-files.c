// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* A bundle is a stranger's: what stands where a file should, and files that are too much. */

#include "atlas-dataset-loader.h"

#include "atlas-limits.h"
#include "bundle.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that are none. @make puts @file into the place. */
typedef struct
{
  const char *name;
  const char *file;
  void (*make) (const char *path);
  const char *message;
} FileCase;

static void
make_nothing (const char *path)
{
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

static void
make_dangling_link (const char *path)
{
  g_assert_cmpint (symlink ("nowhere.json", path), ==, 0);
}

static void
make_link_to_itself (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  g_assert_cmpint (symlink (name, path), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0644), ==, 0);
}

static void
make_device_link (const char *path)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

static const FileCase file_cases[] = {
  { "missing", "sources.json", make_nothing, "sources.json: there is no such file" },
  { "missing-report", "report.md", make_nothing, "report.md: there is no such file" },
  { "folder", "items.geojson", make_folder, "items.geojson: it is a folder, not a file" },
  { "dangling-link", "atlas.json", make_dangling_link, "atlas.json: it is a link that leads nowhere" },
  { "dangling-optional", "series.json", make_dangling_link, "series.json: it is a link that leads nowhere" },
  { "link-to-itself", "atlas.json", make_link_to_itself, NULL },
  { "pipe", "items.geojson", make_pipe, "items.geojson: it is a device or a pipe, not a file" },
  { "device", "report.md", make_device_link, "report.md: it is a device or a pipe, not a file" },
};

static void
test_file (gconstpointer data)
{
  const FileCase  *file_case = data;
  char            *folder = test_bundle_copy ();
  g_autofree char *path = g_build_filename (folder, file_case->file, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;

  g_remove (path);
  file_case->make (path);
  g_assert_null (atlas_dataset_load (file, NULL, &error));
  g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_UNREADABLE);
  if (file_case->message != NULL)
    g_assert_cmpstr (error->message, ==, file_case->message);

  test_bundle_delete (folder);
}

/* Files that are too much. @element is repeated, one time more than is allowed, between @before and @after. */
static const struct
{
  const char *name;
  const char *file;
  const char *before;
  const char *element;
  guint       n;
  const char *after;
  const char *message;
} limit_cases[] = {
  { "items", "items.geojson", "{\"type\":\"FeatureCollection\",\"features\":[0", ",0", ATLAS_LIMIT_ITEMS, "]}",
    "items.geojson#/features: 200001 elements, more than the 200000 that are allowed" },
  { "series", "series.json", "{\"series\":[0", ",0", ATLAS_LIMIT_SERIES, "]}",
    "series.json#/series: 10001 elements, more than the 10000 that are allowed" },
  { "sources", "sources.json", "[0", ",0", ATLAS_LIMIT_REFERENCES, "]",
    "sources.json#: 100001 elements, more than the 100000 that are allowed" },
  { "tours", "tours.json", "{\"tours\":[0", ",0", ATLAS_LIMIT_TOURS, "]}",
    "tours.json#/tours: 501 elements, more than the 500 that are allowed" },
  { "depth", "atlas.json", "", "[", 10000, "", "atlas.json:1:65: more than 64 arrays and objects inside one another" },
};

static void
test_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (limit_cases); i++)
    {
      char *folder = test_bundle_copy ();
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      g_autoptr (GString) text = g_string_new (limit_cases[i].before);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < limit_cases[i].n; j++)
        g_string_append (text, limit_cases[i].element);
      g_string_append (text, limit_cases[i].after);
      test_bundle_write (folder, limit_cases[i].file, text->str, text->len);

      g_assert_null (atlas_dataset_load (file, NULL, &error));
      g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT);
      g_assert_cmpstr (error->message, ==, limit_cases[i].message);
      test_bundle_delete (folder);
    }
}

/* A file with a hole in it is as large as it says, and costs the disk nothing. */
static void
test_file_size (void)
{
  static const char *const files[] = { "items.geojson", "report.md" };
  static const char *const messages[] = { "items.geojson: the file has more than 128 MiB", "report.md: the file has more than 2 MiB" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      char            *folder = test_bundle_copy ();
      g_autofree char *path = g_build_filename (folder, files[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (folder);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (truncate (path, (off_t) ATLAS_LIMIT_FILE_SIZE + 1), ==, 0);
      g_assert_null (atlas_dataset_load (file, NULL, &error));
      g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_LIMIT);
      g_assert_cmpstr (error->message, ==, messages[i]);
      test_bundle_delete (folder);
    }
}

/* Folders that are none. */
static void
test_folder (void)
{
  char            *folder = test_bundle_copy ();
  g_autofree char *inside = g_build_filename (folder, "atlas.json", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  const char      *paths[] = { inside, missing };
  const char      *words[] = { ": it is a file; an atlas is a folder", ": there is no such folder" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (atlas_dataset_load (file, NULL, &error));
      g_assert_error (error, ATLAS_BUNDLE_ERROR, ATLAS_RULE_UNREADABLE);
      g_assert_true (g_str_has_prefix (error->message, paths[i]));
      g_assert_nonnull (strstr (error->message, words[i]));
    }

  test_bundle_delete (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset-loader/file/", file_cases[i].name, NULL);

      g_test_add_data_func (path, &file_cases[i], test_file);
    }
  g_test_add_func ("/dataset-loader/limits", test_limits);
  g_test_add_func ("/dataset-loader/file-size", test_file_size);
  g_test_add_func ("/dataset-loader/folder", test_folder);

  return g_test_run ();
}
