// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long it takes to find words in the report while they are typed, and how long one is held up while they are looked for in
 * 100 000 passages. */

#include "atlas-find.h"

#include "atlas-dataset-loader.h"
#include "bench.h"

#define N_WORDS 200
#define N_PASSAGES 100000
#define AT_ONCE 200 /* as the reader asks */

static void
print_quantiles (GArray     *times,
                 const char *name)
{
  g_array_sort (times, bench_compare);
  g_print ("%s.p50.ms %.2f ms\n", name, g_array_index (times, double, times->len / 2));
  g_print ("%s.p99.ms %.2f ms\n", name, g_array_index (times, double, (guint) ((times->len - 1) * 0.99 + 0.5)));
  g_print ("%s.worst.ms %.2f ms\n", name, g_array_index (times, double, times->len - 1));
}

/* Every beginning of a word that the report has. */
static void
measure_typing (AtlasFind   *find,
                AtlasReport *report,
                GArray      *times)
{
  GPtrArray *passages = atlas_report_get_passages (report);

  for (guint i = 0; i < N_WORDS; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i % passages->len);
      g_auto (GStrv) words = g_strsplit (passage->text, " ", -1);
      const char *word = words[(i * 7) % g_strv_length (words)];

      for (glong n = 1; n <= g_utf8_strlen (word, -1); n++)
        {
          g_autofree char *beginning = g_utf8_substring (word, 0, n);
          double           begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
          double           elapsed;

          atlas_find_all (find, beginning);
          elapsed = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin) / 1000.0;
          g_array_append_val (times, elapsed);
        }
    }
}

static AtlasReport *
create_long_report (AtlasReport *report)
{
  GPtrArray    *passages = atlas_report_get_passages (report);
  GPtrArray    *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);
  GPtrArray    *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  AtlasSection *section = g_new0 (AtlasSection, 1);

  section->title = g_strdup ("All");
  section->parent = -1;
  g_ptr_array_add (sections, section);
  for (guint i = 0; i < N_PASSAGES; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i % passages->len);
      GPtrArray          *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);

      g_ptr_array_add (spans, atlas_report_span_new (ATLAS_REPORT_TEXT, passage->text, NULL, 0));
      g_ptr_array_add (copies, atlas_passage_new_take (g_strdup_printf ("p-%u", i + 1), 0, spans, 0));
    }

  return atlas_report_new_take (g_strdup ("Many"), sections, copies);
}

static void
measure_steps (AtlasReport *report)
{
  static const char *const words[] = { "g", "gas", "peacekeepers", "xyzzy" };
  g_autoptr (AtlasFind) find = atlas_find_new (report);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gboolean more = TRUE;
      double   whole = bench_get_work (CLOCK_THREAD_CPUTIME_ID);

      atlas_find_begin (find, words[i]);
      while (more)
        {
          double begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
          double elapsed;

          more = atlas_find_go_on (find, AT_ONCE);
          elapsed = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin) / 1000.0;
          g_array_append_val (times, elapsed);
        }
      g_print ("find.100000.%s.ms %.1f ms\n", words[i], (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - whole) / 1000.0);
    }

  print_quantiles (times, "find.step");
}

int
main (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (bench_get_input ("ATLAS_TEST_BUNDLE"));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (folder, NULL, &error);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (AtlasFind) find = NULL;
  g_autoptr (AtlasReport) many = NULL;

  g_assert_no_error (error);
  find = atlas_find_new (atlas_dataset_get_report (dataset));
  measure_typing (find, atlas_dataset_get_report (dataset), times);
  print_quantiles (times, "find");

  many = create_long_report (atlas_dataset_get_report (dataset));
  measure_steps (many);

  return 0;
}
