// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-file-writer.h"

#include <glib/gstdio.h>
#include <string.h>

/* A folder of its own, and a file in it that is written. */

#define OLD "what was there before\n"

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} FileFixture;

static inline void
file_fixture_set_up (FileFixture  *fixture,
                     gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-writer-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "out.txt", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

/* What a folder holds, but "." and "..". */
static inline guint
file_fixture_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static inline void
file_fixture_remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        file_fixture_remove_all (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static inline void
file_fixture_tear_down (FileFixture  *fixture,
                        gconstpointer data)
{
  file_fixture_remove_all (fixture->folder);
  g_assert_finalize_object (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static inline void
file_fixture_put_old (FileFixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->path, OLD, -1, NULL));
}

static inline void
file_fixture_assert_content (const char *path,
                             const char *wanted)
{
  g_autofree char *content = NULL;
  gsize            length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, wanted, strlen (wanted));
}

/* The old file, all of it, and nothing beside it. */
static inline void
file_fixture_assert_untouched (FileFixture *fixture)
{
  file_fixture_assert_content (fixture->path, OLD);
  g_assert_cmpuint (file_fixture_count_files (fixture->folder), ==, 1);
}

static inline void
file_fixture_assert_names (const GError *error,
                           const char   *name,
                           const char   *advice)
{
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, advice));
}
