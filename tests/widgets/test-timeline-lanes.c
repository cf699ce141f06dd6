// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline-window.h"

#include "atlas-timeline-axis-private.h"
#include "atlas-timeline-ruler.h"

static AtlasTimelineAxis *
get_axis (Fixture *fixture)
{
  return fixture->canvas->axis;
}

/* A lane's heading says what is in it, and shows all of its rows or no more than fit. */
static void
test_headings (void)
{
  Fixture               fixture = { 0 };
  AtlasTimelineHeading *heading = NULL;
  double                y;

  set_up_with (&fixture, timeline_dataset_new_random (290));
  activate (&fixture, "timeline.zoom", 0);
  atlas_timeline_canvas_sync (fixture.canvas);
  g_assert_cmpuint (fixture.canvas->n_headings, ==, 3);
  heading = g_ptr_array_index (fixture.canvas->headings, 1);
  g_assert_true (g_str_has_prefix (atlas_timeline_heading_get_label (heading), "Economic, 97 items, "));
  g_assert_true (g_str_has_suffix (atlas_timeline_heading_get_label (heading), " in groups"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  y = atlas_timeline_layout_get_lane (fixture.canvas->layout, 1)->y;
  g_signal_emit_by_name (heading, "clicked");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_cmpstr (atlas_timeline_heading_get_label (heading), ==, "Economic, 97 items");
  g_assert_cmpfloat (atlas_timeline_layout_get_height (fixture.canvas->layout), >, fixture.canvas->height);
  g_assert_cmpfloat_with_epsilon (atlas_timeline_layout_get_lane (fixture.canvas->layout, 1)->y - gtk_adjustment_get_value (fixture.canvas->vadjustment), y, 12.0); /* but for the px that were left over */

  g_signal_emit_by_name (heading, "clicked");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_cmpfloat (atlas_timeline_layout_get_height (fixture.canvas->layout), <=, fixture.canvas->height + 0.5);
  tear_down (&fixture, NULL);
}

/* The first group of the lanes. */
static AtlasTimelineGroup *
get_group (Fixture *fixture)
{
  atlas_timeline_canvas_sync (fixture->canvas);
  g_assert_cmpuint (fixture->canvas->n_groups, >, 0);

  return g_ptr_array_index (fixture->canvas->groups, 0);
}

/* A group says what it is, and opens: sooner or later all of its items stand by themselves. */
static void
test_groups (void)
{
  Fixture             fixture = { 0 };
  AtlasTimelineGroup *group = NULL;
  guint               position;

  set_up_with (&fixture, timeline_dataset_new_random (290));
  activate (&fixture, "timeline.zoom", 0);
  group = get_group (&fixture);
  position = atlas_timeline_group_get_position (group);
  g_assert_true (g_str_has_suffix (atlas_timeline_group_get_label (group), ", opens"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_true (atlas_timeline_layout_lookup (fixture.canvas->layout, position)->clustered);

  for (guint i = 0; i < 8 && atlas_timeline_layout_lookup (fixture.canvas->layout, position)->clustered; i++)
    {
      g_assert_true (atlas_timeline_canvas_focus_item (fixture.canvas, atlas_dataset_get_item (fixture.dataset, position)));
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "timeline.open", NULL));
      atlas_timeline_canvas_sync (fixture.canvas);
    }
  g_assert_false (atlas_timeline_layout_lookup (fixture.canvas->layout, position)->clustered);
  g_assert_null (atlas_session_get_selected (fixture.session));
  tear_down (&fixture, NULL);
}

/* Children are read in date order, groups among the items: each before the first of what it holds. */
static void
test_order (void)
{
  Fixture fixture = { 0 };

  set_up_with (&fixture, timeline_dataset_new_random (290));
  for (int zoom = 0; zoom < 4; zoom++)
    {
      guint last = 0;
      guint n = 0;

      activate (&fixture, "timeline.zoom", zoom > 0);
      atlas_timeline_canvas_sync (fixture.canvas);
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture.canvas)); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          guint position;

          if (!gtk_widget_get_visible (child))
            continue;
          if (ATLAS_IS_TIMELINE_HEADING (child))
            {
              g_assert_cmpuint (n, ==, 0); /* before all items */
              continue;
            }

          position = ATLAS_IS_TIMELINE_GROUP (child) ? atlas_timeline_group_get_position (ATLAS_TIMELINE_GROUP (child))
                                                     : atlas_dataset_get_position (fixture.dataset, atlas_timeline_item_get_item (ATLAS_TIMELINE_ITEM (child)));
          g_assert_cmpuint (position, >=, last);
          last = position;
          n++;
        }
      g_assert_cmpuint (n, ==, fixture.canvas->n_used + fixture.canvas->n_groups);
    }
  tear_down (&fixture, NULL);
}

