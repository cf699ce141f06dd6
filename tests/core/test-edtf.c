// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-edtf.h"

#include <stdio.h>
#include <string.h>

#define FIRST "first" /* the outermost days of the calendar */
#define LAST "last"

enum
{
  A = 1, /* approximate */
  U = 2, /* uncertain */
};

#define DAY ATLAS_EDTF_DAY
#define MONTH ATLAS_EDTF_MONTH
#define SEASON ATLAS_EDTF_SEASON
#define YEAR ATLAS_EDTF_YEAR
#define DECADE ATLAS_EDTF_DECADE
#define CENTURY ATLAS_EDTF_CENTURY
#define SPAN ATLAS_EDTF_SPAN

/* clang-format off */
static const struct
{
  const char        *text;
  const char        *begin, *last; /* first and last day; NULL: open */
  AtlasEdtfPrecision precision;
  guint              level;
  int                flags;
  int                season;
} dates[] = {
  /* level 0 */
  { "1997", "1997-01-01", "1997-12-31", YEAR, 0 },
  { "0000", "0-01-01", "0-12-31", YEAR, 0 },
  { "9999", "9999-01-01", "9999-12-31", YEAR, 0 },
  { "2004-02", "2004-02-01", "2004-02-29", MONTH, 0 },
  { "2006-05-28", "2006-05-28", "2006-05-28", DAY, 0 },
  { "2000-02-29", "2000-02-29", "2000-02-29", DAY, 0 },
  { "1985-04-12T23:20:30", "1985-04-12", "1985-04-12", DAY, 0 },
  { "1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", DAY, 0 },
  { "1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", DAY, 0 },
  { "1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", DAY, 0 },
  { "1985-04-12T23:20:30.125Z", "1985-04-12", "1985-04-12", DAY, 0 },
  { "1985-04-12T24:00:00", "1985-04-12", "1985-04-12", DAY, 0 },
  { "1964/2008", "1964-01-01", "2008-12-31", YEAR, 0 },
  { "2004-06/2006-08", "2004-06-01", "2006-08-31", MONTH, 0 },
  { "2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", DAY, 0 },
  { "2004-02-01/2005", "2004-02-01", "2005-12-31", DAY, 0 },
  { "1996-03-08/1996-03", "1996-03-08", "1996-03-31", DAY, 0 },
  { "1993-06/1993-06-18", "1993-06-01", "1993-06-18", MONTH, 0 },
  { "2005/2006-02", "2005-01-01", "2006-02-28", YEAR, 0 },
  /* level 1 */
  { "Y170000002", LAST, LAST, SPAN, 1 },
  { "Y-170000002", FIRST, FIRST, SPAN, 1 },
  { "Y12345", "12345-01-01", "12345-12-31", YEAR, 1 },
  { "Y-12345", "-12345-01-01", "-12345-12-31", YEAR, 1 },
  { "2001-21", "2001-03-01", "2001-05-31", SEASON, 1, 0, 21 },
  { "2001-22", "2001-06-01", "2001-08-31", SEASON, 1, 0, 22 },
  { "2001-23", "2001-09-01", "2001-11-30", SEASON, 1, 0, 23 },
  { "2003-24", "2003-12-01", "2004-02-29", SEASON, 1, 0, 24 },
  { "1984?", "1984-01-01", "1984-12-31", YEAR, 1, U },
  { "2004-06~", "2004-06-01", "2004-06-30", MONTH, 1, A },
  { "2004-06-11%", "2004-06-11", "2004-06-11", DAY, 1, A | U },
  { "2001-21~", "2001-03-01", "2001-05-31", SEASON, 1, A, 21 },
  { "201X", "2010-01-01", "2019-12-31", DECADE, 1 },
  { "20XX", "2000-01-01", "2099-12-31", CENTURY, 1 },
  { "201X~", "2010-01-01", "2019-12-31", DECADE, 1, A },
  { "2004-XX", "2004-01-01", "2004-12-31", YEAR, 1 },
  { "1985-04-XX", "1985-04-01", "1985-04-30", MONTH, 1 },
  { "1985-XX-XX", "1985-01-01", "1985-12-31", YEAR, 1 },
  { "1985-04-12/..", "1985-04-12", NULL, DAY, 1 },
  { "1985-04/..", "1985-04-01", NULL, MONTH, 1 },
  { "1985/..", "1985-01-01", NULL, YEAR, 1 },
  { "../1985-04-12", NULL, "1985-04-12", SPAN, 1 },
  { "../1985", NULL, "1985-12-31", SPAN, 1 },
  { "1985-04-12/", "1985-04-12", NULL, DAY, 1 },
  { "1985/", "1985-01-01", NULL, YEAR, 1 },
  { "/1985-04", NULL, "1985-04-30", SPAN, 1 },
  { "/..", NULL, NULL, SPAN, 1 },
  { "../..", NULL, NULL, SPAN, 1 },
  { "/", NULL, NULL, SPAN, 1 },
  { "1984~/2004-06", "1984-01-01", "2004-06-30", YEAR, 1, A },
  { "1984?/2004%", "1984-01-01", "2004-12-31", YEAR, 1, U },
  { "2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", MONTH, 1 },
  { "199X/2004", "1990-01-01", "2004-12-31", DECADE, 1 },
  { "-1985", "-1985-01-01", "-1985-12-31", YEAR, 1 },
  { "-0004-02-29", "-4-02-29", "-4-02-29", DAY, 1 },
  { "-0015/0014", "-15-01-01", "14-12-31", YEAR, 1 },
  { "-015X", "-159-01-01", "-150-12-31", DECADE, 1 },
  { "-000X", "-9-01-01", "-1-12-31", DECADE, 1 },
  /* level 2 */
  { "Y-17E7", FIRST, FIRST, SPAN, 2 },
  { "Y17E7", LAST, LAST, SPAN, 2 },
  { "Y17E99999999999999999", LAST, LAST, SPAN, 2 },
  { "Y17E3", "17000-01-01", "17000-12-31", YEAR, 2 },
  { "1950S2", "1900-01-01", "1999-12-31", SPAN, 2 },
  { "1950S4", "1950-01-01", "1950-12-31", YEAR, 2 },
  { "1950S9", "1950-01-01", "1950-12-31", YEAR, 2 },
  { "Y3388E2S3", "338000-01-01", "338999-12-31", SPAN, 2 },
  { "Y171010000S3", LAST, LAST, SPAN, 2 },
  { "-0150S2", "-159-01-01", "-150-12-31", SPAN, 2 },
  { "2001-25", "2001-03-01", "2001-05-31", SEASON, 2, 0, 25 },
  { "2001-29", "2001-09-01", "2001-11-30", SEASON, 2, 0, 29 },
  { "2001-30", "2001-12-01", "2002-02-28", SEASON, 2, 0, 30 },
  { "2001-34", "2001-04-01", "2001-06-30", SEASON, 2, 0, 34 },
  { "2001-36", "2001-10-01", "2001-12-31", SEASON, 2, 0, 36 },
  { "2001-39", "2001-09-01", "2001-12-31", SEASON, 2, 0, 39 },
  { "2001-41", "2001-07-01", "2001-12-31", SEASON, 2, 0, 41 },
  { "[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", SPAN, 2 },
  { "[1667, 1668]", "1667-01-01", "1668-12-31", SPAN, 2 },
  { "[..1760-12-03]", NULL, "1760-12-03", SPAN, 2 },
  { "[1760-12..]", "1760-12-01", NULL, SPAN, 2 },
  { "[1760-01,1760-02,1760-12..]", "1760-01-01", NULL, SPAN, 2 },
  { "{1667,1668,1670..1672}", "1667-01-01", "1672-12-31", SPAN, 2 },
  { "{1961-12,1960}", "1960-01-01", "1961-12-31", SPAN, 2 },
  { "{..1984~}", NULL, "1984-12-31", SPAN, 2, A },
  { "2004-06~-11", "2004-06-11", "2004-06-11", DAY, 2, A },
  { "2004?-06-11", "2004-06-11", "2004-06-11", DAY, 2, U },
  { "?2004-06-~11", "2004-06-11", "2004-06-11", DAY, 2, A | U },
  { "2004-%06", "2004-06-01", "2004-06-30", MONTH, 2, A | U },
  { "2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20", DAY, 2, A },
  { "156X-12-25", "1560-12-25", "1569-12-25", SPAN, 2 },
  { "15XX-12-25", "1500-12-25", "1599-12-25", SPAN, 2 },
  { "15XX-12-XX", "1500-12-01", "1599-12-31", SPAN, 2 },
  { "XXXX-12-XX", "0-12-01", "9999-12-31", SPAN, 2 },
  { "1XXX-XX", "1000-01-01", "1999-12-31", SPAN, 2 },
  { "1X99", "1099-01-01", "1999-12-31", SPAN, 2 },
  { "1984-1X", "1984-10-01", "1984-12-31", SPAN, 2 },
  { "1984-XX-12", "1984-01-12", "1984-12-12", SPAN, 2 },
  { "1984-04-3X", "1984-04-30", "1984-04-30", SPAN, 2 },
  { "19XX-02-29", "1904-02-29", "1996-02-29", SPAN, 2 },
  { "199X-24", "1990-12-01", "2000-02-29", SPAN, 2, 0, 24 },
};

