// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-brush-private.h"

#include <math.h>

/* px */
#define THRESHOLD 3.0 /* before a press is a drag */
#define MAX_OVERSHOOT 60.0
#define SPEED 6.0 /* px/s of the view for each px beyond its side */

#define BRUSH_KEY "atlas-timeline-brush"

struct _AtlasTimelineBrush
{
  GObject             parent_instance;

  AtlasTimelineAxis  *axis; /* borrowed: it owns the brush */

  AtlasTimelineGrip   grip;    /* what is dragged */
  gboolean            moved;   /* the press has become a drag */
  AtlasTimeSpan       before;  /* the window when it began */
  double              from;    /* day at which it began */
  double              x;       /* px where the pointer is */
  GtkGesture         *gesture; /* borrowed */
  GtkWidget          *root;    /* borrowed: listens for Escape */
  GtkEventController *keys;    /* borrowed from it */
  GtkWidget          *part;    /* borrowed */
  guint               tick;
  gint64              tick_time;
};

G_DEFINE_FINAL_TYPE (AtlasTimelineBrush, atlas_timeline_brush, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AtlasSession *
get_session (AtlasTimelineBrush *self)
{
  return atlas_timeline_axis_get_session (self->axis);
}

gboolean
atlas_timeline_brush_is_ready (AtlasTimelineBrush *self)
{
  return get_session (self) != NULL && atlas_timeline_axis_get_width (self->axis) > 0.0 &&
         !atlas_time_span_is_empty (atlas_timeline_axis_get_bounds (self->axis));
}

AtlasTimelineAxis *
atlas_timeline_brush_get_axis (AtlasTimelineBrush *self)
{
  return self->axis;
}

static double
get_day (AtlasTimelineBrush *self,
         double              x)
{
  AtlasTimeScale scale = atlas_timeline_axis_get_scale (self->axis);

  return atlas_time_scale_get_day (&scale, x);
}

static void
apply (AtlasTimelineBrush *self)
{
  AtlasTimeSpan bounds = atlas_timeline_axis_get_bounds (self->axis);
  AtlasTimeUnit unit = atlas_timeline_brush_get_unit (self);
  double        day = get_day (self, CLAMP (self->x, 0.0, atlas_timeline_axis_get_width (self->axis)));

  if (self->grip == ATLAS_TIMELINE_GRIP_GROUND)
    atlas_timeline_brush_set_window (self, atlas_time_brush_draw (unit, self->from, day, bounds));
  else
    atlas_timeline_brush_set_window (self, atlas_time_brush_drag (self->before, (AtlasTimeBrushPart) self->grip, unit, day - self->from, bounds));

  g_signal_emit (self, signals[CHANGED], 0);
}

/* The other gestures of the part have seen the press, and do not see the release, which the brush has claimed: they would
 * hold the part for ever. */
static void
reset_others (AtlasTimelineBrush *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->part);
  guint n = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller) && GTK_GESTURE (controller) != self->gesture)
        gtk_event_controller_reset (controller);
    }
}

static void
finish (AtlasTimelineBrush *self)
{
  if (self->moved)
    reset_others (self);
  if (self->keys != NULL)
    gtk_widget_remove_controller (self->root, self->keys);
  self->keys = NULL;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->part, self->tick);
  self->tick = 0;
  self->gesture = NULL;
  if (self->grip == ATLAS_TIMELINE_GRIP_NONE)
    return;

  self->grip = ATLAS_TIMELINE_GRIP_NONE;
  self->moved = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                AtlasTimelineBrush    *self)
{
  GtkGesture *gesture = self->gesture;

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  atlas_timeline_brush_set_window (self, self->before);
  finish (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);

  return GDK_EVENT_STOP;
}

/* Wherever the focus is. */
static void
listen_for_escape (AtlasTimelineBrush *self,
                   GtkWidget          *part)
{
  self->root = GTK_WIDGET (gtk_widget_get_root (part));
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->root, self->keys);
}

/* Beyond the side of the view there is more to be reached. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  AtlasTimelineBrush *self = user_data;
  AtlasTimeScale      scale = atlas_timeline_axis_get_scale (self->axis);
  gint64              now = gdk_frame_clock_get_frame_time (clock);
  double              seconds = CLAMP ((double) (now - self->tick_time) / G_USEC_PER_SEC, 0.0, 0.1);
  double              over = self->x - CLAMP (self->x, 0.0, atlas_timeline_axis_get_width (self->axis));

  self->tick_time = now;
  if (over != 0.0)
    {
      scale.begin += CLAMP (over, -MAX_OVERSHOOT, MAX_OVERSHOOT) * SPEED * seconds / scale.px_per_day;
      atlas_timeline_axis_set_scale (self->axis, scale); /* which applies the drag */
    }

  return G_SOURCE_CONTINUE;
}

static void
start (AtlasTimelineBrush *self)
{
  self->moved = TRUE;
  gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  listen_for_escape (self, self->part);
  self->tick_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (self->part));
  self->tick = gtk_widget_add_tick_callback (self->part, tick_cb, self, NULL);
}

static void
axis_changed_cb (AtlasTimelineBrush *self)
{
  if (self->moved && atlas_timeline_brush_is_ready (self))
    apply (self);
}

/* The gesture of a part; it keeps the axis, and with it the brush. */
typedef struct
{
  AtlasTimelineAxis    *axis;
  AtlasTimelineBrush   *brush;
  AtlasTimelineGripFunc pick;
} Drag;

static void
drag_free (gpointer  data,
           GClosure *closure)
{
  Drag *drag = data;

  g_object_unref (drag->axis);
  g_free (drag);
}

