// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-time-scale.h"

#include "atlas-edtf.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define MAX_TICKS 4096
#define MAX_SNAP 160.0 /* px */

typedef enum
{
  LABEL_WEEKDAY,    /* Sun 28 */
  LABEL_DAY,        /* 28 */
  LABEL_LONG_MONTH, /* September */
  LABEL_MONTH,      /* Sep */
  LABEL_YEAR,       /* 2006 */
} Label;

/* A step: ticks every @count units from the first of each major one, with room for @digits of text between them. */
typedef struct
{
  AtlasTimeUnit unit;
  guint         count;
  Label         label;
  double        digits;
  AtlasTimeUnit major;       /* a tick that begins one of these is major, and says so instead */
  guint         major_count; /* years only: every how many */
  AtlasTimeUnit sub_unit;
  guint         sub_count; /* 0: no ticks between */
} Step;

/* Finest first; the first whose labels have room is taken. A new step is a row here. */
/* clang-format off */
static const Step steps[] = {
  { ATLAS_TIME_UNIT_DAY,     1, LABEL_WEEKDAY, 8.0, ATLAS_TIME_UNIT_MONTH,  1, ATLAS_TIME_UNIT_DAY,     0 },
  { ATLAS_TIME_UNIT_DAY,     1, LABEL_DAY,    4.0, ATLAS_TIME_UNIT_MONTH,   1, ATLAS_TIME_UNIT_DAY,     0 },
  { ATLAS_TIME_UNIT_DAY,     5, LABEL_DAY,    6.0, ATLAS_TIME_UNIT_MONTH,   1, ATLAS_TIME_UNIT_DAY,     1 },
  { ATLAS_TIME_UNIT_DAY,    10, LABEL_DAY,   10.0, ATLAS_TIME_UNIT_MONTH,   1, ATLAS_TIME_UNIT_DAY,     5 },
  { ATLAS_TIME_UNIT_MONTH,   1, LABEL_LONG_MONTH, 12.5, ATLAS_TIME_UNIT_YEAR, 1, ATLAS_TIME_UNIT_DAY,   10 },
  { ATLAS_TIME_UNIT_MONTH,   1, LABEL_MONTH,  6.0, ATLAS_TIME_UNIT_YEAR,    1, ATLAS_TIME_UNIT_DAY,    10 },
  { ATLAS_TIME_UNIT_MONTH,   3, LABEL_MONTH,  7.0, ATLAS_TIME_UNIT_YEAR,    1, ATLAS_TIME_UNIT_MONTH,   1 },
  { ATLAS_TIME_UNIT_MONTH,   6, LABEL_MONTH,  7.0, ATLAS_TIME_UNIT_YEAR,    1, ATLAS_TIME_UNIT_MONTH,   1 },
  { ATLAS_TIME_UNIT_YEAR,    1, LABEL_YEAR,   6.5, ATLAS_TIME_UNIT_YEAR,   10, ATLAS_TIME_UNIT_QUARTER, 1 },
  { ATLAS_TIME_UNIT_YEAR,    2, LABEL_YEAR,   6.5, ATLAS_TIME_UNIT_YEAR,   10, ATLAS_TIME_UNIT_YEAR,    1 },
  { ATLAS_TIME_UNIT_YEAR,    5, LABEL_YEAR,   6.5, ATLAS_TIME_UNIT_YEAR,   10, ATLAS_TIME_UNIT_YEAR,    1 },
  { ATLAS_TIME_UNIT_YEAR,   10, LABEL_YEAR,   6.5, ATLAS_TIME_UNIT_YEAR,  100, ATLAS_TIME_UNIT_YEAR,    5 },
  { ATLAS_TIME_UNIT_YEAR,   20, LABEL_YEAR,   6.5, ATLAS_TIME_UNIT_YEAR,  100, ATLAS_TIME_UNIT_YEAR,   10 },
  { ATLAS_TIME_UNIT_YEAR,   50, LABEL_YEAR,   6.5, ATLAS_TIME_UNIT_YEAR,  100, ATLAS_TIME_UNIT_YEAR,   10 },
  { ATLAS_TIME_UNIT_YEAR,  100, LABEL_YEAR,   6.5, ATLAS_TIME_UNIT_YEAR, 1000, ATLAS_TIME_UNIT_YEAR,   50 },
  { ATLAS_TIME_UNIT_YEAR,  500, LABEL_YEAR,   7.5, ATLAS_TIME_UNIT_YEAR, 1000, ATLAS_TIME_UNIT_YEAR,  100 },
  { ATLAS_TIME_UNIT_YEAR, 1000, LABEL_YEAR,   7.5, ATLAS_TIME_UNIT_YEAR, 10000, ATLAS_TIME_UNIT_YEAR, 500 },
};

