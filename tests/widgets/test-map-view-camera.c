// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-view-fixture.h"

static gboolean
has_landed (gpointer user_data)
{
  ShumateViewport *viewport = map_view_fixture_get_viewport (user_data);

  return shumate_viewport_get_zoom_level (viewport) == 7.0 && shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) == 41.0 &&
         shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) == 46.0;
}

static void
test_camera_from_session (WidgetFixture *fixture,
                          gconstpointer  data)
{
  map_view_fixture_set_camera (fixture, 7.25, 41.5, 45.125);
  map_view_fixture_assert_looks_at (fixture, 7.25, 41.5, 45.125);
}

static void
test_camera_to_session (WidgetFixture *fixture,
                        gconstpointer  data)
{
  shumate_viewport_set_zoom_level (map_view_fixture_get_viewport (fixture), 8.5);
  shumate_location_set_location (SHUMATE_LOCATION (map_view_fixture_get_viewport (fixture)), 39.25, 48.75);
  map_view_fixture_assert_looks_at (fixture, 8.5, 39.25, 48.75);
}

/* On the way there the viewport writes where it is; in the end all is where it was sent. */
static void
test_camera_flight (WidgetFixture *fixture,
                    gconstpointer  data)
{
  widget_fixture_set_animations (TRUE);
  map_view_fixture_set_camera (fixture, 7.0, 41.0, 46.0);
  widget_fixture_await (has_landed, fixture, "the map to land");
  map_view_fixture_assert_looks_at (fixture, 7.0, 41.0, 46.0);
}

static gboolean
has_landed_elsewhere (gpointer user_data)
{
  ShumateViewport *viewport = map_view_fixture_get_viewport (user_data);

  return shumate_viewport_get_zoom_level (viewport) == 9.0 && shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) == 40.0 &&
         shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) == 49.0;
}

static gboolean
has_taken_off (gpointer user_data)
{
  WidgetFixture *fixture = user_data;

  return shumate_viewport_get_zoom_level (map_view_fixture_get_viewport (fixture)) != 6.0;
}

/* The session knows from the start where a flight goes to: a link that is copied on the way is to there. */
static void
begin_flight (WidgetFixture *fixture)
{
  AtlasCamera camera;

  widget_fixture_apply (fixture, "corridor-atlas:#map=6/41/46");
  widget_fixture_lay_out (fixture);
  widget_fixture_set_animations (TRUE);
  map_view_fixture_set_camera (fixture, 7.0, 41.0, 46.0);
  widget_fixture_await (has_taken_off, fixture, "the map to take off");
  camera = atlas_session_get_camera (fixture->session);
  g_assert_cmpfloat (camera.zoom, ==, 7.0);
}

/* A new flight goes on from where the last one has come to, and lands where it was sent. */
static void
test_camera_flight_cut (WidgetFixture *fixture,
                        gconstpointer  data)
{
  begin_flight (fixture);
  widget_fixture_apply (fixture, "corridor-atlas:#map=9/40/49");
  widget_fixture_await (has_landed_elsewhere, fixture, "the map to land elsewhere");
  widget_fixture_lay_out (fixture);
  map_view_fixture_assert_looks_at (fixture, 9.0, 40.0, 49.0);
}

/* Where it is stopped, there it stays, and the session is told. */
static void
test_camera_flight_stopped (WidgetFixture *fixture,
                            gconstpointer  data)
{
  AtlasCamera camera;

  begin_flight (fixture);
  atlas_map_view_stop (map_view_fixture_get_view (fixture));
  camera = atlas_map_view_get_camera (map_view_fixture_get_view (fixture));
  g_assert_cmpfloat (camera.zoom, <, 7.0);
  map_view_fixture_assert_looks_at (fixture, camera.zoom, camera.latitude, camera.longitude);
  widget_fixture_lay_out (fixture);
  widget_fixture_lay_out (fixture);
  map_view_fixture_assert_looks_at (fixture, camera.zoom, camera.latitude, camera.longitude);
}

/* A long way is not flown: one view fades into the other. */
static void
test_camera_far (WidgetFixture *fixture,
                 gconstpointer  data)
{
  widget_fixture_set_animations (TRUE);
  map_view_fixture_set_camera (fixture, 11.0, -33.0, 151.0);
  map_view_fixture_assert_looks_at (fixture, 11.0, -33.0, 151.0);
  widget_fixture_lay_out (fixture);
  map_view_fixture_assert_looks_at (fixture, 11.0, -33.0, 151.0);
}

