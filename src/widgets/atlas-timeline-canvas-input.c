// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* px */
#define TOLERANCE 6.0
#define GRIP 5.0        /* how near the playhead the pointer takes it */
#define FLAG_REACH 22.0 /* of a date's flag on the ruler */
#define THRESHOLD 4.0   /* before a press is a drag */
#define WHEEL_PAN 64.0  /* for a click of the wheel */
#define WHEEL_ZOOM 1.25

static double
get_ruler_height (AtlasTimelineCanvas *self)
{
  return atlas_timeline_painter_get_ruler_height (self->painter);
}

const AtlasTimelineEntry *
atlas_timeline_canvas_hit (AtlasTimelineCanvas *self,
                           double               x,
                           double               y)
{
  AtlasTimelineView view = atlas_timeline_canvas_get_view (self);
  double            ruler = get_ruler_height (self);

  if (self->layout == NULL || y < ruler || x < ATLAS_TIMELINE_GUTTER)
    return NULL;

  return atlas_timeline_layout_hit (self->layout, &view, x - ATLAS_TIMELINE_GUTTER, y - ruler, TOLERANCE);
}

static double
get_distance (AtlasTimelineCanvas *self,
              AtlasTimeSpan        date,
              double               x)
{
  return fabs (x - ATLAS_TIMELINE_GUTTER - atlas_time_scale_get_x (&self->scale, (date.begin + (double) date.end) / 2.0));
}

/* On the date that the clock's is compared with: on its flag, or as near it in the lanes as the clock would have to be. */
static gboolean
is_on_comparison (AtlasTimelineCanvas *self,
                  double               x,
                  double               y)
{
  AtlasTimeSpan date = atlas_session_get_comparison (self->session);
  double        reach = MAX (GRIP, (date.end - date.begin) * self->scale.px_per_day / 2.0);

  if (!atlas_session_is_comparing (self->session) || atlas_timeline_canvas_hit (self, x, y) != NULL)
    return FALSE;
  if (y < get_ruler_height (self))
    reach = MAX (reach, FLAG_REACH);

  return get_distance (self, date, x) <= reach && get_distance (self, date, x) < get_distance (self, atlas_session_get_clock (self->session), x);
}

/* On the ruler, or so near the playhead that no item is nearer. */
static gboolean
is_on_clock (AtlasTimelineCanvas *self,
             double               x,
             double               y)
{
  AtlasTimeSpan clock;

  if (y < get_ruler_height (self))
    return TRUE;

  if (atlas_session_get_clock_mode (self->session) == ATLAS_CLOCK_ALL || atlas_timeline_canvas_hit (self, x, y) != NULL)
    return FALSE;

  clock = atlas_session_get_clock (self->session);

  return get_distance (self, clock, x) <= MAX (GRIP, (clock.end - clock.begin) * self->scale.px_per_day / 2.0);
}

/* The date that is dragged comes to the unit that the pointer is on. */
static void
scrub (AtlasTimelineCanvas *self,
       double               x)
{
  double        lane_x = CLAMP (x - ATLAS_TIMELINE_GUTTER, 0.0, self->width - 1.0);
  int           day = (int) floor (atlas_time_scale_get_day (&self->scale, lane_x));
  AtlasTimeSpan date = atlas_time_unit_around (self->step, CLAMP (day, self->bounds.begin, self->bounds.end - 1));

  atlas_session_set_playing (self->session, FALSE);
  if (self->drag == ATLAS_TIMELINE_DRAG_COMPARE)
    atlas_session_set_comparison (self->session, date);
  else
    atlas_session_set_clock (self->session, date);
}

