// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-menu.h"

#include "atlas-clock-choices.h"
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

/* Whether what an item of a menu would do is done already. */
static gboolean
is_checked (WidgetFixture *fixture,
            GMenuModel    *model,
            int            position)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (model, position, G_MENU_ATTRIBUTE_TARGET, NULL);
  AtlasClockPlayer *player = atlas_timeline_get_player (ATLAS_TIMELINE (fixture->widget));
  g_autoptr (GSimpleActionGroup) actions = atlas_clock_create_actions (player);
  g_autoptr (GVariant) state = NULL;

  g_assert_true (g_menu_model_get_item_attribute (model, position, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_true (g_str_has_prefix (action, "clock."));
  state = g_action_group_get_action_state (G_ACTION_GROUP (actions), action + strlen ("clock."));
  g_assert_nonnull (state);

  return target != NULL ? g_variant_equal (state, target) : g_variant_get_boolean (state);
}

/* As somebody who opens the menu and chooses. */
static void
choose (WidgetFixture *fixture,
        GMenuModel    *model,
        int            position)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (model, position, G_MENU_ATTRIBUTE_TARGET, NULL);

  g_assert_true (g_menu_model_get_item_attribute (model, position, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_true (gtk_widget_activate_action_variant (series_pane_get_menu (fixture), action, target));
  g_assert_true (is_checked (fixture, model, position));
}

/* What a narrow bar leaves out is in the menu: step, speed, loop. */
static void
test_clock (WidgetFixture *fixture,
            gconstpointer  data)
{
  static const double speeds[] = { 0.5, 1.0, 2.0, 4.0, 8.0 };
  AtlasClockPlayer   *player = atlas_timeline_get_player (ATLAS_TIMELINE (fixture->widget));
  g_autoptr (GMenuModel) model = atlas_timeline_menu_create_model (ATLAS_TIMELINE_MENU (series_pane_get_menu (fixture)));
  g_autoptr (GMenuModel) section = get_link (model, 1, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) clock = get_link (section, 2, G_MENU_LINK_SUBMENU);
  g_autoptr (GMenuModel) by_step = get_link (clock, 0, G_MENU_LINK_SUBMENU);
  g_autoptr (GMenuModel) by_speed = get_link (clock, 1, G_MENU_LINK_SUBMENU);
  gboolean loop = FALSE;

  g_assert_cmpint (g_menu_model_get_n_items (by_step), ==, ATLAS_N_CLOCK_STEPS);
  for (int i = 0; i < ATLAS_N_CLOCK_STEPS; i++)
    {
      choose (fixture, by_step, i);
      g_assert_cmpint (atlas_clock_player_get_step (player), ==, i);
    }

  g_assert_cmpint (g_menu_model_get_n_items (by_speed), ==, G_N_ELEMENTS (speeds));
  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      choose (fixture, by_speed, (int) i);
      g_assert_cmpfloat (atlas_clock_player_get_speed (player), ==, speeds[i]);
    }

  choose (fixture, clock, 2);
  g_object_get (player, "loop", &loop, NULL);
  g_assert_true (loop);
  g_object_set (player, "loop", FALSE, NULL); /* as the button in the bar does */
  g_assert_false (is_checked (fixture, clock, 2));
}

/* Each key doubles or halves the speed, and stops at the fastest and the slowest. */
static void
test_speed (WidgetFixture *fixture,
            gconstpointer  data)
{
  static const struct
  {
    int    change;
    double speed;
  } changes[] = { { 1, 2.0 }, { 1, 4.0 }, { 1, 8.0 }, { 1, 8.0 }, { -1, 4.0 }, { -1, 2.0 }, { -1, 1.0 }, { -1, 0.5 }, { -1, 0.5 } };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_assert_true (gtk_widget_activate_action (fixture->widget, "timeline.change-speed", "i", changes[i].change));
      g_assert_cmpfloat (atlas_clock_player_get_speed (atlas_timeline_get_player (ATLAS_TIMELINE (fixture->widget))), ==, changes[i].speed);
    }
}

/* So is the zoom. */
static void
test_zoom (WidgetFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GMenuModel) model = atlas_timeline_menu_create_model (ATLAS_TIMELINE_MENU (series_pane_get_menu (fixture)));
  g_autoptr (GMenuModel) section = get_link (model, 1, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) zoom = get_link (section, 1, G_MENU_LINK_SUBMENU);
  static const int directions[] = { 1, -1, 0 };

  g_assert_cmpint (g_menu_model_get_n_items (zoom), ==, G_N_ELEMENTS (directions));
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      int direction = G_MAXINT;

      g_assert_true (g_menu_model_get_item_attribute (zoom, (int) i, G_MENU_ATTRIBUTE_TARGET, "i", &direction));
      g_assert_cmpint (direction, ==, directions[i]);
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
    { "/timeline-menu/clock", test_clock },
    { "/timeline-menu/speed", test_speed },
    { "/timeline-menu/zoom", test_zoom },
    { "/timeline-menu/settings", test_settings },
  };

  if (!widget_fixture_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WidgetFixture, NULL, series_pane_set_up, tests[i].test, widget_fixture_tear_down);

  return g_test_run ();
}
