// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-painter.h"
#include "atlas-mercator.h"

#include <stdlib.h>

#define SIDE 128

static AtlasBasemap *basemap;

/* Where seams would show: coast and islands, dashed borders, lakes, the edge of the detailed relief, deeper than the source. */
typedef struct
{
  const char    *name;
  int            zoom; /* of tiles of SIDE px */
  double         longitude, latitude;
  double         scale;
  AtlasPaletteId palette;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "coast",   7,  49.9, 40.4, 1, ATLAS_PALETTE_LIGHT },
  { "borders", 8,  46.4, 39.2, 1, ATLAS_PALETTE_LIGHT },
  { "dark",    8,  45.0, 41.3, 1, ATLAS_PALETTE_DARK },
  { "scale-2", 7,  43.0, 38.6, 2, ATLAS_PALETTE_LIGHT },
  { "islands", 6,  25.0, 37.5, 1, ATLAS_PALETTE_LIGHT },
  { "edge",    5,   4.9, 45.0, 1, ATLAS_PALETTE_LIGHT },
  { "deep",    12, 46.8, 39.8, 1, ATLAS_PALETTE_LIGHT },
  { "world",   2,  45.0, 40.0, 1, ATLAS_PALETTE_LIGHT },
};
/* clang-format on */

static cairo_surface_t *
create_surface (int side)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, side, side);
}

/* The four tiles that share the corner nearest to the case's place. */
static cairo_surface_t *
paint_four (const Case *c,
            int         x,
            int         y)
{
  int              side = (int) (SIDE * c->scale);
  cairo_surface_t *whole = create_surface (2 * side);
  cairo_t         *cr = cairo_create (whole);

  for (int i = 0; i < 4; i++)
    {
      cairo_surface_t *tile = create_surface (side);

      atlas_basemap_paint_tile (basemap, atlas_palette_get (c->palette), c->zoom, x + i % 2, y + i / 2, SIDE, c->scale, tile);
      cairo_set_source_surface (cr, tile, i % 2 * side, i / 2 * side);
      cairo_paint (cr);
      cairo_surface_destroy (tile);
    }
  cairo_destroy (cr);

  return whole;
}

static int
get_difference (cairo_surface_t *a,
                cairo_surface_t *b,
                double          *mean)
{
  int  width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  int  most = 0;
  long sum = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++)
    {
      const guint8 *p = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guint8 *q = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < width * 4; x++)
        if (x % 4 != 3)
          {
            int difference = abs (p[x] - q[x]);

            most = MAX (most, difference);
            sum += difference;
          }
    }
  *mean = (double) sum / (width * height * 3);

  return most;
}

static void
test_seams (gconstpointer data)
{
  const Case      *c = data;
  double           n = 1 << c->zoom, mean;
  AtlasPoint       place = atlas_mercator_project (c->longitude, c->latitude);
  int              x = (int) (place.x * n) - 1, y = (int) (place.y * n) - 1;
  cairo_surface_t *four = paint_four (c, x, y);
  cairo_surface_t *one = create_surface (cairo_image_surface_get_width (four));
  int              most;

  atlas_basemap_paint_view (basemap, atlas_palette_get (c->palette), x / n, y / n, c->zoom + log2 (SIDE / 256.0), c->scale, one);
  most = get_difference (four, one, &mean);
  g_assert_cmpint (most, <=, 16); /* rounding of lines to parts of a pixel */
  g_assert_cmpfloat (mean, <, 0.01);

  cairo_surface_destroy (four);
  cairo_surface_destroy (one);
}

static void
test_deterministic (void)
{
  cairo_surface_t *a = create_surface (SIDE), *b = create_surface (SIDE);
  double           mean;

  atlas_basemap_paint_tile (basemap, atlas_palette_get (ATLAS_PALETTE_LIGHT), 7, 81, 48, SIDE, 1, a);
  atlas_basemap_paint_tile (basemap, atlas_palette_get (ATLAS_PALETTE_LIGHT), 7, 81, 48, SIDE, 1, b);
  g_assert_cmpint (get_difference (a, b, &mean), ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* Pictures of the home region. After an intended change: ATLAS_WRITE_GOLDEN=1, and look at them. */
static void
test_golden (gconstpointer data)
{
  AtlasPaletteId   palette = GPOINTER_TO_UINT (data);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", palette == ATLAS_PALETTE_DARK ? "basemap-dark.png" : "basemap-light.png", NULL);
  AtlasPoint       centre = atlas_mercator_project (47.6, 40.0);
  double           world = atlas_mercator_world_size (6);
  cairo_surface_t *picture = create_surface (2 * SIDE), *golden;
  double           mean;

  atlas_basemap_paint_view (basemap, atlas_palette_get (palette), centre.x - SIDE / world, centre.y - SIDE / world, 6, 1, picture);
  if (g_getenv ("ATLAS_WRITE_GOLDEN") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);

  golden = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  get_difference (picture, golden, &mean);
  g_assert_cmpfloat (mean, <, 1.0);
  cairo_surface_destroy (picture);
  cairo_surface_destroy (golden);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), NULL);
  g_assert_nonnull (basemap);

  g_test_add_func ("/basemap-painter/deterministic", test_deterministic);
  g_test_add_data_func ("/basemap-painter/golden/light", GUINT_TO_POINTER (ATLAS_PALETTE_LIGHT), test_golden);
  g_test_add_data_func ("/basemap-painter/golden/dark", GUINT_TO_POINTER (ATLAS_PALETTE_DARK), test_golden);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/basemap-painter/seams/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_seams);
    }
  status = g_test_run ();
  atlas_basemap_unref (basemap);

  return status;
}
