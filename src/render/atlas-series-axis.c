// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-axis.h"

#include <math.h>

#define ROUNDING 1e-9          /* so that a line that just fits is not lost to the last digit */
#define MAX_LINES 2            /* beside that of 0 */
#define LEAST_SHARE (1.0 / 12) /* what is lower than this on another's axis could not be read */
#define REACH 3.0              /* px about a value that is too narrow to point at */

static double
floor_lines (double value,
             double step)
{
  return floor (value / step + ROUNDING);
}

static double
get_step (double from,
          double to)
{
  static const double factors[] = { 1, 2, 5 };
  double              power = pow (10.0, floor (log10 (to - from)) - 1.0);

  for (;; power *= 10.0)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      if (floor_lines (to, factors[i] * power) + floor_lines (-from, factors[i] * power) <= MAX_LINES)
        return factors[i] * power;
}

AtlasSeriesAxis
atlas_series_axis_for (double least,
                       double most)
{
  AtlasSeriesAxis axis = { MIN (least, 0.0), MAX (most, 0.0), 1.0 };

  if (!isfinite (axis.from) || !isfinite (axis.to) || !isfinite (axis.to - axis.from) || !(axis.to - axis.from > 1e-300))
    return (AtlasSeriesAxis){ 0.0, 1.0, 1.0 };

  axis.step = get_step (axis.from, axis.to);

  return axis;
}

guint
atlas_series_axis_get_lines (const AtlasSeriesAxis *self,
                             double                 lines[ATLAS_SERIES_MAX_LINES])
{
  int   below = (int) floor_lines (-self->from, self->step);
  int   above = (int) floor_lines (self->to, self->step);
  guint n = 0;

  for (int i = -below; i <= above && n < ATLAS_SERIES_MAX_LINES; i++)
    if (i != 0)
      lines[n++] = i * self->step;

  return n;
}

static AtlasSeriesAxis
get_extent (const AtlasSeries *series)
{
  AtlasSeriesAxis extent = { 0.0, 0.0, 0.0 };

  for (guint i = 0; i < series->points->len; i++)
    {
      double value = g_array_index (series->points, AtlasSeriesPoint, i).value;

      extent.from = MIN (extent.from, value);
      extent.to = MAX (extent.to, value);
    }

  return extent;
}

static double
get_reach (const AtlasSeriesAxis *extent)
{
  return MAX (-extent->from, extent->to);
}

/* The one of the unit that reaches farthest of those that have no axis yet. */
static guint
find_farthest (const AtlasSeries *const *series,
               guint                     n_series,
               const AtlasSeriesAxis    *extents,
               const gboolean           *done,
               const char               *unit)
{
  guint farthest = n_series;

  for (guint i = 0; i < n_series; i++)
    if (!done[i] && g_str_equal (series[i]->unit, unit) &&
        (farthest == n_series || get_reach (&extents[i]) > get_reach (&extents[farthest])))
      farthest = i;

  return farthest;
}

void
atlas_series_axis_share (const AtlasSeries *const *series,
                         guint                     n_series,
                         AtlasSeriesAxis          *axes)
{
  g_autofree AtlasSeriesAxis *extents = g_new (AtlasSeriesAxis, n_series);
  g_autofree gboolean        *done = g_new0 (gboolean, n_series);

  for (guint i = 0; i < n_series; i++)
    extents[i] = get_extent (series[i]);

  for (guint i = 0; i < n_series; i++)
    while (!done[i])
      {
        guint             farthest = find_farthest (series, n_series, extents, done, series[i]->unit);
        double            least = get_reach (&extents[farthest]) * LEAST_SHARE;
        AtlasSeriesAxis   whole = extents[farthest];
        g_autofree guint *sharing = g_new (guint, n_series);
        guint             n_sharing = 0;

        for (guint j = 0; j < n_series; j++)
          if (!done[j] && g_str_equal (series[j]->unit, series[i]->unit) && get_reach (&extents[j]) >= least)
            {
              whole.from = MIN (whole.from, extents[j].from);
              whole.to = MAX (whole.to, extents[j].to);
              done[j] = TRUE;
              sharing[n_sharing++] = j;
            }
        for (guint j = 0; j < n_sharing; j++)
          axes[sharing[j]] = atlas_series_axis_for (whole.from, whole.to);
      }
}

cairo_rectangle_t
atlas_series_axis_get_box (const AtlasSeriesAxis  *self,
                           const AtlasTimeScale   *scale,
                           const AtlasSeriesPoint *point,
                           double                  y,
                           double                  height)
{
  double            px = height / (self->to - self->from);
  double            high = MAX (point->value, 0.0);
  double            low = MIN (point->value, 0.0);
  cairo_rectangle_t box;

  box.x = atlas_time_scale_get_x (scale, point->when.begin);
  box.width = atlas_time_scale_get_x (scale, point->when.end) - box.x;
  box.y = y + (self->to - high) * px;
  box.height = (high - low) * px;

  return box;
}

guint
atlas_series_get_first (const AtlasSeries *series,
                        int                day)
{
  guint low = 0;
  guint high = series->points->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (series->points, AtlasSeriesPoint, middle).when.end <= day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const AtlasSeriesPoint *
atlas_series_hit (const AtlasSeries    *series,
                  const AtlasTimeScale *scale,
                  double                x)
{
  double                  day = CLAMP (floor (atlas_time_scale_get_day (scale, x)), G_MININT, G_MAXINT - 1.0);
  guint                   next = atlas_series_get_first (series, (int) day);
  const AtlasSeriesPoint *nearest = NULL;
  double                  distance = REACH;

  for (guint i = next > 0 ? next - 1 : 0; i <= next && i < series->points->len; i++)
    {
      const AtlasSeriesPoint *point = &g_array_index (series->points, AtlasSeriesPoint, i);
      double                  x0 = atlas_time_scale_get_x (scale, point->when.begin);
      double                  x1 = atlas_time_scale_get_x (scale, point->when.end);
      double                  own = MAX (MAX (x0 - x, x - x1), 0.0);

      if (atlas_time_span_contains_day (point->when, (int) day))
        return point;
      if (x1 - x0 < 2.0 * REACH && own < distance)
        {
          nearest = point;
          distance = own;
        }
    }

  return nearest;
}

const AtlasSeriesPoint *
atlas_series_find (const AtlasSeries *series,
                   AtlasTimeSpan      days)
{
  guint                   next = 0;
  const AtlasSeriesPoint *point = NULL;

  if (atlas_time_span_is_empty (days))
    return NULL;

  next = atlas_series_get_first (series, days.end - 1);
  for (guint i = next > 0 ? next - 1 : 0; i <= next && i < series->points->len; i++)
    if (atlas_time_span_overlaps (g_array_index (series->points, AtlasSeriesPoint, i).when, days))
      point = &g_array_index (series->points, AtlasSeriesPoint, i);

  return point;
}
