// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-axis-private.h"

#include <math.h>

/* px */
#define THRESHOLD 4.0  /* before a press is a drag */
#define WHEEL_PAN 64.0 /* for a click of the wheel */
#define WHEEL_ZOOM 1.25

/* What the pointer does in one part; it lives as long as the part. */
typedef struct
{
  AtlasTimelineAxis *axis;
  GtkWidget         *widget; /* borrowed */
  gboolean           panning;
  AtlasTimeScale     scale; /* when a drag or a pinch began */
  double             top;   /* of the rows, then */
  double             pointer_x;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  atlas_timeline_axis_leave (part->axis, part->widget);
  g_object_unref (part->axis);
  g_free (part);
}

static gboolean
has_rows (Part *part)
{
  return part->axis->rows != NULL && part->axis->rows_part == part->widget;
}

static gboolean
is_ready (Part *part)
{
  return part->axis->width > 0.0 && !atlas_time_span_is_empty (part->axis->bounds);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               Part           *part)
{
  part->panning = FALSE;
  if (!is_ready (part))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  atlas_timeline_axis_stop (part->axis);
  part->scale = part->axis->scale;
  part->top = has_rows (part) ? gtk_adjustment_get_value (part->axis->rows) : 0.0;
}

gboolean
atlas_timeline_gesture_is_taken (GtkGesture *gesture)
{
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkEventController) other = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (other) && !gtk_gesture_is_grouped_with (GTK_GESTURE (other), gesture) &&
          gtk_gesture_handles_sequence (GTK_GESTURE (other), sequence) &&
          gtk_gesture_get_sequence_state (GTK_GESTURE (other), sequence) == GTK_EVENT_SEQUENCE_CLAIMED)
        return TRUE;
    }

  return FALSE;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                Part           *part)
{
  AtlasTimeScale scale = part->scale;

  if (!part->panning && hypot (dx, dy) < THRESHOLD)
    return;

  if (!part->panning && atlas_timeline_gesture_is_taken (GTK_GESTURE (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  if (!part->panning)
    {
      part->panning = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (part->widget, "grabbing");
    }

  scale.begin -= dx / scale.px_per_day;
  atlas_timeline_axis_set_scale (part->axis, scale);
  if (has_rows (part))
    gtk_adjustment_set_value (part->axis->rows, part->top - dy);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             Part           *part)
{
  if (part->panning)
    gtk_widget_set_cursor (part->widget, NULL);
}

static void
swipe_cb (GtkGestureSwipe *gesture,
          double           velocity_x,
          double           velocity_y,
          Part            *part)
{
  if (part->panning)
    atlas_timeline_axis_fling_both (part->axis, velocity_x, has_rows (part) ? velocity_y : 0.0);
  part->panning = FALSE;
}

static gboolean
zoom_at_pointer (Part  *part,
                 double steps)
{
  AtlasTimeScale aim = atlas_timeline_axis_get_aim (part->axis);
  double         x = CLAMP (part->pointer_x - ATLAS_TIMELINE_GUTTER, 0.0, part->axis->width);

  atlas_timeline_axis_glide_to (part->axis, atlas_time_scale_zoom (&aim, x, pow (WHEEL_ZOOM, -steps)));

  return GDK_EVENT_STOP;
}

/* A wheel has one axis, which is time; with Shift it is the rows. A touchpad has both. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           Part                     *part)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean        wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double          unit = wheel ? WHEEL_PAN : 1.0;
  AtlasTimeScale  scale;

  if (!is_ready (part))
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_CONTROL_MASK)
    return zoom_at_pointer (part, wheel ? dy : dy / WHEEL_PAN);

  atlas_timeline_axis_stop (part->axis);
  if (wheel && !(state & GDK_SHIFT_MASK))
    {
      dx += dy;
      dy = 0.0;
    }
  else if (wheel)
    {
      dy += dx;
      dx = 0.0;
    }

  scale = part->axis->scale;
  scale.begin += dx * unit / scale.px_per_day;
  if (dx != 0.0)
    atlas_timeline_axis_set_scale (part->axis, scale);
  atlas_timeline_axis_scroll_rows (part->axis, dy * unit);

  return GDK_EVENT_STOP;
}

static void
decelerate_cb (GtkEventControllerScroll *controller,
               double                    velocity_x,
               double                    velocity_y,
               Part                     *part)
{
  if (gtk_event_controller_scroll_get_unit (controller) != GDK_SCROLL_UNIT_WHEEL)
    atlas_timeline_axis_fling_both (part->axis, -velocity_x, -velocity_y);
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                Part             *part)
{
  atlas_timeline_axis_stop (part->axis);
  part->scale = part->axis->scale;
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          factor,
          Part           *part)
{
  double x = part->axis->width / 2.0;
  double y = 0.0;

  if (!is_ready (part))
    return;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    x -= ATLAS_TIMELINE_GUTTER;
  atlas_timeline_axis_set_scale (part->axis, atlas_time_scale_zoom (&part->scale, x, factor));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           Part                     *part)
{
  part->pointer_x = x;
}

void
atlas_timeline_axis_add_controllers (AtlasTimelineAxis *self,
                                     GtkWidget         *widget)
{
  Part               *part = g_new0 (Part, 1);
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *swipe = gtk_gesture_swipe_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  part->axis = g_object_ref (self);
  part->widget = widget;
  g_ptr_array_add (self->parts, widget);
  g_object_set_data_full (G_OBJECT (widget), "atlas-timeline-part", part, part_free);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), part);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), part);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), part);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), part);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), part);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), part);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), part);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), part);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), part);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, drag); /* so that a claimed drag may end in a fling */
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
}
