// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session-fixture.h"

static void
test_opening (SessionFixture *fixture,
              gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  AtlasCamera   camera = atlas_session_get_camera (session);

  g_assert_true (atlas_session_get_dataset (session) == fixture->dataset);
  assert_selected (fixture, NULL);
  g_assert_null (atlas_session_get_hovered (session));
  assert_clock (fixture, NULL);
  g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_ALL);
  g_assert_true (atlas_time_span_equal (atlas_session_get_range (session), sample_span ("1991/2030")));
  g_assert_true (camera.zoom == 6 && camera.latitude == 40.6 && camera.longitude == 47);
  g_assert_true (atlas_filter_is_empty (atlas_session_get_filter (session)));
  g_assert_false (atlas_session_get_restoring (session));
  g_assert_false (atlas_session_go (session, -1));
}

static void
test_no_atlas (void)
{
  AtlasSession *session = atlas_session_new (NULL);

  g_assert_false (atlas_session_select_id (session, "south"));
  g_assert_false (atlas_session_step_change (session, 1));
  atlas_session_set_passage (session, "one");
  atlas_session_set_citation (session, 12);
  atlas_session_step_clock (session, ATLAS_TIME_UNIT_MONTH, 1);
  g_assert_cmpint (atlas_session_get_clock_mode (session), ==, ATLAS_CLOCK_AT);
  g_assert_null (atlas_session_get_passage (session));
  g_assert_cmpuint (atlas_session_get_citation (session), ==, 0);
  g_assert_cmpstr (atlas_session_get_sentence (session), ==, "No atlas");
  g_assert_finalize_object (session);
}

static void
test_told_once (SessionFixture *fixture,
                gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasFilter) filter = atlas_filter_toggle_theme (atlas_session_get_filter (session), "economic");
  g_autoptr (AtlasFilter) same = atlas_filter_toggle_theme (atlas_session_get_filter (session), "economic");

  atlas_session_set_hovered (session, atlas_dataset_lookup (fixture->dataset, "north"));
  session_fixture_assert_told (fixture, "hovered");
  atlas_session_set_camera (session, (AtlasCamera){ 7, 40, 47 });
  session_fixture_assert_told (fixture, "camera");
  atlas_session_set_range (session, sample_span ("1994/2006"));
  session_fixture_assert_told (fixture, "range");
  atlas_session_set_language (session, "az");
  session_fixture_assert_told (fixture, "language sentence");
  atlas_session_set_playing (session, TRUE);
  session_fixture_assert_told (fixture, "playing");
  atlas_session_set_filter (session, filter);
  session_fixture_assert_told (fixture, "filter sentence can-go-back !items");
  atlas_session_set_clock (session, sample_span ("2006-05"));
  session_fixture_assert_told (fixture, "clock clock-mode sentence !items");
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_UP_TO);
  session_fixture_assert_told (fixture, "clock-mode sentence !items");
  atlas_session_set_passage (session, "one");
  session_fixture_assert_told (fixture, "passage");
  atlas_session_set_citation (session, 12);
  session_fixture_assert_told (fixture, "citation");
  atlas_session_request_fit (session, (AtlasBox){ 1, 2, 3, 4 });
  session_fixture_assert_told (fixture, "!fit:1,2,3,4");

  /* All of it again says nothing. */
  atlas_session_set_hovered (session, atlas_dataset_lookup (fixture->dataset, "north"));
  atlas_session_set_camera (session, (AtlasCamera){ 7, 40, 47 });
  atlas_session_set_range (session, sample_span ("1994/2006"));
  atlas_session_set_language (session, "az");
  atlas_session_set_playing (session, 2);
  atlas_session_set_filter (session, same);
  atlas_session_set_clock (session, sample_span ("2006-05"));
  atlas_session_set_clock_mode (session, ATLAS_CLOCK_UP_TO);
  atlas_session_set_passage (session, "one");
  atlas_session_set_citation (session, 12);
  atlas_session_request_fit (session, ATLAS_BOX_EMPTY);
  session_fixture_assert_told (fixture, "");
}

