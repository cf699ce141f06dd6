// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session-fixture.h"

#define HIDDEN ATLAS_VISIBILITY_HIDDEN
#define HINT ATLAS_VISIBILITY_HINT
#define SHOWN ATLAS_VISIBILITY_SHOWN
#define NONE ATLAS_STATUS_NONE
#define PLANNED ATLAS_STATUS_PLANNED
#define BUILDING ATLAS_STATUS_BUILDING
#define OPERATING ATLAS_STATUS_OPERATING
#define SUSPENDED ATLAS_STATUS_SUSPENDED
#define CLOSED ATLAS_STATUS_CLOSED
#define ALL ATLAS_CLOCK_ALL
#define AT ATLAS_CLOCK_AT
#define UP_TO ATLAS_CLOCK_UP_TO

/* clang-format off */
static const struct
{
  const char     *item;
  AtlasClockMode  mode;
  const char     *clock;
  AtlasVisibility visibility;
  AtlasStatus     status;
} cases[] = {
  { "south", ALL, NULL, SHOWN, OPERATING },
  { "radar", ALL, NULL, SHOWN, OPERATING },        /* it did, though it is closed today */
  { "north", ALL, NULL, SHOWN, OPERATING },
  { "dream", ALL, NULL, SHOWN, PLANNED },          /* all of it is to come */
  { "accord", ALL, NULL, SHOWN, OPERATING },
  { "corridor", ALL, NULL, SHOWN, OPERATING },
  { "south", AT, "1999-11-17", HINT, NONE },
  { "south", AT, "1999-11-18", SHOWN, PLANNED },   /* known before its life */
  { "south", AT, "2002-08", SHOWN, PLANNED },
  { "south", AT, "2002-09", SHOWN, BUILDING },
  { "south", AT, "2006-06", SHOWN, OPERATING },
  { "south", AT, "2500", SHOWN, OPERATING },
  { "north", AT, "2007", SHOWN, SUSPENDED },
  { "radar", AT, "1984", HINT, NONE },
  { "radar", AT, "2012-12-09", SHOWN, OPERATING },
  { "radar", AT, "2012-12-10", SHOWN, CLOSED },
  { "corridor", AT, "2020-11-09", HINT, NONE },
  { "corridor", AT, "2020-11-10", SHOWN, OPERATING }, /* alive, and no phase says */
  { "corridor", AT, "2022-08-25", SHOWN, OPERATING },
  { "corridor", AT, "2022-08-26", HINT, NONE },
  { "accord", AT, "1997-07", SHOWN, OPERATING },
  { "accord", AT, "1997-07-04", HINT, NONE },
  { "old", AT, "0500", SHOWN, OPERATING },
  { "old", AT, "1991", HINT, NONE },
  { "far", UP_TO, "2011", HINT, NONE },
  { "far", UP_TO, "2012-05", SHOWN, PLANNED },
  { "radar", UP_TO, "2006", SHOWN, OPERATING },
  { "radar", UP_TO, "2013", SHOWN, CLOSED },
  { "corridor", UP_TO, "2020-11-09", HINT, NONE },
  { "corridor", UP_TO, "2020", SHOWN, OPERATING },
  { "corridor", UP_TO, "2023", SHOWN, CLOSED },    /* a zone is there and gone */
  { "accord", UP_TO, "1997-07-02", HINT, NONE },
  { "accord", UP_TO, "2020", SHOWN, OPERATING },   /* a treaty has been signed ever after */
  { "rule", UP_TO, "2010", SHOWN, OPERATING },
  { "dream", UP_TO, "2985", SHOWN, PLANNED },
  { "old", UP_TO, "2010", SHOWN, CLOSED },
};
/* clang-format on */

static void
test_case (SessionFixture *fixture,
           gconstpointer   data)
{
  guint       index = GPOINTER_TO_UINT (data);
  AtlasItem  *item = atlas_dataset_lookup (fixture->dataset, cases[index].item);
  AtlasStatus status;

  if (cases[index].clock != NULL)
    atlas_session_set_clock (fixture->session, sample_span (cases[index].clock));
  atlas_session_set_clock_mode (fixture->session, cases[index].mode);

  g_assert_cmpint (atlas_session_get_visibility (fixture->session, item, &status), ==, cases[index].visibility);
  g_assert_cmpint (status, ==, cases[index].status);
  g_assert_cmpint (atlas_session_get_visibility (fixture->session, item, NULL), ==, cases[index].visibility);
}

