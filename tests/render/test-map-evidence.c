// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-evidence.h"

#include <string.h>

#define WIDTH 50
#define HEIGHT 16

/* Without colour two levels differ in the line and in the symbol: neither says one thing for two. */
static void
test_patterns (void)
{
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint a = 0; a < ATLAS_N_EVIDENCE_LEVELS; a++)
      for (guint b = 0; b < a; b++)
        {
          AtlasMapStyle x = atlas_map_evidence_style (kind, a);
          AtlasMapStyle y = atlas_map_evidence_style (kind, b);

          g_assert_true (x.line != y.line || memcmp (x.dash, y.dash, sizeof x.dash) != 0);
          g_assert_cmpint (x.fill, !=, y.fill);
          g_assert_cmpint (x.hatch, !=, y.hatch);
          g_assert_cmpint (x.symbol, ==, y.symbol); /* it says the kind */
        }
}

static cairo_surface_t *
paint (AtlasEvidenceLevel level,
       AtlasPaletteId     palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  atlas_map_evidence_paint_sample (cr, level, palette, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Every sample has ink in every palette, and no two look alike. */
static void
test_samples (gconstpointer data)
{
  AtlasPaletteId palette = GPOINTER_TO_UINT (data);

  for (guint a = 0; a < ATLAS_N_EVIDENCE_LEVELS; a++)
    for (guint b = 0; b < a; b++)
      {
        cairo_surface_t *x = paint (a, palette);
        cairo_surface_t *y = paint (b, palette);
        gsize            size = (gsize) cairo_image_surface_get_stride (x) * HEIGHT;
        guint            n_different = 0;

        for (gsize i = 0; i < size; i++)
          n_different += ABS (cairo_image_surface_get_data (x)[i] - cairo_image_surface_get_data (y)[i]) > 40 ? 1 : 0;
        g_assert_cmpuint (n_different, >, 60);
        cairo_surface_destroy (x);
        cairo_surface_destroy (y);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-evidence/patterns", test_patterns);
  for (guint palette = 0; palette < ATLAS_N_PALETTES; palette++)
    {
      g_autofree char *path = g_strdup_printf ("/map-evidence/samples/%u", palette);

      g_test_add_data_func (path, GUINT_TO_POINTER (palette), test_samples);
    }

  return g_test_run ();
}
