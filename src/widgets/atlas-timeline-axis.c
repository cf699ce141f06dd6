// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-axis-private.h"

#define FIRST_WIDTH 1000.0 /* px that a range is taken for before there is a width */

G_DEFINE_FINAL_TYPE (AtlasTimelineAxis, atlas_timeline_axis, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
queue_draw (AtlasTimelineAxis *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    gtk_widget_queue_draw (g_ptr_array_index (self->parts, i));
}

static void
emit_changed (AtlasTimelineAxis *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  queue_draw (self);
}

static gboolean
is_usable (AtlasTimeSpan range)
{
  return !atlas_time_span_is_empty (range) && range.begin != G_MININT && range.end != G_MAXINT;
}

void
atlas_timeline_axis_write_range (AtlasTimelineAxis *self,
                                 AtlasTimeScale     scale)
{
  AtlasTimeSpan range = atlas_time_scale_get_range (&scale, self->width);

  if (self->session == NULL || atlas_time_span_equal (range, self->written))
    return;

  self->written = range;
  atlas_session_set_range (self->session, range);
}

void
atlas_timeline_axis_move (AtlasTimelineAxis *self,
                          AtlasTimeScale     scale)
{
  self->scale = atlas_time_scale_limit (&scale, self->bounds, self->width);
  emit_changed (self);
}

static void
range_changed_cb (AtlasTimelineAxis *self)
{
  AtlasTimeSpan range = atlas_session_get_range (self->session);

  /* Without an atlas there is nothing to be in: its range is taken up when it comes. */
  if (atlas_time_span_equal (range, self->written) || !is_usable (range) || atlas_time_span_is_empty (self->bounds))
    return;

  self->written = range;
  if (self->width <= 0.0)
    self->scale = atlas_time_scale_for_range (range, FIRST_WIDTH);
  else if (atlas_session_get_restoring (self->session))
    atlas_timeline_axis_glide_to (self, atlas_time_scale_for_range (range, self->width));
  else
    atlas_timeline_axis_set_scale (self, atlas_time_scale_for_range (range, self->width));
}

static void
dataset_changed_cb (AtlasTimelineAxis *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  atlas_timeline_axis_stop (self);
  self->today = atlas_day_today ();
  self->bounds = dataset != NULL ? atlas_timeline_get_bounds (dataset, self->today) : ATLAS_TIME_SPAN_NONE;
  emit_changed (self);
  if (self->session != NULL)
    range_changed_cb (self);
}

static void
clock_changed_cb (AtlasTimelineAxis *self)
{
  AtlasTimeSpan clock = self->session != NULL ? atlas_session_get_clock (self->session) : ATLAS_TIME_SPAN_NONE;
  AtlasTimeSpan comparison = self->session != NULL ? atlas_session_get_comparison (self->session) : ATLAS_TIME_SPAN_NONE;

  g_clear_pointer (&self->clock_text, g_free);
  if (!atlas_time_span_is_empty (clock))
    self->clock_text = atlas_time_span_to_words (clock);
  g_clear_pointer (&self->comparison_text, g_free);
  if (!atlas_time_span_is_empty (comparison))
    self->comparison_text = atlas_time_span_to_words (comparison);
  queue_draw (self);
}

static void
atlas_timeline_axis_dispose (GObject *object)
{
  AtlasTimelineAxis *self = ATLAS_TIMELINE_AXIS (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (atlas_timeline_axis_parent_class)->dispose (object);
}

static void
atlas_timeline_axis_finalize (GObject *object)
{
  AtlasTimelineAxis *self = ATLAS_TIMELINE_AXIS (object);

  g_ptr_array_unref (self->parts); /* empty: each part holds the axis */
  g_free (self->clock_text);
  g_free (self->comparison_text);

  G_OBJECT_CLASS (atlas_timeline_axis_parent_class)->finalize (object);
}

static void
atlas_timeline_axis_class_init (AtlasTimelineAxisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_timeline_axis_dispose;
  object_class->finalize = atlas_timeline_axis_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_timeline_axis_init (AtlasTimelineAxis *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { "notify::dataset", G_CALLBACK (dataset_changed_cb) },
    { "notify::range", G_CALLBACK (range_changed_cb) },
    { "notify::clock", G_CALLBACK (clock_changed_cb) },
    { "notify::clock-mode", G_CALLBACK (clock_changed_cb) },
    { "notify::comparison", G_CALLBACK (clock_changed_cb) },
    { "notify::filter", G_CALLBACK (queue_draw) },
  };

  self->parts = g_ptr_array_new ();
  self->step = ATLAS_TIME_UNIT_MONTH;
  self->today = atlas_day_today ();
  self->scale.px_per_day = 1.0;
  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_group_connect_object (self->session_signals, handlers[i].signal, handlers[i].callback, self, G_CONNECT_SWAPPED);
}

AtlasTimelineAxis *
atlas_timeline_axis_new (void)
{
  return g_object_new (ATLAS_TYPE_TIMELINE_AXIS, NULL);
}

void
atlas_timeline_axis_set_session (AtlasTimelineAxis *self,
                                 AtlasSession      *session)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  self->written = ATLAS_TIME_SPAN_NONE;
  dataset_changed_cb (self);
  clock_changed_cb (self);
}

AtlasSession *
atlas_timeline_axis_get_session (AtlasTimelineAxis *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_AXIS (self), NULL);

  return self->session;
}

