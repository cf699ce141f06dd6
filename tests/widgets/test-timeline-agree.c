// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-strip.h"
#include "atlas-timeline-canvas.h"
#include "atlas-timeline-ruler.h"
#include "atlas-timeline-strip.h"
#include "picture.h"
#include "series-pane-fixture.h"

#include <math.h>
#include <string.h>

/* One time for all parts of a timeline: a day is at the same px in each of them, whatever is in view. */

#define NEARNESS 1.6 /* px: of a line that is two wide and stands on whole ones */
#define FOOT 3       /* px over the lower side of the ruler, where only ticks and the clock's line are */

/* clang-format off */
static const struct
{
  GType      (*get_type) (void);
  const char *name;
  double      share; /* of a part's height that the clock's line crosses: the ruler has a flag at its end */
} parts[] = {
  { atlas_timeline_ruler_get_type,  "ruler",    0.15 },
  { atlas_timeline_strip_get_type,  "strip",    0.9 },
  { atlas_timeline_canvas_get_type, "lanes",    0.9 },
  { atlas_passage_strip_get_type,   "passages", 0.9 },
  { atlas_series_chart_get_type,    "figures",  0.9 },
};

static const struct
{
  const char *range;
  const char *day;
  int         text; /* % */
} views[] = {
  { "1991/2030",             "2008-03-05", 100 },
  { "1991/2030",             "2009-03-05", 200 },
  { "2006/2010",             "2008-03-05", 100 },
  { "2008",                  "2008-03-05", 100 },
  { "1900/2030",             "1994-09-20", 100 },
  { "2019-07/2021-02",       "2020-04-06", 100 },
};
/* clang-format on */

static cairo_surface_t *
take_picture (WidgetFixture *fixture)
{
  int              width = gtk_widget_get_width (fixture->widget);
  int              height = gtk_widget_get_height (fixture->widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t         *cr = cairo_create (surface);
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (fixture->widget)->snapshot (fixture->widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* How many px of a column differ, from @y0 on. */
static int
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b,
                   int              x,
                   int              y0,
                   int              y1)
{
  int n = 0;

  for (int y = y0; y < y1; y++)
    if (memcmp (picture_pixel (a, x, y), picture_pixel (b, x, y), 3) != 0)
      n++;

  return n;
}

/* Where the line of @day stands in a part: the middle of the columns that differ between a picture with and one without it. */
static double
find_line (WidgetFixture   *fixture,
           guint            part,
           cairo_surface_t *with,
           cairo_surface_t *without,
           double           expected)
{
  GtkWidget *widget = series_pane_find (fixture->widget, parts[part].get_type ());
  double     x, y, sum = 0.0;
  int        height = gtk_widget_get_height (widget);
  int        y0, y1;
  int        n = 0;

  g_assert_true (gtk_widget_translate_coordinates (widget, fixture->widget, 0.0, 0.0, &x, &y));
  g_assert_cmpfloat (x, ==, 0.0);
  y1 = (int) y + height - 1;
  y0 = part == 0 ? y1 - FOOT : (int) y + 1;

  for (int column = (int) expected - 6; column <= (int) expected + 6; column++)
    if (count_differences (with, without, column, y0, y1) >= parts[part].share * (y1 - y0))
      {
        sum += column + 0.5;
        n++;
      }
  if (n == 0)
    g_error ("no line in the %s", parts[part].name);

  return sum / n;
}

static AtlasTimeSpan
span (const char *text)
{
  AtlasEdtf edtf;

  g_assert_true (atlas_edtf_parse (text, &edtf, NULL));

  return edtf.span;
}

static void
test_agree (WidgetFixture *fixture,
            gconstpointer  data)
{
  const typeof (views[0]) *view = data;
  GtkWidget               *canvas = series_pane_find (fixture->widget, ATLAS_TYPE_TIMELINE_CANVAS);
  AtlasTimeScale           scale;
  cairo_surface_t         *with = NULL;
  cairo_surface_t         *without = NULL;
  double                   expected;

  g_object_set (gtk_widget_get_settings (canvas), "gtk-xft-dpi", 96 * 1024 * view->text / 100, NULL);
  series_pane_choose (fixture, "az-gas-to-turkiye");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpint (gtk_widget_get_width (series_pane_find (fixture->widget, parts[i].get_type ())), ==, gtk_widget_get_width (canvas));

  atlas_session_set_range (fixture->session, span (view->range));
  /* The same items on both days, or nearly so. */
  atlas_session_set_clock (fixture->session, span ("1850-01-01"));
  widget_fixture_lay_out (fixture);
  without = take_picture (fixture);
  atlas_session_set_clock (fixture->session, span (view->day));
  widget_fixture_lay_out (fixture);
  with = take_picture (fixture);

  scale = atlas_time_scale_for_range (atlas_session_get_range (fixture->session), gtk_widget_get_width (canvas) - ATLAS_TIMELINE_GUTTER);
  expected = ATLAS_TIMELINE_GUTTER + atlas_time_scale_get_x (&scale, span (view->day).begin);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      double x = find_line (fixture, i, with, without, expected);

      if (fabs (x - expected) > NEARNESS)
        g_error ("%s is at %.1f px in the %s, and not at %.1f", view->day, x, parts[i].name, expected);
    }

  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-agree/%s,%d%%", views[i].range, views[i].text);

      for (char *letter = path + strlen ("/timeline-agree/"); *letter != '\0'; letter++)
        if (*letter == '/')
          *letter = '_';
      g_test_add (path, WidgetFixture, &views[i], series_pane_set_up, test_agree, widget_fixture_tear_down);
    }

  return g_test_run ();
}