/* What is selected elsewhere is in view, though it may be one of a group. */
static void
test_select_in_group (void)
{
  Fixture fixture = { 0 };
  guint   n_clustered = 0;

  set_up_with (&fixture, timeline_dataset_new_random (290));
  for (guint i = 0; i < 290; i += 7)
    {
      AtlasItem      *item = atlas_dataset_get_item (fixture.dataset, i);
      graphene_rect_t box;

      activate (&fixture, "timeline.zoom", 0);
      n_clustered += atlas_timeline_layout_lookup (fixture.canvas->layout, i)->clustered;
      atlas_session_select (fixture.session, item);
      g_assert_true (atlas_timeline_canvas_get_item_box (fixture.canvas, item, &box));
      g_assert_cmpfloat (box.origin.y, >=, 0.0);
      g_assert_cmpfloat (box.origin.y, <, fixture.canvas->height);
    }
  g_assert_cmpuint (n_clustered, >, 0);
  tear_down (&fixture, NULL);
}

/* Whatever happens at once while the clock plays and the view glides, in whatever order: nothing warns, and nothing is held. */
static void
test_restless (void)
{
  static const char *const lanes[] = { "kind", "actor", "theme" };
  static const char *const languages[] = { "az", "ru", NULL };
  Fixture                  fixture = { 0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  set_up_with (&fixture, timeline_dataset_new_random (290));
  g_object_set (gtk_widget_get_settings (fixture.window), "gtk-enable-animations", TRUE, NULL);
  for (int i = 0; i < 300; i++)
    {
      AtlasItem *item = atlas_dataset_get_item (fixture.dataset, (guint) g_rand_int_range (rand, 0, 290));
      int        days = g_rand_int_range (rand, -30000, 0);
      g_autoptr (AtlasFilter) filter = atlas_filter_with_window (atlas_session_get_filter (fixture.session), i % 3 == 0 ? ATLAS_TIME_SPAN_NONE : ATLAS_TIME_SPAN_INIT (days, days + 4000));

      atlas_session_set_playing (fixture.session, i % 5 != 0);
      switch (g_rand_int_range (rand, 0, 8))
        {
        case 0:
          gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "timeline.lanes", "s", lanes[i % 3]);
          break;
        case 1:
          atlas_session_set_language (fixture.session, languages[i % 3]);
          break;
        case 2:
          atlas_session_select (fixture.session, i % 4 != 0 ? item : NULL);
          break;
        case 3:
          atlas_session_set_filter (fixture.session, filter);
          break;
        case 4:
          activate (&fixture, "timeline.zoom", g_rand_int_range (rand, -1, 2));
          break;
        case 5:
          activate (&fixture, i % 2 ? "timeline.item" : "timeline.lane", g_rand_boolean (rand) ? 1 : -1);
          break;
        case 6:
          gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "timeline.open", NULL);
          break;
        default:
          atlas_session_set_hovered (fixture.session, item);
        }
      for (int j = 0; j < 4; j++)
        g_main_context_iteration (NULL, FALSE);
    }
  g_object_set (gtk_widget_get_settings (fixture.window), "gtk-enable-animations", FALSE, NULL);
  tear_down (&fixture, NULL);
}

