// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session-fixture.h"

static void
select_south (AtlasSession *session)
{
  atlas_session_select_id (session, "south");
}

static void
select_nothing (AtlasSession *session)
{
  atlas_session_select (session, NULL);
}

static void
filter_kind (AtlasSession *session)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_toggle_kind (atlas_session_get_filter (session), ATLAS_KIND_SITE);

  atlas_session_set_filter (session, filter);
}

static void
filter_window (AtlasSession *session)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_with_window (atlas_session_get_filter (session), sample_span ("1994/1999"));

  atlas_session_set_filter (session, filter);
}

static void
switch_mode (AtlasSession *session)
{
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_UP_TO);
}

static void
start_clock (AtlasSession *session)
{
  atlas_session_set_clock (session, sample_span ("2006-05"));
}

static void
compare (AtlasSession *session)
{
  atlas_session_set_comparison (session, sample_span ("1996"));
}

static void
go_to_passage (AtlasSession *session)
{
  atlas_session_set_passage (session, "one");
}

static void
go_to_citation (AtlasSession *session)
{
  atlas_session_set_citation (session, 12);
}

static void
lay_over (AtlasSession *session)
{
  atlas_session_set_overlay (session, ATLAS_OVERLAY_EVIDENCE);
}

static void
choose_sign (AtlasSession *session)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_toggle_sign (atlas_session_get_filter (session), ATLAS_KIND_SITE, ATLAS_STATUS_CLOSED, ATLAS_CARGO_NONE);

  atlas_session_set_filter (session, filter);
}

static void
move_camera (AtlasSession *session)
{
  atlas_session_set_camera (session, (AtlasCamera){ 9, 39, 46 });
}

static void
move_range (AtlasSession *session)
{
  atlas_session_set_range (session, sample_span ("2000/2010"));
}

static void
move_clock (AtlasSession *session)
{
  atlas_session_step_clock (session, ATLAS_TIME_UNIT_YEAR, 3);
}

static void
hover (AtlasSession *session)
{
  atlas_session_set_hovered (session, atlas_dataset_get_item (atlas_session_get_dataset (session), 0));
}

static void
play (AtlasSession *session)
{
  atlas_session_set_playing (session, TRUE);
}

static void
speak (AtlasSession *session)
{
  atlas_session_set_language (session, "az");
}

static void
apply_link (AtlasSession *session)
{
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse ("#date=1999&item=north&show=economic&step=3", NULL);

  atlas_session_apply_state (session, state);
}

static const struct
{
  const char *name;
  void (*change) (AtlasSession *session);
  gboolean is_place;
} changes[] = {
  { "select", select_south, TRUE },
  { "filter", filter_kind, TRUE },
  { "window", filter_window, TRUE },
  { "overlay", lay_over, TRUE },
  { "sign", choose_sign, TRUE },
  { "mode", switch_mode, TRUE },
  { "compare", compare, TRUE },
  { "passage", go_to_passage, TRUE },
  { "citation", go_to_citation, TRUE },
  { "link", apply_link, TRUE },
  { "camera", move_camera, FALSE },
  { "range", move_range, FALSE },
  { "clock", move_clock, FALSE },
  { "hover", hover, FALSE },
  { "play", play, FALSE },
  { "language", speak, FALSE },
};

static gboolean
can_go (AtlasSession *session,
        const char   *property)
{
  gboolean can = FALSE;

  g_object_get (session, property, &can, NULL);

  return can;
}

/* From a clock in mode "at" that is the history's second place: what becomes a third, and comes back as it was. */
static void
test_change (SessionFixture *fixture,
             gconstpointer   data)
{
  guint         index = GPOINTER_TO_UINT (data);
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasSessionState) before = NULL;
  g_autoptr (AtlasSessionState) after = NULL;
  g_autoptr (AtlasSessionState) back = NULL;
  g_autoptr (AtlasSessionState) forth = NULL;

  start_clock (session);
  before = atlas_session_dup_state (session);
  changes[index].change (session);
  after = atlas_session_dup_state (session);

  g_assert_true (atlas_session_go (session, -1));
  back = atlas_session_dup_state (session);
  g_assert_true (can_go (session, "can-go-forward"));
  g_assert_cmpint (can_go (session, "can-go-back"), ==, changes[index].is_place);
  if (changes[index].is_place)
    g_assert_true (atlas_session_state_equal (back, before));
  else
    g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_ALL); /* the first place */

  g_assert_true (atlas_session_go (session, 1));
  forth = atlas_session_dup_state (session);
  g_assert_true (atlas_session_state_equal (forth, after));
  g_assert_false (can_go (session, "can-go-forward"));
  g_assert_false (atlas_session_go (session, 1));
  g_assert_false (atlas_session_get_playing (session) && !g_str_equal (changes[index].name, "play"));
}

