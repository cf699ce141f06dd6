// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour-fixture.h"

#include <math.h>

static void
assert_step (TourFixture *fixture,
             guint        step,
             gboolean     wandering)
{
  g_assert_cmpuint (atlas_presentation_get_step (fixture->presentation), ==, step);
  g_assert_cmpint (atlas_presentation_is_wandering (fixture->presentation), ==, wandering);
}

static void
test_walk (TourFixture  *fixture,
           gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;

  assert_step (fixture, 1, FALSE);
  g_assert_cmpuint (atlas_presentation_get_n_steps (presentation), ==, 4);
  g_assert_true (atlas_presentation_get_tour (presentation) == fixture->tour);
  g_assert_true (atlas_presentation_get_current (presentation) == atlas_tour_get_step (fixture->tour, 0));
  g_assert_true (atlas_presentation_get_next (presentation) == atlas_tour_get_step (fixture->tour, 1));
  atlas_presentation_previous (presentation);
  assert_step (fixture, 1, FALSE);
  atlas_presentation_next (presentation);
  assert_step (fixture, 2, FALSE);
  g_assert_cmpstr (atlas_item_get_id (atlas_session_get_selected (fixture->session)), ==, "south");
  g_assert_cmpstr (atlas_session_get_tour (fixture->session), ==, "sample-tour");
  g_assert_cmpuint (atlas_session_get_step (fixture->session), ==, 2);
  atlas_presentation_last (presentation);
  assert_step (fixture, 4, FALSE);
  g_assert_null (atlas_presentation_get_next (presentation));
  atlas_presentation_next (presentation);
  assert_step (fixture, 4, FALSE);
  atlas_presentation_previous (presentation);
  assert_step (fixture, 3, FALSE);
  atlas_presentation_first (presentation);
  assert_step (fixture, 1, FALSE);
  atlas_presentation_go (presentation, 0);
  assert_step (fixture, 1, FALSE);
  atlas_presentation_go (presentation, 99);
  assert_step (fixture, 4, FALSE);
}

/* What a step does not say is as the atlas opens, from wherever one comes. */
static void
test_unsaid (TourFixture  *fixture,
             gconstpointer data)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (fixture->dataset);

  for (guint from = 1; from <= 4; from++)
    {
      AtlasCamera camera;

      atlas_presentation_go (fixture->presentation, from);
      atlas_presentation_go (fixture->presentation, 3);
      camera = atlas_session_get_camera (fixture->session);
      g_assert_cmpfloat (camera.zoom, ==, manifest->home.zoom);
      g_assert_cmpfloat (camera.longitude, ==, manifest->home.longitude);
      g_assert_true (atlas_time_span_equal (atlas_session_get_range (fixture->session), manifest->range));
      g_assert_null (atlas_session_get_selected (fixture->session));
      g_assert_true (atlas_time_span_is_empty (atlas_session_get_clock (fixture->session)));
      g_assert_false (atlas_session_is_comparing (fixture->session));
    }
}

static void
pan (AtlasSession *session)
{
  AtlasCamera camera = atlas_session_get_camera (session);

  camera.longitude += 1.5;
  atlas_session_set_camera (session, camera);
}

static void
zoom (AtlasSession *session)
{
  AtlasCamera camera = atlas_session_get_camera (session);

  camera.zoom += 1.0;
  atlas_session_set_camera (session, camera);
}

static void
choose (AtlasSession *session)
{
  atlas_session_select_id (session, "radar");
}

static void
scrub (AtlasSession *session)
{
  atlas_session_set_clock (session, sample_span ("2012-03"));
}

static void
change_mode (AtlasSession *session)
{
  atlas_session_set_clock (session, sample_span ("2013"));
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_ALL);
}

static void
filter (AtlasSession *session)
{
  g_autoptr (AtlasFilter) all = atlas_filter_new ();
  g_autoptr (AtlasFilter) words = atlas_filter_with_text (all, "radar");

  atlas_session_set_filter (session, words);
}

static void
brush (AtlasSession *session)
{
  g_autoptr (AtlasFilter) windowed = atlas_filter_with_window (atlas_session_get_filter (session), sample_span ("2000/2004"));

  atlas_session_set_filter (session, windowed);
}

static void
set_range (AtlasSession *session)
{
  atlas_session_set_range (session, sample_span ("2001/2003"));
}

