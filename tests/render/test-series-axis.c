// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-axis.h"

#include "series-fixture.h"

#include <math.h>

static const struct
{
  const char *path;
  double      least;
  double      most;
  double      from;
  double      to;
  const char *lines;
} axis_cases[] = {
  { "/series-axis/gas", 8.1, 12.9, 0, 12.9, "5 10" },
  { "/series-axis/all-gas", 23.8, 25.2, 0, 25.2, "10 20" },
  { "/series-axis/barrels", 57.1, 286.2, 0, 286.2, "100 200" },
  { "/series-axis/tonnes", 31.1, 33.9, 0, 33.9, "20" },
  { "/series-axis/dollars", 1.96, 4.8, 0, 4.8, "2 4" },
  { "/series-axis/just-reached", 0, 10, 0, 10, "5 10" },
  { "/series-axis/just-not-reached", 0, 9.99, 0, 9.99, "5" },
  { "/series-axis/small", 0.01, 0.3, 0, 0.3, "0.2" },
  { "/series-axis/a-tenth", 0, 0.1, 0, 0.1, "0.05 0.1" },
  { "/series-axis/one", 0, 1, 0, 1, "0.5 1" },
  { "/series-axis/below-zero", -3, 7, -3, 7, "5" },
  { "/series-axis/both", -8, 9, -8, 9, "-5 5" },
  { "/series-axis/only-below", -40, -10, -40, 0, "-40 -20" },
  { "/series-axis/nothing", 0, 0, 0, 1, "1" },
  { "/series-axis/nonsense", NAN, NAN, 0, 1, "1" },
  { "/series-axis/endless", 0, INFINITY, 0, 1, "1" },
  { "/series-axis/huge", 0, 3e200, 0, 3e200, "2e+200" },
  { "/series-axis/tiny", 0, 3e-200, 0, 3e-200, "2e-200" },
};

static void
test_axis (gconstpointer data)
{
  const __typeof__ (axis_cases[0]) *c = data;
  AtlasSeriesAxis                   axis = atlas_series_axis_for (c->least, c->most);
  double                            lines[ATLAS_SERIES_MAX_LINES];
  guint                             n_lines = atlas_series_axis_get_lines (&axis, lines);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpfloat (axis.from, ==, c->from);
  g_assert_cmpfloat (axis.to, ==, c->to);
  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "%s%g", i > 0 ? " " : "", lines[i]);
  g_assert_cmpstr (text->str, ==, c->lines);
}

/* A day is 2 px, and the first is 1 January 2000. */
static AtlasTimeScale
get_scale (void)
{
  return (AtlasTimeScale){ atlas_day_from_ymd (2000, 1, 1), 2.0 };
}

static const AtlasSeriesPoint *
get_point (const AtlasSeries *series,
           guint              index)
{
  return &g_array_index (series->points, AtlasSeriesPoint, index);
}

/* A year's value takes the days of the year, no less and no more; neighbours meet, and a gap stays one. */
static void
test_days (void)
{
  g_autoptr (AtlasSeries) series = series_fixture_new ("Gas", "bcm", "2000 10, 2001 5, 2003-02 -5");
  AtlasSeriesAxis   axis = { -10, 10, 10 };
  AtlasTimeScale    scale = get_scale ();
  cairo_rectangle_t boxes[3];

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = atlas_series_axis_get_box (&axis, &scale, get_point (series, i), 100.0, 40.0);

  g_assert_cmpfloat (boxes[0].x, ==, 0.0);
  g_assert_cmpfloat (boxes[0].width, ==, 2.0 * 366.0);
  g_assert_cmpfloat (boxes[1].x, ==, boxes[0].x + boxes[0].width);
  g_assert_cmpfloat (boxes[1].width, ==, 2.0 * 365.0);
  g_assert_cmpfloat (boxes[2].x, ==, 2.0 * (366 + 365 + 365 + 31));
  g_assert_cmpfloat (boxes[2].width, ==, 2.0 * 28.0);

  g_assert_cmpfloat (boxes[0].y, ==, 100.0);
  g_assert_cmpfloat (boxes[0].height, ==, 20.0);
  g_assert_cmpfloat (boxes[1].y, ==, 110.0);
  g_assert_cmpfloat (boxes[1].height, ==, 10.0);
  g_assert_cmpfloat (boxes[2].y, ==, 120.0);
  g_assert_cmpfloat (boxes[2].height, ==, 10.0);
}

