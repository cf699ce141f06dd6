// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-axis-private.h"

#include <math.h>

#define FRICTION 4.0     /* 1/s by which a fling slows down */
#define LEAST_SPEED 12.0 /* px/s at which it is at rest */
#define HASTE 14.0       /* 1/s by which a glide nears its target */
#define ZOOM_STEP 1.5
#define MIN_SHOW_DAYS 40

/* The part whose frames carry the motion; NULL: none is on screen, or the desktop wants no animations. */
static GtkWidget *
find_clock_part (AtlasTimelineAxis *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *part = g_ptr_array_index (self->parts, i);
      gboolean   enabled = TRUE;

      if (!gtk_widget_get_mapped (part))
        continue;

      g_object_get (gtk_widget_get_settings (part), "gtk-enable-animations", &enabled, NULL);

      return enabled ? part : NULL;
    }

  return NULL;
}

static gboolean
glide (AtlasTimelineAxis *self,
       double             seconds)
{
  double         part = 1.0 - exp (-HASTE * seconds);
  double         middle = self->width / 2.0;
  double         from = atlas_time_scale_get_day (&self->scale, middle);
  double         to = atlas_time_scale_get_day (&self->target, middle);
  AtlasTimeScale scale = self->target;

  if (fabs (log (self->target.px_per_day / self->scale.px_per_day)) < 0.004 && fabs (to - from) * self->target.px_per_day < 0.75)
    {
      atlas_timeline_axis_set_scale (self, self->target);
      return FALSE;
    }

  scale.px_per_day = self->scale.px_per_day * pow (self->target.px_per_day / self->scale.px_per_day, part);
  scale.begin = from + (to - from) * part - middle / scale.px_per_day;
  atlas_timeline_axis_move (self, scale);

  return TRUE;
}

static gboolean
coast (AtlasTimelineAxis *self,
       double             seconds)
{
  double         fade = exp (-FRICTION * seconds);
  double         way = (1.0 - fade) / FRICTION;
  AtlasTimeScale scale = self->scale;

  scale.begin -= self->velocity * way / scale.px_per_day;
  atlas_timeline_axis_move (self, scale);
  atlas_timeline_axis_scroll_rows (self, -self->rows_velocity * way);
  self->velocity *= fade;
  self->rows_velocity *= fade;
  if (hypot (self->velocity, self->rows_velocity) > LEAST_SPEED)
    return TRUE;

  atlas_timeline_axis_write_range (self, self->scale);

  return FALSE;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  AtlasTimelineAxis *self = user_data;
  gint64             now = gdk_frame_clock_get_frame_time (clock);
  double             seconds = CLAMP ((double) (now - self->tick_time) / G_USEC_PER_SEC, 0.001, 0.1);

  self->tick_time = now;

  return (self->has_target ? glide (self, seconds) : coast (self, seconds)) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* The motion has ended, or the part that carried it has gone. */
static void
tick_gone (gpointer user_data)
{
  AtlasTimelineAxis *self = user_data;

  self->tick = 0;
  self->clock_part = NULL;
  if (self->has_target)
    self->scale = self->target;
  self->has_target = FALSE;
  g_object_unref (self);
}

static void
start (AtlasTimelineAxis *self,
       GtkWidget         *part)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (part);

  self->tick_time = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
  if (self->tick != 0)
    return;

  self->clock_part = part;
  self->tick = gtk_widget_add_tick_callback (part, tick_cb, g_object_ref (self), tick_gone);
}

static void
halt (AtlasTimelineAxis *self)
{
  self->has_target = FALSE;
  self->velocity = 0.0;
  self->rows_velocity = 0.0;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->clock_part, self->tick);
}

void
atlas_timeline_axis_stop (AtlasTimelineAxis *self)
{
  gboolean moved = self->has_target || self->velocity != 0.0;

  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));

  halt (self);
  if (moved && self->width > 0.0 && !atlas_time_span_is_empty (self->bounds))
    atlas_timeline_axis_write_range (self, self->scale);
}

/* The range is written when the glide begins: whatever looks at the session meanwhile, its history above all, sees where
 * one is going and not where one happens to be. */
void
atlas_timeline_axis_glide_to (AtlasTimelineAxis *self,
                              AtlasTimeScale     scale)
{
  GtkWidget *part = NULL;

  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));

  halt (self);
  if (self->width <= 0.0 || atlas_time_span_is_empty (self->bounds))
    return;

  part = find_clock_part (self);
  if (part == NULL)
    {
      atlas_timeline_axis_set_scale (self, scale);
      return;
    }

  self->target = atlas_time_scale_limit (&scale, self->bounds, self->width);
  self->has_target = TRUE;
  start (self, part);
  atlas_timeline_axis_write_range (self, self->target);
}

void
atlas_timeline_axis_fling_both (AtlasTimelineAxis *self,
                                double             velocity,
                                double             rows_velocity)
{
  GtkWidget *part = find_clock_part (self);

  atlas_timeline_axis_stop (self);
  if (part == NULL || hypot (velocity, rows_velocity) < LEAST_SPEED || self->width <= 0.0 || atlas_time_span_is_empty (self->bounds))
    return;

  self->velocity = velocity;
  self->rows_velocity = rows_velocity;
  start (self, part);
}

void
atlas_timeline_axis_fling (AtlasTimelineAxis *self,
                           double             px_per_second)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));

  atlas_timeline_axis_fling_both (self, px_per_second, 0.0);
}

void
atlas_timeline_axis_zoom (AtlasTimelineAxis *self,
                          int                direction,
                          double             x)
{
  AtlasTimeScale scale = atlas_timeline_axis_get_aim (self);

  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));

  if (self->width <= 0.0 || atlas_time_span_is_empty (self->bounds))
    return;

  if (direction == 0)
    scale = atlas_time_scale_for_range (self->bounds, self->width);
  else
    scale = atlas_time_scale_zoom (&scale, x >= 0.0 ? x : self->width / 2.0, direction > 0 ? ZOOM_STEP : 1.0 / ZOOM_STEP);

  atlas_timeline_axis_glide_to (self, scale);
}

AtlasTimeScale
atlas_timeline_axis_get_showing (AtlasTimelineAxis *self,
                                 AtlasTimeSpan      days)
{
  AtlasTimeScale scale;
  int            spare;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_AXIS (self), (AtlasTimeScale){ 0 });

  days = atlas_time_span_intersect (days, self->bounds);
  if (self->width <= 0.0 || atlas_time_span_is_empty (days))
    return self->scale;

  if (days.end - days.begin < MIN_SHOW_DAYS)
    days = ATLAS_TIME_SPAN_INIT (days.begin - MIN_SHOW_DAYS, days.end + MIN_SHOW_DAYS);
  spare = (days.end - days.begin) / 8;
  scale = atlas_time_scale_for_range (ATLAS_TIME_SPAN_INIT (days.begin - spare, days.end + spare), self->width);

  return atlas_time_scale_limit (&scale, self->bounds, self->width);
}

void
atlas_timeline_axis_show (AtlasTimelineAxis *self,
                          AtlasTimeSpan      days)
{
  atlas_timeline_axis_glide_to (self, atlas_timeline_axis_get_showing (self, days));
}