static void
compare (AtlasSession *session)
{
  atlas_session_set_clock (session, sample_span ("2020-12"));
  atlas_session_set_comparison (session, sample_span ("1993"));
}

static void
overlay (AtlasSession *session)
{
  atlas_session_set_overlay (session, atlas_session_get_overlay (session) == ATLAS_OVERLAY_NONE ? ATLAS_OVERLAY_EVIDENCE : ATLAS_OVERLAY_NONE);
}

/* clang-format off */
static const struct
{
  const char *path;
  void      (*acts[3]) (AtlasSession *session);
} wanderings[] = {
  { "/presentation/wander/pan",     { pan } },
  { "/presentation/wander/zoom",    { zoom } },
  { "/presentation/wander/select",  { choose } },
  { "/presentation/wander/scrub",   { scrub } },
  { "/presentation/wander/mode",    { change_mode } },
  { "/presentation/wander/filter",  { filter } },
  { "/presentation/wander/window",  { brush } },
  { "/presentation/wander/range",   { set_range } },
  { "/presentation/wander/compare", { compare } },
  { "/presentation/wander/overlay", { overlay } },
  { "/presentation/wander/tour",    { pan, choose, scrub } },
  { "/presentation/wander/far",     { filter, compare, zoom } },
};
/* clang-format on */

/* From every step, back to exactly what was looked at. */
static void
test_wander (TourFixture  *fixture,
             gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);

  atlas_presentation_set_view_size (fixture->presentation, 1400.0, 900.0);
  for (guint step = 1; step <= 4; step++)
    {
      g_autoptr (AtlasSessionState) before = NULL;
      g_autoptr (AtlasSessionState) there = NULL;
      g_autoptr (AtlasSessionState) after = NULL;

      atlas_presentation_go (fixture->presentation, step);
      before = atlas_session_dup_state (fixture->session);
      for (guint i = 0; i < G_N_ELEMENTS (wanderings[index].acts) && wanderings[index].acts[i] != NULL; i++)
        wanderings[index].acts[i](fixture->session);
      assert_step (fixture, step, TRUE);
      there = atlas_session_dup_state (fixture->session);
      g_assert_false (atlas_session_state_equal (before, there));

      atlas_presentation_return (fixture->presentation);
      assert_step (fixture, step, FALSE);
      after = atlas_session_dup_state (fixture->session);
      g_assert_true (atlas_session_state_equal (before, after));
    }
}

static void
test_being_back (TourFixture  *fixture,
                 gconstpointer data)
{
  AtlasCamera camera = atlas_session_get_camera (fixture->session);

  pan (fixture->session);
  assert_step (fixture, 1, TRUE);
  atlas_session_set_camera (fixture->session, camera);
  assert_step (fixture, 1, FALSE);

  /* What is read or pointed at is nothing that the hall has left. */
  atlas_session_set_hovered (fixture->session, atlas_dataset_lookup (fixture->dataset, "radar"));
  atlas_session_set_passage (fixture->session, "two");
  atlas_session_set_language (fixture->session, "az");
  assert_step (fixture, 1, FALSE);

  pan (fixture->session);
  atlas_presentation_next (fixture->presentation);
  assert_step (fixture, 2, FALSE);
}

static void
test_view_size (TourFixture  *fixture,
                gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;

  atlas_presentation_set_view_size (presentation, 2048.0, 1152.0);
  assert_step (fixture, 1, FALSE);
  g_assert_cmpfloat_with_epsilon (atlas_session_get_camera (fixture->session).zoom, 6.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_presentation_get_camera (presentation, 2).zoom, 7.5, 1e-9);
  atlas_presentation_set_zoom_limits (presentation, 3.0, 7.25);
  g_assert_cmpfloat_with_epsilon (atlas_presentation_get_camera (presentation, 2).zoom, 7.25, 1e-9);

  /* Who wanders stays, and comes back to what now fits. */
  pan (fixture->session);
  atlas_presentation_set_view_size (presentation, 1024.0, 576.0);
  assert_step (fixture, 1, TRUE);
  g_assert_cmpfloat_with_epsilon (atlas_session_get_camera (fixture->session).zoom, 6.0, 1e-9);
  atlas_presentation_return (presentation);
  g_assert_cmpfloat_with_epsilon (atlas_session_get_camera (fixture->session).zoom, 5.0, 1e-9);
}

