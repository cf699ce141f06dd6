// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline-window.h"

#include "atlas-clock-bar.h"
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  set_up_with (fixture, timeline_dataset_new ());
}

static AtlasTimelineItem *
get_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && ATLAS_IS_TIMELINE_ITEM (focus) ? ATLAS_TIMELINE_ITEM (focus) : NULL;
}

#define assert_focus(fixture_, id_) \
  g_assert_cmpstr (get_focus (fixture_) != NULL ? atlas_item_get_id (atlas_timeline_item_get_item (get_focus (fixture_))) : NULL, ==, (id_))

/* Every visible item is a child, in time order, and says what it is. */
static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  guint n = atlas_dataset_get_n_items (fixture->dataset);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  g_assert_cmpuint (fixture->canvas->n_used, ==, n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget       *child = g_ptr_array_index (fixture->canvas->items, i);
      AtlasItem       *item = atlas_dataset_get_item (fixture->dataset, i);
      g_autofree char *words = atlas_item_to_words (item);
      g_autofree char *label = g_strdup_printf ("%s, %u of %u", words, i + 1, n);

      g_assert_true (gtk_widget_get_visible (child));
      g_assert_true (atlas_timeline_item_get_item (ATLAS_TIMELINE_ITEM (child)) == item);
      g_assert_cmpstr (atlas_timeline_item_get_label (ATLAS_TIMELINE_ITEM (child)), ==, label);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
    }
}

/* When all dates are in view all items are there, though not all have rows. */
static void
test_rows (void)
{
  Fixture fixture = { 0 };

  set_up_with (&fixture, timeline_dataset_new_random (290));
  activate (&fixture, "timeline.zoom", 0);
  atlas_timeline_canvas_sync (fixture.canvas);
  g_assert_cmpfloat (atlas_timeline_layout_get_height (fixture.canvas->layout), <=, fixture.canvas->height + 0.5);
  g_assert_cmpuint (atlas_timeline_layout_get_n_clusters (fixture.canvas->layout), >, 0);
  g_assert_cmpuint (fixture.canvas->n_used + fixture.canvas->n_groups, <=, ATLAS_TIMELINE_MAX_ITEMS);
  tear_down (&fixture, NULL);
}

static void
test_walk (Fixture      *fixture,
           gconstpointer data)
{
  guint n = atlas_dataset_get_n_items (fixture->dataset);

  activate (fixture, "timeline.end", -1);
  for (guint i = 0; i < n; i++)
    {
      assert_focus (fixture, atlas_item_get_id (atlas_dataset_get_item (fixture->dataset, i)));
      g_assert_true (atlas_session_get_hovered (fixture->session) == atlas_dataset_get_item (fixture->dataset, i));
      activate (fixture, "timeline.item", 1);
    }
  assert_focus (fixture, atlas_item_get_id (atlas_dataset_get_item (fixture->dataset, n - 1))); /* no further */

  activate (fixture, "timeline.end", -1);
  assert_focus (fixture, "era");
  g_assert_null (atlas_session_get_selected (fixture->session));
  g_assert_true (atlas_timeline_canvas_focus_item (fixture->canvas, atlas_dataset_lookup (fixture->dataset, "day")));
  activate (fixture, "timeline.lane", 1);
  assert_focus (fixture, "shut");
  activate (fixture, "timeline.lane", -1);
  g_assert_nonnull (get_focus (fixture));
  g_assert_cmpstr (atlas_item_get_theme (atlas_timeline_item_get_item (get_focus (fixture))), ==, "political");
}

static void
test_select (Fixture      *fixture,
             gconstpointer data)
{
  AtlasItem *line = atlas_dataset_lookup (fixture->dataset, "line");

  g_assert_true (atlas_timeline_canvas_focus_item (fixture->canvas, line));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_focus (fixture)), "timeline-item.activate", NULL));
  g_assert_true (atlas_session_get_selected (fixture->session) == line);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_focus (fixture)), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  /* What is selected elsewhere is revealed here. */
  atlas_session_set_range (fixture->session, sample_span ("2017"));
  atlas_session_select_id (fixture->session, "day");
  g_assert_true (atlas_time_span_overlaps (atlas_session_get_range (fixture->session), sample_span ("1996-06-01")));
}

