// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "map-view-fixture.h"

#define WIDTH MAP_VIEW_FIXTURE_WIDTH

/* At the radar in the middle of the map: it operates in 1996 and is closed in 2024. */
static void
compare_at_radar (WidgetFixture *fixture)
{
  widget_fixture_apply (fixture, "date=2024&compare=1996&map=10/40.871/47.803&show=site");
  widget_fixture_lay_out (fixture);
}

static AtlasMapCompare *
get_compare (WidgetFixture *fixture)
{
  return map_view_fixture_get_view (fixture)->compare;
}

static void
set_divider (WidgetFixture *fixture,
             double         divider)
{
  atlas_map_compare_set_divider (get_compare (fixture), divider);
  widget_fixture_lay_out (fixture);
}

static void
test_begin_and_end (WidgetFixture *fixture,
                    gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view->compare)));
  g_assert_null (view->before);

  compare_at_radar (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (view->compare)));
  g_assert_nonnull (view->before);

  atlas_session_set_comparison (fixture->session, ATLAS_TIME_SPAN_NONE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view->compare)));
  g_assert_null (view->before);
  g_assert_cmpfloat (atlas_item_layer_get_side_frame (view->items, ATLAS_MAP_SIDE_NOW).width, ==, WIDTH);
}

/* The two frames are the one, cut at the divider. */
static void
test_frames (WidgetFixture *fixture,
             gconstpointer  data)
{
  static const double dividers[] = { 0.0, 0.3, 0.5, 1.0 };
  AtlasMapView       *view = map_view_fixture_get_view (fixture);

  compare_at_radar (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      AtlasMapFrame whole;
      AtlasMapFrame left;
      AtlasMapFrame right;

      set_divider (fixture, dividers[i]);
      whole = atlas_item_layer_get_frame (view->items);
      left = atlas_item_layer_get_side_frame (view->items, ATLAS_MAP_SIDE_BEFORE);
      right = atlas_item_layer_get_side_frame (view->items, ATLAS_MAP_SIDE_NOW);
      g_assert_cmpfloat (left.width, ==, round (dividers[i] * WIDTH));
      g_assert_cmpfloat (left.width + right.width, ==, whole.width);
      g_assert_cmpfloat (left.to_px.x0, ==, whole.to_px.x0);
      g_assert_cmpfloat_with_epsilon (right.to_px.x0 + left.width, whole.to_px.x0, 1e-6);
    }
}

/* The same place is at one date or at the other, as the divider has it. */
static void
test_sides (WidgetFixture *fixture,
            gconstpointer  data)
{
  static const struct
  {
    double       divider;
    AtlasMapSide side;
    const char  *date;
    AtlasStatus  status;
  } cases[] = {
    { 0.7, ATLAS_MAP_SIDE_BEFORE, "1996", ATLAS_STATUS_OPERATING },
    { 0.3, ATLAS_MAP_SIDE_NOW, "2024", ATLAS_STATUS_CLOSED },
  };
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  AtlasItem    *radar = atlas_dataset_lookup (fixture->dataset, "gabala-radar");

  compare_at_radar (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasPoint    pixel = map_view_fixture_get_item_pixel (fixture, "gabala-radar");
      AtlasTimeSpan date;
      AtlasStatus   status = ATLAS_STATUS_NONE;
      g_autoptr (GPtrArray) items = NULL;
      g_autofree char *words = NULL;

      set_divider (fixture, cases[i].divider);
      items = atlas_map_view_hit (view, pixel.x, pixel.y);
      g_assert_true (g_ptr_array_find (items, radar, NULL));
      g_assert_cmpint (atlas_map_view_get_side (view, pixel.x), ==, cases[i].side);
      date = atlas_map_view_get_date (view, pixel.x);
      words = atlas_time_span_to_edtf (date);
      g_assert_cmpstr (words, ==, cases[i].date);
      atlas_map_scene_get_visibility (cases[i].side == ATLAS_MAP_SIDE_BEFORE ? view->before : view->scene,
                                      atlas_dataset_get_position (fixture->dataset, radar), &status);
      g_assert_cmpint (status, ==, cases[i].status);
    }
}

