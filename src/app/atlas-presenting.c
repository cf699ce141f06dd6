// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-presenting.h"

#include "atlas-commands.h"
#include "atlas-console-window.h"
#include "atlas-kiosk.h"
#include "atlas-presenter-keys.h"
#include "atlas-screens.h"
#include "atlas-stage.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* A mouse that moves less was shaken, not moved, px. */
#define SHAKE 4.0

struct _AtlasPresenting
{
  GObject             parent_instance;

  GtkWindow          *home; /* (weak) */
  AtlasPresentation  *presentation;
  AtlasScreens       *screens;
  GSimpleActionGroup *actions;
  GtkWindow          *window; /* of the stage */
  AtlasStage         *stage;
  AtlasConsoleWindow *console;    /* (nullable): in a kiosk there is none */
  AtlasKiosk         *kiosk;      /* (nullable) */
  guint               inhibition; /* cookie; 0: none */
  double              mouse_x;
  double              mouse_y;
};

G_DEFINE_FINAL_TYPE (AtlasPresenting, atlas_presenting, G_TYPE_OBJECT)

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkApplication *
get_application (AtlasPresenting *self)
{
  return self->home != NULL ? gtk_window_get_application (self->home) : NULL;
}

static void
stay_awake (AtlasPresenting *self)
{
  GtkApplication *application = get_application (self);

  if (application != NULL && self->inhibition == 0)
    self->inhibition = gtk_application_inhibit (application, self->window, GTK_APPLICATION_INHIBIT_IDLE, _ ("A tour is being presented"));
}

static void
close_console (AtlasPresenting *self)
{
  GtkWindow *console = (GtkWindow *) g_steal_pointer (&self->console);

  if (console != NULL)
    gtk_window_destroy (console);
}

static void
ended_cb (AtlasPresenting *self)
{
  GtkApplication *application = get_application (self);
  GtkWindow      *window = g_steal_pointer (&self->window);

  g_object_ref (self);
  close_console (self);
  if (self->inhibition != 0 && application != NULL)
    gtk_application_uninhibit (application, self->inhibition);
  self->inhibition = 0;
  g_clear_object (&self->kiosk);
  self->stage = NULL;

  /* In front before the stage goes: nothing of the desktop is seen between. */
  if (self->home != NULL)
    gtk_window_present (self->home);
  if (window != NULL)
    gtk_window_destroy (window);
  g_signal_emit (self, signals[ENDED], 0);
  g_object_unref (self);
}

static gboolean
close_requested_cb (AtlasPresenting *self)
{
  atlas_presentation_end (self->presentation);

  return GDK_EVENT_STOP;
}

/* The one of the two that has the keys. */
static GtkWindow *
get_active (AtlasPresenting *self)
{
  return self->console != NULL && gtk_window_is_active (GTK_WINDOW (self->console)) ? GTK_WINDOW (self->console) : self->window;
}

static void
fullscreen_cb (AtlasPresenting *self)
{
  GtkWindow *window = get_active (self);

  if (window == NULL || atlas_presentation_is_kiosk (self->presentation))
    return;

  gtk_window_set_decorated (window, gtk_window_is_fullscreen (window));
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
show_keys_cb (AtlasPresenting *self)
{
  GtkWidget *keys = NULL;

  if (self->window == NULL)
    return;

  keys = atlas_commands_create_key_list (TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (keys), get_active (self));
  gtk_window_present (GTK_WINDOW (keys));
}

static void
console_cb (AtlasPresenting *self)
{
  GdkMonitor *monitor = atlas_screens_get_console (self->screens);

  if (self->console == NULL)
    return;

  if (monitor != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->console)))
    atlas_console_window_put_on (self->console, monitor);
  else
    atlas_console_window_toggle (self->console);
}

/* The notes are where they are seen at once: on the other screen, or in front. */
static void
notes_cb (AtlasPresenting *self)
{
  if (self->console != NULL && atlas_screens_get_console (self->screens) != NULL && gtk_widget_get_visible (GTK_WIDGET (self->console)))
    atlas_console_window_toggle_notes (self->console);
  else
    console_cb (self);
}

