// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session-fixture.h"

/* Stepping over dates as they are known. An atlas of one item with a date of every form, and everything one meets in it. */
/* clang-format off */
static const struct
{
  const char *id, *when, *phases;
} items[] = {
  { "open-begin", "../1960",               "" },
  { "lost-begin", "/1961-02",              "" },
  { "century",    "18XX",                  "" },
  { "decade",     "197X",                  "" },
  { "some-month", "1981-XX",               "" },
  { "season",     "1982-21",               "" },
  { "quarter",    "1983-34",               "" },
  { "set",        "[1984..1986]",          "" },
  { "year",       "1990",                  "" },
  { "month",      "1990-05",               "" },
  { "day",        "1990-05-06",            "" },
  { "new-year",   "1990-01-01",            "" },
  { "about-year", "1991~",                 "" },
  { "about-day",  "1991-04-05~",           "" },
  { "maybe",      "1992-03?",              "" },
  { "interval",   "1993/1995-06",          "" },
  { "lost-end",   "1996-07-08/",           "" },
  { "open-end",   "1997/..",               "1997-06-04/1998-02-03 building; 1998-02-03/1999 suspended; 1999/.. operating" },
};

/* From before all to after all; an item's own date comes first, then its end. */
static const struct
{
  const char *change, *begins; /* begins: the items that do */
} walk[] = {
  { "18XX",       "century" },
  { "1960",            "" },
  { "1961-02",         "" },
  { "197X",       "decade" },
  { "1981",            "some-month" },
  { "1982-03/1982-05", "season" },
  { "1983-04/1983-06", "quarter" },
  { "1984",            "set" },
  { "1986",            "" },
  { "1990",            "year" },
  { "1990-01-01",      "new-year" },
  { "1990-05",         "month" },
  { "1990-05-06",      "day" },
  { "1991",            "about-year" },
  { "1991-04-05",      "about-day" },
  { "1992-03",         "maybe" },
  { "1993",            "interval" },
  { "1995-06",         "" },
  { "1996-07-08",      "lost-end" },
  { "1997",            "open-end" },
  { "1997-06-04",      "open-end" },
  { "1998-02-03",      "open-end" },
  { "1999",            "open-end" },
};
/* clang-format on */

typedef struct
{
  AtlasDataset *dataset;
  AtlasSession *session;
  GString      *pinged;
} Fixture;

static void
pinged_cb (AtlasSession *session,
           GPtrArray    *pinged,
           gpointer      user_data)
{
  GString *log = user_data;

  for (guint i = 0; i < pinged->len; i++)
    g_string_append_printf (log, "%s%s", log->len > 0 ? " " : "", atlas_item_get_id (g_ptr_array_index (pinged, i)));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      SampleItem item = { items[i].id, items[i].id, i % 2 == 0 ? ATLAS_KIND_SITE : ATLAS_KIND_ZONE, "political", "", items[i].when, items[i].phases, ATLAS_GEOMETRY_POINT, NULL, NULL, 0 };

      g_ptr_array_add (array, sample_item_new (&item));
    }
  fixture->dataset = atlas_dataset_new_take (sample_manifest_new ("edtf"), array, sample_report_new (), sample_bibliography_new (), NULL);
  fixture->session = atlas_session_new (fixture->dataset);
  fixture->pinged = g_string_new (NULL);
  g_signal_connect (fixture->session, "pinged", G_CALLBACK (pinged_cb), fixture->pinged);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->dataset);
  g_string_free (fixture->pinged, TRUE);
}

static void
assert_pinged (Fixture    *fixture,
               const char *ids)
{
  g_assert_cmpstr (fixture->pinged->str, ==, ids);
  g_string_truncate (fixture->pinged, 0);
}