/* A moved camera belongs to the place one was at, not to the one one goes to. */
static void
test_camera_of_place (SessionFixture *fixture,
                      gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  move_camera (session);
  select_south (session);
  atlas_session_set_camera (session, (AtlasCamera){ 5, 41, 40 });

  atlas_session_go (session, -1);
  g_assert_true (atlas_session_get_camera (session).zoom == 9);
  atlas_session_go (session, 1);
  g_assert_true (atlas_session_get_camera (session).zoom == 5);
}

static void
type (AtlasSession *session,
      const char   *text)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_with_text (atlas_session_get_filter (session), text);

  atlas_session_set_filter (session, filter);
}

/* Typing a word is one place, and so is a drag of the brush. */
static void
test_gestures (SessionFixture *fixture,
               gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  type (session, "l");
  type (session, "li");
  move_camera (session);
  type (session, "lin");
  filter_window (session);
  for (int year = 1995; year < 2000; year++)
    {
      AtlasTimeSpan window = ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (year, 1, 1), atlas_day_from_ymd (2000, 1, 1));
      g_autoptr (AtlasFilter) filter = atlas_filter_with_window (atlas_session_get_filter (session), window);

      atlas_session_set_filter (session, filter);
    }
  type (session, "line");
  select_south (session);
  type (session, "lines");

  g_assert_true (atlas_session_go (session, -2));
  g_assert_cmpstr (atlas_filter_get_text (atlas_session_get_filter (session)), ==, "line");
  g_assert_true (atlas_session_go (session, -1));
  g_assert_cmpint (atlas_filter_get_window (atlas_session_get_filter (session)).begin, ==, atlas_day_from_ymd (1999, 1, 1));
  g_assert_cmpstr (atlas_filter_get_text (atlas_session_get_filter (session)), ==, "lin");
  g_assert_true (atlas_session_go (session, -1));
  g_assert_cmpstr (atlas_filter_get_text (atlas_session_get_filter (session)), ==, "lin");
  g_assert_true (atlas_time_span_is_empty (atlas_filter_get_window (atlas_session_get_filter (session))));
  g_assert_true (atlas_session_go (session, -1));
  g_assert_true (atlas_filter_is_empty (atlas_session_get_filter (session)));
  g_assert_false (can_go (session, "can-go-back"));
}

/* After going back, typing on is another place: the one gone to must not be overwritten. */
static void
test_gesture_after_going (SessionFixture *fixture,
                          gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  type (session, "a");
  select_south (session);
  atlas_session_go (session, -1);
  type (session, "ab");
  atlas_session_go (session, -1);
  g_assert_cmpstr (atlas_filter_get_text (atlas_session_get_filter (session)), ==, "a");
}

static void
test_language_stays (SessionFixture *fixture,
                     gconstpointer   data)
{
  select_south (fixture->session);
  speak (fixture->session);
  atlas_session_go (fixture->session, -1);
  g_assert_cmpstr (atlas_session_get_language (fixture->session), ==, "az");
}

static void
test_apply (SessionFixture *fixture,
            gconstpointer   data)
{
  static const char link[] = "corridor-atlas:sample#date=2006-05&mode=upto&range=1995/2015&window=1990/2010&map=7/40.1/47.6&item=south&par=one&cite=12&"
                             "step=3&show=evidence-one,economic,pipeline,pipeline-building,turkey&find=line&overlay=evidence&lang=az";
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (link, NULL);
  g_autoptr (AtlasSessionState) shown = NULL;

  atlas_session_apply_state (fixture->session, state);
  shown = atlas_session_dup_state (fixture->session);
  g_clear_pointer (&state->show, g_free);
  state->show = g_strdup ("economic,evidence-one,pipeline,pipeline-building,turkey");
  g_assert_true (atlas_session_state_equal (shown, state));

  /* A tour's step is left with the next place. */
  select_nothing (fixture->session);
  g_clear_pointer (&shown, atlas_session_state_free);
  shown = atlas_session_dup_state (fixture->session);
  g_assert_cmpuint (shown->step, ==, 0);
}