/* Enter on a group opens it: what is in view or what is expanded is other than it was. */
static void
test_activate_group (void)
{
  Fixture        fixture = { 0 };
  AtlasTimeSpan  before;
  const gboolean folded = FALSE;

  set_up_with (&fixture, timeline_dataset_new_random (290));
  activate (&fixture, "timeline.zoom", 0);
  before = atlas_session_get_range (fixture.session);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (get_group (&fixture))));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "timeline.activate", NULL));
  g_assert_true (!atlas_time_span_equal (before, atlas_session_get_range (fixture.session)) || (fixture.canvas->expanded->len > 1) != folded);
  g_assert_null (atlas_session_get_selected (fixture.session));
  gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "timeline.fold-lanes", NULL);
  g_assert_cmpuint (fixture.canvas->expanded->len, ==, 1);
  tear_down (&fixture, NULL);
}

/* Other lanes, the same days; each item can be reached in each of them. */
static void
test_grouping (void)
{
  static const struct
  {
    const char           *lanes;
    AtlasTimelineGrouping grouping;
  } rows[] = { { "kind", ATLAS_TIMELINE_BY_KIND }, { "actor", ATLAS_TIMELINE_BY_ACTOR }, { "theme", ATLAS_TIMELINE_BY_THEME } };

  Fixture       fixture = { 0 };
  AtlasTimeSpan range;

  set_up_with (&fixture, timeline_dataset_new ());
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      atlas_session_set_range (fixture.session, sample_span ("1996/2005"));
      range = atlas_session_get_range (fixture.session);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.canvas), "timeline.lanes", "s", rows[i].lanes));
      g_assert_cmpint (atlas_timeline_index_get_grouping (atlas_timeline_layout_get_index (fixture.canvas->layout)), ==, rows[i].grouping);
      g_assert_true (atlas_time_span_equal (atlas_session_get_range (fixture.session), range));
      activate (&fixture, "timeline.end", -1);
      for (guint j = 0; j < atlas_dataset_get_n_items (fixture.dataset); j++)
        {
          g_assert_true (atlas_timeline_canvas_get_focus_item (fixture.canvas) == atlas_dataset_get_item (fixture.dataset, j));
          activate (&fixture, "timeline.item", 1);
        }
    }
  tear_down (&fixture, NULL);
}

/* Outside the window items are hinted at: rows stay, children and keys leave them out. */
static void
test_window (void)
{
  Fixture              fixture = { 0 };
  AtlasTimelineLayout *layout = NULL;
  AtlasTimelineItem   *child = NULL;
  g_autoptr (AtlasFilter) filter = NULL;

  set_up_with (&fixture, timeline_dataset_new ());
  activate (&fixture, "timeline.zoom", 0);
  layout = fixture.canvas->layout;
  filter = atlas_filter_with_window (atlas_session_get_filter (fixture.session), sample_span ("1996-06"));
  atlas_session_set_filter (fixture.session, filter);
  atlas_timeline_canvas_sync (fixture.canvas);
  g_assert_true (fixture.canvas->layout == layout);
  g_assert_cmpuint (fixture.canvas->n_used, <, atlas_dataset_get_n_items (fixture.dataset));

  activate (&fixture, "timeline.end", -1);
  for (guint i = 0; i < fixture.canvas->n_used; i++)
    {
      g_autofree char *place = NULL;

      child = g_ptr_array_index (fixture.canvas->items, i);
      place = g_strdup_printf (", %u of %u", i + 1, fixture.canvas->n_used);
      g_assert_true (atlas_timeline_canvas_get_focus_item (fixture.canvas) == atlas_timeline_item_get_item (child));
      g_assert_true (atlas_filter_matches (filter, atlas_timeline_item_get_item (child)));
      g_assert_true (g_str_has_suffix (atlas_timeline_item_get_label (child), place));
      activate (&fixture, "timeline.item", 1);
    }
  tear_down (&fixture, NULL);
}

/* Of many items layouts come from a thread, the newest wish's last; what is asked for in the middle is not lost, and whoever
 * leaves in the middle is not waited for. */
