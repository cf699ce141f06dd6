// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-time-brush.h"

#include "sample-atlas.h"

#define BOUNDS "1985-03/2030-06"

#define B ATLAS_TIME_BRUSH_BEGIN
#define E ATLAS_TIME_BRUSH_END
#define W ATLAS_TIME_BRUSH_WHOLE
#define DAY ATLAS_TIME_UNIT_DAY
#define MONTH ATLAS_TIME_UNIT_MONTH
#define QUARTER ATLAS_TIME_UNIT_QUARTER
#define YEAR ATLAS_TIME_UNIT_YEAR
#define DECADE ATLAS_TIME_UNIT_DECADE

static void
assert_span (AtlasTimeSpan span,
             const char   *expected)
{
  g_autofree char *text = atlas_time_span_to_edtf (span);
  g_autofree char *wanted = atlas_time_span_to_edtf (sample_span (expected));

  g_assert_cmpstr (text, ==, wanted);
}

/* clang-format off */
static const struct
{
  const char *name;
  double      px_per_day;
  AtlasTimeUnit unit;
  AtlasTimeUnit leap;
} widths[] = {
  { "a-month-in-view", 30.0,  DAY,     MONTH },
  { "a-year",          3.0,   MONTH,   YEAR },
  { "ten-years",       0.28,  MONTH,   YEAR },
  { "twenty-years",    0.14,  QUARTER, YEAR },
  { "forty-years",     0.07,  YEAR,    DECADE },
  { "centuries",       0.004, DECADE,  ATLAS_TIME_UNIT_CENTURY },
  { "ages",            1e-6,  ATLAS_TIME_UNIT_CENTURY, ATLAS_TIME_UNIT_CENTURY },
};

/* From the first day of one date to the first day of another. */
static const struct
{
  const char *name;
  AtlasTimeUnit unit;
  const char *from;
  const char *to;
  const char *window;
} draws[] = {
  { "years",                 YEAR,  "2006-02-03", "2011-12-20", "2006/2011" },
  { "backwards",             YEAR,  "2011-12-20", "2006-02-03", "2006/2011" },
  { "nearest-edges",         YEAR,  "2006-10-01", "2011-03-01", "2007/2010" },
  { "one-is-the-least",      YEAR,  "2006-05-01", "2006-05-02", "2006" },
  { "one-though-few-days",   YEAR,  "2006-11-01", "2007-02-01", "2006" },
  { "months",                MONTH, "2020-09-27", "2020-11-10", "2020-10" },
  { "days",                  DAY,   "2020-09-27", "2020-11-11", "2020-09-27/2020-11-10" },
  { "not-beyond-the-bounds", YEAR,  "1700",       "2900",       "1985/2030" },
  { "all-of-it-outside",     YEAR,  "1700",       "1701",       "1985" },
};

/* What is taken hold of, and how many days it is dragged. */
static const struct
{
  const char *name;
  const char *window;
  AtlasTimeBrushPart part;
  AtlasTimeUnit unit;
  double      days;
  const char *dragged;
} drags[] = {
  { "begin",                      "2006/2011",             B, YEAR,    700,   "2008/2011" },
  { "end",                        "2006/2011",             E, YEAR,    -700,  "2006/2009" },
  { "begin-a-little",             "2006/2011",             B, YEAR,    170,   "2006/2011" },
  { "begin-by-months",            "2006/2011",             B, MONTH,   62,    "2006-03/2011" },
  { "begin-stops-before-the-end", "2006/2011",             B, YEAR,    9000,  "2011" },
  { "end-stops-after-the-begin",  "2006/2011",             E, YEAR,    -9000, "2006" },
  { "begin-at-the-bounds",        "2006/2011",             B, YEAR,    -9999, "1985/2011" },
  { "end-at-the-bounds",          "2006/2011",             E, QUARTER, 99999, "2006/2030-06" },
  { "an-open-end",                "2006/..",               E, YEAR,    -360,  "2006/2029" },
  { "an-open-begin",              "../2011",               B, YEAR,    400,   "1986/2011" },
  { "whole",                      "2006/2011",             W, YEAR,    1100,  "2009/2014" },
  { "whole-back",                 "2006/2011",             W, YEAR,    -1100, "2003/2008" },
  { "whole-by-quarters",          "2006/2011",             W, QUARTER, 91,    "2006-04/2012-03" },
  { "whole-keeps-its-place",      "2006-03-05/2006-04-17", W, YEAR,    1100,  "2009-03-05/2009-04-17" },
  { "whole-in-a-shorter-month",   "2006-01-31/2006-03-30", W, MONTH,   31,    "2006-02-28/2006-04-29" },
  { "whole-by-days",              "2006-01",               W, DAY,     3.4,   "2006-01-04/2006-02-03" },
  { "whole-stops-at-the-bounds",  "2006/2011",             W, YEAR,    99999, "2025/2030" },
  { "whole-stops-at-the-first",   "2006/2011",             W, YEAR,   -99999, "1985/1990" },
  { "outside-it-may-stay",        "1900/1910",             W, YEAR,    0,     "1900/1910" },
  { "from-outside-it-comes-in",   "1900/1910",             W, YEAR,    36525, "2000/2010" },
};

