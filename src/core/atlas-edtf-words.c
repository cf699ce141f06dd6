// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-edtf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *alone;
  const char *in_date;
} months[] = {
  /* Translators: "month" is the month as it stands alone or before a year, "month in a date" as it stands after a day. */
  { NC_ ("month", "January"), NC_ ("month in a date", "January") },
  { NC_ ("month", "February"), NC_ ("month in a date", "February") },
  { NC_ ("month", "March"), NC_ ("month in a date", "March") },
  { NC_ ("month", "April"), NC_ ("month in a date", "April") },
  { NC_ ("month", "May"), NC_ ("month in a date", "May") },
  { NC_ ("month", "June"), NC_ ("month in a date", "June") },
  { NC_ ("month", "July"), NC_ ("month in a date", "July") },
  { NC_ ("month", "August"), NC_ ("month in a date", "August") },
  { NC_ ("month", "September"), NC_ ("month in a date", "September") },
  { NC_ ("month", "October"), NC_ ("month in a date", "October") },
  { NC_ ("month", "November"), NC_ ("month in a date", "November") },
  { NC_ ("month", "December"), NC_ ("month in a date", "December") },
};

/* A date by itself or at a range's side, and after "from", "until" or "about", where a language may need another case. */
typedef struct
{
  const char *alone;
  const char *inside;
} Pattern;

#define CONTEXT_ALONE "date"
#define CONTEXT_INSIDE "date after from, until or about"
#define CONTEXT_RANGE "date range"
#define CONTEXT_PHRASE "date phrase"

static const Pattern patterns[] = {
  /* Translators: In every pattern of this file you may use, in any order: {day} {month} {year} of the first day; {month-of}, the
   * same month as it stands in a date, where your language has another form for that; {end-day} {end-month} {end-month-of}
   * {end-year} of the last day. Do not translate the names in braces. */
  [ATLAS_EDTF_DAY] = { NC_ ("date", "{day} {month-of} {year}"), NC_ ("date after from, until or about", "{day} {month-of} {year}") },
  [ATLAS_EDTF_MONTH] = { NC_ ("date", "{month} {year}"), NC_ ("date after from, until or about", "{month} {year}") },
  [ATLAS_EDTF_YEAR] = { NC_ ("date", "{year}"), NC_ ("date after from, until or about", "{year}") },
  [ATLAS_EDTF_DECADE] = { NC_ ("date", "the {year}s"), NC_ ("date after from, until or about", "the {year}s") },
  [ATLAS_EDTF_CENTURY] = { NC_ ("date", "{year} to {end-year}"), NC_ ("date after from, until or about", "{year} to {end-year}") },
};

#define FIRST_SEASON 21

static const Pattern seasons[] = {
  { NC_ ("date", "spring {year}"), NC_ ("date after from, until or about", "spring {year}") },
  { NC_ ("date", "summer {year}"), NC_ ("date after from, until or about", "summer {year}") },
  { NC_ ("date", "autumn {year}"), NC_ ("date after from, until or about", "autumn {year}") },
  { NC_ ("date", "winter {year}"), NC_ ("date after from, until or about", "winter {year}") },
  { NC_ ("date", "northern spring {year}"), NC_ ("date after from, until or about", "northern spring {year}") },
  { NC_ ("date", "northern summer {year}"), NC_ ("date after from, until or about", "northern summer {year}") },
  { NC_ ("date", "northern autumn {year}"), NC_ ("date after from, until or about", "northern autumn {year}") },
  { NC_ ("date", "northern winter {year}"), NC_ ("date after from, until or about", "northern winter {year}") },
  { NC_ ("date", "southern spring {year}"), NC_ ("date after from, until or about", "southern spring {year}") },
  { NC_ ("date", "southern summer {year}"), NC_ ("date after from, until or about", "southern summer {year}") },
  { NC_ ("date", "southern autumn {year}"), NC_ ("date after from, until or about", "southern autumn {year}") },
  { NC_ ("date", "southern winter {year}"), NC_ ("date after from, until or about", "southern winter {year}") },
  { NC_ ("date", "first quarter of {year}"), NC_ ("date after from, until or about", "the first quarter of {year}") },
  { NC_ ("date", "second quarter of {year}"), NC_ ("date after from, until or about", "the second quarter of {year}") },
  { NC_ ("date", "third quarter of {year}"), NC_ ("date after from, until or about", "the third quarter of {year}") },
  { NC_ ("date", "last quarter of {year}"), NC_ ("date after from, until or about", "the last quarter of {year}") },
  { NC_ ("date", "first third of {year}"), NC_ ("date after from, until or about", "the first third of {year}") },
  { NC_ ("date", "second third of {year}"), NC_ ("date after from, until or about", "the second third of {year}") },
  { NC_ ("date", "last third of {year}"), NC_ ("date after from, until or about", "the last third of {year}") },
  { NC_ ("date", "first half of {year}"), NC_ ("date after from, until or about", "the first half of {year}") },
  { NC_ ("date", "second half of {year}"), NC_ ("date after from, until or about", "the second half of {year}") },
};

