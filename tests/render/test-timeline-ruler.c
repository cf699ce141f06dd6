// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include "sample-atlas.h"

#define WIDTH 640.0

static AtlasTimelinePainter *
create_painter (const char *font)
{
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_from_string (font);
  AtlasTimelinePainter *painter = NULL;

  pango_context_set_font_description (context, description);
  pango_font_description_free (description);
  painter = atlas_timeline_painter_new (context);
  g_object_unref (context);

  return painter;
}

static void
assert_apart (const GArray *labels,
              double        px_per_day)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasTimelineRulerLabel *a = &g_array_index (labels, AtlasTimelineRulerLabel, i);

      if (a->x < 0.0 || a->x + a->width > WIDTH)
        g_error ("“%s” is cut at %g px a day", a->text, px_per_day);
      for (guint k = i + 1; k < labels->len; k++)
        {
          const AtlasTimelineRulerLabel *b = &g_array_index (labels, AtlasTimelineRulerLabel, k);

          if (a->x < b->x + b->width && b->x < a->x + a->width)
            g_error ("“%s” and “%s” overlap at %g px a day", a->text, b->text, px_per_day);
        }
    }
}

/* At every zoom and wherever the view is, no label overlaps another or is cut, and the ruler is never mute. */
static void
test_apart (gconstpointer data)
{
  AtlasTimelinePainter *painter = create_painter (data);

  for (double px_per_day = ATLAS_TIME_SCALE_MAX_PX_PER_DAY; px_per_day > 2e-3; px_per_day /= 1.37)
    for (int step = 0; step < 40; step++)
      {
        AtlasTimelineFrame frame = { .view = { { 730000.0 + step * 17.3 / px_per_day, px_per_day }, WIDTH, 40.0, 0.0 } };
        g_autofree char   *sticky = NULL;
        g_autoptr (GArray) ticks = NULL;
        g_autoptr (GArray) labels = NULL;
        AtlasTimelineFlag flags[2];

        if (step % 4 == 3)
          {
            frame.clock = sample_span ("1990-05");
            frame.clock_text = "May 1990";
          }
        ticks = atlas_time_scale_get_ticks (&frame.view.scale, WIDTH, painter->digit_width, &sticky);
        atlas_timeline_painter_get_flags (painter, &frame, flags);
        labels = atlas_timeline_place_ruler_labels (painter, &frame, ticks, sticky, flags);
        g_assert_cmpuint (labels->len, >, 0);
        assert_apart (labels, px_per_day);
      }
  atlas_timeline_painter_free (painter);
}

/* The larger unit stands at the left until the next one comes, and is then pushed out. */
static void
test_sticky (void)
{
  AtlasTimelinePainter *painter = create_painter ("Lato 10");
  int                   begin = sample_span ("2006-05-20").begin;
  double                last_x = G_MAXDOUBLE;
  gboolean              was_there = TRUE;

  for (int px = 0; px < 12 * 20; px += 3)
    {
      AtlasTimelineFrame frame = { .view = { { begin + px / 20.0, 20.0 }, WIDTH, 40.0, 0.0 } };
      g_autofree char   *sticky = NULL;
      g_autoptr (GArray) ticks = atlas_time_scale_get_ticks (&frame.view.scale, WIDTH, painter->digit_width, &sticky);
      g_autoptr (GArray) labels = NULL;
      const AtlasTimelineRulerLabel *first = NULL;
      AtlasTimelineFlag              flags[2];
      gboolean                       is_there;

      atlas_timeline_painter_get_flags (painter, &frame, flags);
      labels = atlas_timeline_place_ruler_labels (painter, &frame, ticks, sticky, flags);
      first = &g_array_index (labels, AtlasTimelineRulerLabel, 0);
      is_there = first->text == sticky;
      g_assert_cmpstr (sticky, ==, "May 2006");
      if (is_there)
        {
          g_assert_true (was_there); /* once gone it stays away */
          g_assert_cmpfloat (first->x, <=, last_x);
          last_x = first->x;
        }
      was_there = is_there;
    }
  g_assert_false (was_there);
  atlas_timeline_painter_free (painter);
}

/* clang-format off */
static const struct
{
  const char *clock, *comparison;
  int         away[2];  /* of the clock's flag and the comparison's */
  double      about[2]; /* where its middle is, px; < 0: there is no flag */
} flags[] = {
  { NULL,         NULL,   { 0, 0 },   { -1, -1 } },
  { "2006",       NULL,   { 0, 0 },   { 352, -1 } },
  { "2001-01-01", NULL,   { 0, 0 },   { 36, -1 } },    /* at the side, but whole */
  { "2010-12-31", NULL,   { 0, 0 },   { 604, -1 } },
  { "1999",       NULL,   { -1, 0 },  { 26, -1 } },
  { "2011",       NULL,   { 1, 0 },   { 614, -1 } },
  { "1995/2020",  NULL,   { 0, 0 },   { 320, -1 } },   /* in the middle of what is in view */
  { "2006",       "2002", { 0, 0 },   { 352, 96 } },
  { "2006",       "2005", { 0, 0 },   { 352, 288 } },
  { "2006",       "2007", { 0, 0 },   { 352, 416 } },
  { "2006",       "2006-02", { 0, 0 }, { 352, 408 } }, /* beside the clock's */
  { "2006-02",    "2006", { 0, 0 },   { 328, 275 } },
  { "1999",       "1998", { -1, -1 }, { 26, 73 } },
  { "2020",       "2021", { 1, 1 },   { 614, 567 } },
};
/* clang-format on */

static void
test_flags (gconstpointer data)
{
  const typeof (flags[0]) *f = data;
  AtlasTimelinePainter    *painter = create_painter ("Lato 10");
  AtlasTimelineFrame       frame = { .view = { atlas_time_scale_for_range (sample_span ("2001/2010"), WIDTH), WIDTH, 40.0, 0.0 } };
  AtlasTimelineFlag        found[2];

  if (f->clock != NULL)
    frame.clock = sample_span (f->clock);
  if (f->comparison != NULL)
    frame.comparison = sample_span (f->comparison);
  frame.clock_text = f->clock;
  frame.comparison_text = f->comparison;
  atlas_timeline_painter_get_flags (painter, &frame, found);

  for (guint i = 0; i < 2; i++)
    {
      if (f->about[i] < 0.0)
        {
          g_assert_cmpfloat (found[i].width, ==, 0.0);
          continue;
        }

      g_assert_cmpint (found[i].away, ==, f->away[i]);
      g_assert_cmpfloat (found[i].width, >, 20.0);
      g_assert_cmpfloat (found[i].x, >=, 0.0);
      g_assert_cmpfloat (found[i].x + found[i].width, <=, WIDTH);
      g_assert_cmpfloat_with_epsilon (found[i].x + found[i].width / 2.0, f->about[i], 16.0);
    }
  g_assert_true (found[1].width <= 0.0 || found[0].x + found[0].width <= found[1].x || found[1].x + found[1].width <= found[0].x);
  atlas_timeline_painter_free (painter);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/timeline-ruler/apart", "Lato 10", test_apart);
  g_test_add_data_func ("/timeline-ruler/apart-large", "Lato 20", test_apart);
  g_test_add_func ("/timeline-ruler/sticky", test_sticky);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-ruler/flags/%u", i);

      g_test_add_data_func (path, &flags[i], test_flags);
    }

  return g_test_run ();
}