static void
test_large (void)
{
  Fixture    fixture = { 0 };
  AtlasItem *item = NULL;
  g_autoptr (AtlasFilter) filter = NULL;

  set_up_with (&fixture, timeline_dataset_new_random (20000));
  g_assert_cmpuint (fixture.canvas->order->len, ==, 20000);

  for (guint i = 0; i < 6; i++)
    activate (&fixture, "timeline.zoom", 1);
  await (!atlas_timeline_maker_is_busy (fixture.canvas->maker));

  filter = atlas_filter_toggle_kind (atlas_session_get_filter (fixture.session), ATLAS_KIND_PIPELINE);
  atlas_session_set_filter (fixture.session, filter);
  g_assert_true (atlas_timeline_maker_is_busy (fixture.canvas->maker));
  g_assert_nonnull (fixture.canvas->layout); /* the old one is drawn */
  await (!atlas_timeline_maker_is_busy (fixture.canvas->maker));
  g_assert_cmpuint (fixture.canvas->order->len, <, 20000);
  for (guint i = 0; i < fixture.canvas->order->len; i++)
    g_assert_cmpint (atlas_item_get_kind (atlas_dataset_get_item (fixture.dataset, g_array_index (fixture.canvas->order, guint, i))), ==, ATLAS_KIND_PIPELINE);

  activate (&fixture, "timeline.end", 1);
  item = atlas_timeline_canvas_get_focus_item (fixture.canvas);
  g_assert_true (item == atlas_dataset_get_item (fixture.dataset, g_array_index (fixture.canvas->order, guint, fixture.canvas->order->len - 1)));
  g_assert_cmpuint (fixture.canvas->n_used + fixture.canvas->n_groups, <=, ATLAS_TIMELINE_MAX_ITEMS);

  activate (&fixture, "timeline.zoom", 0);
  tear_down (&fixture, NULL); /* while a thread may be at it */
}