static const double unit_days[ATLAS_N_TIME_UNITS] = {
  [ATLAS_TIME_UNIT_DAY] = 1.0, [ATLAS_TIME_UNIT_MONTH] = 30.44, [ATLAS_TIME_UNIT_QUARTER] = 91.31, [ATLAS_TIME_UNIT_YEAR] = 365.25,
  [ATLAS_TIME_UNIT_DECADE] = 3652.5, [ATLAS_TIME_UNIT_CENTURY] = 36525.0,
};

static const int unit_months[ATLAS_N_TIME_UNITS] = {
  [ATLAS_TIME_UNIT_MONTH] = 1, [ATLAS_TIME_UNIT_QUARTER] = 3, [ATLAS_TIME_UNIT_YEAR] = 12,
  [ATLAS_TIME_UNIT_DECADE] = 120, [ATLAS_TIME_UNIT_CENTURY] = 1200,
};

static const char *const months[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"), NC_ ("short month", "Apr"),
  NC_ ("short month", "May"), NC_ ("short month", "Jun"), NC_ ("short month", "Jul"), NC_ ("short month", "Aug"),
  NC_ ("short month", "Sep"), NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

/* As they stand alone; atlas_time_span_to_words() has the same. */
static const char *const long_months[] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"), NC_ ("month", "April"),
  NC_ ("month", "May"), NC_ ("month", "June"), NC_ ("month", "July"), NC_ ("month", "August"),
  NC_ ("month", "September"), NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const weekdays[] = {
  NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"), NC_ ("short weekday", "Wed"), NC_ ("short weekday", "Thu"),
  NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"), NC_ ("short weekday", "Sun"),
};
/* clang-format on */

AtlasTimeScale
atlas_time_scale_for_range (AtlasTimeSpan range,
                            double        width)
{
  AtlasTimeScale scale = { range.begin, MAX (width, 1.0) / MAX ((double) range.end - range.begin, 1.0) };

  return scale;
}

AtlasTimeSpan
atlas_time_scale_get_range (const AtlasTimeScale *self,
                            double                width)
{
  int begin = (int) lround (self->begin);
  int end = (int) lround (atlas_time_scale_get_day (self, width));

  return ATLAS_TIME_SPAN_INIT (begin, MAX (end, begin + 1));
}

AtlasTimeScale
atlas_time_scale_zoom (const AtlasTimeScale *self,
                       double                x,
                       double                factor)
{
  AtlasTimeScale scale = { 0.0, self->px_per_day * factor };

  scale.begin = atlas_time_scale_get_day (self, x) - x / scale.px_per_day;

  return scale;
}

AtlasTimeScale
atlas_time_scale_limit (const AtlasTimeScale *self,
                        AtlasTimeSpan         bounds,
                        double                width)
{
  double         least = width / (((double) bounds.end - bounds.begin) * (1.0 + 2.0 * ATLAS_TIME_SCALE_OVERSCROLL));
  double         factor = CLAMP (self->px_per_day, MIN (least, ATLAS_TIME_SCALE_MAX_PX_PER_DAY), ATLAS_TIME_SCALE_MAX_PX_PER_DAY) / self->px_per_day;
  AtlasTimeScale scale = atlas_time_scale_zoom (self, width / 2.0, factor);
  double         days = width / scale.px_per_day;
  double         spare = days * ATLAS_TIME_SCALE_OVERSCROLL;
  double         first = bounds.begin - spare;
  double         last = bounds.end + spare - days;

  /* More in view than there is: keep it in the middle. */
  scale.begin = first > last ? (first + last) / 2.0 : CLAMP (scale.begin, first, last);

  return scale;
}

AtlasTimeUnit
atlas_time_scale_get_snap (const AtlasTimeScale *self,
                           AtlasTimeUnit         step)
{
  while (step > ATLAS_TIME_UNIT_DAY && unit_days[step] * self->px_per_day > MAX_SNAP)
    step--;

  return step;
}

static const Step *
choose_step (double px_per_day,
             double text_width)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && unit_days[steps[i].unit] * steps[i].count * px_per_day < steps[i].digits * text_width)
    i++;

  return &steps[i];
}

