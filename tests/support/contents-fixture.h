// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-browser.h"
#include "atlas-contents.h"
#include "atlas-dataset-loader.h"

/* The contents in a window of their own, on a session of the built-in atlas. */

static AtlasDataset *dataset G_GNUC_UNUSED;
static AtlasSearch  *search G_GNUC_UNUSED;

typedef struct
{
  AtlasSession *session;
  GtkWidget    *window;
  GtkWidget    *contents;
} Fixture;

/* What waits for an idle moment or a frame. */
static inline void
settle (void)
{
  for (guint i = 0; i < 200 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static inline void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->session = atlas_session_new (dataset);
  fixture->contents = atlas_contents_new ();
  atlas_contents_set_session (ATLAS_CONTENTS (fixture->contents), fixture->session);
  atlas_contents_set_search (ATLAS_CONTENTS (fixture->contents), search);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 290, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->contents);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

/* Nothing that was made is left, in any order of letting go. */
static inline void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_ref (fixture->contents);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->contents);
  g_assert_finalize_object (fixture->session);
}

static inline gpointer
get_child (Fixture    *fixture,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (fixture->contents, ATLAS_TYPE_CONTENTS, name);

  g_assert_nonnull (child);

  return child;
}

/* A part of the browser in it. */
static inline gpointer
get_part (Fixture    *fixture,
          const char *name)
{
  GObject *part = gtk_widget_get_template_child (get_child (fixture, "browser"), ATLAS_TYPE_BROWSER, name);

  g_assert_nonnull (part);

  return part;
}

static inline AtlasRows *
get_rows (Fixture    *fixture,
          const char *name)
{
  AtlasRows *rows = atlas_row_list_get_rows (g_str_equal (name, "items") ? get_part (fixture, name) : get_child (fixture, name));

  atlas_rows_grow_up (rows); /* a list shows its first rows at once, the others when there is time */

  return rows;
}

static inline void
type (Fixture    *fixture,
      const char *words)
{
  gtk_editable_set_text (get_child (fixture, "entry"), words);
  settle ();
}

/* All widgets of a type at or below @widget, in order; of GtkWidget (borrowed). */
static inline void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static inline GPtrArray *
find_all (GtkWidget *widget,
          GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);

  return found;
}

static inline char *
get_text (GtkWidget *widget)
{
  g_autoptr (GPtrArray) labels = find_all (widget, GTK_TYPE_LABEL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", gtk_label_get_text (g_ptr_array_index (labels, i)));

  return g_string_free (text, FALSE);
}

static inline void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static inline void
set_filter (Fixture     *fixture,
            AtlasFilter *filter)
{
  atlas_session_set_filter (fixture->session, filter);
  atlas_filter_unref (filter);
  settle ();
}

/* Adds the tests with add_tests() and runs them on the built-in atlas. */
static inline int
run_tests (int    argc,
           char **argv,
           void (*add_tests) (void))
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  dataset = atlas_dataset_load (folder, NULL, &error);
  g_assert_no_error (error);
  search = atlas_search_new (dataset, NULL, &error);
  g_assert_no_error (error);

  add_tests ();
  status = g_test_run ();

  g_assert_finalize_object (search);
  g_assert_finalize_object (dataset);

  return status;
}