static AtlasTimelineGrip
pick (GtkGesture *gesture,
      Drag       *drag,
      double      x,
      double      y)
{
  GtkWidget *part = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  gboolean   shift = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;

  if (!atlas_timeline_brush_is_ready (drag->brush) || x < ATLAS_TIMELINE_GUTTER)
    return ATLAS_TIMELINE_GRIP_NONE;
  if (shift)
    return ATLAS_TIMELINE_GRIP_GROUND;

  return drag->pick != NULL ? drag->pick (part, x, y) : ATLAS_TIMELINE_GRIP_NONE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               Drag           *drag)
{
  AtlasTimelineBrush *self = drag->brush;
  AtlasTimelineGrip   grip = pick (GTK_GESTURE (gesture), drag, x, y);

  finish (self);
  if (grip == ATLAS_TIMELINE_GRIP_NONE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  atlas_timeline_axis_stop (self->axis);
  self->grip = grip;
  self->gesture = GTK_GESTURE (gesture);
  self->part = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  self->before = atlas_timeline_brush_get_window (self);
  self->x = x - ATLAS_TIMELINE_GUTTER;
  self->from = get_day (self, self->x);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                Drag           *drag)
{
  AtlasTimelineBrush *self = drag->brush;
  double              x, y;

  if (self->gesture != GTK_GESTURE (gesture) || !gtk_gesture_drag_get_start_point (gesture, &x, &y) || !atlas_timeline_brush_is_ready (self))
    return;
  if (!self->moved && fabs (dx) < THRESHOLD)
    return;
  if (!self->moved)
    start (self);

  self->x = x + dx - ATLAS_TIMELINE_GUTTER;
  apply (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             Drag           *drag)
{
  if (drag->brush->gesture == GTK_GESTURE (gesture))
    finish (drag->brush);
}

static void
atlas_timeline_brush_dispose (GObject *object)
{
  AtlasTimelineBrush *self = ATLAS_TIMELINE_BRUSH (object);

  g_assert (self->gesture == NULL); /* a part that has one keeps the axis */

  G_OBJECT_CLASS (atlas_timeline_brush_parent_class)->dispose (object);
}

static void
atlas_timeline_brush_class_init (AtlasTimelineBrushClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_timeline_brush_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_timeline_brush_init (AtlasTimelineBrush *self)
{
  self->grip = ATLAS_TIMELINE_GRIP_NONE;
}

/**
 * atlas_timeline_brush_get:
 * @axis: an axis
 *
 * Finds the brush of an axis.
 *
 * Returns: (transfer none): the brush, which lives as long as the axis
 */
AtlasTimelineBrush *
atlas_timeline_brush_get (AtlasTimelineAxis *axis)
{
  AtlasTimelineBrush *self = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_AXIS (axis), NULL);

  self = g_object_get_data (G_OBJECT (axis), BRUSH_KEY);
  if (self == NULL)
    {
      self = g_object_new (ATLAS_TYPE_TIMELINE_BRUSH, NULL);
      self->axis = axis;
      g_signal_connect_object (axis, "changed", G_CALLBACK (axis_changed_cb), self, G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (axis), BRUSH_KEY, self, g_object_unref);
    }

  return self;
}

void
atlas_timeline_brush_add_to (AtlasTimelineBrush   *self,
                             GtkWidget            *part,
                             AtlasTimelineGripFunc pick_grip)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();
  Drag       *drag = NULL;

  g_return_if_fail (ATLAS_IS_TIMELINE_BRUSH (self));
  g_return_if_fail (GTK_IS_WIDGET (part));

  drag = g_new0 (Drag, 1);
  drag->axis = g_object_ref (self->axis);
  drag->brush = self;
  drag->pick = pick_grip;
  /* Before the drags that pan, scrub or select. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_data (gesture, "drag-begin", G_CALLBACK (drag_begin_cb), drag, drag_free, 0);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (drag_update_cb), drag);
  g_signal_connect (gesture, "drag-end", G_CALLBACK (drag_end_cb), drag);
  gtk_widget_add_controller (part, GTK_EVENT_CONTROLLER (gesture));
}

AtlasTimeSpan
atlas_timeline_brush_get_window (AtlasTimelineBrush *self)
{
  AtlasSession *session = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_BRUSH (self), ATLAS_TIME_SPAN_NONE);

  session = get_session (self);

  return session != NULL ? atlas_filter_get_window (atlas_session_get_filter (session)) : ATLAS_TIME_SPAN_NONE;
}

void
atlas_timeline_brush_set_window (AtlasTimelineBrush *self,
                                 AtlasTimeSpan       window)
{
  AtlasSession *session = NULL;
  g_autoptr (AtlasFilter) filter = NULL;

  g_return_if_fail (ATLAS_IS_TIMELINE_BRUSH (self));

  session = get_session (self);
  if (session == NULL)
    return;

  filter = atlas_filter_with_window (atlas_session_get_filter (session), window);
  atlas_session_set_filter (session, filter);
}

AtlasTimeUnit
atlas_timeline_brush_get_unit (AtlasTimelineBrush *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_BRUSH (self), ATLAS_TIME_UNIT_YEAR);

  return atlas_time_brush_get_unit (atlas_timeline_axis_get_aim (self->axis).px_per_day);
}

AtlasTimelineGrip
atlas_timeline_brush_get_dragged (AtlasTimelineBrush *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_BRUSH (self), ATLAS_TIMELINE_GRIP_NONE);

  return self->moved ? self->grip : ATLAS_TIMELINE_GRIP_NONE;
}
