// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset-loader.h"
#include "atlas-figure.h"

#include <glib/gstdio.h>
#include <string.h>

/* What tests of figures share: the atlas that is part of the program, and a folder that goes when a test is done. */

typedef struct
{
  AtlasDataset *dataset;
  AtlasBasemap *basemap;
  char         *folder;
} FigureFixture;

static inline void
figure_fixture_set_up (FigureFixture *fixture,
                       gconstpointer  data)
{
  const char *path = g_getenv ("ATLAS_TEST_BUNDLE");
  g_autoptr (GFile) bundle = path != NULL ? g_file_new_for_path (path) : atlas_bundle_builtin ();
  g_autoptr (GError) error = NULL;

  fixture->dataset = atlas_dataset_load (bundle, NULL, &error);
  g_assert_no_error (error);
  fixture->basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("figure-XXXXXX", &error);
  g_assert_no_error (error);
}

static inline guint
figure_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static inline void
figure_empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          figure_empty_folder (path);
          g_rmdir (path);
        }
      else
        g_unlink (path);
    }
}

static inline void
figure_fixture_tear_down (FigureFixture *fixture,
                          gconstpointer  data)
{
  figure_empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->basemap, atlas_basemap_unref);
  g_assert_finalize_object (fixture->dataset);
}

static inline AtlasSessionState *
figure_parse (const char *link)
{
  g_autoptr (GError) error = NULL;
  AtlasSessionState *state = atlas_session_state_parse (link, &error);

  g_assert_no_error (error);

  return state;
}

static inline GFile *
figure_get_file (FigureFixture *fixture,
                 const char    *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

/* Draws a view, and gives what was written. */
static inline GBytes *
figure_write (FigureFixture         *fixture,
              const char            *link,
              const AtlasFigureSpec *spec,
              const char            *name)
{
  g_autoptr (AtlasSessionState) state = figure_parse (link);
  g_autoptr (GFile) file = figure_get_file (fixture, name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  atlas_figure_write (fixture->dataset, fixture->basemap, state, spec, atlas_figure_format_lookup_suffix (name), file, NULL, &error);
  g_assert_no_error (error);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

/* What a command prints, a file of the fixture in the place of "%", white space made single; NULL: it is not installed. */
static inline char *
figure_ask (FigureFixture *fixture,
            const char    *command,
            const char    *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autofree char *program = g_find_program_in_path (words[0]);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  if (program == NULL)
    return NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "%"))
      {
        g_free (words[i]);
        words[i] = g_strdup (path);
      }
  process = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return g_regex_replace_literal (blanks, out, -1, 0, " ", 0, NULL);
}

static inline void
figure_assert_has (const char *text,
                   const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}