static void
test_select (SessionFixture *fixture,
             gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  g_assert_true (atlas_session_select_id (session, "south"));
  assert_selected (fixture, "south");
  session_fixture_assert_told (fixture, "selected sentence page can-go-back");

  g_assert_true (atlas_session_select_id (session, "south"));
  session_fixture_assert_told (fixture, "!reveal:south");

  g_assert_false (atlas_session_select_id (session, "nothing"));
  g_assert_false (atlas_session_select_id (session, NULL));
  assert_selected (fixture, "south");
  session_fixture_assert_told (fixture, "");

  atlas_session_select (session, NULL);
  assert_selected (fixture, NULL);
  session_fixture_assert_told (fixture, "selected sentence page");
  atlas_session_select (session, NULL);
  session_fixture_assert_told (fixture, "");
}

/* An item of another edition stands for the one with its id; one that is nowhere changes nothing. */
static void
test_select_stranger (SessionFixture *fixture,
                      gconstpointer   data)
{
  SampleItem unknown = sample_items[0];
  AtlasItem *twin = sample_item_new (&sample_items[1]);
  AtlasItem *stranger = NULL;

  unknown.id = "stranger";
  stranger = sample_item_new (&unknown);

  atlas_session_select (fixture->session, twin);
  g_assert_true (atlas_session_get_selected (fixture->session) == atlas_dataset_lookup (fixture->dataset, "radar"));
  atlas_session_select (fixture->session, stranger);
  assert_selected (fixture, "radar");
  g_assert_finalize_object (twin);
  g_assert_finalize_object (stranger);
}

/* Who follows a mention keeps their place in the text; who goes elsewhere leaves it. The citation is left either way. */
static void
test_select_leaves (SessionFixture *fixture,
                    gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_passage (session, "two");
  atlas_session_set_citation (session, 39);
  atlas_session_select_id (session, "radar");
  g_assert_cmpstr (atlas_session_get_passage (session), ==, "two");
  g_assert_cmpuint (atlas_session_get_citation (session), ==, 0);
  atlas_session_select_id (session, "south");
  g_assert_null (atlas_session_get_passage (session));
}

static void
test_unknown_places (SessionFixture *fixture,
                     gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  atlas_session_set_passage (session, "nothing");
  atlas_session_set_citation (session, 99);
  session_fixture_assert_told (fixture, "");

  atlas_session_set_passage (session, "one");
  atlas_session_set_citation (session, 4);
  atlas_session_set_passage (session, "nothing");
  atlas_session_set_citation (session, 99);
  g_assert_null (atlas_session_get_passage (session));
  g_assert_cmpuint (atlas_session_get_citation (session), ==, 0);
}

static void
test_new_edition (SessionFixture *fixture,
                  gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  AtlasDataset *edition = sample_atlas_new ("sample", NULL);
  AtlasDataset *poorer = sample_atlas_new ("sample", "south");

  atlas_session_select_id (session, "south");
  atlas_session_set_hovered (session, atlas_dataset_lookup (fixture->dataset, "north"));
  atlas_session_set_clock (session, sample_span ("2010"));
  atlas_session_set_camera (session, (AtlasCamera){ 8, 41, 48 });
  atlas_session_set_passage (session, "one");
  session_fixture_forget (fixture);

  atlas_session_set_dataset (session, edition);
  session_fixture_assert_told (fixture, "dataset hovered selected sentence !items");
  g_assert_true (atlas_session_get_selected (session) == atlas_dataset_lookup (edition, "south"));
  g_assert_null (atlas_session_get_hovered (session));
  g_assert_cmpstr (atlas_session_get_passage (session), ==, "one");
  assert_clock (fixture, "2010");
  g_assert_true (atlas_session_get_camera (session).zoom == 8);

  atlas_session_set_dataset (session, poorer);
  assert_selected (fixture, NULL);
  assert_clock (fixture, "2010");

  g_assert_true (atlas_session_go (session, -1)); /* the history is this atlas's still */
  atlas_session_set_dataset (session, fixture->dataset);
  g_assert_finalize_object (edition);
  g_assert_finalize_object (poorer);
}

