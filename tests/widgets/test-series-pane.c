// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-pane.h"

#include "atlas-series-value.h"
#include "sample-atlas.h"
#include "series-fixture.h"
#include "series-pane-fixture.h"

static const char *
get_focus_label (WidgetFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && ATLAS_IS_SERIES_VALUE (focus) ? atlas_series_value_get_label (ATLAS_SERIES_VALUE (focus)) : NULL;
}

/* Every value is a child that says what it is. */
static void
test_names (WidgetFixture *fixture,
            gconstpointer  data)
{
  static const char *const labels[] = { "2011: 32.2 million tonnes", "2016: 33.9 million tonnes", "2017: 33.8 million tonnes", "2019: 31.1 million tonnes" };
  GtkWidget               *chart = NULL;
  GtkWidget               *child = NULL;

  series_pane_choose (fixture, "btc-tonnes");
  chart = series_pane_find (series_pane_get_pane (fixture), ATLAS_TYPE_SERIES_CHART);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, "Oil through BTC, million tonnes");

  child = gtk_widget_get_first_child (chart);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++, child = gtk_widget_get_next_sibling (child))
    {
      g_assert_true (ATLAS_IS_SERIES_VALUE (child));
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, labels[i]);
      g_assert_cmpint (gtk_widget_get_width (child), >, 0);
    }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, "Hide “Oil through BTC”");
}

static void
press (WidgetFixture *fixture,
       const char    *action,
       int            parameter)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  if (parameter != 0)
    g_assert_true (gtk_widget_activate_action (focus, action, "i", parameter));
  else
    g_assert_true (gtk_widget_activate_action (focus, action, NULL));
}

/* The keys walk the values and the charts, and set the clock to what stands there: all of a year, not its first day. */
static void
test_keys (WidgetFixture *fixture,
           gconstpointer  data)
{
  AtlasTimeSpan clock;

  series_pane_choose (fixture, "btc-tonnes,nrep-tonnes");
  gtk_widget_grab_focus (series_pane_find (series_pane_get_pane (fixture), ATLAS_TYPE_SERIES_CHART));
  g_assert_cmpstr (get_focus_label (fixture), ==, "2011: 32.2 million tonnes");
  press (fixture, "series-pane.step", -1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "2011: 32.2 million tonnes");
  press (fixture, "series-pane.step", 1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "2016: 33.9 million tonnes");
  press (fixture, "series-pane.track", 1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "2016: 1.218 million tonnes");
  press (fixture, "series-pane.track", 1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "2016: 1.218 million tonnes");
  press (fixture, "series-pane.end", 1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "2021: 1.1 million tonnes");
  press (fixture, "series-pane.step", 1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "2021: 1.1 million tonnes");
  press (fixture, "series-pane.track", -1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "2019: 31.1 million tonnes");

  press (fixture, "series-pane.activate", 0);
  clock = atlas_session_get_clock (fixture->session);
  g_assert_cmpint (atlas_session_get_clock_mode (fixture->session), ==, ATLAS_CLOCK_AT);
  g_assert_cmpint (clock.begin, ==, atlas_day_from_ymd (2019, 1, 1));
  g_assert_cmpint (clock.end, ==, atlas_day_from_ymd (2020, 1, 1));

  press (fixture, "series-pane.close", 0);
  widget_fixture_lay_out (fixture);
  series_pane_assert_charts (fixture, "nrep-tonnes");
  g_assert_nonnull (get_focus_label (fixture)); /* of the chart that is left */
}

/* A card says what a value rests on; it goes when the focus does. */
static void
test_card (WidgetFixture *fixture,
           gconstpointer  data)
{
  GtkWidget  *chart = NULL;
  GtkWidget  *card = NULL;
  const char *text = NULL;

  series_pane_choose (fixture, "btc-tonnes");
  chart = series_pane_find (series_pane_get_pane (fixture), ATLAS_TYPE_SERIES_CHART);
  gtk_widget_grab_focus (chart);
  g_assert_null (series_pane_find (chart, GTK_TYPE_POPOVER));
  press (fixture, "series-pane.describe", 0);
  widget_fixture_lay_out (fixture);

  card = series_pane_find (chart, GTK_TYPE_POPOVER);
  g_assert_true (gtk_widget_get_visible (card));
  text = gtk_label_get_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (card))));
  g_assert_true (g_str_has_prefix (text, "2011: 32.2 million tonnes\nOil through BTC\n"));
  g_assert_nonnull (strstr (text, "Coverage is mixed"));
  g_assert_nonnull (strstr (text, "Sources: Bizzone / 1news.az; "));

  press (fixture, "series-pane.step", 1);
  g_assert_false (gtk_widget_get_visible (card));
}

/* A value out of view comes into it with the focus. */
static void
test_reveal (WidgetFixture *fixture,
             gconstpointer  data)
{
  AtlasTimeSpan range;

  series_pane_choose (fixture, "btc-tonnes");
  atlas_session_set_range (fixture->session, ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (1995, 1, 1), atlas_day_from_ymd (1998, 1, 1)));
  widget_fixture_lay_out (fixture);
  gtk_widget_grab_focus (series_pane_find (series_pane_get_pane (fixture), ATLAS_TYPE_SERIES_CHART));
  press (fixture, "series-pane.end", 1);
  range = atlas_session_get_range (fixture->session);
  g_assert_cmpint (range.begin, <=, atlas_day_from_ymd (2019, 1, 1));
  g_assert_cmpint (range.end, >=, atlas_day_from_ymd (2020, 1, 1));
}

