// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-painter.h"

#include "golden.h"
#include "passage-fixture.h"

#include <pango/pangocairo.h>

#define WIDTH 640

typedef struct
{
  AtlasDataset        *dataset;
  AtlasPassageTimes   *times;
  AtlasPassagePainter *painter;
  AtlasPassageFrame    frame;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Lato 10");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  fixture->dataset = passage_dataset_new ();
  fixture->times = atlas_passage_times_new (fixture->dataset);
  fixture->painter = atlas_passage_painter_new (context);
  g_object_unref (context);
  atlas_passage_painter_set_times (fixture->painter, fixture->times);

  fixture->frame.timeline.view.width = WIDTH - ATLAS_TIMELINE_GUTTER;
  fixture->frame.timeline.view.height = atlas_passage_painter_get_height (fixture->painter, FALSE);
  fixture->frame.timeline.view.scale = atlas_time_scale_for_range (sample_span ("1991/2030"), fixture->frame.timeline.view.width);
  fixture->frame.timeline.today = sample_span ("2026-11-23").begin;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  atlas_passage_painter_free (fixture->painter);
  atlas_passage_times_unref (fixture->times);
  g_assert_finalize_object (fixture->dataset);
}

static const AtlasPassage *
get_passage (Fixture *fixture,
             guint    number)
{
  return g_ptr_array_index (atlas_report_get_passages (atlas_dataset_get_report (fixture->dataset)), number - 1);
}

static cairo_surface_t *
paint (Fixture *fixture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, (int) fixture->frame.timeline.view.height);
  cairo_t         *cr = cairo_create (surface);

  atlas_passage_painter_paint (fixture->painter, cr, &fixture->frame);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

/* What a strip may show, one state after another. */
static void
set_state (Fixture *fixture,
           guint    state)
{
  AtlasPassageFrame *frame = &fixture->frame;
  int                tall = atlas_passage_painter_get_height (fixture->painter, TRUE);
  AtlasTimelineView  view = frame->timeline.view;
  int                today = frame->timeline.today;
  AtlasPaletteId     palette = frame->timeline.palette;

  *frame = (AtlasPassageFrame){ .timeline = { .view = view, .today = today, .palette = palette } };
  frame->timeline.view.height = state < 6 ? atlas_passage_painter_get_height (fixture->painter, FALSE) : tall;
  switch (state)
    {
    case 1:
      frame->current = get_passage (fixture, 5);
      break;
    case 2:
      frame->hovered = get_passage (fixture, 5);
      frame->timeline.selected = atlas_dataset_lookup (fixture->dataset, "accord");
      break;
    case 3:
      frame->timeline.hovered = atlas_dataset_lookup (fixture->dataset, "accord");
      frame->focused = get_passage (fixture, 8);
      break;
    case 4:
      frame->timeline.clock = sample_span ("2006-06");
      frame->timeline.clock_mode = ATLAS_CLOCK_AT;
      break;
    case 5:
      frame->window = sample_span ("2000/2012");
      break;
    case 7:
      frame->current = get_passage (fixture, 4);
      frame->timeline.clock = sample_span ("2020-11-10");
      frame->timeline.clock_mode = ATLAS_CLOCK_UP_TO;
      break;
    default:
      break;
    }
}

#define N_STATES 8

/* Every state in every palette, one strip below another. */
static void
test_golden (Fixture      *fixture,
             gconstpointer data)
{
  int              low = atlas_passage_painter_get_height (fixture->painter, FALSE) + 2;
  int              tall = atlas_passage_painter_get_height (fixture->painter, TRUE) + 2;
  cairo_surface_t *sheet = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, ATLAS_N_PALETTES * (6 * low + 2 * tall));
  cairo_t         *cr = cairo_create (sheet);

  for (guint palette = 0; palette < ATLAS_N_PALETTES; palette++)
    for (guint state = 0; state < N_STATES; state++)
      {
        cairo_surface_t *strip = NULL;

        fixture->frame.timeline.palette = palette;
        set_state (fixture, state);
        strip = paint (fixture);
        cairo_set_source_surface (cr, strip, 0, 0);
        cairo_paint (cr);
        cairo_surface_destroy (strip);
        cairo_translate (cr, 0, state < 6 ? low : tall);
      }
  cairo_destroy (cr);
  golden_assert (sheet, "passages.png");
  cairo_surface_destroy (sheet);
}