static void
test_walk (Fixture      *fixture,
           gconstpointer data)
{
  atlas_session_set_clock (fixture->session, sample_span ("1700"));
  for (guint i = 0; i < G_N_ELEMENTS (walk); i++)
    {
      g_assert_true (atlas_session_step_change (fixture->session, 1));
      assert_clock (fixture, walk[i].change);
      assert_pinged (fixture, walk[i].begins);
    }
  g_assert_false (atlas_session_step_change (fixture->session, 1));
  assert_pinged (fixture, "");

  for (guint i = G_N_ELEMENTS (walk) - 1; i-- > 0;)
    {
      g_assert_true (atlas_session_step_change (fixture->session, -1));
      assert_clock (fixture, walk[i].change);
    }
  g_assert_false (atlas_session_step_change (fixture->session, -1));
}

/* From anywhere between, by the day or the month. */
static void
test_from_between (Fixture      *fixture,
                   gconstpointer data)
{
  static const struct
  {
    const char *from;
    int         direction;
    const char *to;
  } cases[] = {
    { "1989-12-31", 1, "1990" }, /* the year, and not its first day */
    { "1990-01-01", -1, "1990" },
    { "1990-01-02", 1, "1990-05" },
    { "1990-05-01", 1, "1990-05-06" },
    { "1990-06", 1, "1991" },
    { "1990-12-31", -1, "1990-05-06" },
    { "1982-04", 1, "1983-04/1983-06" },
    { "1982-04", -1, "1982-03/1982-05" },
    { "1975", 1, "1981" },
    { "1975", -1, "197X" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      atlas_session_set_clock (fixture->session, sample_span (cases[i].from));
      g_assert_true (atlas_session_step_change (fixture->session, cases[i].direction));
      assert_clock (fixture, cases[i].to);
    }
}

/* What the clock passes is pinged when it is known to lie in what was passed: a year is no New Year's Day. */
static void
test_within (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *days, *pinged;
  } cases[] = {
    { "1990-01-01", "new-year" },
    { "1990-01", "new-year" },
    { "1990-05", "month day" },
    { "1990-05-06", "day" },
    { "1990", "year new-year month day" },
    { "1990-05-30", "" },
    { "1990-05-31", "month" }, /* now it is certain */
    { "1990-11", "" },
    { "1990-12", "year" },
    { "1990-12-31", "year" },
    { "1990-12-31/1991-01-01", "year" },
    { "1991-01-01", "" },
    { "1979", "decade" },
    { "1899-12-30", "" },
    { "1899-12-31", "century" },
    { "1982-05", "season" },
    { "1997-12", "" }, /* the phase that began in June was pinged then */
    { "1999-12-31", "open-end" },
    { "1989/1991", "year new-year month day about-year about-day" },
    { "1970", "" },
    { "1982-03", "" },
    { "1982", "season" },
    { "1997-01-01", "" },
    { "1997-06", "open-end" },
    { "1997/1998", "open-end" }, /* once */
    { "1995", "" },              /* an end is no begin */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      atlas_session_ping_within (fixture->session, sample_span (cases[i].days));
      assert_pinged (fixture, cases[i].pinged);
    }
}

static void
test_filter (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_toggle_kind (atlas_session_get_filter (fixture->session), ATLAS_KIND_SITE);

  atlas_session_set_filter (fixture->session, filter);
  atlas_session_set_clock (fixture->session, sample_span ("1989"));
  g_assert_true (atlas_session_step_change (fixture->session, 1));
  assert_clock (fixture, "1990");
  assert_pinged (fixture, "year");
  g_assert_true (atlas_session_step_change (fixture->session, 1));
  assert_clock (fixture, "1990-05-06");
  atlas_session_ping_within (fixture->session, sample_span ("1990"));
  assert_pinged (fixture, "day year day");
}

