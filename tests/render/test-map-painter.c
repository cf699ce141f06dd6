// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-painter.h"

#include "atlas-geodesy.h"
#include "atlas-map-coverage.h"
#include "golden.h"
#include "map-fixture.h"

#include <math.h>

#define LINE ATLAS_GEOMETRY_LINE_STRING
#define POINT ATLAS_GEOMETRY_POINT
#define AREA ATLAS_GEOMETRY_POLYGON
#define SHOWN ATLAS_VISIBILITY_SHOWN

/* Some of each, some of it reaching out of the view. */
/* clang-format off */
static const MapItem items[] = {
  { "zone", ATLAS_KIND_ZONE, AREA, { 60, 190, 160, 60, 60 }, { 40, 30, 150, 130, 40 }, SHOWN, ATLAS_STATUS_NONE },
  { "district", ATLAS_KIND_EVENT, AREA, { 120, 260, 230, 120 }, { 90, 110, 200, 90 }, SHOWN, ATLAS_STATUS_NONE },
  { "band", ATLAS_KIND_CORRIDOR, LINE, { -300, 150, 380, 700 }, { 260, 240, 200, 20 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "route", ATLAS_KIND_CORRIDOR, LINE, { 20, 150, 380 }, { 290, 270, 230 }, SHOWN, ATLAS_STATUS_PLANNED },
  { "rails", ATLAS_KIND_RAILWAY, LINE, { 10, 120, 200, 390 }, { 220, 180, 190, 150 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "pipe", ATLAS_KIND_PIPELINE, LINE, { -200, 100, 250, 600 }, { 60, 80, 60, 90 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "dotted", ATLAS_KIND_PIPELINE, LINE, { -250, 380 }, { 20, 25 }, SHOWN, ATLAS_STATUS_PLANNED },
  { "dashed", ATLAS_KIND_PIPELINE, LINE, { 20, 700 }, { 105, 20 }, SHOWN, ATLAS_STATUS_BUILDING },
  { "broken", ATLAS_KIND_PIPELINE, LINE, { 250, 380 }, { 280, 40 }, SHOWN, ATLAS_STATUS_SUSPENDED },
  { "closed", ATLAS_KIND_PIPELINE, LINE, { 220, 350 }, { 280, 40 }, SHOWN, ATLAS_STATUS_CLOSED },
  { "flight", ATLAS_KIND_EVENT, LINE, { 330, 370, 390 }, { 20, 130, 280 }, SHOWN, ATLAS_STATUS_NONE },
  { "sea-line", ATLAS_KIND_TREATY, LINE, { 290, 300 }, { 130, 290 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "front", ATLAS_KIND_ZONE, LINE, { 20, 50, 40 }, { 130, 160, 200 }, SHOWN, ATLAS_STATUS_NONE },
  { "site", ATLAS_KIND_SITE, POINT, { 200 }, { 40 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "old-site", ATLAS_KIND_SITE, POINT, { 230 }, { 40 }, SHOWN, ATLAS_STATUS_CLOSED },
  { "treaty", ATLAS_KIND_TREATY, POINT, { 260 }, { 40 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "event", ATLAS_KIND_EVENT, POINT, { 290 }, { 40 }, SHOWN, ATLAS_STATUS_NONE },
  { "period", ATLAS_KIND_PERIOD, POINT, { 320 }, { 40 }, SHOWN, ATLAS_STATUS_NONE },
  { "hinted", ATLAS_KIND_SITE, POINT, { 100 }, { 270 }, ATLAS_VISIBILITY_HINT, ATLAS_STATUS_OPERATING },
  { "hidden", ATLAS_KIND_SITE, POINT, { 30 }, { 30 }, ATLAS_VISIBILITY_HIDDEN, ATLAS_STATUS_OPERATING },
};
/* clang-format on */

static const char *const goldens[ATLAS_N_PALETTES] = {
  [ATLAS_PALETTE_LIGHT] = "map-items-light.png",
  [ATLAS_PALETTE_DARK] = "map-items-dark.png",
  [ATLAS_PALETTE_PRINT] = "map-items-print.png",
};

static void
test_golden (gconstpointer data)
{
  AtlasPaletteId palette = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame    frame = map_frame (MAP_ZOOM);
  cairo_surface_t *picture;

  g_assert_true (atlas_map_scene_set_selected (scene, map_scene_lookup (scene, "rails")));
  atlas_map_scene_set_palette (scene, palette);
  picture = map_paint (scene, &frame, ATLAS_MAP_PAINT_ALL);
  golden_assert (picture, goldens[palette]);
  cairo_surface_destroy (picture);
}

/* Moving the map by whole px moves the picture and changes nothing in it: no dash crawls, no hatch swims, no cluster breaks up. */
static void
test_pan (gconstpointer data)
{
  double zoom = *(const double *) data;
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame    frame = map_frame (zoom);
  cairo_surface_t *before, *after;
  int              most;

  atlas_map_scene_set_scale (scene, 1);
  before = map_paint (scene, &frame, ATLAS_MAP_PAINT_ALL);
  frame.to_px.x0 += 37;
  frame.to_px.y0 -= 19;
  after = map_paint (scene, &frame, ATLAS_MAP_PAINT_ALL);
  g_assert_cmpfloat (picture_ink (before), >, 1);
  g_assert_cmpfloat (picture_difference (after, before, 37, -19, &most), <, 0.05);
  g_assert_cmpint (most, <, 100);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

static void
test_visibility (void)
{
  MapItem item = { "pipe", ATLAS_KIND_PIPELINE, LINE, { 50, 350 }, { 60, 200 }, SHOWN, ATLAS_STATUS_OPERATING };
  double  ink[ATLAS_VISIBILITY_SHOWN + 1];
  g_autoptr (AtlasMapScene) scene = map_scene_new (&item, 1);
  AtlasMapFrame frame = map_frame (MAP_ZOOM);

  for (guint visibility = 0; visibility < G_N_ELEMENTS (ink); visibility++)
    {
      cairo_surface_t *picture;

      item.visibility = (AtlasVisibility) visibility;
      atlas_map_scene_set_visibility (scene, map_visibility, &item);
      g_assert_false (atlas_map_scene_set_visibility (scene, map_visibility, &item)); /* nothing new */
      picture = map_paint (scene, &frame, ATLAS_MAP_PAINT_ALL);
      ink[visibility] = picture_ink (picture);
      cairo_surface_destroy (picture);
    }
  g_assert_cmpfloat (ink[ATLAS_VISIBILITY_HIDDEN], ==, 0);
  g_assert_cmpfloat (ink[ATLAS_VISIBILITY_HINT], >, 0);
  g_assert_cmpfloat (ink[ATLAS_VISIBILITY_HINT], <, 0.5 * ink[ATLAS_VISIBILITY_SHOWN]);

  item.visibility = ATLAS_VISIBILITY_HINT;
  atlas_map_scene_set_visibility (scene, map_visibility, &item);
  {
    cairo_surface_t *picture = map_paint (scene, &frame, ATLAS_MAP_PAINT_NO_HINTS);

    g_assert_cmpfloat (picture_ink (picture), ==, 0);
    cairo_surface_destroy (picture);
  }
}

/* What is selected or hovered stands out, even when the filter hides it; NO_STATE leaves it out, ONLY_STATE draws nothing else. */
static void
test_state (void)
{
  static const char *const ids[] = { "zone", "pipe", "rails", "site", "hidden" };
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame    frame = map_frame (MAP_ZOOM);
  cairo_surface_t *plain = map_paint (scene, &frame, ATLAS_MAP_PAINT_ALL);
  cairo_surface_t *empty = map_paint (scene, &frame, ATLAS_MAP_PAINT_ONLY_STATE);

  g_assert_cmpfloat (picture_ink (empty), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      cairo_surface_t *hovered, *selected, *without;

      atlas_map_scene_set_hovered (scene, map_scene_lookup (scene, ids[i]));
      hovered = map_paint (scene, &frame, ATLAS_MAP_PAINT_ALL);
      atlas_map_scene_set_selected (scene, map_scene_lookup (scene, ids[i]));
      selected = map_paint (scene, &frame, ATLAS_MAP_PAINT_ALL);
      without = map_paint (scene, &frame, ATLAS_MAP_PAINT_NO_STATE);
      g_assert_cmpfloat (picture_difference (plain, hovered, 0, 0, NULL), >, 0.05);
      g_assert_cmpfloat (picture_difference (plain, selected, 0, 0, NULL), >, 0.05);
      g_assert_cmpfloat (picture_difference (hovered, selected, 0, 0, NULL), >, 0.02);
      g_assert_cmpfloat (picture_difference (plain, without, 0, 0, NULL), ==, 0);
      cairo_surface_destroy (hovered);
      cairo_surface_destroy (selected);
      cairo_surface_destroy (without);
      atlas_map_scene_set_hovered (scene, NULL);
      atlas_map_scene_set_selected (scene, NULL);
    }
  cairo_surface_destroy (plain);
  cairo_surface_destroy (empty);
}

/* What is drawn for a screen, symbols from pictures and strokes by our own hand, looks like the shapes for print. */
static void
test_sprites (void)
{
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame frame = map_frame (MAP_ZOOM);

  for (guint palette = 0; palette < ATLAS_N_PALETTES; palette++)
    {
      cairo_surface_t *shapes, *pictures;

      atlas_map_scene_set_palette (scene, (AtlasPaletteId) palette);
      atlas_map_scene_set_scale (scene, 0);
      shapes = map_paint (scene, &frame, ATLAS_MAP_PAINT_ALL);
      g_assert_true (atlas_map_scene_set_scale (scene, 1));
      pictures = map_paint (scene, &frame, ATLAS_MAP_PAINT_ALL);
      g_assert_cmpfloat (picture_difference (shapes, pictures, 0, 0, NULL), <, 0.5);
      cairo_surface_destroy (shapes);
      cairo_surface_destroy (pictures);
    }
}

static const struct
{
  const char *path;
  double      longitude, latitude;
  double      sector[2];
  double      range;
} coverages[] = {
  { "/map-painter/coverage/gabala", 47.8, 40.87, { 107, 217 }, 6.0e6 },
  { "/map-painter/coverage/through-north", 47.8, 40.87, { 320, 40 }, 2.0e6 },
  { "/map-painter/coverage/across-180", 175, 10, { 60, 120 }, 3.0e6 },
  { "/map-painter/coverage/over-the-pole", 20, 70, { 350, 10 }, 4.0e6 },
  { "/map-painter/coverage/all-round", 0, 0, { 0, 360 }, 1.0e6 },
};

/* The rim is as far from the site as the range says, wherever it lies, and never jumps round the world. */
static void
test_coverage (gconstpointer data)
{
  const __typeof__ (coverages[0]) *c = data;
  AtlasCoverage                    coverage = { NAN, { c->sector[0], c->sector[1] }, c->range, NULL };
  AtlasPoint                       site = atlas_mercator_project (c->longitude, c->latitude);
  cairo_matrix_t                   identity;
  g_auto (AtlasMapPath) path = { 0 };
  double farthest = 0;

  cairo_matrix_init_identity (&identity);
  atlas_map_path_init (&path);
  atlas_map_coverage_outline (&coverage, site, c->range, &identity, &path);
  g_assert_cmpuint (path.ends->len, ==, 1);
  g_assert_cmpuint (path.points->len, >, 20);

  for (guint i = 0; i < path.points->len; i++)
    {
      AtlasPoint point = g_array_index (path.points, AtlasPoint, i);
      AtlasPoint lonlat = atlas_mercator_unproject (point);

      g_assert_true (isfinite (point.x) && isfinite (point.y));
      g_assert_cmpfloat (fabs (point.x - site.x), <=, 0.5);
      if (fabs (lonlat.y) < 84)
        farthest = MAX (farthest, atlas_geodesy_distance ((AtlasPoint){ c->longitude, c->latitude }, lonlat));
    }
  g_assert_cmpfloat_with_epsilon (farthest / c->range, 1.0, 0.03);
}

int
main (int   argc,
      char *argv[])
{
  static const double zooms[] = { 4.25, 6.0, 7.8 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/map-painter/golden/light", GUINT_TO_POINTER (ATLAS_PALETTE_LIGHT), test_golden);
  g_test_add_data_func ("/map-painter/golden/dark", GUINT_TO_POINTER (ATLAS_PALETTE_DARK), test_golden);
  g_test_add_data_func ("/map-painter/golden/print", GUINT_TO_POINTER (ATLAS_PALETTE_PRINT), test_golden);
  g_test_add_data_func ("/map-painter/pan/far", &zooms[0], test_pan);
  g_test_add_data_func ("/map-painter/pan/middle", &zooms[1], test_pan);
  g_test_add_data_func ("/map-painter/pan/near", &zooms[2], test_pan);
  g_test_add_func ("/map-painter/visibility", test_visibility);
  g_test_add_func ("/map-painter/state", test_state);
  g_test_add_func ("/map-painter/sprites", test_sprites);
  for (guint i = 0; i < G_N_ELEMENTS (coverages); i++)
    g_test_add_data_func (coverages[i].path, &coverages[i], test_coverage);

  return g_test_run ();
}
