// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long it takes to tell what the pointer is on among 100 000 made-up items, points, lines and areas, at places at random and
 * at every half zoom from 3 to 12. What is made once a zoom is made before, as painting does. */

#include "atlas-map-painter.h"
#include "bench-atlas.h"
#include "bench.h"

#define MANY 100000
#define HITS 500 /* a zoom */
#define WIDTH 1280
#define HEIGHT 800
#define MIN_ZOOM 3.0
#define MAX_ZOOM 12.0
#define REACH 0.1 /* degrees */

static const BenchSort sorts[] = {
  { ATLAS_KIND_SITE, ATLAS_GEOMETRY_POINT, 1 },
  { ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, 12 },
  { ATLAS_KIND_EVENT, ATLAS_GEOMETRY_POINT, 1 },
  { ATLAS_KIND_ZONE, ATLAS_GEOMETRY_POLYGON, 8 },
};

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2024);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (AtlasDataset) dataset = bench_make_atlas (random, MANY, sorts, G_N_ELEMENTS (sorts), REACH);
  g_autoptr (AtlasMapScene) scene = atlas_map_scene_new (dataset);
  guint64 n_found = 0;

  for (double zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom += 0.5)
    for (int i = 0; i < HITS; i++)
      {
        AtlasCamera   camera = { zoom, g_rand_double_range (random, 32, 53), g_rand_double_range (random, 22, 68) };
        AtlasMapFrame frame = atlas_map_frame_from_camera (camera, WIDTH, HEIGHT);
        double        x = g_rand_double_range (random, 0, WIDTH);
        double        y = g_rand_double_range (random, 0, HEIGHT);
        double        begin, time;
        g_autoptr (GPtrArray) items = NULL;

        if (i == 0)
          g_ptr_array_unref (atlas_map_painter_hit (scene, &frame, x, y));
        begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
        items = atlas_map_painter_hit (scene, &frame, x, y);
        time = bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin;
        n_found += items->len;
        g_array_append_val (times, time);
      }

  g_array_sort (times, bench_compare);
  g_print ("hit.found %.1f items\n", (double) n_found / times->len);
  g_print ("hit.p50.us %.1f us\n", g_array_index (times, double, times->len / 2));
  g_print ("hit.p99.us %.1f us\n", g_array_index (times, double, times->len * 99 / 100));

  return 0;
}
