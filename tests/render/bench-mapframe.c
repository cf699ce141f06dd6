// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long the items take in a frame of 1280 × 800 px, names included: a walk of 200 frames that pans and zooms from all of the
 * atlas to Karabakh and back. mapframe: the built-in atlas, everything shown, a pipeline selected; mapframe.compare: the
 * built-in atlas at two dates, half a frame each; mapframe.10k: 10 000 made-up items, all in view in the widest frames.
 * Processor time, so that what else the machine does does not count: of the thread that asks for the frame, which paints its share
 * while others paint theirs; of the others where that is more, as they are waited for; and as cpu that of all of them. */

#include "atlas-dataset-loader.h"
#include "atlas-map-painter.h"
#include "sample-atlas.h"

#include <math.h>
#include <time.h>

#define FRAMES 200
#define WIDTH 1280
#define HEIGHT 800
#define MANY 10000

static AtlasItem *
make_item (GRand *random,
           guint  index)
{
  static const struct
  {
    AtlasKind         kind;
    AtlasGeometryType type;
    int               n_points;
  } sorts[] = {
    { ATLAS_KIND_SITE, ATLAS_GEOMETRY_POINT, 1 },
    { ATLAS_KIND_EVENT, ATLAS_GEOMETRY_POINT, 1 },
    { ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, 12 },
    { ATLAS_KIND_TREATY, ATLAS_GEOMETRY_POINT, 1 },
    { ATLAS_KIND_RAILWAY, ATLAS_GEOMETRY_LINE_STRING, 8 },
    { ATLAS_KIND_EVENT, ATLAS_GEOMETRY_POINT, 1 },
    { ATLAS_KIND_ZONE, ATLAS_GEOMETRY_POLYGON, 6 },
    { ATLAS_KIND_SITE, ATLAS_GEOMETRY_POINT, 1 },
  };
  guint            sort = index % G_N_ELEMENTS (sorts);
  g_autofree char *id = g_strdup_printf ("item-%u", index);
  g_autofree char *title = g_strdup_printf ("Item number %u", index);
  g_autoptr (GString) positions = g_string_new (NULL);
  double     lon = g_rand_double_range (random, 20, 70);
  double     lat = g_rand_double_range (random, 30, 55);
  double     turn = g_rand_double_range (random, 0, 2 * G_PI);
  SampleItem item = { id, title, sorts[sort].kind, "economic", "", "1991/..", "", sorts[sort].type, NULL, NULL, 0 };

  for (int i = 0; i < sorts[sort].n_points; i++)
    {
      double angle = turn + (sorts[sort].type == ATLAS_GEOMETRY_POLYGON ? 2 * G_PI * i / sorts[sort].n_points : 0.3 * sin (i));
      double reach = sorts[sort].type == ATLAS_GEOMETRY_POLYGON ? 0.2 : 0.06 * i;

      g_string_append_printf (positions, "%s%.5f %.5f", i > 0 ? ", " : "", lon + reach * cos (angle), lat + reach * sin (angle));
    }
  if (sorts[sort].type == ATLAS_GEOMETRY_POLYGON)
    g_string_append_printf (positions, ", %.5f %.5f", lon + 0.2 * cos (turn), lat + 0.2 * sin (turn));
  item.positions = positions->str;

  return sample_item_new (&item);
}

static AtlasDataset *
make_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1991);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (items, make_item (random, i));

  return atlas_dataset_new_take (sample_manifest_new ("many"), items, sample_report_new (), sample_bibliography_new (), NULL);
}

/* From everything (zoom 4) to Karabakh (zoom 9) and back, drifting all the while, with a third of the frames a pan only. */
static AtlasCamera
camera_at (int frame)
{
  double t = (double) frame / (FRAMES - 1);
  double depth = 0.5 - 0.5 * cos (2 * G_PI * CLAMP (1.5 * t - 0.25, 0, 1));

  return (AtlasCamera){ 4 + 5 * depth, 40 + 2.5 * sin (9 * t) * (1.05 - depth), 47 + 8 * sin (5 * t) * (1.05 - depth) };
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gint64
processor_time (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* A side of the frame. Returns what the names took. */
static gint64
paint (cairo_t             *cr,
       cairo_surface_t     *surface,
       AtlasMapScene       *scene,
       const AtlasMapFrame *frame)
{
  gint64 between;
  g_autoptr (GArray) labels = NULL;

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, frame->width, frame->height);
  cairo_clip (cr);
  atlas_map_painter_paint (cr, scene, frame, ATLAS_MAP_PAINT_ALL);
  cairo_surface_flush (surface);
  between = processor_time (CLOCK_THREAD_CPUTIME_ID);
  labels = atlas_map_painter_collect_labels (scene, frame);
  atlas_map_painter_paint_labels (cr, scene, frame, labels);
  cairo_surface_flush (surface);
  cairo_restore (cr);

  return processor_time (CLOCK_THREAD_CPUTIME_ID) - between;
}

static void
run (const char     *name,
     AtlasMapScene **scenes,
     guint           n_scenes)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  gint64           times[FRAMES], names[FRAMES], all[FRAMES];

  for (guint i = 0; i < n_scenes; i++)
    atlas_map_scene_set_scale (scenes[i], 1.0);
  for (int i = 0; i < FRAMES; i++)
    {
      AtlasMapFrame frame = atlas_map_frame_from_camera (camera_at (i), WIDTH, HEIGHT);
      cairo_t      *cr = cairo_create (surface);
      gint64        begin = 0, begin_all = 0;

      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);

      begin = processor_time (CLOCK_THREAD_CPUTIME_ID);
      begin_all = processor_time (CLOCK_PROCESS_CPUTIME_ID);
      names[i] = 0;
      frame.width /= n_scenes;
      for (guint j = 0; j < n_scenes; j++)
        {
          names[i] += paint (cr, surface, scenes[j], &frame);
          frame.to_px.x0 -= frame.width;
          cairo_translate (cr, frame.width, 0.0);
        }
      times[i] = processor_time (CLOCK_THREAD_CPUTIME_ID) - begin;
      all[i] = processor_time (CLOCK_PROCESS_CPUTIME_ID) - begin_all;
      times[i] = MAX (times[i], all[i] - times[i]);
      cairo_destroy (cr);
    }

  qsort (times, FRAMES, sizeof times[0], compare_times);
  g_print ("%s.p50.ms %.2f ms\n", name, (double) times[FRAMES / 2] / 1000.0);
  g_print ("%s.p99.ms %.2f ms\n", name, (double) times[FRAMES * 99 / 100] / 1000.0);
  qsort (all, FRAMES, sizeof all[0], compare_times);
  g_print ("%s.cpu.p99.ms %.2f ms\n", name, (double) all[FRAMES * 99 / 100] / 1000.0);
  qsort (names, FRAMES, sizeof names[0], compare_times);
  g_print ("%s.names.p99.ms %.2f ms\n", name, (double) names[FRAMES * 99 / 100] / 1000.0);
  cairo_surface_destroy (surface);
}

static void
run_builtin (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
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
  g_autoptr (AtlasDataset) dataset = make_many ();
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
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
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
