// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note-link.h"

#include "session-fixture.h"

/* The view comes back whole, but for a card that was up. */
static void
test_bookmark (SessionFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (AtlasSessionState) before = NULL;
  g_autoptr (AtlasSessionState) after = NULL;
  g_autoptr (AtlasNoteFields) fields = NULL;
  g_autoptr (GError) error = NULL;

  atlas_session_select_id (fixture->session, "south");
  atlas_session_set_clock (fixture->session, sample_span ("2010"));
  before = atlas_session_dup_state (fixture->session);
  atlas_session_set_citation (fixture->session, 4);
  fields = atlas_note_new_bookmark (fixture->session);

  fields->id = g_uuid_string_random ();
  g_assert_true (atlas_note_fields_check (fields, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fields->target, ==, ATLAS_NOTE_ON_ITEM);
  g_assert_cmpstr (fields->target_id, ==, "south");
  g_assert_cmpstr (fields->text, ==, atlas_session_get_sentence (fixture->session));

  atlas_session_set_clock (fixture->session, sample_span ("1999"));
  atlas_session_select (fixture->session, NULL);
  g_assert_true (atlas_note_follow (fields, fixture->session));
  after = atlas_session_dup_state (fixture->session);
  g_assert_true (atlas_session_state_equal (before, after));
}

/* On what is read, or on nothing. */
static void
test_bookmark_place (SessionFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (AtlasNoteFields) nothing = atlas_note_new_bookmark (fixture->session);
  g_autoptr (AtlasNoteFields) passage = NULL;
  g_autoptr (AtlasNoteFields) none = NULL;

  g_assert_cmpint (nothing->target, ==, ATLAS_NOTE_ON_NOTHING);
  g_assert_null (nothing->target_id);
  atlas_session_select_id (fixture->session, "south");
  atlas_session_set_passage (fixture->session, "two");
  passage = atlas_note_new_bookmark (fixture->session);
  g_assert_cmpint (passage->target, ==, ATLAS_NOTE_ON_PASSAGE);
  g_assert_cmpstr (passage->target_id, ==, "two");

  atlas_session_set_dataset (fixture->session, NULL);
  none = atlas_note_new_bookmark (fixture->session);
  g_assert_null (none);
}

static AtlasNoteFields *
create_note (AtlasNoteTarget target,
             const char     *target_id)
{
  AtlasNoteFields *fields = atlas_note_fields_new ();

  fields->target = target;
  fields->target_id = g_strdup (target_id);

  return fields;
}

static void
test_follow (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (AtlasNoteFields) passage = create_note (ATLAS_NOTE_ON_PASSAGE, "two");
  g_autoptr (AtlasNoteFields) item = create_note (ATLAS_NOTE_ON_ITEM, "radar");
  g_autoptr (AtlasNoteFields) source = create_note (ATLAS_NOTE_ON_SOURCE, "bp");
  g_autoptr (AtlasNoteFields) lost = create_note (ATLAS_NOTE_ON_ITEM, "no-such-item");
  g_autoptr (AtlasNoteFields) nothing = create_note (ATLAS_NOTE_ON_NOTHING, NULL);

  g_assert_true (atlas_note_follow (passage, fixture->session));
  g_assert_cmpstr (atlas_session_get_passage (fixture->session), ==, "two");
  g_assert_true (atlas_note_follow (item, fixture->session));
  assert_selected (fixture, "radar");
  g_assert_true (atlas_note_follow (source, fixture->session));
  g_assert_cmpstr (atlas_session_get_source (fixture->session), ==, "bp");
  g_assert_false (atlas_note_follow (lost, fixture->session));
  g_assert_false (atlas_note_follow (nothing, fixture->session));

  nothing->kind = ATLAS_NOTE_BOOKMARK;
  nothing->link = g_strdup ("https://example.org/");
  g_assert_false (atlas_note_follow (nothing, fixture->session));
}

#define ADD(path_, test_) \
  g_test_add ("/note-link/" path_, SessionFixture, NULL, session_fixture_set_up, test_, session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("bookmark", test_bookmark);
  ADD ("bookmark-place", test_bookmark_place);
  ADD ("follow", test_follow);

  return g_test_run ();
}
