// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-time-brush.h"

#include <math.h>

#define MIN_UNIT_PX 8.0
#define MONTHS_IN_YEAR 12

/* clang-format off */
static const struct
{
  double        days;   /* on average */
  int           months; /* 0: it is no number of months */
  AtlasTimeUnit leap;
} units[] = {
  [ATLAS_TIME_UNIT_DAY]     = { 1.0,      0,    ATLAS_TIME_UNIT_MONTH },
  [ATLAS_TIME_UNIT_MONTH]   = { 30.437,   1,    ATLAS_TIME_UNIT_YEAR },
  [ATLAS_TIME_UNIT_QUARTER] = { 91.31,    3,    ATLAS_TIME_UNIT_YEAR },
  [ATLAS_TIME_UNIT_YEAR]    = { 365.2425, 12,   ATLAS_TIME_UNIT_DECADE },
  [ATLAS_TIME_UNIT_DECADE]  = { 3652.425, 120,  ATLAS_TIME_UNIT_CENTURY },
  [ATLAS_TIME_UNIT_CENTURY] = { 36524.25, 1200, ATLAS_TIME_UNIT_CENTURY },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (units) == ATLAS_N_TIME_UNITS);

AtlasTimeUnit
atlas_time_brush_get_unit (double px_per_day)
{
  for (guint unit = 0; unit < ATLAS_N_TIME_UNITS; unit++)
    if (units[unit].days * px_per_day >= MIN_UNIT_PX)
      return (AtlasTimeUnit) unit;

  return ATLAS_TIME_UNIT_CENTURY;
}

AtlasTimeUnit
atlas_time_brush_get_leap (AtlasTimeUnit unit)
{
  g_return_val_if_fail ((guint) unit < ATLAS_N_TIME_UNITS, ATLAS_TIME_UNIT_YEAR);

  return units[unit].leap;
}

int
atlas_time_brush_snap (AtlasTimeUnit unit,
                       double        day)
{
  AtlasTimeSpan span;

  g_return_val_if_fail ((guint) unit < ATLAS_N_TIME_UNITS, 0);

  span = atlas_time_unit_around (unit, (int) CLAMP (floor (day), G_MININT + 1.0, G_MAXINT - 1.0));

  return day - span.begin < span.end - day ? span.begin : span.end;
}

/* Where an edge may be: in whole units, a little farther out than the bounds. A window that is there already may stay. */
static AtlasTimeSpan
get_limits (AtlasTimeSpan bounds,
            AtlasTimeSpan window,
            AtlasTimeUnit unit)
{
  return ATLAS_TIME_SPAN_INIT (MIN (atlas_time_unit_around (unit, bounds.begin).begin, window.begin),
                               MAX (atlas_time_unit_around (unit, bounds.end - 1).end, window.end));
}

AtlasTimeSpan
atlas_time_brush_close (AtlasTimeSpan window,
                        AtlasTimeSpan bounds)
{
  if (window.begin == G_MININT)
    window.begin = MIN (bounds.begin, window.end - 1);
  if (window.end == G_MAXINT)
    window.end = MAX (bounds.end, window.begin + 1);

  return window;
}

AtlasTimeSpan
atlas_time_brush_draw (AtlasTimeUnit unit,
                       double        from,
                       double        to,
                       AtlasTimeSpan bounds)
{
  AtlasTimeSpan limits = get_limits (bounds, bounds, unit);
  AtlasTimeSpan window;

  from = CLAMP (from, limits.begin, limits.end);
  to = CLAMP (to, limits.begin, limits.end);
  window = ATLAS_TIME_SPAN_INIT (atlas_time_brush_snap (unit, MIN (from, to)), atlas_time_brush_snap (unit, MAX (from, to)));
  if (atlas_time_span_is_empty (window))
    window = atlas_time_unit_around (unit, (int) CLAMP (floor (from), limits.begin, limits.end - 1.0));

  return window;
}

static AtlasTimeSpan
put_edge (AtlasTimeSpan      window,
          AtlasTimeBrushPart part,
          AtlasTimeUnit      unit,
          int                day,
          AtlasTimeSpan      limits)
{
  if (part == ATLAS_TIME_BRUSH_BEGIN)
    window.begin = CLAMP (day, limits.begin, atlas_time_unit_around (unit, window.end - 1).begin);
  else
    window.end = CLAMP (day, atlas_time_unit_around (unit, window.begin).end, limits.end);

  return window;
}