AtlasTimeScale
atlas_timeline_axis_get_scale (AtlasTimelineAxis *self)
{
  return self->scale;
}

AtlasTimeScale
atlas_timeline_axis_get_aim (AtlasTimelineAxis *self)
{
  return self->has_target ? self->target : self->scale;
}

AtlasTimeSpan
atlas_timeline_axis_get_bounds (AtlasTimelineAxis *self)
{
  return self->bounds;
}

double
atlas_timeline_axis_get_width (AtlasTimelineAxis *self)
{
  return self->width;
}

void
atlas_timeline_axis_set_width (AtlasTimelineAxis *self,
                               double             width)
{
  AtlasTimeSpan range = ATLAS_TIME_SPAN_NONE;

  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));
  g_return_if_fail (width > 0.0);

  if (self->width == width)
    return;

  if (self->session != NULL)
    range = atlas_session_get_range (self->session);
  if (self->width <= 0.0 && is_usable (range))
    self->scale = atlas_time_scale_for_range (range, width);
  else if (self->width > 0.0)
    self->scale.px_per_day *= width / self->width;
  self->target.px_per_day *= self->width > 0.0 ? width / self->width : 1.0;

  self->width = width;
  emit_changed (self);
}

void
atlas_timeline_axis_set_scale (AtlasTimelineAxis *self,
                               AtlasTimeScale     scale)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));

  if (self->width <= 0.0 || atlas_time_span_is_empty (self->bounds))
    return;

  self->has_target = FALSE;
  self->velocity = 0.0;
  self->rows_velocity = 0.0;
  atlas_timeline_axis_move (self, scale);
  atlas_timeline_axis_write_range (self, self->scale);
}

void
atlas_timeline_axis_leave (AtlasTimelineAxis *self,
                           GtkWidget         *part)
{
  g_ptr_array_remove (self->parts, part);
  if (self->rows_part == part)
    self->rows_part = NULL;
}

void
atlas_timeline_axis_set_rows (AtlasTimelineAxis *self,
                              GtkAdjustment     *rows,
                              GtkWidget         *part)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));

  g_set_object (&self->rows, rows);
  self->rows_part = part;
}

void
atlas_timeline_axis_scroll_rows (AtlasTimelineAxis *self,
                                 double             px)
{
  if (self->rows != NULL)
    gtk_adjustment_set_value (self->rows, gtk_adjustment_get_value (self->rows) + px);
}

void
atlas_timeline_axis_set_step (AtlasTimelineAxis *self,
                              AtlasTimeUnit      step)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));

  self->step = step;
}

AtlasTimeUnit
atlas_timeline_axis_get_step (AtlasTimelineAxis *self)
{
  return self->step;
}

void
atlas_timeline_axis_set_high_contrast (AtlasTimelineAxis *self,
                                       gboolean           high_contrast)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_AXIS (self));

  self->high_contrast = high_contrast;
  queue_draw (self);
}

/* Text lighter than its ground means a dark palette. */
AtlasPaletteId
atlas_timeline_axis_get_palette (AtlasTimelineAxis *self,
                                 GtkWidget         *part)
{
  GdkRGBA color;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_AXIS (self), ATLAS_PALETTE_LIGHT);

  gtk_style_context_get_color (gtk_widget_get_style_context (part), &color);

  return atlas_palette_choose (0.3F * color.red + 0.6F * color.green + 0.1F * color.blue > 0.5F, self->high_contrast);
}

AtlasTimelineFrame
atlas_timeline_axis_get_frame (AtlasTimelineAxis *self,
                               GtkWidget         *part,
                               double             height)
{
  AtlasTimelineFrame frame = { .view = { self->scale, self->width, height, 0.0 }, .today = self->today };

  frame.palette = atlas_timeline_axis_get_palette (self, part);
  frame.clock_mode = self->session != NULL ? atlas_session_get_clock_mode (self->session) : ATLAS_CLOCK_ALL;
  if (self->session != NULL)
    frame.window = atlas_filter_get_window (atlas_session_get_filter (self->session));
  if (frame.clock_mode != ATLAS_CLOCK_ALL)
    {
      frame.clock = atlas_session_get_clock (self->session);
      frame.clock_text = self->clock_text;
      frame.comparison = atlas_session_get_comparison (self->session);
      frame.comparison_text = self->comparison_text;
    }

  return frame;
}
