// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-edtf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A day and month that one year in eight does not have comes back after at most this many years. */
#define LEAP_GAP 9

#define FIRST_SEASON 21
#define LAST_SEASON 41

/* First month, counted from January of the written year, and number of months of each season of ISO 8601-2. */
static const struct
{
  guint8 first;
  guint8 n_months;
} seasons[] = {
  { 3, 3 }, { 6, 3 }, { 9, 3 }, { 12, 3 }, /* 21-24: spring to winter where it is written */
  { 3, 3 },
  { 6, 3 },
  { 9, 3 },
  { 12, 3 }, /* 25-28: of the northern hemisphere */
  { 9, 3 },
  { 12, 3 },
  { 3, 3 },
  { 6, 3 }, /* 29-32: of the southern */
  { 1, 3 },
  { 4, 3 },
  { 7, 3 },
  { 10, 3 }, /* 33-36: quarters */
  { 1, 4 },
  { 5, 4 },
  { 9, 4 }, /* 37-39: thirds */
  { 1, 6 },
  { 7, 6 }, /* 40-41: halves */
};

G_STATIC_ASSERT (G_N_ELEMENTS (seasons) == LAST_SEASON - FIRST_SEASON + 1);

/* Two characters of a month or a day, each a digit or X; "XX" when it is not written. */
typedef struct
{
  const char *digits;
  gboolean    written;
  guint       n_masked;
} Part;

/* At most one of ? ~ %. */
static gboolean
read_qualifier (AtlasEdtfReader *reader,
                AtlasEdtfDate   *out)
{
  char c = atlas_edtf_peek (reader);

  if (c == '\0' || strchr ("?~%", c) == NULL)
    return FALSE;

  out->approximate |= c != '?';
  out->uncertain |= c != '~';
  reader->at++;

  return TRUE;
}

/* Two digits of a month or a day after a hyphen. */
static gboolean
read_part (AtlasEdtfReader *reader,
           Part            *part)
{
  part->digits = reader->at;
  part->written = TRUE;

  for (guint i = 0; i < 2; i++, reader->at++)
    {
      if (atlas_edtf_peek (reader) != 'X' && !g_ascii_isdigit (atlas_edtf_peek (reader)))
        return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("a month and a day have two digits, or X for a digit that is not known"));

      part->n_masked += *reader->at == 'X';
    }

  return TRUE;
}

static gboolean
part_allows (const Part *part,
             int         value)
{
  return (part->digits[0] == 'X' || part->digits[0] == '0' + value / 10) &&
         (part->digits[1] == 'X' || part->digits[1] == '0' + value % 10);
}

static int
part_value (const Part *part)
{
  return g_ascii_digit_value (part->digits[0]) * 10 + g_ascii_digit_value (part->digits[1]);
}

static int
clamp_year (gint64 year)
{
  return (int) CLAMP (year, -6000000, 6000000);
}

/* Days that may lie outside the calendar: then the outermost one, so that they are never empty. */
static AtlasTimeSpan
span_of_days (int begin,
              int end)
{
  begin = MIN (begin, ATLAS_EDTF_LAST_DAY - 1);

  return ATLAS_TIME_SPAN_INIT (begin, MAX (end, begin + 1));
}

/* The first or the last day of @year that the month and day parts allow. */
static gboolean
find_in_year (int         year,
              const Part *month,
              const Part *day,
              gboolean    last,
              int        *found)
{
  for (int m = last ? 12 : 1; last ? m >= 1 : m <= 12; m += last ? -1 : 1)
    {
      int n_days = atlas_days_in_month (year, m);

      if (!part_allows (month, m))
        continue;

      for (int d = last ? n_days : 1; last ? d >= 1 : d <= n_days; d += last ? -1 : 1)
        if (part_allows (day, d))
          {
            *found = atlas_day_from_ymd (year, m, d);
            return TRUE;
          }
    }

  return FALSE;
}

