// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-clock-player.h"

#include "atlas-timeline-layout.h"
#include "session-fixture.h"

/* Time is handed to the player: no test waits. Each row sets the stage, plays for some steps, and says where the clock is. */
/* clang-format off */
static const struct
{
  const char    *name;
  AtlasClockStep step;
  gboolean       loop;
  const char    *range, *window, *clock; /* window, clock: NULL: none */
  const char    *trail;                  /* the clock after every step, until it stops ("|") or the row ends */
} cases[] = {
  { "from-begin",    ATLAS_CLOCK_STEP_YEAR,    FALSE, "1998/2000", NULL,        NULL,      "1998 1999 2000 |" },
  { "from-clock",    ATLAS_CLOCK_STEP_YEAR,    FALSE, "1998/2001", NULL,        "2000",    "2000 2001 |" },
  { "clock-outside", ATLAS_CLOCK_STEP_YEAR,    FALSE, "1998/1999", NULL,        "2010",    "1998 1999 |" },
  { "again",         ATLAS_CLOCK_STEP_YEAR,    FALSE, "1998/1999", NULL,        "1999",    "1998 1999 |" },
  { "loop",          ATLAS_CLOCK_STEP_YEAR,    TRUE,  "1998/1999", NULL,        NULL,      "1998 1999 1998 1999 1998" },
  { "window",        ATLAS_CLOCK_STEP_MONTH,   FALSE, "1991/2030", "2006-02/2006-04", NULL, "2006-02 2006-03 2006-04 |" },
  { "window-loop",   ATLAS_CLOCK_STEP_QUARTER, TRUE,  "1991/2030", "2006/2006", NULL,      "2006-01/2006-03 2006-04/2006-06 2006-07/2006-09 2006-10/2006-12 2006-01/2006-03" },
  { "open-window",   ATLAS_CLOCK_STEP_YEAR,    FALSE, "1991/2007", "2005/..",   NULL,      "2005 2006 2007 |" },
  { "part-of-unit",  ATLAS_CLOCK_STEP_YEAR,    FALSE, "1998-03/1999-05", NULL,  NULL,      "1999 |" },
  { "within-unit",   ATLAS_CLOCK_STEP_YEAR,    FALSE, "1998-03/1998-05", NULL,  NULL,      "1998 |" },
  { "finer-clock",   ATLAS_CLOCK_STEP_DAY,     FALSE, "1998-03-01/1998-03-03", NULL, "1998-03-02", "1998-03-02 1998-03-03 |" },
  { "coarser-clock", ATLAS_CLOCK_STEP_MONTH,   FALSE, "1998/1999-02", NULL,     "1998",    "1998 1999-01 1999-02 |" },
  { "changes",       ATLAS_CLOCK_STEP_CHANGE,  FALSE, "1997/1999", NULL,        NULL,      "1997-07-03 1997-10 1999-11-18 |" },
  { "changes-loop",  ATLAS_CLOCK_STEP_CHANGE,  TRUE,  "1997/1998", NULL,        NULL,      "1997-07-03 1997-10 1997-07-03" },
  { "no-change",     ATLAS_CLOCK_STEP_CHANGE,  FALSE, "1998-01/1998-03", NULL,  NULL,      "|" },
  { "past-changes",  ATLAS_CLOCK_STEP_CHANGE,  TRUE,  "1998-01/1998-03", NULL,  "1998-02", "|" },
};
/* clang-format on */

static void
set_stage (SessionFixture *fixture,
           const char     *range,
           const char     *window,
           const char     *clock)
{
  if (window != NULL)
    {
      g_autoptr (AtlasFilter) filter = atlas_filter_with_window (atlas_session_get_filter (fixture->session), sample_span (window));

      atlas_session_set_filter (fixture->session, filter);
    }
  atlas_session_set_range (fixture->session, sample_span (range));
  if (clock != NULL)
    atlas_session_set_clock (fixture->session, sample_span (clock));
}

static void
assert_stopped (SessionFixture   *fixture,
                AtlasClockPlayer *player)
{
  g_assert_false (atlas_session_get_playing (fixture->session));
  g_assert_cmpint (atlas_clock_player_get_due (player), ==, G_MAXINT64);
}

static void
test_trail (SessionFixture *fixture,
            gconstpointer   data)
{
  const typeof (cases[0]) *c = data;
  g_autoptr (AtlasClockPlayer) player = atlas_clock_player_new ();
  g_auto (GStrv) trail = g_strsplit (c->trail, " ", -1);

  set_stage (fixture, c->range, c->window, c->clock);
  atlas_clock_player_set_session (player, fixture->session);
  atlas_clock_player_set_step (player, c->step);
  atlas_clock_player_set_loop (player, c->loop);
  atlas_session_set_playing (fixture->session, TRUE);

  for (guint i = 0; trail[i] != NULL; i++)
    {
      if (*trail[i] != '|')
        {
          assert_clock (fixture, trail[i]);
          g_assert_true (atlas_session_get_playing (fixture->session));
          atlas_clock_player_catch_up (player, atlas_clock_player_get_due (player));
          continue;
        }

      assert_stopped (fixture, player);
      assert_clock (fixture, i > 0 ? trail[i - 1] : c->clock);
    }
}

