// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-chart-private.h"

#include <math.h>

#define GRIP 5.0 /* how near the playhead the pointer takes it */

static void
released_cb (GtkGestureClick  *gesture,
             int               n_press,
             double            x,
             double            y,
             AtlasSeriesChart *self)
{
  const AtlasSeriesPoint *point = atlas_series_chart_hit (self, x - ATLAS_TIMELINE_GUTTER);

  if (point == NULL || n_press != 1)
    return;

  atlas_series_chart_focus_index (self, atlas_series_chart_get_index (self, point));
  atlas_series_chart_set_clock (self, point);
}

/* Where there is no value the lines of the clock and the comparison can be taken. */
AtlasTimelineHandle
atlas_series_chart_pick_handle (GtkWidget *widget,
                                double     x,
                                double     y)
{
  AtlasSeriesChart *self = ATLAS_SERIES_CHART (widget);

  if (atlas_series_chart_hit (self, x - ATLAS_TIMELINE_GUTTER) != NULL)
    return ATLAS_TIMELINE_HANDLE_NONE;

  return atlas_timeline_axis_find_handle (self->axis, x - ATLAS_TIMELINE_GUTTER, GRIP);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           AtlasSeriesChart         *self)
{
  const AtlasSeriesPoint *before = atlas_series_chart_hit (self, self->pointer_x);
  GdkModifierType         state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  self->pointer_x = x - ATLAS_TIMELINE_GUTTER;
  if (before != atlas_series_chart_hit (self, self->pointer_x))
    {
      atlas_series_chart_update_tip (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  if (state & GDK_BUTTON1_MASK)
    return;

  if (atlas_series_chart_hit (self, self->pointer_x) != NULL)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  else
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), atlas_series_chart_pick_handle (GTK_WIDGET (self), x, y) != ATLAS_TIMELINE_HANDLE_NONE ? "ew-resize" : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          AtlasSeriesChart         *self)
{
  self->pointer_x = NAN;
  atlas_series_chart_update_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_changed_cb (AtlasSeriesChart *self)
{
  atlas_series_chart_hide_tip (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_series_chart_add_controllers (AtlasSeriesChart *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