/* The days from the first to the last that year, month and day allow. */
static gboolean
find_span (const AtlasEdtfYears *years,
           const Part           *month,
           const Part           *day,
           AtlasTimeSpan        *span)
{
  int      first = clamp_year (years->first), last = clamp_year (years->last);
  int      begin = 0, end = 0;
  gboolean found = FALSE;

  for (int year = first; !found && year <= last && year < first + LEAP_GAP; year++)
    found = find_in_year (year, month, day, FALSE, &begin);

  if (!found)
    return FALSE;

  found = FALSE;
  for (int year = last; !found && year >= first && year > last - LEAP_GAP; year--)
    found = find_in_year (year, month, day, TRUE, &end);

  if (!found)
    return FALSE;

  *span = span_of_days (begin, end + (end < ATLAS_EDTF_LAST_DAY ? 1 : 0));

  return TRUE;
}

static void
set_season (const AtlasEdtfYears *years,
            int                   season,
            AtlasEdtfDate        *out)
{
  int month = seasons[season - FIRST_SEASON].first - 1;
  int after = month + seasons[season - FIRST_SEASON].n_months;
  int first = clamp_year (years->first), last = clamp_year (years->last);

  out->season = (guint8) season;
  out->precision = ATLAS_EDTF_SEASON;
  out->span = span_of_days (atlas_day_from_ymd (first + month / 12, month % 12 + 1, 1),
                            atlas_day_from_ymd (last + after / 12, after % 12 + 1, 1));
  if (first != last)
    out->precision = ATLAS_EDTF_SPAN;
}

/* A mask stands for a unit only when it hides whole smaller units: 2004-XX, not 2004-1X. */
static AtlasEdtfPrecision
get_precision (const AtlasEdtfYears *years,
               const Part           *month,
               const Part           *day)
{
  static const AtlasEdtfPrecision by_mask[] = { ATLAS_EDTF_YEAR, ATLAS_EDTF_DECADE, ATLAS_EDTF_CENTURY, ATLAS_EDTF_SPAN, ATLAS_EDTF_SPAN };

  if (day->n_masked == 0 && month->n_masked == 0 && years->first == years->last)
    return ATLAS_EDTF_DAY;

  if (day->n_masked != 2)
    return ATLAS_EDTF_SPAN;

  if (month->n_masked == 0 && years->first == years->last)
    return ATLAS_EDTF_MONTH;

  if (month->n_masked != 2)
    return ATLAS_EDTF_SPAN;

  if (!years->plain)
    return years->first == years->last && ABS (years->first) <= 5000000 ? ATLAS_EDTF_YEAR : ATLAS_EDTF_SPAN;

  return years->tail_masked ? by_mask[years->n_masked] : ATLAS_EDTF_SPAN;
}

static gboolean
set_date (AtlasEdtfReader      *reader,
          const AtlasEdtfYears *years,
          const Part           *month,
          const Part           *day,
          AtlasEdtfDate        *out)
{
  if (month->n_masked == 0 && part_value (month) >= FIRST_SEASON && part_value (month) <= LAST_SEASON)
    {
      if (day->written)
        return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_RANGE, _ ("a season has no day"));

      if (part_value (month) > 24 || years->n_masked > 0)
        reader->level = 2;
      reader->level = MAX (reader->level, 1);
      set_season (years, part_value (month), out);

      return TRUE;
    }

  if (month->n_masked == 0 && (part_value (month) < 1 || part_value (month) > 12))
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_RANGE, _ ("a month is 01 to 12, a season 21 to 41"));

  if (!find_span (years, month, day, &out->span))
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_RANGE, _ ("the calendar has no such month or day"));

  out->precision = get_precision (years, month, day);

  return TRUE;
}

