// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-history.h"

static AtlasSessionState *
make_state (guint step)
{
  AtlasSessionState *state = atlas_session_state_new ();

  state->step = step;
  state->item = g_strdup_printf ("item-%u", step);

  return state;
}

static void
push (AtlasHistory *history,
      guint         step)
{
  g_autoptr (AtlasSessionState) state = make_state (step);

  atlas_history_push (history, state);
}

static void
amend (AtlasHistory *history,
       guint         step)
{
  g_autoptr (AtlasSessionState) state = make_state (step);

  atlas_history_amend (history, state);
}

static void
assert_goes (AtlasHistory *history,
             int           steps,
             guint         step)
{
  const AtlasSessionState *state = NULL;

  g_assert_true (atlas_history_can_go (history, steps));
  state = atlas_history_go (history, steps);
  g_assert_nonnull (state);
  g_assert_cmpuint (state->step, ==, step);
}

static void
assert_stays (AtlasHistory *history,
              int           steps)
{
  g_assert_false (atlas_history_can_go (history, steps));
  g_assert_null (atlas_history_go (history, steps));
}

static void
test_empty (void)
{
  g_autoptr (AtlasHistory) history = atlas_history_new ();

  assert_stays (history, -1);
  assert_stays (history, 0);
  assert_stays (history, 1);
}

static void
test_walk (void)
{
  g_autoptr (AtlasHistory) history = atlas_history_new ();

  for (guint i = 1; i <= 3; i++)
    push (history, i);

  assert_stays (history, 1);
  assert_goes (history, -1, 2);
  assert_goes (history, -1, 1);
  assert_stays (history, -1);
  assert_stays (history, G_MININT);
  assert_stays (history, G_MAXINT);
  assert_goes (history, 2, 3);
}

static void
test_push_forgets_forward (void)
{
  g_autoptr (AtlasHistory) history = atlas_history_new ();

  for (guint i = 1; i <= 3; i++)
    push (history, i);
  assert_goes (history, -2, 1);
  push (history, 4);

  assert_stays (history, 1);
  assert_goes (history, -1, 1);
  assert_goes (history, 1, 4);
}

static void
test_push_same (void)
{
  g_autoptr (AtlasHistory) history = atlas_history_new ();

  push (history, 1);
  push (history, 2);
  assert_goes (history, -1, 1);
  push (history, 1); /* what is there already forgets nothing */

  assert_goes (history, 1, 2);
}

static void
test_amend (void)
{
  g_autoptr (AtlasHistory) history = atlas_history_new ();

  amend (history, 1); /* the first place */
  assert_stays (history, -1);
  push (history, 2);
  assert_goes (history, -1, 1);
  amend (history, 5);

  assert_goes (history, 1, 2);
  assert_goes (history, -1, 5);
}

static void
test_bound (void)
{
  g_autoptr (AtlasHistory) history = atlas_history_new ();

  for (guint i = 1; i <= ATLAS_HISTORY_MAX + 10; i++)
    push (history, i);

  assert_stays (history, -ATLAS_HISTORY_MAX);
  assert_goes (history, -(ATLAS_HISTORY_MAX - 1), 11);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/empty", test_empty);
  g_test_add_func ("/history/walk", test_walk);
  g_test_add_func ("/history/push-forgets-forward", test_push_forgets_forward);
  g_test_add_func ("/history/push-same", test_push_same);
  g_test_add_func ("/history/amend", test_amend);
  g_test_add_func ("/history/bound", test_bound);

  return g_test_run ();
}
