// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-console-window.h"

#include "atlas-config.h"

#include <glib/gi18n.h>

/* Of the window when it has no screen of its own, px. */
#define USUAL_WIDTH 1120
#define USUAL_HEIGHT 720

struct _AtlasConsoleWindow
{
  GtkWindow       parent_instance;

  GSettings      *settings;
  AtlasStopwatch *stopwatch;
  AtlasStage     *stage; /* (weak) */
  AtlasConsole   *console;
};

G_DEFINE_FINAL_TYPE (AtlasConsoleWindow, atlas_console_window, GTK_TYPE_WINDOW)

/* Opens nothing but web pages, and only because the presenter asked for this one. */
static void
open_uri_cb (AtlasConsoleWindow *self,
             const char         *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  if (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* Who does not see the live picture need not wait for it: the stage is drawn a second time for it. */
static void
visible_changed_cb (AtlasConsoleWindow *self)
{
  g_autoptr (GdkPaintable) picture = NULL;

  if (self->console == NULL)
    return;

  if (self->stage != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    picture = gtk_widget_paintable_new (atlas_stage_get_content (self->stage));
  atlas_console_set_picture (self->console, picture);
}

static gboolean
atlas_console_window_close_request (GtkWindow *window)
{
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);

  return GDK_EVENT_STOP;
}

static void
atlas_console_window_dispose (GObject *object)
{
  AtlasConsoleWindow *self = ATLAS_CONSOLE_WINDOW (object);

  if (self->console != NULL)
    {
      atlas_console_set_presentation (self->console, NULL, NULL);
      atlas_console_set_picture (self->console, NULL);
      atlas_console_set_pictures (self->console, NULL);
    }
  self->console = NULL;
  g_clear_weak_pointer (&self->stage);
  g_clear_object (&self->stopwatch);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_console_window_parent_class)->dispose (object);
}

static void
atlas_console_window_class_init (AtlasConsoleWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_console_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_console_window_close_request;
}

static void
atlas_console_window_init (AtlasConsoleWindow *self)
{
  self->settings = g_settings_new (ATLAS_APP_ID);
  self->stopwatch = atlas_stopwatch_new ();
  g_settings_bind (self->settings, "presenter-minutes", self->stopwatch, "planned", G_SETTINGS_BIND_DEFAULT);

  self->console = ATLAS_CONSOLE (atlas_console_new ());
  g_settings_bind (self->settings, "presenter-notes-size", self->console, "notes-size", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->console, "open-uri", G_CALLBACK (open_uri_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (self->console));
  g_signal_connect (self, "notify::visible", G_CALLBACK (visible_changed_cb), NULL);
}

AtlasConsoleWindow *
atlas_console_window_new (GtkApplication *application,
                          AtlasStage     *stage)
{
  AtlasConsoleWindow *self = NULL;
  AtlasPresentation  *presentation = NULL;
  g_autofree char    *title = NULL;

  g_return_val_if_fail (ATLAS_IS_STAGE (stage), NULL);

  presentation = atlas_stage_get_presentation (stage);
  /* Translators: the title of the presenter's own window; %s is that of the tour. */
  title = g_strdup_printf (_ ("Presenter: %s"), atlas_tour_get_title (atlas_presentation_get_tour (presentation)));

  self = g_object_new (ATLAS_TYPE_CONSOLE_WINDOW, "application", application, "title", title, NULL);
  g_set_weak_pointer (&self->stage, stage);
  atlas_console_set_presentation (self->console, presentation, self->stopwatch);
  atlas_console_set_pictures (self->console, atlas_stage_get_pictures (stage));

  return self;
}

void
atlas_console_window_put_on (AtlasConsoleWindow *self,
                             GdkMonitor         *monitor)
{
  GdkRectangle place;

  g_return_if_fail (ATLAS_IS_CONSOLE_WINDOW (self));

  if (monitor == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  gdk_monitor_get_geometry (monitor, &place);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), place.width, place.height); /* as large also where no window manager makes it so */
  gtk_window_unfullscreen (GTK_WINDOW (self));                                /* a window that fills a screen does not leave it */
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  gtk_window_present (GTK_WINDOW (self));
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->console));
}

/* As large as usual, as far as there is room over the stage. */
static void
choose_size (AtlasConsoleWindow *self,
             GtkWidget          *stage) /* (nullable): its window */
{
  int width = stage != NULL ? gtk_widget_get_width (stage) : 0;
  int height = stage != NULL ? gtk_widget_get_height (stage) : 0;

  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? MIN (USUAL_WIDTH, width) : USUAL_WIDTH,
                               height > 0 ? MIN (USUAL_HEIGHT, height) : USUAL_HEIGHT);
}

void
atlas_console_window_toggle (AtlasConsoleWindow *self)
{
  GtkRoot *stage = NULL;

  g_return_if_fail (ATLAS_IS_CONSOLE_WINDOW (self));

  stage = self->stage != NULL ? gtk_widget_get_root (GTK_WIDGET (self->stage)) : NULL;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      if (stage != NULL)
        gtk_window_present (GTK_WINDOW (stage));
      return;
    }

  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_window_set_decorated (GTK_WINDOW (self), TRUE);
  choose_size (self, GTK_WIDGET (stage));
  gtk_window_set_transient_for (GTK_WINDOW (self), stage != NULL ? GTK_WINDOW (stage) : NULL); /* else a stage that fills the screen is over it */
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->console));
}

void
atlas_console_window_toggle_notes (AtlasConsoleWindow *self)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_WINDOW (self));

  gtk_window_present (GTK_WINDOW (self));
  atlas_console_toggle_notes (self->console);
}

void
atlas_console_window_set_search (AtlasConsoleWindow *self,
                                 AtlasSearch        *search)
{
  g_return_if_fail (ATLAS_IS_CONSOLE_WINDOW (self));

  atlas_console_set_search (self->console, search);
}

GActionMap *
atlas_console_window_get_actions (AtlasConsoleWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_CONSOLE_WINDOW (self), NULL);

  return atlas_console_get_actions (self->console);
}
