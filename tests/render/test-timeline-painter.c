// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter.h"

#include "golden.h"
#include "paper.h"
#include "timeline-fixture.h"

#include <pango/pangocairo.h>

#define WIDTH 520
#define HEIGHT 300

typedef struct
{
  AtlasDataset         *dataset;
  AtlasTimelinePainter *painter;
  AtlasTimelineLayout  *layout;
  AtlasTimelineFrame    frame;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Lato 10");
  AtlasTimelineView     view = { .width = WIDTH - ATLAS_TIMELINE_GUTTER };
  AtlasTimelineSpec     spec;
  g_autoptr (AtlasTextWidths) widths = NULL;
  g_autoptr (AtlasTimelineIndex) index = NULL;

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  fixture->dataset = timeline_dataset_new ();
  fixture->painter = atlas_timeline_painter_new (context);
  g_object_unref (context);

  view.height = HEIGHT - atlas_timeline_painter_get_ruler_height (fixture->painter);
  view.scale = atlas_time_scale_for_range (sample_span ("1991/2018"), view.width);
  widths = atlas_timeline_painter_create_widths (fixture->painter);
  index = atlas_timeline_index_new (fixture->dataset, &(AtlasTimelineIndexSpec){ .widths = widths, .today = sample_span (TIMELINE_TODAY).begin });
  spec = timeline_spec (index, view.scale.px_per_day * 365.25, view.height);
  spec.line_height = atlas_timeline_painter_get_line_height (fixture->painter);
  fixture->layout = atlas_timeline_layout_new (&spec);
  fixture->frame = (AtlasTimelineFrame){ .layout = fixture->layout, .view = view, .today = sample_span (TIMELINE_TODAY).begin };
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  atlas_timeline_layout_unref (fixture->layout);
  atlas_timeline_painter_free (fixture->painter);
  g_assert_finalize_object (fixture->dataset);
}

static cairo_surface_t *
paint (Fixture *fixture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  atlas_timeline_painter_paint (fixture->painter, cr, &fixture->frame);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

static AtlasVisibility
hint_line (AtlasItem *item,
           gpointer   user_data)
{
  return g_str_equal (atlas_item_get_id (item), "line") ? ATLAS_VISIBILITY_HINT : ATLAS_VISIBILITY_SHOWN;
}

/* Each state is to be seen, and each is another picture. */
static void
test_states (Fixture      *fixture,
             gconstpointer data)
{
  AtlasItem         *line = atlas_dataset_lookup (fixture->dataset, "line");
  AtlasTimelineFrame plain = fixture->frame;
  AtlasTimelineFrame states[8];
  cairo_surface_t   *pictures[G_N_ELEMENTS (states)];

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    states[i] = plain;
  states[1].selected = line;
  states[2].hovered = line;
  states[3].focused = line;
  states[4].visibility = hint_line;
  states[5].clock = sample_span ("2003-05");
  states[5].clock_text = "May 2003";
  states[6] = states[5];
  states[6].comparison = sample_span ("1996");
  states[6].comparison_text = "1996";
  states[7] = states[6]; /* side by side: neither flag covers the other */
  states[7].comparison = sample_span ("2002-11");
  states[7].comparison_text = "November 2002";

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      fixture->frame = states[i];
      pictures[i] = paint (fixture);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (picture_difference (pictures[i], pictures[j], 0, 0, NULL), >, 0.02);
    }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    cairo_surface_destroy (pictures[i]);
}

/* Moving by whole px moves the lanes' picture: no hatch swims and no name jumps. */
static void
test_pan (Fixture      *fixture,
          gconstpointer data)
{
  AtlasTimeScale   scale = fixture->frame.view.scale;
  cairo_surface_t *before = NULL;
  cairo_surface_t *after = NULL;
  cairo_surface_t *lanes[2];

  /* The middle of the view, where nothing sticks to its sides. */
  fixture->frame.view.scale.begin = sample_span ("1985").begin;
  fixture->frame.view.scale.px_per_day = scale.px_per_day / 1.2;
  before = paint (fixture);
  fixture->frame.view.scale.begin -= 20 / fixture->frame.view.scale.px_per_day;
  after = paint (fixture);
  for (guint i = 0; i < 2; i++)
    lanes[i] = cairo_surface_create_for_rectangle (i == 0 ? before : after, 150 + 20.0 * i, 40, 250, 250);
  for (guint i = 0; i < 2; i++)
    {
      cairo_surface_t *copy = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 250, 250);
      cairo_t         *cr = cairo_create (copy);

      cairo_set_source_surface (cr, lanes[i], 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
      cairo_surface_destroy (lanes[i]);
      lanes[i] = copy;
    }
  g_assert_cmpfloat (picture_difference (lanes[0], lanes[1], 0, 0, NULL), <, 1.0);
  cairo_surface_destroy (lanes[0]);
  cairo_surface_destroy (lanes[1]);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

static void
paint_cb (cairo_t *cr,
          gpointer user_data)
{
  Fixture *fixture = user_data;

  atlas_timeline_painter_paint (fixture->painter, cr, &fixture->frame);
}

/* On paper it looks as on a screen, but for the letters, which fall on other px. */
static void
test_paper (Fixture      *fixture,
            gconstpointer data)
{
  cairo_surface_t *screen = NULL;
  cairo_surface_t *paper = NULL;
  GoldenDifference difference;

  fixture->frame.clock = sample_span ("2003-05");
  fixture->frame.clock_text = "May 2003";
  fixture->frame.selected = atlas_dataset_lookup (fixture->dataset, "line");
  screen = paint (fixture);
  paper = paper_draw (paint_cb, fixture, WIDTH, HEIGHT);
  difference = golden_compare (screen, paper);
  g_test_message ("mean %.3f, most %d, far off %.3f %%", difference.mean, difference.most, difference.far * 100);
  if (difference.mean > 1.0 || difference.far > 0.01)
    {
      g_autofree char *a = golden_write_actual (screen, "timeline-screen.png");
      g_autofree char *b = golden_write_actual (paper, "timeline-paper.png");

      g_error ("mean difference %.3f, %.3f %% of the px far off; see %s and %s", difference.mean, difference.far * 100, a, b);
    }
  cairo_surface_destroy (screen);
  cairo_surface_destroy (paper);
}

/* There is no picture in an SVG of it, and its words are text. */
static void
test_svg (Fixture      *fixture,
          gconstpointer data)
{
  static const char *const words[] = { ">Line<", ">Zone<", ">Next era<", ">1995<", ">May 2003<", ">today<" };
  g_autofree char         *svg = NULL;

  fixture->frame.clock = sample_span ("2003-05");
  fixture->frame.clock_text = "May 2003";
  svg = paper_write_svg (paint_cb, fixture, WIDTH, HEIGHT);
  g_assert_cmpuint (paper_count (svg, "<image"), ==, 0);
  g_assert_cmpuint (paper_count (svg, "<mask"), ==, 0);
  g_assert_cmpuint (paper_count (svg, "glyph"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (svg, words[i]) == NULL)
      g_error ("no %s", words[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/timeline-painter/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/timeline-painter/pan", Fixture, NULL, set_up, test_pan, tear_down);
  g_test_add ("/timeline-painter/paper", Fixture, NULL, set_up, test_paper, tear_down);
  g_test_add ("/timeline-painter/svg", Fixture, NULL, set_up, test_svg, tear_down);

  return g_test_run ();
}