static void
test_filter (SessionFixture *fixture,
             gconstpointer   data)
{
  AtlasSession *session = fixture->session;
  g_autoptr (AtlasFilter) sites = atlas_filter_toggle_kind (atlas_session_get_filter (session), ATLAS_KIND_SITE);
  g_autoptr (AtlasFilter) window = atlas_filter_with_window (sites, sample_span ("2000/2005"));
  AtlasItem  *radar = atlas_dataset_lookup (fixture->dataset, "radar");
  AtlasItem  *old = atlas_dataset_lookup (fixture->dataset, "old");
  AtlasItem  *south = atlas_dataset_lookup (fixture->dataset, "south");
  AtlasStatus status;

  atlas_session_set_clock (session, sample_span ("2006-06"));
  atlas_session_set_filter (session, sites);
  g_assert_cmpint (atlas_session_get_visibility (session, radar, NULL), ==, SHOWN);
  g_assert_cmpint (atlas_session_get_visibility (session, old, NULL), ==, HINT);
  g_assert_cmpint (atlas_session_get_visibility (session, south, &status), ==, HIDDEN);
  g_assert_cmpint (status, ==, NONE);

  atlas_session_set_filter (session, window);
  g_assert_cmpint (atlas_session_get_visibility (session, radar, NULL), ==, SHOWN);
  g_assert_cmpint (atlas_session_get_visibility (session, old, NULL), ==, HIDDEN);
}

/* What an item is on the whole, by its phases; the session's today is 2026-11-23. */
static const struct
{
  const char *when, *phases;
  AtlasStatus status;
} wholes[] = {
  { "2000/..", "", OPERATING },
  { "2040/..", "", PLANNED },
  { "2000/..", "1990/1999 planned; 2000/2005 operating; 2006/.. suspended", OPERATING },
  { "2000/2010", "1990/1999 planned; 2000/2005 operating; 2006/.. closed", OPERATING },
  { "2030/..", "2015/2029 building; 2030/.. operating", BUILDING },
  { "2030/..", "2015/2020 planned; 2030/.. operating", PLANNED },
  { "2007/2014", "2007/2014 planned; 2014-12/.. closed", PLANNED },
  { "2007/2014", "2007/2010 planned; 2011/2014 building; 2015/.. closed", BUILDING },
  { "2000/2012", "2013/.. closed", OPERATING },
  { "2000/..", "2000/.. suspended", SUSPENDED },
};

static void
test_whole (SessionFixture *fixture,
            gconstpointer   data)
{
  guint       index = GPOINTER_TO_UINT (data);
  SampleItem  sample = { "x", "X", ATLAS_KIND_PIPELINE, "economic", "", wholes[index].when, wholes[index].phases, ATLAS_GEOMETRY_POINT, NULL, NULL, 0 };
  AtlasItem  *item = sample_item_new (&sample);
  AtlasStatus status;

  g_assert_cmpint (atlas_session_get_visibility (fixture->session, item, &status), ==, SHOWN);
  g_assert_cmpint (status, ==, wholes[index].status);
  g_assert_finalize_object (item);
}

#define ADD(path_, data_, func_) \
  g_test_add ((path_), SessionFixture, (data_), session_fixture_set_up, func_, session_fixture_tear_down)

/* With a sign chosen, what bears it at the clock's date shows; all else is put away. A legend counts as if none were. */
static const struct
{
  const char     *link, *item;
  AtlasVisibility visibility;
  gboolean        offered;
} signs[] = {
  { "date=2006-06&show=pipeline-operating", "south", SHOWN, TRUE },
  { "date=2003-01&show=pipeline-operating", "south", HIDDEN, TRUE },
  { "date=2003-01&show=pipeline-operating,pipeline-building", "south", SHOWN, TRUE },
  { "date=2006-06&show=pipeline-operating", "far", HIDDEN, FALSE }, /* not even hinted at */
  { "date=2006-06&show=pipeline-operating", "radar", HIDDEN, TRUE },
  { "date=2013&show=site-closed", "radar", SHOWN, TRUE },
  { "show=pipeline-operating", "radar", HIDDEN, TRUE },
  { "show=pipeline-operating", "north", SHOWN, TRUE },
  { "show=pipeline-operating,security", "north", HIDDEN, FALSE },
  { "show=evidence-one", "south", SHOWN, TRUE }, /* the atlas knows one of its three sources */
  { "show=evidence-one", "north", SHOWN, TRUE },
  { "show=evidence-one", "far", HIDDEN, FALSE },
};

static void
test_sign (SessionFixture *fixture,
           gconstpointer   data)
{
  guint       index = GPOINTER_TO_UINT (data);
  AtlasStatus status = NONE;
  AtlasItem  *item = atlas_dataset_lookup (fixture->dataset, signs[index].item);
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (signs[index].link, NULL);
  g_autoptr (AtlasFilter) others = NULL;

  atlas_session_apply_state (fixture->session, state);
  g_assert_cmpint (atlas_session_get_visibility (fixture->session, item, &status), ==, signs[index].visibility);
  if (signs[index].visibility == HIDDEN)
    g_assert_cmpint (status, ==, NONE);

  others = atlas_filter_without_signs (atlas_session_get_filter (fixture->session));
  g_assert_cmpint (atlas_session_get_offer (fixture->session, others, item, &status), ==, signs[index].offered);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session-visibility/case/%u", i);

      ADD (path, GUINT_TO_POINTER (i), test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session-visibility/whole/%u", i);

      ADD (path, GUINT_TO_POINTER (i), test_whole);
    }
  ADD ("/session-visibility/filter", NULL, test_filter);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/session/sign/%02u", i);

      g_test_add (path, SessionFixture, GUINT_TO_POINTER (i), session_fixture_set_up, test_sign, session_fixture_tear_down);
    }

  return g_test_run ();
}