/* What comes late skips on: the clock is where it would have been, and the next step is due when it always was. */
static void
test_late (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (AtlasClockPlayer) player = atlas_clock_player_new ();
  gint64 first;

  set_stage (fixture, "1991/2020", NULL, "1995");
  atlas_clock_player_set_session (player, fixture->session);
  atlas_clock_player_set_step (player, ATLAS_CLOCK_STEP_YEAR);
  atlas_clock_player_set_speed (player, 2.0);
  atlas_session_set_playing (fixture->session, TRUE);

  first = atlas_clock_player_get_due (player);
  atlas_clock_player_catch_up (player, first - 1); /* too early */
  assert_clock (fixture, "1995");
  atlas_clock_player_catch_up (player, first);
  assert_clock (fixture, "1996");
  g_assert_cmpint (atlas_clock_player_get_due (player), ==, first + 250000);
  atlas_clock_player_catch_up (player, first + 4 * 250000 + 1000);
  assert_clock (fixture, "2000");
  g_assert_cmpint (atlas_clock_player_get_due (player), ==, first + 5 * 250000);

  /* After the machine has slept it goes on from where it was. */
  atlas_clock_player_catch_up (player, first + G_USEC_PER_SEC * G_GINT64_CONSTANT (3600));
  assert_clock (fixture, "2001");

  atlas_clock_player_catch_up (player, atlas_clock_player_get_due (player) + 40 * 250000);
  assert_clock (fixture, "2020");
  assert_stopped (fixture, player);
}

/* Somebody who looks elsewhere while the clock plays does not stop it. */
static void
test_look_elsewhere (SessionFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (AtlasClockPlayer) player = atlas_clock_player_new ();

  set_stage (fixture, "1995/1997", NULL, "1995");
  atlas_clock_player_set_session (player, fixture->session);
  atlas_clock_player_set_step (player, ATLAS_CLOCK_STEP_YEAR);
  atlas_session_set_playing (fixture->session, TRUE);
  atlas_session_set_range (fixture->session, sample_span ("1991/1993"));
  for (guint i = 0; i < 5; i++)
    atlas_clock_player_catch_up (player, atlas_clock_player_get_due (player));
  assert_clock (fixture, "2000");
  g_assert_true (atlas_session_get_playing (fixture->session));
  g_assert_true (atlas_time_span_equal (atlas_session_get_range (fixture->session), sample_span ("1991/1993")));
}

static void
pinged_cb (AtlasSession *session,
           GPtrArray    *items,
           gpointer      user_data)
{
  GString *log = user_data;

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (log, "%s ", atlas_item_get_id (g_ptr_array_index (items, i)));
}

/* What begins, or changes, flashes as the clock passes it; also what a late step has skipped. */
static void
test_pings (SessionFixture *fixture,
            gconstpointer   data)
{
  static const struct
  {
    AtlasClockStep step;
    const char    *range;
    int            late; /* steps */
    const char    *pinged;
  } plays[] = {
    { ATLAS_CLOCK_STEP_MONTH, "2006-05/2006-07", 0, "south " },
    { ATLAS_CLOCK_STEP_DAY, "2006-05-28/2006-06-29", 0, "" }, /* of the month no day is known: when it is over it is certain */
    { ATLAS_CLOCK_STEP_DAY, "2006-05-28/2006-07-02", 0, "south " },
    { ATLAS_CLOCK_STEP_YEAR, "1997/1999", 0, "accord north south " },
    { ATLAS_CLOCK_STEP_MONTH, "1997/2006", 50, "accord north south " },
    { ATLAS_CLOCK_STEP_CHANGE, "1997/2007", 0, "accord north south south south north " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plays); i++)
    {
      g_autoptr (AtlasClockPlayer) player = atlas_clock_player_new ();
      g_autoptr (GString) log = g_string_new (NULL);
      gulong handler = g_signal_connect (fixture->session, "pinged", G_CALLBACK (pinged_cb), log);

      atlas_session_set_clock (fixture->session, ATLAS_TIME_SPAN_NONE);
      set_stage (fixture, plays[i].range, NULL, NULL);
      atlas_clock_player_set_session (player, fixture->session);
      atlas_clock_player_set_step (player, plays[i].step);
      atlas_session_set_playing (fixture->session, TRUE);
      for (guint n = 0; n < (plays[i].late > 0 ? 1 : 100) && atlas_session_get_playing (fixture->session); n++)
        atlas_clock_player_catch_up (player, atlas_clock_player_get_due (player) + plays[i].late * 500000);
      g_assert_cmpstr (log->str, ==, plays[i].pinged);

      atlas_session_set_playing (fixture->session, FALSE);
      g_signal_handler_disconnect (fixture->session, handler);
    }
}

