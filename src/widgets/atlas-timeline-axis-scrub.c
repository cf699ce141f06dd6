// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-axis-private.h"

#include <math.h>

#define THRESHOLD 4.0 /* px before a press moves the comparison */

/* The drags of dates in one part; it lives as long as the part. */
typedef struct
{
  AtlasTimelineAxis      *axis;
  GtkWidget              *widget; /* borrowed */
  AtlasTimelineHandleFunc pick;
  AtlasTimelineHandle     handle;
  double                  offset; /* px from where a flag is held to the middle of its date */
} Scrub;

static void
scrub_free (gpointer  data,
            GClosure *closure)
{
  Scrub *scrub = data;

  g_object_unref (scrub->axis);
  g_free (scrub);
}

static double
get_distance (AtlasTimelineAxis *self,
              AtlasTimeSpan      date,
              double             x)
{
  return fabs (x - atlas_time_scale_get_x (&self->scale, (date.begin + (double) date.end) / 2.0));
}

AtlasTimelineHandle
atlas_timeline_axis_find_handle (AtlasTimelineAxis *self,
                                 double             x,
                                 double             reach)
{
  const AtlasTimelineHandle handles[] = { ATLAS_TIMELINE_HANDLE_CLOCK, ATLAS_TIMELINE_HANDLE_COMPARISON };
  AtlasTimeSpan             dates[G_N_ELEMENTS (handles)];
  AtlasTimelineHandle       found = ATLAS_TIMELINE_HANDLE_NONE;
  double                    least = G_MAXDOUBLE;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_AXIS (self), ATLAS_TIMELINE_HANDLE_NONE);

  if (self->session == NULL || atlas_session_get_clock_mode (self->session) == ATLAS_CLOCK_ALL)
    return ATLAS_TIMELINE_HANDLE_NONE;

  dates[0] = atlas_session_get_clock (self->session);
  dates[1] = atlas_session_get_comparison (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    {
      double distance = get_distance (self, dates[i], x);

      if (atlas_time_span_is_empty (dates[i]) || distance > MAX (reach, (dates[i].end - dates[i].begin) * self->scale.px_per_day / 2.0))
        continue;

      if (distance < least)
        {
          least = distance;
          found = handles[i];
        }
    }

  return found;
}

/* The date that is dragged comes to the unit that the pointer is on; with Alt to the day. */
static void
move_date (Scrub   *scrub,
           double   x,
           gboolean by_day)
{
  AtlasTimelineAxis *self = scrub->axis;
  double             lane_x = CLAMP (x - ATLAS_TIMELINE_GUTTER, 0.0, self->width - 1.0);
  int                day = (int) floor (atlas_time_scale_get_day (&self->scale, lane_x));
  AtlasTimeUnit      unit = by_day ? ATLAS_TIME_UNIT_DAY : atlas_time_scale_get_snap (&self->scale, self->step);
  AtlasTimeSpan      date = atlas_time_unit_around (unit, CLAMP (day, self->bounds.begin, self->bounds.end - 1));

  atlas_session_set_playing (self->session, FALSE);
  if (scrub->handle == ATLAS_TIMELINE_HANDLE_COMPARISON)
    atlas_session_set_comparison (self->session, date);
  else
    atlas_session_set_clock (self->session, date);
}

static gboolean
has_alt (GtkGestureDrag *gesture)
{
  return (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_ALT_MASK) != 0;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               Scrub          *scrub)
{
  AtlasTimelineAxis *self = scrub->axis;

  scrub->handle = ATLAS_TIMELINE_HANDLE_NONE;
  if (self->session != NULL && self->width > 0.0 && !atlas_time_span_is_empty (self->bounds) &&
      !(gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK))
    scrub->handle = scrub->pick (scrub->widget, x, y);
  if (scrub->handle == ATLAS_TIMELINE_HANDLE_NONE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  atlas_timeline_axis_stop (self);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  scrub->offset = 0.0;
  if (scrub->handle == ATLAS_TIMELINE_HANDLE_FLAG)
    {
      AtlasTimeSpan clock = atlas_session_get_clock (self->session);

      scrub->offset = ATLAS_TIMELINE_GUTTER + atlas_time_scale_get_x (&self->scale, (clock.begin + (double) clock.end) / 2.0) - x;
    }
  if (scrub->handle == ATLAS_TIMELINE_HANDLE_CLOCK)
    move_date (scrub, x, has_alt (gesture));
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                Scrub          *scrub)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (scrub->handle == ATLAS_TIMELINE_HANDLE_CLOCK || fabs (dx) >= THRESHOLD)
    move_date (scrub, x + dx + scrub->offset, has_alt (gesture));
}

GtkGesture *
atlas_timeline_axis_add_scrubbing (AtlasTimelineAxis      *self,
                                   GtkWidget              *part,
                                   AtlasTimelineHandleFunc pick)
{
  Scrub      *scrub = NULL;
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_return_val_if_fail (ATLAS_IS_TIMELINE_AXIS (self), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (part), NULL);
  g_return_val_if_fail (pick != NULL, NULL);

  scrub = g_new0 (Scrub, 1);
  scrub->axis = g_object_ref (self);
  scrub->widget = part;
  scrub->pick = pick;
  g_signal_connect_data (drag, "drag-begin", G_CALLBACK (drag_begin_cb), scrub, scrub_free, 0);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), scrub);
  gtk_widget_add_controller (part, GTK_EVENT_CONTROLLER (drag));

  return drag;
}
