// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-kiosk.h"

#include "tour-fixture.h"

/* Waits are as short as can be, or longer than the test; nothing is said of how long they take. */
#define SOON 1
#define NEVER (G_MAXINT / 2)

/* Lets the program run until the presentation shows this. */
static void
await (TourFixture *fixture,
       guint        step,
       gboolean     answer_shown)
{
  while (atlas_presentation_get_step (fixture->presentation) != step ||
         atlas_presentation_is_answer_shown (fixture->presentation) != answer_shown)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_loop (TourFixture  *fixture,
           gconstpointer data)
{
  g_autoptr (AtlasKiosk) kiosk = atlas_kiosk_new (fixture->presentation, SOON, NEVER);

  g_assert_true (atlas_presentation_is_kiosk (fixture->presentation));
  g_assert_false (atlas_kiosk_get_attended (kiosk));
  for (guint round = 0; round < 2; round++)
    {
      await (fixture, 2, FALSE);
      await (fixture, 2, TRUE); /* its answer, before it goes on */
      await (fixture, 3, FALSE);
      await (fixture, 4, FALSE);
      await (fixture, 1, FALSE);
    }
}

/* The answer to the last question is shown too before it begins anew. */
static void
test_last_question (TourFixture  *fixture,
                    gconstpointer data)
{
  g_autoptr (AtlasTour) tour = sample_tour_new (2);
  TourFixture asking = { .presentation = atlas_presentation_new (fixture->dataset, tour) };
  AtlasKiosk *kiosk = atlas_kiosk_new (asking.presentation, SOON, NEVER);

  await (&asking, 2, TRUE);
  await (&asking, 1, FALSE);
  await (&asking, 2, FALSE);
  g_assert_finalize_object (kiosk);
  g_assert_finalize_object (asking.presentation);
}

/* Who touches it may look around; then it begins anew with the first step. */
static void
test_touch (TourFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (AtlasKiosk) kiosk = atlas_kiosk_new (fixture->presentation, NEVER, SOON);

  atlas_presentation_go (fixture->presentation, 4);
  atlas_presentation_set_pointing (fixture->presentation, TRUE);
  atlas_session_select_id (fixture->session, "radar");
  atlas_kiosk_touch (kiosk);
  g_assert_true (atlas_kiosk_get_attended (kiosk));
  g_assert_cmpuint (atlas_presentation_get_step (fixture->presentation), ==, 4);
  g_assert_true (atlas_presentation_is_wandering (fixture->presentation));

  await (fixture, 1, FALSE);
  g_assert_false (atlas_kiosk_get_attended (kiosk));
  g_assert_false (atlas_presentation_is_wandering (fixture->presentation));
  g_assert_false (atlas_presentation_is_pointing (fixture->presentation));
}

/* While somebody is there nothing moves by itself. */
static void
test_attended (TourFixture  *fixture,
               gconstpointer data)
{
  g_autoptr (AtlasKiosk) kiosk = atlas_kiosk_new (fixture->presentation, SOON, NEVER);

  atlas_kiosk_touch (kiosk);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (1000 * SOON);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (atlas_presentation_get_step (fixture->presentation), ==, 1);
}

static void
test_end (TourFixture  *fixture,
          gconstpointer data)
{
  g_autoptr (AtlasKiosk) kiosk = atlas_kiosk_new (fixture->presentation, SOON, SOON);

  atlas_presentation_end (fixture->presentation);
  g_assert_false (g_main_context_pending (NULL));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (TourFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/kiosk/loop", test_loop },
    { "/kiosk/last-question", test_last_question },
    { "/kiosk/touch", test_touch },
    { "/kiosk/attended", test_attended },
    { "/kiosk/end", test_end },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TourFixture, NULL, tour_fixture_set_up, tests[i].test, tour_fixture_tear_down);

  return g_test_run ();
}