/* What cannot be read is explained and changes nothing; what can be read is the clock. */
static void
test_entry (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const bad[] = { "nonsense", "2006-13", "30 Feb 2001", "1991/..", "" };

  atlas_session_set_clock (fixture->session, sample_span ("1999"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.edit-clock", NULL));
  g_assert_true (atlas_clock_entry_is_editing (fixture->clock));
  g_assert_null (atlas_clock_entry_get_error (fixture->clock));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (atlas_clock_entry_enter (fixture->clock, bad[i]));
      g_assert_nonnull (atlas_clock_entry_get_error (fixture->clock));
      g_assert_true (atlas_clock_entry_is_editing (fixture->clock));
      g_assert_true (atlas_time_span_equal (atlas_session_get_clock (fixture->session), sample_span ("1999")));
    }

  g_assert_true (atlas_clock_entry_enter (fixture->clock, "Sep 2009"));
  g_assert_null (atlas_clock_entry_get_error (fixture->clock));
  g_assert_false (atlas_clock_entry_is_editing (fixture->clock));
  g_assert_true (atlas_time_span_equal (atlas_session_get_clock (fixture->session), sample_span ("2009-09")));

  /* A clock that is moved by other hands is not hidden by what stood in the entry. */
  atlas_timeline_edit_clock (fixture->timeline);
  atlas_session_set_comparison (fixture->session, sample_span ("1995"));
  g_assert_true (atlas_clock_entry_is_editing (fixture->clock));
  atlas_session_set_clock (fixture->session, sample_span ("2011"));
  g_assert_false (atlas_clock_entry_is_editing (fixture->clock));
}

static void
test_modes (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *toggle = find (GTK_WIDGET (fixture->timeline), GTK_TYPE_TOGGLE_BUTTON);

  for (guint i = 0; i < ATLAS_N_CLOCK_MODES; i++, toggle = gtk_widget_get_next_sibling (toggle))
    {
      atlas_session_set_clock_mode (fixture->session, (AtlasClockMode) i);
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
      atlas_session_set_clock_mode (fixture->session, (AtlasClockMode) ((i + 1) % ATLAS_N_CLOCK_MODES));
      g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
      g_assert_cmpint (atlas_session_get_clock_mode (fixture->session), ==, i);
    }
}

/* Plays from the range's begin to its end and stops there, with no animation. */
static void
test_play (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *bar = find (GTK_WIDGET (fixture->timeline), ATLAS_TYPE_CLOCK_BAR);
  GtkWidget *step = find (bar, GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (step), ATLAS_TIME_UNIT_YEAR);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_next_sibling (step)), 4);
  g_assert_cmpint (atlas_clock_player_get_step (atlas_timeline_get_player (fixture->timeline)), ==, ATLAS_CLOCK_STEP_YEAR);
  g_assert_cmpfloat (atlas_clock_player_get_speed (atlas_timeline_get_player (fixture->timeline)), ==, 8.0);
  atlas_session_set_range (fixture->session, sample_span ("1998/2000"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "timeline.play", NULL));
  g_assert_true (atlas_session_get_playing (fixture->session));
  g_assert_true (atlas_time_span_equal (atlas_session_get_clock (fixture->session), sample_span ("1998")));
  await (!atlas_session_get_playing (fixture->session));
  g_assert_true (atlas_time_span_equal (atlas_session_get_clock (fixture->session), sample_span ("2000")));
}

