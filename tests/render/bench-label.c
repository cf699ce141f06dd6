// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the names cost: a frame of 1280 x 800 px while one pans and zooms over the home region, and the first look at each
 * half zoom, when the names of the whole world are placed. Processor time of the painting thread, as for the items. */

#include "atlas-label-painter.h"
#include "atlas-mercator.h"
#include "bench.h"

#define WIDTH 1280
#define HEIGHT 800
#define FRAMES 600
#define FIRST_ZOOM 4.0
#define LAST_ZOOM 10.0

static AtlasLabelView
get_view (double zoom,
          int    step)
{
  AtlasPoint centre = atlas_mercator_project (46.5, 40.3);

  return (AtlasLabelView){ centre.x + step % 100 / atlas_mercator_world_size (zoom), centre.y, zoom, WIDTH, HEIGHT };
}

static double
place_levels (AtlasLabelPlacer *placer)
{
  double most = 0;

  for (double zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom += .5)
    {
      AtlasLabelView view = get_view (zoom, 0);
      double         begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
      g_autoptr (GArray) labels = atlas_label_placer_place (placer, &view, NULL, 0);

      most = MAX (most, (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin) / 1000);
    }

  return most;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBasemap) basemap = atlas_basemap_new_from_file (bench_get_input ("ATLAS_TEST_BASEMAP"), &error);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (AtlasLabelPlacer) placer = NULL;
  g_autoptr (AtlasLabelPainter) painter = NULL;
  cairo_surface_t *surface;

  g_assert_no_error (error);
  placer = atlas_label_placer_new (basemap, NULL, 1);
  painter = atlas_label_painter_new (atlas_palette_get (ATLAS_PALETTE_LIGHT), 1);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);

  g_print ("label.level.max.ms %.2f ms\n", place_levels (placer));
  for (int i = 0; i < FRAMES; i++)
    {
      double         zoom = FIRST_ZOOM + (LAST_ZOOM - FIRST_ZOOM) * i / FRAMES;
      AtlasLabelView view = get_view (zoom, i);
      double         begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
      cairo_t       *cr = cairo_create (surface);
      g_autoptr (GArray) labels = atlas_label_placer_place (placer, &view, NULL, 0);
      double time;

      atlas_label_painter_paint (painter, cr, labels, ATLAS_LABEL_ALL);
      cairo_destroy (cr);
      time = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin) / 1000;
      g_array_append_val (times, time);
    }
  g_array_sort (times, bench_compare);
  g_print ("label.p50.ms %.2f ms\n", g_array_index (times, double, FRAMES / 2));
  g_print ("label.p99.ms %.2f ms\n", g_array_index (times, double, FRAMES * 99 / 100));
  cairo_surface_destroy (surface);

  return 0;
}