static void
drag_begin_cb (GtkGestureDrag      *gesture,
               double               x,
               double               y,
               AtlasTimelineCanvas *self)
{
  atlas_timeline_canvas_stop (self);
  self->drag = ATLAS_TIMELINE_DRAG_NONE;
  if (self->session == NULL || self->layout == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->drag_scale = self->scale;
  self->drag_top = gtk_adjustment_get_value (self->vadjustment);
  if (is_on_comparison (self, x, y))
    {
      self->drag = ATLAS_TIMELINE_DRAG_COMPARE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (is_on_clock (self, x, y))
    {
      self->drag = ATLAS_TIMELINE_DRAG_SCRUB;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      scrub (self, x);
    }
}

static void
drag_update_cb (GtkGestureDrag      *gesture,
                double               dx,
                double               dy,
                AtlasTimelineCanvas *self)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (self->drag == ATLAS_TIMELINE_DRAG_NONE && hypot (dx, dy) >= THRESHOLD)
    {
      self->drag = ATLAS_TIMELINE_DRAG_PAN;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }

  if (self->drag == ATLAS_TIMELINE_DRAG_PAN)
    {
      AtlasTimeScale scale = self->drag_scale;

      scale.begin -= dx / scale.px_per_day;
      atlas_timeline_canvas_set_scale (self, scale);
      gtk_adjustment_set_value (self->vadjustment, self->drag_top - dy);
    }
  else if (self->drag == ATLAS_TIMELINE_DRAG_SCRUB || (self->drag == ATLAS_TIMELINE_DRAG_COMPARE && fabs (dx) >= THRESHOLD))
    {
      scrub (self, x + dx);
    }
}

static void
drag_end_cb (GtkGestureDrag      *gesture,
             double               dx,
             double               dy,
             AtlasTimelineCanvas *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
swipe_cb (GtkGestureSwipe     *gesture,
          double               velocity_x,
          double               velocity_y,
          AtlasTimelineCanvas *self)
{
  if (self->drag == ATLAS_TIMELINE_DRAG_PAN)
    atlas_timeline_canvas_fling (self, velocity_x, velocity_y);
  self->drag = ATLAS_TIMELINE_DRAG_NONE;
}

static void
released_cb (GtkGestureClick     *gesture,
             int                  n_press,
             double               x,
             double               y,
             AtlasTimelineCanvas *self)
{
  const AtlasTimelineEntry *entry = atlas_timeline_canvas_hit (self, x, y);

  if (entry == NULL)
    return;

  if (n_press == 1)
    {
      atlas_timeline_canvas_focus_item (self, entry->item);
      atlas_session_select (self->session, entry->item);
    }
  else if (n_press == 2)
    atlas_timeline_canvas_fit_item (self, entry->item);
}

static gboolean
zoom_at_pointer (AtlasTimelineCanvas *self,
                 double               steps)
{
  AtlasTimeScale aim = self->has_target ? self->target : self->scale;

  aim = atlas_time_scale_zoom (&aim, CLAMP (self->pointer_x - ATLAS_TIMELINE_GUTTER, 0.0, self->width), pow (WHEEL_ZOOM, -steps));
  atlas_timeline_canvas_glide_to (self, aim);

  return GDK_EVENT_STOP;
}

/* A wheel has one axis, which is time; with Shift it is the rows. A touchpad has both. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           AtlasTimelineCanvas      *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean        wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double          unit = wheel ? WHEEL_PAN : 1.0;
  AtlasTimeScale  scale = self->scale;

  if (self->layout == NULL)
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_CONTROL_MASK)
    return zoom_at_pointer (self, wheel ? dy : dy / WHEEL_PAN);

  atlas_timeline_canvas_stop (self);
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

  scale.begin += dx * unit / scale.px_per_day;
  atlas_timeline_canvas_set_scale (self, scale);
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + dy * unit);

  return GDK_EVENT_STOP;
}

static void
decelerate_cb (GtkEventControllerScroll *controller,
               double                    velocity_x,
               double                    velocity_y,
               AtlasTimelineCanvas      *self)
{
  if (gtk_event_controller_scroll_get_unit (controller) != GDK_SCROLL_UNIT_WHEEL)
    atlas_timeline_canvas_fling (self, -velocity_x, -velocity_y);
}

static void
pinch_begin_cb (GtkGesture          *gesture,
                GdkEventSequence    *sequence,
                AtlasTimelineCanvas *self)
{
  self->drag_scale = self->scale;
}

static void
pinch_cb (GtkGestureZoom      *gesture,
          double               factor,
          AtlasTimelineCanvas *self)
{
  double x = self->width / 2.0;
  double y = 0.0;

  if (self->layout == NULL)
    return;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    x -= ATLAS_TIMELINE_GUTTER;
  atlas_timeline_canvas_stop (self);
  atlas_timeline_canvas_set_scale (self, atlas_time_scale_zoom (&self->drag_scale, x, factor));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           AtlasTimelineCanvas      *self)
{
  const AtlasTimelineEntry *entry = NULL;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->session == NULL || self->drag != ATLAS_TIMELINE_DRAG_NONE)
    return;

  entry = atlas_timeline_canvas_hit (self, x, y);
  atlas_session_set_hovered (self->session, entry != NULL ? entry->item : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), entry != NULL ? "pointer" : is_on_clock (self, x, y) || is_on_comparison (self, x, y) ? "ew-resize"
                                                                                                                                            : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          AtlasTimelineCanvas      *self)
{
  if (self->session != NULL)
    atlas_session_set_hovered (self->session, NULL);
}

/* The light that the focus had put on an item goes with it. */
static void
unfocus_cb (GtkEventControllerFocus *controller,
            AtlasTimelineCanvas     *self)
{
  if (self->session != NULL)
    atlas_session_set_hovered (self->session, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Title, dates in words, and how far it has come at the clock. */
static gboolean
query_tooltip_cb (AtlasTimelineCanvas *self,
                  int                  x,
                  int                  y,
                  gboolean             keyboard,
                  GtkTooltip          *tooltip)
{
  const AtlasTimelineEntry *entry = NULL;
  AtlasStatus               status = ATLAS_STATUS_NONE;
  const char               *status_name = NULL;
  g_autofree char          *dates = NULL;
  g_autofree char          *text = NULL;

  if (keyboard)
    entry = atlas_timeline_canvas_lookup (self, atlas_timeline_canvas_get_focus_item (self));
  else
    entry = atlas_timeline_canvas_hit (self, x, y);
  if (entry == NULL)
    return FALSE;

  dates = atlas_edtf_to_words (&atlas_item_get_when (entry->item)->edtf);
  if (atlas_session_get_clock_mode (self->session) != ATLAS_CLOCK_ALL)
    status = atlas_item_get_status_in (entry->item, atlas_session_get_clock (self->session));

  status_name = atlas_kind_get_status_name (atlas_item_get_kind (entry->item), status);
  if (*status_name != '\0')
    /* Translators: an item's title, its dates, then the clock's date and what the item was on it: "June 2006: operating". */
    text = g_strdup_printf (_ ("%s\n%s\n%s: %s"), atlas_item_get_name (entry->item, atlas_session_get_language (self->session)), dates,
                            self->clock_text, status_name);
  else
    text = g_strdup_printf ("%s\n%s", atlas_item_get_name (entry->item, atlas_session_get_language (self->session)), dates);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

void
atlas_timeline_canvas_add_controllers (AtlasTimelineCanvas *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *swipe = gtk_gesture_swipe_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (unfocus_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (swipe, drag); /* so that a claimed drag may end in a fling */
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
}