/* The view and the session's range are the same days, and do not chase each other. */
static void
test_range (Fixture      *fixture,
            gconstpointer data)
{
  AtlasTimeSpan before;

  atlas_session_set_range (fixture->session, sample_span ("1996/2005"));
  g_assert_true (atlas_time_span_equal (atlas_session_get_range (fixture->session), sample_span ("1996/2005")));
  before = atlas_session_get_range (fixture->session);
  activate (fixture, "timeline.zoom", 1);
  g_assert_cmpint (atlas_time_span_relate (atlas_session_get_range (fixture->session), before), ==, ATLAS_TIME_WITHIN);
  activate (fixture, "timeline.zoom", -1);
  g_assert_cmpint (ABS (atlas_session_get_range (fixture->session).begin - before.begin), <=, 1);
  activate (fixture, "timeline.zoom", 0);
  g_assert_true (atlas_time_span_overlaps (atlas_session_get_range (fixture->session), sample_span ("1991-01-01")));
  g_assert_true (atlas_time_span_overlaps (atlas_session_get_range (fixture->session), sample_span ("2018-12-31")));
}

static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_toggle_kind (atlas_session_get_filter (fixture->session), ATLAS_KIND_PIPELINE);

  atlas_session_set_filter (fixture->session, filter);
  await (fixture->canvas->n_used == 2);
  activate (fixture, "timeline.end", -1);
  assert_focus (fixture, "shut");
  activate (fixture, "timeline.item", 1);
  assert_focus (fixture, "line");
}

/* However many items there are, there are not more children than a tree can bear, and each item can still be reached. */
static void
test_pool (void)
{
  Fixture fixture = { 0 };
  guint   n_children = 0;

  set_up_with (&fixture, timeline_dataset_new_random (2000));
  activate (&fixture, "timeline.zoom", 0);
  for (guint i = 0; i < 1999; i += 333)
    {
      g_assert_true (atlas_timeline_canvas_focus_item (fixture.canvas, atlas_dataset_get_item (fixture.dataset, i)));
      assert_focus (&fixture, atlas_item_get_id (atlas_dataset_get_item (fixture.dataset, i)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture.canvas)); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_children++;
  g_assert_cmpuint (n_children, >, 0);
  g_assert_cmpuint (n_children, <=, ATLAS_TIMELINE_MAX_ITEMS);
  tear_down (&fixture, NULL);
}

/* Every key of the table can be read, and does something that is there. */
static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  guint                  n_bindings = 0;
  const AtlasKeyBinding *bindings = atlas_timeline_get_key_bindings (&n_bindings);

  g_assert_cmpuint (n_bindings, >, 0);
  for (guint i = 0; i < n_bindings; i++)
    {
      g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (bindings[i].trigger);
      g_autoptr (GVariant) parameter = bindings[i].parameter != NULL ? g_variant_parse (NULL, bindings[i].parameter, NULL, NULL, NULL) : NULL;

      g_assert_nonnull (trigger);
      if (parameter != NULL)
        g_variant_ref_sink (parameter);
      g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (fixture->canvas), bindings[i].action, parameter));
    }
}

static void
test_no_session (void)
{
  AtlasTimeline *timeline = ATLAS_TIMELINE (g_object_ref_sink (atlas_timeline_new ()));

  g_assert_null (atlas_timeline_get_session (timeline));
  atlas_timeline_edit_clock (timeline);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.play", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.zoom", "i", 1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (timeline), "timeline.activate", NULL));
  g_assert_finalize_object (timeline);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/timeline/names", test_names },
    { "/timeline/walk", test_walk },
    { "/timeline/select", test_select },
    { "/timeline/entry", test_entry },
    { "/timeline/modes", test_modes },
    { "/timeline/play", test_play },
    { "/timeline/range", test_range },
    { "/timeline/filter", test_filter },
    { "/timeline/keys", test_keys },
  };

  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/timeline/rows", test_rows);
  g_test_add_func ("/timeline/pool", test_pool);
  g_test_add_func ("/timeline/no-session", test_no_session);

  return g_test_run ();
}
