// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-comparison.h"

#include "atlas-dataset-loader.h"

static AtlasTimeSpan
read_date (const char *text)
{
  AtlasEdtf edtf;

  g_assert_true (atlas_edtf_parse (text, &edtf, NULL));

  return edtf.span;
}

static AtlasDataset *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  AtlasDataset *dataset = atlas_dataset_load (folder, NULL, &error);

  g_assert_no_error (error);

  return dataset;
}

/* One item the slow way: the clock is set to either date, and what shows is looked at. */
static const AtlasChangedItem *
find (const AtlasComparison *comparison,
      AtlasItem             *item)
{
  const AtlasChangedItem *found = NULL;

  for (guint i = 0; i < atlas_comparison_get_n_items (comparison); i++)
    {
      const AtlasChangedItem *changed = atlas_comparison_get_item (comparison, i);

      if (changed->item != item)
        continue;
      g_assert_null (found); /* once */
      found = changed;
    }

  return found;
}

static void
check_item (AtlasSession          *session,
            const AtlasComparison *comparison,
            AtlasItem             *item)
{
  AtlasTimeSpan           dates[] = { atlas_comparison_get_before (comparison), atlas_comparison_get_after (comparison) };
  gboolean                there[2];
  AtlasStatus             statuses[2];
  gboolean                shown[2];
  const AtlasChangedItem *changed = find (comparison, item);

  for (guint i = 0; i < 2; i++)
    {
      atlas_session_set_clock (session, dates[i]);
      shown[i] = atlas_session_get_visibility (session, item, &statuses[i]) == ATLAS_VISIBILITY_SHOWN;
      there[i] = shown[i] && statuses[i] != ATLAS_STATUS_CLOSED;
    }

  if (shown[0] == shown[1] && statuses[0] == statuses[1])
    {
      g_assert_null (changed);
      return;
    }

  g_assert_nonnull (changed);
  g_assert_cmpint (changed->from, ==, statuses[0]);
  g_assert_cmpint (changed->to, ==, statuses[1]);
  if (there[1] && !there[0])
    g_assert_cmpint (changed->change, ==, ATLAS_CHANGE_NEW);
  else if (there[0] && !there[1])
    g_assert_cmpint (changed->change, ==, ATLAS_CHANGE_GONE);
  else
    g_assert_cmpint (changed->change, ==, ATLAS_CHANGE_CHANGED);
}

static const struct
{
  const char    *before, *after, *show;
  AtlasClockMode mode;
} pairs[] = {
  { "1996", "2024", NULL, ATLAS_CLOCK_AT },
  { "1996", "2024", NULL, ATLAS_CLOCK_UP_TO },
  { "1993", "2021-06", NULL, ATLAS_CLOCK_AT },
  { "2020-11-09", "2020-11-10", NULL, ATLAS_CLOCK_AT },
  { "2024", "1996", NULL, ATLAS_CLOCK_AT },
  { "1996", "2024", "economic,pipeline", ATLAS_CLOCK_AT },
  { "2024", "2024", NULL, ATLAS_CLOCK_AT },
};

/* Every item of the built-in atlas is where the slow way has it, and said in words. */
static void
test_pair (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasDataset) dataset = load ();
  g_autoptr (AtlasSession) session = atlas_session_new (dataset);
  g_autoptr (AtlasFilter) filter = atlas_filter_new_for_tokens (pairs[index].show, atlas_dataset_get_manifest (dataset));
  g_autoptr (AtlasComparison) comparison = NULL;

  atlas_session_set_filter (session, filter);
  atlas_session_set_clock_mode (session, pairs[index].mode);
  comparison = atlas_comparison_new (session, read_date (pairs[index].before), read_date (pairs[index].after));

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset); i++)
    check_item (session, comparison, atlas_dataset_get_item (dataset, i));

  for (guint i = 0; i < atlas_comparison_get_n_items (comparison); i++)
    {
      g_autofree char *words = atlas_comparison_item_to_words (comparison, atlas_comparison_get_item (comparison, i));

      g_test_message ("%u %s: %s", atlas_comparison_get_item (comparison, i)->change,
                      atlas_item_get_title (atlas_comparison_get_item (comparison, i)->item), words);
      g_assert_cmpstr (words, !=, "");
    }
}

/* What anybody can look up. */
static void
test_known (void)
{
  static const struct
  {
    const char *id;
    AtlasChange change;
    const char *words;
  } known[] = {
    { "btc", ATLAS_CHANGE_CHANGED, "planned → operating" },
    { "gabala-radar", ATLAS_CHANGE_GONE, "closed since 10 December 2012" },
    { "baku-tbilisi-kars-railway", ATLAS_CHANGE_NEW, "operating since 30 October 2017" },
    { "friendship-treaty-1997", ATLAS_CHANGE_NEW, "in force since 3 July 1997" },
    { "armenian-held-area-1994-2020", ATLAS_CHANGE_GONE, "until 10 November 2020" },
    { "russian-peacekeeping-zone-2022-2024", ATLAS_CHANGE_NEW, "since 26 August 2022" },
  };
  g_autoptr (AtlasDataset) dataset = load ();
  g_autoptr (AtlasSession) session = atlas_session_new (dataset);
  g_autoptr (AtlasComparison) comparison = atlas_comparison_new (session, read_date ("1996"), read_date ("2024"));

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const AtlasChangedItem *changed = find (comparison, atlas_dataset_lookup (dataset, known[i].id));
      g_autofree char        *words = NULL;

      g_assert_nonnull (changed);
      words = atlas_comparison_item_to_words (comparison, changed);
      g_assert_cmpint (changed->change, ==, known[i].change);
      g_assert_cmpstr (words, ==, known[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/comparison/%s-%s-%u", pairs[i].before, pairs[i].after, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pair);
    }
  g_test_add_func ("/comparison/known", test_known);

  return g_test_run ();
}
