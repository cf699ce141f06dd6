// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset-loader.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

/* A view of a session of the built-in atlas, in a window that is shown. */
typedef struct
{
  AtlasDataset *dataset;
  AtlasSession *session;
  GtkWidget    *window;
  GtkWidget    *widget; /* the view, which the fixture owns too */
} WidgetFixture;

/* A test that waits for what does not come fails after this long, s. */
#define WIDGET_FIXTURE_PATIENCE 60 /* s; a busy machine takes its time */

typedef gboolean (*WidgetFixtureFunc) (gpointer user_data);

/* Lets the program run until @is_done says so. */
static inline void
widget_fixture_await (WidgetFixtureFunc is_done,
                      gpointer          user_data,
                      const char       *what)
{
  gint64 deadline = g_get_monotonic_time () + WIDGET_FIXTURE_PATIENCE * G_USEC_PER_SEC;

  while (!is_done (user_data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("waited %d s in vain for %s", WIDGET_FIXTURE_PATIENCE, what);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static inline gboolean
widget_fixture_has_frame (gpointer user_data)
{
  const guint *frames = user_data;

  return *frames >= 2; /* the first may have been under way */
}

static inline gboolean
widget_fixture_count_frame_cb (GtkWidget     *widget,
                               GdkFrameClock *clock,
                               gpointer       user_data)
{
  (*(guint *) user_data)++;

  return G_SOURCE_CONTINUE;
}

/* Until what was asked for is laid out. */
static inline void
widget_fixture_lay_out (WidgetFixture *fixture)
{
  guint frames = 0;
  guint id = gtk_widget_add_tick_callback (fixture->window, widget_fixture_count_frame_cb, &frames, NULL);

  gtk_widget_queue_resize (fixture->widget);
  widget_fixture_await (widget_fixture_has_frame, &frames, "a frame");
  gtk_widget_remove_tick_callback (fixture->window, id);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline AtlasDataset *
widget_fixture_load (void)
{
  g_autoptr (GFile) folder = atlas_bundle_builtin ();
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = atlas_dataset_load (folder, NULL, &error);

  g_assert_no_error (error);

  return dataset;
}

/* Makes dataset and session, and shows @widget. */
static inline void
widget_fixture_set_up (WidgetFixture *fixture,
                       GtkWidget     *widget,
                       int            width,
                       int            height)
{
  fixture->dataset = widget_fixture_load ();
  fixture->session = atlas_session_new (fixture->dataset);
  fixture->widget = g_object_ref_sink (widget);
  g_object_set (widget, "session", fixture->session, NULL);

  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_set_child (GTK_WINDOW (fixture->window), widget);
  gtk_window_present (GTK_WINDOW (fixture->window));
  widget_fixture_lay_out (fixture);
  if (!gtk_widget_get_visible (widget)) /* not yet */
    return;
  g_assert_cmpint (gtk_widget_get_width (widget), ==, width);
  g_assert_cmpint (gtk_widget_get_height (widget), ==, height);
}

static inline gboolean
widget_fixture_is_last (gpointer user_data)
{
  return g_atomic_int_get (&((GObject *) user_data)->ref_count) == 1;
}

/* Nothing may hold on to the view, the session or the atlas: a thread that paints for them has a while to let go. */
static inline void
widget_fixture_tear_down (WidgetFixture *fixture,
                          gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  widget_fixture_await (widget_fixture_is_last, fixture->widget, "all to let go of the view");
  g_assert_finalize_object (fixture->widget);
  widget_fixture_await (widget_fixture_is_last, fixture->session, "all to let go of the session");
  g_assert_finalize_object (fixture->session);
  widget_fixture_await (widget_fixture_is_last, fixture->dataset, "all to let go of the atlas");
  g_assert_finalize_object (fixture->dataset);
}

static inline void
widget_fixture_set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

static inline void
widget_fixture_select (WidgetFixture *fixture,
                       const char    *id)
{
  if (!atlas_session_select_id (fixture->session, id))
    g_error ("the atlas has no “%s”", id);
}

static inline const char *
widget_fixture_get_selected (WidgetFixture *fixture)
{
  AtlasItem *item = atlas_session_get_selected (fixture->session);

  return item != NULL ? atlas_item_get_id (item) : NULL;
}

static inline void
widget_fixture_apply (WidgetFixture *fixture,
                      const char    *link)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (link, &error);

  g_assert_no_error (error);
  atlas_session_apply_state (fixture->session, state);
}

/* For main(): with no display the tests are skipped. What is told to assistive technology is kept to be looked at. */
static inline gboolean
widget_fixture_init (int    *argc,
                     char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (argc, argv, NULL);

  if (gtk_init_check ())
    return TRUE;

  g_print ("1..0 # SKIP no display\n");

  return FALSE;
}