static void
swap_cb (AtlasPresenting *self)
{
  atlas_screens_set_swapped (self->screens, !atlas_screens_get_swapped (self->screens));
}

static void
timer_cb (AtlasPresenting *self,
          GVariant        *parameter)
{
  if (self->console != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (atlas_console_window_get_actions (self->console)), "timer", parameter);
}

static void
add_action (AtlasPresenting *self,
            GActionMap      *actions,
            const char      *name,
            const char      *type, /* (nullable) */
            GCallback        activate)
{
  g_autoptr (GVariantType) parameter_type = type != NULL ? g_variant_type_new (type) : NULL;
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, parameter_type);

  g_signal_connect_object (action, "activate", activate, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (actions, G_ACTION (action));
}

/* What concerns the windows themselves, from either. */
static void
add_window_actions (AtlasPresenting *self,
                    GActionMap      *actions)
{
  static const struct
  {
    const char *name;
    GCallback   activate;
  } own[] = {
    { "fullscreen", G_CALLBACK (fullscreen_cb) },
    { "show-keys", G_CALLBACK (show_keys_cb) },
    { "console", G_CALLBACK (console_cb) },
    { "notes", G_CALLBACK (notes_cb) },
    { "swap", G_CALLBACK (swap_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    add_action (self, actions, own[i].name, NULL, own[i].activate);
}

static void
add_actions (AtlasPresenting *self)
{
  self->actions = atlas_presenter_actions_new (self->presentation);
  add_window_actions (self, G_ACTION_MAP (self->actions));
  add_action (self, G_ACTION_MAP (self->actions), "timer", "s", G_CALLBACK (timer_cb));
}

/* As large as the screen even where no window manager makes it so. */
static void
cover_screen (AtlasPresenting *self)
{
  GdkMonitor  *monitor = atlas_screens_get_stage (self->screens);
  GdkRectangle place = { 0, 0, 1280, 720 };

  if (monitor == NULL || self->window == NULL)
    return;

  gdk_monitor_get_geometry (monitor, &place);
  gtk_window_set_default_size (self->window, place.width, place.height);
  gtk_window_unfullscreen (self->window); /* a window that fills a screen does not leave it for another */
  gtk_window_fullscreen_on_monitor (self->window, monitor);
}

static void
enable_swap (GActionMap *actions,
             gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "swap")), enabled);
}

/* A screen has come or gone, or is to be exchanged: the stage and the console go where they belong, and nothing else changes. */
static void
place_windows (AtlasPresenting *self)
{
  GdkMonitor *spare = atlas_screens_get_console (self->screens);

  if (self->window == NULL)
    return;

  cover_screen (self);
  if (self->console == NULL)
    return;

  enable_swap (G_ACTION_MAP (self->actions), spare != NULL);
  enable_swap (atlas_console_window_get_actions (self->console), spare != NULL);
  atlas_console_window_put_on (self->console, spare);
  if (spare == NULL)
    gtk_window_present (self->window);
}

static void
create_window (AtlasPresenting *self)
{
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_application (self->window, get_application (self));
  gtk_window_set_title (self->window, atlas_tour_get_title (atlas_presentation_get_tour (self->presentation)));
  gtk_window_set_decorated (self->window, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->window), "stage");
  gtk_window_set_child (self->window, GTK_WIDGET (self->stage));
  g_signal_connect_object (self->window, "close-request", G_CALLBACK (close_requested_cb), self, G_CONNECT_SWAPPED);
}

static GdkMonitor *
get_home_monitor (AtlasPresenting *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->home));

  return surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (self->home)), surface) : NULL;
}

static void
high_contrast_changed_cb (AtlasPresenting *self)
{
  if (self->stage != NULL)
    atlas_stage_set_high_contrast (self->stage, adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
}

static void
show_stage (AtlasPresenting *self,
            AtlasBasemap    *basemap)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->stage = ATLAS_STAGE (atlas_stage_new (self->presentation));
  atlas_stage_set_basemap (self->stage, basemap);
  high_contrast_changed_cb (self);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (high_contrast_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self->stage), "present", G_ACTION_GROUP (self->actions));
  create_window (self);
  cover_screen (self);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

