// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-time-span.h"

/* The days there are: the two ints beyond them mean "open". */
#define FIRST_DAY (G_MININT + 1)
#define LAST_DAY (G_MAXINT - 1)

#define DAYS_IN_400_YEARS 146097
#define MONTHS_IN_YEAR 12

static const gint64 unit_months[] = {
  [ATLAS_TIME_UNIT_DAY] = 0,
  [ATLAS_TIME_UNIT_MONTH] = 1,
  [ATLAS_TIME_UNIT_QUARTER] = 3,
  [ATLAS_TIME_UNIT_YEAR] = MONTHS_IN_YEAR,
  [ATLAS_TIME_UNIT_DECADE] = 10 * MONTHS_IN_YEAR,
  [ATLAS_TIME_UNIT_CENTURY] = 100 * MONTHS_IN_YEAR,
};

G_STATIC_ASSERT (G_N_ELEMENTS (unit_months) == ATLAS_N_TIME_UNITS);

static AtlasTimeSpan *
atlas_time_span_copy (const AtlasTimeSpan *self)
{
  return g_memdup2 (self, sizeof *self);
}

G_DEFINE_BOXED_TYPE (AtlasTimeSpan, atlas_time_span, atlas_time_span_copy, g_free)

static gint64
floor_divide (gint64 a,
              gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

/* Counts years from March, so that the leap day is the last of its year; after Howard Hinnant's days_from_civil. */
static gint64
day_from_civil (gint64 year,
                gint64 month,
                gint64 day)
{
  gint64 march_year = month <= 2 ? year - 1 : year;
  gint64 era = floor_divide (march_year, 400);
  gint64 year_of_era = march_year - era * 400;
  gint64 day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_IN_400_YEARS + day_of_era - 305; /* 0000-03-01 is day -305 */
}

/* @month counts from January of the year 0. */
static gint64
first_day_of_month (gint64 month)
{
  gint64 year = floor_divide (month, MONTHS_IN_YEAR);

  return day_from_civil (year, month - year * MONTHS_IN_YEAR + 1, 1);
}

static int
clamp_day (gint64 day)
{
  return (int) CLAMP (day, FIRST_DAY, LAST_DAY);
}

/* Days as far as there are any, and at least one: a unit beyond the ends is the outermost day. */
static AtlasTimeSpan
clamp_span (gint64 begin,
            gint64 end)
{
  int first = (int) CLAMP (begin, FIRST_DAY, LAST_DAY - 1);

  return ATLAS_TIME_SPAN_INIT (first, MAX (clamp_day (end), first + 1));
}

/**
 * atlas_time_span_relate:
 * @a: days
 * @b: days
 *
 * Says how @a lies to @b. Neither may be empty.
 *
 * Returns: the one relation that holds
 */
AtlasTimeRelation
atlas_time_span_relate (AtlasTimeSpan a,
                        AtlasTimeSpan b)
{
  const struct
  {
    gboolean          holds;
    AtlasTimeRelation relation;
  } rules[] = {
    { a.end < b.begin, ATLAS_TIME_BEFORE },
    { a.end == b.begin, ATLAS_TIME_MEETS },
    { a.begin > b.end, ATLAS_TIME_AFTER },
    { a.begin == b.end, ATLAS_TIME_MET_BY },
    { atlas_time_span_equal (a, b), ATLAS_TIME_EQUAL },
    { a.begin >= b.begin && a.end <= b.end, ATLAS_TIME_WITHIN },
    { a.begin <= b.begin && a.end >= b.end, ATLAS_TIME_CONTAINS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].holds)
      return rules[i].relation;

  return ATLAS_TIME_OVERLAPS;
}

/**
 * atlas_day_from_ymd:
 * @year: a year; 0 is 1 BCE
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Numbers a day. A day the month does not have is counted on into the next month; a day too far from our time to be
 * numbered becomes the farthest that can be.
 *
 * Returns: the day's number
 */
int
atlas_day_from_ymd (int year,
                    int month,
                    int day)
{
  g_return_val_if_fail (1 <= month && month <= MONTHS_IN_YEAR, 0);
  g_return_val_if_fail (1 <= day && day <= 31, 0);

  return clamp_day (day_from_civil (year, month, day));
}

/**
 * atlas_day_to_ymd:
 * @day: a day's number
 * @year: (out) (optional): its year; 0 is 1 BCE
 * @month: (out) (optional): 1 to 12
 * @day_of_month: (out) (optional): 1 to 31
 *
 * Says which day of the proleptic Gregorian calendar a number is.
 */
void
atlas_day_to_ymd (int  day,
                  int *year,
                  int *month,
                  int *day_of_month)
{
  gint64 from_march = (gint64) day + 305;
  gint64 era = floor_divide (from_march, DAYS_IN_400_YEARS);
  gint64 day_of_era = from_march - era * DAYS_IN_400_YEARS;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 march_month = (5 * day_of_year + 2) / 153;
  gint64 civil_month = march_month < 10 ? march_month + 3 : march_month - 9;

  if (year != NULL)
    *year = (int) (era * 400 + year_of_era + (civil_month <= 2 ? 1 : 0));
  if (month != NULL)
    *month = (int) civil_month;
  if (day_of_month != NULL)
    *day_of_month = (int) (day_of_year - (153 * march_month + 2) / 5 + 1);
}

/**
 * atlas_days_in_month:
 * @year: a year; 0 is 1 BCE
 * @month: 1 to 12
 *
 * Counts the days of a month.
 *
 * Returns: 28 to 31
 */
int
atlas_days_in_month (int year,
                     int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean            leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  g_return_val_if_fail (1 <= month && month <= MONTHS_IN_YEAR, 30);

  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/**
 * atlas_day_today:
 *
 * Reads the clock.
 *
 * Returns: the number of today's day in local time
 */
int
atlas_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);

  return atlas_day_from_ymd (year, month, day);
}

