// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long it takes to tell what the pointer is on among 100 000 made-up items, points, lines and areas, at places at random and
 * at every half zoom from 3 to 12. What is made once a zoom is made before, as painting does. */

#include "atlas-map-painter.h"
#include "sample-atlas.h"

#include <math.h>
#include <time.h>

#define MANY 100000
#define HITS 500 /* a zoom */
#define WIDTH 1280
#define HEIGHT 800
#define MIN_ZOOM 3.0
#define MAX_ZOOM 12.0

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
    { ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, 12 },
    { ATLAS_KIND_EVENT, ATLAS_GEOMETRY_POINT, 1 },
    { ATLAS_KIND_ZONE, ATLAS_GEOMETRY_POLYGON, 8 },
  };
  guint            sort = index % G_N_ELEMENTS (sorts);
  gboolean         is_area = sorts[sort].type == ATLAS_GEOMETRY_POLYGON;
  g_autofree char *id = g_strdup_printf ("item-%u", index);
  g_autoptr (GString) positions = g_string_new (NULL);
  double     lon = g_rand_double_range (random, 20, 70);
  double     lat = g_rand_double_range (random, 30, 55);
  double     turn = g_rand_double_range (random, 0, 2 * G_PI);
  SampleItem item = { id, id, sorts[sort].kind, "economic", "", "1991/..", "", sorts[sort].type, NULL, NULL, 0 };

  for (int i = 0; i < sorts[sort].n_points; i++)
    {
      double angle = turn + (is_area ? 2 * G_PI * i / sorts[sort].n_points : 0.3 * sin (i));
      double reach = is_area ? 0.1 : 0.03 * i;

      g_string_append_printf (positions, "%s%.5f %.5f", i > 0 ? ", " : "", lon + reach * cos (angle), lat + reach * sin (angle));
    }
  if (is_area)
    g_string_append_printf (positions, ", %.5f %.5f", lon + 0.1 * cos (turn), lat + 0.1 * sin (turn));
  item.positions = positions->str;

  return sample_item_new (&item);
}

static AtlasMapScene *
make_scene (GRand *random)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasDataset) dataset = NULL;

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (items, make_item (random, i));
  dataset = atlas_dataset_new_take (sample_manifest_new ("many"), items, sample_report_new (), sample_bibliography_new (), NULL);

  return atlas_map_scene_new (dataset);
}

static gint64
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

int
main (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2024);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AtlasMapScene) scene = make_scene (random);
  guint64 n_found = 0;

  for (double zoom = MIN_ZOOM; zoom <= MAX_ZOOM; zoom += 0.5)
    for (int i = 0; i < HITS; i++)
      {
        AtlasCamera   camera = { zoom, g_rand_double_range (random, 32, 53), g_rand_double_range (random, 22, 68) };
        AtlasMapFrame frame = atlas_map_frame_from_camera (camera, WIDTH, HEIGHT);
        double        x = g_rand_double_range (random, 0, WIDTH);
        double        y = g_rand_double_range (random, 0, HEIGHT);
        gint64        begin, time;
        g_autoptr (GPtrArray) items = NULL;

        if (i == 0)
          g_ptr_array_unref (atlas_map_painter_hit (scene, &frame, x, y));
        begin = processor_time ();
        items = atlas_map_painter_hit (scene, &frame, x, y);
        time = processor_time () - begin;
        n_found += items->len;
        g_array_append_val (times, time);
      }

  g_array_sort (times, compare_times);
  g_print ("hit.found %.1f items\n", (double) n_found / times->len);
  g_print ("hit.p50.us %.1f us\n", (double) g_array_index (times, gint64, times->len / 2) / 1000.0);
  g_print ("hit.p99.us %.1f us\n", (double) g_array_index (times, gint64, times->len * 99 / 100) / 1000.0);

  return 0;
}