static const struct
{
  const char    *text;
  AtlasEdtfError code;
  const char    *rule; /* words of the message */
} faults[] = {
  { "", ATLAS_EDTF_ERROR_SYNTAX, "nothing" },
  { "..", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "199", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "199x", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "19999", ATLAS_EDTF_ERROR_SYNTAX, "begins with Y" },
  { " 1999", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "1999 ", ATLAS_EDTF_ERROR_SYNTAX, "a date is written" },
  { "May 2006", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "2006-5", ATLAS_EDTF_ERROR_SYNTAX, "two digits" },
  { "2006-", ATLAS_EDTF_ERROR_SYNTAX, "two digits" },
  { "2006-05-", ATLAS_EDTF_ERROR_SYNTAX, "two digits" },
  { "2006-05-28-01", ATLAS_EDTF_ERROR_SYNTAX, "a date is written" },
  { "2006?~", ATLAS_EDTF_ERROR_SYNTAX, "a date is written" },
  { "2020-13", ATLAS_EDTF_ERROR_RANGE, "01 to 12" },
  { "2020-00", ATLAS_EDTF_ERROR_RANGE, "01 to 12" },
  { "2020-42", ATLAS_EDTF_ERROR_RANGE, "01 to 12" },
  { "2020-02-30", ATLAS_EDTF_ERROR_RANGE, "no such" },
  { "1900-02-29", ATLAS_EDTF_ERROR_RANGE, "no such" },
  { "2020-06-00", ATLAS_EDTF_ERROR_RANGE, "no such" },
  { "2020-02-3X", ATLAS_EDTF_ERROR_RANGE, "no such" },
  { "2020-2X", ATLAS_EDTF_ERROR_RANGE, "no such" },
  { "2020-21-01", ATLAS_EDTF_ERROR_RANGE, "season has no day" },
  { "-0000", ATLAS_EDTF_ERROR_RANGE, "-0000" },
  { "Y2000", ATLAS_EDTF_ERROR_SYNTAX, "more than four" },
  { "Y020000", ATLAS_EDTF_ERROR_SYNTAX, "leading 0" },
  { "Y", ATLAS_EDTF_ERROR_SYNTAX, "leading 0" },
  { "Y17E", ATLAS_EDTF_ERROR_SYNTAX, "zeros" },
  { "Y12345-06", ATLAS_EDTF_ERROR_SYNTAX, "a date is written" },
  { "1950S", ATLAS_EDTF_ERROR_SYNTAX, "after “S”" },
  { "1950S0", ATLAS_EDTF_ERROR_SYNTAX, "after “S”" },
  { "2004/2003", ATLAS_EDTF_ERROR_RANGE, "before it begins" },
  { "2004/2005/2006", ATLAS_EDTF_ERROR_SYNTAX, "one “/”" },
  { "2004/200", ATLAS_EDTF_ERROR_SYNTAX, "“2004/200” is not a date: a year has four" },
  { "[1667", ATLAS_EDTF_ERROR_SYNTAX, "a set is written" },
  { "[", ATLAS_EDTF_ERROR_SYNTAX, "a set is written" },
  { "[1667}", ATLAS_EDTF_ERROR_SYNTAX, "a set is written" },
  { "[]", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "[1667,]", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "[..]", ATLAS_EDTF_ERROR_SYNTAX, "before or after" },
  { "[1670..1667]", ATLAS_EDTF_ERROR_RANGE, "a range in a set" },
  { "1985-04-12T", ATLAS_EDTF_ERROR_SYNTAX, "time of day" },
  { "1985-04-12T25:00:00", ATLAS_EDTF_ERROR_SYNTAX, "time of day" },
  { "1985-04-12T24:00:01", ATLAS_EDTF_ERROR_SYNTAX, "time of day" },
  { "1985-04-12T23:20:30+4", ATLAS_EDTF_ERROR_SYNTAX, "time of day" },
  { "1985-04-12T23:20:30.Z", ATLAS_EDTF_ERROR_SYNTAX, "time of day" },
  { "1985-04T23:20", ATLAS_EDTF_ERROR_SYNTAX, "a date is written" },
  { "2006\xff", ATLAS_EDTF_ERROR_SYNTAX, "a date is written" },
};

