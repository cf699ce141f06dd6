// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-pile.h"
#include "atlas-map-scene-private.h"

#include "map-fixture.h"

#include <math.h>

#define POINT ATLAS_GEOMETRY_POINT
#define SHOWN ATLAS_VISIBILITY_SHOWN
#define HINT ATLAS_VISIBILITY_HINT

/* Three in the very same place, two that part when one goes closer, one alone, two that only hint, and a line past them all. */
static const MapItem items[] = {
  { "same-1", ATLAS_KIND_EVENT, POINT, { 100 }, { 100 }, SHOWN },
  { "same-2", ATLAS_KIND_SITE, POINT, { 100 }, { 100 }, SHOWN },
  { "same-3", ATLAS_KIND_TREATY, POINT, { 100 }, { 100 }, SHOWN },
  { "same-hint", ATLAS_KIND_EVENT, POINT, { 100 }, { 100 }, HINT },
  { "near-1", ATLAS_KIND_SITE, POINT, { 200 }, { 100 }, SHOWN },
  { "near-2", ATLAS_KIND_SITE, POINT, { 206 }, { 100 }, SHOWN },
  { "alone", ATLAS_KIND_SITE, POINT, { 300 }, { 100 }, SHOWN },
  { "hint-1", ATLAS_KIND_EVENT, POINT, { 100 }, { 200 }, HINT },
  { "hint-2", ATLAS_KIND_EVENT, POINT, { 100 }, { 200 }, HINT },
  { "line", ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, { 50, 350 }, { 104, 104 }, SHOWN },
};

typedef struct
{
  const char *path;
  double      x, y;
  const char *ids; /* in time order; NULL: no pile */
  const char *leader;
  gboolean    splits;
} PileCase;

static const PileCase cases[] = {
  { "/map-pile/same-place", 101, 99, "same-1,same-2,same-3", "same-2", FALSE },
  { "/map-pile/parts", 204, 101, "near-1,near-2", "near-1", TRUE },
  { "/map-pile/one", 300, 100, NULL },
  { "/map-pile/hints", 100, 200, "hint-1,hint-2", "hint-1", FALSE },
  { "/map-pile/line", 250, 104, NULL },
  { "/map-pile/too-far", 112, 100, NULL },
};

static char *
join_ids (GPtrArray *found)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "", atlas_item_get_id (g_ptr_array_index (found, i)));

  return g_string_free (ids, FALSE);
}

static void
test_pile (gconstpointer data)
{
  const PileCase *c = data;
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame frame = map_frame (MAP_ZOOM);
  g_autoptr (AtlasMapPile) pile = atlas_map_pile_hit (scene, &frame, c->x, c->y, 12.0);
  g_autofree char *ids = NULL;

  if (c->ids == NULL)
    {
      g_assert_null (pile);
      return;
    }

  g_assert_nonnull (pile);
  ids = join_ids (pile->items);
  g_assert_cmpstr (ids, ==, c->ids);
  g_assert_cmpstr (atlas_item_get_id (pile->leader), ==, c->leader);
  g_assert_true (isnan (pile->split_zoom) != c->splits);
  if (c->splits)
    {
      AtlasMapFrame closer = map_frame (pile->split_zoom);
      g_autoptr (AtlasMapPile) rest = atlas_map_pile_find (scene, &closer, pile->leader, 12.0);

      g_assert_cmpfloat (pile->split_zoom, >, MAP_ZOOM);
      g_assert_cmpfloat (pile->split_zoom, <=, MAP_ZOOM + 2);
      g_assert_null (rest);
    }
}

/* Every item of the map is in a pile or is hit by itself, at any zoom. */
static void
test_reach (void)
{
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));

  for (double zoom = 3; zoom <= 12; zoom += 0.25)
    for (guint i = 0; i < G_N_ELEMENTS (items); i++)
      {
        AtlasItem    *item = map_scene_lookup (scene, items[i].id);
        AtlasPoint    place = atlas_geometry_get_anchor (atlas_item_get_geometry (item));
        AtlasPoint    lonlat = atlas_mercator_unproject (place);
        AtlasMapFrame frame = atlas_map_frame_from_camera ((AtlasCamera){ zoom, lonlat.y, lonlat.x }, MAP_WIDTH, MAP_HEIGHT);
        g_autoptr (GPtrArray) found = NULL;
        g_autoptr (AtlasMapPile) pile = atlas_map_pile_find (scene, &frame, item, 12.0);

        cairo_matrix_transform_point (&frame.to_px, &place.x, &place.y);
        if (pile != NULL)
          {
            place = pile->place;
            cairo_matrix_transform_point (&frame.to_px, &place.x, &place.y);
          }
        found = atlas_map_painter_hit (scene, &frame, place.x, place.y);
        if (!g_ptr_array_find (found, item, NULL))
          g_error ("%s is out of reach at zoom %g", items[i].id, zoom);
      }
}

