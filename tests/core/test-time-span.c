// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-time-span.h"

#define OPEN_BEGIN G_MININT
#define OPEN_END G_MAXINT

static const struct
{
  int year, month, day;
  int number;
} days[] = {
  { 1, 1, 1, 1 }, /* where GDate begins */
  { 0, 12, 31, 0 },
  { 0, 2, 29, -306 }, /* the year 0 is a leap year */
  { 0, 3, 1, -305 },
  { 0, 1, 1, -365 },
  { -1, 12, 31, -366 },
  { -43, 3, 15, -15997 },
  { 1970, 1, 1, 719163 },
  { 2000, 2, 29, 730179 },
  { 2006, 5, 28, 732459 },
};

static void
test_day_number (gconstpointer data)
{
  const typeof (days[0]) *c = data;
  int                     year, month, day;

  g_assert_cmpint (atlas_day_from_ymd (c->year, c->month, c->day), ==, c->number);
  atlas_day_to_ymd (c->number, &year, &month, &day);
  g_assert_cmpint (year, ==, c->year);
  g_assert_cmpint (month, ==, c->month);
  g_assert_cmpint (day, ==, c->day);
}

/* 800 years of days around the year 0, each one after the one before; and the same as GDate where that counts. */
static void
test_day_walk (void)
{
  int number = atlas_day_from_ymd (-400, 1, 1);

  for (int year = -400; year < 2400; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= atlas_days_in_month (year, month); day++, number++)
        {
          int y, m, d;

          g_assert_cmpint (atlas_day_from_ymd (year, month, day), ==, number);
          atlas_day_to_ymd (number, &y, &m, &d);
          g_assert_cmpint (y, ==, year);
          g_assert_cmpint (m, ==, month);
          g_assert_cmpint (d, ==, day);

          if (year > 0 && day == 28)
            {
              GDate date;

              g_date_clear (&date, 1);
              g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
              g_assert_cmpuint (g_date_get_julian (&date), ==, (guint) number);
              g_assert_cmpint (g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year), ==, atlas_days_in_month (year, month));
            }
        }
}

static void
test_day_far (void)
{
  int year;

  g_assert_cmpint (atlas_day_from_ymd (G_MAXINT, 12, 31), ==, G_MAXINT - 1);
  g_assert_cmpint (atlas_day_from_ymd (G_MININT, 1, 1), ==, G_MININT + 1);
  atlas_day_to_ymd (G_MAXINT, &year, NULL, NULL);
  g_assert_cmpint (year, ==, 5879611);
  atlas_day_to_ymd (G_MININT, &year, NULL, NULL);
  g_assert_cmpint (year, ==, -5879610);
}

static void
test_day_today (void)
{
  int today = atlas_day_today ();

  g_assert_cmpint (today, >, atlas_day_from_ymd (2026, 1, 1));
  g_assert_cmpint (today, <, atlas_day_from_ymd (9999, 1, 1));
}

static const struct
{
  AtlasTimeSpan     a, b;
  AtlasTimeRelation relation;
} relations[] = {
  { { 1, 3 }, { 5, 9 }, ATLAS_TIME_BEFORE },
  { { 1, 5 }, { 5, 9 }, ATLAS_TIME_MEETS },
  { { 1, 6 }, { 5, 9 }, ATLAS_TIME_OVERLAPS },
  { { 6, 12 }, { 5, 9 }, ATLAS_TIME_OVERLAPS },
  { { 6, 8 }, { 5, 9 }, ATLAS_TIME_WITHIN },
  { { 5, 8 }, { 5, 9 }, ATLAS_TIME_WITHIN },
  { { 6, 9 }, { 5, 9 }, ATLAS_TIME_WITHIN },
  { { 5, 9 }, { 5, 9 }, ATLAS_TIME_EQUAL },
  { { 4, 9 }, { 5, 9 }, ATLAS_TIME_CONTAINS },
  { { 5, 10 }, { 5, 9 }, ATLAS_TIME_CONTAINS },
  { { 9, 12 }, { 5, 9 }, ATLAS_TIME_MET_BY },
  { { 10, 12 }, { 5, 9 }, ATLAS_TIME_AFTER },
  { { OPEN_BEGIN, OPEN_END }, { 5, 9 }, ATLAS_TIME_CONTAINS },
  { { OPEN_BEGIN, 5 }, { 5, OPEN_END }, ATLAS_TIME_MEETS },
  { { OPEN_BEGIN, OPEN_END }, { OPEN_BEGIN, OPEN_END }, ATLAS_TIME_EQUAL },
  { { 5, OPEN_END }, { 3, OPEN_END }, ATLAS_TIME_WITHIN },
};

static void
test_relate (gconstpointer data)
{
  const typeof (relations[0])   *c = data;
  static const AtlasTimeRelation inverse[] = {
    [ATLAS_TIME_BEFORE] = ATLAS_TIME_AFTER,
    [ATLAS_TIME_MEETS] = ATLAS_TIME_MET_BY,
    [ATLAS_TIME_OVERLAPS] = ATLAS_TIME_OVERLAPS,
    [ATLAS_TIME_WITHIN] = ATLAS_TIME_CONTAINS,
    [ATLAS_TIME_EQUAL] = ATLAS_TIME_EQUAL,
    [ATLAS_TIME_CONTAINS] = ATLAS_TIME_WITHIN,
    [ATLAS_TIME_MET_BY] = ATLAS_TIME_MEETS,
    [ATLAS_TIME_AFTER] = ATLAS_TIME_BEFORE,
  };

  g_assert_cmpint (atlas_time_span_relate (c->a, c->b), ==, c->relation);
  g_assert_cmpint (atlas_time_span_relate (c->b, c->a), ==, inverse[c->relation]);
}

