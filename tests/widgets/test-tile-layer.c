// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tile-cache.h"
#include "atlas-tile-layer.h"

#include "map-view-fixture.h"

#define TILE_BYTES (ATLAS_TILE_SIZE * ATLAS_TILE_SIZE * 4)

static void
set_up (WidgetFixture *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBasemap) basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), &error);

  g_assert_no_error (error);
  map_view_fixture_set_up (fixture, data);
  atlas_map_view_set_basemap (map_view_fixture_get_view (fixture), basemap);
  atlas_session_set_dataset (fixture->session, NULL); /* the tiles alone */
  map_view_fixture_set_camera (fixture, 6.0, 40.6, 47.0);
}

static void
tear_down (WidgetFixture *fixture,
           gconstpointer  data)
{
  atlas_session_set_dataset (fixture->session, fixture->dataset);
  widget_fixture_tear_down (fixture, data);
}

static AtlasTileLayer *
get_layer (WidgetFixture *fixture)
{
  return map_view_fixture_get_view (fixture)->tiles;
}

static gboolean
is_complete (gpointer user_data)
{
  return atlas_tile_layer_is_complete (get_layer (user_data));
}

static gboolean
is_at_leisure (gpointer user_data)
{
  return is_complete (user_data) && atlas_tile_layer_get_pending (get_layer (user_data)) == 0;
}

/* What the layer draws; what it leaves open is clear. */
static cairo_surface_t *
take_picture (WidgetFixture *fixture)
{
  GtkWidget       *widget = GTK_WIDGET (get_layer (fixture));
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAP_VIEW_FIXTURE_WIDTH, MAP_VIEW_FIXTURE_HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Of all pixels, those that are not clear. */
static double
get_share_drawn (WidgetFixture *fixture)
{
  cairo_surface_t *picture = take_picture (fixture);
  const guint32   *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (picture);
  guint            n_pixels = MAP_VIEW_FIXTURE_WIDTH * MAP_VIEW_FIXTURE_HEIGHT;
  guint            n_drawn = 0;

  for (guint i = 0; i < n_pixels; i++)
    n_drawn += pixels[i] >> 24 == 0xFF;
  cairo_surface_destroy (picture);

  return (double) n_drawn / n_pixels;
}

/* At rest the view is whole, without seams, and is pixel by pixel what one picture of it all would be. */
static void
test_complete (WidgetFixture *fixture,
               gconstpointer  data)
{
  widget_fixture_await (is_complete, fixture, "the tiles");
  g_assert_cmpfloat (get_share_drawn (fixture), ==, 1.0);
}

/* Whatever the zoom, tiles are painted for it. */
static void
test_fractional (WidgetFixture *fixture,
                 gconstpointer  data)
{
  map_view_fixture_set_camera (fixture, 7.37, 41.3, 45.1);
  g_assert_false (is_complete (fixture));
  widget_fixture_await (is_complete, fixture, "the tiles of a broken zoom");
  g_assert_cmpfloat (get_share_drawn (fixture), ==, 1.0);
}

/* What was painted of another zoom stands in for what is not there yet. */
static void
test_stand_in (WidgetFixture *fixture,
               gconstpointer  data)
{
  static const double zooms[] = { 7.0, 6.3, 8.6 };

  widget_fixture_await (is_at_leisure, fixture, "the tiles");
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      map_view_fixture_set_camera (fixture, zooms[i], 40.6, 47.0);
      g_assert_false (is_complete (fixture));
      g_assert_cmpfloat (get_share_drawn (fixture), ==, 1.0);
    }
}

/* A step out shows what lies around, coarse though it is. */
static void
test_overview (WidgetFixture *fixture,
               gconstpointer  data)
{
  widget_fixture_await (is_at_leisure, fixture, "the tiles");
  map_view_fixture_set_camera (fixture, 4.8, 41.5, 45.0);
  g_assert_false (is_complete (fixture));
  g_assert_cmpfloat (get_share_drawn (fixture), ==, 1.0);
}

/* On its way the map asks for what is at the end of it alone; there it is complete without resting first. */
static void
test_goal (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasCamera goal = { .zoom = 8.0, .latitude = 39.7, .longitude = 46.6 };
  guint       n_asked = 0;

  widget_fixture_await (is_at_leisure, fixture, "the tiles");
  atlas_tile_layer_head_for (get_layer (fixture), goal);
  n_asked = atlas_tile_layer_get_pending (get_layer (fixture));
  g_assert_cmpuint (n_asked, >, 0);
  g_assert_cmpuint (n_asked, <=, 5 * 4);
  for (double zoom = 6.1; zoom < 8.0; zoom += 0.1)
    {
      shumate_viewport_set_zoom_level (map_view_fixture_get_viewport (fixture), zoom);
      g_assert_cmpuint (atlas_tile_layer_get_pending (get_layer (fixture)), <=, n_asked);
    }
  while (atlas_tile_layer_get_pending (get_layer (fixture)) > 0)
    g_main_context_iteration (NULL, FALSE);
  map_view_fixture_set_camera (fixture, goal.zoom, goal.latitude, goal.longitude);
  g_assert_true (is_complete (fixture));
}

