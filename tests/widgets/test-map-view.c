// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-view-fixture.h"

static void
test_opening (WidgetFixture *fixture,
              gconstpointer  data)
{
  AtlasCamera home = atlas_dataset_get_manifest (fixture->dataset)->home;

  map_view_fixture_assert_looks_at (fixture, home.zoom, home.latitude, home.longitude);
}

static void
test_pan (WidgetFixture *fixture,
          gconstpointer  data)
{
  static const int ways[][2] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      AtlasPoint before = map_view_fixture_get_item_pixel (fixture, "gabala-radar");
      AtlasPoint after;

      g_assert_true (gtk_widget_activate_action (fixture->widget, "map.pan", "(ii)", ways[i][0], ways[i][1]));
      after = map_view_fixture_get_item_pixel (fixture, "gabala-radar");
      g_assert_cmpfloat_with_epsilon (before.x - after.x, ways[i][0] * 100.0, 1e-6);
      g_assert_cmpfloat_with_epsilon (before.y - after.y, ways[i][1] * 100.0, 1e-6);
    }
}

/* Whether the widget has an action of that name itself. @type: what it is told; NULL: nothing. */
static gboolean
find_action (GtkWidget           *widget,
             const char          *action,
             const GVariantType **type)
{
  GType       owner = G_TYPE_INVALID;
  const char *name = NULL;
  const char *property = NULL;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name, type, &property); i++)
    if (g_str_equal (name, action))
      return TRUE;

  return FALSE;
}

/* Every key of the table runs an action that the view has, or the window will. */
static void
test_keys (WidgetFixture *fixture,
           gconstpointer  data)
{
  guint                  n_bindings = 0;
  const AtlasKeyBinding *bindings = atlas_map_view_get_key_bindings (&n_bindings);

  g_assert_cmpuint (n_bindings, >, 0);
  for (guint i = 0; i < n_bindings; i++)
    {
      g_autoptr (GVariant) parameter = bindings[i].parameter != NULL ? g_variant_parse (NULL, bindings[i].parameter, NULL, NULL, NULL) : NULL;
      const GVariantType *wanted = NULL;

      if (!find_action (fixture->widget, bindings[i].action, &wanted))
        g_assert_true (g_str_has_prefix (bindings[i].action, "win."));
      else if (wanted != NULL)
        g_assert_true (parameter != NULL && g_variant_is_of_type (parameter, wanted));
      else
        g_assert_null (parameter);
    }
}

static void
test_zoom (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasCamera home = atlas_session_get_camera (fixture->session);

  gtk_widget_activate_action (fixture->widget, "map.zoom", "i", 1);
  map_view_fixture_assert_looks_at (fixture, home.zoom + 1.0, home.latitude, home.longitude);

  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (fixture->widget, "map.zoom", "i", 1);
  map_view_fixture_assert_looks_at (fixture, 12.0, home.latitude, home.longitude);

  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (fixture->widget, "map.zoom", "i", -1);
  map_view_fixture_assert_looks_at (fixture, 3.0, home.latitude, home.longitude);
}

static void
test_step_item (WidgetFixture *fixture,
                gconstpointer  data)
{
  guint            last = 0;
  guint            n_steps = 0;
  gboolean         radar = FALSE;
  g_autofree char *begin = NULL;

  map_view_fixture_set_camera (fixture, 9.0, 40.871, 47.803);
  gtk_widget_activate_action (fixture->widget, "map.step-item", "i", 1);
  g_assert_nonnull (atlas_session_get_selected (fixture->session));
  begin = g_strdup (widget_fixture_get_selected (fixture));

  for (;; n_steps++)
    {
      guint position = atlas_dataset_get_position (fixture->dataset, atlas_session_get_selected (fixture->session));

      radar |= g_str_equal (widget_fixture_get_selected (fixture), "gabala-radar");
      if (n_steps > 0 && position == last)
        break;
      if (n_steps > 0)
        g_assert_cmpuint (position, >, last);
      last = position;
      gtk_widget_activate_action (fixture->widget, "map.step-item", "i", 1);
    }

  g_assert_true (radar);
  for (; n_steps > 1; n_steps--)
    gtk_widget_activate_action (fixture->widget, "map.step-item", "i", -1);
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, begin);
}

/* With everything in view the keys come to everything, and the map stays where it is. */
static void
test_step_all (WidgetFixture *fixture,
               gconstpointer  data)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (fixture->dataset);
  AtlasMapView        *view = map_view_fixture_get_view (fixture);
  guint                n_expected = 0;
  guint                n_met = 0;
  AtlasCamera          camera;
  AtlasMapFrame        frame;

  atlas_session_request_fit (fixture->session, manifest->overview);
  widget_fixture_lay_out (fixture);
  camera = atlas_session_get_camera (fixture->session);
  frame = atlas_item_layer_get_frame (view->items);
  for (guint i = 0; i < atlas_dataset_get_n_items (fixture->dataset); i++)
    {
      AtlasBox box = atlas_item_get_box (atlas_dataset_get_item (fixture->dataset, i));

      n_expected += !atlas_box_is_empty (box) && atlas_box_overlaps (box, atlas_map_frame_get_box (&frame, 0.0));
    }

  for (AtlasItem *last = NULL; n_met <= n_expected; n_met++)
    {
      gtk_widget_activate_action (fixture->widget, "map.step-item", "i", 1);
      if (atlas_session_get_selected (fixture->session) == last)
        break;
      last = atlas_session_get_selected (fixture->session);
    }
  g_assert_cmpuint (n_met, ==, n_expected);
  g_assert_cmpuint (n_met, >, 100);
  map_view_fixture_assert_looks_at (fixture, camera.zoom, camera.latitude, camera.longitude);
}

