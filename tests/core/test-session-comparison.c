// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session-fixture.h"

#define assert_comparison(fixture_, edtf_)                                                              \
  G_STMT_START                                                                                          \
  {                                                                                                     \
    AtlasTimeSpan    span_ = atlas_session_get_comparison ((fixture_)->session);                        \
    g_autofree char *said_ = atlas_time_span_is_empty (span_) ? NULL : atlas_time_span_to_edtf (span_); \
    g_assert_cmpstr (said_, ==, (edtf_));                                                               \
  }                                                                                                     \
  G_STMT_END

static void
test_begin_and_end (SessionFixture *fixture,
                    gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  atlas_session_compare (session);
  session_fixture_assert_told (fixture, "clock clock-mode comparison sentence can-go-back !items");
  assert_comparison (fixture, "1991");
  assert_clock (fixture, "2026");
  g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_AT);
  atlas_session_compare (session);
  session_fixture_assert_told (fixture, "");

  atlas_session_set_comparison (session, ATLAS_TIME_SPAN_NONE);
  session_fixture_assert_told (fixture, "clock clock-mode comparison sentence !items");
  assert_comparison (fixture, NULL);
  assert_clock (fixture, NULL);
  g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_ALL);
}

/* A clock that somebody set stays, before and after. */
static void
test_own_clock (SessionFixture *fixture,
                gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_clock (session, sample_span ("2006-05"));
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_UP_TO);
  atlas_session_compare (session);
  assert_comparison (fixture, "1991");
  assert_clock (fixture, "2006-05");

  atlas_session_set_comparison (session, sample_span ("1999-11-18"));
  atlas_session_set_comparison (session, ATLAS_TIME_SPAN_NONE);
  assert_clock (fixture, "2006-05");
  g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_UP_TO);

  /* What was compared last is what is wanted again. */
  atlas_session_compare (session);
  assert_comparison (fixture, "1999-11-18");
}

/* A date is not compared with itself. */
static void
test_first_year (SessionFixture *fixture,
                 gconstpointer   data)
{
  atlas_session_set_clock (fixture->session, sample_span ("1991-10-18"));
  atlas_session_compare (fixture->session);
  assert_comparison (fixture, "1991-10-18");
  assert_clock (fixture, "2026");
}

static void
test_swap (SessionFixture *fixture,
           gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  atlas_session_swap_comparison (session);
  session_fixture_assert_told (fixture, "");

  atlas_session_set_clock (session, sample_span ("2006"));
  atlas_session_set_comparison (session, sample_span ("1996-05"));
  atlas_session_swap_comparison (session);
  assert_comparison (fixture, "2006");
  assert_clock (fixture, "1996-05");
}

/* Selecting what was there at one date only leaves both clocks alone. */
static void
test_selection (SessionFixture *fixture,
                gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_clock (session, sample_span ("2006"));
  atlas_session_set_comparison (session, sample_span ("2021"));
  atlas_session_select_id (session, "corridor");
  assert_clock (fixture, "2006");
  assert_comparison (fixture, "2021");

  atlas_session_set_comparison (session, ATLAS_TIME_SPAN_NONE);
  atlas_session_select_id (session, "wide");
  assert_clock (fixture, "2020");
}

static void
test_all_ends_it (SessionFixture *fixture,
                  gconstpointer   data)
{
  atlas_session_compare (fixture->session);
  atlas_session_set_clock_mode (fixture->session, ATLAS_CLOCK_ALL);
  assert_comparison (fixture, NULL);
}

static void
test_history (SessionFixture *fixture,
              gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_clock (session, sample_span ("2006"));
  atlas_session_set_comparison (session, sample_span ("1996"));
  atlas_session_set_comparison (session, sample_span ("1997")); /* a move is no place */
  atlas_session_set_comparison (session, ATLAS_TIME_SPAN_NONE);

  g_assert_true (atlas_session_go (session, -1));
  assert_comparison (fixture, "1997");
  g_assert_true (atlas_session_go (session, -1));
  assert_comparison (fixture, NULL);
  assert_clock (fixture, "2006");
  g_assert_true (atlas_session_go (session, 1));
  assert_comparison (fixture, "1997");
}

/* A link comes back as it was; one without a clock gets one. */
static void
test_links (SessionFixture *fixture,
            gconstpointer   data)
{
  static const struct
  {
    const char    *link, *date, *comparison;
    AtlasClockMode mode;
  } links[] = {
    { "date=2024&compare=1996", "2024", "1996", ATLAS_CLOCK_AT },
    { "date=2024-05&mode=upto&compare=1996-05-28", "2024-05", "1996-05-28", ATLAS_CLOCK_UP_TO },
    { "compare=1996", "2026", "1996", ATLAS_CLOCK_AT },
    { "date=2024&mode=all&compare=1996", "2024", "1996", ATLAS_CLOCK_AT },
    { "date=2024", "2024", NULL, ATLAS_CLOCK_AT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (AtlasSessionState) state = atlas_session_state_parse (links[i].link, NULL);
      g_autoptr (AtlasSessionState) now = NULL;
      g_autoptr (AtlasSessionState) again = NULL;
      g_autofree char *link = NULL;

      atlas_session_apply_state (fixture->session, state);
      assert_comparison (fixture, links[i].comparison);
      assert_clock (fixture, links[i].date);
      g_assert_cmpint (atlas_session_get_clock_mode (fixture->session), ==, links[i].mode);

      now = atlas_session_dup_state (fixture->session);
      link = atlas_session_state_to_link (now);
      again = atlas_session_state_parse (link, NULL);
      g_assert_true (atlas_session_state_equal (now, again));
    }
}

/* The date's own side shows what the clock would show there. */
static void
test_visibility_at (SessionFixture *fixture,
                    gconstpointer   data)
{
  static const char *const    dates[] = { "1985", "1997-07-03", "2006-05", "2012-12-10", "2021", "2995" };
  static const AtlasClockMode modes[] = { ATLAS_CLOCK_AT, ATLAS_CLOCK_UP_TO };
  AtlasSession               *session = fixture->session;

  for (guint mode = 0; mode < G_N_ELEMENTS (modes); mode++)
    for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
      for (guint j = 0; j < atlas_dataset_get_n_items (fixture->dataset); j++)
        {
          AtlasItem      *item = atlas_dataset_get_item (fixture->dataset, j);
          AtlasStatus     status = ATLAS_STATUS_NONE;
          AtlasStatus     expected = ATLAS_STATUS_NONE;
          AtlasVisibility visibility;

          atlas_session_set_clock (session, sample_span ("2001"));
          atlas_session_set_clock_mode (session, modes[mode]);
          visibility = atlas_session_get_visibility_at (session, item, sample_span (dates[i]), &status);
          atlas_session_set_clock (session, sample_span (dates[i]));
          g_assert_cmpint (visibility, ==, atlas_session_get_visibility (session, item, &expected));
          g_assert_cmpint (status, ==, expected);
        }
}

#define ADD(path_, test_) \
  g_test_add ("/session-comparison/" path_, SessionFixture, NULL, session_fixture_set_up, test_, session_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("begin-and-end", test_begin_and_end);
  ADD ("own-clock", test_own_clock);
  ADD ("first-year", test_first_year);
  ADD ("swap", test_swap);
  ADD ("selection", test_selection);
  ADD ("all-ends-it", test_all_ends_it);
  ADD ("history", test_history);
  ADD ("links", test_links);
  ADD ("visibility-at", test_visibility_at);

  return g_test_run ();
}
