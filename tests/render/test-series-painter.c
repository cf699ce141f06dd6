// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-painter.h"

#include "golden.h"
#include "paper.h"
#include "series-fixture.h"

#include <pango/pangocairo.h>

#include <math.h>

#define WIDTH 560
#define N_SERIES 5

typedef struct
{
  AtlasSeries          *series[N_SERIES];
  AtlasSeriesTrack      tracks[N_SERIES];
  AtlasTimelinePainter *painter;
  AtlasTimelineFrame    frame;
  double                height; /* of a track */
} Fixture;

/* Joined, with gaps, down to nothing and below it, by month, of one unit and of others. */
static const struct
{
  const char *title;
  const char *unit;
  const char *points;
} samples[N_SERIES] = {
  { "Gas, all destinations", "bcm", "2013 18.5, 2014 19.1, 2015 21, 2016 20.4, 2019 23.8, 2020 25.2" },
  { "Gas to a neighbour", "bcm", "2012 2.4, 2014 9.9, 2020 9.6" },
  { "Growth", "per cent", "2011 4, 2012 2.5, 2013 -1.5, 2014 0, 2015 3" },
  { "Loaded by month", "million barrels", "2014-01 20, 2014-02 22, 2014-03 31, 2014-04 27, 2014-05 29, 2014-09 31, 2014-10 24, 2015 286" },
  { "A name that is much too long for the little room that there is beside the value at the date of the clock", "million tonnes", "2010 2, 2015 1.218, 2016 1.2, 2017 0.824" },
};

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string (data != NULL ? data : "Lato 10");
  const AtlasSeries    *series[N_SERIES];
  AtlasSeriesAxis       axes[N_SERIES];
  AtlasTimelineView     view = { .width = WIDTH - ATLAS_TIMELINE_GUTTER };

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  fixture->painter = atlas_timeline_painter_new (context);
  g_object_unref (context);

  for (guint i = 0; i < N_SERIES; i++)
    series[i] = fixture->series[i] = series_fixture_new (samples[i].title, samples[i].unit, samples[i].points);
  atlas_series_axis_share (series, N_SERIES, axes);
  for (guint i = 0; i < N_SERIES; i++)
    fixture->tracks[i] = (AtlasSeriesTrack){ .series = series[i], .axis = axes[i], .look = i, .inset = 20.0 };

  fixture->height = atlas_series_painter_get_height (fixture->painter);
  view.scale = atlas_time_scale_for_range (ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (2010, 1, 1), atlas_day_from_ymd (2023, 1, 1)), view.width);
  view.height = fixture->height;
  fixture->frame = (AtlasTimelineFrame){ .view = view, .today = atlas_day_from_ymd (2022, 3, 15) };
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < N_SERIES; i++)
    atlas_series_free (fixture->series[i]);
  atlas_timeline_painter_free (fixture->painter);
}

static cairo_surface_t *
paint (Fixture *fixture,
       guint    first,
       guint    n)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, (int) ceil (fixture->height * n));
  cairo_t         *cr = cairo_create (surface);

  for (guint i = first; i < first + n; i++)
    {
      atlas_series_painter_paint (fixture->painter, cr, &fixture->frame, &fixture->tracks[i]);
      cairo_translate (cr, 0.0, fixture->height);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static void
assert_golden (Fixture       *fixture,
               AtlasPaletteId palette,
               const char    *name)
{
  cairo_surface_t *picture = NULL;

  fixture->frame.palette = palette;
  fixture->frame.clock = ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (2015, 1, 1), atlas_day_from_ymd (2016, 1, 1));
  fixture->frame.clock_mode = ATLAS_CLOCK_AT;
  for (guint i = 0; i < N_SERIES; i++)
    fixture->tracks[i].lit = atlas_series_find (fixture->series[i], fixture->frame.clock);
  fixture->tracks[1].focused = &g_array_index (fixture->series[1]->points, AtlasSeriesPoint, 1);

  picture = paint (fixture, 0, N_SERIES);
  golden_assert (picture, name);
  cairo_surface_destroy (picture);
}

