// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-painter.h"
#include "atlas-mercator.h"
#include "golden.h"

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

static void
test_seams (gconstpointer data)
{
  const Case      *c = data;
  double           n = 1 << c->zoom;
  AtlasPoint       place = atlas_mercator_project (c->longitude, c->latitude);
  int              x = (int) (place.x * n) - 1, y = (int) (place.y * n) - 1;
  cairo_surface_t *four = paint_four (c, x, y);
  cairo_surface_t *one = create_surface (cairo_image_surface_get_width (four));
  GoldenDifference difference;

  atlas_basemap_paint_view (basemap, atlas_palette_get (c->palette), x / n, y / n, c->zoom + log2 (SIDE / 256.0), c->scale, one);
  difference = golden_compare (four, one);
  g_assert_cmpint (difference.most, <=, 16); /* rounding of lines to parts of a pixel */
  g_assert_cmpfloat (difference.mean, <, 0.01);

  cairo_surface_destroy (four);
  cairo_surface_destroy (one);
}

static void
test_deterministic (void)
{
  cairo_surface_t *a = create_surface (SIDE), *b = create_surface (SIDE);

  atlas_basemap_paint_tile (basemap, atlas_palette_get (ATLAS_PALETTE_LIGHT), 7, 81, 48, SIDE, 1, a);
  atlas_basemap_paint_tile (basemap, atlas_palette_get (ATLAS_PALETTE_LIGHT), 7, 81, 48, SIDE, 1, b);
  g_assert_cmpint (golden_compare (a, b).most, ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* One strip a palette. */
static const struct
{
  const char    *name;
  AtlasPaletteId palette;
} strips[] = {
  { "light", ATLAS_PALETTE_LIGHT },
  { "dark", ATLAS_PALETTE_DARK },
  { "contrast", ATLAS_PALETTE_CONTRAST },
  { "contrast-dark", ATLAS_PALETTE_CONTRAST_DARK },
  { "print", ATLAS_PALETTE_PRINT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (strips) == ATLAS_N_PALETTES);

#define STRIP_SIDE 80

/* From the region to the shore of a town: borders, rivers, a lake, a line that is contested, a coast. */
static const struct
{
  double zoom, longitude, latitude;
} strip_views[] = {
  { 3.5, 48.0, 39.0 },
  { 6.0, 46.2, 41.6 },
  { 7.5, 45.3, 40.3 },
  { 7.0, 76.4, 34.8 },
  { 9.0, 50.2, 40.4 },
};

static void
test_golden (gconstpointer data)
{
  guint            strip = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strdup_printf ("basemap-%s.png", strips[strip].name);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, STRIP_SIDE * (int) G_N_ELEMENTS (strip_views), STRIP_SIDE);
  cairo_t         *cr = cairo_create (picture);

  for (guint i = 0; i < G_N_ELEMENTS (strip_views); i++)
    {
      AtlasPoint       centre = atlas_mercator_project (strip_views[i].longitude, strip_views[i].latitude);
      double           world = atlas_mercator_world_size (strip_views[i].zoom);
      cairo_surface_t *view = create_surface (STRIP_SIDE);

      atlas_basemap_paint_view (basemap, atlas_palette_get (strips[strip].palette), centre.x - STRIP_SIDE / 2.0 / world,
                                centre.y - STRIP_SIDE / 2.0 / world, strip_views[i].zoom, 1, view);
      cairo_set_source_surface (cr, view, i * STRIP_SIDE, 0);
      cairo_paint (cr);
      cairo_surface_destroy (view);
    }
  cairo_destroy (cr);

  golden_assert (picture, name);
  cairo_surface_destroy (picture);
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
  for (guint i = 0; i < G_N_ELEMENTS (strips); i++)
    {
      g_autofree char *path = g_strdup_printf ("/basemap-painter/golden/%s", strips[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_golden);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/basemap-painter/seams/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_seams);
    }
  status = g_test_run ();
  atlas_basemap_unref (basemap);

  return status;
}
