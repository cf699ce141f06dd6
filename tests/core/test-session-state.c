// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-state.h"

static AtlasSessionState *
make_state (void)
{
  AtlasSessionState *state = atlas_session_state_new ();

  state->atlas = g_strdup ("azerbaijan-russia");
  state->date = ATLAS_TIME_SPAN_INIT (732000, 732001);
  state->mode = ATLAS_CLOCK_AT;
  state->range = ATLAS_TIME_SPAN_INIT (726833, 740347);
  state->window = ATLAS_TIME_SPAN_INIT (730000, 735000);
  state->camera = (AtlasCamera){ 7, 40.1, 47.6 };
  state->has_camera = TRUE;
  state->item = g_strdup ("btc");
  state->passage = g_strdup ("economic-2");
  state->cite = 12;
  state->tour = g_strdup ("walk");
  state->step = 3;
  state->show = g_strdup ("economic,russia");
  state->find = g_strdup ("Bakı");
  state->language = g_strdup ("az");

  return state;
}

static void
replace (char      **member,
         const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

/* Each changes one member. */
/* clang-format off */
static void change_nothing (AtlasSessionState *state) {}
static void change_atlas (AtlasSessionState *state) { replace (&state->atlas, NULL); }
static void change_date (AtlasSessionState *state) { state->date.end++; }
static void change_no_date (AtlasSessionState *state) { state->date = ATLAS_TIME_SPAN_NONE; }
static void change_mode (AtlasSessionState *state) { state->mode = ATLAS_CLOCK_UP_TO; }
static void change_range (AtlasSessionState *state) { state->range.begin--; }
static void change_window (AtlasSessionState *state) { state->window.begin--; }
static void change_camera (AtlasSessionState *state) { state->camera.latitude += 1e-5; }
static void change_zoom (AtlasSessionState *state) { state->camera.zoom += 0.01; }
static void change_camera_little (AtlasSessionState *state) { state->camera.longitude += 5e-7; }
static void change_no_camera (AtlasSessionState *state) { state->has_camera = FALSE; }
static void change_item (AtlasSessionState *state) { replace (&state->item, "wrep"); }
static void change_passage (AtlasSessionState *state) { replace (&state->passage, NULL); }
static void change_cite (AtlasSessionState *state) { state->cite = 0; }
static void change_tour (AtlasSessionState *state) { replace (&state->tour, "run"); }
static void change_step (AtlasSessionState *state) { state->step = 4; }
static void change_show (AtlasSessionState *state) { replace (&state->show, "economic"); }
static void change_find (AtlasSessionState *state) { replace (&state->find, "Baku"); }
static void change_page (AtlasSessionState *state) { state->page = ATLAS_PAGE_NOTES; }
static void change_source (AtlasSessionState *state) { replace (&state->source, "a-source"); }
static void change_language (AtlasSessionState *state) { replace (&state->language, "ru"); }
/* clang-format on */

static const struct
{
  const char *name;
  void (*change) (AtlasSessionState *state);
  gboolean equal;
} changes[] = {
  { "nothing", change_nothing, TRUE },
  { "camera-little", change_camera_little, TRUE },
  { "atlas", change_atlas, FALSE },
  { "date", change_date, FALSE },
  { "no-date", change_no_date, FALSE },
  { "mode", change_mode, FALSE },
  { "range", change_range, FALSE },
  { "window", change_window, FALSE },
  { "camera", change_camera, FALSE },
  { "zoom", change_zoom, FALSE },
  { "no-camera", change_no_camera, FALSE },
  { "item", change_item, FALSE },
  { "passage", change_passage, FALSE },
  { "cite", change_cite, FALSE },
  { "tour", change_tour, FALSE },
  { "step", change_step, FALSE },
  { "show", change_show, FALSE },
  { "find", change_find, FALSE },
  { "page", change_page, FALSE },
  { "source", change_source, FALSE },
  { "language", change_language, FALSE },
};

static void
test_equal (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasSessionState) state = make_state ();
  g_autoptr (AtlasSessionState) copy = atlas_session_state_copy (state);

  changes[index].change (copy);
  g_assert_cmpint (atlas_session_state_equal (state, copy), ==, changes[index].equal);
  g_assert_cmpint (atlas_session_state_equal (copy, state), ==, changes[index].equal);
}

/* An empty span says nothing, wherever it lies; without a camera its numbers mean nothing. */
static void
test_nothing_said (void)
{
  g_autoptr (AtlasSessionState) a = atlas_session_state_new ();
  g_autoptr (AtlasSessionState) b = atlas_session_state_new ();

  b->date = ATLAS_TIME_SPAN_INIT (5, 5);
  b->window = ATLAS_TIME_SPAN_INIT (9, 2);
  b->camera.zoom = 5;
  g_assert_true (atlas_session_state_equal (a, b));
}

static void
test_modes (void)
{
  AtlasClockMode mode;

  for (guint i = 0; i < ATLAS_N_CLOCK_MODES; i++)
    {
      g_assert_true (atlas_clock_mode_from_id (atlas_clock_mode_get_id ((AtlasClockMode) i), &mode));
      g_assert_cmpint (mode, ==, (AtlasClockMode) i);
    }
  g_assert_false (atlas_clock_mode_from_id ("", &mode));
  g_assert_false (atlas_clock_mode_from_id (NULL, &mode));
}

static void
test_boxed (void)
{
  g_autoptr (AtlasSessionState) state = make_state ();
  GValue value = G_VALUE_INIT;

  g_value_init (&value, ATLAS_TYPE_SESSION_STATE);
  g_value_set_boxed (&value, state);
  g_assert_true (atlas_session_state_equal (g_value_get_boxed (&value), state));
  g_value_unset (&value);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session-state/equal/%s", changes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_equal);
    }
  g_test_add_func ("/session-state/nothing-said", test_nothing_said);
  g_test_add_func ("/session-state/modes", test_modes);
  g_test_add_func ("/session-state/boxed", test_boxed);

  return g_test_run ();
}
