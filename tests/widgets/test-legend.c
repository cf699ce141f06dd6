// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-legend-row.h"

#include "map-view-fixture.h"

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (ATLAS_IS_LEGEND_ROW_BUTTON (widget))
    return gtk_widget_get_parent (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_list (child);

  return found;
}

static GtkWidget *
find_row (WidgetFixture *fixture,
          const char    *words)
{
  GtkWidget *list = find_list (atlas_map_view_get_legend (map_view_fixture_get_view (fixture)));

  for (GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *own = atlas_legend_row_to_words (atlas_legend_row_button_get_row (ATLAS_LEGEND_ROW_BUTTON (row)));

      if (g_str_equal (own, words))
        return row;
    }

  return NULL;
}

static const AtlasLegendRow *
get_row (WidgetFixture *fixture,
         const char    *words)
{
  GtkWidget *row = find_row (fixture, words);

  g_assert_nonnull (row);

  return atlas_legend_row_button_get_row (ATLAS_LEGEND_ROW_BUTTON (row));
}

static void
press (WidgetFixture *fixture,
       const char    *words)
{
  GtkWidget *row = find_row (fixture, words);

  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "clicked");
}

static char *
dup_tokens (WidgetFixture *fixture)
{
  return atlas_filter_to_tokens (atlas_session_get_filter (fixture->session));
}

static void
set_up (WidgetFixture *fixture,
        gconstpointer  data)
{
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse ("date=2006-06&map=6/40.6/47.0", NULL);

  map_view_fixture_set_up (fixture, data);
  atlas_session_apply_state (fixture->session, state);
  g_object_set (atlas_map_view_get_legend (map_view_fixture_get_view (fixture)), "unfolded", TRUE, NULL);
}

/* A press shows that alone; what it puts away stays, pale, with its count, and the row keeps its widget. A second press beside it
 * adds; pressing again lets go. */
static void
test_filter (WidgetFixture *fixture,
             gconstpointer  data)
{
  GtkWidget       *oil = find_row (fixture, "Pipeline, oil, operating");
  guint            n_oil = get_row (fixture, "Pipeline, oil, operating")->count;
  guint            n_sites = get_row (fixture, "Site, operating")->count;
  AtlasItem       *site = atlas_dataset_lookup (fixture->dataset, "gabala-radar");
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_assert_cmpuint (n_oil, >, 0);
  g_assert_cmpuint (n_sites, >, 0);
  g_assert_cmpint (atlas_session_get_visibility (fixture->session, site, NULL), ==, ATLAS_VISIBILITY_SHOWN);

  press (fixture, "Pipeline, oil, operating");
  one = dup_tokens (fixture);
  g_assert_cmpstr (one, ==, "pipeline-operating-oil");
  g_assert_true (find_row (fixture, "Pipeline, oil, operating") == oil);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (oil)));
  g_assert_cmpuint (get_row (fixture, "Pipeline, oil, operating")->count, ==, n_oil);
  g_assert_true (get_row (fixture, "Site, operating")->put_away);
  g_assert_cmpuint (get_row (fixture, "Site, operating")->count, ==, n_sites);
  g_assert_cmpint (atlas_session_get_visibility (fixture->session, site, NULL), ==, ATLAS_VISIBILITY_HIDDEN);

  press (fixture, "Site, operating");
  two = dup_tokens (fixture);
  g_assert_cmpstr (two, ==, "pipeline-operating-oil,site-operating");
  g_assert_false (get_row (fixture, "Site, operating")->put_away);

  press (fixture, "Site, operating");
  press (fixture, "Pipeline, oil, operating");
  g_assert_true (atlas_filter_is_empty (atlas_session_get_filter (fixture->session)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (oil)));
  g_assert_false (get_row (fixture, "Site, operating")->put_away);

  g_assert_true (atlas_session_go (fixture->session, -1)); /* each press is a place */
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_row (fixture, "Pipeline, oil, operating"))));
}

/* What is chosen stays in the legend although nothing of it is in view, or of that date. */
static void
test_chosen_stays (WidgetFixture *fixture,
                   gconstpointer  data)
{
  press (fixture, "Pipeline, oil, operating");
  map_view_fixture_set_camera (fixture, 9, 10, -40);
  g_assert_cmpuint (get_row (fixture, "Pipeline, oil, operating")->count, ==, 0);
  g_assert_true (get_row (fixture, "Pipeline, oil, operating")->chosen);

  press (fixture, "Pipeline, oil, operating");
  g_assert_null (find_row (fixture, "Pipeline, oil, operating"));
}

static void
test_evidence (WidgetFixture *fixture,
               gconstpointer  data)
{
  g_autofree char *tokens = NULL;
  g_autofree char *name = NULL;
  guint            n_disputed = 0;

  atlas_session_set_overlay (fixture->session, ATLAS_OVERLAY_EVIDENCE);
  g_assert_null (find_row (fixture, "Pipeline, oil, operating"));
  n_disputed = get_row (fixture, "Sources disagree")->count;
  g_assert_cmpuint (n_disputed, >, 0);
  name = atlas_legend_row_to_name (get_row (fixture, "Sources disagree"));
  g_assert_true (g_str_has_prefix (name, "Sources disagree, "));

  press (fixture, "Several sources");
  tokens = dup_tokens (fixture);
  g_assert_cmpstr (tokens, ==, "evidence-several");
  g_assert_true (get_row (fixture, "Sources disagree")->put_away);
  g_assert_cmpuint (get_row (fixture, "Sources disagree")->count, ==, n_disputed);

  /* The other legend counts in what this one chose. */
  atlas_session_set_overlay (fixture->session, ATLAS_OVERLAY_NONE);
  g_assert_null (find_row (fixture, "Several sources"));
  g_assert_nonnull (find_row (fixture, "Site, operating"));
}

/* The focus passes a folded legend by, rows and all: what it holds is in no window then. */
static void
test_folded (WidgetFixture *fixture,
             gconstpointer  data)
{
  AtlasMapView *view = map_view_fixture_get_view (fixture);
  GtkWidget    *legend = atlas_map_view_get_legend (view);
  guint         n_steps = 0;

  g_object_set (legend, "unfolded", FALSE, NULL);
  widget_fixture_lay_out (fixture);
  while (gtk_widget_child_focus (fixture->widget, GTK_DIR_TAB_FORWARD) && n_steps < 50)
    n_steps++;
  g_assert_cmpuint (n_steps, >, 1);
  g_assert_cmpuint (n_steps, <, 50);
}

#define ADD(path, func) g_test_add (path, WidgetFixture, NULL, set_up, func, widget_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  ADD ("/legend/filter", test_filter);
  ADD ("/legend/chosen-stays", test_chosen_stays);
  ADD ("/legend/evidence", test_evidence);
  ADD ("/legend/folded", test_folded);

  return g_test_run ();
}
