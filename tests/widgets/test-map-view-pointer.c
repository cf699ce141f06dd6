// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-view-fixture.h"

/* Moves the real pointer, and clicks if asked to: the window stands in the corner of a screen of its own. */
static void
point_at (AtlasPoint pixel,
          gboolean   click)
{
  g_autofree char *x = g_strdup_printf ("%d", (int) lround (pixel.x));
  g_autofree char *y = g_strdup_printf ("%d", (int) lround (pixel.y));
  const char      *words[] = { "xdotool", "mousemove", x, y, click ? "click" : NULL, "1", NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static gboolean
has_pointer (void)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program == NULL)
    g_test_skip ("no xdotool");

  return program != NULL;
}

/* What is to be hovered or selected; NULL: nothing. */
typedef struct
{
  AtlasSession *session;
  AtlasItem    *item;
} Expected;

static gboolean
is_hovered (gpointer user_data)
{
  Expected *expected = user_data;

  return atlas_session_get_hovered (expected->session) == expected->item;
}

static gboolean
is_selected (gpointer user_data)
{
  Expected *expected = user_data;

  return atlas_session_get_selected (expected->session) == expected->item;
}

/* What is drawn at the radar's place, nearest first. */
static GPtrArray *
hit_radar (WidgetFixture *fixture)
{
  AtlasPoint    pixel = map_view_fixture_get_pixel (fixture, 47.803, 40.871);
  AtlasMapFrame frame = atlas_item_layer_get_frame (map_view_fixture_get_view (fixture)->items);
  GPtrArray    *items = atlas_map_painter_hit (map_view_fixture_get_view (fixture)->scene, &frame, pixel.x, pixel.y);

  g_assert_cmpuint (items->len, >, 0);

  return items;
}

static void
test_hit (WidgetFixture *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) items = NULL;
  AtlasPoint pixel;

  map_view_fixture_set_camera (fixture, 10.0, 40.9, 47.9);
  pixel = map_view_fixture_get_pixel (fixture, 47.803, 40.871);
  g_assert_cmpfloat (pixel.x, <, MAP_VIEW_FIXTURE_WIDTH / 2.0 - 50.0);
  g_assert_cmpfloat (pixel.y, >, MAP_VIEW_FIXTURE_HEIGHT / 2.0 + 20.0);

  items = hit_radar (fixture);
  g_assert_true (g_ptr_array_find (items, atlas_dataset_lookup (fixture->dataset, "gabala-radar"), NULL));
}

static void
test_hover (WidgetFixture *fixture,
            gconstpointer  data)
{
  Expected expected = { fixture->session, NULL };
  g_autoptr (GPtrArray) there = NULL;

  if (!has_pointer ())
    return;

  map_view_fixture_set_camera (fixture, 10.0, 40.9, 47.9);
  widget_fixture_lay_out (fixture);
  there = hit_radar (fixture);
  for (guint i = 0; i < 2; i++)
    {
      expected.item = g_ptr_array_index (there, 0);
      point_at (map_view_fixture_get_pixel (fixture, 47.803, 40.871), FALSE);
      widget_fixture_await (is_hovered, &expected, "the radar to be hovered");
      expected.item = NULL;
      point_at (i == 0 ? (AtlasPoint){ 3.0, 3.0 } : (AtlasPoint){ MAP_VIEW_FIXTURE_WIDTH + 50.0, MAP_VIEW_FIXTURE_HEIGHT + 50.0 }, FALSE);
      widget_fixture_await (is_hovered, &expected, "nothing to be hovered");
    }

  g_assert_null (atlas_session_get_selected (fixture->session));
  map_view_fixture_assert_looks_at (fixture, 10.0, 40.9, 47.9);
}

/* Items that share a place are reached by clicking there again. */
static void
test_click (WidgetFixture *fixture,
            gconstpointer  data)
{
  Expected expected = { fixture->session, NULL };
  g_autoptr (GPtrArray) there = NULL;

  if (!has_pointer ())
    return;

  map_view_fixture_set_camera (fixture, 10.0, 40.9, 47.9);
  widget_fixture_lay_out (fixture);
  there = hit_radar (fixture);
  for (guint i = 0; i <= there->len; i++)
    {
      expected.item = g_ptr_array_index (there, i % there->len);
      point_at (map_view_fixture_get_pixel (fixture, 47.803, 40.871), TRUE);
      widget_fixture_await (is_selected, &expected, "the item to be selected");
      map_view_fixture_assert_looks_at (fixture, 10.0, 40.9, 47.9);
      g_usleep (G_USEC_PER_SEC / 2); /* two clicks, not a double one, which zooms */
    }

  expected.item = NULL;
  point_at ((AtlasPoint){ 3.0, 3.0 }, TRUE);
  widget_fixture_await (is_selected, &expected, "nothing to be selected");
  map_view_fixture_assert_looks_at (fixture, 10.0, 40.9, 47.9);
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
    { "/widgets/map-view-pointer/hit", test_hit },
    { "/widgets/map-view-pointer/hover", test_hover },
    { "/widgets/map-view-pointer/click", test_click },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, map_view_fixture_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
