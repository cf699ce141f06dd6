// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-pane.h"

#include "atlas-series-chart.h"
#include "atlas-series-value.h"
#include "atlas-timeline-menu.h"
#include "atlas-timeline.h"
#include "sample-atlas.h"
#include "series-fixture.h"
#include "widget-fixture.h"

static void
set_up (WidgetFixture *fixture,
        gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_timeline_new (), 900, 600);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_pane (WidgetFixture *fixture)
{
  return find (fixture->widget, ATLAS_TYPE_SERIES_PANE);
}

static GtkWidget *
get_menu (WidgetFixture *fixture)
{
  return find (fixture->widget, ATLAS_TYPE_TIMELINE_MENU);
}

/* @ids: "," between */
static void
choose (WidgetFixture *fixture,
        const char    *ids)
{
  g_auto (GStrv) series = g_strsplit (ids, ",", -1);

  g_object_set (fixture->widget, "series", series, NULL);
  widget_fixture_lay_out (fixture);
}

#define assert_chosen(fixture_, ids_)                            \
  G_STMT_START                                                   \
  {                                                              \
    g_auto (GStrv) series_ = NULL;                               \
    g_autofree char *joined_ = NULL;                             \
                                                                 \
    g_object_get ((fixture_)->widget, "series", &series_, NULL); \
    joined_ = g_strjoinv (",", series_);                         \
    g_assert_cmpstr (joined_, ==, (ids_));                       \
  }                                                              \
  G_STMT_END

/* The ids of the charts that there are, from top to bottom. */
static char *
list_charts (WidgetFixture *fixture)
{
  GtkWidget *chart = find (get_pane (fixture), ATLAS_TYPE_SERIES_CHART);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (; chart != NULL; chart = gtk_widget_get_next_sibling (chart))
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", atlas_series_chart_get_series (ATLAS_SERIES_CHART (chart))->id);

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

#define assert_charts(fixture_, ids_)                                                    \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *charts_ = list_charts (fixture_);                                   \
                                                                                         \
    g_assert_cmpstr (charts_, ==, (ids_));                                               \
    g_assert_cmpint (gtk_widget_get_visible (get_pane (fixture_)), ==, *(ids_) != '\0'); \
  }                                                                                      \
  G_STMT_END

static const char *
get_focus_label (WidgetFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && ATLAS_IS_SERIES_VALUE (focus) ? atlas_series_value_get_label (ATLAS_SERIES_VALUE (focus)) : NULL;
}

static void
toggle (WidgetFixture *fixture,
        const char    *action)
{
  g_assert_true (gtk_widget_activate_action (get_menu (fixture), action, NULL));
  widget_fixture_lay_out (fixture);
}

/* None at first; what the menu toggles comes in the atlas's order, and goes. */
static void
test_menu (WidgetFixture *fixture,
           gconstpointer  data)
{
  assert_charts (fixture, "");
  toggle (fixture, "series.show-btc-tonnes");
  assert_charts (fixture, "btc-tonnes");
  toggle (fixture, "series.show-az-gas-to-europe");
  assert_charts (fixture, "az-gas-to-europe,btc-tonnes");
  assert_chosen (fixture, "btc-tonnes,az-gas-to-europe");
  toggle (fixture, "series.show-btc-tonnes");
  assert_charts (fixture, "az-gas-to-europe");
  toggle (fixture, "series.none");
  assert_charts (fixture, "");
  assert_chosen (fixture, "");
}

/* What another atlas has is kept and passed over. */
static void
test_unknown (WidgetFixture *fixture,
              gconstpointer  data)
{
  choose (fixture, "nowhere,btc-tonnes");
  assert_charts (fixture, "btc-tonnes");
  toggle (fixture, "series.show-btc-tonnes");
  assert_charts (fixture, "");
  assert_chosen (fixture, "nowhere");
}

