// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#include <math.h>

#define FRICTION 4.0     /* 1/s by which a fling slows down */
#define LEAST_SPEED 12.0 /* px/s at which it is at rest */
#define HASTE 14.0       /* 1/s by which a glide nears its target */
#define ZOOM_STEP 1.5
#define REVEAL_MARGIN 48.0
#define ROW_MARGIN 20.0
#define MIN_FIT_DAYS 40

static gboolean
wants_animation (AtlasTimelineCanvas *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);

  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static gboolean
glide (AtlasTimelineCanvas *self,
       double               seconds)
{
  double         part = 1.0 - exp (-HASTE * seconds);
  double         middle = self->width / 2.0;
  double         from = atlas_time_scale_get_day (&self->scale, middle);
  double         to = atlas_time_scale_get_day (&self->target, middle);
  AtlasTimeScale scale = self->target;

  if (fabs (log (self->target.px_per_day / self->scale.px_per_day)) < 0.004 && fabs (to - from) * self->target.px_per_day < 0.75)
    {
      self->has_target = FALSE;
      atlas_timeline_canvas_set_scale (self, self->target);
      return FALSE;
    }

  scale.px_per_day = self->scale.px_per_day * pow (self->target.px_per_day / self->scale.px_per_day, part);
  scale.begin = from + (to - from) * part - middle / scale.px_per_day;
  atlas_timeline_canvas_set_scale (self, scale);

  return TRUE;
}

static gboolean
coast (AtlasTimelineCanvas *self,
       double               seconds)
{
  double         fade = exp (-FRICTION * seconds);
  double         way = (1.0 - fade) / FRICTION;
  AtlasTimeScale scale = self->scale;

  scale.begin -= self->velocity_x * way / scale.px_per_day;
  atlas_timeline_canvas_set_scale (self, scale);
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) - self->velocity_y * way);
  self->velocity_x *= fade;
  self->velocity_y *= fade;

  return hypot (self->velocity_x, self->velocity_y) > LEAST_SPEED;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  gint64               now = gdk_frame_clock_get_frame_time (clock);
  double               seconds = CLAMP ((double) (now - self->tick_time) / G_USEC_PER_SEC, 0.001, 0.1);

  self->tick_time = now;
  if (self->has_target ? glide (self, seconds) : coast (self, seconds))
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
start (AtlasTimelineCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->tick_time = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
atlas_timeline_canvas_stop (AtlasTimelineCanvas *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->has_target = FALSE;
  self->velocity_x = 0.0;
  self->velocity_y = 0.0;
}

void
atlas_timeline_canvas_glide_to (AtlasTimelineCanvas *self,
                                AtlasTimeScale       scale)
{
  atlas_timeline_canvas_stop (self);
  if (self->width <= 0.0 || atlas_time_span_is_empty (self->bounds))
    return;

  self->target = atlas_time_scale_limit (&scale, self->bounds, self->width);
  if (!wants_animation (self))
    {
      atlas_timeline_canvas_set_scale (self, self->target);
      return;
    }

  self->has_target = TRUE;
  start (self);
}

void
atlas_timeline_canvas_fling (AtlasTimelineCanvas *self,
                             double               velocity_x,
                             double               velocity_y)
{
  atlas_timeline_canvas_stop (self);
  if (!wants_animation (self) || hypot (velocity_x, velocity_y) < LEAST_SPEED)
    return;

  self->velocity_x = velocity_x;
  self->velocity_y = velocity_y;
  start (self);
}

static AtlasTimeScale
get_aim (AtlasTimelineCanvas *self)
{
  return self->has_target ? self->target : self->scale;
}

/* What is selected stays where it is while one zooms, if it is in view; else the middle does. */
static double
get_zoom_x (AtlasTimelineCanvas *self)
{
  const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, atlas_session_get_selected (self->session));
  AtlasTimelineView         view = atlas_timeline_canvas_get_view (self);
  cairo_rectangle_t         box;
  double                    x = 0.0;

  if (entry == NULL)
    return self->width / 2.0;

  box = atlas_timeline_layout_get_box (self->layout, &view, entry);
  x = box.x + MIN (box.width, self->width) / 2.0;
  if (box.width > self->width / 2.0)
    x = box.x; /* its begin tells more than the middle of a long bar */

  return x >= 0.0 && x <= self->width ? x : self->width / 2.0;
}

void
atlas_timeline_canvas_zoom (AtlasTimelineCanvas *self,
                            int                  direction)
{
  AtlasTimeScale scale = get_aim (self);

  g_return_if_fail (ATLAS_IS_TIMELINE_CANVAS (self));

  if (self->session == NULL || self->width <= 0.0 || atlas_time_span_is_empty (self->bounds))
    return;

  if (direction == 0)
    scale = atlas_time_scale_for_range (self->bounds, self->width);
  else
    scale = atlas_time_scale_zoom (&scale, get_zoom_x (self), direction > 0 ? ZOOM_STEP : 1.0 / ZOOM_STEP);

  atlas_timeline_canvas_glide_to (self, scale);
}

void
atlas_timeline_canvas_reveal_row (AtlasTimelineCanvas *self,
                                  AtlasItem           *item)
{
  const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, item);
  AtlasTimelineView         view = atlas_timeline_canvas_get_view (self);
  cairo_rectangle_t         box, label;
  double                    top, foot;

  if (entry == NULL)
    return;

  box = atlas_timeline_layout_get_box (self->layout, &view, entry);
  label = atlas_timeline_layout_get_label_box (self->layout, &view, entry);
  top = MIN (box.y, label.y) - ROW_MARGIN;
  foot = box.y + box.height + ROW_MARGIN;
  if (top < 0.0)
    gtk_adjustment_set_value (self->vadjustment, view.top + top);
  else if (foot > self->height)
    gtk_adjustment_set_value (self->vadjustment, view.top + foot - self->height);
}

void
atlas_timeline_canvas_reveal (AtlasTimelineCanvas *self,
                              AtlasItem           *item)
{
  const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, item);
  AtlasTimelineView         view = atlas_timeline_canvas_get_view (self);
  cairo_rectangle_t         box;
  AtlasTimeScale            scale = self->scale;
  double                    edge;

  if (entry == NULL)
    return;

  atlas_timeline_canvas_reveal_row (self, item);
  box = atlas_timeline_layout_get_box (self->layout, &view, entry);
  if (box.x + box.width > REVEAL_MARGIN && box.x < self->width - REVEAL_MARGIN)
    return;

  /* The nearer of its ends comes to a third of the view: the shorter way, and what is round it is seen too. */
  edge = box.x < 0.0 ? entry->life.end : entry->life.begin;
  scale.begin = edge - self->width / 3.0 / scale.px_per_day;
  atlas_timeline_canvas_glide_to (self, scale);
}

void
atlas_timeline_canvas_fit_item (AtlasTimelineCanvas *self,
                                AtlasItem           *item)
{
  const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, item);
  AtlasTimeSpan             span;
  int                       spare;

  if (entry == NULL)
    return;

  span = entry->known;
  if (span.end - span.begin < MIN_FIT_DAYS)
    span = ATLAS_TIME_SPAN_INIT (span.begin - MIN_FIT_DAYS, span.end + MIN_FIT_DAYS);
  spare = (span.end - span.begin) / 8;
  atlas_timeline_canvas_glide_to (self, atlas_time_scale_for_range (ATLAS_TIME_SPAN_INIT (span.begin - spare, span.end + spare), self->width));
}
