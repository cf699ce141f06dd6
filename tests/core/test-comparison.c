// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-comparison.h"
#include "session-fixture.h"

/* What is said: "+" new, "-" gone, "~" changed, each with its words. */
static const struct
{
  const char *name, *link, *words, *items;
} cases[] = {
  { "years", "date=2007&compare=1998", "1 new, 1 gone, 1 changed",
    "+south operating since June 2006\n-rule 1993 to 2003\n~north operating → suspended\n" },
  { "day-against-year", "date=2013-01-01&compare=1998", "2 new, 2 gone",
    "+south operating since June 2006\n+far planned since 2012\n-radar closed since 10 December 2012\n-rule 1993 to 2003\n" },
  { "year-against-day", "date=2021&compare=2013-01-15", "2 new, 1 changed",
    "+corridor since 10 November 2020\n+wide since 10 November 2020\n~far planned → operating\n" },
  { "within-a-month", "date=2022-08-26&compare=2022-08-25", "1 gone", "-corridor until 25 August 2022\n" },
  { "closed-is-gone", "date=2013&compare=2011&show=site", "1 gone", "-radar closed since 10 December 2012\n" },
  { "came-and-stopped", "date=1980&compare=2011&show=site", "1 only in 1980, 1 only in 2011",
    "+old operating until 1990\n-radar operating since 1985\n" },
  { "equal", "date=2007&compare=2007", "no difference", "" },
  { "overlapping", "date=2007-03&compare=2007", "no difference", "" },
  { "swapped", "date=1998&compare=2007", "1 only in 1998, 1 only in 2007, 1 changed",
    "+rule 1993 to 2003\n-south operating since June 2006\n~north suspended → operating\n" },
  { "before-all", "date=1998&compare=0001&show=pipeline", "1 new", "+north operating since October 1997\n" },
  { "open-end", "date=2995&compare=2026&show=scenario", "1 new", "+dream since 2990\n" },
  { "happens", "date=1997&compare=1996&show=treaty", "1 new", "+accord 3 July 1997\n" },
  { "filtered", "date=2021&compare=2013&show=zone&find=wide", "1 new", "+wide since 10 November 2020\n" },
  { "filtered-out", "date=2021&compare=2013&find=nothing", "no difference", "" },
  { "up-to", "date=2024-06&compare=2019&mode=upto&show=zone", "2 changed",
    "~corridor 10 November 2020 to 25 August 2022\n~wide 10 November 2020 to 2023\n" },
  { "up-to-happens", "date=2005&compare=1996&mode=upto&show=treaty", "1 new", "+accord 3 July 1997\n" },
  { "came-and-closed", "date=2013&compare=1984&show=site", "1 gone, 1 changed",
    "-old operating until 1990\n~radar closed since 10 December 2012\n" },
  { "came-and-closed-backwards", "date=1984&compare=2013&show=site", "1 only in 1984, 1 changed",
    "+old operating until 1990\n~radar closed since 10 December 2012\n" },
};

static char *
tell (const AtlasComparison *comparison)
{
  static const char signs[] = { [ATLAS_CHANGE_NEW] = '+', [ATLAS_CHANGE_GONE] = '-', [ATLAS_CHANGE_CHANGED] = '~' };
  GString          *text = g_string_new (NULL);

  for (guint i = 0; i < atlas_comparison_get_n_items (comparison); i++)
    {
      const AtlasChangedItem *changed = atlas_comparison_get_item (comparison, i);
      g_autofree char        *words = atlas_comparison_item_to_words (comparison, changed);

      g_string_append_printf (text, "%c%s %s\n", signs[changed->change], atlas_item_get_id (changed->item), words);
    }

  return g_string_free (text, FALSE);
}

static AtlasComparison *
compare (AtlasSession *session,
         const char   *link)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSessionState) state = atlas_session_state_parse (link, &error);

  g_assert_no_error (error);
  atlas_session_apply_state (session, state);

  return atlas_comparison_new (session, atlas_session_get_comparison (session), atlas_session_get_clock (session));
}

static void
test_case (SessionFixture *fixture,
           gconstpointer   data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasComparison) comparison = compare (fixture->session, cases[index].link);
  g_autofree char *words = atlas_comparison_to_words (comparison);
  g_autofree char *items = tell (comparison);

  g_assert_cmpstr (items, ==, cases[index].items);
  g_assert_cmpstr (words, ==, cases[index].words);
}

static void
test_titles (SessionFixture *fixture,
             gconstpointer   data)
{
  static const char *const forwards[] = { "New", "Gone", "Changed" };
  static const char *const backwards[] = { "Only in 1998", "Only in 2007", "Changed" };

  for (guint i = 0; i < ATLAS_N_CHANGES; i++)
    {
      g_autoptr (AtlasComparison) there = compare (fixture->session, "date=2007&compare=1998");
      g_autoptr (AtlasComparison) back = compare (fixture->session, "date=1998&compare=2007");
      g_autofree char *first = atlas_comparison_title_to_words (there, (AtlasChange) i);
      g_autofree char *second = atlas_comparison_title_to_words (back, (AtlasChange) i);

      g_assert_cmpstr (first, ==, forwards[i]);
      g_assert_cmpstr (second, ==, backwards[i]);
    }
}

/* By change, then kind in the atlas's order, then time. */
static void
test_order (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (AtlasComparison) comparison = compare (fixture->session, "date=2021&compare=1996");
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < atlas_comparison_get_n_items (comparison); i++)
    g_string_append_printf (order, "%s ", atlas_item_get_id (atlas_comparison_get_item (comparison, i)->item));

  g_assert_cmpstr (order->str, ==, "north south far corridor wide radar rule ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/comparison/%s", cases[i].name);

      g_test_add (path, SessionFixture, GUINT_TO_POINTER (i), session_fixture_set_up, test_case, session_fixture_tear_down);
    }
  g_test_add ("/comparison/titles", SessionFixture, NULL, session_fixture_set_up, test_titles, session_fixture_tear_down);
  g_test_add ("/comparison/order", SessionFixture, NULL, session_fixture_set_up, test_order, session_fixture_tear_down);

  return g_test_run ();
}
