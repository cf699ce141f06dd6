// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* basemap-mosaic BASEMAP ZOOM LON LAT WIDTH HEIGHT SCALE PALETTE OUT.png: a picture of the basemap around a place, to look at
 * while changing it. PALETTE is one of those below. */

#include "atlas-basemap-painter.h"
#include "atlas-label-painter.h"
#include "atlas-mercator.h"

static const char *const palettes[] = {
  [ATLAS_PALETTE_LIGHT] = "light",
  [ATLAS_PALETTE_DARK] = "dark",
  [ATLAS_PALETTE_CONTRAST] = "contrast",
  [ATLAS_PALETTE_CONTRAST_DARK] = "contrast-dark",
  [ATLAS_PALETTE_PRINT] = "print",
};

static const AtlasPalette *
find_palette (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    if (g_str_equal (palettes[i], name))
      return atlas_palette_get ((AtlasPaletteId) i);

  return NULL;
}

static void
paint_names (AtlasBasemap       *basemap,
             const AtlasPalette *palette,
             AtlasLabelView      view,
             double              scale,
             cairo_surface_t    *surface)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (basemap, NULL, 1);
  g_autoptr (AtlasLabelPainter) painter = atlas_label_painter_new (palette, scale);
  g_autoptr (GArray) labels = atlas_label_placer_place (placer, &view, NULL, 0);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  atlas_label_painter_paint (painter, cr, labels, ATLAS_LABEL_ALL);
  cairo_destroy (cr);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AtlasBasemap) basemap = NULL;
  g_autoptr (GError) error = NULL;
  double              zoom, scale, world;
  int                 width, height;
  AtlasPoint          centre;
  const AtlasPalette *palette;
  cairo_surface_t    *surface;
  cairo_status_t      status;

  palette = argc == 10 ? find_palette (argv[8]) : NULL;
  if (palette == NULL)
    {
      g_printerr ("usage: %s BASEMAP ZOOM LON LAT WIDTH HEIGHT SCALE light|dark|contrast|contrast-dark|print OUT.png\n", argv[0]);
      return 2;
    }

  basemap = atlas_basemap_new_from_file (argv[1], &error);
  if (basemap == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  zoom = g_ascii_strtod (argv[2], NULL);
  centre = atlas_mercator_project (g_ascii_strtod (argv[3], NULL), g_ascii_strtod (argv[4], NULL));
  width = (int) g_ascii_strtoll (argv[5], NULL, 10);
  height = (int) g_ascii_strtoll (argv[6], NULL, 10);
  scale = g_ascii_strtod (argv[7], NULL);
  world = atlas_mercator_world_size (zoom);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale), (int) (height * scale));
  atlas_basemap_paint_view (basemap, palette, centre.x - width / 2.0 / world, centre.y - height / 2.0 / world, zoom, scale, surface);
  paint_names (basemap, palette, (AtlasLabelView){ centre.x, centre.y, zoom, width, height }, scale, surface);
  status = cairo_surface_write_to_png (surface, argv[9]);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
