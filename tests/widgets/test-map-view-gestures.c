// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-view-fixture.h"

#include <sys/wait.h>

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
  { "box-beyond",         "mousemove 600 450 keydown Shift mousedown 1 mousemove 620 470 mousemove 1000 700 mouseup 1 keyup Shift", FALSE, 2, 700, 525, 400, 300 },
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
/* A busy machine may stop between two clicks of one hand: they are a double click all the same, ms. */
#define DOUBLE_CLICK_TIME 20000

typedef struct
{
  WidgetFixture     *fixture;
  const GestureCase *test;
  AtlasPoint         place; /* longitude and latitude */
} Expected;

static gboolean
has_ended (gpointer user_data)
{
  return waitpid (*(GPid *) user_data, NULL, WNOHANG) != 0;
}

/* The map moves meanwhile. What a hand has begun it must end: a button that it lets go of later disturbs the next one. */
static gboolean
act (const char *hand)
{
  g_auto (GStrv) words = NULL;
  GPid             pid = 0;
  g_autofree char *program = g_find_program_in_path ("xdotool");
  g_autofree char *line = g_strdup_printf ("xdotool %s", hand);
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip ("no xdotool");
      return FALSE;
    }

  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  g_assert_true (g_spawn_async (NULL, words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error));
  g_assert_no_error (error);
  widget_fixture_await (has_ended, &pid, hand);
  g_spawn_close_pid (pid);

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
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", DOUBLE_CLICK_TIME, NULL);
  if (!act (test->hand))
    return;

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

/* The popover that is up over the map; NULL: none. */
static GtkWidget *
find_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
      return child;

  return NULL;
}

static gboolean
has_popover (gpointer user_data)
{
  return find_popover (((WidgetFixture *) user_data)->widget) != NULL;
}

static gboolean
has_no_popover (gpointer user_data)
{
  return !has_popover (user_data);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *tooltip = GTK_IS_BUTTON (child) ? gtk_widget_get_tooltip_text (child) : NULL;
      GtkWidget  *button = tooltip != NULL && strstr (tooltip, text) != NULL ? child : find_button (child, text);

      if (button != NULL)
        return button;
    }

  return NULL;
}

/* The menu comes up under the right button, and by key; Escape gives the focus back to the map. */
static void
test_menu (WidgetFixture *fixture,
           gconstpointer  data)
{
  static const char *const hands[] = { "mousemove 300 200 click 3", "key shift+F10", "key Menu", "key i" };

  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    {
      if (!act (hands[i]))
        return;
      widget_fixture_await (has_popover, fixture, hands[i]);
      act ("key Escape");
      widget_fixture_await (has_no_popover, fixture, "Escape");
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == fixture->widget);
    }
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static gboolean
has_text (gpointer user_data)
{
  return *(char **) user_data != NULL;
}

static void
assert_copies (WidgetFixture *fixture,
               const char    *action,
               const char    *expected)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (fixture->widget, action, "m(dd)", TRUE, 47.5, 40.25);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->widget), NULL, copied_cb, &text);
  widget_fixture_await (has_text, &text, "the clipboard");
  g_assert_cmpstr (text, ==, expected);
}

static void
test_place_actions (WidgetFixture *fixture,
                    gconstpointer  data)
{
  AtlasPoint before;
  AtlasPoint after;

  assert_copies (fixture, "map.copy-coordinates", "40.25000° N, 47.50000° E");
  assert_copies (fixture, "map.copy-geo-uri", "geo:40.25,47.5");

  map_view_fixture_set_camera (fixture, 7.0, 40.0, 47.0);
  before = map_view_fixture_get_pixel (fixture, 47.5, 40.25);
  gtk_widget_activate_action (fixture->widget, "map.zoom-in-here", "m(dd)", TRUE, 47.5, 40.25);
  after = map_view_fixture_get_pixel (fixture, 47.5, 40.25);
  g_assert_cmpfloat_with_epsilon (hypot (after.x - before.x, after.y - before.y), 0.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_session_get_camera (fixture->session).zoom, 8.0, 1e-9);

  gtk_widget_activate_action (fixture->widget, "map.centre-here", "m(dd)", TRUE, 47.5, 40.25);
  map_view_fixture_assert_looks_at (fixture, 8.0, 40.25, 47.5);
}

/* What is here leads to what is here. */
static void
test_identify (WidgetFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *button = NULL;

  map_view_fixture_set_camera (fixture, 10.0, 40.9, 47.9);
  widget_fixture_lay_out (fixture);
  gtk_widget_activate_action (fixture->widget, "map.identify", "m(dd)", TRUE, 47.803, 40.871);
  widget_fixture_await (has_popover, fixture, "what is here");
  button = find_button (find_popover (fixture->widget), "Gabala radar");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-radar");
  widget_fixture_await (has_no_popover, fixture, "the popover to go");
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
  g_test_add ("/widgets/map-view-gestures/menu", WidgetFixture, NULL, map_view_fixture_set_up, test_menu, widget_fixture_tear_down);
  g_test_add ("/widgets/map-view-gestures/place-actions", WidgetFixture, NULL, map_view_fixture_set_up, test_place_actions, widget_fixture_tear_down);
  g_test_add ("/widgets/map-view-gestures/identify", WidgetFixture, NULL, map_view_fixture_set_up, test_identify, widget_fixture_tear_down);
  g_test_add ("/widgets/map-view-gestures/held-key", WidgetFixture, NULL, map_view_fixture_set_up, test_held_key, widget_fixture_tear_down);
  g_test_add ("/widgets/map-view-gestures/fling", WidgetFixture, NULL, map_view_fixture_set_up, test_fling, widget_fixture_tear_down);

  return g_test_run ();
}