static void
test_states (Fixture      *fixture,
             gconstpointer data)
{
  cairo_surface_t *pictures[6];

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      set_state (fixture, i);
      pictures[i] = paint (fixture);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (picture_difference (pictures[i], pictures[j], 0, 0, NULL), >, 0.02);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    cairo_surface_destroy (pictures[i]);
}

/* What is drawn is what is hit: the passages of a row at their days; where the row has nothing there, those of all rows. */
static void
test_hit (Fixture      *fixture,
          gconstpointer data)
{
  static const struct
  {
    const char *day;
    int         row; /* -1: under the last */
    const char *numbers;
  } cases[] = {
    { "1992-06-01", 1, "3" },
    { "1998-01-01", 1, "4" },
    { "1997-10-05", 2, "7" },
    { "2006-03-01", 2, "8" },
    { "2012-12-09", 3, "12" },
    { "2012-12-09", 0, "5 12" }, /* nothing of the introduction */
    { "2027-06-01", 0, "2" },
    { "2015-06-01", 1, "" },
    { "2020-11-10", -1, "6 13" },
  };
  const AtlasTimelineView *view = &fixture->frame.timeline.view;

  g_assert_cmpuint (atlas_passage_painter_get_n_rows (fixture->painter), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x = atlas_time_scale_get_x (&view->scale, sample_span (cases[i].day).begin);
      double y = cases[i].row < 0 ? view->height + 5.0 : 2.0 + (view->height - 4.0) * (cases[i].row + 0.5) / 4.0;
      g_autoptr (GPtrArray) hit = atlas_passage_painter_hit (fixture->painter, view, x, y);
      g_autoptr (GString) numbers = g_string_new (NULL);

      for (guint j = 0; j < hit->len; j++)
        g_string_append_printf (numbers, "%s%u", j > 0 ? " " : "", ((const AtlasPassage *) g_ptr_array_index (hit, j))->number);
      g_test_message ("%s, row %d", cases[i].day, cases[i].row);
      g_assert_cmpstr (numbers->str, ==, cases[i].numbers);
    }
}

/* A box is where its passage is hit, in its own row. */
static void
test_box (Fixture      *fixture,
          gconstpointer data)
{
  const AtlasTimelineView *view = &fixture->frame.timeline.view;

  for (guint number = 1; number < G_N_ELEMENTS (passage_samples); number++) /* all but the one of no date */
    {
      const AtlasPassage *passage = get_passage (fixture, number);
      cairo_rectangle_t   box = atlas_passage_painter_get_box (fixture->painter, view, passage);
      g_autoptr (GPtrArray) hit = atlas_passage_painter_hit (fixture->painter, view, box.x + box.width / 2.0, box.y + box.height / 2.0);

      g_assert_cmpfloat (box.width, >=, 2.0);
      g_assert_cmpfloat (box.y, >=, 0.0);
      g_assert_cmpfloat (box.y + box.height, <=, view->height);
      g_assert_true (g_ptr_array_find (hit, passage, NULL));
    }
}

/* Without an atlas there is an empty strip. */
static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) hit = NULL;

  atlas_passage_painter_set_times (fixture->painter, NULL);
  cairo_surface_destroy (paint (fixture));
  hit = atlas_passage_painter_hit (fixture->painter, &fixture->frame.timeline.view, 10.0, 10.0);
  g_assert_cmpuint (hit->len, ==, 0);
  g_assert_cmpuint (atlas_passage_painter_get_n_rows (fixture->painter), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/passage-painter/golden", test_golden },
    { "/passage-painter/states", test_states },
    { "/passage-painter/hit", test_hit },
    { "/passage-painter/box", test_box },
    { "/passage-painter/nothing", test_nothing },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