/* What is known to the year is as it is in that year on each of its days, and not on a day before or after. */
static void
test_days (Fixture      *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char     *id, *day;
    AtlasVisibility visibility;
    AtlasStatus     status;
  } cases[] = {
    { "year", "1989-12-31", ATLAS_VISIBILITY_HINT, ATLAS_STATUS_NONE },
    { "year", "1990-01-01", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "year", "1990-09-13", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "year", "1990-12-31", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "year", "1991-01-01", ATLAS_VISIBILITY_HINT, ATLAS_STATUS_NONE },
    { "month", "1990-04-30", ATLAS_VISIBILITY_HINT, ATLAS_STATUS_NONE },
    { "month", "1990-05-31", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "day", "1990-05-05", ATLAS_VISIBILITY_HINT, ATLAS_STATUS_NONE },
    { "day", "1990-05-06", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "day", "1990-05", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "season", "1982-05-31", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "season", "1982-06-01", ATLAS_VISIBILITY_HINT, ATLAS_STATUS_NONE },
    { "decade", "1979-12-31", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "open-begin", "1800", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "open-begin", "1961-01-01", ATLAS_VISIBILITY_HINT, ATLAS_STATUS_NONE },
    { "lost-end", "2500-01-01", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
    { "open-end", "1997-06-03", ATLAS_VISIBILITY_HINT, ATLAS_STATUS_NONE }, /* its phases know the day */
    { "open-end", "1997-06-04", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_BUILDING },
    { "open-end", "1997", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_BUILDING },
    { "open-end", "1998-02-02", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_BUILDING },
    { "open-end", "1998-02-03", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_SUSPENDED },
    { "open-end", "1998-12-31", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_SUSPENDED },
    { "open-end", "1999-01-01", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING }, /* the later owns the year in which they meet */
    { "open-end", "1999-12-31", ATLAS_VISIBILITY_SHOWN, ATLAS_STATUS_OPERATING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasStatus     status = ATLAS_STATUS_NONE;
      AtlasVisibility visibility;

      atlas_session_set_clock (fixture->session, sample_span (cases[i].day));
      visibility = atlas_session_get_visibility (fixture->session, atlas_dataset_lookup (fixture->dataset, cases[i].id), &status);
      if (visibility != cases[i].visibility || status != cases[i].status)
        g_error ("%s on %s: visibility %d, status %d", cases[i].id, cases[i].day, visibility, status);
    }
}

/* Selected from afar, an item brings the clock to all the days in which it may have begun. */
static void
test_follow (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *clock, *item, *then;
  } cases[] = {
    { "2010-02-03", "year", "1990" },
    { "2010-02-03", "month", "1990-05" },
    { "2010-02", "day", "1990-05" },
    { "2010-02-03", "day", "1990-05-06" },
    { "2010-02-03", "season", "1982-03/1982-05" },
    { "2010", "season", "1982" },
    { "2010-02-03", "decade", "197X" },
    { "2010-02-03", "some-month", "1981" },
    { "2010-02-03", "set", "1984" },
    { "2010-02-03", "about-year", "1991" },
    { "2010-02-03", "open-begin", "1960" }, /* by its end */
    { "2010-02-03", "lost-begin", "1961-02" },
    { "1990-02-03", "open-end", "1997" },
    { "2010-02-03", "open-end", "2010-02-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      atlas_session_select (fixture->session, NULL);
      atlas_session_set_clock (fixture->session, sample_span (cases[i].clock));
      atlas_session_select_id (fixture->session, cases[i].item);
      assert_clock (fixture, cases[i].then);
    }
}

/* Another atlas has other changes. */
static void
test_dataset (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (AtlasDataset) sample = sample_atlas_new ("sample", NULL);
  AtlasTimeSpan change = ATLAS_TIME_SPAN_NONE;

  g_assert_true (atlas_session_find_change (fixture->session, sample_span ("1700"), 1, &change));
  g_assert_true (atlas_time_span_equal (change, sample_span ("18XX")));
  atlas_session_set_dataset (fixture->session, sample);
  g_assert_true (atlas_session_find_change (fixture->session, sample_span ("1700"), 1, &change));
  g_assert_true (atlas_time_span_equal (change, sample_span ("1985")));
  atlas_session_set_dataset (fixture->session, NULL);
  g_assert_false (atlas_session_find_change (fixture->session, sample_span ("1700"), 1, &change));
  atlas_session_ping_within (fixture->session, sample_span ("1985"));
  atlas_session_ping_at (fixture->session, sample_span ("1985"));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/change-index/walk", test_walk },
    { "/change-index/from-between", test_from_between },
    { "/change-index/within", test_within },
    { "/change-index/filter", test_filter },
    { "/change-index/days", test_days },
    { "/change-index/follow", test_follow },
    { "/change-index/dataset", test_dataset },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
