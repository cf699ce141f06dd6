// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long the items take in a frame of 1280 × 800 px, names included: a walk of 200 frames that pans and zooms from all of the
 * atlas to Karabakh and back. mapframe: the built-in atlas, everything shown, a pipeline selected; mapframe.compare: the
 * built-in atlas at two dates, half a frame each; mapframe.10k: 10 000 made-up items, all in view in the widest frames.
 * Processor time, so that what else the machine does does not count: of the thread that asks for the frame, which paints its share
 * while others paint theirs; of the others where that is more, as they are waited for; and as cpu that of all of them. */

#include "atlas-dataset-loader.h"
#include "atlas-map-painter.h"
#include "bench-atlas.h"
#include "bench.h"

#define FRAMES 200
#define WIDTH 1280
#define HEIGHT 800
#define MANY 10000
#define REACH 0.2 /* degrees */

static const BenchSort sorts[] = {
  { ATLAS_KIND_SITE, ATLAS_GEOMETRY_POINT, 1 },
  { ATLAS_KIND_EVENT, ATLAS_GEOMETRY_POINT, 1 },
  { ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, 12 },
  { ATLAS_KIND_TREATY, ATLAS_GEOMETRY_POINT, 1 },
  { ATLAS_KIND_RAILWAY, ATLAS_GEOMETRY_LINE_STRING, 8 },
  { ATLAS_KIND_EVENT, ATLAS_GEOMETRY_POINT, 1 },
  { ATLAS_KIND_ZONE, ATLAS_GEOMETRY_POLYGON, 6 },
  { ATLAS_KIND_SITE, ATLAS_GEOMETRY_POINT, 1 },
};

/* From everything (zoom 4) to Karabakh (zoom 9) and back, drifting all the while, with a third of the frames a pan only. */
static AtlasCamera
camera_at (int frame)
{
  double t = (double) frame / (FRAMES - 1);
  double depth = 0.5 - 0.5 * cos (2 * G_PI * CLAMP (1.5 * t - 0.25, 0, 1));

  return (AtlasCamera){ 4 + 5 * depth, 40 + 2.5 * sin (9 * t) * (1.05 - depth), 47 + 8 * sin (5 * t) * (1.05 - depth) };
}

/* A side of the frame. Returns what the names took. */
static double
paint (cairo_t             *cr,
       cairo_surface_t     *surface,
       AtlasMapScene       *scene,
       const AtlasMapFrame *frame)
{
  double between;
  g_autoptr (GArray) labels = NULL;

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, frame->width, frame->height);
  cairo_clip (cr);
  atlas_map_painter_paint (cr, scene, frame, ATLAS_MAP_PAINT_ALL);
  cairo_surface_flush (surface);
  between = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
  labels = atlas_map_painter_collect_labels (scene, frame);
  atlas_map_painter_paint_labels (cr, scene, frame, labels);
  cairo_surface_flush (surface);
  cairo_restore (cr);

  return bench_get_work (CLOCK_THREAD_CPUTIME_ID) - between;
}

static void
run (const char     *name,
     AtlasMapScene **scenes,
     guint           n_scenes)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  double           times[FRAMES], names[FRAMES], all[FRAMES];

  for (guint i = 0; i < n_scenes; i++)
    atlas_map_scene_set_scale (scenes[i], 1.0);
  for (int i = 0; i < FRAMES; i++)
    {
      AtlasMapFrame frame = atlas_map_frame_from_camera (camera_at (i), WIDTH, HEIGHT);
      cairo_t      *cr = cairo_create (surface);
      double        begin = 0, begin_all = 0;

      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);

      begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
      begin_all = bench_get_work (CLOCK_PROCESS_CPUTIME_ID);
      names[i] = 0;
      frame.width /= n_scenes;
      for (guint j = 0; j < n_scenes; j++)
        {
          names[i] += paint (cr, surface, scenes[j], &frame);
          frame.to_px.x0 -= frame.width;
          cairo_translate (cr, frame.width, 0.0);
        }
      times[i] = bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin;
      all[i] = bench_get_work (CLOCK_PROCESS_CPUTIME_ID) - begin_all;
      times[i] = MAX (times[i], all[i] - times[i]);
      cairo_destroy (cr);
    }

  qsort (times, FRAMES, sizeof times[0], bench_compare);
  g_print ("%s.p50.ms %.2f ms\n", name, times[FRAMES / 2] / 1000.0);
  g_print ("%s.p99.ms %.2f ms\n", name, times[FRAMES * 99 / 100] / 1000.0);
  qsort (all, FRAMES, sizeof all[0], bench_compare);
  g_print ("%s.cpu.p99.ms %.2f ms\n", name, all[FRAMES * 99 / 100] / 1000.0);
  qsort (names, FRAMES, sizeof names[0], bench_compare);
  g_print ("%s.names.p99.ms %.2f ms\n", name, names[FRAMES * 99 / 100] / 1000.0);
  cairo_surface_destroy (surface);
}

static void
run_builtin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (bench_get_input ("ATLAS_TEST_BUNDLE"));
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (folder, NULL, &error);
  AtlasMapScene *scene;

  g_assert_no_error (error);
  scene = atlas_map_scene_new (dataset);
  atlas_map_scene_set_selected (scene, atlas_dataset_lookup (dataset, "btc"));
  run ("mapframe", &scene, 1);
  atlas_map_scene_free (scene);
}

static void
run_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1991);
  g_autoptr (AtlasDataset) dataset = bench_make_atlas (random, MANY, sorts, G_N_ELEMENTS (sorts), REACH);
  AtlasMapScene *scene = atlas_map_scene_new (dataset);

  run ("mapframe.10k", &scene, 1);
  atlas_map_scene_free (scene);
}

/* Two dates side by side, 1996 and 2024: a scene for each half of the frame. */
static void
run_compare (void)
{
  static const char *const links[] = { "#date=1996", "#date=2024" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (bench_get_input ("ATLAS_TEST_BUNDLE"));
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (folder, NULL, &error);
  g_autoptr (AtlasSession) session = atlas_session_new (dataset);
  AtlasMapScene *scenes[G_N_ELEMENTS (links)];

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (AtlasSessionState) state = atlas_session_state_parse (links[i], NULL);

      atlas_session_apply_state (session, state);
      scenes[i] = atlas_map_scene_new (dataset);
      atlas_map_scene_follow (scenes[i], session);
    }
  run ("mapframe.compare", scenes, G_N_ELEMENTS (scenes));
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    atlas_map_scene_free (scenes[i]);
}

int
main (void)
{
  run_builtin ();
  run_compare ();
  run_many ();

  return 0;
}