/* What is asked for no more is not painted: of thirty views that were only passed, with some thirty tiles each, all but what
 * had been begun is forgotten. */
static void
test_cancel (WidgetFixture *fixture,
             gconstpointer  data)
{
  widget_fixture_await (is_at_leisure, fixture, "the tiles");
  for (guint i = 0; i < 30; i++)
    map_view_fixture_set_camera (fixture, 7.0 + i * 0.01, 40.6, 47.0 + i * 0.1);
  map_view_fixture_set_camera (fixture, 6.0, 40.6, 47.0);
  g_assert_cmpuint (atlas_tile_layer_get_pending (get_layer (fixture)), <, 300);
  g_assert_true (is_complete (fixture));
}

static guint32
get_middle (WidgetFixture *fixture)
{
  cairo_surface_t *picture = take_picture (fixture);
  const guint32   *pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (picture);
  guint32          pixel = pixels[MAP_VIEW_FIXTURE_HEIGHT / 2 * MAP_VIEW_FIXTURE_WIDTH + MAP_VIEW_FIXTURE_WIDTH / 2];

  cairo_surface_destroy (picture);

  return pixel;
}

/* Other inks: the old tiles stay until the new ones are there, and are then let go of. */
static void
test_palette (WidgetFixture *fixture,
              gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  gsize         before = 0;
  guint32       light = 0;

  widget_fixture_await (is_at_leisure, fixture, "the tiles");
  light = get_middle (fixture);
  before = atlas_tile_layer_get_size (view->tiles);
  atlas_tile_layer_set_look (view->tiles, view->basemap, ATLAS_PALETTE_DARK);
  g_assert_false (is_complete (fixture));
  g_assert_cmpfloat (get_share_drawn (fixture), ==, 1.0);
  widget_fixture_await (is_at_leisure, fixture, "the tiles in the dark");
  g_assert_cmphex (get_middle (fixture), !=, light);
  g_assert_cmpuint (atlas_tile_layer_get_size (view->tiles), ==, before);
}

static void
test_no_basemap (WidgetFixture *fixture,
                 gconstpointer  data)
{
  widget_fixture_await (is_at_leisure, fixture, "the tiles");
  atlas_map_view_set_basemap (map_view_fixture_get_view (fixture), NULL);
  g_assert_cmpfloat (get_share_drawn (fixture), ==, 0.0);
  g_assert_cmpuint (atlas_tile_layer_get_size (get_layer (fixture)), ==, 0);
  g_assert_cmpuint (atlas_tile_layer_get_pending (get_layer (fixture)), ==, 0);
}

static void
add_tile (AtlasTileCache *cache,
          int             x)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ATLAS_TILE_SIZE, ATLAS_TILE_SIZE);

  atlas_tile_cache_add (cache, (AtlasTileId){ 5.0, x, 0 }, 1, picture);
  cairo_surface_destroy (picture);
}

/* Four tiles have room: the one that was not used for longest makes room for a fifth. */
static void
test_cache (void)
{
  g_autoptr (AtlasTileCache) cache = atlas_tile_cache_new (4 * TILE_BYTES);

  for (int x = 0; x < 4; x++)
    add_tile (cache, x);
  g_assert_nonnull (atlas_tile_cache_lookup (cache, (AtlasTileId){ 5.0, 0, 0 }, 1));
  add_tile (cache, 4);
  add_tile (cache, 4);
  g_assert_cmpuint (atlas_tile_cache_get_size (cache), ==, 4 * TILE_BYTES);
  g_assert_nonnull (atlas_tile_cache_lookup (cache, (AtlasTileId){ 5.0, 0, 0 }, 1));
  g_assert_null (atlas_tile_cache_lookup (cache, (AtlasTileId){ 5.0, 1, 0 }, 1));
  g_assert_null (atlas_tile_cache_lookup (cache, (AtlasTileId){ 5.0, 0, 0 }, 2));
  g_assert_null (atlas_tile_cache_lookup (cache, (AtlasTileId){ 5.5, 0, 0 }, 1));

  atlas_tile_cache_set_max_size (cache, 2 * TILE_BYTES);
  g_assert_cmpuint (atlas_tile_cache_get_size (cache), ==, 2 * TILE_BYTES);
  atlas_tile_cache_drop (cache, 2);
  g_assert_cmpuint (atlas_tile_cache_get_size (cache), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  /* clang-format off */
  static const struct
  {
    const char *path;
    void      (*test) (WidgetFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/widgets/tile-layer/complete", test_complete },
    { "/widgets/tile-layer/fractional", test_fractional },
    { "/widgets/tile-layer/stand-in", test_stand_in },
    { "/widgets/tile-layer/overview", test_overview },
    { "/widgets/tile-layer/goal", test_goal },
    { "/widgets/tile-layer/cancel", test_cancel },
    { "/widgets/tile-layer/palette", test_palette },
    { "/widgets/tile-layer/no-basemap", test_no_basemap },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/widgets/tile-layer/cache", test_cache);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
