// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session-fixture.h"

static void
test_modes (SessionFixture *fixture,
            gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_clock (session, sample_span ("2006-05-28"));
  g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_AT);
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_UP_TO);
  atlas_session_set_clock (session, sample_span ("2007"));
  g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_UP_TO);

  /* The clock is kept for when it is wanted again. */
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_ALL);
  assert_clock (fixture, "2007");
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_AT);
  assert_clock (fixture, "2007");

  atlas_session_set_clock (session, ATLAS_TIME_SPAN_NONE);
  assert_clock (fixture, NULL);
  g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_ALL);

  /* Wanted for the first time, it is the middle of the range, or in the life of what is selected. */
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_AT);
  assert_clock (fixture, "2011");
  atlas_session_set_clock (session, ATLAS_TIME_SPAN_NONE);
  atlas_session_select_id (session, "far");
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_UP_TO);
  assert_clock (fixture, "2018");
}

static const struct
{
  const char   *from; /* NULL: no clock */
  AtlasTimeUnit unit;
  int           count;
  const char   *to;
} steps[] = {
  { NULL, ATLAS_TIME_UNIT_DAY, 1, "2011-01-01" },
  { NULL, ATLAS_TIME_UNIT_MONTH, 1, "2011-01" },
  { NULL, ATLAS_TIME_UNIT_YEAR, -1, "2011" },
  { "2006-05-28", ATLAS_TIME_UNIT_DAY, 1, "2006-05-29" },
  { "2006-05-28", ATLAS_TIME_UNIT_DAY, -28, "2006-04-30" },
  { "2006-05-28", ATLAS_TIME_UNIT_MONTH, 1, "2006-06" },
  { "2006-12", ATLAS_TIME_UNIT_MONTH, 1, "2007-01" },
  { "2006-01", ATLAS_TIME_UNIT_MONTH, -1, "2005-12" },
  { "2006-05", ATLAS_TIME_UNIT_QUARTER, 1, "2006-07/2006-09" },
  { "2006", ATLAS_TIME_UNIT_YEAR, 10, "2016" },
  { "2006", ATLAS_TIME_UNIT_MONTH, 1, "2007-01" }, /* from a year on to what follows it */
  { "2006", ATLAS_TIME_UNIT_MONTH, -1, "2005-12" },
};

static void
test_step (SessionFixture *fixture,
           gconstpointer   data)
{
  guint index = GPOINTER_TO_UINT (data);

  if (steps[index].from != NULL)
    atlas_session_set_clock (fixture->session, sample_span (steps[index].from));
  atlas_session_step_clock (fixture->session, steps[index].unit, steps[index].count);

  assert_clock (fixture, steps[index].to);
  g_assert_cmpint (atlas_session_get_clock_mode (fixture->session), ==, ATLAS_CLOCK_AT);
}

static void
test_step_resumes (SessionFixture *fixture,
                   gconstpointer   data)
{
  atlas_session_set_clock (fixture->session, sample_span ("2006"));
  atlas_session_set_clock_mode (fixture->session, ATLAS_CLOCK_ALL);
  atlas_session_step_clock (fixture->session, ATLAS_TIME_UNIT_YEAR, 1);

  assert_clock (fixture, "2006");
  g_assert_cmpint (atlas_session_get_clock_mode (fixture->session), ==, ATLAS_CLOCK_AT);
}

static const struct
{
  const char    *clock;
  AtlasClockMode mode;
  const char    *item, *then;
} follows[] = {
  { "2010-03-04", ATLAS_CLOCK_AT, "south", "2010-03-04" }, /* alive */
  { "2001-03-04", ATLAS_CLOCK_AT, "south", "2006-06" },    /* no day is known */
  { "2001-03", ATLAS_CLOCK_AT, "south", "2006-06" },
  { "2001", ATLAS_CLOCK_AT, "south", "2006" },
  { "2001-03-04", ATLAS_CLOCK_AT, "far", "2018" }, /* no month is known */
  { "2001-03", ATLAS_CLOCK_AT, "far", "2018" },
  { "2001-03-04", ATLAS_CLOCK_AT, "corridor", "2020-11-10" }, /* the day is */
  { "2001-03", ATLAS_CLOCK_AT, "corridor", "2020-11" },
  { "2020", ATLAS_CLOCK_AT, "corridor", "2020" },             /* a part of it lies inside */
  { "2022-08-26", ATLAS_CLOCK_AT, "corridor", "2020-11-10" }, /* after its end: to its begin */
  { "2022-08-25", ATLAS_CLOCK_AT, "corridor", "2022-08-25" },
  { "2001-03", ATLAS_CLOCK_UP_TO, "corridor", "2020-11" },
  { "2001-03", ATLAS_CLOCK_ALL, "corridor", "2001-03" },
  { "2001-03-04", ATLAS_CLOCK_AT, "old", "1990" }, /* no begin is known */
  { "1980-03-04", ATLAS_CLOCK_AT, "old", "1980-03-04" },
};

static void
test_follow (SessionFixture *fixture,
             gconstpointer   data)
{
  guint index = GPOINTER_TO_UINT (data);

  atlas_session_set_clock (fixture->session, sample_span (follows[index].clock));
  atlas_session_set_clock_mode (fixture->session, follows[index].mode);
  atlas_session_select_id (fixture->session, follows[index].item);

  assert_clock (fixture, follows[index].then);
  g_assert_cmpint (atlas_session_get_clock_mode (fixture->session), ==, follows[index].mode);
}

