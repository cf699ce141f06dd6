// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-clock-entry.h"
#include "atlas-timeline-canvas-private.h"
#include "atlas-timeline.h"
#include "timeline-fixture.h"

/* A timeline in a window, without animations. */
typedef struct
{
  AtlasDataset        *dataset;
  AtlasSession        *session;
  GtkWidget           *window;
  AtlasTimeline       *timeline;
  AtlasTimelineCanvas *canvas;
  AtlasClockEntry     *clock;
} Fixture;

static inline GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline gboolean
count_cb (gpointer user_data)
{
  (*(guint *) user_data)++;

  return G_SOURCE_CONTINUE;
}

/* Lets the program run until @condition holds; what does not come in half a minute does not come. */
#define await(condition)                                   \
  G_STMT_START                                             \
  {                                                        \
    guint beats_ = 0;                                      \
    guint source_ = g_timeout_add (20, count_cb, &beats_); \
    while (!(condition) && beats_ < 1500)                  \
      g_main_context_iteration (NULL, TRUE);               \
    g_source_remove (source_);                             \
    g_assert_true (condition);                             \
  }                                                        \
  G_STMT_END

static inline void
set_up_with (Fixture      *fixture,
             AtlasDataset *dataset)
{
  fixture->dataset = dataset;
  fixture->session = atlas_session_new (fixture->dataset);
  fixture->timeline = ATLAS_TIMELINE (atlas_timeline_new ());
  fixture->canvas = ATLAS_TIMELINE_CANVAS (find (GTK_WIDGET (fixture->timeline), ATLAS_TYPE_TIMELINE_CANVAS));
  fixture->clock = ATLAS_CLOCK_ENTRY (find (GTK_WIDGET (fixture->timeline), ATLAS_TYPE_CLOCK_ENTRY));
  fixture->window = gtk_window_new ();
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  g_object_set (fixture->timeline, "session", fixture->session, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  await (fixture->canvas->layout != NULL);
  atlas_timeline_canvas_sync (fixture->canvas);
}

static inline void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->timeline), (gpointer *) &fixture->timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  await (fixture->timeline == NULL);
  g_assert_finalize_object (fixture->session);
  await (G_OBJECT (fixture->dataset)->ref_count == 1); /* a thread may still have it */
  g_assert_finalize_object (fixture->dataset);
}

static inline void
activate (Fixture    *fixture,
          const char *action,
          int         parameter)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, "i", parameter));
}