static void
assert_says_sentence (WidgetFixture *fixture)
{
  g_autofree char *difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                                    atlas_session_get_sentence (fixture->session));

  g_assert_cmpstr (difference, ==, NULL);
}

static void
test_accessible (WidgetFixture *fixture,
                 gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->widget, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map");
  assert_says_sentence (fixture);

  widget_fixture_select (fixture, "btc");
  g_assert_nonnull (strstr (atlas_session_get_sentence (fixture->session), "Ceyhan"));
  assert_says_sentence (fixture);

  widget_fixture_apply (fixture, "corridor-atlas:#date=2006-06");
  g_assert_nonnull (strstr (atlas_session_get_sentence (fixture->session), "June 2006"));
  assert_says_sentence (fixture);
}

/* The atlas is read again while things of it are selected and hovered. */
static void
test_new_edition (WidgetFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr (AtlasDataset) edition = widget_fixture_load ();

  widget_fixture_select (fixture, "gabala-radar");
  atlas_session_set_hovered (fixture->session, atlas_dataset_lookup (fixture->dataset, "btc"));
  atlas_session_set_dataset (fixture->session, edition);
  g_assert_finalize_object (fixture->dataset);
  fixture->dataset = g_steal_pointer (&edition);

  g_assert_true (atlas_map_scene_get_dataset (map_view_fixture_get_view (fixture)->scene) == fixture->dataset);
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-radar");
  widget_fixture_lay_out (fixture);
}

static void
test_no_atlas (WidgetFixture *fixture,
               gconstpointer  data)
{
  atlas_session_set_dataset (fixture->session, NULL);
  gtk_widget_activate_action (fixture->widget, "map.step-item", "i", 1);
  gtk_widget_activate_action (fixture->widget, "map.zoom", "i", 1);
  g_assert_null (atlas_session_get_selected (fixture->session));
  widget_fixture_lay_out (fixture);

  atlas_map_view_set_session (map_view_fixture_get_view (fixture), NULL);
  gtk_widget_activate_action (fixture->widget, "map.pan", "(ii)", 1, 0);
  gtk_widget_activate_action (fixture->widget, "map.zoom", "i", 1);
  shumate_viewport_set_zoom_level (map_view_fixture_get_viewport (fixture), 5.0);
  widget_fixture_lay_out (fixture);
}

/* In KiB. */
static guint
get_resident_size (void)
{
  g_autofree char *status = NULL;
  const char      *line = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmRSS:");
  g_assert_nonnull (line);

  return (guint) g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10);
}

/* With little to draw in a frame. */
static void
set_up_small (WidgetFixture *fixture,
              gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_map_view_new (), 256, 256);
}

static void
pan_there_and_back (WidgetFixture *fixture,
                    guint          n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      gtk_widget_activate_action (fixture->widget, "map.pan", "(ii)", i < n_steps / 2 ? 1 : -1, 0);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (i % 10 == 0)
        widget_fixture_lay_out (fixture);
    }
}

/* Where one has panned before, panning keeps nothing more: tiles that went out of view are let go. */
static void
test_long_way (WidgetFixture *fixture,
               gconstpointer  data)
{
  guint before = 0;
  guint after = 0;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("a sanitizer keeps freed memory");
  return;
#endif

  pan_there_and_back (fixture, 100);
  before = get_resident_size ();
  pan_there_and_back (fixture, 300);
  after = get_resident_size ();
  g_test_message ("resident: %u KiB, then %u KiB", before, after);
  g_assert_cmpuint (after, <, before + 64 * 1024);
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
    { "/widgets/map-view/opening", test_opening },
    { "/widgets/map-view/pan", test_pan },
    { "/widgets/map-view/keys", test_keys },
    { "/widgets/map-view/zoom", test_zoom },
    { "/widgets/map-view/step-item", test_step_item },
    { "/widgets/map-view/step-all", test_step_all },
    { "/widgets/map-view/accessible", test_accessible },
    { "/widgets/map-view/new-edition", test_new_edition },
    { "/widgets/map-view/no-atlas", test_no_atlas },
  };
  /* clang-format on */

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, map_view_fixture_set_up, tests[i].test, widget_fixture_tear_down);
  g_test_add ("/widgets/map-view/long-way", WidgetFixture, NULL, set_up_small, test_long_way, widget_fixture_tear_down);

  return g_test_run ();
}
