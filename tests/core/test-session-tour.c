// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session-fixture.h"

static const char *const states[] = {
  "#date=2006-07&range=1991/2030&map=7/40/45&item=south&show=pipeline",
  "#range=2000/2025&map=5/41/47",
  "#date=2012&range=2000/2020&map=8/41/47.8&item=radar&page=report&par=two",
};

static AtlasTour *
tour_new (void)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (AtlasSessionState) state = atlas_session_state_parse (states[i], NULL);
      AtlasTourStepSpec spec = { .title = "Step", .state = state };

      g_ptr_array_add (steps, atlas_tour_step_new (&spec));
    }

  return atlas_tour_new ("walk", "A walk", NULL, steps);
}

static void
assert_step (SessionFixture *fixture,
             const char     *tour,
             guint           step)
{
  g_autofree char *found = NULL;
  guint            n = 0;

  g_object_get (fixture->session, "tour", &found, "step", &n, NULL);
  g_assert_cmpstr (found, ==, tour);
  g_assert_cmpuint (n, ==, step);
  g_assert_cmpstr (atlas_session_get_tour (fixture->session), ==, tour);
  g_assert_cmpuint (atlas_session_get_step (fixture->session), ==, step);
}

static void
test_show_step (SessionFixture *fixture,
                gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasTour) tour = tour_new ();
  g_autoptr (AtlasSessionState) state = NULL;
  g_autofree char *link = NULL;

  assert_step (fixture, NULL, 0);
  atlas_session_show_step (session, tour, 1);
  assert_step (fixture, "walk", 1);
  assert_selected (fixture, "south");
  assert_clock (fixture, "2006-07");
  g_assert_true (atlas_session_get_camera (session).zoom == 7);
  state = atlas_session_dup_state (session);
  link = atlas_session_state_to_link (state);
  g_assert_nonnull (strstr (link, "&tour=walk&step=1&"));

  /* One that is not there is not gone to. */
  session_fixture_forget (fixture);
  atlas_session_show_step (session, tour, 0);
  atlas_session_show_step (session, tour, 4);
  g_assert_cmpstr (fixture->log->str, ==, "");
  assert_step (fixture, "walk", 1);

  atlas_session_show_step (session, tour, 2);
  session_fixture_forget (fixture);
  atlas_session_show_step (session, tour, 2);
  g_assert_null (strstr (fixture->log->str, "step"));
}

/* Looking round on the way is not leaving it; back and forward go through it. */
static void
test_wander (SessionFixture *fixture,
             gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasTour) tour = tour_new ();

  atlas_session_show_step (session, tour, 1);
  atlas_session_show_step (session, tour, 2);
  atlas_session_select_id (session, "radar");
  assert_step (fixture, "walk", 2);

  g_assert_true (atlas_session_go (session, -1));
  assert_step (fixture, "walk", 2);
  g_assert_true (atlas_session_go (session, -1));
  assert_step (fixture, "walk", 1);
  assert_selected (fixture, "south");
  g_assert_true (atlas_session_go (session, -1));
  assert_step (fixture, NULL, 0);
}

static void
test_leave (SessionFixture *fixture,
            gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasTour) tour = tour_new ();
  g_autoptr (AtlasDataset) other = sample_atlas_new ("other", NULL);

  atlas_session_show_step (session, tour, 1);
  session_fixture_forget (fixture);
  atlas_session_leave_tour (session);
  session_fixture_assert_told (fixture, "tour step");
  assert_step (fixture, NULL, 0);
  assert_selected (fixture, "south");
  atlas_session_leave_tour (session);
  g_assert_cmpstr (fixture->log->str, ==, "");

  /* Another atlas has other tours. */
  atlas_session_show_step (session, tour, 1);
  atlas_session_set_dataset (session, other);
  assert_step (fixture, NULL, 0);
}

/* The page that is read stays; where a step takes the item away there is the page of the tours. */
static void
test_page (SessionFixture *fixture,
           gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasTour) tour = tour_new ();

  atlas_session_set_page (session, ATLAS_PAGE_TOURS);
  atlas_session_show_step (session, tour, 3);
  g_assert_cmpint (atlas_session_get_page (session), ==, ATLAS_PAGE_TOURS);
  g_assert_cmpstr (atlas_session_get_passage (session), ==, "two");

  atlas_session_set_page (session, ATLAS_PAGE_ITEM);
  atlas_session_show_step (session, tour, 1);
  g_assert_cmpint (atlas_session_get_page (session), ==, ATLAS_PAGE_ITEM);
  atlas_session_show_step (session, tour, 2);
  g_assert_cmpint (atlas_session_get_page (session), ==, ATLAS_PAGE_TOURS);
}

/* A step shows the same ground on every map, and is kept as it would be on the one that steps are made for. */
static void
test_view_size (SessionFixture *fixture,
                gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasTour) tour = tour_new ();
  g_autoptr (AtlasSessionState) kept = NULL;
  double width = 0;
  double height = 0;

  atlas_session_set_view_size (session, 512, 400);
  atlas_session_get_view_size (session, &width, &height);
  g_assert_true (width == 512 && height == 400);

  atlas_session_show_step (session, tour, 1);
  g_assert_cmpfloat_with_epsilon (atlas_session_get_camera (session).zoom, 6, 1e-9);
  kept = atlas_session_dup_step_state (session);
  g_assert_true (atlas_session_state_equal (kept, atlas_tour_step_get_state (atlas_tour_get_step (tour, 0))));
}

/* Steps of tours as they are in links. */
static void
test_link (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse ("#tour=walk&step=2&page=tours", NULL);

  atlas_session_apply_state (fixture->session, state);
  assert_step (fixture, "walk", 2);
  g_assert_cmpint (atlas_session_get_page (fixture->session), ==, ATLAS_PAGE_TOURS);
  g_assert_true (atlas_session_state_has_key ("tour"));
  g_assert_false (atlas_session_state_has_key ("tours"));
  g_assert_null (atlas_session_state_parse ("#tour=A%20walk", NULL));
}

/* The atlas with other words in it has the same tours. */
static void
test_dataset (SessionFixture *fixture,
              gconstpointer   data)
{
  GPtrArray *tours = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasDataset) reading = NULL;

  g_assert_cmpuint (atlas_dataset_get_tours (fixture->dataset)->len, ==, 0);
  g_ptr_array_add (tours, tour_new ());
  atlas_dataset_take_tours (fixture->dataset, tours);
  g_assert_nonnull (atlas_dataset_lookup_tour (fixture->dataset, "walk"));
  g_assert_null (atlas_dataset_lookup_tour (fixture->dataset, "run"));
  g_assert_null (atlas_dataset_lookup_tour (fixture->dataset, NULL));

  reading = atlas_dataset_new_with_reading (fixture->dataset, NULL, NULL);
  g_assert_true (atlas_dataset_lookup_tour (reading, "walk") == atlas_dataset_lookup_tour (fixture->dataset, "walk"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path_, func_) g_test_add (path_, SessionFixture, NULL, session_fixture_set_up, func_, session_fixture_tear_down)
  ADD ("/session-tour/show-step", test_show_step);
  ADD ("/session-tour/wander", test_wander);
  ADD ("/session-tour/leave", test_leave);
  ADD ("/session-tour/page", test_page);
  ADD ("/session-tour/view-size", test_view_size);
  ADD ("/session-tour/link", test_link);
  ADD ("/session-tour/dataset", test_dataset);
#undef ADD

  return g_test_run ();
}