/* Panning regroups nothing. */
static void
test_pan (void)
{
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame frame = map_frame (MAP_ZOOM);

  for (int step = 0; step < 60; step++)
    {
      g_autoptr (AtlasMapPile) pile = atlas_map_pile_find (scene, &frame, map_scene_lookup (scene, "same-3"), 12.0);
      g_autofree char *ids = pile != NULL ? join_ids (pile->items) : NULL;

      g_assert_cmpstr (ids, ==, "same-1,same-2,same-3");
      frame.to_px.x0 += 1.37;
      frame.to_px.y0 += 0.71;
    }
}

/* The tolerance holds at its rim, and what is nearest comes first: points, lines, areas. */
static void
test_tolerance (void)
{
  static const MapItem near[] = {
    { "area", ATLAS_KIND_ZONE, ATLAS_GEOMETRY_POLYGON, { 100, 300, 300, 100, 100 }, { 50, 50, 250, 250, 50 }, SHOWN },
    { "line", ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, { 50, 350 }, { 150, 150 }, SHOWN },
    { "point", ATLAS_KIND_SITE, POINT, { 200 }, { 156 }, SHOWN },
  };
  static const struct
  {
    double      x, y;
    const char *ids;
  } places[] = {
    { 200, 150, "point,line,area" },
    { 200, 157.9, "point,line,area" },
    { 200, 142.1, "line,area" },
    { 150, 158.1, "area" },
    { 60, 142.1, "line" },
    { 60, 141.9, "" },
    { 200, 42.1, "area" },
    { 200, 41.9, "" },
  };
  g_autoptr (AtlasMapScene) scene = map_scene_new (near, G_N_ELEMENTS (near));
  AtlasMapFrame frame = map_frame (MAP_ZOOM);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GPtrArray) found = atlas_map_painter_hit (scene, &frame, places[i].x, places[i].y);
      g_autofree char *ids = join_ids (found);

      g_assert_cmpstr (ids, ==, places[i].ids);
    }
}

/* Lines that share a trench are hit where they are drawn: beside one another. */
static void
test_lanes (void)
{
  static const MapItem twins[] = {
    { "one", ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, { 150, 250 }, { 140, 160 }, SHOWN, ATLAS_STATUS_OPERATING },
    { "two", ATLAS_KIND_RAILWAY, ATLAS_GEOMETRY_LINE_STRING, { 150, 250 }, { 140, 160 }, SHOWN, ATLAS_STATUS_OPERATING },
  };
  g_autoptr (AtlasMapScene) scene = map_scene_new (twins, G_N_ELEMENTS (twins));
  AtlasMapFrame frame = map_frame (9.0);
  double        apart = 0;

  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    {
      g_auto (AtlasMapPath) path = { 0 };
      g_autoptr (GPtrArray) found = NULL;
      AtlasPoint a, b, middle;

      atlas_map_path_init (&path);
      atlas_map_scene_add_path (scene, i, ATLAS_PART_LINE, &frame.to_px, frame.zoom, TRUE, &path);
      a = g_array_index (path.points, AtlasPoint, path.points->len / 2 - 1);
      b = g_array_index (path.points, AtlasPoint, path.points->len / 2);
      middle = (AtlasPoint){ (a.x + b.x) / 2, (a.y + b.y) / 2 };
      apart = i == 0 ? middle.y : middle.y - apart;
      found = atlas_map_painter_hit (scene, &frame, middle.x, middle.y);
      g_assert_cmpuint (found->len, >=, 1);
      g_assert_cmpstr (atlas_item_get_id (g_ptr_array_index (found, 0)), ==, twins[i].id);
    }
  g_assert_cmpfloat (ABS (apart), >, 2.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_pile);
  g_test_add_func ("/map-pile/reach", test_reach);
  g_test_add_func ("/map-pile/pan", test_pan);
  g_test_add_func ("/map-pile/tolerance", test_tolerance);
  g_test_add_func ("/map-pile/lanes", test_lanes);

  return g_test_run ();
}
