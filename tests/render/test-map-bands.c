// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-bands.h"

#include "map-fixture.h"
#include "picture.h"

#include <math.h>

#define TALL 480 /* px: enough for bands */
#define SHOWN ATLAS_VISIBILITY_SHOWN

/* What runs across bands, with dashes, hatches, ties, arrows and soft rims. */
/* clang-format off */
static const MapItem items[] = {
  { "zone", ATLAS_KIND_ZONE, ATLAS_GEOMETRY_POLYGON, { 60, 390, 260, 40, 60 }, { -60, 30, 330, 330, -60 }, SHOWN, ATLAS_STATUS_NONE },
  { "district", ATLAS_KIND_EVENT, ATLAS_GEOMETRY_POLYGON, { 120, 300, 230, 120 }, { 20, 60, 300, 20 }, SHOWN, ATLAS_STATUS_NONE },
  { "band", ATLAS_KIND_CORRIDOR, ATLAS_GEOMETRY_LINE_STRING, { -300, 150, 380 }, { 360, 140, -60 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "rails", ATLAS_KIND_RAILWAY, ATLAS_GEOMETRY_LINE_STRING, { 10, 120, 390 }, { -40, 180, 370 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "pipe", ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, { 30, 100, 350 }, { 380, 80, -60 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "dashed", ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, { 20, 390 }, { 105, 60 }, SHOWN, ATLAS_STATUS_BUILDING },
  { "broken", ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, { 350, 380 }, { -60, 380 }, SHOWN, ATLAS_STATUS_SUSPENDED },
};
/* clang-format on */

static cairo_surface_t *
paint_rows (AtlasMapScene *scene,
            int            first,
            int            n_rows)
{
  AtlasMapFrame    frame = atlas_map_frame_from_camera ((AtlasCamera){ MAP_ZOOM, 40.0, 47.0 }, MAP_WIDTH, TALL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAP_WIDTH, n_rows);
  cairo_t         *cr = cairo_create (surface);

  frame.to_px.x0 = round (frame.to_px.x0);
  frame.to_px.y0 = round (frame.to_px.y0) - first;
  frame.height = n_rows;
  atlas_map_painter_paint (cr, scene, &frame, ATLAS_MAP_PAINT_ALL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* A tall picture, which is painted in bands, is what low ones are, which are not: no seam shows. */
static void
test_seams (void)
{
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  cairo_surface_t *whole;

  atlas_map_scene_set_scale (scene, 1);
  whole = paint_rows (scene, 0, TALL);
  for (int first = 0; first < TALL; first += TALL / 3)
    {
      cairo_surface_t *part = paint_rows (scene, first, TALL / 3);
      int              most = 0;

      g_assert_cmpfloat (picture_ink (part), >, 1.0);
      for (int y = 0; y < TALL / 3; y++)
        for (int x = 0; x < MAP_WIDTH; x++)
          for (int channel = 0; channel < 4; channel++)
            most = MAX (most, ABS (picture_pixel (part, x, y)[channel] - picture_pixel (whole, x, first + y)[channel]));
      g_assert_cmpint (most, <=, 4);
      cairo_surface_destroy (part);
    }
  cairo_surface_destroy (whole);
}

typedef struct
{
  GMutex mutex;
  guint  n_bands;
  double height; /* of all bands */
} Seen;

static void
fill_cb (AtlasMapBand *band,
         gpointer      user_data)
{
  Seen *seen = user_data;

  cairo_paint_with_alpha (band->cr, 0.5);
  g_mutex_lock (&seen->mutex);
  seen->n_bands++;
  seen->height += band->clip.y1 - band->clip.y0;
  g_mutex_unlock (&seen->mutex);
}

static gboolean
fill (cairo_surface_t *surface,
      double           turn,
      Seen            *seen)
{
  g_autoptr (AtlasMapBands) bands = atlas_map_bands_new ();
  cairo_t *cr = cairo_create (surface);
  gboolean done;

  cairo_translate (cr, 10, 20);
  cairo_rotate (cr, turn);
  cairo_rectangle (cr, 0, 0, 50, 400);
  cairo_clip (cr);
  done = atlas_map_bands_paint (bands, cr, fill_cb, seen);
  cairo_destroy (cr);

  return done;
}

/* Each px of what the context is clipped to is painted once, in its units, and nothing else. */
static void
test_cover (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 1001);
  Seen             seen = { 0 };

  cairo_surface_set_device_scale (surface, 2, 2);
  if (g_get_num_processors () < 2)
    {
      g_assert_false (fill (surface, 0, &seen));
      g_test_skip ("one processor");
    }
  else
    {
      g_assert_true (fill (surface, 0, &seen));
      g_assert_cmpuint (seen.n_bands, >, 1);
      g_assert_cmpfloat_with_epsilon (seen.height, 400, 1e-6);
      for (int y = 0; y < 1001; y++)
        for (int x = 0; x < 200; x++)
          {
            gboolean inside = x >= 20 && x < 120 && y >= 40 && y < 840;
            int      alpha = picture_pixel (surface, x, y)[3];

            g_assert_cmpint (ABS (alpha - (inside ? 128 : 0)), <=, 1);
          }
    }
  cairo_surface_destroy (surface);
}

/* What is no picture, is turned or is low is left to the caller, untouched. */
static void
test_refuses (void)
{
  cairo_surface_t *low = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 200);
  cairo_surface_t *tall = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 1000);
  cairo_surface_t *paper = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  Seen             seen = { 0 };

  g_assert_false (fill (low, 0, &seen));
  g_assert_false (fill (tall, 0.1, &seen));
  g_assert_false (fill (paper, 0, &seen));
  g_assert_cmpuint (seen.n_bands, ==, 0);
  cairo_surface_destroy (low);
  cairo_surface_destroy (tall);
  cairo_surface_destroy (paper);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-bands/seams", test_seams);
  g_test_add_func ("/map-bands/cover", test_cover);
  g_test_add_func ("/map-bands/refuses", test_refuses);

  return g_test_run ();
}