static const struct
{
  const char *begin, *last;
  const char *text;
} spans[] = {
  { "2006-05-28", "2006-05-28", "2006-05-28" },
  { "2006-05-01", "2006-05-31", "2006-05" },
  { "2006-01-01", "2006-12-31", "2006" },
  { "1990-01-01", "1999-12-31", "199X" },
  { "1900-01-01", "1999-12-31", "19XX" },
  { "0-01-01", "9-12-31", "000X" },
  { "1991-01-01", "2030-12-31", "1991/2030" },
  { "2006-04-01", "2006-06-30", "2006-04/2006-06" },
  { "2006-01-01", "2006-05-31", "2006-01/2006-05" },
  { "2006-05-10", "2006-05-31", "2006-05-10/2006-05-31" },
  { "2006-05-10", "2007-12-31", "2006-05-10/2007" },
  { "2006-01-01", NULL, "2006/.." },
  { "2006-05-28", NULL, "2006-05-28/.." },
  { NULL, "2006-05-28", "../2006-05-28" },
  { NULL, "2006-12-31", "../2006" },
  { NULL, NULL, "../.." },
  { "-44-03-15", "-44-03-15", "-0044-03-15" },
  { "-10-01-01", "-1-12-31", "-0010/-0001" },
  { "12345-01-01", "12345-12-31", "Y12345" },
  { "-12345-01-01", "2006-05-28", "Y-12345/2006-05-28" },
  { "12345-02-03", "12345-02-03", "Y12345" }, /* there is nothing finer: the whole year */
};
/* clang-format on */