/* The last tick of every @count @unit at or before @day; days are counted from the first of their month, and the 31st is none. */
static int
floor_tick (AtlasTimeUnit unit,
            int           count,
            int           day)
{
  int year, month, day_of_month;
  int months_since;

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  if (unit == ATLAS_TIME_UNIT_DAY)
    {
      int index = (day_of_month - 1) / count;

      if (count > 1)
        index = MIN (index, 30 / count - 1);

      return day - day_of_month + 1 + index * count;
    }

  count *= unit_months[unit];
  months_since = year * 12 + month - 1;
  months_since -= ((months_since % count) + count) % count;

  return atlas_day_from_ymd ((int) floor (months_since / 12.0), ((months_since % 12) + 12) % 12 + 1, 1);
}

static int
next_tick (AtlasTimeUnit unit,
           int           count,
           int           day)
{
  int year, month, day_of_month;

  if (unit == ATLAS_TIME_UNIT_DAY)
    {
      AtlasTimeSpan in_month = atlas_time_unit_around (ATLAS_TIME_UNIT_MONTH, day);
      int           next = day + count;

      /* No tick so near the end of a month that the next month's would stand on it. */
      return next >= in_month.end || (count > 1 && next - in_month.begin >= 30) ? in_month.end : next;
    }

  count *= unit_months[unit];
  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  month += count - 1;

  return atlas_day_from_ymd (year + month / 12, month % 12 + 1, 1);
}

static gboolean
is_major (const Step *step,
          int         day)
{
  return floor_tick (step->major, (int) step->major_count, day) == day;
}

/* Day 1 was a Monday. */
static const char *
get_weekday (int day)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "short weekday", weekdays[(((day - 1) % 7) + 7) % 7]);
}

/* By its number alone; before our era the words say so. */
static char *
create_year_label (int day)
{
  int year;

  atlas_day_to_ymd (day, &year, NULL, NULL);

  return year > 0 ? g_strdup_printf ("%d", year) : atlas_time_span_to_words (atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, day));
}

static char *
create_label (const Step *step,
              int         day,
              gboolean    major)
{
  gboolean is_day = step->label == LABEL_DAY || step->label == LABEL_WEEKDAY;
  int      month, day_of_month;

  atlas_day_to_ymd (day, NULL, &month, &day_of_month);
  if (is_day && major)
    return atlas_time_span_to_words (atlas_time_unit_around (ATLAS_TIME_UNIT_MONTH, day));
  if (major || step->label == LABEL_YEAR)
    return create_year_label (day);
  if (step->label == LABEL_LONG_MONTH)
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "month", long_months[month - 1]));
  if (step->label == LABEL_MONTH)
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "short month", months[month - 1]));
  if (step->label == LABEL_WEEKDAY)
    /* Translators: a day on the timeline's ruler: the weekday, and its number in the month. */
    return g_strdup_printf (C_ ("weekday and day", "%s %d"), get_weekday (day), day_of_month);

  return g_strdup_printf ("%d", day_of_month);
}

static void
clear_tick (gpointer data)
{
  AtlasTimeTick *tick = data;

  g_free (tick->label);
}

static void
append_subs (GArray     *ticks,
             const Step *step,
             int         begin,
             int         end)
{
  if (step->sub_count == 0)
    return;

  for (int day = next_tick (step->sub_unit, (int) step->sub_count, begin); day < end && ticks->len < MAX_TICKS;
       day = next_tick (step->sub_unit, (int) step->sub_count, day))
    {
      AtlasTimeTick tick = { day, ATLAS_TIME_TICK_SUB, NULL };

      g_array_append_val (ticks, tick);
    }
}

GArray *
atlas_time_scale_get_ticks (const AtlasTimeScale *self,
                            double                width,
                            double                text_width,
                            char                **sticky)
{
  GArray     *ticks = g_array_new (FALSE, FALSE, sizeof (AtlasTimeTick));
  const Step *step = choose_step (self->px_per_day, text_width);
  int         first = (int) floor (self->begin);
  double      last = atlas_time_scale_get_day (self, width);

  g_array_set_clear_func (ticks, clear_tick);

  for (int day = floor_tick (step->unit, (int) step->count, first); day <= last && ticks->len < MAX_TICKS;)
    {
      gboolean      major = is_major (step, day);
      AtlasTimeTick tick = { day, major ? ATLAS_TIME_TICK_MAJOR : ATLAS_TIME_TICK_MINOR, create_label (step, day, major) };
      int           next = next_tick (step->unit, (int) step->count, day);

      g_array_append_val (ticks, tick);
      append_subs (ticks, step, day, next);
      day = next;
    }

  if (sticky != NULL)
    *sticky = step->label == LABEL_YEAR ? NULL : create_label (step, floor_tick (step->major, 1, first), TRUE);

  return ticks;
}