/**
 * atlas_time_unit_around:
 * @unit: a calendar unit
 * @day: a day
 *
 * Finds the unit that holds a day. Decades begin with years that end in 0, centuries with years that end in 00.
 *
 * Returns: its days; never empty, never open
 */
AtlasTimeSpan
atlas_time_unit_around (AtlasTimeUnit unit,
                        int           day)
{
  return atlas_time_unit_step (unit, day, 0);
}

/**
 * atlas_time_unit_step:
 * @unit: a calendar unit
 * @day: a day
 * @count: how many units to go; negative to go back
 *
 * Finds the unit that lies @count units after the one that holds a day. At the ends of the calendar it stays inside.
 *
 * Returns: its days; never empty, never open
 */
AtlasTimeSpan
atlas_time_unit_step (AtlasTimeUnit unit,
                      int           day,
                      int           count)
{
  int    year, month;
  gint64 months, first;

  g_return_val_if_fail ((guint) unit < ATLAS_N_TIME_UNITS, ATLAS_TIME_SPAN_NONE);

  if (unit == ATLAS_TIME_UNIT_DAY)
    return clamp_span ((gint64) day + count, (gint64) day + count + 1);

  months = unit_months[unit];
  atlas_day_to_ymd (day, &year, &month, NULL);
  first = (floor_divide ((gint64) year * MONTHS_IN_YEAR + month - 1, months) + count) * months;

  return clamp_span (first_day_of_month (first), first_day_of_month (first + months));
}

/**
 * atlas_time_span_get_unit:
 * @span: days
 * @unit: (out): the unit; touched only on success
 *
 * Finds the coarsest calendar unit of which @span is exactly one.
 *
 * Returns: whether there is such a unit
 */
gboolean
atlas_time_span_get_unit (AtlasTimeSpan  span,
                          AtlasTimeUnit *unit)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  for (int i = ATLAS_N_TIME_UNITS - 1; i >= 0; i--)
    if (atlas_time_span_equal (atlas_time_unit_around ((AtlasTimeUnit) i, span.begin), span))
      {
        *unit = (AtlasTimeUnit) i;
        return TRUE;
      }

  return FALSE;
}