static int
day_from_iso (const char *iso,
              int         open)
{
  int year, month, day;

  if (iso == NULL)
    return open;

  if (strcmp (iso, FIRST) == 0)
    return G_MININT + 1;

  if (strcmp (iso, LAST) == 0)
    return G_MAXINT - 2;

  g_assert_cmpint (sscanf (iso, "%d-%d-%d", &year, &month, &day), ==, 3);

  return atlas_day_from_ymd (year, month, day);
}

static AtlasTimeSpan
span_from_iso (const char *begin,
               const char *last)
{
  return ATLAS_TIME_SPAN_INIT (day_from_iso (begin, G_MININT), last != NULL ? day_from_iso (last, 0) + 1 : G_MAXINT);
}

static void
test_parse (gconstpointer data)
{
  const typeof (dates[0]) *c = data;
  g_autoptr (GError) error = NULL;
  AtlasTimeSpan span = span_from_iso (c->begin, c->last);
  AtlasEdtf     edtf;

  atlas_edtf_parse (c->text, &edtf, &error);
  g_assert_no_error (error);
  g_assert_cmpint (edtf.span.begin, ==, span.begin);
  g_assert_cmpint (edtf.span.end, ==, span.end);
  g_assert_cmpint (edtf.start.precision, ==, c->precision);
  g_assert_cmpuint (edtf.level, ==, c->level);
  g_assert_cmpuint (edtf.start.approximate, ==, (c->flags & A) != 0);
  g_assert_cmpuint (edtf.start.uncertain, ==, (c->flags & U) != 0);
  g_assert_cmpuint (edtf.start.season, ==, (guint) c->season);
  g_assert_cmpuint (edtf.interval, ==, strchr (c->text, '/') != NULL);

  if (!edtf.interval)
    g_assert_cmpmem (&edtf.start, sizeof edtf.start, &edtf.end, sizeof edtf.end);
}

