// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-view-fixture.h"

/* What a hand does, in xdotool's words, and what the map then does. The window stands in the corner of a screen of its own. */
typedef struct
{
  const char *name;
  const char *hand;
  gboolean    animate;
  double      zoom;       /* steps */
  double      x, y;       /* px: a place of the map ... */
  double      to_x, to_y; /* ... and where it is seen in the end */
} GestureCase;

#define CENTRE "mousemove 400 300 "

/* clang-format off */
static const GestureCase cases[] = {
  { "drag",               CENTRE "mousedown 1 mousemove 380 300 mousemove 300 250 sleep 0.2 mouseup 1", FALSE, 0, 400, 300, 300, 250 },
  { "double-click",       "mousemove 200 200 click --repeat 2 --delay 40 1",             FALSE,  1,   200, 200, 200, 200 },
  { "double-click-eased", "mousemove 200 200 click --repeat 2 --delay 40 1",             TRUE,   1,   200, 200, 200, 200 },
  { "shift-double-click", "mousemove 200 200 keydown Shift click --repeat 2 --delay 40 1 keyup Shift", FALSE, -1, 200, 200, 200, 200 },
  { "wheel-in",           "mousemove 600 150 click 4",                                   FALSE,  0.5, 600, 150, 600, 150 },
  { "wheel-out",          "mousemove 600 150 click --repeat 2 --delay 20 5",             FALSE, -1,   600, 150, 600, 150 },
  { "wheel-eased",        "mousemove 600 150 click --repeat 3 --delay 20 4",             TRUE,   1.5, 600, 150, 600, 150 },
  { "box",                "mousemove 100 100 keydown Shift mousedown 1 mousemove 120 120 mousemove 300 250 mouseup 1 keyup Shift", FALSE, 2, 200, 175, 400, 300 },
  { "box-from-below",     "mousemove 300 250 keydown Shift mousedown 1 mousemove 120 120 mousemove 100 100 mouseup 1 keyup Shift", TRUE, 2, 200, 175, 400, 300 },
  { "box-escaped",        "mousemove 100 100 keydown Shift mousedown 1 mousemove 120 120 mousemove 300 250 key Escape mouseup 1 keyup Shift", FALSE, 0, 400, 300, 400, 300 },
  { "key-right",          CENTRE "key Right",                                            FALSE,  0,   400, 300, 300, 300 },
  { "key-up",             CENTRE "key Up",                                               FALSE,  0,   400, 300, 400, 400 },
  { "key-shift-left",     CENTRE "key shift+Left",                                       FALSE,  0,   400, 300, 700, 300 },
  { "keys-eased",         CENTRE "key --delay 0 Left key --delay 0 Left",                TRUE,   0,   400, 300, 600, 300 },
  { "key-plus",           CENTRE "key plus",                                             FALSE,  1,   400, 300, 400, 300 },
  { "key-minus-eased",    CENTRE "key minus key minus",                                  TRUE,  -2,   400, 300, 400, 300 },
};
/* clang-format on */

/* A hand holds a key for no exact time: what is nearer than this is there, px. */
#define NEAR 3.0
#define BEGIN_ZOOM 7.0

typedef struct
{
  WidgetFixture     *fixture;
  const GestureCase *test;
  AtlasPoint         place; /* longitude and latitude */
} Expected;

static gboolean
act (const char *hand)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *program = g_find_program_in_path ("xdotool");
  g_autofree char *line = g_strdup_printf ("xdotool %s", hand);
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip ("no xdotool");
      return FALSE;
    }

  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  g_assert_true (g_spawn_async (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &error)); /* the map moves meanwhile */
  g_assert_no_error (error);

  return TRUE;
}

static gboolean
is_as_expected (gpointer user_data)
{
  Expected          *expected = user_data;
  const GestureCase *test = expected->test;
  AtlasPoint         pixel = map_view_fixture_get_pixel (expected->fixture, expected->place.x, expected->place.y);
  AtlasCamera        camera = atlas_map_view_get_camera (map_view_fixture_get_view (expected->fixture));

  return ABS (camera.zoom - BEGIN_ZOOM - test->zoom) < 1e-6 && hypot (pixel.x - test->to_x, pixel.y - test->to_y) < NEAR;
}

static gboolean
rests (gpointer user_data)
{
  Expected     *expected = user_data;
  AtlasMapView *view = map_view_fixture_get_view (expected->fixture);

  return view->motion.tick == 0 && is_as_expected (expected);
}