/* A day so many units later; in a shorter month its last day. */
static int
shift_day (int           day,
           AtlasTimeUnit unit,
           int           count)
{
  gint64 months;
  int    year, month, day_of_month;

  if (unit == ATLAS_TIME_UNIT_DAY)
    return (int) CLAMP ((gint64) day + count, G_MININT + 1, G_MAXINT - 1);

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  months = (gint64) year * MONTHS_IN_YEAR + month - 1 + (gint64) count * units[unit].months;
  month = (int) (((months % MONTHS_IN_YEAR) + MONTHS_IN_YEAR) % MONTHS_IN_YEAR) + 1;
  year = (int) ((months - (month - 1)) / MONTHS_IN_YEAR);

  return atlas_day_from_ymd (year, month, MIN (day_of_month, atlas_days_in_month (year, month)));
}

static AtlasTimeSpan
shift (AtlasTimeSpan window,
       AtlasTimeUnit unit,
       int           count)
{
  AtlasTimeSpan shifted = ATLAS_TIME_SPAN_INIT (shift_day (window.begin, unit, count), shift_day (window.end, unit, count));

  /* Two days of one long month may be one of a shorter. */
  if (atlas_time_span_is_empty (shifted))
    shifted.end = shifted.begin + 1;

  return shifted;
}

/* As far as the limits let it. */
static AtlasTimeSpan
move (AtlasTimeSpan window,
      AtlasTimeUnit unit,
      int           count,
      AtlasTimeSpan limits)
{
  while (count != 0)
    {
      AtlasTimeSpan moved = shift (window, unit, count);

      if (moved.begin >= limits.begin && moved.end <= limits.end)
        return moved;

      count += count > 0 ? -1 : 1;
    }

  return window;
}

/* The most units that lie between two days. */
static int
count_units (AtlasTimeUnit unit,
             double        days)
{
  return (int) CLAMP (round (days / units[unit].days), -1e6, 1e6);
}

AtlasTimeSpan
atlas_time_brush_drag (AtlasTimeSpan      window,
                       AtlasTimeBrushPart part,
                       AtlasTimeUnit      unit,
                       double             days,
                       AtlasTimeSpan      bounds)
{
  AtlasTimeSpan limits;

  g_return_val_if_fail ((guint) part < ATLAS_N_TIME_BRUSH_PARTS && (guint) unit < ATLAS_N_TIME_UNITS, window);

  window = atlas_time_brush_close (window, bounds);
  limits = get_limits (bounds, window, unit);
  if (part == ATLAS_TIME_BRUSH_WHOLE)
    {
      days = CLAMP (days, limits.begin - (double) window.begin, limits.end - (double) window.end);
      return move (window, unit, count_units (unit, days), limits);
    }

  days += part == ATLAS_TIME_BRUSH_BEGIN ? window.begin : window.end;

  return put_edge (window, part, unit, atlas_time_brush_snap (unit, CLAMP (days, limits.begin, limits.end)), limits);
}

AtlasTimeSpan
atlas_time_brush_step (AtlasTimeSpan      window,
                       AtlasTimeBrushPart part,
                       AtlasTimeUnit      unit,
                       int                count,
                       AtlasTimeSpan      bounds)
{
  AtlasTimeSpan limits, around;
  int           edge;

  g_return_val_if_fail ((guint) part < ATLAS_N_TIME_BRUSH_PARTS && (guint) unit < ATLAS_N_TIME_UNITS, window);

  window = atlas_time_brush_close (window, bounds);
  limits = get_limits (bounds, window, unit);
  if (part == ATLAS_TIME_BRUSH_WHOLE)
    return move (window, unit, count, limits);

  edge = part == ATLAS_TIME_BRUSH_BEGIN ? window.begin : window.end;
  around = atlas_time_unit_around (unit, edge);
  if (edge != around.begin && count < 0)
    count++; /* the unit's own begin is the first on the way */

  return put_edge (window, part, unit, atlas_time_unit_step (unit, edge, count).begin, limits);
}

AtlasTimeSpan
atlas_time_brush_go_to_end (AtlasTimeSpan      window,
                            AtlasTimeBrushPart part,
                            AtlasTimeUnit      unit,
                            int                direction,
                            AtlasTimeSpan      bounds)
{
  AtlasTimeSpan limits;

  g_return_val_if_fail ((guint) part < ATLAS_N_TIME_BRUSH_PARTS && (guint) unit < ATLAS_N_TIME_UNITS, window);

  window = atlas_time_brush_close (window, bounds);
  limits = get_limits (bounds, window, unit);
  if (part == ATLAS_TIME_BRUSH_WHOLE)
    return move (window, unit, direction < 0 ? count_units (unit, limits.begin - (double) window.begin) - 1 : count_units (unit, limits.end - (double) window.end) + 1, limits);

  return put_edge (window, part, unit, direction < 0 ? limits.begin : limits.end, limits);
}