/* Masks in the order of level 1: 2004-XX, 2004-05-XX, 2004-XX-XX; any other is level 2. */
static guint
get_mask_level (const AtlasEdtfYears *years,
                const Part           *month,
                const Part           *day)
{
  guint n_month = month->written ? month->n_masked : 0;
  guint n_day = day->written ? day->n_masked : 0;

  if (years->n_masked + n_month + n_day == 0)
    return 0;

  if (years->n_masked > 0)
    return month->written ? 2 : 1;

  return n_month == 1 || n_day == 1 || (n_month == 2 && day->written && n_day == 0) ? 2 : 1;
}

static gboolean
read_two_digits (AtlasEdtfReader *reader,
                 int              highest)
{
  int value = 0;

  for (guint i = 0; i < 2; i++, reader->at++)
    {
      if (!g_ascii_isdigit (atlas_edtf_peek (reader)))
        return FALSE;

      value = value * 10 + g_ascii_digit_value (*reader->at);
    }

  return value <= highest;
}

/* T23:20:30, perhaps with a fraction, and Z, +04 or -04:30. Checked and dropped: the day counts as it is written. */
static gboolean
read_time (AtlasEdtfReader *reader)
{
  gboolean midnight = reader->end - reader->at >= 2 && memcmp (reader->at, "24", 2) == 0;
  gboolean ok = read_two_digits (reader, 24) && atlas_edtf_accept (reader, ':') && read_two_digits (reader, midnight ? 0 : 59);

  if (ok && atlas_edtf_accept (reader, ':'))
    {
      ok = read_two_digits (reader, midnight ? 0 : 60);

      if (ok && atlas_edtf_accept (reader, '.'))
        for (ok = g_ascii_isdigit (atlas_edtf_peek (reader)); g_ascii_isdigit (atlas_edtf_peek (reader));)
          reader->at++;
    }

  if (ok && !atlas_edtf_accept (reader, 'Z') && (atlas_edtf_accept (reader, '+') || atlas_edtf_accept (reader, '-')))
    ok = read_two_digits (reader, 23) && (!atlas_edtf_accept (reader, ':') || read_two_digits (reader, 59));

  if (!ok || reader->at != reader->end)
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, _ ("a time of day is written T23:20:30, with Z or +04:00 after it"));

  return TRUE;
}

gboolean
atlas_edtf_read_date (AtlasEdtfReader *reader,
                      AtlasEdtfDate   *out)
{
  AtlasEdtfYears years;
  Part           parts[] = { { "XX", FALSE, 2 }, { "XX", FALSE, 2 } };
  gboolean       qualified, inner; /* a qualifier anywhere but at the very end is level 2 */

  *out = (AtlasEdtfDate){ 0 };

  inner = read_qualifier (reader, out);
  if (!atlas_edtf_read_year (reader, &years))
    return FALSE;

  qualified = read_qualifier (reader, out);

  for (guint i = 0; i < G_N_ELEMENTS (parts) && years.plain && atlas_edtf_accept (reader, '-'); i++)
    {
      inner |= qualified;
      inner |= read_qualifier (reader, out);
      parts[i].n_masked = 0;
      if (!read_part (reader, &parts[i]))
        return FALSE;

      qualified = read_qualifier (reader, out);
    }

  if (parts[1].written && !qualified && !inner && get_mask_level (&years, &parts[0], &parts[1]) == 0 && atlas_edtf_accept (reader, 'T') && !read_time (reader))
    return FALSE;

  if (reader->at != reader->end)
    return atlas_edtf_fail (reader, ATLAS_EDTF_ERROR_SYNTAX, /* xgettext:no-c-format */ _ ("a date is written 2006, 2006-05 or 2006-05-28, perhaps with ?, ~ or % after it"));

  reader->level = MAX (reader->level, get_mask_level (&years, &parts[0], &parts[1]));
  reader->level = MAX (reader->level, inner ? 2 : qualified ? 1
                                                            : 0);

  return set_date (reader, &years, &parts[0], &parts[1], out);
}
