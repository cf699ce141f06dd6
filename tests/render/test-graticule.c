// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-graticule.h"
#include "atlas-mercator.h"

static AtlasLabelView
look_at (double zoom,
         double longitude,
         double latitude)
{
  AtlasPoint middle = atlas_mercator_project (longitude, latitude);

  return (AtlasLabelView){ middle.x, middle.y, zoom, 800, 600 };
}

static const struct
{
  double zoom, step;
} steps[] = { { 2, 30 }, { 4, 10 }, { 5, 5 }, { 6.5, 2 }, { 8, 1 }, { 9.5, 0.5 }, { 12, 1 / 6.0 } };

/* Lines are neither crowded nor so far apart that a view has none. */
static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpfloat_with_epsilon (atlas_graticule_get_step (steps[i].zoom), steps[i].step, 1e-9);

  for (double zoom = 2; zoom <= 12; zoom += 0.05)
    {
      double px = atlas_graticule_get_step (zoom) * atlas_mercator_world_size (zoom) / 360;

      g_assert_cmpfloat (px, >=, 75);
      g_assert_cmpfloat (px, <=, 500);
    }
}

static void
test_lines (void)
{
  AtlasLabelView view = look_at (6.5, 47, 40);
  g_autoptr (GArray) meridians = atlas_graticule_list_meridians (&view);
  g_autoptr (GArray) parallels = atlas_graticule_list_parallels (&view);
  double world = atlas_mercator_world_size (view.zoom);

  g_assert_cmpuint (meridians->len, >, 3);
  g_assert_cmpuint (parallels->len, >, 2);
  for (guint i = 0; i < meridians->len; i++)
    {
      AtlasGraticuleLine line = g_array_index (meridians, AtlasGraticuleLine, i);

      g_assert_cmpfloat_with_epsilon (line.px, (atlas_mercator_project (line.degrees, 0).x - view.x) * world + view.width / 2, 1e-6);
      g_assert_cmpfloat (line.px, >=, -1e-6);
      g_assert_cmpfloat (line.px, <=, view.width + 1e-6);
    }
  for (guint i = 0; i < parallels->len; i++)
    {
      AtlasGraticuleLine line = g_array_index (parallels, AtlasGraticuleLine, i);

      g_assert_cmpfloat_with_epsilon (line.px, (atlas_mercator_project (0, line.degrees).y - view.y) * world + view.height / 2, 1e-6);
      g_assert_true (i == 0 || line.px > g_array_index (parallels, AtlasGraticuleLine, i - 1).px);
    }
}

static void
test_date_line (void)
{
  AtlasLabelView view = look_at (4, 179, 0);
  g_autoptr (GArray) meridians = atlas_graticule_list_meridians (&view);

  g_assert_cmpfloat (g_array_index (meridians, AtlasGraticuleLine, 0).degrees, >, 0);
  g_assert_cmpfloat (g_array_index (meridians, AtlasGraticuleLine, meridians->len - 1).degrees, <, 0);
}

static const struct
{
  double      degrees;
  const char *longitude, *latitude;
} words[] = {
  { 45, "45° E", "45° N" },
  { -10, "10° W", "10° S" },
  { 46.5, "46°30′ E", "46°30′ N" },
  { 40 + 1 / 6.0, "40°10′ E", "40°10′ N" },
  { 0, "0°", "0°" },
};

static void
test_words (void)
{
  g_autofree char *far = atlas_graticule_format_longitude (-180);

  g_assert_cmpstr (far, ==, "180°");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *longitude = atlas_graticule_format_longitude (words[i].degrees);
      g_autofree char *latitude = atlas_graticule_format_latitude (words[i].degrees);

      g_assert_cmpstr (longitude, ==, words[i].longitude);
      g_assert_cmpstr (latitude, ==, words[i].latitude);
    }
}

static void
test_paint (void)
{
  AtlasLabelView   view = look_at (7.5, 47, 40);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 600);
  cairo_t         *cr = cairo_create (surface);
  guint            n_inked = 0;

  atlas_graticule_paint (cr, atlas_palette_get (ATLAS_PALETTE_PRINT), &view);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int x = 0; x < 800; x++)
    n_inked += cairo_image_surface_get_data (surface)[4 * x + 3] > 0;
  g_assert_cmpuint (n_inked, >=, 4); /* the meridians cross the upper edge, and nothing else does */
  g_assert_cmpuint (n_inked, <=, 20);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graticule/steps", test_steps);
  g_test_add_func ("/graticule/lines", test_lines);
  g_test_add_func ("/graticule/date-line", test_date_line);
  g_test_add_func ("/graticule/words", test_words);
  g_test_add_func ("/graticule/paint", test_paint);

  return g_test_run ();
}
