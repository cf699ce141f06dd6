// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-fixture.h"
#include "picture.h"

/* clang-format off */
static const MapItem items[] = {
  { "point",  ATLAS_KIND_SITE,     ATLAS_GEOMETRY_POINT,       { 100 },           { 80 },           ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
  { "corner", ATLAS_KIND_SITE,     ATLAS_GEOMETRY_POINT,       { 3 },             { 4 },            ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
  { "line",   ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, { 150, 260 },      { 150, 220 },     ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
  { "across", ATLAS_KIND_PIPELINE, ATLAS_GEOMETRY_LINE_STRING, { -500, 900 },     { 250, 260 },     ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
  { "area",   ATLAS_KIND_ZONE,     ATLAS_GEOMETRY_POLYGON,     { 300, 360, 330, 300 }, { 40, 40, 90, 40 }, ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
  { "away",   ATLAS_KIND_SITE,     ATLAS_GEOMETRY_POINT,       { 900 },           { 80 },           ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
};
/* clang-format on */

static cairo_surface_t *
paint (AtlasMapScene *scene,
       AtlasItem     *item,
       double         age)
{
  AtlasMapFrame    frame = map_frame (MAP_ZOOM);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAP_WIDTH, MAP_HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  atlas_map_painter_paint_ping (cr, scene, &frame, item, age);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

/* What is in view has a ring, which fades away and stays in the room that is told. */
static void
test_ring (gconstpointer data)
{
  const MapItem *sample = data;
  AtlasMapScene *scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame  frame = map_frame (MAP_ZOOM);
  AtlasItem     *item = map_scene_lookup (scene, sample->id);
  AtlasBox       box = atlas_map_painter_get_ping_box (scene, &frame, item);
  double         last_ink = G_MAXDOUBLE;

  g_assert_cmpfloat (box.x0, >=, 0.0);
  g_assert_cmpfloat (box.y1, <=, MAP_HEIGHT);
  for (double age = 0.5; age <= 1.0; age += 0.25)
    {
      cairo_surface_t *picture = paint (scene, item, age);
      double           ink = picture_ink (picture);

      g_assert_cmpfloat (ink, <, last_ink);
      g_assert_true ((ink > 0.0) == (age < 1.0));
      last_ink = ink;
      for (int y = 0; y < MAP_HEIGHT; y++)
        for (int x = 0; x < MAP_WIDTH; x++)
          if (picture_pixel (picture, x, y)[3] > 0)
            g_assert_true (x + 1 > box.x0 && x < box.x1 && y + 1 > box.y0 && y < box.y1);
      cairo_surface_destroy (picture);
    }
  atlas_map_scene_free (scene);
}

static void
test_away (void)
{
  AtlasMapScene *scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame  frame = map_frame (MAP_ZOOM);
  g_autoptr (AtlasItem) stranger = map_item_new (&items[0]);

  g_assert_true (atlas_box_is_empty (atlas_map_painter_get_ping_box (scene, &frame, map_scene_lookup (scene, "away"))));
  g_assert_true (atlas_box_is_empty (atlas_map_painter_get_ping_box (scene, &frame, stranger))); /* of another atlas */
  atlas_map_scene_free (scene);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i + 1 < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-ping/ring/%s", items[i].id);

      g_test_add_data_func (path, &items[i], test_ring);
    }
  g_test_add_func ("/map-ping/away", test_away);

  return g_test_run ();
}