/* Nobody has seen an atlas that has just come: it opens where it opens. */
static void
test_camera_new_atlas (WidgetFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr (AtlasDataset) edition = widget_fixture_load ();
  AtlasCamera home = atlas_dataset_get_manifest (fixture->dataset)->home;

  widget_fixture_set_animations (TRUE);
  atlas_session_set_dataset (fixture->session, NULL);
  widget_fixture_lay_out (fixture);
  atlas_session_set_dataset (fixture->session, edition);
  g_assert_finalize_object (fixture->dataset);
  fixture->dataset = g_steal_pointer (&edition);
  map_view_fixture_assert_looks_at (fixture, home.zoom, home.latitude, home.longitude);
  widget_fixture_apply (fixture, "corridor-atlas:#map=7/40.5/48");
  map_view_fixture_assert_looks_at (fixture, 7.0, 40.5, 48.0);
}

static gboolean
has_zoomed_twice (gpointer user_data)
{
  WidgetFixture *fixture = user_data;

  return shumate_viewport_get_zoom_level (map_view_fixture_get_viewport (fixture)) > 8.0 - 1e-6;
}

/* Steps that come while the map still zooms add up: it ends two steps closer, and stays there. */
static void
test_zoom_steps_add_up (WidgetFixture *fixture,
                        gconstpointer  data)
{
  widget_fixture_apply (fixture, "corridor-atlas:#map=6/41/46");
  widget_fixture_set_animations (TRUE);
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (fixture->widget, "map.zoom", "i", 1);
      widget_fixture_lay_out (fixture);
    }
  widget_fixture_await (has_zoomed_twice, fixture, "two steps");
  widget_fixture_lay_out (fixture);
  map_view_fixture_assert_looks_at (fixture, 8.0, 41.0, 46.0);
}

static void
test_north_is_up (WidgetFixture *fixture,
                  gconstpointer  data)
{
  shumate_viewport_set_rotation (map_view_fixture_get_viewport (fixture), 1.0);
  g_assert_cmpfloat (shumate_viewport_get_rotation (map_view_fixture_get_viewport (fixture)), ==, 0.0);
}

/* Whoever asks for more than the map can show is told what it shows: else the next step out would seem to do nothing. */
static void
test_zoom_limits (WidgetFixture *fixture,
                  gconstpointer  data)
{
  map_view_fixture_set_camera (fixture, 20.0, 40.0, 47.0);
  map_view_fixture_assert_looks_at (fixture, 12.0, 40.0, 47.0);

  widget_fixture_apply (fixture, "corridor-atlas:#map=1/40/47");
  map_view_fixture_assert_looks_at (fixture, 3.0, 40.0, 47.0);
}

typedef struct
{
  const char *name;
  const char *item;
  AtlasCamera from;
  gboolean    moves;
} RevealCase;

/* clang-format off */
static const RevealCase reveal_cases[] = {
  { "point-in-view",     "gabala-radar",              { .zoom = 6.0, .latitude = 40.6, .longitude = 47.0 }, FALSE },
  { "point-outside",     "gabala-radar",              { .zoom = 8.0, .latitude = 45.0, .longitude = 20.0 }, TRUE  },
  { "point-far-off",     "gabala-radar",              { .zoom = 4.0, .latitude = 10.0, .longitude = 140.0 }, TRUE },
  { "line-in-view",      "btc",                       { .zoom = 6.0, .latitude = 40.6, .longitude = 47.0 }, FALSE },
  { "line-outside",      "tap",                       { .zoom = 7.0, .latitude = 40.6, .longitude = 47.0 }, TRUE  },
  { "area-too-small",    "lachin-corridor-zone-2020", { .zoom = 3.0, .latitude = 40.6, .longitude = 47.0 }, TRUE  },
  { "no-place",          "diplomatic-relations-1992", { .zoom = 7.0, .latitude = 40.6, .longitude = 47.0 }, FALSE },
};
/* clang-format on */

static void
test_reveal (WidgetFixture *fixture,
             gconstpointer  data)
{
  const RevealCase *test = data;
  AtlasItem        *item = atlas_dataset_lookup (fixture->dataset, test->item);
  AtlasBox          box = atlas_item_get_box (item);
  AtlasCamera       camera;

  map_view_fixture_set_camera (fixture, test->from.zoom, test->from.latitude, test->from.longitude);
  widget_fixture_select (fixture, test->item);
  camera = atlas_session_get_camera (fixture->session);

  if (!test->moves)
    {
      map_view_fixture_assert_looks_at (fixture, test->from.zoom, test->from.latitude, test->from.longitude);
      return;
    }

  g_assert_true (camera.latitude != test->from.latitude || camera.longitude != test->from.longitude || camera.zoom != test->from.zoom);
  map_view_fixture_assert_looks_at (fixture, camera.zoom, camera.latitude, camera.longitude);
  for (guint i = 0; i < 4; i++)
    {
      AtlasPoint corner = atlas_mercator_unproject ((AtlasPoint){ i % 2 == 0 ? box.x0 : box.x1, i < 2 ? box.y0 : box.y1 });

      g_assert_true (map_view_fixture_is_inside (map_view_fixture_get_pixel (fixture, corner.x, corner.y), 16.0));
    }
}