/* Farther than the calendar goes. */
static const Pattern     far_past = { NC_ ("date", "the distant past"), NC_ ("date after from, until or about", "the distant past") };
static const Pattern     far_future = { NC_ ("date", "the distant future"), NC_ ("date after from, until or about", "the distant future") };

/* Intervals by how they begin and how they end; {begin} and {end} are dates in words. */
static const char *const intervals[3][3] = {
  [ATLAS_EDTF_DATE] = {
    [ATLAS_EDTF_DATE] = NC_ ("date phrase", "{begin} to {end}"),
    [ATLAS_EDTF_OPEN] = NC_ ("date phrase", "from {begin} on"),
    [ATLAS_EDTF_UNKNOWN] = NC_ ("date phrase", "from {begin}, end not known"),
  },
  [ATLAS_EDTF_OPEN] = {
    [ATLAS_EDTF_DATE] = NC_ ("date phrase", "until {end}"),
    [ATLAS_EDTF_OPEN] = NC_ ("date phrase", "without begin or end"),
    [ATLAS_EDTF_UNKNOWN] = NC_ ("date phrase", "end not known"),
  },
  [ATLAS_EDTF_UNKNOWN] = {
    [ATLAS_EDTF_DATE] = NC_ ("date phrase", "until {end}, begin not known"),
    [ATLAS_EDTF_OPEN] = NC_ ("date phrase", "begin not known, without end"),
    [ATLAS_EDTF_UNKNOWN] = NC_ ("date phrase", "date not known"),
  },
};

typedef struct
{
  const char *name;
  const char *value;
} Variable;

/* Puts the variables' values for their {names} in a pattern. What is no known name stays as it is. */
static char *
fill_pattern (const char     *pattern,
              const Variable *variables,
              guint           n_variables)
{
  GString *text = g_string_new (NULL);

  while (*pattern != '\0')
    {
      const char *close = *pattern == '{' ? strchr (pattern, '}') : NULL;
      gsize       length = close != NULL ? (gsize) (close - pattern - 1) : 0;
      guint       i = close != NULL ? 0 : n_variables;

      while (i < n_variables && (strlen (variables[i].name) != length || strncmp (variables[i].name, pattern + 1, length) != 0))
        i++;

      if (i == n_variables)
        {
          g_string_append_c (text, *pattern++);
          continue;
        }

      g_string_append (text, variables[i].value);
      pattern = close + 1;
    }

  return g_string_free (text, FALSE);
}

static char *
say_year (int year)
{
  g_autofree char *digits = g_strdup_printf ("%d", year > 0 ? year : 1 - year);
  const Variable   variable = { "year", digits };

  return fill_pattern (year > 0 ? "{year}" : C_ ("year", "{year} BCE"), &variable, 1);
}