static void
test_fault (gconstpointer data)
{
  const typeof (faults[0]) *c = data;
  g_autoptr (GError) error = NULL;
  AtlasEdtf edtf, before;

  memset (&edtf, 0x55, sizeof edtf);
  before = edtf;
  g_assert_false (atlas_edtf_parse (c->text, &edtf, &error));
  g_assert_error (error, ATLAS_EDTF_ERROR, (int) c->code);
  g_assert_nonnull (strstr (error->message, c->rule));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_utf8_validate (c->text, -1, NULL) ? strstr (error->message, c->text) != NULL : TRUE);
  g_assert_cmpmem (&edtf, sizeof edtf, &before, sizeof before);
}

/* What is behind the longest expression is not even looked at: no zero ends this text. */
static void
test_length (void)
{
  g_autofree char *endless = g_malloc (ATLAS_EDTF_MAX_LENGTH + 1);
  g_autofree char *longest = g_strnfill (ATLAS_EDTF_MAX_LENGTH, ',');
  g_autoptr (GError) error = NULL;
  AtlasEdtf edtf;

  memset (endless, '1', ATLAS_EDTF_MAX_LENGTH + 1);
  g_assert_false (atlas_edtf_parse (endless, &edtf, &error));
  g_assert_error (error, ATLAS_EDTF_ERROR, ATLAS_EDTF_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "too long"));
  g_assert_cmpuint (strlen (error->message), <, 200);

  /* [Y2000000…,2001]: as long as it may be */
  memset (longest, '0', ATLAS_EDTF_MAX_LENGTH);
  memcpy (longest, "[Y2", 3);
  memcpy (longest + ATLAS_EDTF_MAX_LENGTH - 6, ",2001]", 6);
  g_clear_error (&error);
  atlas_edtf_parse (longest, &edtf, &error);
  g_assert_no_error (error);
  g_assert_cmpint (edtf.span.begin, ==, atlas_day_from_ymd (2001, 1, 1));
}

static void
test_bounds (void)
{
  AtlasEdtf edtf;

  g_assert_true (atlas_edtf_parse ("1985/", &edtf, NULL));
  g_assert_cmpint (edtf.start.bound, ==, ATLAS_EDTF_DATE);
  g_assert_cmpint (edtf.end.bound, ==, ATLAS_EDTF_UNKNOWN);
  g_assert_true (atlas_time_span_equal (edtf.end.span, ATLAS_TIME_SPAN_ALL));

  g_assert_true (atlas_edtf_parse ("../2005-06~", &edtf, NULL));
  g_assert_cmpint (edtf.start.bound, ==, ATLAS_EDTF_OPEN);
  g_assert_cmpint (edtf.end.bound, ==, ATLAS_EDTF_DATE);
  g_assert_cmpint (edtf.end.precision, ==, ATLAS_EDTF_MONTH);
  g_assert_true (edtf.end.approximate);
  g_assert_false (edtf.start.approximate);
}

