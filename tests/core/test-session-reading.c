// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session-fixture.h"

#define assert_page(fixture_, page_) g_assert_cmpint (atlas_session_get_page ((fixture_)->session), ==, (page_))

/* What turns the page: each is done from the page of the sources, with "south" selected. */
static void
select_other (AtlasSession *session)
{
  atlas_session_select_id (session, "radar");
}
static void
select_same (AtlasSession *session)
{
  atlas_session_select_id (session, "south");
}
static void
select_none (AtlasSession *session)
{
  atlas_session_select (session, NULL);
}
static void
select_unknown (AtlasSession *session)
{
  atlas_session_select_id (session, "nothing");
}
static void
read_passage (AtlasSession *session)
{
  atlas_session_set_passage (session, "two");
}
static void
read_again (AtlasSession *session)
{
  read_passage (session);
  select_same (session);
  read_passage (session);
}

static void
read_unknown (AtlasSession *session)
{
  atlas_session_set_passage (session, "nothing");
}
static void
look_at_citation (AtlasSession *session)
{
  atlas_session_set_citation (session, 12);
}
static void
turn_to_item (AtlasSession *session)
{
  atlas_session_set_page (session, ATLAS_PAGE_ITEM);
}
static void
turn_to_notes (AtlasSession *session)
{
  atlas_session_set_page (session, ATLAS_PAGE_NOTES);
}

static void
select_from_text (AtlasSession *session)
{
  atlas_session_select_from_text (session, atlas_dataset_lookup (atlas_session_get_dataset (session), "radar"));
}

/* clang-format off */
static const struct
{
  const char *name;
  void      (*turn) (AtlasSession *session);
  AtlasPage   page;
} turns[] = {
  { "select-other",     select_other,     ATLAS_PAGE_ITEM },
  { "select-same",      select_same,      ATLAS_PAGE_ITEM },
  { "select-none",      select_none,      ATLAS_PAGE_SOURCES },
  { "select-unknown",   select_unknown,   ATLAS_PAGE_SOURCES },
  { "select-from-text", select_from_text, ATLAS_PAGE_SOURCES },
  { "read-passage",     read_passage,     ATLAS_PAGE_REPORT },
  { "read-again",       read_again,       ATLAS_PAGE_REPORT },
  { "read-unknown",     read_unknown,     ATLAS_PAGE_SOURCES },
  { "look-at-citation", look_at_citation, ATLAS_PAGE_SOURCES },
  { "turn-to-item",     turn_to_item,     ATLAS_PAGE_ITEM },
  { "turn-to-notes",    turn_to_notes,    ATLAS_PAGE_NOTES },
};
/* clang-format on */

static void
test_turn (SessionFixture *fixture,
           gconstpointer   data)
{
  const typeof (turns[0]) *c = data;

  atlas_session_select_id (fixture->session, "south");
  atlas_session_show_source (fixture->session, NULL);
  assert_page (fixture, ATLAS_PAGE_SOURCES);

  c->turn (fixture->session);
  assert_page (fixture, c->page);
}

/* The page of an item that is none is the report. */
static void
test_no_item (SessionFixture *fixture,
              gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  assert_page (fixture, ATLAS_PAGE_REPORT);
  atlas_session_set_page (session, ATLAS_PAGE_ITEM);
  session_fixture_assert_told (fixture, "");

  atlas_session_select_id (session, "south");
  assert_page (fixture, ATLAS_PAGE_ITEM);
  session_fixture_forget (fixture);
  atlas_session_select (session, NULL);
  assert_page (fixture, ATLAS_PAGE_REPORT);
  session_fixture_assert_told (fixture, "selected sentence page");
}

/* Who follows a mention stays in the report, and comes back to it. */
static void
test_from_text (SessionFixture *fixture,
                gconstpointer   data)
{
  AtlasSession *session = fixture->session;

  select_from_text (session);
  assert_selected (fixture, "radar");
  assert_page (fixture, ATLAS_PAGE_REPORT);
  select_from_text (session);
  assert_page (fixture, ATLAS_PAGE_REPORT);
  select_other (session);
  assert_page (fixture, ATLAS_PAGE_ITEM);
  g_assert_true (atlas_session_go (session, -1));
  assert_page (fixture, ATLAS_PAGE_REPORT);
}

static void
test_source (SessionFixture *fixture,
             gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  GListModel   *references = G_LIST_MODEL (atlas_dataset_get_bibliography (fixture->dataset));
  g_autoptr (AtlasReference) reference = g_list_model_get_item (references, 0);
  const char *id = atlas_reference_get_id (reference);

  atlas_session_show_source (session, id);
  assert_page (fixture, ATLAS_PAGE_SOURCES);
  g_assert_cmpstr (atlas_session_get_source (session), ==, id);
  session_fixture_assert_told (fixture, "page source can-go-back");

  atlas_session_show_source (session, id);
  session_fixture_assert_told (fixture, "");

  select_other (session);
  g_assert_cmpstr (atlas_session_get_source (session), ==, id);
  atlas_session_show_source (session, "nothing");
  g_assert_null (atlas_session_get_source (session));
  g_assert_true (atlas_session_go (session, -2));
  assert_page (fixture, ATLAS_PAGE_SOURCES);
  g_assert_cmpstr (atlas_session_get_source (session), ==, id);
}

/* The same atlas with another text: one reads on where one was, and the items are the same ones. */
static void
test_other_reading (SessionFixture *fixture,
                    gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  AtlasDataset *other = atlas_dataset_new_with_reading (fixture->dataset, NULL, NULL);
  AtlasDataset *again = atlas_dataset_new_with_reading (other, NULL, NULL);

  atlas_session_select_id (session, "radar");
  atlas_session_set_passage (session, "two");
  session_fixture_forget (fixture);

  atlas_session_set_dataset (session, again);
  session_fixture_assert_told (fixture, "dataset sentence !items");
  assert_selected (fixture, "radar");
  g_assert_cmpstr (atlas_session_get_passage (session), ==, "two");
  assert_page (fixture, ATLAS_PAGE_REPORT);
  g_assert_true (atlas_dataset_lookup (again, "radar") == atlas_dataset_lookup (fixture->dataset, "radar"));
  g_assert_cmpuint (atlas_dataset_get_citing (again, 39)->len, ==, atlas_dataset_get_citing (fixture->dataset, 39)->len);

  atlas_session_set_dataset (session, fixture->dataset);
  g_assert_finalize_object (again);
  g_assert_finalize_object (other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session-reading/turn/%s", turns[i].name);

      g_test_add (path, SessionFixture, &turns[i], session_fixture_set_up, test_turn, session_fixture_tear_down);
    }
  g_test_add ("/session-reading/no-item", SessionFixture, NULL, session_fixture_set_up, test_no_item, session_fixture_tear_down);
  g_test_add ("/session-reading/from-text", SessionFixture, NULL, session_fixture_set_up, test_from_text, session_fixture_tear_down);
  g_test_add ("/session-reading/source", SessionFixture, NULL, session_fixture_set_up, test_source, session_fixture_tear_down);
  g_test_add ("/session-reading/other-reading", SessionFixture, NULL, session_fixture_set_up, test_other_reading, session_fixture_tear_down);

  return g_test_run ();
}