static void
test_settings (SessionFixture *fixture,
               gconstpointer   data)
{
  static const double wanted[][2] = { { 0.01, 0.5 }, { 4.0, 4.0 }, { 100.0, 8.0 } };
  g_autoptr (AtlasClockPlayer) player = atlas_clock_player_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      atlas_clock_player_set_speed (player, wanted[i][0]);
      g_assert_cmpfloat (atlas_clock_player_get_speed (player), ==, wanted[i][1]);
    }

  g_assert_false (atlas_clock_player_move (player, 1)); /* there is no session yet */
  atlas_session_set_playing (fixture->session, TRUE);
  atlas_clock_player_set_session (player, fixture->session); /* plays already */
  g_assert_cmpint (atlas_clock_player_get_due (player), <, G_MAXINT64);
  atlas_clock_player_set_session (player, NULL);
  g_assert_cmpint (atlas_clock_player_get_due (player), ==, G_MAXINT64);
}

/* clang-format off */
static const struct
{
  AtlasClockStep step;
  const char    *from;
  const char    *on, *back, *leap; /* one step later, earlier, and a large one later */
} moves[] = {
  { ATLAS_CLOCK_STEP_DAY,     "2006-12-31", "2007-01-01",      "2006-12-30",      "2007-01-30" },
  { ATLAS_CLOCK_STEP_MONTH,   "2006-12",    "2007-01",         "2006-11",         "2007-12" },
  { ATLAS_CLOCK_STEP_QUARTER, "2006-12",    "2007-01/2007-03", "2006-07/2006-09", "2007-10/2007-12" },
  { ATLAS_CLOCK_STEP_YEAR,    "2006",       "2007",            "2005",            "2011" },
  { ATLAS_CLOCK_STEP_CHANGE,  "1998",       "1999-11-18",      "1997-10",         "2015" },
};
/* clang-format on */

static void
test_move (SessionFixture *fixture,
           gconstpointer   data)
{
  const typeof (moves[0]) *m = data;
  g_autoptr (AtlasClockPlayer) player = atlas_clock_player_new ();
  AtlasTimeSpan home, bounds;

  atlas_clock_player_set_session (player, fixture->session);
  atlas_clock_player_set_step (player, m->step);

  atlas_session_set_clock (fixture->session, sample_span (m->from));
  g_assert_true (atlas_clock_player_move (player, 1));
  assert_clock (fixture, m->on);
  atlas_session_set_clock (fixture->session, sample_span (m->from));
  g_assert_true (atlas_clock_player_move (player, -1));
  assert_clock (fixture, m->back);
  atlas_session_set_clock (fixture->session, sample_span (m->from));
  g_assert_true (atlas_clock_player_leap (player, 1));
  assert_clock (fixture, m->leap);

  /* The ends of the days that the atlas opens with; from outside of them those of all. */
  home = atlas_dataset_get_manifest (fixture->dataset)->range;
  atlas_clock_player_go_to_end (player, 1);
  g_assert_true (atlas_time_span_contains_day (atlas_session_get_clock (fixture->session), home.end - 1));
  atlas_clock_player_go_to_end (player, -1);
  g_assert_true (atlas_time_span_contains_day (atlas_session_get_clock (fixture->session), home.begin));

  atlas_session_set_clock (fixture->session, sample_span ("1850"));
  bounds = atlas_timeline_get_bounds (fixture->dataset, atlas_day_today ());
  atlas_clock_player_go_to_end (player, 1);
  g_assert_true (atlas_time_span_contains_day (atlas_session_get_clock (fixture->session), bounds.end - 1));
  atlas_session_set_clock (fixture->session, sample_span ("1850"));
  atlas_clock_player_go_to_end (player, -1);
  g_assert_true (atlas_time_span_contains_day (atlas_session_get_clock (fixture->session), MIN (bounds.begin, sample_span ("1850").begin)));
}

#define ADD(path_, data_, func_) \
  g_test_add ((path_), SessionFixture, (data_), session_fixture_set_up, func_, session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/clock-player/trail/%s", cases[i].name);

      ADD (path, &cases[i], test_trail);
    }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strdup_printf ("/clock-player/move/%u", i);

      ADD (path, &moves[i], test_move);
    }
  ADD ("/clock-player/late", NULL, test_late);
  ADD ("/clock-player/look-elsewhere", NULL, test_look_elsewhere);
  ADD ("/clock-player/pings", NULL, test_pings);
  ADD ("/clock-player/settings", NULL, test_settings);

  return g_test_run ();
}