/* What the atlas does not have is left out; what a state does not say of the view stays as it is. */
static void
test_apply_unknown (SessionFixture *fixture,
                    gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasSessionState) state =
    atlas_session_state_parse ("corridor-atlas:other#mode=at&item=nothing&par=nothing&cite=99&show=mars,economic", NULL);
  g_autofree char *tokens = NULL;

  select_south (session);
  start_clock (session);
  move_camera (session);
  move_range (session);
  speak (session);
  atlas_session_apply_state (session, state);

  assert_selected (fixture, NULL);
  assert_clock (fixture, NULL);
  g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_ALL); /* without a date */
  g_assert_null (atlas_session_get_passage (session));
  g_assert_cmpuint (atlas_session_get_citation (session), ==, 0);
  tokens = atlas_filter_to_tokens (atlas_session_get_filter (session));
  g_assert_cmpstr (tokens, ==, "economic");
  g_assert_true (atlas_session_get_camera (session).zoom == 9);
  g_assert_true (atlas_time_span_equal (atlas_session_get_range (session), sample_span ("2000/2010")));
  g_assert_cmpstr (atlas_session_get_language (session), ==, "az");
}

/* The clock does not follow what a state selects: the state says both. */
static void
test_apply_does_not_follow (SessionFixture *fixture,
                            gconstpointer   data)
{
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse ("#date=1995&item=far", NULL);

  atlas_session_apply_state (fixture->session, state);
  assert_selected (fixture, "far");
  assert_clock (fixture, "1995");
}

typedef struct
{
  guint begun, ended, inside, outside;
} Restoring;

static void
restoring_notify_cb (AtlasSession *session,
                     GParamSpec   *pspec,
                     gpointer      user_data)
{
  Restoring *seen = user_data;

  if (atlas_session_get_restoring (session))
    seen->begun++;
  else
    seen->ended++;
}

/* A view that answers a change with a write of its own. */
static void
camera_notify_cb (AtlasSession *session,
                  GParamSpec   *pspec,
                  gpointer      user_data)
{
  Restoring *seen = user_data;

  if (atlas_session_get_restoring (session))
    seen->inside++;
  else
    seen->outside++;
  atlas_session_set_range (session, sample_span ("2000/2001"));
}

static void
test_restoring (SessionFixture *fixture,
                gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  Restoring     seen = { 0 };

  move_camera (session);
  select_south (session);
  atlas_session_set_camera (session, (AtlasCamera){ 5, 41, 40 });
  g_signal_connect (session, "notify::restoring", G_CALLBACK (restoring_notify_cb), &seen);
  g_signal_connect (session, "notify::camera", G_CALLBACK (camera_notify_cb), &seen);
  session_fixture_forget (fixture);

  atlas_session_set_playing (session, TRUE);
  atlas_session_go (session, -1);
  g_assert_cmpuint (seen.begun, ==, 1);
  g_assert_cmpuint (seen.ended, ==, 1);
  g_assert_cmpuint (seen.inside, ==, 1);
  g_assert_cmpuint (seen.outside, ==, 0);
  g_assert_false (atlas_session_get_playing (session));
  session_fixture_assert_told (fixture, "playing playing restoring selected page sentence camera range restoring can-go-back can-go-forward");

  /* What the view wrote is no place: forward is still there. */
  g_assert_true (atlas_session_go (session, 1));
  assert_selected (fixture, "south");
}

#define ADD(path_, data_, func_) \
  g_test_add ((path_), SessionFixture, (data_), session_fixture_set_up, func_, session_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session-history/change/%s", changes[i].name);

      ADD (path, GUINT_TO_POINTER (i), test_change);
    }
  ADD ("/session-history/camera-of-place", NULL, test_camera_of_place);
  ADD ("/session-history/gestures", NULL, test_gestures);
  ADD ("/session-history/gesture-after-going", NULL, test_gesture_after_going);
  ADD ("/session-history/language-stays", NULL, test_language_stays);
  ADD ("/session-history/apply", NULL, test_apply);
  ADD ("/session-history/apply-unknown", NULL, test_apply_unknown);
  ADD ("/session-history/apply-does-not-follow", NULL, test_apply_does_not_follow);
  ADD ("/session-history/restoring", NULL, test_restoring);

  return g_test_run ();
}