/* Strips and lanes are properties that the menu's actions change. */
static void
test_options (WidgetFixture *fixture,
              gconstpointer  data)
{
  static const char *const toggles[] = { "density", "passages" };
  g_autofree char         *lanes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      g_autofree char *action = g_strconcat ("timeline.", toggles[i], NULL);
      gboolean         shown = FALSE;

      g_object_get (fixture->widget, toggles[i], &shown, NULL);
      g_assert_true (shown);
      toggle (fixture, action);
      g_object_get (fixture->widget, toggles[i], &shown, NULL);
      g_assert_false (shown);
    }

  g_assert_true (gtk_widget_activate_action (get_menu (fixture), "timeline.lanes", "s", "actor"));
  g_object_get (fixture->widget, "lanes", &lanes, NULL);
  g_assert_cmpstr (lanes, ==, "actor");
  g_object_set (fixture->widget, "lanes", "colour", NULL);
  g_clear_pointer (&lanes, g_free);
  g_object_get (fixture->widget, "lanes", &lanes, NULL);
  g_assert_cmpstr (lanes, ==, "actor");
}

static GMenuModel *
get_link (GMenuModel *model,
          int         position,
          const char *link)
{
  GMenuModel *linked = g_menu_model_get_item_link (model, position, link);

  g_assert_nonnull (linked);

  return linked;
}

/* The submenu of the figures: the last item of the last section. */
static GMenuModel *
create_figures (WidgetFixture *fixture)
{
  g_autoptr (GMenuModel) model = atlas_timeline_menu_create_model (ATLAS_TIMELINE_MENU (get_menu (fixture)));
  g_autoptr (GMenuModel) section = get_link (model, g_menu_model_get_n_items (model) - 1, G_MENU_LINK_SECTION);

  return get_link (section, g_menu_model_get_n_items (section) - 1, G_MENU_LINK_SUBMENU);
}

static void
assert_label (GMenuModel *model,
              int         position,
              const char *label)
{
  g_autofree char *own = NULL;

  g_assert_true (g_menu_model_get_item_attribute (model, position, G_MENU_ATTRIBUTE_LABEL, "s", &own));
  g_assert_cmpstr (own, ==, label);
}

/* Figures of what is selected come first; every series is there once. */
static void
test_offer (WidgetFixture *fixture,
            gconstpointer  data)
{
  GPtrArray *all = atlas_dataset_get_series (fixture->dataset);
  int        n_before = 0;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GMenuModel) figures = create_figures (fixture);
      int n_items = 0;

      for (int i = 0; i < g_menu_model_get_n_items (figures); i++)
        {
          g_autoptr (GMenuModel) section = get_link (figures, i, G_MENU_LINK_SECTION);

          n_items += g_menu_model_get_n_items (section);
        }
      g_assert_cmpint (n_items, ==, all->len + 1); /* and none */

      if (round == 0)
        {
          n_before = g_menu_model_get_n_items (figures);
          assert_label (figures, 0, "bcm");
          widget_fixture_select (fixture, "btc");
        }
      else
        {
          g_autoptr (GMenuModel) own = get_link (figures, 0, G_MENU_LINK_SECTION);

          g_assert_cmpint (g_menu_model_get_n_items (figures), ==, n_before + 1);
          assert_label (figures, 0, atlas_item_get_title (atlas_dataset_lookup (fixture->dataset, "btc")));
          g_assert_cmpint (g_menu_model_get_n_items (own), ==, 2);
          assert_label (own, 1, "Oil through BTC · million tonnes");
        }
    }
}

/* Every value is a child that says what it is. */
static void
test_names (WidgetFixture *fixture,
            gconstpointer  data)
{
  static const char *const labels[] = { "2011: 32.2 million tonnes", "2016: 33.9 million tonnes", "2017: 33.8 million tonnes", "2019: 31.1 million tonnes" };
  GtkWidget               *chart = NULL;
  GtkWidget               *child = NULL;

  choose (fixture, "btc-tonnes");
  chart = find (get_pane (fixture), ATLAS_TYPE_SERIES_CHART);
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

  choose (fixture, "btc-tonnes,nrep-tonnes");
  gtk_widget_grab_focus (find (get_pane (fixture), ATLAS_TYPE_SERIES_CHART));
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
  assert_charts (fixture, "nrep-tonnes");
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

  choose (fixture, "btc-tonnes");
  chart = find (get_pane (fixture), ATLAS_TYPE_SERIES_CHART);
  gtk_widget_grab_focus (chart);
  g_assert_null (find (chart, GTK_TYPE_POPOVER));
  press (fixture, "series-pane.describe", 0);
  widget_fixture_lay_out (fixture);

  card = find (chart, GTK_TYPE_POPOVER);
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

  choose (fixture, "btc-tonnes");
  atlas_session_set_range (fixture->session, ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (1995, 1, 1), atlas_day_from_ymd (1998, 1, 1)));
  widget_fixture_lay_out (fixture);
  gtk_widget_grab_focus (find (get_pane (fixture), ATLAS_TYPE_SERIES_CHART));
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

  choose (fixture, "btc-tonnes,nrep-tonnes");
  close = gtk_widget_get_last_child (find (get_pane (fixture), ATLAS_TYPE_SERIES_CHART));
  g_assert_true (GTK_IS_BUTTON (close));
  g_signal_emit_by_name (close, "clicked");
  widget_fixture_lay_out (fixture);
  assert_charts (fixture, "nrep-tonnes");
  assert_chosen (fixture, "nrep-tonnes");
}

