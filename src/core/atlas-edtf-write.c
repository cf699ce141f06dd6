// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-edtf.h"

/* Years that have months and days in EDTF; others are written with Y and have none. */
#define LAST_SHORT_YEAR 9999

static gboolean
is_short_year (int year)
{
  return -LAST_SHORT_YEAR <= year && year <= LAST_SHORT_YEAR;
}

static char *
write_year (int year)
{
  if (!is_short_year (year))
    return g_strdup_printf ("Y%d", year);

  return g_strdup_printf ("%s%04d", year < 0 ? "-" : "", ABS (year));
}

/* The unit of @unit that holds @day: day, month, or anything coarser as a year. */
static char *
write_day (int           day,
           AtlasTimeUnit unit)
{
  int              year, month, day_of_month;
  g_autofree char *text = NULL;

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  text = write_year (year);

  if (unit >= ATLAS_TIME_UNIT_YEAR || !is_short_year (year))
    return g_steal_pointer (&text);

  if (unit == ATLAS_TIME_UNIT_MONTH)
    return g_strdup_printf ("%s-%02d", text, month);

  return g_strdup_printf ("%s-%02d-%02d", text, month, day_of_month);
}

/* 199X, 19XX; NULL for what has no such form. Before the year 0 the X would count the other way. */
static char *
write_masked (int           day,
              AtlasTimeUnit unit)
{
  int year;

  atlas_day_to_ymd (day, &year, NULL, NULL);

  if (year < 0 || year > LAST_SHORT_YEAR)
    return NULL;

  if (unit == ATLAS_TIME_UNIT_DECADE)
    return g_strdup_printf ("%03dX", year / 10);

  return unit == ATLAS_TIME_UNIT_CENTURY ? g_strdup_printf ("%02dXX", year / 100) : NULL;
}

/* The coarsest of year, month and day that begins, or ends, with @day. */
static AtlasTimeUnit
get_side_unit (int      day,
               gboolean last)
{
  const AtlasTimeUnit units[] = { ATLAS_TIME_UNIT_YEAR, ATLAS_TIME_UNIT_MONTH };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      AtlasTimeSpan span = atlas_time_unit_around (units[i], day);

      if (last ? span.end == day + 1 : span.begin == day)
        return units[i];
    }

  return ATLAS_TIME_UNIT_DAY;
}

static char *
write_interval (AtlasTimeSpan span)
{
  gboolean         has_begin = span.begin != G_MININT, has_end = span.end != G_MAXINT;
  int              last = has_end ? span.end - 1 : G_MAXINT;
  AtlasTimeUnit    begin_unit = get_side_unit (span.begin, FALSE);
  AtlasTimeUnit    end_unit = has_end ? get_side_unit (last, TRUE) : ATLAS_TIME_UNIT_YEAR;
  g_autofree char *begin_text = NULL;
  g_autofree char *end_text = NULL;

  /* 2006/2006-05 would be shorter, and nobody would read it as January to May. */
  if (has_begin && has_end && atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, span.begin).begin == atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, last).begin)
    begin_unit = end_unit = MIN (begin_unit, end_unit);

  begin_text = has_begin ? write_day (span.begin, begin_unit) : g_strdup ("..");
  end_text = has_end ? write_day (last, end_unit) : g_strdup ("..");

  return g_strconcat (begin_text, "/", end_text, NULL);
}

/**
 * atlas_time_span_to_edtf:
 * @span: days
 *
 * Writes days as the shortest level-1 expression that means exactly them.
 *
 * Two sides in one year are given equally finely (`2006-01/2006-05`), and a season is never written, because readers do
 * not agree on its days. Beyond the years ±9999 EDTF has years only, so there the expression means whole years.
 *
 * Returns: (transfer full): the expression; "" for no days
 */
char *
atlas_time_span_to_edtf (AtlasTimeSpan span)
{
  AtlasTimeUnit unit;

  if (atlas_time_span_is_empty (span))
    return g_strdup ("");

  if (atlas_time_span_get_unit (span, &unit))
    {
      g_autofree char *masked = write_masked (span.begin, unit);

      if (masked != NULL)
        return g_steal_pointer (&masked);

      if (unit == ATLAS_TIME_UNIT_DAY || unit == ATLAS_TIME_UNIT_MONTH || unit == ATLAS_TIME_UNIT_YEAR)
        return write_day (span.begin, unit);
    }

  return write_interval (span);
}