static void
test_blank (TourFixture  *fixture,
            gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;

  atlas_presentation_toggle_blank (presentation, ATLAS_BLANK_BLACK);
  g_assert_cmpint (atlas_presentation_get_blank (presentation), ==, ATLAS_BLANK_BLACK);
  atlas_presentation_toggle_blank (presentation, ATLAS_BLANK_WHITE);
  g_assert_cmpint (atlas_presentation_get_blank (presentation), ==, ATLAS_BLANK_WHITE);
  atlas_presentation_toggle_blank (presentation, ATLAS_BLANK_WHITE);
  g_assert_cmpint (atlas_presentation_get_blank (presentation), ==, ATLAS_BLANK_NONE);

  atlas_presentation_set_blank (presentation, ATLAS_BLANK_BLACK);
  atlas_presentation_set_frozen (presentation, TRUE);
  atlas_presentation_next (presentation);
  g_assert_cmpint (atlas_presentation_get_blank (presentation), ==, ATLAS_BLANK_NONE);
  g_assert_true (atlas_presentation_is_frozen (presentation));
}

static void
test_pointer (TourFixture  *fixture,
              gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;
  const AtlasPoint   inside = { 0.25, 1.0 };
  const AtlasPoint   outside[] = { { -0.01, 0.5 }, { 0.5, 1.01 }, { (double) NAN, 0.5 } };

  g_assert_true (isnan (atlas_presentation_get_pointer (presentation).x));
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      atlas_presentation_set_pointer (presentation, inside);
      g_assert_cmpfloat (atlas_presentation_get_pointer (presentation).x, ==, 0.25);
      atlas_presentation_set_pointer (presentation, outside[i]);
      g_assert_true (isnan (atlas_presentation_get_pointer (presentation).x));
      g_assert_true (isnan (atlas_presentation_get_pointer (presentation).y));
    }
}

static void
test_answer (TourFixture  *fixture,
             gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;

  atlas_presentation_set_answer_shown (presentation, TRUE);
  g_assert_false (atlas_presentation_is_answer_shown (presentation)); /* nothing was asked */

  atlas_presentation_go (presentation, 2);
  g_assert_false (atlas_presentation_is_answer_shown (presentation));
  atlas_presentation_next (presentation);
  assert_step (fixture, 2, FALSE);
  g_assert_true (atlas_presentation_is_answer_shown (presentation));
  pan (fixture->session);
  atlas_presentation_return (presentation);
  g_assert_true (atlas_presentation_is_answer_shown (presentation));
  atlas_presentation_next (presentation);
  assert_step (fixture, 3, FALSE);
  atlas_presentation_previous (presentation);
  g_assert_false (atlas_presentation_is_answer_shown (presentation));

  /* Who has wandered wants to go on. */
  pan (fixture->session);
  atlas_presentation_next (presentation);
  assert_step (fixture, 3, FALSE);
}

static void
type (TourFixture *fixture,
      const char  *digits)
{
  for (; *digits != '\0'; digits++)
    atlas_presentation_type_digit (fixture->presentation, (guint) g_ascii_digit_value (*digits));
}

static void
test_number (TourFixture  *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *digits;
    guint       typed;
    guint       step; /* after Enter, from step 1 */
  } cases[] = {
    { "3", 3, 3 },
    { "04", 4, 4 },
    { "0", 0, 2 }, /* nothing typed: the next one */
    { "", 0, 2 },
    { "12", 12, 1 }, /* there is none */
    { "99999", 999, 1 },
    { "2", 2, 2 },
    { "1", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      atlas_presentation_first (fixture->presentation);
      type (fixture, cases[i].digits);
      g_assert_cmpuint (atlas_presentation_get_typed (fixture->presentation), ==, cases[i].typed);
      atlas_presentation_enter (fixture->presentation);
      g_assert_cmpuint (atlas_presentation_get_step (fixture->presentation), ==, cases[i].step);
      g_assert_cmpuint (atlas_presentation_get_typed (fixture->presentation), ==, 0);
      g_assert_false (atlas_presentation_is_pointing (fixture->presentation));
    }
}

