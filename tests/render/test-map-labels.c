// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-label-doubles.h"
#include "map-fixture.h"

#include <math.h>

#define TOLERANCE 14.0 /* px from a line's middle to that of a letter beside it: half the line, a gap, half the letter */

#define LINE ATLAS_GEOMETRY_LINE_STRING
#define POINT ATLAS_GEOMETRY_POINT
#define AREA ATLAS_GEOMETRY_POLYGON
#define SHOWN ATLAS_VISIBILITY_SHOWN

/* clang-format off */
static const MapItem items[] = {
  { "slowly rising line", ATLAS_KIND_PIPELINE, LINE, { 10, 120, 250, 390 }, { 120, 90, 100, 50 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "line to the west", ATLAS_KIND_PIPELINE, LINE, { 390, 200, 10 }, { 20, 24, 14 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "line that winds", ATLAS_KIND_RAILWAY, LINE, { 150, 160, 170, 180, 190, 200 }, { 270, 285, 270, 285, 270, 285 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "area", ATLAS_KIND_ZONE, AREA, { 40, 200, 200, 40, 40 }, { 170, 170, 250, 250, 170 }, SHOWN, ATLAS_STATUS_NONE },
  { "point", ATLAS_KIND_SITE, POINT, { 300 }, { 200 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "point at the edge", ATLAS_KIND_SITE, POINT, { 392 }, { 250 }, SHOWN, ATLAS_STATUS_OPERATING },
};
/* clang-format on */

static double
distance_to_side (AtlasPoint p,
                  AtlasPoint a,
                  AtlasPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double t = CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0, 1);

  return hypot (a.x + t * dx - p.x, a.y + t * dy - p.y);
}

static AtlasPoint
to_px (const AtlasMapFrame *frame,
       AtlasPoint           unit)
{
  cairo_matrix_transform_point (&frame->to_px, &unit.x, &unit.y);

  return unit;
}

static double
distance_to_line (const AtlasMapLabel *label,
                  const AtlasMapFrame *frame,
                  guint                index)
{
  AtlasGeometry    *geometry = atlas_item_get_geometry (label->item);
  const AtlasPoint *points = atlas_geometry_get_points (geometry);
  AtlasPoint        letter = { label->middle.x + (double) label->glyphs[index].x, label->middle.y + (double) label->glyphs[index].y };
  double            least = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < atlas_geometry_get_n_points (geometry); i++)
    least = MIN (least, distance_to_side (letter, to_px (frame, points[i]), to_px (frame, points[i + 1])));

  return least;
}

/* Letters stay by their line, upright, at every step of a zoom. */
static void
test_along (void)
{
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  guint n_runs = 0;

  for (double zoom = 6.0; zoom < 7.5; zoom += 0.11)
    {
      AtlasMapFrame frame = map_frame (zoom);
      g_autoptr (GArray) labels = atlas_map_painter_collect_labels (scene, &frame);

      for (guint i = 0; i < labels->len; i++)
        {
          const AtlasMapLabel *label = &g_array_index (labels, AtlasMapLabel, i);

          n_runs += label->glyphs != NULL ? 1 : 0;
          for (guint k = 0; k < label->n_glyphs; k++)
            {
              double distance = distance_to_line (label, &frame, k);

              if (distance > TOLERANCE)
                g_error ("“%s” is %g px from its line at zoom %g", label->text, distance, zoom);
              g_assert_cmpfloat (cos ((double) label->glyphs[k].angle), >, -0.05);
            }
        }
    }
  g_assert_cmpuint (n_runs, >, 5);
}

static const AtlasMapLabel *
find (GArray     *labels,
      const char *text)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (g_array_index (labels, AtlasMapLabel, i).text, text) == 0)
      return &g_array_index (labels, AtlasMapLabel, i);

  return NULL;
}

/* An area's name stands in it, a point's beside it, and the edge of the view cuts none; what winds has no name unless selected. */
static void
test_places (void)
{
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame frame = map_frame (6.75);
  g_autoptr (GArray) labels = NULL;
  g_autoptr (GArray) selected = NULL;
  const AtlasMapLabel *area, *edge;
  AtlasBox             box;

  frame = atlas_map_frame_from_camera ((AtlasCamera){ 6.75, 40.0, 47.0 }, 1.682 * MAP_WIDTH, 1.682 * MAP_HEIGHT);
  labels = atlas_map_painter_collect_labels (scene, &frame);
  for (guint i = 0; i < labels->len; i++)
    {
      box = g_array_index (labels, AtlasMapLabel, i).box;
      g_assert_true (g_array_index (labels, AtlasMapLabel, i).text == NULL ||
                     (box.x0 >= 0 && box.y0 >= 0 && box.x1 <= frame.width && box.y1 <= frame.height));
    }

  area = find (labels, "area");
  g_assert_nonnull (area);
  g_assert_cmpfloat (area->box.x0, >, 40 * 1.68);
  g_assert_cmpfloat (area->box.x1, <, 200 * 1.69);
  edge = find (labels, "point at the edge");
  g_assert_nonnull (edge);
  g_assert_cmpfloat (edge->box.x1, <, edge->anchor.x);
  g_assert_nonnull (find (labels, "point"));
  g_assert_null (find (labels, "line that winds"));

  atlas_map_scene_set_selected (scene, map_scene_lookup (scene, "line that winds"));
  selected = atlas_map_painter_collect_labels (scene, &frame);
  g_assert_nonnull (find (selected, "line that winds"));
}

static const struct
{
  const char *path, *town, *item;
  gboolean    is_double;
} doubles[] = {
  { "/map-labels/double/same", "Horadiz", "Horadiz", TRUE },
  { "/map-labels/double/pair", "Shusha / Shushi", "Shusha / Shushi", TRUE },
  { "/map-labels/double/turned", "Shushi / Shusha", "Shusha / Shushi", TRUE },
  { "/map-labels/double/one-of-two", "Shusha", "Shusha / Shushi", TRUE },
  { "/map-labels/double/less", "Shusha / Shushi", "Shusha", FALSE },
  { "/map-labels/double/part", "Baku", "Baku branch", FALSE },
  { "/map-labels/double/other", "Goris", "Sisian", FALSE },
};

static void
test_double (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpint (atlas_map_label_is_double (doubles[i].town, doubles[i].item), ==, doubles[i].is_double);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-labels/along", test_along);
  g_test_add_func ("/map-labels/places", test_places);
  for (guint i = 0; i < G_N_ELEMENTS (doubles); i++)
    g_test_add_data_func (doubles[i].path, GUINT_TO_POINTER (i), test_double);

  return g_test_run ();
}
