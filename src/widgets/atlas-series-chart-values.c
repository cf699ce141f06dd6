// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-chart-private.h"

#include <math.h>

#define REST_MS 120 /* how long the view must stand still before children follow it */

const AtlasSeriesPoint *
atlas_series_chart_get_point (AtlasSeriesChart *self,
                              guint             index)
{
  GArray *points = self->track.series->points;

  return index < points->len ? &g_array_index (points, AtlasSeriesPoint, index) : NULL;
}

guint
atlas_series_chart_get_index (AtlasSeriesChart       *self,
                              const AtlasSeriesPoint *point)
{
  return (guint) (point - &g_array_index (self->track.series->points, AtlasSeriesPoint, 0));
}

const AtlasSeriesPoint *
atlas_series_chart_hit (AtlasSeriesChart *self,
                        double            x)
{
  AtlasTimeScale scale = atlas_timeline_axis_get_scale (self->axis);

  if (isnan (x) || x < 0.0 || atlas_timeline_axis_get_width (self->axis) <= 0.0)
    return NULL;

  return atlas_series_hit (self->track.series, &scale, x);
}

AtlasTimeSpan
atlas_series_chart_get_clock (AtlasSeriesChart *self)
{
  return atlas_session_get_clock_mode (self->session) != ATLAS_CLOCK_ALL ? atlas_session_get_clock (self->session) : ATLAS_TIME_SPAN_NONE;
}

static AtlasSeriesValue *
find_child (AtlasSeriesChart *self,
            guint             index)
{
  for (guint i = 0; i < self->n_used; i++)
    if (atlas_series_value_get_index (g_ptr_array_index (self->values, i)) == index)
      return g_ptr_array_index (self->values, i);

  return NULL;
}

static gboolean
has_focus_value (AtlasSeriesChart *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && ATLAS_IS_SERIES_VALUE (focus);
}

/* Of very many values only those about one have a child. */
static void
assign (AtlasSeriesChart *self,
        guint             near)
{
  guint n = self->track.series->points->len;
  guint first = 0;

  self->n_used = MIN (n, ATLAS_SERIES_CHART_MAX_VALUES);
  first = MIN (near - MIN (near, ATLAS_SERIES_CHART_MAX_VALUES / 4), n - self->n_used);
  while (self->values->len < self->n_used)
    {
      GtkWidget *child = atlas_series_value_new ();

      gtk_widget_insert_before (child, GTK_WIDGET (self), self->close);
      g_ptr_array_add (self->values, child);
    }

  for (guint i = 0; i < self->n_used; i++)
    {
      AtlasSeriesValue *child = g_ptr_array_index (self->values, i);

      if (atlas_series_value_get_label (child) == NULL || atlas_series_value_get_index (child) != first + i)
        atlas_series_value_set (child, self->track.series, first + i);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
atlas_series_chart_sync (AtlasSeriesChart *self)
{
  AtlasTimeScale    scale = atlas_timeline_axis_get_scale (self->axis);
  AtlasSeriesValue *child = NULL;

  g_clear_handle_id (&self->sync_source, g_source_remove);
  if (!has_focus_value (self))
    {
      assign (self, atlas_series_get_first (self->track.series, (int) CLAMP (scale.begin, G_MININT, G_MAXINT - 1.0)));
      return;
    }

  /* The focus stays with the value, whichever child stands for it now. */
  assign (self, self->focus_index);
  child = find_child (self, self->focus_index);
  if (child != NULL && !gtk_widget_has_focus (GTK_WIDGET (child)))
    gtk_widget_grab_focus (GTK_WIDGET (child));
}

static gboolean
sync_cb (gpointer user_data)
{
  AtlasSeriesChart *self = user_data;

  self->sync_source = 0;
  atlas_series_chart_sync (self);

  return G_SOURCE_REMOVE;
}

void
atlas_series_chart_queue_sync (AtlasSeriesChart *self)
{
  atlas_series_chart_moved (self);
  if (self->sync_source == 0)
    self->sync_source = g_timeout_add (REST_MS, sync_cb, self);
}

/* Days that are out of view come into its middle. */
static void
reveal (AtlasSeriesChart       *self,
        const AtlasSeriesPoint *point)
{
  AtlasTimeScale scale = atlas_timeline_axis_get_aim (self->axis);
  double         width = atlas_timeline_axis_get_width (self->axis);
  double         x0 = atlas_time_scale_get_x (&scale, point->when.begin);
  double         x1 = atlas_time_scale_get_x (&scale, point->when.end);

  if (width <= 0.0 || (x1 > ATLAS_SERIES_CHART_LEAST && x0 < width - ATLAS_SERIES_CHART_LEAST && (x0 >= 0.0 || x1 <= width || x1 - x0 > width)))
    return;

  scale.begin += ((x0 + x1 - width) / 2.0) / scale.px_per_day;
  atlas_timeline_axis_glide_to (self->axis, scale);
}

/* All of the chart, not only the value in it. */
static void
scroll_to (AtlasSeriesChart *self)
{
  GtkWidget     *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkWidget     *box = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkAdjustment *adjustment = NULL;
  double         x, y;

  if (viewport == NULL || !gtk_widget_translate_coordinates (GTK_WIDGET (self), box, 0.0, 0.0, &x, &y))
    return;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (GTK_WIDGET (self)));
}

gboolean
atlas_series_chart_focus_index (AtlasSeriesChart *self,
                                guint             index)
{
  const AtlasSeriesPoint *point = atlas_series_chart_get_point (self, index);
  AtlasSeriesValue       *child = NULL;

  if (point == NULL)
    return FALSE;

  if (self->focus_index != index)
    atlas_series_chart_hide_tip (self);
  self->focus_index = index;
  reveal (self, point);
  if (find_child (self, index) == NULL)
    assign (self, index);
  child = find_child (self, index);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (child == NULL || !gtk_widget_grab_focus (GTK_WIDGET (child)))
    return FALSE;

  scroll_to (self);

  return TRUE;
}

/* Only a day, month, quarter or year can be a clock's: of other days the largest such unit that begins with them. */
static AtlasTimeSpan
get_unit_of (AtlasTimeSpan days)
{
  int day = days.begin > G_MININT ? days.begin : days.end - 1;

  for (int unit = ATLAS_TIME_UNIT_YEAR; unit > ATLAS_TIME_UNIT_DAY; unit--)
    {
      AtlasTimeSpan span = atlas_time_unit_around ((AtlasTimeUnit) unit, day);

      if (span.begin >= days.begin && span.end <= days.end)
        return span;
    }

  return ATLAS_TIME_SPAN_INIT (day, day + 1);
}

void
atlas_series_chart_set_clock (AtlasSeriesChart       *self,
                              const AtlasSeriesPoint *point)
{
  atlas_session_set_clock (self->session, get_unit_of (point->when));
}

/* Two stops of the tab order: the values, in which the keys move, and the button. */
gboolean
atlas_series_chart_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  AtlasSeriesChart       *self = ATLAS_SERIES_CHART (widget);
  GtkWidget              *focus = gtk_widget_get_focus_child (widget);
  const AtlasSeriesPoint *point = atlas_series_chart_get_focus_point (self);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (focus != NULL && (focus == self->close) == (direction == GTK_DIR_TAB_FORWARD))
    return FALSE; /* out of it */
  if (point == NULL || (focus == NULL ? direction == GTK_DIR_TAB_BACKWARD : direction == GTK_DIR_TAB_FORWARD))
    return focus != self->close && gtk_widget_grab_focus (self->close);

  return atlas_series_chart_focus_index (self, atlas_series_chart_get_index (self, point));
}

