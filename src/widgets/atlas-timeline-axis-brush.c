// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-axis-private.h"

#include "atlas-time-brush.h"

#include <math.h>

#define THRESHOLD 4.0 /* px before a press draws a window */

static double
get_day (AtlasTimelineAxis *self,
         double             x)
{
  return atlas_time_scale_get_day (&self->scale, CLAMP (x - ATLAS_TIMELINE_GUTTER, 0.0, self->width));
}

static void
drag_begin_cb (GtkGestureDrag    *gesture,
               double             x,
               double             y,
               AtlasTimelineAxis *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->session == NULL || self->width <= 0.0 || atlas_time_span_is_empty (self->bounds) || x < ATLAS_TIMELINE_GUTTER || !(state & GDK_SHIFT_MASK))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  atlas_timeline_axis_stop (self);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (GtkGestureDrag    *gesture,
                double             dx,
                double             dy,
                AtlasTimelineAxis *self)
{
  AtlasTimeUnit unit = atlas_time_brush_get_unit (self->scale.px_per_day);
  double        x, y;
  g_autoptr (AtlasFilter) filter = NULL;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y) || fabs (dx) < THRESHOLD || self->session == NULL)
    return;

  filter = atlas_filter_with_window (atlas_session_get_filter (self->session), atlas_time_brush_draw (unit, get_day (self, x), get_day (self, x + dx), self->bounds));
  atlas_session_set_filter (self->session, filter);
}

void
atlas_timeline_axis_add_brushing (AtlasTimelineAxis *self,
                                  GtkWidget         *part)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));
  g_return_if_fail (GTK_IS_WIDGET (part));

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (part, GTK_EVENT_CONTROLLER (drag));
}