static void
test_light (Fixture      *fixture,
            gconstpointer data)
{
  assert_golden (fixture, ATLAS_PALETTE_LIGHT, "series-light.png");
}

static void
test_dark (Fixture      *fixture,
           gconstpointer data)
{
  assert_golden (fixture, ATLAS_PALETTE_DARK, "series-dark.png");
}

static void
test_contrast (Fixture      *fixture,
               gconstpointer data)
{
  assert_golden (fixture, ATLAS_PALETTE_CONTRAST, "series-contrast.png");
}

/* Twice as large, as somebody with other eyes reads it. */
static void
test_large (Fixture      *fixture,
            gconstpointer data)
{
  assert_golden (fixture, ATLAS_PALETTE_LIGHT, "series-large.png");
}

/* The px columns in which two pictures of a track are not the same, from and to. */
static void
get_difference (cairo_surface_t *a,
                cairo_surface_t *b,
                int              y0,
                int              y1,
                int             *from,
                int             *to)
{
  *from = WIDTH;
  *to = -1;
  for (int y = y0; y < y1; y++)
    for (int x = 0; x < WIDTH; x++)
      if (memcmp (picture_pixel (a, x, y), picture_pixel (b, x, y), 4) != 0)
        {
          *from = MIN (*from, x);
          *to = MAX (*to, x);
        }
}

/* A value inks the px of its days and no other: beside it, where there is none, nothing is drawn. */
static void
test_days (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (AtlasSeries) one = series_fixture_new ("One", "bcm", "2014 10");
  g_autoptr (AtlasSeries) none = series_fixture_new ("One", "bcm", "1914 10");
  cairo_surface_t *with = NULL;
  cairo_surface_t *without = NULL;
  double           y, height;
  int              from, to;

  atlas_series_painter_get_chart (fixture->painter, &y, &height);
  fixture->tracks[0] = (AtlasSeriesTrack){ .series = one, .axis = atlas_series_axis_for (0, 10) };
  with = paint (fixture, 0, 1);
  fixture->tracks[0].series = none;
  without = paint (fixture, 0, 1);

  get_difference (with, without, (int) y, (int) fixture->height, &from, &to);
  g_assert_cmpint (from, ==, (int) (ATLAS_TIMELINE_GUTTER + round (atlas_time_scale_get_x (&fixture->frame.view.scale, atlas_day_from_ymd (2014, 1, 1)))));
  g_assert_cmpint (to, ==, (int) (ATLAS_TIMELINE_GUTTER + round (atlas_time_scale_get_x (&fixture->frame.view.scale, atlas_day_from_ymd (2015, 1, 1)))) - 1);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

/* A value of 0 is a value: it is seen, where a gap is not. */
static void
test_zero (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (AtlasSeries) zero = series_fixture_new ("Nil", "bcm", "2014 0, 2020 1");
  g_autoptr (AtlasSeries) gap = series_fixture_new ("Nil", "bcm", "2020 1");
  cairo_surface_t *pictures[2];
  int              from, to;

  fixture->tracks[0] = (AtlasSeriesTrack){ .series = zero, .axis = atlas_series_axis_for (0, 1) };
  pictures[0] = paint (fixture, 0, 1);
  fixture->tracks[0].series = gap;
  pictures[1] = paint (fixture, 0, 1);
  get_difference (pictures[0], pictures[1], (int) (fixture->height - 8.0), (int) fixture->height, &from, &to);
  g_assert_cmpint (to - from, >, 20);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    cairo_surface_destroy (pictures[i]);
}

/* Each state is to be seen, and each is another picture. */
static void
test_states (Fixture      *fixture,
             gconstpointer data)
{
  const AtlasSeriesPoint *points = (const AtlasSeriesPoint *) (gpointer) fixture->series[0]->points->data;
  cairo_surface_t        *pictures[7];

  pictures[0] = paint (fixture, 0, 1);
  fixture->tracks[0].lit = &points[2];
  pictures[1] = paint (fixture, 0, 1);
  fixture->tracks[0].lit = &points[3];
  pictures[2] = paint (fixture, 0, 1);
  fixture->tracks[0].focused = &points[3];
  pictures[3] = paint (fixture, 0, 1);
  fixture->tracks[0].look = 6; /* the ink of the third, the hatch of the second */
  pictures[4] = paint (fixture, 0, 1);
  fixture->tracks[0].look = 2;
  pictures[5] = paint (fixture, 0, 1);
  fixture->frame.window = ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (2014, 1, 1), atlas_day_from_ymd (2016, 1, 1));
  pictures[6] = paint (fixture, 0, 1);

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (picture_difference (pictures[i], pictures[j], 0, 0, NULL), >, 0.02);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    cairo_surface_destroy (pictures[i]);
}

