// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-ink.h"

#include "picture.h"

#include <math.h>

#define WIDTH 150 /* no multiple of what is looked at in one go */
#define HEIGHT 90

/* Shapes of random points, many of them out of view, drawn by cairo and by us. */
static const struct
{
  const char      *path;
  double           width; /* px; 0: filled */
  int              n_points;
  double           spread; /* how far points lie from the middle, in views */
  double           alpha;
  cairo_line_cap_t cap;
  gboolean         closed;
  double           scale;
  double           most; /* mean difference */
} cases[] = {
  { "/map-ink/stroke/fine", 0.9, 2, 0.6, 1, CAIRO_LINE_CAP_BUTT, FALSE, 1, 0.1 },
  { "/map-ink/stroke/line", 2.4, 6, 0.6, 1, CAIRO_LINE_CAP_BUTT, FALSE, 1, 0.4 },
  { "/map-ink/stroke/round", 7, 6, 0.6, 0.5, CAIRO_LINE_CAP_ROUND, FALSE, 1, 0.5 },
  { "/map-ink/stroke/closed", 6, 5, 0.8, 0.3, CAIRO_LINE_CAP_BUTT, TRUE, 1, 0.5 },
  { "/map-ink/stroke/outside", 5, 4, 400, 1, CAIRO_LINE_CAP_ROUND, FALSE, 1, 0.5 },
  { "/map-ink/stroke/scale-2", 2.4, 6, 0.3, 1, CAIRO_LINE_CAP_BUTT, FALSE, 2, 0.5 },
  { "/map-ink/fill/triangle", 0, 3, 0.6, 0.13, CAIRO_LINE_CAP_BUTT, TRUE, 1, 0.3 },
  { "/map-ink/fill/crossed", 0, 7, 0.9, 1, CAIRO_LINE_CAP_BUTT, TRUE, 1, 1.0 },
  { "/map-ink/fill/outside", 0, 5, 300, 0.6, CAIRO_LINE_CAP_BUTT, FALSE, 1, 0.5 },
};

static cairo_surface_t *
draw (const __typeof__ (cases[0]) *c,
      guint32                      seed,
      AtlasMapRaster              *raster)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  cairo_set_source_rgb (cr, 0.9, 0.8, 0.7);
  cairo_paint (cr);
  cairo_scale (cr, c->scale, c->scale);
  for (int i = 0; i < c->n_points; i++)
    {
      double x = WIDTH * (0.5 + c->spread * g_rand_double_range (random, -1, 1));
      double y = HEIGHT * (0.5 + c->spread * g_rand_double_range (random, -1, 1));

      cairo_line_to (cr, x, y);
    }
  if (c->closed)
    cairo_close_path (cr);
  cairo_set_source_rgba (cr, 0.1, 0.3, 0.5, c->alpha);
  cairo_set_line_width (cr, c->width);
  cairo_set_line_cap (cr, c->cap);
  cairo_set_line_join (cr, c->cap == CAIRO_LINE_CAP_ROUND ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_BEVEL);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  if (c->width > 0)
    atlas_map_ink_stroke (cr, raster);
  else
    atlas_map_ink_fill (cr, raster);
  g_assert_false (cairo_has_current_point (cr)); /* as cairo leaves it */
  cairo_destroy (cr);

  return surface;
}

static void
test_like_cairo (gconstpointer data)
{
  const __typeof__ (cases[0]) *c = data;
  g_autoptr (AtlasMapRaster) raster = atlas_map_raster_new (); /* kept, so that what one shape leaves behind spoils the next */

  for (guint32 seed = 0; seed < 50; seed++)
    {
      cairo_surface_t *theirs = draw (c, seed, NULL);
      cairo_surface_t *ours = draw (c, seed, raster);

      g_assert_cmpfloat (picture_difference (theirs, ours, 0, 0, NULL), <, c->most);
      cairo_surface_destroy (theirs);
      cairo_surface_destroy (ours);
    }
}

/* A box clip holds, and what is no plain picture is left to cairo. */
static void
test_clip (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (AtlasMapRaster) raster = atlas_map_raster_new ();

  cairo_rectangle (cr, 20, 10, 40, 30);
  cairo_clip (cr);
  cairo_rectangle (cr, -50, -50, 400, 400);
  atlas_map_ink_fill (cr, raster);
  cairo_reset_clip (cr);
  g_assert_cmpfloat_with_epsilon (picture_ink (surface), 255.0 * 40 * 30 / (WIDTH * HEIGHT), 1e-6);

  cairo_arc (cr, 100, 50, 20, 0, 2 * G_PI);
  cairo_clip (cr);
  cairo_rectangle (cr, -50, -50, 400, 400);
  atlas_map_ink_fill (cr, raster);
  g_assert_cmpfloat_with_epsilon (picture_ink (surface), 255.0 * (40 * 30 + G_PI * 400) / (WIDTH * HEIGHT), 0.2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_like_cairo);
  g_test_add_func ("/map-ink/clip", test_clip);

  return g_test_run ();
}