static void
test_another_atlas (SessionFixture *fixture,
                    gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  AtlasDataset *other = sample_atlas_new ("other", "north");

  atlas_session_select_id (session, "north");
  atlas_session_set_clock (session, sample_span ("2010"));
  atlas_session_set_camera (session, (AtlasCamera){ 8, 41, 48 });

  atlas_session_set_dataset (session, other);
  assert_selected (fixture, NULL);
  assert_clock (fixture, NULL);
  g_assert_true (atlas_session_get_camera (session).zoom == 6);
  g_assert_false (atlas_session_go (session, -1));

  atlas_session_set_dataset (session, NULL);
  g_assert_null (atlas_session_get_dataset (session));
  g_assert_finalize_object (other);
}

/* Every property reads by its name what the getter says; those that can be written are. */
static void
test_properties (SessionFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (AtlasItem) selected = NULL;
  g_autofree AtlasTimeSpan *clock = NULL;
  g_autofree char          *sentence = NULL;
  AtlasTimeSpan             span = sample_span ("2006-05");
  gboolean                  can_go_back = FALSE;
  guint                     citation = 0;
  guint                     mode = 0;

  g_object_set (fixture->session, "selected", atlas_dataset_lookup (fixture->dataset, "south"), "clock", &span, "clock-mode", ATLAS_CLOCK_UP_TO,
                "citation", 12, NULL);
  g_object_get (fixture->session, "selected", &selected, "clock", &clock, "clock-mode", &mode, "citation", &citation, "sentence", &sentence,
                "can-go-back", &can_go_back, NULL);

  g_assert_cmpstr (atlas_item_get_id (selected), ==, "south");
  g_assert_true (atlas_time_span_equal (*clock, span));
  g_assert_cmpuint (mode, ==, ATLAS_CLOCK_UP_TO);
  g_assert_cmpuint (citation, ==, 12);
  g_assert_cmpstr (sentence, ==, atlas_session_get_sentence (fixture->session));
  g_assert_true (can_go_back);
}

/* A view that writes when it is told, and one that goes away. */
static void
selected_notify_cb (AtlasSession *session,
                    GParamSpec   *pspec,
                    gpointer      user_data)
{
  atlas_session_set_camera (session, (AtlasCamera){ 9, 39, 46 });
}

static void
unref_cb (AtlasSession *session,
          GParamSpec   *pspec,
          gpointer      user_data)
{
  g_object_unref (session);
}

static void
test_reentry (SessionFixture *fixture,
              gconstpointer   data)
{
  AtlasSession *session = atlas_session_new (fixture->dataset);

  g_signal_connect (fixture->session, "notify::selected", G_CALLBACK (selected_notify_cb), NULL);
  atlas_session_select_id (fixture->session, "south");
  session_fixture_assert_told (fixture, "selected sentence page can-go-back camera");

  g_object_add_weak_pointer (G_OBJECT (session), (gpointer *) &session);
  g_signal_connect (session, "notify::selected", G_CALLBACK (unref_cb), NULL);
  atlas_session_select_id (session, "south");
  g_assert_null (session);
}

#define ADD(path_, func_) \
  g_test_add ("/session/" path_, SessionFixture, NULL, session_fixture_set_up, func_, session_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("opening", test_opening);
  g_test_add_func ("/session/no-atlas", test_no_atlas);
  ADD ("told-once", test_told_once);
  ADD ("select", test_select);
  ADD ("select-stranger", test_select_stranger);
  ADD ("select-leaves", test_select_leaves);
  ADD ("unknown-places", test_unknown_places);
  ADD ("new-edition", test_new_edition);
  ADD ("another-atlas", test_another_atlas);
  ADD ("properties", test_properties);
  ADD ("reentry", test_reentry);

  return g_test_run ();
}
