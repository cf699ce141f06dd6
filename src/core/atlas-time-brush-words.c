// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-time-brush.h"

#include "atlas-edtf.h"

#include <glib/gi18n-lib.h>

static const char *const months[] = {
  NC_ ("short month", "Jan"),
  NC_ ("short month", "Feb"),
  NC_ ("short month", "Mar"),
  NC_ ("short month", "Apr"),
  NC_ ("short month", "May"),
  NC_ ("short month", "Jun"),
  NC_ ("short month", "Jul"),
  NC_ ("short month", "Aug"),
  NC_ ("short month", "Sep"),
  NC_ ("short month", "Oct"),
  NC_ ("short month", "Nov"),
  NC_ ("short month", "Dec"),
};

char *
atlas_time_brush_to_words (AtlasTimeSpan      window,
                           AtlasTimeBrushPart part,
                           AtlasTimeUnit      unit)
{
  static const AtlasTimeUnit said[] = { ATLAS_TIME_UNIT_YEAR, ATLAS_TIME_UNIT_MONTH };

  g_return_val_if_fail ((guint) part < ATLAS_N_TIME_BRUSH_PARTS, NULL);

  if (part == ATLAS_TIME_BRUSH_WHOLE)
    return atlas_time_span_to_words (window);
  if (part == ATLAS_TIME_BRUSH_BEGIN ? window.begin == G_MININT : window.end == G_MAXINT)
    /* Translators: an edge of a window of time that has none there. */
    return g_strdup (_ ("open"));

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      AtlasTimeSpan whole = atlas_time_unit_around (said[i], part == ATLAS_TIME_BRUSH_BEGIN ? window.begin : window.end - 1);

      if (said[i] <= unit && (part == ATLAS_TIME_BRUSH_BEGIN ? whole.begin == window.begin : whole.end == window.end))
        return atlas_time_span_to_words (whole);
    }

  return atlas_time_span_to_words (part == ATLAS_TIME_BRUSH_BEGIN ? ATLAS_TIME_SPAN_INIT (window.begin, window.begin + 1)
                                                                  : ATLAS_TIME_SPAN_INIT (window.end - 1, window.end));
}

static gboolean
is_whole (AtlasTimeUnit unit,
          AtlasTimeSpan window)
{
  return (window.begin == G_MININT || atlas_time_unit_around (unit, window.begin).begin == window.begin) &&
         (window.end == G_MAXINT || atlas_time_unit_around (unit, window.end - 1).end == window.end);
}

static char *
say_shortly (AtlasTimeUnit unit,
             int           day)
{
  int         year, month, day_of_month;
  const char *name = NULL;

  if (day == G_MININT || day == G_MAXINT - 1)
    return g_strdup ("…");

  atlas_day_to_ymd (day, &year, &month, &day_of_month);
  if (unit == ATLAS_TIME_UNIT_YEAR || year < 1)
    return atlas_time_span_to_words (atlas_time_unit_around (unit, day));

  name = g_dpgettext2 (GETTEXT_PACKAGE, "short month", months[month - 1]);
  if (unit == ATLAS_TIME_UNIT_MONTH)
    /* Translators: a short name of a month, and a year. */
    return g_strdup_printf (C_ ("short date", "%s %d"), name, year);

  /* Translators: a day, a short name of a month, and a year. */
  return g_strdup_printf (C_ ("short date", "%d %s %d"), day_of_month, name, year);
}

/* Both dates alike: a month beside a year would be read as the year's. */
char *
atlas_time_brush_to_short_words (AtlasTimeSpan window)
{
  AtlasTimeUnit    unit = ATLAS_TIME_UNIT_DAY;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (atlas_time_span_is_empty (window))
    return g_strdup ("");

  if (is_whole (ATLAS_TIME_UNIT_YEAR, window))
    unit = ATLAS_TIME_UNIT_YEAR;
  else if (is_whole (ATLAS_TIME_UNIT_MONTH, window))
    unit = ATLAS_TIME_UNIT_MONTH;

  first = say_shortly (unit, window.begin);
  if (window.begin != G_MININT && window.end != G_MAXINT && atlas_time_span_equal (atlas_time_unit_around (unit, window.begin), window))
    return g_steal_pointer (&first);

  last = say_shortly (unit, window.end - 1);

  return g_strdup_printf ("%s – %s", first, last);
}
