// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-source.h"
#include "atlas-tile-paintable.h"

#include "widget-fixture.h"

typedef struct
{
  AtlasBasemap       *basemap;
  AtlasBasemapSource *source;
} Fixture;

/* What became of a tile that was asked for. */
typedef struct
{
  gboolean answered;
  gboolean filled;
  GError  *error;
} Answer;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->basemap = atlas_basemap_new_from_file (g_getenv ("ATLAS_TEST_BASEMAP"), &error);
  g_assert_no_error (error);
  fixture->source = atlas_basemap_source_new (fixture->basemap, ATLAS_PALETTE_LIGHT, 1);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  widget_fixture_await (widget_fixture_is_last, fixture->source, "the painters to let go of the source");
  g_assert_finalize_object (fixture->source);
  atlas_basemap_unref (fixture->basemap);
}

static void
filled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->filled = shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, &answer->error);
  answer->answered = TRUE;
}

static gboolean
is_answered (gpointer user_data)
{
  return ((Answer *) user_data)->answered;
}

/* Two colours at least, none of them clear. */
static gboolean
has_picture (GdkPaintable *paintable)
{
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t         *cr = cairo_create (surface);
  const guint32   *pixels = NULL;
  guint32          first = 0;
  gboolean         differs = FALSE;
  gboolean         opaque = TRUE;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);

  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  first = pixels[0];
  for (int i = 0; i < width * height; i++)
    {
      differs |= pixels[i] != first;
      opaque &= pixels[i] >> 24 == 0xFF;
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return differs && opaque;
}

static void
test_fill (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (ShumateTile) tile = shumate_tile_new_full (20, 12, 256, 5); /* Transcaucasia and the sea beside it */
  Answer answer = { 0 };

  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (fixture->source), tile, NULL, filled_cb, &answer);
  widget_fixture_await (is_answered, &answer, "a tile");
  g_assert_no_error (answer.error);
  g_assert_true (answer.filled);
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
  g_assert_true (ATLAS_IS_TILE_PAINTABLE (shumate_tile_get_paintable (tile)));

  /* Twice as fine as the screen, so that it is crisp up to the next zoom. */
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (shumate_tile_get_paintable (tile)), ==, 512);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (shumate_tile_get_paintable (tile)), ==, 512);
  g_assert_true (has_picture (shumate_tile_get_paintable (tile)));
}

static void
test_no_basemap (Fixture      *fixture,
                 gconstpointer data)
{
  AtlasBasemapSource *bare = atlas_basemap_source_new (NULL, ATLAS_PALETTE_DARK, 2);
  g_autoptr (ShumateTile) tile = shumate_tile_new_full (20, 12, 256, 5);
  Answer answer = { 0 };

  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (bare), tile, NULL, filled_cb, &answer);
  widget_fixture_await (is_answered, &answer, "a bare tile");
  g_assert_no_error (answer.error);
  g_assert_false (has_picture (shumate_tile_get_paintable (tile)));
  widget_fixture_await (widget_fixture_is_last, bare, "the painters to let go of the source");
  g_assert_finalize_object (bare);
}

/* A fast pan: many tiles asked for and let go again. Every one of them is answered, and none that was let go is filled. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ShumateTile *tiles[40];
  Answer       answers[G_N_ELEMENTS (tiles)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    {
      tiles[i] = shumate_tile_new_full (600 + i, 380, 256, 10);
      shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (fixture->source), tiles[i], cancellable, filled_cb, &answers[i]);
    }
  g_cancellable_cancel (cancellable);

  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    {
      widget_fixture_await (is_answered, &answers[i], "a tile that was let go");
      g_assert_error (answers[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (shumate_tile_get_paintable (tiles[i]));
      g_assert_cmpint (shumate_tile_get_state (tiles[i]), !=, SHUMATE_STATE_DONE);
      g_clear_error (&answers[i].error);
      widget_fixture_await (widget_fixture_is_last, tiles[i], "a painter to let go of its tile");
      g_assert_finalize_object (tiles[i]);
    }
}

static void
test_limits (Fixture      *fixture,
             gconstpointer data)
{
  g_assert_cmpuint (shumate_map_source_get_min_zoom_level (SHUMATE_MAP_SOURCE (fixture->source)), ==, 3);
  g_assert_cmpuint (shumate_map_source_get_max_zoom_level (SHUMATE_MAP_SOURCE (fixture->source)), ==, 12);
  g_assert_cmpuint (shumate_map_source_get_tile_size (SHUMATE_MAP_SOURCE (fixture->source)), ==, 256);
}

int
main (int    argc,
      char **argv)
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  g_test_add ("/widgets/basemap-source/fill", Fixture, NULL, set_up, test_fill, tear_down);
  g_test_add ("/widgets/basemap-source/no-basemap", Fixture, NULL, set_up, test_no_basemap, tear_down);
  g_test_add ("/widgets/basemap-source/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/widgets/basemap-source/limits", Fixture, NULL, set_up, test_limits, tear_down);

  return g_test_run ();
}