static void
test_keys (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasMapCompare *compare = get_compare (fixture);
  GtkWidget       *widget = GTK_WIDGET (compare);

  compare_at_radar (fixture);
  g_assert_true (gtk_widget_grab_focus (atlas_map_compare_get_handle (compare)));
  gtk_widget_activate_action (widget, "compare.move", "i", 1);
  g_assert_cmpfloat_with_epsilon (atlas_map_compare_get_divider (compare), 0.52, 1e-9);
  gtk_widget_activate_action (widget, "compare.leap", "i", -1);
  g_assert_cmpfloat_with_epsilon (atlas_map_compare_get_divider (compare), 0.42, 1e-9);
  gtk_widget_activate_action (widget, "compare.end", "i", 1);
  g_assert_cmpfloat (atlas_map_compare_get_divider (compare), ==, 1.0);
  gtk_widget_activate_action (widget, "compare.move", "i", 1);
  g_assert_cmpfloat (atlas_map_compare_get_divider (compare), ==, 1.0);
  gtk_widget_activate_action (widget, "compare.end", "i", -1);
  g_assert_cmpfloat (atlas_map_compare_get_divider (compare), ==, 0.0);

  gtk_widget_activate_action (widget, "compare.swap", NULL);
  g_assert_cmpint (atlas_session_get_comparison (fixture->session).begin, ==, atlas_day_from_ymd (2024, 1, 1));
  gtk_widget_activate_action (widget, "compare.leave", NULL);
  g_assert_false (atlas_session_is_comparing (fixture->session));
}

/* What assistive technology is told of the handle. */
static void
test_words (WidgetFixture *fixture,
            gconstpointer  data)
{
  const char    *words = "1996 left: 40 %, 2024 right: 60 %";
  GtkAccessible *handle = GTK_ACCESSIBLE (atlas_map_compare_get_handle (get_compare (fixture)));

  compare_at_radar (fixture);
  set_divider (fixture, 0.4);
  gtk_test_accessible_assert_role (handle, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       atlas_session_get_sentence (fixture->session));
}

static void
run_xdotool (const char *arguments)
{
  g_autofree char *line = g_strdup_printf ("xdotool %s", arguments);
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_command_line_sync (line, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static gboolean
is_dragged (gpointer user_data)
{
  return atlas_map_compare_get_divider (user_data) > 0.7;
}

/* The pointer takes hold of it: the divider goes along, and the map stays where it is. */
static void
test_drag (WidgetFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program == NULL)
    {
      g_test_skip ("no xdotool");
      return;
    }

  compare_at_radar (fixture);
  run_xdotool ("mousemove 400 450 sleep 0.1 mousedown 1 sleep 0.1 mousemove 450 450 sleep 0.1 mousemove 600 460 sleep 0.1");
  widget_fixture_await (is_dragged, get_compare (fixture), "the divider to be dragged");
  run_xdotool ("mouseup 1 mousemove 5 500");
  widget_fixture_lay_out (fixture);

  g_assert_cmpfloat_with_epsilon (atlas_map_compare_get_divider (get_compare (fixture)), 600.0 / WIDTH, 0.03);
  g_assert_null (atlas_session_get_selected (fixture->session));
  map_view_fixture_assert_looks_at (fixture, 10.0, 40.871, 47.803);
}

#define ADD(path_, test_) \
  g_test_add ("/map-compare/" path_, WidgetFixture, NULL, map_view_fixture_set_up, test_, widget_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  ADD ("begin-and-end", test_begin_and_end);
  ADD ("frames", test_frames);
  ADD ("sides", test_sides);
  ADD ("keys", test_keys);
  ADD ("words", test_words);
  ADD ("drag", test_drag);

  return g_test_run ();
}
