// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-scene.h"

#include "atlas-legend-model.h"
#include "atlas-map-cluster.h"
#include "map-fixture.h"

#include <math.h>

#define LINE ATLAS_GEOMETRY_LINE_STRING
#define POINT ATLAS_GEOMETRY_POINT
#define AREA ATLAS_GEOMETRY_POLYGON
#define SHOWN ATLAS_VISIBILITY_SHOWN
#define HINT ATLAS_VISIBILITY_HINT

/* clang-format off */
static const MapItem items[] = {
  { "zone", ATLAS_KIND_ZONE, AREA, { 40, 360, 360, 40, 40 }, { 150, 150, 290, 290, 150 }, SHOWN, ATLAS_STATUS_NONE },
  { "pipe", ATLAS_KIND_PIPELINE, LINE, { 20, 200, 380 }, { 60, 80, 60 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "twin", ATLAS_KIND_PIPELINE, LINE, { 20, 200, 380 }, { 62, 82, 62 }, HINT, ATLAS_STATUS_PLANNED },
  { "gone", ATLAS_KIND_PIPELINE, LINE, { 20, 200, 380 }, { 61, 81, 61 }, ATLAS_VISIBILITY_HIDDEN, ATLAS_STATUS_CLOSED },
  { "alone", ATLAS_KIND_EVENT, POINT, { 60 }, { 200 }, SHOWN, ATLAS_STATUS_NONE },
  { "near-event", ATLAS_KIND_EVENT, POINT, { 200 }, { 200 }, SHOWN, ATLAS_STATUS_NONE },
  { "near-site", ATLAS_KIND_SITE, POINT, { 205 }, { 204 }, SHOWN, ATLAS_STATUS_OPERATING },
  { "near-hint", ATLAS_KIND_SITE, POINT, { 203 }, { 200 }, HINT, ATLAS_STATUS_PLANNED },
  { "far", ATLAS_KIND_SITE, POINT, { 330 }, { 200 }, SHOWN, ATLAS_STATUS_OPERATING },
};

static const struct
{
  const char *path;
  double      x, y;
  const char *found; /* "," between */
} hits[] = {
  { "/map-scene/hit/line-on-it", 200, 81, "pipe,twin" },
  { "/map-scene/hit/line-near", 200, 75.5, "pipe,twin" },
  { "/map-scene/hit/line-too-far", 200, 65, "" },
  { "/map-scene/hit/nothing", 10, 10, "" },
  { "/map-scene/hit/area", 130, 250, "zone" },
  { "/map-scene/hit/area-rim", 130, 144, "zone" },
  { "/map-scene/hit/point-on-area", 60, 200, "alone,zone" },
  { "/map-scene/hit/point-near", 66, 204, "alone,zone" },
  { "/map-scene/hit/cluster", 205, 204, "near-site,near-event,zone,near-hint" },
  { "/map-scene/hit/other-point", 331, 199, "far,zone" },
};
/* clang-format on */

static void
test_hit (gconstpointer data)
{
  const __typeof__ (hits[0]) *c = data;
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame frame = map_frame (MAP_ZOOM);
  g_autoptr (GPtrArray) found = atlas_map_painter_hit (scene, &frame, c->x, c->y);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "", atlas_item_get_id (g_ptr_array_index (found, i)));
  g_assert_cmpstr (ids->str, ==, c->found);
}

/* Points nearer than the distance are one; no member is lost, no seed stands within the distance of another, and half-zoom steps group alike. */
static void
test_cluster (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasMapPoint));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (AtlasMapPoint));
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (AtlasMapCluster));
  double distance = ATLAS_MAP_CLUSTER_DISTANCE / atlas_mercator_world_size (5.5);
  guint  n_members = 0;

  for (guint i = 0; i < 800; i++)
    {
      AtlasMapPoint point = { i, { g_rand_double_range (random, 0.62, 0.64), g_rand_double_range (random, 0.37, 0.39) }, i < 700 };

      g_array_append_val (points, point);
    }
  atlas_map_cluster (points, 5.9, members, clusters);
  g_assert_cmpuint (members->len, ==, points->len);
  g_assert_cmpuint (clusters->len, <, points->len / 2);

  for (guint i = 0; i < clusters->len; i++)
    {
      const AtlasMapCluster *cluster = &g_array_index (clusters, AtlasMapCluster, i);

      g_assert_cmpuint (cluster->first, ==, n_members);
      g_assert_cmpuint (cluster->n_members, >, 0);
      n_members += cluster->n_members;
      for (guint k = 0; k < cluster->n_members; k++)
        {
          const AtlasMapPoint *member = &g_array_index (members, AtlasMapPoint, cluster->first + k);

          g_assert_cmpfloat (hypot (member->place.x - cluster->place.x, member->place.y - cluster->place.y), <=, distance);
          g_assert_true (member->shown == (k < cluster->n_shown));
        }
      for (guint k = 0; k < i; k++)
        {
          const AtlasMapCluster *other = &g_array_index (clusters, AtlasMapCluster, k);

          g_assert_cmpfloat (hypot (other->place.x - cluster->place.x, other->place.y - cluster->place.y), >, distance);
        }
    }
  g_assert_cmpuint (n_members, ==, points->len);
}