static const struct
{
  const char *path;
  double      x;
  int         index; /* -1: none */
} hits[] = {
  { "/series-axis/hit/before", -0.5, -1 },
  { "/series-axis/hit/first-px", 0.0, 0 },
  { "/series-axis/hit/last-px", 731.9, 0 },
  { "/series-axis/hit/next", 732.0, 1 },
  { "/series-axis/hit/gap", 1470.0, -1 },
  { "/series-axis/hit/day", 2192.5, 2 },
  { "/series-axis/hit/beside-a-day", 2194.5, 2 },
  { "/series-axis/hit/not-so-near", 2197.5, -1 },
  { "/series-axis/hit/after", 1e7, -1 },
  { "/series-axis/hit/far-off", -1e300, -1 },
};

static void
test_hit (gconstpointer data)
{
  const __typeof__ (hits[0]) *c = data;
  g_autoptr (AtlasSeries) series = series_fixture_new ("Gas", "bcm", "2000 10, 2001 5, 2003-01-01 4");
  AtlasTimeScale          scale = get_scale ();
  const AtlasSeriesPoint *point = atlas_series_hit (series, &scale, c->x);

  g_assert_true (point == (c->index < 0 ? NULL : get_point (series, (guint) c->index)));
}

static const struct
{
  const char *path;
  const char *days;
  int         index;
} finds[] = {
  { "/series-axis/find/day-of-a-year", "2000-12-31", 0 },
  { "/series-axis/find/next-day", "2001-01-01", 1 },
  { "/series-axis/find/gap", "2002-05", -1 },
  { "/series-axis/find/the-last-of-several", "2000/2001", 1 },
  { "/series-axis/find/part", "2001-12/2002", 1 },
  { "/series-axis/find/year-round-a-month", "2003", 2 },
  { "/series-axis/find/before-all", "1999", -1 },
  { "/series-axis/find/after-all", "2004", -1 },
};

static void
test_find (gconstpointer data)
{
  const __typeof__ (finds[0]) *c = data;
  g_autoptr (AtlasSeries) series = series_fixture_new ("Gas", "bcm", "2000 10, 2001 5, 2003-02 4");
  AtlasEdtf edtf;

  g_assert_true (atlas_edtf_parse (c->days, &edtf, NULL));
  g_assert_true (atlas_series_find (series, edtf.span) == (c->index < 0 ? NULL : get_point (series, (guint) c->index)));
}

static void
test_find_nothing (void)
{
  g_autoptr (AtlasSeries) series = series_fixture_new ("Gas", "bcm", "2000 10");
  g_autoptr (AtlasSeries) empty = series_fixture_new ("Gas", "bcm", "2000 10");
  AtlasTimeScale scale = get_scale ();

  g_array_set_size (empty->points, 0);
  g_assert_null (atlas_series_find (series, ATLAS_TIME_SPAN_NONE));
  g_assert_null (atlas_series_find (empty, ATLAS_TIME_SPAN_ALL));
  g_assert_null (atlas_series_hit (empty, &scale, 0.0));
}

/* Series of one unit can be compared, unless one would be lost beside another. */
static void
test_share (void)
{
  g_autoptr (AtlasSeries) all = series_fixture_new ("All", "bcm", "2023 23.8, 2024 25.2");
  g_autoptr (AtlasSeries) barrels = series_fixture_new ("Barrels", "million barrels", "2010 286.2");
  g_autoptr (AtlasSeries) part = series_fixture_new ("Part", "bcm", "2024 2.4, 2025 -1");
  g_autoptr (AtlasSeries) little = series_fixture_new ("Little", "bcm", "2024 0.9");
  g_autoptr (AtlasSeries) less = series_fixture_new ("Less", "bcm", "2024 0.5");
  const AtlasSeries *const series[] = { part, barrels, all, little, less };
  AtlasSeriesAxis          axes[G_N_ELEMENTS (series)];

  atlas_series_axis_share (series, G_N_ELEMENTS (series), axes);
  g_assert_cmpfloat (axes[0].to, ==, 25.2);
  g_assert_cmpfloat (axes[0].from, ==, -1.0);
  g_assert_cmpmem (&axes[0], sizeof axes[0], &axes[2], sizeof axes[2]);
  g_assert_cmpfloat (axes[1].to, ==, 286.2);
  g_assert_cmpfloat (axes[3].to, ==, 0.9);
  g_assert_cmpmem (&axes[3], sizeof axes[3], &axes[4], sizeof axes[4]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (axis_cases); i++)
    g_test_add_data_func (axis_cases[i].path, &axis_cases[i], test_axis);
  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    g_test_add_data_func (hits[i].path, &hits[i], test_hit);
  for (guint i = 0; i < G_N_ELEMENTS (finds); i++)
    g_test_add_data_func (finds[i].path, &finds[i], test_find);
  g_test_add_func ("/series-axis/days", test_days);
  g_test_add_func ("/series-axis/find/nothing", test_find_nothing);
  g_test_add_func ("/series-axis/share", test_share);

  return g_test_run ();
}