/* No garbage makes the parser read outside (ASan and valgrind watch), and what it reads is never empty. */
static void
test_garbage (void)
{
  static const char letters[] = "0123456789X-/.,[]{}?~%YESTZ:+ ";
  char              text[24];

  for (guint i = 0; i < 50000; i++)
    {
      gsize     length = (gsize) g_test_rand_int_range (0, 20);
      AtlasEdtf edtf;

      for (gsize j = 0; j < length; j++)
        text[j] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      text[length] = '\0';

      if (atlas_edtf_parse (text, &edtf, NULL))
        g_assert_false (atlas_time_span_is_empty (edtf.span));
    }
}

static void
test_write (gconstpointer data)
{
  const typeof (spans[0]) *c = data;
  g_autofree char         *text = atlas_time_span_to_edtf (span_from_iso (c->begin, c->last));

  g_assert_cmpstr (text, ==, c->text);
}

static void
assert_round_trip (AtlasTimeSpan span)
{
  g_autofree char *text = atlas_time_span_to_edtf (span);
  g_autoptr (GError) error = NULL;
  AtlasEdtf edtf;

  atlas_edtf_parse (text, &edtf, &error);
  g_assert_no_error (error);
  g_assert_cmpint (edtf.span.begin, ==, span.begin);
  g_assert_cmpint (edtf.span.end, ==, span.end);
  g_assert_cmpuint (edtf.level, <=, 1);
}

static void
test_round_trip (void)
{
  int begin = atlas_day_from_ymd (-9999, 1, 1), end = atlas_day_from_ymd (9999, 12, 31);

  for (guint i = 0; i < 4000; i++)
    {
      AtlasTimeUnit unit = (AtlasTimeUnit) g_test_rand_int_range (0, ATLAS_N_TIME_UNITS);
      AtlasTimeSpan a = atlas_time_unit_around (unit, g_test_rand_int_range (begin + 40000, end - 80000));
      AtlasTimeSpan b = atlas_time_unit_step (unit, a.begin, g_test_rand_int_range (0, 3));
      int           any = g_test_rand_int_range (a.end, end);

      assert_round_trip (a);
      assert_round_trip (ATLAS_TIME_SPAN_INIT (a.begin, b.end));
      assert_round_trip (ATLAS_TIME_SPAN_INIT (a.begin, any));
      assert_round_trip (ATLAS_TIME_SPAN_INIT (G_MININT, a.end));
      assert_round_trip (ATLAS_TIME_SPAN_INIT (a.begin, G_MAXINT));
    }
}

/* Outside the years EDTF has days for, what is written holds the days it was written for. */
static void
test_write_far (void)
{
  const AtlasTimeSpan far[] = {
    { G_MININT + 1, G_MININT + 2 },
    { G_MAXINT - 2, G_MAXINT - 1 },
    { G_MININT + 1, G_MAXINT - 1 },
    { 100000000, 100000007 },
    { -100000000, 5 },
  };
  g_autofree char *nothing = atlas_time_span_to_edtf (ATLAS_TIME_SPAN_NONE);

  g_assert_cmpstr (nothing, ==, "");

  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    {
      g_autofree char *text = atlas_time_span_to_edtf (far[i]);
      AtlasEdtf        edtf;

      g_assert_true (atlas_edtf_parse (text, &edtf, NULL));
      g_assert_cmpint (edtf.span.begin, <=, far[i].begin);
      g_assert_cmpint (edtf.span.end, >=, far[i].end);
    }
}

#define ADD_CASES(name, cases, function)                                \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                      \
    {                                                                   \
      g_autofree char *path = g_strdup_printf ("/edtf/" name "/%u", i); \
                                                                        \
      g_test_add_data_func (path, &cases[i], function);                 \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("parse", dates, test_parse)
  ADD_CASES ("fault", faults, test_fault)
  ADD_CASES ("write", spans, test_write)
  g_test_add_func ("/edtf/length", test_length);
  g_test_add_func ("/edtf/bounds", test_bounds);
  g_test_add_func ("/edtf/garbage", test_garbage);
  g_test_add_func ("/edtf/round-trip", test_round_trip);
  g_test_add_func ("/edtf/write/far", test_write_far);

  return g_test_run ();
}
