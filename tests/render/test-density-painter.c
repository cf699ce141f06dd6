// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-density-painter.h"

#include "golden.h"
#include "sample-atlas.h"

#include <math.h>

#define WIDTH 640
#define HEIGHT 22

static AtlasDensity *
create_density (void)
{
  /* clang-format off */
  static const char *const happens[] = {
    "1991-09-02", "1991-12", "1992", "1992-05-08", "1992-05-09", "1994-05-12", "1994-09-20", "1994-11", "1996", "1997-07-03",
    "1999-11-18", "2002-09", "2003", "2006-05-28", "2006-07", "2008-08", "2009", "2010-11-19", "2012-12-09", "2015",
    "2016-04-02", "2017-10-30", "2018-06", "2018-06-12", "2020-07-12", "2020-09-27", "2020-11-10", "2020-11-11", "2020-12", "2020-12-31",
    "2021-01-11", "2021-06-15", "2022", "2022-02-22", "2022-08-25", "2023-09-19", "2023-09-20", "2024-06", "2025", "201X",
    "2027", "2028",
  };
  /* clang-format on */
  AtlasTimeSpan spans[G_N_ELEMENTS (happens)];

  for (guint i = 0; i < G_N_ELEMENTS (happens); i++)
    spans[i] = sample_span (happens[i]);

  return atlas_density_new_for_spans (spans, G_N_ELEMENTS (spans));
}

static AtlasDensityFrame
create_frame (const AtlasDensity *density)
{
  AtlasTimelineView view = { .width = WIDTH, .height = HEIGHT, .scale = atlas_time_scale_for_range (sample_span ("1991/2030"), WIDTH) };

  return (AtlasDensityFrame){ .density = density, .view = view, .today = sample_span ("2026-11-23").begin };
}

static void
paint_frame (cairo_t                 *cr,
             const AtlasDensityFrame *frame)
{
  atlas_density_paint (cr, frame);
  atlas_density_paint_window (cr, frame);
}

static cairo_surface_t *
paint (const AtlasDensityFrame *frame)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  paint_frame (cr, frame);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

static PangoLayout *
create_text (void)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Lato 9");
  PangoLayout          *text = pango_layout_new (context);

  pango_layout_set_font_description (text, font);
  pango_font_description_free (font);
  g_object_unref (context);

  return text;
}

/* Every palette with every state of the window, one strip below another. */
static void
test_golden (void)
{
  g_autoptr (AtlasDensity) density = create_density ();
  PangoLayout      *text = create_text ();
  cairo_surface_t  *sheet = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, 5 * ATLAS_N_PALETTES * (HEIGHT + 2));
  cairo_t          *cr = cairo_create (sheet);
  AtlasDensityFrame states[5];

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    states[i] = create_frame (density);
  for (guint i = 1; i < G_N_ELEMENTS (states); i++)
    states[i].window = sample_span ("2006/2012");
  states[2].lit = 1u << ATLAS_TIME_BRUSH_END;
  states[2].focused = 1u << ATLAS_TIME_BRUSH_END;
  states[2].text = text;
  states[2].texts[ATLAS_TIME_BRUSH_END] = "2012";
  states[3].window = sample_span ("1985/2027");
  states[3].focused = 1u << ATLAS_TIME_BRUSH_WHOLE;
  states[3].lit = 1u << ATLAS_TIME_BRUSH_WHOLE;
  states[4].view.scale = atlas_time_scale_for_range (sample_span ("2020/2022"), WIDTH);
  states[4].window = sample_span ("2020-09-27/2020-11-10");
  states[4].text = text;
  states[4].texts[ATLAS_TIME_BRUSH_BEGIN] = "27 September 2020";
  states[4].texts[ATLAS_TIME_BRUSH_END] = "10 November 2020";

  for (guint palette = 0; palette < ATLAS_N_PALETTES; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (states); i++)
      {
        cairo_save (cr);
        cairo_rectangle (cr, 0.0, 0.0, WIDTH, HEIGHT);
        cairo_clip (cr);
        states[i].palette = palette;
        paint_frame (cr, &states[i]);
        cairo_restore (cr);
        cairo_translate (cr, 0.0, HEIGHT + 2);
      }

  g_object_unref (text);
  cairo_destroy (cr);
  golden_assert (sheet, "density.png");
  cairo_surface_destroy (sheet);
}

static gboolean
is_column (cairo_surface_t *surface,
           int              x)
{
  const guint8 *ground = picture_pixel (surface, x, 0);
  const guint8 *foot = picture_pixel (surface, x, HEIGHT - 3);

  return ABS (ground[0] - foot[0]) + ABS (ground[1] - foot[1]) + ABS (ground[2] - foot[2]) > 30;
}