static void
open_console (AtlasPresenting *self)
{
  self->console = atlas_console_window_new (get_application (self), self->stage);
  add_window_actions (self, atlas_console_window_get_actions (self->console));
  place_windows (self);
}

static void
atlas_presenting_dispose (GObject *object)
{
  AtlasPresenting *self = ATLAS_PRESENTING (object);

  if (self->presentation != NULL)
    atlas_presentation_end (self->presentation);
  g_clear_object (&self->kiosk);
  g_clear_object (&self->screens);
  g_clear_object (&self->actions);
  g_clear_object (&self->presentation);
  g_clear_weak_pointer (&self->home);

  G_OBJECT_CLASS (atlas_presenting_parent_class)->dispose (object);
}

static void
atlas_presenting_class_init (AtlasPresentingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_presenting_dispose;

  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_presenting_init (AtlasPresenting *self)
{
  self->mouse_x = self->mouse_y = (double) NAN; /* where a window comes up under it */
}

AtlasPresenting *
atlas_presenting_new (GtkWindow         *home,
                      AtlasPresentation *presentation,
                      AtlasBasemap      *basemap)
{
  AtlasPresenting *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (home), NULL);
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (ATLAS_TYPE_PRESENTING, NULL);
  g_set_weak_pointer (&self->home, home);
  self->presentation = g_object_ref (presentation);
  self->screens = atlas_screens_new (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (home))), get_home_monitor (self));
  g_signal_connect_object (presentation, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->screens, "changed", G_CALLBACK (place_windows), self, G_CONNECT_SWAPPED);
  add_actions (self);
  show_stage (self, basemap);
  open_console (self);
  stay_awake (self);

  return self;
}

void
atlas_presenting_set_search (AtlasPresenting *self,
                             AtlasSearch     *search)
{
  g_return_if_fail (ATLAS_IS_PRESENTING (self));

  if (self->console != NULL)
    atlas_console_window_set_search (self->console, search);
}

AtlasPresentation *
atlas_presenting_get_presentation (AtlasPresenting *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTING (self), NULL);

  return self->presentation;
}

/* Whether an event shows that somebody is there. */
static gboolean
is_touch (AtlasPresenting *self,
          GdkEvent        *event)
{
  gboolean is_first;
  double   x;
  double   y;

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCHPAD_SWIPE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_SCROLL:
    case GDK_KEY_PRESS:
      return TRUE;

    case GDK_MOTION_NOTIFY:
      if (!gdk_event_get_position (event, &x, &y) || hypot (x - self->mouse_x, y - self->mouse_y) < SHAKE)
        return FALSE;
      is_first = isnan (self->mouse_x);
      self->mouse_x = x;
      self->mouse_y = y;
      return !is_first;

    default:
      return FALSE;
    }
}

static gboolean
event_cb (AtlasPresenting *self,
          GdkEvent        *event)
{
  if (self->kiosk != NULL && is_touch (self, event))
    atlas_kiosk_touch (self->kiosk);

  return GDK_EVENT_PROPAGATE;
}

static void
attended_cb (AtlasPresenting *self)
{
  if (self->stage != NULL && !atlas_kiosk_get_attended (self->kiosk))
    atlas_stage_close (self->stage);
}

void
atlas_presenting_run_kiosk (AtlasPresenting *self,
                            guint            step_every)
{
  GtkEventController *events = NULL;

  g_return_if_fail (ATLAS_IS_PRESENTING (self));
  g_return_if_fail (self->kiosk == NULL && self->window != NULL);

  close_console (self); /* nobody is there to look at it */
  self->kiosk = atlas_kiosk_new (self->presentation, step_every * 1000, ATLAS_KIOSK_IDLE * 1000);
  g_signal_connect_object (self->kiosk, "notify::attended", G_CALLBACK (attended_cb), self, G_CONNECT_SWAPPED);
  events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->window), events);
  gtk_widget_set_visible (GTK_WIDGET (self->home), FALSE);
}
