// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-presentation-find.h"

#include "tour-fixture.h"

static void
test_dates (TourFixture  *fixture,
            gconstpointer data)
{
  static const char *const words[] = { "July 1997", "Up to June 2006", "", "1996 and 2021" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *date = atlas_presentation_dup_date (atlas_tour_get_step (fixture->tour, i));

      g_assert_cmpstr (date, ==, words[i]);
    }

  atlas_presentation_go (fixture->presentation, 3);
  {
    g_autofree char *date = atlas_presentation_dup_session_date (fixture->session);

    g_assert_cmpstr (date, ==, "1991 – 2030");
  }
}

static void
test_find (TourFixture  *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char              *words;
    guint                    n_hits;
    AtlasPresentationHitKind kind;
    const char              *title;
  } cases[] = {
    { "2006-05", 1, ATLAS_PRESENTATION_HIT_DATE, "May 2006" },
    { "begin", 1, ATLAS_PRESENTATION_HIT_STEP, "Beginnings" },
    { "  SOUTH  line ", 2, ATLAS_PRESENTATION_HIT_STEP, "South line" },
    { "radar", 1, ATLAS_PRESENTATION_HIT_ITEM, "Radar" },
    { "radar [az]", 1, ATLAS_PRESENTATION_HIT_ITEM, "Radar" },
    { "nowhere", 0, 0, NULL },
    { "  ", 0, 0, NULL },
  };
  g_autoptr (AtlasSessionState) before = atlas_session_dup_state (fixture->session);
  g_autoptr (AtlasSessionState) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = atlas_presentation_find (fixture->presentation, cases[i].words, 5);

      g_assert_cmpuint (hits->len, ==, cases[i].n_hits);
      if (hits->len == 0)
        continue;
      g_assert_cmpint (((AtlasPresentationHit *) g_ptr_array_index (hits, 0))->kind, ==, cases[i].kind);
      g_assert_cmpstr (((AtlasPresentationHit *) g_ptr_array_index (hits, 0))->title, ==, cases[i].title);
    }
  after = atlas_session_dup_state (fixture->session);
  g_assert_true (atlas_session_state_equal (before, after));
}

static void
test_show_hit (TourFixture  *fixture,
               gconstpointer data)
{
  static const char *const words[] = { "2012-03", "radar", "Two dates" };
  static const guint       steps[] = { 1, 1, 4 };
  static const gboolean    wander[] = { TRUE, TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) hits = atlas_presentation_find (fixture->presentation, words[i], 5);

      atlas_presentation_first (fixture->presentation);
      atlas_presentation_show_hit (fixture->presentation, g_ptr_array_index (hits, 0));
      g_assert_cmpuint (atlas_presentation_get_step (fixture->presentation), ==, steps[i]);
      g_assert_cmpint (atlas_presentation_is_wandering (fixture->presentation), ==, wander[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/presentation-find/dates", TourFixture, NULL, tour_fixture_set_up, test_dates, tour_fixture_tear_down);
  g_test_add ("/presentation-find/find", TourFixture, NULL, tour_fixture_set_up, test_find, tour_fixture_tear_down);
  g_test_add ("/presentation-find/show-hit", TourFixture, NULL, tour_fixture_set_up, test_show_hit, tour_fixture_tear_down);

  return g_test_run ();
}