/* Fills a pattern with the parts of the first and the last day of @span. */
static char *
say_days (const char   *pattern,
          AtlasTimeSpan span)
{
  int              year, month, day, end_year, end_month, end_day;
  g_autofree char *year_text = NULL;
  g_autofree char *end_year_text = NULL;
  char             day_text[16], end_day_text[16];

  atlas_day_to_ymd (span.begin, &year, &month, &day);
  atlas_day_to_ymd (span.end - 1, &end_year, &end_month, &end_day);
  year_text = say_year (year);
  end_year_text = say_year (end_year);
  g_snprintf (day_text, sizeof day_text, "%d", day);
  g_snprintf (end_day_text, sizeof end_day_text, "%d", end_day);

  {
    const Variable variables[] = {
      { "day", day_text },
      { "month", g_dpgettext2 (GETTEXT_PACKAGE, "month", months[month - 1].alone) },
      { "month-of", g_dpgettext2 (GETTEXT_PACKAGE, "month in a date", months[month - 1].in_date) },
      { "year", year_text },
      { "end-day", end_day_text },
      { "end-month", g_dpgettext2 (GETTEXT_PACKAGE, "month", months[end_month - 1].alone) },
      { "end-month-of", g_dpgettext2 (GETTEXT_PACKAGE, "month in a date", months[end_month - 1].in_date) },
      { "end-year", end_year_text },
    };

    return fill_pattern (pattern, variables, G_N_ELEMENTS (variables));
  }
}

static const Pattern *
find_pattern (const AtlasEdtfDate *date)
{
  int year;

  if (atlas_edtf_date_is_past_all (date))
    return &far_past;

  if (atlas_edtf_date_is_beyond_all (date))
    return &far_future;

  if (date->precision == ATLAS_EDTF_SEASON)
    return &seasons[date->season - FIRST_SEASON];

  atlas_day_to_ymd (date->span.begin, &year, NULL, NULL);
  if (date->precision == ATLAS_EDTF_DECADE && year <= 0) /* nobody says "the 40s BCE" of 49 to 40 BCE */
    return &patterns[ATLAS_EDTF_CENTURY];

  return &patterns[date->precision];
}

static char *
say_phrase (const char *pattern,
            const char *date)
{
  const Variable variable = { "date", date };

  return fill_pattern (pattern, &variable, 1);
}

static char *
say_date (const AtlasEdtfDate *date,
          gboolean             inside)
{
  const Pattern   *pattern = find_pattern (date);
  const char      *words = inside || date->approximate ? g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT_INSIDE, pattern->inside)
                                                       : g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT_ALONE, pattern->alone);
  g_autofree char *text = say_days (words, date->span);

  if (date->approximate)
    {
      g_autofree char *about = say_phrase (C_ ("date phrase", "about {date}"), text);

      g_free (text);
      text = g_steal_pointer (&about);
    }

  return date->uncertain ? say_phrase (C_ ("date phrase", "{date} (uncertain)"), text) : g_steal_pointer (&text);
}

/* A range that says what its sides share only once, such as "19 to 20 September 2023"; NULL when they share nothing. */
static char *
say_short_range (const AtlasEdtf *self)
{
  const AtlasEdtfDate *a = &self->start, *b = &self->end;
  const char          *pattern = NULL;
  int                  year, month, end_year, end_month;

  if (a->approximate || a->uncertain || b->approximate || b->uncertain || a->precision != b->precision)
    return NULL;

  atlas_day_to_ymd (a->span.begin, &year, &month, NULL);
  atlas_day_to_ymd (b->span.begin, &end_year, &end_month, NULL);
  if (year != end_year)
    return NULL;

  if (a->precision == ATLAS_EDTF_DAY && month == end_month)
    pattern = NC_ ("date range", "{day} to {end-day} {month-of} {year}");
  else if (a->precision == ATLAS_EDTF_DAY)
    pattern = NC_ ("date range", "{day} {month-of} to {end-day} {end-month-of} {year}");
  else if (a->precision == ATLAS_EDTF_MONTH)
    pattern = NC_ ("date range", "{month} to {end-month} {year}");

  return pattern != NULL ? say_days (g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT_RANGE, pattern), self->span) : NULL;
}