/* However many there are, most of the timeline is left to the items. */
static void
test_room (WidgetFixture *fixture,
           gconstpointer  data)
{
  GPtrArray *all = atlas_dataset_get_series (fixture->dataset);
  g_autoptr (GString) ids = g_string_new (NULL);
  int one = 0;

  choose (fixture, "btc-tonnes");
  one = gtk_widget_get_height (get_pane (fixture));
  g_assert_cmpint (one, >=, 40);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "", ((const AtlasSeries *) g_ptr_array_index (all, i))->id);
  choose (fixture, ids->str);
  widget_fixture_lay_out (fixture);
  g_assert_cmpint (gtk_widget_get_height (get_pane (fixture)), >, one);
  g_assert_cmpint (gtk_widget_get_height (get_pane (fixture)), <=, gtk_widget_get_height (fixture->widget) / 3);
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
  choose (fixture, "long");
  chart = find (get_pane (fixture), ATLAS_TYPE_SERIES_CHART);
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

static void
bind (GSettings *settings,
      GtkWidget *timeline)
{
  static const char *const names[] = { "lanes", "density", "passages", "series" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = g_strconcat ("timeline-", names[i], NULL);

      g_settings_bind (settings, key, timeline, names[i], G_SETTINGS_BIND_DEFAULT);
    }
}

/* What was chosen is there again the next time. */
static void
test_settings (WidgetFixture *fixture,
               gconstpointer  data)
{
  static const char *const chosen[] = { "btc-tonnes", "nowhere", NULL };
  g_autoptr (GSettings) settings = g_settings_new ("io.github.corridoratlas.CorridorAtlas");
  GtkWidget       *other = g_object_ref_sink (atlas_timeline_new ());
  g_autofree char *lanes = NULL;
  gboolean         density = TRUE;
  gboolean         passages = FALSE;
  g_auto (GStrv) series = NULL;

  bind (settings, fixture->widget);
  g_object_set (fixture->widget, "lanes", "kind", "density", FALSE, "series", chosen, NULL);
  bind (settings, other);
  g_object_get (other, "lanes", &lanes, "density", &density, "passages", &passages, "series", &series, NULL);
  g_assert_cmpstr (lanes, ==, "kind");
  g_assert_false (density);
  g_assert_true (passages);
  g_assert_true (g_strv_equal ((const char *const *) series, chosen));
  g_object_unref (other);

  g_settings_reset (settings, "timeline-series");
  widget_fixture_lay_out (fixture);
  assert_charts (fixture, "");
  g_settings_reset (settings, "timeline-lanes");
  g_settings_reset (settings, "timeline-density");
}

/* Another atlas without these figures, and none at all. */
static void
test_dataset (WidgetFixture *fixture,
              gconstpointer  data)
{
  choose (fixture, "btc-tonnes");
  atlas_session_set_dataset (fixture->session, NULL);
  widget_fixture_lay_out (fixture);
  assert_charts (fixture, "");
  assert_chosen (fixture, "btc-tonnes");
  atlas_session_set_dataset (fixture->session, fixture->dataset);
  widget_fixture_lay_out (fixture);
  assert_charts (fixture, "btc-tonnes");
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
    { "/series-pane/menu", test_menu },
    { "/series-pane/unknown", test_unknown },
    { "/series-pane/options", test_options },
    { "/series-pane/offer", test_offer },
    { "/series-pane/names", test_names },
    { "/series-pane/keys", test_keys },
    { "/series-pane/card", test_card },
    { "/series-pane/reveal", test_reveal },
    { "/series-pane/close", test_close },
    { "/series-pane/room", test_room },
    { "/series-pane/many", test_many },
    { "/series-pane/settings", test_settings },
    { "/series-pane/dataset", test_dataset },
  };

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