static const struct
{
  const char *name;
  const char *window;
  AtlasTimeBrushPart part;
  AtlasTimeUnit unit;
  int         count;
  const char *stepped;
} steps[] = {
  { "begin",              "2006/2011",          B, YEAR,    1,  "2007/2011" },
  { "begin-back",         "2006/2011",          B, MONTH,   -1, "2005-12/2011" },
  { "end",                "2006/2011",          E, QUARTER, 1,  "2006/2012-03" },
  { "end-back",           "2006/2011",          E, DAY,     -1, "2006/2011-12-30" },
  { "to-the-next",        "2006-05-28/2011",    B, YEAR,    1,  "2007/2011" },
  { "to-the-last",        "2006-05-28/2011",    B, YEAR,    -1, "2006/2011" },
  { "end-to-the-next",    "2006/2011-03",       E, YEAR,    1,  "2006/2011" },
  { "end-to-the-last",    "2006/2011-03",       E, YEAR,    -1, "2006/2010" },
  { "not-past-the-other", "2011",               B, YEAR,    1,  "2011" },
  { "whole",              "2006/2011",          W, YEAR,    -2, "2004/2009" },
  { "whole-months",       "2006-01/2006-02",    W, MONTH,   1,  "2006-02/2006-03" },
  { "not-past-the-last",  "2029/2030",          W, YEAR,    5,  "2029/2030" },
};

static const struct
{
  const char *name;
  const char *window;
  AtlasTimeBrushPart part;
  int         direction;
  const char *gone;
} ends[] = {
  { "begin-first", "2006/2011", B, -1, "1985/2011" },
  { "begin-last",  "2006/2011", B, 1,  "2011" },
  { "end-first",   "2006/2011", E, -1, "2006" },
  { "end-last",    "2006/2011", E, 1,  "2006/2030" },
  { "whole-first", "2006/2011", W, -1, "1985/1990" },
  { "whole-last",  "2006/2011", W, 1,  "2025/2030" },
};

static const struct
{
  const char *name;
  const char *window;
  AtlasTimeBrushPart part;
  AtlasTimeUnit unit;
  const char *words;
} words[] = {
  { "year",           "2006/2011",          B, YEAR,   "2006" },
  { "end-year",       "2006/2011",          E, DECADE, "2011" },
  { "month",          "2006/2011",          B, MONTH,  "January 2006" },
  { "end-month",      "2006/2011",          E, QUARTER, "December 2011" },
  { "day",            "2006/2011",          B, DAY,    "1 January 2006" },
  { "as-it-is",       "2006-03/2011-05-07", B, YEAR,   "March 2006" },
  { "end-as-it-is",   "2006-03/2011-05-07", E, YEAR,   "7 May 2011" },
  { "open",           "2006/..",            E, YEAR,   "open" },
  { "whole",          "2006/2011",          W, YEAR,   "2006 to 2011" },
};

static const struct
{
  const char *name;
  const char *window;
  const char *words;
} shorts[] = {
  { "years",           "2006/2012",             "2006 – 2012" },
  { "year",            "2006",                  "2006" },
  { "months",          "2020-09/2022-03",       "Sep 2020 – Mar 2022" },
  { "month-and-year",  "2023/2024-07",          "Jan 2023 – Jul 2024" },
  { "month",           "2020-09",               "Sep 2020" },
  { "days",            "2020-09-27/2020-11-10", "27 Sep 2020 – 10 Nov 2020" },
  { "day",             "2020-09-27",            "27 Sep 2020" },
  { "day-and-year",    "2020-09-27/2021",       "27 Sep 2020 – 31 Dec 2021" },
  { "open",            "2006/..",               "2006 – …" },
  { "open-begin",      "../2020-09",            "… – Sep 2020" },
};
/* clang-format on */

static void
test_width (gconstpointer data)
{
  const typeof (widths[0]) *c = data;

  g_assert_cmpint (atlas_time_brush_get_unit (c->px_per_day), ==, c->unit);
  g_assert_cmpint (atlas_time_brush_get_leap (c->unit), ==, c->leap);
}

static void
test_draw (gconstpointer data)
{
  const typeof (draws[0]) *c = data;

  assert_span (atlas_time_brush_draw (c->unit, sample_span (c->from).begin, sample_span (c->to).begin, sample_span (BOUNDS)), c->window);
}

static void
test_drag (gconstpointer data)
{
  const typeof (drags[0]) *c = data;

  assert_span (atlas_time_brush_drag (sample_span (c->window), c->part, c->unit, c->days, sample_span (BOUNDS)), c->dragged);
}

static void
test_step (gconstpointer data)
{
  const typeof (steps[0]) *c = data;

  assert_span (atlas_time_brush_step (sample_span (c->window), c->part, c->unit, c->count, sample_span (BOUNDS)), c->stepped);
}

static void
test_end (gconstpointer data)
{
  const typeof (ends[0]) *c = data;

  assert_span (atlas_time_brush_go_to_end (sample_span (c->window), c->part, YEAR, c->direction, sample_span (BOUNDS)), c->gone);
}

static void
test_words (gconstpointer data)
{
  const typeof (words[0]) *c = data;
  g_autofree char         *text = atlas_time_brush_to_words (sample_span (c->window), c->part, c->unit);

  g_assert_cmpstr (text, ==, c->words);
}

static void
test_short (gconstpointer data)
{
  const typeof (shorts[0]) *c = data;
  g_autofree char          *text = atlas_time_brush_to_short_words (sample_span (c->window));

  g_assert_cmpstr (text, ==, c->words);
}

#define ADD(table, func)                                                                    \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                          \
    {                                                                                       \
      g_autofree char *path = g_strdup_printf ("/time-brush/" #table "/%s", table[i].name); \
                                                                                            \
      g_test_add_data_func (path, &table[i], func);                                         \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (widths, test_width);
  ADD (draws, test_draw);
  ADD (drags, test_drag);
  ADD (steps, test_step);
  ADD (ends, test_end);
  ADD (words, test_words);
  ADD (shorts, test_short);

  return g_test_run ();
}
