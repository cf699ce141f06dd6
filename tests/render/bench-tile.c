// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long a tile of the basemap takes: textures of 512 x 512 pixels, as 512 logical pixels and as 256 at scale 2, in both
 * palettes, with relief and without names; the deep zooms over the South Caucasus and the Caspian, the others from Italy to
 * Khorgos and Mumbai. */

#include "atlas-basemap-painter.h"
#include "atlas-mercator.h"
#include "bench.h"

#define TEXTURE 512
#define MAX_TILES 90 /* a zoom, evenly spread */
#define N_THREADS 2

typedef struct
{
  int    zoom, x, y, size;
  double scale;
} Tile;

/* clang-format off */
static const struct { int zoom; double west, south, east, north; } regions[] = {
  { 3,   8, 17, 82, 56 }, { 4,  8, 17, 82, 56 }, { 5,  8, 17, 82, 56 }, { 6,    8, 17, 82, 56 },
  { 7,  38, 35, 55, 46 }, { 8, 38, 35, 55, 46 }, { 9, 38, 35, 55, 46 }, { 10, 38, 35, 55, 46 },
};
/* clang-format on */

static AtlasBasemap *basemap;

static void
add_tiles (GArray *tiles,
           guint   region,
           int     size)
{
  int        zoom = regions[region].zoom;
  double     n = 1 << zoom;
  AtlasPoint nw = atlas_mercator_project (regions[region].west, regions[region].north);
  AtlasPoint se = atlas_mercator_project (regions[region].east, regions[region].south);
  int        x0 = (int) (nw.x * n), x1 = (int) (se.x * n), y0 = (int) (nw.y * n), y1 = (int) (se.y * n);
  int        all = (x1 - x0 + 1) * (y1 - y0 + 1);
  int        step = MAX (1, all / MAX_TILES);

  for (int i = 0; i < all; i += step)
    {
      Tile tile = { zoom, x0 + i % (x1 - x0 + 1), y0 + i / (x1 - x0 + 1), size, (double) TEXTURE / size };

      g_array_append_val (tiles, tile);
    }
}

static double
paint (const Tile    *tile,
       AtlasPaletteId palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, TEXTURE, TEXTURE);
  gint64           begin = g_get_monotonic_time ();
  gint64           end;

  atlas_basemap_paint_tile (basemap, atlas_palette_get (palette), tile->zoom, tile->x, tile->y, tile->size, tile->scale, surface);
  end = g_get_monotonic_time ();
  cairo_surface_destroy (surface);

  return (double) (end - begin) / 1000;
}

static double
get_percentile (GArray *times,
                double  percent)
{
  return g_array_index (times, double, (guint) ((times->len - 1) * percent / 100));
}

static void
measure (GArray     *tiles,
         const char *name)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < tiles->len; i++)
    for (AtlasPaletteId palette = 0; palette <= ATLAS_PALETTE_DARK; palette++)
      {
        double time = paint (&g_array_index (tiles, Tile, i), palette);

        g_array_append_val (times, time);
      }
  g_array_sort (times, bench_compare);
  g_print ("%s.p50.ms %.2f ms\n", name, get_percentile (times, 50));
  g_print ("%s.p99.ms %.2f ms\n", name, get_percentile (times, 99));
}

static void
paint_func (gpointer data,
            gpointer user_data)
{
  paint (data, ATLAS_PALETTE_LIGHT);
}

static void
measure_rate (GArray *tiles)
{
  GThreadPool *pool = g_thread_pool_new (paint_func, NULL, N_THREADS, TRUE, NULL);
  gint64       begin = g_get_monotonic_time ();

  for (guint i = 0; i < tiles->len; i++)
    g_thread_pool_push (pool, &g_array_index (tiles, Tile, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_print ("tiles.per_s %.0f 1/s\n", tiles->len * 1e6 / (double) (g_get_monotonic_time () - begin));
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  g_autoptr (GArray) deep = g_array_new (FALSE, FALSE, sizeof (Tile));

  basemap = atlas_basemap_new_from_file (bench_get_input ("ATLAS_TEST_BASEMAP"), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    for (int size = 256; size <= 512; size *= 2)
      {
        g_autofree char *name = g_strdup_printf ("tile.z%d.%dpx", regions[i].zoom, size);

        g_array_set_size (tiles, 0);
        add_tiles (tiles, i, size);
        measure (tiles, name);
        if (regions[i].zoom >= 5)
          g_array_append_vals (deep, tiles->data, tiles->len);
      }
  measure (deep, "tile"); /* z5 to z10 */
  measure_rate (deep);
  atlas_basemap_unref (basemap);

  return 0;
}
