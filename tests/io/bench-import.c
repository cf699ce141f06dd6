// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long it takes to read the report's own text and lay it beside the atlas's: that of ATLAS_TEST_REPORT, or else of a made-up
 * report that is as long, and how soon a long text of something else is refused. */

#include "bench.h"
#include "import-fixture.h"

#include <stdio.h>

#define N_ROUNDS 21

/* Milliseconds of one import, all of which one thread does. */
static double
measure (GBytes       *bytes,
         AtlasDataset *dataset,
         gboolean      related)
{
  g_autoptr (GError) error = NULL;
  double begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
  g_autoptr (AtlasReportImport) import = atlas_report_import_read (bytes, "report.txt", dataset, NULL, &error);
  double elapsed = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin) / 1000.0;

  g_assert_true ((import != NULL) == related);

  return elapsed;
}

static GBytes *
read_report (AtlasDataset *dataset)
{
  const char *path = g_getenv ("ATLAS_TEST_REPORT");
  GPtrArray  *passages = atlas_report_get_passages (atlas_dataset_get_report (dataset));
  GString    *text = g_string_new (NULL);
  char       *data = NULL;
  gsize       length = 0;

  if (path != NULL && g_file_get_contents (path, &data, &length, NULL))
    {
      g_string_free (text, TRUE);
      return g_bytes_new_take (data, length);
    }

  for (guint i = 0; i < passages->len; i++)
    g_string_append_printf (text, "%s\n\n", ((AtlasPassage *) g_ptr_array_index (passages, i))->text);

  return g_string_free_to_bytes (text);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) builtin = atlas_bundle_builtin ();
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (builtin, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autofree char *page = NULL;
  GString         *long_text = g_string_new (NULL);
  double           times[N_ROUNDS];

  g_test_init (&argc, &argv, NULL);

  bytes = read_report (dataset);
  for (guint i = 0; i < N_ROUNDS; i++)
    times[i] = measure (bytes, dataset, TRUE);
  printf ("import.text.first.ms %.1f ms\n", times[0]);
  qsort (times, N_ROUNDS, sizeof (double), bench_compare);
  printf ("import.text.ms %.1f ms\n", times[N_ROUNDS / 2]);

  page = fixture_read ("report.txt");
  while (long_text->len < 5 * 1024 * 1024)
    g_string_append (long_text, page);
  other = g_string_free_to_bytes (long_text);
  printf ("import.other.5mb.ms %.0f ms\n", measure (other, dataset, FALSE));

  return EXIT_SUCCESS;
}
