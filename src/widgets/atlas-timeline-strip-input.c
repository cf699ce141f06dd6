// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-strip-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_in (cairo_rectangle_t room,
       double            x)
{
  return room.width > 0.0 && room.x <= x && x < room.x + room.width;
}

/* The edges before the grip, and the ground where there is none. */
static AtlasTimelineGrip
pick_grip (GtkWidget *widget,
           double     x,
           double     y)
{
  AtlasTimelineStrip *self = ATLAS_TIMELINE_STRIP (widget);
  AtlasTimelineView   view = atlas_timeline_strip_get_view (self);
  AtlasTimeSpan       window = atlas_timeline_brush_get_window (self->brush);

  if (x < ATLAS_TIMELINE_GUTTER)
    return ATLAS_TIMELINE_GRIP_NONE;

  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    if (is_in (atlas_density_get_room (&view, window, part), x - ATLAS_TIMELINE_GUTTER))
      return (AtlasTimelineGrip) part;

  return ATLAS_TIMELINE_GRIP_GROUND;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           AtlasTimelineStrip       *self)
{
  AtlasTimelineGrip grip = pick_grip (GTK_WIDGET (self), x, y);

  if (self->hovered == grip)
    return;

  self->hovered = grip;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (AtlasTimelineStrip *self)
{
  self->hovered = ATLAS_TIMELINE_GRIP_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (GtkGestureClick    *gesture,
            int                 n_press,
            double              x,
            double              y,
            AtlasTimelineStrip *self)
{
  AtlasTimelineGrip grip = pick_grip (GTK_WIDGET (self), x, y);

  if (grip == ATLAS_TIMELINE_GRIP_NONE || grip == ATLAS_TIMELINE_GRIP_GROUND)
    return;

  gtk_widget_grab_focus (self->handles[grip]);
  if (n_press == 2)
    atlas_timeline_brush_fit (self->brush);
}

static gboolean
query_tooltip_cb (AtlasTimelineStrip *self,
                  int                 x,
                  int                 y,
                  gboolean            keyboard,
                  GtkTooltip         *tooltip)
{
  g_autofree char *words = keyboard ? NULL : atlas_timeline_strip_describe (self, x);
  g_autofree char *text = NULL;

  if (words == NULL || atlas_timeline_brush_get_dragged (self->brush) != ATLAS_TIMELINE_GRIP_NONE)
    return FALSE;

  text = g_strdup_printf ("%s\n%s", words, _ ("Drag to draw a window of time"));
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

void
atlas_timeline_strip_add_controllers (AtlasTimelineStrip *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  atlas_timeline_axis_add_controllers (self->axis, GTK_WIDGET (self));
  atlas_timeline_brush_add_to (self->brush, GTK_WIDGET (self), pick_grip);
}
