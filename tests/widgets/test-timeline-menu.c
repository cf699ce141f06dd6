// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-menu.h"

#include "series-pane-fixture.h"

static void
toggle (WidgetFixture *fixture,
        const char    *action)
{
  g_assert_true (gtk_widget_activate_action (series_pane_get_menu (fixture), action, NULL));
  widget_fixture_lay_out (fixture);
}

/* None at first; what the menu toggles comes in the atlas's order, and goes. */
static void
test_menu (WidgetFixture *fixture,
           gconstpointer  data)
{
  series_pane_assert_charts (fixture, "");
  toggle (fixture, "series.show-btc-tonnes");
  series_pane_assert_charts (fixture, "btc-tonnes");
  toggle (fixture, "series.show-az-gas-to-europe");
  series_pane_assert_charts (fixture, "az-gas-to-europe,btc-tonnes");
  series_pane_assert_chosen (fixture, "btc-tonnes,az-gas-to-europe");
  toggle (fixture, "series.show-btc-tonnes");
  series_pane_assert_charts (fixture, "az-gas-to-europe");
  toggle (fixture, "series.none");
  series_pane_assert_charts (fixture, "");
  series_pane_assert_chosen (fixture, "");
}

/* What another atlas has is kept and passed over. */
static void
test_unknown (WidgetFixture *fixture,
              gconstpointer  data)
{
  series_pane_choose (fixture, "nowhere,btc-tonnes");
  series_pane_assert_charts (fixture, "btc-tonnes");
  toggle (fixture, "series.show-btc-tonnes");
  series_pane_assert_charts (fixture, "");
  series_pane_assert_chosen (fixture, "nowhere");
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

  g_assert_true (gtk_widget_activate_action (series_pane_get_menu (fixture), "timeline.lanes", "s", "actor"));
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
  g_autoptr (GMenuModel) model = atlas_timeline_menu_create_model (ATLAS_TIMELINE_MENU (series_pane_get_menu (fixture)));
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
  series_pane_assert_charts (fixture, "");
  g_settings_reset (settings, "timeline-lanes");
  g_settings_reset (settings, "timeline-density");
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
    { "/timeline-menu/series", test_menu },
    { "/timeline-menu/unknown", test_unknown },
    { "/timeline-menu/options", test_options },
    { "/timeline-menu/offer", test_offer },
    { "/timeline-menu/settings", test_settings },
  };

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, series_pane_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
