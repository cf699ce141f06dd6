// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long a search takes while it is typed: every beginning of 200 words of the atlas. */

#include "atlas-search.h"

#include "atlas-dataset-loader.h"
#include "atlas-tokenizer.h"
#include "bench.h"

#define N_WORDS 200
#define MAX_PER_GROUP 30 /* as the contents ask */

static void
add_words (GHashTable *words,
           const char *text)
{
  g_autoptr (GPtrArray) found = atlas_tokenizer_split (text, N_WORDS);

  for (guint i = 0; i < found->len && g_hash_table_size (words) < N_WORDS; i++)
    g_hash_table_add (words, g_strdup (g_ptr_array_index (found, i)));
}

/* Different words, of titles and passages by turns. */
static GHashTable *
collect_words (AtlasDataset *dataset)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray  *passages = atlas_report_get_passages (atlas_dataset_get_report (dataset));

  for (guint i = 0; i < atlas_dataset_get_n_items (dataset) && g_hash_table_size (words) < N_WORDS; i++)
    {
      add_words (words, atlas_item_get_title (atlas_dataset_get_item (dataset, i)));
      if (i < passages->len)
        add_words (words, ((const AtlasPassage *) g_ptr_array_index (passages, i))->text);
    }

  return words;
}

static void
measure_word (AtlasSearch *search,
              const char  *word,
              GArray      *times)
{
  glong length = g_utf8_strlen (word, -1);

  for (glong n = 1; n <= length; n++)
    {
      g_autofree char *beginning = g_utf8_substring (word, 0, n);
      gint64           begin = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = atlas_search_query (search, beginning, MAX_PER_GROUP, &error);
      double elapsed = (double) (g_get_monotonic_time () - begin) / 1000.0;

      g_assert_no_error (error);
      g_array_append_val (times, elapsed);
    }
}

int
main (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (bench_get_input ("ATLAS_TEST_BUNDLE"));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (folder, NULL, &error);
  g_autoptr (AtlasSearch) search = NULL;
  g_autoptr (GHashTable) words = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GHashTableIter iter;
  gpointer       word = NULL;
  gint64         begin = g_get_monotonic_time ();

  g_assert_no_error (error);
  search = atlas_search_new (dataset, NULL, &error);
  g_assert_no_error (error);
  g_print ("search.index.ms %.1f ms\n", (double) (g_get_monotonic_time () - begin) / 1000.0);

  words = collect_words (dataset);
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    measure_word (search, word, times);

  g_array_sort (times, bench_compare);
  g_print ("search.p50.ms %.3f ms\n", g_array_index (times, double, times->len / 2));
  g_print ("search.p99.ms %.3f ms\n", g_array_index (times, double, times->len * 99 / 100));

  return EXIT_SUCCESS;
}
