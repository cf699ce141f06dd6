// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long the strip that says how much happens when takes for 100 000 made-up items, 1280 px wide. load: reckoning it. frame: a
 * walk of 300 frames that zooms from all years to a month and back, with a window on it. */

#include "atlas-density-painter.h"
#include "bench.h"
#include "timeline-fixture.h"

#include <math.h>

#define N_ITEMS 100000
#define N_FRAMES 300
#define WIDTH 1280
#define HEIGHT 22

static void
paint_walk (const AtlasDensity *density,
            double             *times)
{
  cairo_surface_t  *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t          *cr = cairo_create (surface);
  AtlasDensityFrame frame = { .density = density, .view = { .width = WIDTH, .height = HEIGHT } };
  AtlasTimeScale    all = atlas_time_scale_for_range (sample_span ("1900/2000"), WIDTH);

  frame.window = sample_span ("1940/1960");
  frame.today = sample_span ("1990").begin;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double closeness = 0.5 - 0.5 * cos (2.0 * G_PI * i / N_FRAMES);
      double began = 0.0;

      frame.view.scale = atlas_time_scale_zoom (&all, WIDTH * 0.4, pow (1200.0, closeness));
      began = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
      atlas_density_paint (cr, &frame);
      atlas_density_paint_window (cr, &frame);
      cairo_surface_flush (surface);
      times[i] = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - began) / 1000.0;
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AtlasDataset) dataset = timeline_dataset_new_random (N_ITEMS);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasDensity) density = NULL;
  double began = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
  double times[N_FRAMES];

  density = atlas_density_new (dataset, filter);
  g_print ("density.load.ms %.1f ms\n", (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - began) / 1000.0);

  paint_walk (density, times);
  qsort (times, N_FRAMES, sizeof *times, bench_compare);
  g_print ("density.frame.p50.ms %.2f ms\n", times[N_FRAMES / 2]);
  g_print ("density.frame.p99.ms %.2f ms\n", times[N_FRAMES * 99 / 100]);

  return 0;
}
