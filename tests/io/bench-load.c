// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long an atlas takes to load, and what it costs in memory. */

#include "atlas-dataset-loader.h"

#include "bench.h"
#include "bundle.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

#define N_ITEMS 100000

/* Milliseconds of one load; @dataset: (out) (optional). */
static double
measure (GFile         *folder,
         AtlasDataset **dataset)
{
  g_autoptr (GError) error = NULL;
  gint64        begin = g_get_monotonic_time ();
  AtlasDataset *loaded = atlas_dataset_load (folder, NULL, &error);
  double        elapsed = (double) (g_get_monotonic_time () - begin) / 1000.0;

  g_assert_no_error (error);
  if (dataset != NULL)
    *dataset = loaded;
  else
    g_object_unref (loaded);

  return elapsed;
}

/* The middle of @n loads (n odd). */
static double
measure_median (GFile *folder,
                guint  n)
{
  g_autofree double *times = g_new (double, n);

  for (guint i = 0; i < n; i++)
    times[i] = measure (folder, NULL);
  qsort (times, n, sizeof (double), bench_compare);

  return times[n / 2];
}

/* A number of /proc/self/status, in MB. */
static double
read_status_mb (const char *key)
{
  g_autofree char *text = NULL;
  const char      *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (line = strstr (text, key)) == NULL)
    return 0.0;

  return (double) g_ascii_strtoull (line + strlen (key), NULL, 10) / 1024.0;
}

static void
report (const char *name,
        double      value,
        const char *unit)
{
  printf ("%s %.1f %s\n", name, value, unit);
  fflush (stdout);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) builtin = atlas_bundle_builtin ();
  g_autoptr (GFile) large = NULL;
  AtlasDataset *dataset = NULL;
  char         *folder;
  double        before;

  g_test_init (&argc, &argv, NULL);

  report ("load.builtin.first.ms", measure (builtin, NULL), "ms");
  report ("load.builtin.ms", measure_median (builtin, 21), "ms");

  folder = test_bundle_large (N_ITEMS);
  large = g_file_new_for_path (folder);
  malloc_trim (0);
  before = read_status_mb ("VmRSS:");
  report ("load.100k.ms", measure (large, &dataset), "ms");
  report ("load.100k.peak.mb", read_status_mb ("VmHWM:") - before, "MB");
  malloc_trim (0);
  report ("load.100k.mb", read_status_mb ("VmRSS:") - before, "MB");
  g_assert_cmpuint (atlas_dataset_get_n_items (dataset), ==, N_ITEMS);

  g_object_unref (dataset);
  test_bundle_delete (folder);

  return EXIT_SUCCESS;
}