/* Where a glide goes is written when it begins: no place of the history is one that it only passes. */
static void
test_glide (void)
{
  Fixture       fixture = { 0 };
  AtlasTimeSpan before, after;

  set_up_with (&fixture, timeline_dataset_new ());
  g_object_set (gtk_widget_get_settings (fixture.window), "gtk-enable-animations", TRUE, NULL);
  await (gtk_widget_get_mapped (GTK_WIDGET (fixture.canvas)));
  before = atlas_session_get_range (fixture.session);
  activate (&fixture, "timeline.zoom", 1);
  after = atlas_session_get_range (fixture.session);
  g_assert_false (atlas_time_span_equal (before, after));
  g_assert_true (get_axis (&fixture)->has_target);
  await (!get_axis (&fixture)->has_target);
  g_assert_true (atlas_time_span_equal (after, atlas_session_get_range (fixture.session)));
  g_assert_true (atlas_time_span_equal (after, atlas_time_scale_get_range (&get_axis (&fixture)->scale, get_axis (&fixture)->width)));

  /* A place that was left in the middle of a glide comes back as where that went. */
  activate (&fixture, "timeline.zoom", 0);
  after = atlas_session_get_range (fixture.session);
  atlas_session_select_id (fixture.session, "zone");
  atlas_session_set_range (fixture.session, sample_span ("1999"));
  g_assert_true (atlas_session_go (fixture.session, -1));
  g_assert_true (atlas_time_span_equal (after, atlas_session_get_range (fixture.session)));
  tear_down (&fixture, NULL);
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

/* What the pointer does to the days in view. */
static void
test_pointer (void)
{
  Fixture             fixture = { 0 };
  GtkEventController *scroll = NULL;
  GtkEventController *click = NULL;
  GtkWidget          *ruler = NULL;
  AtlasTimeSpan       range, other;
  gboolean            handled = FALSE;

  set_up_with (&fixture, timeline_dataset_new ());
  scroll = find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  atlas_session_set_range (fixture.session, sample_span ("1996/2005"));
  range = atlas_session_get_range (fixture.session);

  g_signal_emit_by_name (scroll, "scroll", 0.0, 1.0, &handled);
  other = atlas_session_get_range (fixture.session);
  g_assert_true (handled);
  g_assert_cmpint (other.begin, >, range.begin);
  g_assert_cmpint (ABS ((other.end - other.begin) - (range.end - range.begin)), <=, 1);
  g_signal_emit_by_name (scroll, "scroll", -1.0, 0.0, &handled);
  g_assert_cmpint (ABS (atlas_session_get_range (fixture.session).begin - range.begin), <=, 1);

  /* No further than a little beyond the bounds. */
  for (guint i = 0; i < 200; i++)
    g_signal_emit_by_name (scroll, "scroll", 0.0, -1.0, &handled);
  other = atlas_session_get_range (fixture.session);
  g_assert_cmpint (other.begin, >=, get_axis (&fixture)->bounds.begin - (int) (ATLAS_TIME_SCALE_OVERSCROLL * (other.end - other.begin)) - 2);

  /* Two presses on the ruler: all dates, and the clock as it was before the first. */
  ruler = find (GTK_WIDGET (fixture.timeline), ATLAS_TYPE_TIMELINE_RULER);
  click = find_controller (ruler, GTK_TYPE_GESTURE_CLICK);
  g_signal_emit_by_name (click, "pressed", 1, 300.0, 5.0);
  atlas_session_set_clock (fixture.session, sample_span ("1999"));
  g_signal_emit_by_name (click, "released", 2, 300.0, 5.0);
  g_assert_cmpint (atlas_session_get_clock_mode (fixture.session), ==, ATLAS_CLOCK_ALL);
  g_assert_cmpint (atlas_session_get_range (fixture.session).begin, <=, get_axis (&fixture)->bounds.begin + 2);
  g_assert_cmpint (atlas_session_get_range (fixture.session).end, >=, get_axis (&fixture)->bounds.end - 2);
  tear_down (&fixture, NULL);
}

/* A press selects an item, two fit it, two where nothing is go closer. */
static void
test_presses (void)
{
  Fixture             fixture = { 0 };
  GtkEventController *click = NULL;
  AtlasItem          *line = NULL;
  AtlasTimelineView   view;
  cairo_rectangle_t   box;
  AtlasTimeSpan       range;

  set_up_with (&fixture, timeline_dataset_new ());
  activate (&fixture, "timeline.zoom", 0);
  line = atlas_dataset_lookup (fixture.dataset, "zone");
  view = atlas_timeline_canvas_get_view (fixture.canvas);
  box = atlas_timeline_layout_get_box (fixture.canvas->layout, &view, atlas_timeline_canvas_lookup (fixture.canvas, line));
  click = find_controller (GTK_WIDGET (fixture.canvas), GTK_TYPE_GESTURE_CLICK);

  g_signal_emit_by_name (click, "released", 1, ATLAS_TIMELINE_GUTTER + box.x + box.width / 2.0, box.y + box.height / 2.0);
  g_assert_true (atlas_session_get_selected (fixture.session) == line);

  range = atlas_session_get_range (fixture.session);
  g_signal_emit_by_name (click, "released", 2, ATLAS_TIMELINE_GUTTER + box.x + box.width / 2.0, box.y + box.height / 2.0);
  g_assert_cmpint (atlas_session_get_range (fixture.session).end - atlas_session_get_range (fixture.session).begin, <, range.end - range.begin);

  activate (&fixture, "timeline.zoom", 0);
  range = atlas_session_get_range (fixture.session);
  g_signal_emit_by_name (click, "released", 2, ATLAS_TIMELINE_GUTTER + view.width - 3.0, 1.0);
  g_assert_cmpint (atlas_time_span_relate (atlas_session_get_range (fixture.session), range), ==, ATLAS_TIME_WITHIN);
  tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (void);
  } tests[] = {
    { "/timeline-lanes/headings", test_headings },
    { "/timeline-lanes/groups", test_groups },
    { "/timeline-lanes/order", test_order },
    { "/timeline-lanes/select-in-group", test_select_in_group },
    { "/timeline-lanes/restless", test_restless },
    { "/timeline-lanes/activate-group", test_activate_group },
    { "/timeline-lanes/grouping", test_grouping },
    { "/timeline-lanes/window", test_window },
    { "/timeline-lanes/large", test_large },
    { "/timeline-lanes/glide", test_glide },
    { "/timeline-lanes/pointer", test_pointer },
    { "/timeline-lanes/presses", test_presses },
  };

  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].test);

  return g_test_run ();
}