static void
test_gesture (WidgetFixture *fixture,
              gconstpointer  data)
{
  const GestureCase *test = data;
  Expected           expected = { fixture, test, { 0 } };
  AtlasMapFrame      frame;
  AtlasBox           view;
  AtlasCamera        camera;

  map_view_fixture_set_camera (fixture, BEGIN_ZOOM, 44.0, 38.0);
  gtk_widget_grab_focus (fixture->widget);
  widget_fixture_lay_out (fixture);
  frame = atlas_item_layer_get_frame (map_view_fixture_get_view (fixture)->items);
  view = atlas_map_frame_get_box (&frame, 0.0);
  expected.place = atlas_mercator_unproject ((AtlasPoint){ view.x0 + (view.x1 - view.x0) * test->x / frame.width,
                                                           view.y0 + (view.y1 - view.y0) * test->y / frame.height });

  widget_fixture_set_animations (test->animate);
  if (!act (test->hand))
    return;

  g_usleep (G_USEC_PER_SEC / 20);
  widget_fixture_await (rests, &expected, test->name);
  widget_fixture_lay_out (fixture);
  g_assert_true (is_as_expected (&expected)); /* it stays so */

  camera = atlas_map_view_get_camera (map_view_fixture_get_view (fixture));
  map_view_fixture_assert_looks_at (fixture, camera.zoom, camera.latitude, camera.longitude);
}

static gboolean
has_gone_far (gpointer user_data)
{
  WidgetFixture *fixture = user_data;

  return atlas_session_get_camera (fixture->session).longitude > 47.0;
}

static gboolean
has_stopped (gpointer user_data)
{
  WidgetFixture *fixture = user_data;

  return map_view_fixture_get_view (fixture)->motion.tick == 0;
}

/* A key that is held pans on and on; let go, it soon stops. */
static void
test_held_key (WidgetFixture *fixture,
               gconstpointer  data)
{
  map_view_fixture_set_camera (fixture, 7.0, 44.0, 38.0);
  gtk_widget_grab_focus (fixture->widget);
  widget_fixture_lay_out (fixture);
  widget_fixture_set_animations (TRUE);
  if (!act (CENTRE "keydown Right"))
    return;

  widget_fixture_await (has_gone_far, fixture, "a held key to pan far");
  act ("keyup Right");
  widget_fixture_await (has_stopped, fixture, "the map to stop");
}

/* A map that is flung goes on for a while; a press stops it. */
static void
test_fling (WidgetFixture *fixture,
            gconstpointer  data)
{
  double dragged = 0.0;

  map_view_fixture_set_camera (fixture, 7.0, 44.0, 38.0);
  widget_fixture_lay_out (fixture);
  widget_fixture_set_animations (TRUE);
  dragged = atlas_mercator_unproject ((AtlasPoint){ atlas_mercator_project (38.0, 44.0).x + 150.0 / atlas_mercator_world_size (7.0), 0.5 }).x;
  atlas_map_view_shift (map_view_fixture_get_view (fixture), 150.0, 0.0);
  atlas_map_view_fling (map_view_fixture_get_view (fixture), 800.0, 0.0);
  widget_fixture_lay_out (fixture);
  widget_fixture_await (has_stopped, fixture, "the map to stop");
  g_assert_cmpfloat (atlas_session_get_camera (fixture->session).longitude, >, dragged + 1.0);

  atlas_map_view_fling (map_view_fixture_get_view (fixture), 8000.0, 0.0);
  if (act (CENTRE "mousedown 1"))
    widget_fixture_await (has_stopped, fixture, "a press to stop the map");
  act ("mouseup 1");
  widget_fixture_lay_out (fixture);
}

int
main (int    argc,
      char **argv)
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/map-view-gestures/%s", cases[i].name);

      g_test_add (path, WidgetFixture, &cases[i], map_view_fixture_set_up, test_gesture, widget_fixture_tear_down);
    }
  g_test_add ("/widgets/map-view-gestures/held-key", WidgetFixture, NULL, map_view_fixture_set_up, test_held_key, widget_fixture_tear_down);
  g_test_add ("/widgets/map-view-gestures/fling", WidgetFixture, NULL, map_view_fixture_set_up, test_fling, widget_fixture_tear_down);

  return g_test_run ();
}
