// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-passage-times.h"

#include "atlas-dataset-loader.h"

static AtlasDataset *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (g_getenv ("ATLAS_TEST_BUNDLE"));
  AtlasDataset *dataset = atlas_dataset_load (folder, NULL, &error);

  g_assert_no_error (error);

  return dataset;
}

/* The atlas that is part of the program: every year that stands in a passage is among those it speaks of, and every
 * passage speaks of some. */
static void
test_atlas (void)
{
  g_autoptr (AtlasDataset) dataset = load ();
  g_autoptr (AtlasPassageTimes) times = atlas_passage_times_new (dataset);
  g_autoptr (GRegex) year = g_regex_new ("\\b(1[89]|20)\\d\\d\\b", G_REGEX_DEFAULT, 0, NULL);
  GPtrArray *passages = atlas_report_get_passages (atlas_dataset_get_report (dataset));
  guint      n_years = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);
      g_autofree char    *words = atlas_passage_times_to_words (times, passage);
      g_autoptr (GMatchInfo) match = NULL;

      g_test_message ("%s: %s", passage->id, words);
      g_assert_nonnull (words);
      for (g_regex_match (year, passage->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *text = g_match_info_fetch (match, 0);
          AtlasTimeSpan    days = atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, atlas_day_from_ymd ((int) g_ascii_strtoll (text, NULL, 10), 1, 1));
          g_autoptr (GPtrArray) found = atlas_passage_times_find (times, days);

          n_years++;
          g_test_message ("  %s", text);
          g_assert_true (atlas_passage_times_speaks_of (times, passage, days));
          g_assert_true (g_ptr_array_find (found, passage, NULL));
        }
    }
  g_assert_cmpuint (n_years, >, 50);
}

/* Known by reading: where the clock would go as one reads on. */
static void
test_spans (void)
{
  static const struct
  {
    const char *passage;
    const char *edtf;
  } cases[] = {
    { "political-1", "1992-10/1993" },
    { "political-2", "1997" },
    { "political-3", "2005-05-25/2007" },
    { "treaties-9", "2008-07-03" },
  };
  g_autoptr (AtlasDataset) dataset = load ();
  g_autoptr (AtlasPassageTimes) times = atlas_passage_times_new (dataset);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AtlasPassage *passage = atlas_report_lookup (atlas_dataset_get_report (dataset), cases[i].passage);
      g_autofree char    *edtf = atlas_time_span_to_edtf (atlas_passage_times_get_span (times, passage));

      g_assert_cmpstr (edtf, ==, cases[i].edtf);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passage-times/atlas", test_atlas);
  g_test_add_func ("/passage-times/spans", test_spans);

  return g_test_run ();
}