static void
test_close (WidgetFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *close = NULL;

  series_pane_choose (fixture, "btc-tonnes,nrep-tonnes");
  close = gtk_widget_get_last_child (series_pane_find (series_pane_get_pane (fixture), ATLAS_TYPE_SERIES_CHART));
  g_assert_true (GTK_IS_BUTTON (close));
  g_signal_emit_by_name (close, "clicked");
  widget_fixture_lay_out (fixture);
  series_pane_assert_charts (fixture, "nrep-tonnes");
  series_pane_assert_chosen (fixture, "nrep-tonnes");
}

/* However many there are, most of the timeline is left to the items. */
static void
test_room (WidgetFixture *fixture,
           gconstpointer  data)
{
  GPtrArray *all = atlas_dataset_get_series (fixture->dataset);
  g_autoptr (GString) ids = g_string_new (NULL);
  int one = 0;

  series_pane_choose (fixture, "btc-tonnes");
  one = gtk_widget_get_height (series_pane_get_pane (fixture));
  g_assert_cmpint (one, >=, 40);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "", ((const AtlasSeries *) g_ptr_array_index (all, i))->id);
  series_pane_choose (fixture, ids->str);
  widget_fixture_lay_out (fixture);
  g_assert_cmpint (gtk_widget_get_height (series_pane_get_pane (fixture)), >, one);
  g_assert_cmpint (gtk_widget_get_height (series_pane_get_pane (fixture)), <=, gtk_widget_get_height (fixture->widget) / 3);
}

/* An atlas with one series of a thousand months. */
static AtlasDataset *
create_long (void)
{
  AtlasSeries *series = series_fixture_new ("Long", "tons", "1900-01 1");
  GPtrArray   *list = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_series_free);
  GPtrArray   *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 1; i < 1000; i++)
    {
      AtlasSeriesPoint point = { atlas_time_unit_step (ATLAS_TIME_UNIT_MONTH, g_array_index (series->points, AtlasSeriesPoint, 0).when.begin, i), i % 37 };

      g_array_append_val (series->points, point);
    }
  g_ptr_array_add (list, series);
  for (guint i = 0; i < G_N_ELEMENTS (sample_items); i++)
    g_ptr_array_add (items, sample_item_new (&sample_items[i]));

  return atlas_dataset_new_take (sample_manifest_new ("long"), items, sample_report_new (), sample_bibliography_new (), list);
}

/* However many values there are, there are few children, and the keys come to every one. */
static void
test_many (WidgetFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (AtlasDataset) dataset = create_long ();
  GtkWidget *chart = NULL;
  guint      n_children = 0;

  atlas_session_set_dataset (fixture->session, dataset);
  series_pane_choose (fixture, "long");
  chart = series_pane_find (series_pane_get_pane (fixture), ATLAS_TYPE_SERIES_CHART);
  for (GtkWidget *child = gtk_widget_get_first_child (chart); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_children++;
  g_assert_cmpuint (n_children, ==, ATLAS_SERIES_CHART_MAX_VALUES + 1); /* and the button */

  gtk_widget_grab_focus (chart);
  press (fixture, "series-pane.end", 1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "April 1983: 0 tons");
  press (fixture, "series-pane.end", -1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "January 1900: 1 tons");
  for (guint i = 1; i <= 100; i++)
    press (fixture, "series-pane.step", 1);
  g_assert_cmpstr (get_focus_label (fixture), ==, "May 1908: 26 tons");
  widget_fixture_lay_out (fixture);
  g_assert_cmpstr (get_focus_label (fixture), ==, "May 1908: 26 tons");
  atlas_session_set_dataset (fixture->session, fixture->dataset);
}

/* Another atlas without these figures, and none at all. */
static void
test_dataset (WidgetFixture *fixture,
              gconstpointer  data)
{
  series_pane_choose (fixture, "btc-tonnes");
  atlas_session_set_dataset (fixture->session, NULL);
  widget_fixture_lay_out (fixture);
  series_pane_assert_charts (fixture, "");
  series_pane_assert_chosen (fixture, "btc-tonnes");
  atlas_session_set_dataset (fixture->session, fixture->dataset);
  widget_fixture_lay_out (fixture);
  series_pane_assert_charts (fixture, "btc-tonnes");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (WidgetFixture *fixture,
                  gconstpointer  data);
  } tests[] = {
    { "/series-pane/names", test_names },
    { "/series-pane/keys", test_keys },
    { "/series-pane/card", test_card },
    { "/series-pane/reveal", test_reveal },
    { "/series-pane/close", test_close },
    { "/series-pane/room", test_room },
    { "/series-pane/many", test_many },
    { "/series-pane/dataset", test_dataset },
  };

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, series_pane_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