/* A lone 1 or 2 is about the pointer; in a number it is not. */
static void
test_number_or_pointer (TourFixture  *fixture,
                        gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;

  type (fixture, "2");
  g_assert_true (atlas_presentation_is_pointing (presentation));
  atlas_presentation_clear_typed (presentation);
  g_assert_true (atlas_presentation_is_pointing (presentation));
  type (fixture, "1");
  g_assert_false (atlas_presentation_is_pointing (presentation));
  type (fixture, "2");
  g_assert_true (atlas_presentation_is_pointing (presentation)); /* 12: as it was before */
  atlas_presentation_leave (presentation);
  g_assert_false (atlas_presentation_has_ended (presentation));
  g_assert_cmpuint (atlas_presentation_get_typed (presentation), ==, 0);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_leave_and_end (TourFixture  *fixture,
                    gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;
  guint              ended = 0;
  guint              stepped = 0;

  g_signal_connect_swapped (presentation, "ended", G_CALLBACK (count_cb), &ended);
  g_signal_connect_swapped (presentation, "stepped", G_CALLBACK (count_cb), &stepped);
  pan (fixture->session);
  atlas_presentation_leave (presentation);
  assert_step (fixture, 1, FALSE);
  g_assert_cmpuint (stepped, ==, 1);
  g_assert_cmpuint (ended, ==, 0);
  atlas_presentation_leave (presentation);
  g_assert_cmpuint (ended, ==, 1);
  g_assert_true (atlas_presentation_has_ended (presentation));
  atlas_presentation_end (presentation);
  atlas_presentation_next (presentation);
  type (fixture, "3");
  assert_step (fixture, 1, FALSE);
  g_assert_cmpuint (ended, ==, 1);
}

static void
log_cb (GObject    *object,
        GParamSpec *pspec,
        GString    *log)
{
  g_string_append_printf (log, "%s ", pspec->name);
}

/* Who observes is told of a change once, when all is done. */
static void
test_notify (TourFixture  *fixture,
             gconstpointer data)
{
  AtlasPresentation *presentation = fixture->presentation;
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (presentation, "notify", G_CALLBACK (log_cb), log);
  atlas_presentation_next (presentation);
  for (const char *const *name = (const char *const[]){ "step", "current", "next", NULL }; *name != NULL; name++)
    g_assert_nonnull (strstr (log->str, *name));
  g_assert_null (strstr (log->str, "wandering"));

  g_string_truncate (log, 0);
  atlas_presentation_set_frozen (presentation, FALSE);
  atlas_presentation_set_blank (presentation, ATLAS_BLANK_NONE);
  atlas_presentation_set_pointing (presentation, FALSE);
  atlas_presentation_return (presentation);
  g_assert_cmpstr (log->str, ==, "");

  g_object_set (presentation, "frozen", TRUE, NULL);
  g_object_set (presentation, "blank", ATLAS_BLANK_WHITE, NULL);
  g_object_set (presentation, "pointing", TRUE, NULL);
  g_assert_cmpstr (log->str, ==, "frozen blank pointing ");
}

static void
test_dataset (TourFixture  *fixture,
              gconstpointer data)
{
  g_autoptr (AtlasDataset) other = sample_atlas_new ("sample", "radar");
  GPtrArray *tours = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (tours, sample_tour_new (2));
  atlas_dataset_take_tours (other, tours);
  atlas_presentation_go (fixture->presentation, 4);
  atlas_presentation_set_dataset (fixture->presentation, other);
  g_assert_cmpuint (atlas_presentation_get_n_steps (fixture->presentation), ==, 2);
  assert_step (fixture, 2, FALSE);
  g_assert_true (atlas_session_get_dataset (fixture->session) == other);
  atlas_presentation_set_dataset (fixture->presentation, fixture->dataset); /* without tours: this one goes on */
  g_assert_cmpuint (atlas_presentation_get_n_steps (fixture->presentation), ==, 2);
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
    { "/presentation/walk", test_walk },
    { "/presentation/unsaid", test_unsaid },
    { "/presentation/being-back", test_being_back },
    { "/presentation/view-size", test_view_size },
    { "/presentation/blank", test_blank },
    { "/presentation/pointer", test_pointer },
    { "/presentation/answer", test_answer },
    { "/presentation/number", test_number },
    { "/presentation/number-or-pointer", test_number_or_pointer },
    { "/presentation/leave-and-end", test_leave_and_end },
    { "/presentation/notify", test_notify },
    { "/presentation/dataset", test_dataset },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TourFixture, NULL, tour_fixture_set_up, tests[i].test, tour_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (wanderings); i++)
    g_test_add (wanderings[i].path, TourFixture, GUINT_TO_POINTER (i), tour_fixture_set_up, test_wander, tour_fixture_tear_down);

  return g_test_run ();
}