static void
test_reveal_again (WidgetFixture *fixture,
                   gconstpointer  data)
{
  widget_fixture_select (fixture, "gabala-radar");
  map_view_fixture_set_camera (fixture, 8.0, 45.0, 20.0);
  g_assert_false (map_view_fixture_is_inside (map_view_fixture_get_item_pixel (fixture, "gabala-radar"), 0.0));

  widget_fixture_select (fixture, "gabala-radar");
  g_assert_true (map_view_fixture_is_inside (map_view_fixture_get_item_pixel (fixture, "gabala-radar"), 16.0));
}

/* A state says where the map looks, and that is where it looks: its item may well be outside. */
static void
test_restore (WidgetFixture *fixture,
              gconstpointer  data)
{
  widget_fixture_apply (fixture, "corridor-atlas:azerbaijan-russia#map=7.5/39.9/46.3&item=tap");
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "tap");
  map_view_fixture_assert_looks_at (fixture, 7.5, 39.9, 46.3);

  widget_fixture_lay_out (fixture);
  map_view_fixture_assert_looks_at (fixture, 7.5, 39.9, 46.3);

  map_view_fixture_set_camera (fixture, 5.0, 42.0, 50.0);
  widget_fixture_select (fixture, "gabala-radar");
  g_assert_true (atlas_session_go (fixture->session, -1));
  map_view_fixture_assert_looks_at (fixture, 5.0, 42.0, 50.0);
}

static void
test_fit (WidgetFixture *fixture,
          gconstpointer  data)
{
  AtlasBox box = atlas_dataset_get_manifest (fixture->dataset)->overview;

  map_view_fixture_set_camera (fixture, 9.0, 40.6, 47.0);
  atlas_session_request_fit (fixture->session, box);
  for (guint i = 0; i < 4; i++)
    g_assert_true (map_view_fixture_is_inside (map_view_fixture_get_pixel (fixture, i % 2 == 0 ? box.x0 : box.x1, i < 2 ? box.y0 : box.y1), 0.0));

  /* It fills the map, too: half a zoom closer it would not fit. */
  shumate_viewport_set_zoom_level (map_view_fixture_get_viewport (fixture), shumate_viewport_get_zoom_level (map_view_fixture_get_viewport (fixture)) + 0.5);
  g_assert_false (map_view_fixture_is_inside (map_view_fixture_get_pixel (fixture, box.x0, box.y0), 0.0) && map_view_fixture_is_inside (map_view_fixture_get_pixel (fixture, box.x1, box.y1), 0.0));
}

/* A place is not magnified without end. */
static void
test_fit_point (WidgetFixture *fixture,
                gconstpointer  data)
{
  atlas_session_request_fit (fixture->session, (AtlasBox){ 47.0, 40.0, 47.0, 40.0 });
  map_view_fixture_assert_looks_at (fixture, 9.0, 40.0, 47.0);
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
    { "/widgets/map-view-camera/from-session", test_camera_from_session },
    { "/widgets/map-view-camera/to-session", test_camera_to_session },
    { "/widgets/map-view-camera/flight", test_camera_flight },
    { "/widgets/map-view-camera/flight-cut", test_camera_flight_cut },
    { "/widgets/map-view-camera/flight-stopped", test_camera_flight_stopped },
    { "/widgets/map-view-camera/far", test_camera_far },
    { "/widgets/map-view-camera/new-atlas", test_camera_new_atlas },
    { "/widgets/map-view-camera/zoom-steps-add-up", test_zoom_steps_add_up },
    { "/widgets/map-view-camera/north-is-up", test_north_is_up },
    { "/widgets/map-view-camera/restore", test_restore },
    { "/widgets/map-view-camera/fit", test_fit },
    { "/widgets/map-view-camera/fit-point", test_fit_point },
    { "/widgets/map-view-camera/zoom-limits", test_zoom_limits },
    { "/widgets/map-view-camera/reveal-again", test_reveal_again },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, map_view_fixture_set_up, tests[i].test, widget_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (reveal_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/map-view-camera/reveal/%s", reveal_cases[i].name);

      g_test_add (path, WidgetFixture, &reveal_cases[i], map_view_fixture_set_up, test_reveal, widget_fixture_tear_down);
    }

  return g_test_run ();
}