/* Days without an end, a day seen from afar and one that is wider than the view are no trouble. */
static void
test_extremes (Fixture      *fixture,
               gconstpointer data)
{
  static const double px_per_day[] = { 1e-4, 0.01, 1.0, 64.0 };
  g_autoptr (AtlasSeries) wide = series_fixture_new ("Wide", "bcm", "../2011 4, 2012-05-06 1e12, 2012-05-07 3, 2013/.. 5");

  fixture->tracks[0] = (AtlasSeriesTrack){ .series = wide, .axis = atlas_series_axis_for (0, 1e12) };
  for (guint i = 0; i < G_N_ELEMENTS (px_per_day); i++)
    {
      cairo_surface_t *picture = NULL;

      fixture->frame.view.scale.px_per_day = px_per_day[i];
      fixture->frame.view.scale.begin = atlas_day_from_ymd (2012, 5, 6) - 100.0 / px_per_day[i];
      picture = paint (fixture, 0, 1);
      g_assert_cmpfloat (picture_ink (picture), >, 200.0);
      cairo_surface_destroy (picture);
    }
}

static void
paint_cb (cairo_t *cr,
          gpointer user_data)
{
  Fixture *fixture = user_data;

  for (guint i = 0; i < N_SERIES; i++)
    {
      atlas_series_painter_paint (fixture->painter, cr, &fixture->frame, &fixture->tracks[i]);
      cairo_translate (cr, 0.0, fixture->height);
    }
}

/* On paper there are shapes and text only, and it looks the same. */
static void
test_paper (Fixture      *fixture,
            gconstpointer data)
{
  int              height = (int) ceil (fixture->height * N_SERIES);
  g_autofree char *svg = paper_write_svg (paint_cb, fixture, WIDTH, height);
  cairo_surface_t *screen = paint (fixture, 0, N_SERIES);
  cairo_surface_t *paper = paper_draw (paint_cb, fixture, WIDTH, height);
  GoldenDifference difference = golden_compare (screen, paper);

  g_assert_cmpuint (paper_count (svg, "<image"), ==, 0);
  g_assert_cmpuint (paper_count (svg, "glyph"), ==, 0);
  for (guint i = 0; i < N_SERIES - 1; i++)
    g_assert_nonnull (strstr (svg, samples[i].title));
  g_test_message ("mean %.3f, most %d, far off %.3f %%", difference.mean, difference.most, difference.far * 100);
  g_assert_cmpfloat (difference.mean, <, GOLDEN_MAX_MEAN);
  cairo_surface_destroy (screen);
  cairo_surface_destroy (paper);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/series-painter/golden/light", Fixture, NULL, set_up, test_light, tear_down);
  g_test_add ("/series-painter/golden/dark", Fixture, NULL, set_up, test_dark, tear_down);
  g_test_add ("/series-painter/golden/contrast", Fixture, NULL, set_up, test_contrast, tear_down);
  g_test_add ("/series-painter/golden/large", Fixture, "Lato 20", set_up, test_large, tear_down);
  g_test_add ("/series-painter/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/series-painter/zero", Fixture, NULL, set_up, test_zero, tear_down);
  g_test_add ("/series-painter/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/series-painter/extremes", Fixture, NULL, set_up, test_extremes, tear_down);
  g_test_add ("/series-painter/paper", Fixture, NULL, set_up, test_paper, tear_down);

  return g_test_run ();
}
