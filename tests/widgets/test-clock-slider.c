// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-clock-slider.h"

#include "atlas-timeline.h"
#include "session-fixture.h"

typedef struct
{
  SessionFixture    base;
  GtkWidget        *window;
  AtlasTimeline    *timeline;
  AtlasClockSlider *slider;
  GtkWidget        *scale;
} Fixture;

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

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  session_fixture_set_up (&fixture->base, data);
  fixture->timeline = ATLAS_TIMELINE (atlas_timeline_new ());
  fixture->slider = ATLAS_CLOCK_SLIDER (find (GTK_WIDGET (fixture->timeline), ATLAS_TYPE_CLOCK_SLIDER));
  fixture->scale = gtk_widget_get_first_child (GTK_WIDGET (fixture->slider));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->timeline));
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-enable-animations", FALSE, NULL);
  atlas_timeline_set_session (fixture->timeline, fixture->base.session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < 500 && gtk_widget_get_width (GTK_WIDGET (fixture->timeline)) == 0; i++)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->timeline), (gpointer *) &fixture->timeline);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < 500 && fixture->timeline != NULL; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (fixture->timeline);
  session_fixture_tear_down (&fixture->base, data);
}

static void
move (Fixture      *fixture,
      GtkScrollType scroll)
{
  g_signal_emit_by_name (fixture->scale, "move-slider", scroll);
}

/* It is there while the clock is, with its name, its value and its words. */
static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  GtkAdjustment *adjustment = atlas_clock_slider_get_adjustment (fixture->slider);

  g_assert_false (gtk_widget_get_visible (fixture->scale));
  atlas_session_set_clock (fixture->base.session, sample_span ("2006-07"));
  g_assert_true (gtk_widget_get_visible (fixture->scale));
  g_assert_true (gtk_widget_get_focusable (fixture->scale));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 2006.496, 0.001);
  g_assert_cmpfloat (gtk_adjustment_get_lower (adjustment), <=, 1991.0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >=, 2030.9);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->scale), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, "Clock");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "July 2006");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->scale), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "July 2006");

  /* A clock outside the dates there are widens them. */
  atlas_session_set_clock (fixture->base.session, sample_span ("1850"));
  g_assert_cmpfloat (gtk_adjustment_get_lower (adjustment), ==, 1850.0);
  atlas_session_set_clock_mode (fixture->base.session, ATLAS_CLOCK_ALL);
  g_assert_false (gtk_widget_get_visible (fixture->scale));
}

/* Its keys are those of a slider: steps, large steps later and earlier, and the ends. */
static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  static const struct
  {
    GtkScrollType scroll;
    const char   *to;
  } moves[] = {
    { GTK_SCROLL_STEP_RIGHT, "2006-08" },
    { GTK_SCROLL_STEP_LEFT, "2006-07" },
    { GTK_SCROLL_STEP_UP, "2006-08" },
    { GTK_SCROLL_STEP_DOWN, "2006-07" },
    { GTK_SCROLL_PAGE_UP, "2007-07" },
    { GTK_SCROLL_PAGE_DOWN, "2006-07" },
  };
  GtkAdjustment *adjustment = atlas_clock_slider_get_adjustment (fixture->slider);

  atlas_session_set_clock (fixture->base.session, sample_span ("2006-07"));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      move (fixture, moves[i].scroll);
      assert_clock (&fixture->base, moves[i].to);
    }

  /* The ends are those that are told; there the value is the lower or the upper. */
  move (fixture, GTK_SCROLL_END);
  assert_clock (&fixture->base, "2030-12");
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (adjustment), 2031.0, 0.01);
  move (fixture, GTK_SCROLL_START);
  assert_clock (&fixture->base, "1991-01");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, gtk_adjustment_get_lower (adjustment));

  /* Whoever steps out of the days that the atlas opens with has all dates. */
  move (fixture, GTK_SCROLL_STEP_LEFT);
  assert_clock (&fixture->base, "1990-12");
  g_assert_cmpfloat (gtk_adjustment_get_lower (adjustment), <, 1990.0);
  move (fixture, GTK_SCROLL_START);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, gtk_adjustment_get_lower (adjustment));
}

/* Assistive technology sets the value; the clock comes to the unit round it. */
static void
test_value (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    AtlasClockStep step;
    double         value;
    const char    *clock;
  } values[] = {
    { ATLAS_CLOCK_STEP_MONTH, 2006.5, "2006-07" },
    { ATLAS_CLOCK_STEP_YEAR, 2007.999, "2007" },
    { ATLAS_CLOCK_STEP_QUARTER, 2008.0, "2008-01/2008-03" },
    { ATLAS_CLOCK_STEP_DAY, 2004.0 + 59.0 / 366.0, "2004-02-29" },
    { ATLAS_CLOCK_STEP_CHANGE, 2009.1, "2009-02" },
  };

  atlas_session_set_clock (fixture->base.session, sample_span ("2000"));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      atlas_clock_player_set_step (atlas_timeline_get_player (fixture->timeline), values[i].step);
      gtk_adjustment_set_value (atlas_clock_slider_get_adjustment (fixture->slider), values[i].value);
      assert_clock (&fixture->base, values[i].clock);
    }
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
    { "/clock-slider/names", test_names },
    { "/clock-slider/keys", test_keys },
    { "/clock-slider/value", test_value },
  };

  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