static char *
say_interval (const AtlasEdtf *self)
{
  gboolean         has_begin = self->start.bound == ATLAS_EDTF_DATE, has_end = self->end.bound == ATLAS_EDTF_DATE;
  gboolean         inside = !has_begin || !has_end;
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  if (has_begin && has_end)
    {
      char *range = say_short_range (self);

      if (range != NULL)
        return range;
    }

  begin = has_begin ? say_date (&self->start, inside) : NULL;
  end = has_end ? say_date (&self->end, inside) : NULL;

  {
    const Variable variables[] = { { "begin", begin }, { "end", end } };
    const char    *pattern = intervals[self->start.bound][self->end.bound];

    return fill_pattern (g_dpgettext2 (GETTEXT_PACKAGE, CONTEXT_PHRASE, pattern), variables, G_N_ELEMENTS (variables));
  }
}

/* Reads days as the units that begin and end them. A year near the ends of the calendar is still a year. */
static AtlasEdtf
read_span (AtlasTimeSpan span)
{
  g_autofree char *text = atlas_time_span_to_edtf (span);
  AtlasEdtf        edtf = { 0 };

  atlas_edtf_parse (text, &edtf, NULL);
  if (edtf.start.bound == ATLAS_EDTF_DATE && edtf.start.precision == ATLAS_EDTF_SPAN)
    edtf.start.precision = ATLAS_EDTF_YEAR;
  if (edtf.end.bound == ATLAS_EDTF_DATE && edtf.end.precision == ATLAS_EDTF_SPAN)
    edtf.end.precision = ATLAS_EDTF_YEAR;

  return edtf;
}

static gboolean
is_span (const AtlasEdtfDate *date)
{
  return date->bound == ATLAS_EDTF_DATE && date->precision == ATLAS_EDTF_SPAN && !atlas_edtf_date_is_past_all (date) && !atlas_edtf_date_is_beyond_all (date);
}

static gboolean
is_same_date (const AtlasEdtfDate *a,
              const AtlasEdtfDate *b)
{
  return a->bound == ATLAS_EDTF_DATE && b->bound == ATLAS_EDTF_DATE && atlas_time_span_equal (a->span, b->span) &&
         a->approximate == b->approximate && a->uncertain == b->uncertain;
}

char *
atlas_edtf_to_words (const AtlasEdtf *self)
{
  AtlasEdtf said;

  g_return_val_if_fail (self != NULL, NULL);

  said = *self;
  if (is_span (&self->start) || is_span (&self->end))
    {
      said = read_span (self->span); /* a set, 156X-12 and the like have no words of their own: their outer bounds have */
      said.start.approximate = self->start.approximate;
      said.start.uncertain = self->start.uncertain;
      said.end.approximate = self->end.approximate;
      said.end.uncertain = self->end.uncertain;
    }

  if (!said.interval || is_same_date (&said.start, &said.end))
    return say_date (&said.start, FALSE);

  return say_interval (&said);
}

char *
atlas_edtf_date_to_words_inside (const AtlasEdtfDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->bound != ATLAS_EDTF_DATE)
    return NULL;

  return is_span (self) ? atlas_time_span_to_words (self->span) : say_date (self, TRUE);
}

/**
 * atlas_time_span_to_words:
 * @span: days
 *
 * Says days for people in the user's language, as atlas_edtf_to_words() does for what atlas_time_span_to_edtf() writes.
 *
 * Returns: (transfer full): the words; "" for no days
 */
char *
atlas_time_span_to_words (AtlasTimeSpan span)
{
  AtlasEdtf edtf;

  if (atlas_time_span_is_empty (span))
    return g_strdup ("");

  edtf = read_span (span);

  return atlas_edtf_to_words (&edtf);
}