const AtlasSeriesPoint *
atlas_series_chart_get_focus_point (AtlasSeriesChart *self)
{
  const AtlasSeriesPoint *point = NULL;
  AtlasTimeScale          scale;
  guint                   n;

  g_return_val_if_fail (ATLAS_IS_SERIES_CHART (self), NULL);

  n = self->track.series->points->len;
  if (self->focus_index < n || n == 0)
    return atlas_series_chart_get_point (self, self->focus_index);

  point = atlas_series_find (self->track.series, atlas_series_chart_get_clock (self));
  if (point != NULL)
    return point;

  scale = atlas_timeline_axis_get_scale (self->axis);

  return atlas_series_chart_get_point (self, MIN (atlas_series_get_first (self->track.series, (int) CLAMP (scale.begin, G_MININT, G_MAXINT - 1.0)), n - 1));
}

gboolean
atlas_series_chart_step (AtlasSeriesChart *self,
                         int               direction)
{
  const AtlasSeriesPoint *point = NULL;

  g_return_val_if_fail (ATLAS_IS_SERIES_CHART (self), FALSE);

  point = atlas_series_chart_get_focus_point (self);
  if (point == NULL)
    return FALSE;
  if (!has_focus_value (self))
    return atlas_series_chart_focus_index (self, atlas_series_chart_get_index (self, point));

  return atlas_series_chart_focus_index (self, atlas_series_chart_get_index (self, point) + (guint) direction); /* before the first there is none either */
}

gboolean
atlas_series_chart_step_end (AtlasSeriesChart *self,
                             int               direction)
{
  g_return_val_if_fail (ATLAS_IS_SERIES_CHART (self), FALSE);

  return atlas_series_chart_focus_index (self, direction < 0 ? 0 : self->track.series->points->len - 1);
}

gboolean
atlas_series_chart_focus_day (AtlasSeriesChart *self,
                              int               day)
{
  guint                   next = 0;
  const AtlasSeriesPoint *before = NULL;
  const AtlasSeriesPoint *after = NULL;

  g_return_val_if_fail (ATLAS_IS_SERIES_CHART (self), FALSE);

  next = atlas_series_get_first (self->track.series, day);
  before = next > 0 ? atlas_series_chart_get_point (self, next - 1) : NULL;
  after = atlas_series_chart_get_point (self, next);
  if (after == NULL || (before != NULL && (gint64) after->when.begin - day > (gint64) day - before->when.end))
    return before != NULL && atlas_series_chart_focus_index (self, next - 1);

  return atlas_series_chart_focus_index (self, next);
}

gboolean
atlas_series_chart_activate (AtlasSeriesChart *self)
{
  g_return_val_if_fail (ATLAS_IS_SERIES_CHART (self), FALSE);

  if (!has_focus_value (self))
    return FALSE;

  atlas_series_chart_set_clock (self, atlas_series_chart_get_point (self, self->focus_index));

  return TRUE;
}
