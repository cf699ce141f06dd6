// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-notebook.h"

#include <glib/gstdio.h>

/* A notebook in a folder of its own, and what it tells. */
typedef struct
{
  char          *folder;
  char          *path;
  AtlasNotebook *notebook;
  GString       *log; /* "sample:WORDS " for each `changed`, "failed " */
} NotebookFixture;

static inline void
notebook_fixture_log_changed_cb (AtlasNotebook *notebook,
                                 const char    *atlas,
                                 guint          kinds,
                                 gpointer       user_data)
{
  g_string_append_printf (user_data, "%s:%x ", atlas, kinds);
}

static inline void
notebook_fixture_log_failed_cb (AtlasNotebook *notebook,
                                const char    *message,
                                gpointer       user_data)
{
  g_string_append (user_data, "failed ");
}

static inline void
notebook_fixture_open (NotebookFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->notebook = atlas_notebook_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->notebook, "changed", G_CALLBACK (notebook_fixture_log_changed_cb), fixture->log);
  g_signal_connect (fixture->notebook, "failed", G_CALLBACK (notebook_fixture_log_failed_cb), fixture->log);
}

/* Until nothing is under way: writes, and what they are to tell. */
static inline void
notebook_fixture_settle (AtlasNotebook *notebook)
{
  for (guint i = 0; i < 3; i++) /* what is told may ask for more */
    {
      atlas_notebook_flush (notebook);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static inline void
notebook_fixture_close (NotebookFixture *fixture)
{
  notebook_fixture_settle (fixture->notebook);
  g_assert_finalize_object (fixture->notebook);
  fixture->notebook = NULL;
}

/* An empty folder, and no notebook yet. */
static inline void
notebook_fixture_set_up_folder (NotebookFixture *fixture,
                                gconstpointer    data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("atlas-notebook-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "notes.db", NULL);
  fixture->log = g_string_new (NULL);
}

static inline void
notebook_fixture_set_up (NotebookFixture *fixture,
                         gconstpointer    data)
{
  notebook_fixture_set_up_folder (fixture, data);
  notebook_fixture_open (fixture);
}

static inline void
notebook_fixture_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        notebook_fixture_remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static inline void
notebook_fixture_tear_down (NotebookFixture *fixture,
                            gconstpointer    data)
{
  if (fixture->notebook != NULL)
    notebook_fixture_close (fixture);
  notebook_fixture_remove_folder (fixture->folder);
  g_string_free (fixture->log, TRUE);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* @target_id NULL: on nothing. (transfer full) */
static inline AtlasNoteFields *
notebook_fixture_words (AtlasNoteTarget target,
                        const char     *target_id,
                        const char     *text)
{
  AtlasNoteFields *fields = atlas_note_fields_new ();

  fields->atlas = g_strdup ("sample");
  fields->target = target;
  fields->target_id = g_strdup (target_id);
  fields->text = g_strdup (text);

  return fields;
}

/* (transfer full) */
static inline AtlasNoteFields *
notebook_fixture_highlight (const char *passage,
                            guint       begin,
                            const char *quote,
                            const char *text)
{
  AtlasNoteFields *fields = notebook_fixture_words (ATLAS_NOTE_ON_PASSAGE, passage, text);

  fields->kind = ATLAS_NOTE_HIGHLIGHT;
  fields->edition = ATLAS_NOTE_RETOLD;
  fields->begin = begin;
  fields->end = begin + (guint) g_utf8_strlen (quote, -1);
  fields->quote = g_strdup (quote);
  fields->colour = ATLAS_NOTE_GREEN;

  return fields;
}

/* (transfer full) */
static inline AtlasNoteFields *
notebook_fixture_bookmark (const char *title,
                           const char *link)
{
  AtlasNoteFields *fields = notebook_fixture_words (ATLAS_NOTE_ON_NOTHING, NULL, title);

  fields->kind = ATLAS_NOTE_BOOKMARK;
  fields->link = g_strdup (link);

  return fields;
}

static inline AtlasNote *
notebook_fixture_add (NotebookFixture *fixture,
                      AtlasNoteFields *fields) /* (transfer full) */
{
  AtlasNote *note = atlas_notebook_add_async (fixture->notebook, fields, NULL, NULL, NULL);

  g_assert_nonnull (note);

  return note;
}

/* The words of all notes of the sample atlas, oldest first, "|" between. (transfer full) */
static inline char *
notebook_fixture_read (AtlasNotebook *notebook)
{
  GListModel *notes = atlas_notebook_get_notes (notebook, "sample");
  GString    *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (AtlasNote) note = g_list_model_get_item (notes, i);

      g_string_append_printf (words, "%s%s", i > 0 ? "|" : "", atlas_note_get_text (note));
    }

  return g_string_free (words, FALSE);
}

#define assert_reads(notebook_, words_)                                     \
  G_STMT_START                                                              \
  {                                                                         \
    g_autofree char *read_ = notebook_fixture_read (notebook_);             \
    g_assert_cmpstr (read_, ==, (words_));                                  \
  }                                                                         \
  G_STMT_END