/* Names cover neither each other nor a symbol, move with the map by what it moves, and the selected item is always named. */
static void
test_labels (void)
{
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame frame = map_frame (6.9);
  g_autoptr (GArray) labels = NULL;
  g_autoptr (GArray) moved = NULL;

  atlas_map_scene_set_selected (scene, map_scene_lookup (scene, "near-event"));
  labels = atlas_map_painter_collect_labels (scene, &frame);
  g_assert_cmpuint (labels->len, >=, 3);
  g_assert_cmpstr (g_array_index (labels, AtlasMapLabel, 0).text, ==, "near-event");
  for (guint i = 0; i < labels->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_false (atlas_box_overlaps (g_array_index (labels, AtlasMapLabel, i).box, g_array_index (labels, AtlasMapLabel, k).box));

  frame.to_px.x0 += 1;
  moved = atlas_map_painter_collect_labels (scene, &frame);
  g_assert_cmpuint (moved->len, ==, labels->len);
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasMapLabel *a = &g_array_index (labels, AtlasMapLabel, i);
      const AtlasMapLabel *b = &g_array_index (moved, AtlasMapLabel, i);

      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_cmpfloat_with_epsilon (b->box.x0 - a->box.x0, 1, 1e-9);
      g_assert_cmpfloat_with_epsilon (b->box.y0, a->box.y0, 1e-9);
    }
}

static void
test_language (void)
{
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame frame = map_frame (6);
  g_autoptr (GArray) labels = NULL;

  atlas_map_scene_set_selected (scene, map_scene_lookup (scene, "far"));
  g_assert_true (atlas_map_scene_set_language (scene, "az"));
  g_assert_false (atlas_map_scene_set_language (scene, "az"));
  labels = atlas_map_painter_collect_labels (scene, &frame);
  g_assert_cmpstr (g_array_index (labels, AtlasMapLabel, 0).text, ==, "far [az]");
}

/* Kinds in the manifest's order, then those it forgets; statuses in theirs; only what is shown and in view counts. */
static void
test_legend (void)
{
  static const struct
  {
    AtlasKind   kind;
    AtlasStatus status;
    guint       count;
    const char *words;
  } rows[] = {
    { ATLAS_KIND_PIPELINE, ATLAS_STATUS_OPERATING, 1, "Pipeline, operating" },
    { ATLAS_KIND_SITE, ATLAS_STATUS_OPERATING, 2, "Site, operating" },
    { ATLAS_KIND_ZONE, ATLAS_STATUS_NONE, 1, "Zone" },
    { ATLAS_KIND_EVENT, ATLAS_STATUS_NONE, 2, "Event" },
  };
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  AtlasMapFrame frame = map_frame (MAP_ZOOM);
  g_autoptr (GArray) legend = atlas_legend_model_rows (scene, NULL, atlas_map_frame_get_box (&frame, 0));
  g_autoptr (GArray) beside = NULL;

  g_assert_cmpuint (legend->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AtlasLegendRow *row = &g_array_index (legend, AtlasLegendRow, i);
      g_autofree char      *words = atlas_legend_row_to_words (row);

      g_assert_cmpint (row->kind, ==, rows[i].kind);
      g_assert_cmpint (row->status, ==, rows[i].status);
      g_assert_cmpuint (row->count, ==, rows[i].count);
      g_assert_cmpstr (words, ==, rows[i].words);
    }

  frame.to_px.x0 += 2000;
  beside = atlas_legend_model_rows (scene, NULL, atlas_map_frame_get_box (&frame, 0));
  g_assert_cmpuint (beside->len, ==, 0);
}

static cairo_surface_t *
paint (AtlasMapScene     *scene,
       AtlasMapPaintFlags flags)
{
  AtlasMapFrame    frame = map_frame (MAP_ZOOM);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) frame.width, (int) frame.height);
  cairo_t         *cr = cairo_create (surface);

  atlas_map_scene_set_scale (scene, 1);
  atlas_map_painter_paint (cr, scene, &frame, flags);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_same (cairo_surface_t *a,
         cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

/* A scene that follows another is painted as that is, and with no help from other threads. */
static void
test_follow_scene (void)
{
  g_autoptr (AtlasMapScene) scene = map_scene_new (items, G_N_ELEMENTS (items));
  g_autoptr (AtlasMapScene) other = atlas_map_scene_new (atlas_map_scene_get_dataset (scene));
  cairo_surface_t *pictures[3];

  atlas_map_scene_set_selected (scene, atlas_dataset_get_item (atlas_map_scene_get_dataset (scene), 1));
  pictures[0] = paint (scene, ATLAS_MAP_PAINT_ALL);
  pictures[1] = paint (other, ATLAS_MAP_PAINT_ALONE);
  atlas_map_scene_follow_scene (other, scene);
  pictures[2] = paint (other, ATLAS_MAP_PAINT_ALONE);
  g_assert_false (is_same (pictures[0], pictures[1]));
  g_assert_true (is_same (pictures[0], pictures[2]));

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    cairo_surface_destroy (pictures[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    g_test_add_data_func (hits[i].path, &hits[i], test_hit);
  g_test_add_func ("/map-scene/cluster", test_cluster);
  g_test_add_func ("/map-scene/labels", test_labels);
  g_test_add_func ("/map-scene/follow-scene", test_follow_scene);
  g_test_add_func ("/map-scene/language", test_language);
  g_test_add_func ("/map-scene/legend", test_legend);

  return g_test_run ();
}
