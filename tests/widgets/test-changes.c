// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-changes.h"
#include "atlas-delta.h"
#include "atlas-heading.h"

#include "widget-fixture.h"

#define HEIGHT 160

static void
set_up (WidgetFixture *fixture,
        gconstpointer  data)
{
  widget_fixture_set_up (fixture, atlas_changes_new (), GPOINTER_TO_INT (data), HEIGHT);
}

static AtlasRows *
get_rows (WidgetFixture *fixture,
          AtlasChange    change)
{
  return atlas_row_list_get_rows (atlas_changes_get_list (ATLAS_CHANGES (fixture->widget), change));
}

static AtlasDelta *
find_delta (AtlasRows  *rows,
            const char *id)
{
  gpointer row = NULL;

  for (guint i = 0; (row = atlas_rows_get (rows, i)) != NULL; i++)
    if (ATLAS_IS_DELTA (row) && g_str_equal (atlas_item_get_id (atlas_delta_get_item (row)), id))
      return row;

  return NULL;
}

static void
test_columns (WidgetFixture *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *id;
    AtlasChange change;
  } rows[] = {
    { "friendship-treaty-1997", ATLAS_CHANGE_NEW },
    { "gabala-radar", ATLAS_CHANGE_GONE },
    { "btc", ATLAS_CHANGE_CHANGED },
  };
  guint total = 0;
  g_autoptr (AtlasComparison) comparison = NULL;

  g_assert_false (gtk_widget_get_visible (fixture->widget));
  widget_fixture_apply (fixture, "date=2024&compare=1996");
  g_assert_true (gtk_widget_get_visible (fixture->widget));
  widget_fixture_lay_out (fixture);

  comparison = atlas_comparison_new (fixture->session, atlas_session_get_comparison (fixture->session), atlas_session_get_clock (fixture->session));
  for (guint i = 0; i < ATLAS_N_CHANGES; i++)
    {
      g_assert_cmpuint (atlas_rows_get_n_entries (get_rows (fixture, (AtlasChange) i)), ==, atlas_comparison_get_count (comparison, (AtlasChange) i));
      g_assert_nonnull (find_delta (get_rows (fixture, (AtlasChange) i), rows[i].id));
      total += atlas_rows_get_n_entries (get_rows (fixture, (AtlasChange) i));
    }
  g_assert_cmpuint (total, ==, atlas_comparison_get_n_items (comparison));

  atlas_session_set_comparison (fixture->session, ATLAS_TIME_SPAN_NONE);
  g_assert_false (gtk_widget_get_visible (fixture->widget));
}

/* Where it is narrow, all are in one list, under headings. */
static void
test_narrow (WidgetFixture *fixture,
             gconstpointer  data)
{
  AtlasRows *rows = NULL;

  widget_fixture_apply (fixture, "date=2024&compare=1996");
  widget_fixture_lay_out (fixture);

  rows = get_rows (fixture, ATLAS_CHANGE_GONE);
  g_assert_true (rows == get_rows (fixture, ATLAS_CHANGE_NEW));
  g_assert_true (ATLAS_IS_HEADING (atlas_rows_get (rows, 0)));
  g_assert_cmpstr (atlas_heading_get_title (atlas_rows_get (rows, 0)), ==, "New");
  g_assert_nonnull (find_delta (rows, "gabala-radar"));
  g_assert_nonnull (find_delta (rows, "btc"));
}

/* A row selects its item, and is selected with it; neither date moves. */
static void
test_links (WidgetFixture *fixture,
            gconstpointer  data)
{
  AtlasRowList *list = NULL;

  widget_fixture_apply (fixture, "date=2024&compare=1996");
  widget_fixture_lay_out (fixture);

  list = atlas_changes_get_list (ATLAS_CHANGES (fixture->widget), ATLAS_CHANGE_GONE);
  g_signal_emit_by_name (list, "row-activated", find_delta (atlas_row_list_get_rows (list), "gabala-radar"));
  g_assert_cmpstr (widget_fixture_get_selected (fixture), ==, "gabala-radar");
  g_assert_true (atlas_rows_get_selected (atlas_row_list_get_rows (list)) == find_delta (atlas_row_list_get_rows (list), "gabala-radar"));
  g_assert_cmpint (atlas_session_get_clock (fixture->session).begin, ==, atlas_day_from_ymd (2024, 1, 1));

  widget_fixture_select (fixture, "btc");
  g_assert_true (atlas_rows_get_selected (atlas_row_list_get_rows (list)) == find_delta (atlas_row_list_get_rows (list), "btc")); /* if it has it */
}

/* The focus on a row lights its item everywhere. */
static void
test_focus (WidgetFixture *fixture,
            gconstpointer  data)
{
  AtlasRowList *list = NULL;
  AtlasDelta   *first = NULL;

  widget_fixture_apply (fixture, "date=2024&compare=1996");
  widget_fixture_lay_out (fixture);

  list = atlas_changes_get_list (ATLAS_CHANGES (fixture->widget), ATLAS_CHANGE_CHANGED);
  first = atlas_rows_get (atlas_row_list_get_rows (list), 0);
  g_assert_true (atlas_row_list_focus (list, 0));
  g_assert_true (atlas_session_get_hovered (fixture->session) == atlas_delta_get_item (first));
}

static void
test_fold (WidgetFixture *fixture,
           gconstpointer  data)
{
  int open = 0;
  int folded = 0;

  widget_fixture_apply (fixture, "date=2024&compare=1996");
  widget_fixture_lay_out (fixture);
  gtk_widget_measure (fixture->widget, GTK_ORIENTATION_VERTICAL, -1, &open, NULL, NULL, NULL);
  atlas_changes_set_folded (ATLAS_CHANGES (fixture->widget), TRUE);
  widget_fixture_lay_out (fixture);
  gtk_widget_measure (fixture->widget, GTK_ORIENTATION_VERTICAL, -1, &folded, NULL, NULL, NULL);
  g_assert_cmpint (folded, <, open);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "Changes");
}

#define ADD(path_, width_, test_) \
  g_test_add ("/changes/" path_, WidgetFixture, GINT_TO_POINTER (width_), set_up, test_, widget_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  ADD ("columns", 720, test_columns);
  ADD ("narrow", 340, test_narrow);
  ADD ("links", 720, test_links);
  ADD ("links-narrow", 340, test_links);
  ADD ("focus", 720, test_focus);
  ADD ("fold", 720, test_fold);

  return g_test_run ();
}
