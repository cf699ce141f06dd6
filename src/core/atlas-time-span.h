// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasTimeSpan:
 * @begin: the first day inside
 * @end: the first day after it
 *
 * A half-open run of days `[begin, end)`.
 *
 * Days are numbered in the proleptic Gregorian calendar as GDate counts them (1 = 0001-01-01), but may be
 * zero or negative for years before 1. Two ints: pass it by value, never allocate it. An open side is
 * %G_MININT or %G_MAXINT.
 */
typedef struct
{
  int begin;
  int end;
} AtlasTimeSpan;

/**
 * AtlasTimeRelation:
 * @ATLAS_TIME_BEFORE: a ends before b begins, with at least a day between
 * @ATLAS_TIME_MEETS: a ends where b begins
 * @ATLAS_TIME_OVERLAPS: they share days and neither holds the other
 * @ATLAS_TIME_WITHIN: a lies inside b
 * @ATLAS_TIME_EQUAL: the same days
 * @ATLAS_TIME_CONTAINS: b lies inside a
 * @ATLAS_TIME_MET_BY: a begins where b ends
 * @ATLAS_TIME_AFTER: a begins after b has ended, with at least a day between
 *
 * How span a lies to span b: Allen's thirteen relations, with his starts/during/finishes as one.
 */
typedef enum
{
  ATLAS_TIME_BEFORE,
  ATLAS_TIME_MEETS,
  ATLAS_TIME_OVERLAPS,
  ATLAS_TIME_WITHIN,
  ATLAS_TIME_EQUAL,
  ATLAS_TIME_CONTAINS,
  ATLAS_TIME_MET_BY,
  ATLAS_TIME_AFTER,
} AtlasTimeRelation;

/**
 * AtlasTimeUnit:
 *
 * A calendar unit, from the finest to the coarsest. Also the step of the clock.
 */
typedef enum
{
  ATLAS_TIME_UNIT_DAY,
  ATLAS_TIME_UNIT_MONTH,
  ATLAS_TIME_UNIT_QUARTER,
  ATLAS_TIME_UNIT_YEAR,
  ATLAS_TIME_UNIT_DECADE,
  ATLAS_TIME_UNIT_CENTURY,
  ATLAS_N_TIME_UNITS
} AtlasTimeUnit;

#define ATLAS_TIME_SPAN_INIT(begin_, end_) ((AtlasTimeSpan){ (begin_), (end_) })
#define ATLAS_TIME_SPAN_ALL ATLAS_TIME_SPAN_INIT (G_MININT, G_MAXINT)
#define ATLAS_TIME_SPAN_NONE ATLAS_TIME_SPAN_INIT (0, 0) /* empty: "no clock", "no window" */

static inline gboolean
atlas_time_span_is_empty (AtlasTimeSpan span)
{
  return span.begin >= span.end;
}

static inline gboolean
atlas_time_span_equal (AtlasTimeSpan a,
                       AtlasTimeSpan b)
{
  return a.begin == b.begin && a.end == b.end;
}

static inline gboolean
atlas_time_span_contains_day (AtlasTimeSpan span,
                              int           day)
{
  return span.begin <= day && day < span.end;
}

static inline gboolean
atlas_time_span_overlaps (AtlasTimeSpan a,
                          AtlasTimeSpan b)
{
  return a.begin < b.end && b.begin < a.end;
}

static inline AtlasTimeSpan
atlas_time_span_intersect (AtlasTimeSpan a,
                           AtlasTimeSpan b)
{
  return ATLAS_TIME_SPAN_INIT (MAX (a.begin, b.begin), MIN (a.end, b.end));
}

#define ATLAS_TYPE_TIME_SPAN (atlas_time_span_get_type ()) /* boxed, only for properties */
GType             atlas_time_span_get_type    (void) G_GNUC_CONST;
AtlasTimeRelation atlas_time_span_relate      (AtlasTimeSpan a,
                                               AtlasTimeSpan b);

/* The calendar: year 0 is 1 BCE; month 1..12; day of month 1..31. */
int               atlas_day_from_ymd          (int           year,
                                               int           month,
                                               int           day);
void              atlas_day_to_ymd            (int           day,
                                               int          *year,
                                               int          *month,
                                               int          *day_of_month);
int               atlas_days_in_month         (int           year,
                                               int           month);
int               atlas_day_today             (void); /* local time */

/* The unit that holds @day, and the unit @count units later (or earlier); (1991-10-18, MONTH) → [1991-10-01, 1991-11-01). */
AtlasTimeSpan     atlas_time_unit_around      (AtlasTimeUnit unit,
                                               int           day);
AtlasTimeSpan     atlas_time_unit_step        (AtlasTimeUnit unit,
                                               int           day,
                                               int           count);
/* The coarsest unit of which @span is exactly one; FALSE when it is none. */
gboolean          atlas_time_span_get_unit    (AtlasTimeSpan  span,
                                               AtlasTimeUnit *unit);

G_END_DECLS