/* The changes of the sample's economic items, one after the other, and back. */
static void
test_changes (SessionFixture *fixture,
              gconstpointer   data)
{
  static const char *const changes[] = {
    "1997-10", "1999-11-18", "2002-09", "2006-06", "2006-10-21", "2008-06", "2012", "2015", "2018", "2980", "2990", "2999"
  };
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasFilter) filter = atlas_filter_toggle_theme (atlas_session_get_filter (session), "economic");

  atlas_session_set_filter (session, filter);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_assert_true (atlas_session_step_change (session, 1));
      assert_clock (fixture, changes[i]);
    }
  g_assert_false (atlas_session_step_change (session, 1));
  assert_clock (fixture, "2999");

  for (guint i = G_N_ELEMENTS (changes) - 1; i-- > 0;)
    {
      g_assert_true (atlas_session_step_change (session, -1));
      assert_clock (fixture, changes[i]);
    }
  g_assert_false (atlas_session_step_change (session, -1));
}

static const struct
{
  const char *from; /* NULL: no clock */
  int         direction;
  const char *to;
} changes[] = {
  { NULL, 1, "1993" },               /* from the range's begin */
  { NULL, -1, "2023" },              /* from its end */
  { "2012", 1, "2012-12-09" },       /* into a year */
  { "2012-12-08", 1, "2012-12-09" }, /* the last day of a life */
  { "2012-12-09", 1, "2012-12-10" }, /* a phase */
  { "2012-01-01", -1, "2012" },      /* out of it again */
  { "2022-08-01", 1, "2022-08-25" },
};

static void
test_change (SessionFixture *fixture,
             gconstpointer   data)
{
  guint index = GPOINTER_TO_UINT (data);

  if (changes[index].from != NULL)
    atlas_session_set_clock (fixture->session, sample_span (changes[index].from));
  g_assert_true (atlas_session_step_change (fixture->session, changes[index].direction));
  assert_clock (fixture, changes[index].to);
}

/* What is typed or stepped to comes into view; what is there already does not move. */
static void
test_reveal (SessionFixture *fixture,
             gconstpointer   data)
{
  static const struct
  {
    const char *range, *clock;
    gboolean    moves;
  } views[] = {
    { "2001/2003", "2002-05", FALSE },
    { "2001/2003", "2000/2001", FALSE },
    { "2001/2003", "2004", TRUE },
    { "2005-03-01/2005-03-03", "2005-02-10", TRUE },
    { "2001/2003", "1850-06-30", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AtlasTimeSpan before = sample_span (views[i].range);
      AtlasTimeSpan clock = sample_span (views[i].clock);
      AtlasTimeSpan range;

      atlas_session_set_range (fixture->session, before);
      atlas_session_set_clock (fixture->session, clock);
      atlas_session_reveal_clock (fixture->session);
      range = atlas_session_get_range (fixture->session);
      g_assert_true (views[i].moves == !atlas_time_span_equal (range, before));
      g_assert_cmpint (range.end - range.begin, ==, before.end - before.begin);
      if (views[i].moves)
        g_assert_cmpint (ABS (range.begin + range.end - clock.begin - clock.end), <=, 2);
    }

  atlas_session_set_clock (fixture->session, ATLAS_TIME_SPAN_NONE);
  atlas_session_reveal_clock (fixture->session);
}

/* Between which dates the clock is looked for: those that the atlas opens with, or all when it has left them. */
static void
test_limits (SessionFixture *fixture,
             gconstpointer   data)
{
  static const struct
  {
    const char *clock, *limits;
  } cases[] = {
    { NULL, "1991/2030" },
    { "2006-07", "1991/2030" },
    { "1991", "1991/2030" },
    { "1990-12-31", "1923/2040" },
    { "1923", "1923/2040" },
    { "1850", "1850/2040" },
    { "2050-05", "1923/2050-05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].clock != NULL)
        atlas_session_set_clock (fixture->session, sample_span (cases[i].clock));
      g_assert_true (atlas_time_span_equal (atlas_session_get_clock_limits (fixture->session, sample_span ("1923/2040")), sample_span (cases[i].limits)));
    }
}

#define ADD(path_, data_, func_) \
  g_test_add ((path_), SessionFixture, (data_), session_fixture_set_up, func_, session_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/session-clock/modes", NULL, test_modes);
  ADD ("/session-clock/step-resumes", NULL, test_step_resumes);
  ADD ("/session-clock/changes", NULL, test_changes);
  ADD ("/session-clock/limits", NULL, test_limits);
  ADD ("/session-clock/reveal", NULL, test_reveal);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session-clock/step/%u", i);

      ADD (path, GUINT_TO_POINTER (i), test_step);
    }
  for (guint i = 0; i < G_N_ELEMENTS (follows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session-clock/follow/%u", i);

      ADD (path, GUINT_TO_POINTER (i), test_follow);
    }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session-clock/change/%u", i);

      ADD (path, GUINT_TO_POINTER (i), test_change);
    }

  return g_test_run ();
}