/* A day is a column of its own when it is wide enough, and stands nowhere but over itself. */
static void
test_place (void)
{
  AtlasTimeSpan day = sample_span ("2020-11-10");
  g_autoptr (AtlasDensity) density = atlas_density_new_for_spans (&day, 1);
  AtlasDensityFrame frame = create_frame (density);
  cairo_surface_t  *surface = NULL;
  double            x0, x1;

  frame.view.scale = atlas_time_scale_for_range (sample_span ("2020-11"), WIDTH);
  x0 = atlas_time_scale_get_x (&frame.view.scale, day.begin);
  x1 = atlas_time_scale_get_x (&frame.view.scale, day.end);
  surface = paint (&frame);
  for (int x = 1; x < WIDTH - 1; x++)
    if (x < x0 - 1 || x > x1 + 1)
      g_assert_false (is_column (surface, x));
    else if (x > x0 + 1 && x < x1 - 2)
      g_assert_true (is_column (surface, x));
  cairo_surface_destroy (surface);
}

/* What the whole px of a pan bring into view is new, the rest is the same picture. */
static void
test_pan (void)
{
  g_autoptr (AtlasDensity) density = create_density ();
  AtlasDensityFrame frame = create_frame (density);
  cairo_surface_t  *before = NULL;
  cairo_surface_t  *after = NULL;
  const int         dx = 37;

  frame.window = sample_span ("2001/2012");
  before = paint (&frame);
  frame.view.scale.begin += dx / frame.view.scale.px_per_day;
  after = paint (&frame);
  for (int y = 8; y < HEIGHT; y++) /* the grip stays in the middle of what is in view */
    for (int x = 1; x < WIDTH - dx - 1; x++)
      for (int channel = 0; channel < 4; channel++)
        g_assert_cmpint (ABS (picture_pixel (before, x + dx, y)[channel] - picture_pixel (after, x, y)[channel]), <=, 1);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* Each state is another picture. */
static void
test_states (void)
{
  g_autoptr (AtlasDensity) density = create_density ();
  g_autoptr (AtlasDensity) nothing = atlas_density_new_for_spans (NULL, 0);
  AtlasDensityFrame states[9];
  cairo_surface_t  *pictures[G_N_ELEMENTS (states)];

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      states[i] = create_frame (density);
      if (i > 2)
        states[i].window = sample_span ("2006/2012");
    }
  states[1].density = nothing;
  states[2].today = sample_span ("1990").begin;
  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    {
      states[3 + part].lit = 1u << part;
      states[6 + part].focused = 1u << part;
    }

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      pictures[i] = paint (&states[i]);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (picture_difference (pictures[i], pictures[j], 0, 0, NULL), >, 0.02);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    cairo_surface_destroy (pictures[i]);
}

static const struct
{
  const char *name;
  double      px_per_year;
  int         unit;
} units[] = {
  { "a-month-in-view", 12000.0, ATLAS_TIME_UNIT_DAY },
  { "four-years", 300.0, ATLAS_TIME_UNIT_MONTH },
  { "forty-years", 25.0, ATLAS_TIME_UNIT_QUARTER },
  { "a-century", 12.0, ATLAS_TIME_UNIT_YEAR },
  { "a-millennium", 1.0, ATLAS_TIME_UNIT_DECADE },
  { "all-of-time", 1e-5, ATLAS_TIME_UNIT_CENTURY },
};

static void
test_unit (gconstpointer data)
{
  const typeof (units[0]) *c = data;
  AtlasTimeScale           scale = { 0.0, c->px_per_year / 365.25 };

  g_assert_cmpint (atlas_density_get_unit (&scale), ==, c->unit);
}

/* Where the parts of a window can be taken hold of: in view, none over another, and the whole never without room. */
static const char *const windows[] = { "2006/2012", "2006-05-28", "1900/2012", "2006/..", "../..", "1900", "2090/2091", "1991/2030" };

static void
test_room (gconstpointer data)
{
  AtlasDensityFrame frame = create_frame (NULL);
  cairo_rectangle_t rooms[ATLAS_N_TIME_BRUSH_PARTS];

  for (guint part = 0; part < ATLAS_N_TIME_BRUSH_PARTS; part++)
    {
      rooms[part] = atlas_density_get_room (&frame.view, sample_span (data), part);
      g_assert_cmpfloat (rooms[part].width, >=, 6.0);
      g_assert_cmpfloat (rooms[part].x, >=, -13.0);
      g_assert_cmpfloat (rooms[part].x + rooms[part].width, <=, WIDTH + 13.0);
    }
  g_assert_cmpfloat (rooms[ATLAS_TIME_BRUSH_BEGIN].x, <, rooms[ATLAS_TIME_BRUSH_END].x + 13.0);
  g_assert_cmpfloat (atlas_density_get_room (&frame.view, ATLAS_TIME_SPAN_NONE, ATLAS_TIME_BRUSH_WHOLE).width, ==, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *path = g_strdup_printf ("/density-painter/unit/%s", units[i].name);

      g_test_add_data_func (path, &units[i], test_unit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/density-painter/room/%u", i);

      g_test_add_data_func (path, windows[i], test_room);
    }
  g_test_add_func ("/density-painter/golden", test_golden);
  g_test_add_func ("/density-painter/place", test_place);
  g_test_add_func ("/density-painter/pan", test_pan);
  g_test_add_func ("/density-painter/states", test_states);

  return g_test_run ();
}
