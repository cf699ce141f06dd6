// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long a search takes while it is typed: every beginning of 200 words of the atlas; and the same with a report of 100 000
 * passages, as the user's own may be, made of the words of the atlas's. Times are processor time of the thread; wall: as the
 * clock says. most: as many words as are looked at, the commonest beginnings there are. mb: what the index keeps. */

#include "atlas-search.h"

#include "atlas-dataset-loader.h"
#include "atlas-tokenizer.h"
#include "bench.h"

#include <malloc.h>

#define N_WORDS 200
#define N_PASSAGES 100000
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

/* All words of all passages, as often as they are there: those drawn from them are as unevenly frequent. */
static GPtrArray *
collect_all_words (AtlasReport *report)
{
  GPtrArray *passages = atlas_report_get_passages (report);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < passages->len; i++)
    {
      g_auto (GStrv) found = g_strsplit (((const AtlasPassage *) g_ptr_array_index (passages, i))->text, " ", -1);

      for (guint j = 0; found[j] != NULL; j++)
        g_ptr_array_add (words, g_strdup (found[j]));
    }

  return words;
}

static AtlasPassage *
create_passage (GRand     *random,
                GPtrArray *words,
                guint      length,
                guint      section,
                guint      index)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (words, g_rand_int_range (random, 0, words->len)));
  g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, text->str, NULL, 0));

  return atlas_passage_new_take (g_strdup_printf ("own-%u", index), section, spans, 0);
}

/* As many words a passage as the atlas's have, and as many passages a section. */
static AtlasDataset *
create_large (AtlasDataset *base)
{
  AtlasReport *own = atlas_dataset_get_report (base);
  GPtrArray   *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  GPtrArray   *passages = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);
  g_autoptr (GPtrArray) words = collect_all_words (own);
  g_autoptr (GRand) random = g_rand_new_with_seed (100);
  g_autoptr (AtlasReport) report = NULL;
  guint n_sections = atlas_report_get_sections (own)->len;
  guint length = words->len / atlas_report_get_passages (own)->len;

  for (guint i = 0; i < n_sections; i++)
    {
      const AtlasSection *section = g_ptr_array_index (atlas_report_get_sections (own), i);
      AtlasSection       *copy = g_new0 (AtlasSection, 1);

      *copy = (AtlasSection){ g_strdup (section->id), g_strdup (section->title), section->level, section->parent, (guint) ((guint64) i * N_PASSAGES / n_sections) };
      g_ptr_array_add (sections, copy);
    }

  for (guint i = 0; i < N_PASSAGES; i++)
    g_ptr_array_add (passages, create_passage (random, words, g_rand_int_range (random, length / 2, length * 3 / 2),
                                               (guint) ((guint64) i * n_sections / N_PASSAGES), i));

  report = atlas_report_new_take (g_strdup ("Large"), sections, passages);

  return atlas_dataset_new_with_reading (base, report, NULL);
}

/* Of every search, in ms. */
typedef struct
{
  GArray *work;
  GArray *wall;
} Times;

static void
measure_word (AtlasSearch *search,
              const char  *word,
              Times       *times)
{
  glong length = g_utf8_strlen (word, -1);

  for (glong n = 1; n <= length; n++)
    {
      g_autofree char *beginning = g_utf8_substring (word, 0, n);
      gint64           begin = g_get_monotonic_time ();
      double           begin_work = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = atlas_search_query (search, beginning, MAX_PER_GROUP, &error);
      double work = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin_work) / 1000.0;
      double wall = (double) (g_get_monotonic_time () - begin) / 1000.0;

      g_assert_no_error (error);
      g_array_append_val (times->work, work);
      g_array_append_val (times->wall, wall);
    }
}

/* In ms. */
static double
measure_most (AtlasSearch *search)
{
  double begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = atlas_search_query (search, "t a i o s c r p e f b m th an in w", MAX_PER_GROUP, &error);

  g_assert_no_error (error);

  return (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin) / 1000.0;
}

static double
get_quantile (GArray *times,
              guint   percent)
{
  return g_array_index (times, double, times->len *percent / 100);
}

static void
measure (const char   *name,
         AtlasDataset *dataset,
         GHashTable   *words)
{
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  struct mallinfo2 before = mallinfo2 ();
  struct mallinfo2 after;
  double           begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSearch) search = atlas_search_new (dataset, NULL, &error);
  GHashTableIter iter;
  gpointer       word = NULL;

  g_assert_no_error (error);
  g_print ("%s.index.ms %.1f ms\n", name, (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin) / 1000.0);
  after = mallinfo2 ();

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    measure_word (search, word, &(Times){ work, wall });

  g_array_sort (work, bench_compare);
  g_array_sort (wall, bench_compare);
  g_print ("%s.p50.ms %.3f ms\n", name, get_quantile (work, 50));
  g_print ("%s.p99.ms %.3f ms\n", name, get_quantile (work, 99));
  g_print ("%s.wall.p99.ms %.3f ms\n", name, get_quantile (wall, 99));
  g_print ("%s.most.ms %.3f ms\n", name, measure_most (search));
  g_print ("%s.mb %.1f MB\n", name,
           (double) (after.uordblks + after.hblkhd - before.uordblks - before.hblkhd) / (1024.0 * 1024.0));
}

int
main (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (bench_get_input ("ATLAS_TEST_BUNDLE"));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (folder, NULL, &error);
  g_autoptr (AtlasDataset) large = NULL;
  g_autoptr (GHashTable) words = NULL;

  g_assert_no_error (error);
  words = collect_words (dataset);
  large = create_large (dataset);

  measure ("search", dataset, words);
  measure ("search.100k", large, words);

  return EXIT_SUCCESS;
}