typedef struct
{
  int year, month, day;
} Ymd;

static const struct
{
  AtlasTimeUnit unit;
  Ymd           day;
  int           count;
  Ymd           begin, end;
} units[] = {
  { ATLAS_TIME_UNIT_DAY, { 1991, 10, 18 }, 0, { 1991, 10, 18 }, { 1991, 10, 19 } },
  { ATLAS_TIME_UNIT_DAY, { 2024, 2, 28 }, 1, { 2024, 2, 29 }, { 2024, 3, 1 } },
  { ATLAS_TIME_UNIT_MONTH, { 1991, 10, 18 }, 0, { 1991, 10, 1 }, { 1991, 11, 1 } },
  { ATLAS_TIME_UNIT_MONTH, { 1991, 12, 31 }, 0, { 1991, 12, 1 }, { 1992, 1, 1 } },
  { ATLAS_TIME_UNIT_MONTH, { 2024, 1, 31 }, 1, { 2024, 2, 1 }, { 2024, 3, 1 } },
  { ATLAS_TIME_UNIT_MONTH, { 2024, 1, 31 }, -1, { 2023, 12, 1 }, { 2024, 1, 1 } },
  { ATLAS_TIME_UNIT_QUARTER, { 2024, 5, 31 }, 0, { 2024, 4, 1 }, { 2024, 7, 1 } },
  { ATLAS_TIME_UNIT_QUARTER, { 2024, 5, 31 }, -2, { 2023, 10, 1 }, { 2024, 1, 1 } },
  { ATLAS_TIME_UNIT_YEAR, { 2024, 2, 29 }, 1, { 2025, 1, 1 }, { 2026, 1, 1 } },
  { ATLAS_TIME_UNIT_YEAR, { 1, 6, 1 }, -1, { 0, 1, 1 }, { 1, 1, 1 } },
  { ATLAS_TIME_UNIT_DECADE, { 1999, 6, 1 }, 0, { 1990, 1, 1 }, { 2000, 1, 1 } },
  { ATLAS_TIME_UNIT_DECADE, { -5, 6, 1 }, 0, { -10, 1, 1 }, { 0, 1, 1 } },
  { ATLAS_TIME_UNIT_CENTURY, { 1991, 6, 1 }, 0, { 1900, 1, 1 }, { 2000, 1, 1 } },
  { ATLAS_TIME_UNIT_CENTURY, { 1991, 6, 1 }, 1, { 2000, 1, 1 }, { 2100, 1, 1 } },
};

static void
test_unit (gconstpointer data)
{
  const typeof (units[0]) *c = data;
  AtlasTimeSpan            span = atlas_time_unit_step (c->unit, atlas_day_from_ymd (c->day.year, c->day.month, c->day.day), c->count);
  AtlasTimeUnit            unit;

  g_assert_cmpint (span.begin, ==, atlas_day_from_ymd (c->begin.year, c->begin.month, c->begin.day));
  g_assert_cmpint (span.end, ==, atlas_day_from_ymd (c->end.year, c->end.month, c->end.day));
  g_assert_true (atlas_time_span_get_unit (span, &unit));
  g_assert_cmpint (unit, ==, c->unit);
}

static void
test_unit_none (void)
{
  AtlasTimeUnit unit = ATLAS_N_TIME_UNITS;

  g_assert_false (atlas_time_span_get_unit (ATLAS_TIME_SPAN_ALL, &unit));
  g_assert_false (atlas_time_span_get_unit (ATLAS_TIME_SPAN_NONE, &unit));
  g_assert_false (atlas_time_span_get_unit (ATLAS_TIME_SPAN_INIT (5, 7), &unit));
  g_assert_cmpint (unit, ==, ATLAS_N_TIME_UNITS);
}

/* At the ends of the calendar, and from an open side, a step stays inside and holds a day. */
static void
test_unit_far (void)
{
  const int from[] = { G_MININT, G_MININT + 1, 0, G_MAXINT - 1, G_MAXINT };
  const int counts[] = { G_MININT, -1, 0, 1, G_MAXINT };

  for (guint u = 0; u < ATLAS_N_TIME_UNITS; u++)
    for (guint i = 0; i < G_N_ELEMENTS (from); i++)
      for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
        {
          AtlasTimeSpan span = atlas_time_unit_step ((AtlasTimeUnit) u, from[i], counts[j]);

          g_assert_cmpint (span.begin, <, span.end);
          g_assert_cmpint (span.begin, >, G_MININT);
          g_assert_cmpint (span.end, <, G_MAXINT);
        }
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  AtlasTimeSpan  span = { 3, 4 };
  AtlasTimeSpan *held = NULL;

  g_value_init (&value, ATLAS_TYPE_TIME_SPAN);
  g_value_set_boxed (&value, &span);
  held = g_value_get_boxed (&value);
  g_assert_true (held != &span && atlas_time_span_equal (*held, span));
}

#define ADD_CASES(name, cases, function)                                     \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                           \
    {                                                                        \
      g_autofree char *path = g_strdup_printf ("/time-span/" name "/%u", i); \
                                                                             \
      g_test_add_data_func (path, &cases[i], function);                      \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("day", days, test_day_number)
  ADD_CASES ("relate", relations, test_relate)
  ADD_CASES ("unit", units, test_unit)
  g_test_add_func ("/time-span/day/walk", test_day_walk);
  g_test_add_func ("/time-span/day/far", test_day_far);
  g_test_add_func ("/time-span/day/today", test_day_today);
  g_test_add_func ("/time-span/unit/none", test_unit_none);
  g_test_add_func ("/time-span/unit/far", test_unit_far);
  g_test_add_func ("/time-span/boxed", test_boxed);

  return g_test_run ();
}
