// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long figures of the atlas that is part of the program take, 1600 × 900 px or A4, written to a file: processor time, the
 * median of a few. tour.pdf: a whole tour. */

#include "atlas-dataset-loader.h"
#include "atlas-figure.h"
#include "bench.h"

#define REPEATS 5

typedef struct
{
  AtlasDataset      *dataset;
  AtlasBasemap      *basemap;
  AtlasSessionState *state;
  GFile             *file;
} Bench;

/* @format: NULL: the handout of a tour */
static double
measure (Bench                   *bench,
         const AtlasFigureFormat *format)
{
  AtlasFigureSpec spec = ATLAS_FIGURE_SPEC_DEFAULT;
  AtlasTour      *tour = atlas_dataset_lookup_tour (bench->dataset, "pipelines");
  double          start = bench_get_work (CLOCK_PROCESS_CPUTIME_ID);
  g_autoptr (GError) error = NULL;

  if (format == NULL)
    {
      spec.width = atlas_figure_page_lookup ("a4")->width;
      spec.height = atlas_figure_page_lookup ("a4")->height;
      atlas_figure_write_handout (bench->dataset, bench->basemap, tour, &spec, bench->file, NULL, NULL, NULL, &error);
    }
  else
    atlas_figure_write (bench->dataset, bench->basemap, bench->state, &spec, format, bench->file, NULL, &error);
  g_assert_no_error (error);

  return (bench_get_work (CLOCK_PROCESS_CPUTIME_ID) - start) / 1000.0;
}

static void
run (Bench      *bench,
     const char *name,
     const char *id,
     guint       repeats)
{
  double times[REPEATS];

  for (guint i = 0; i < repeats; i++)
    times[i] = measure (bench, atlas_figure_format_lookup (id));
  qsort (times, repeats, sizeof *times, bench_compare);
  g_print ("%s %.0f ms\n", name, times[repeats / 2]);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GFile) bundle = g_file_new_for_path (bench_get_input ("ATLAS_TEST_BUNDLE"));
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  bench.dataset = atlas_dataset_load (bundle, NULL, &error);
  g_assert_no_error (error);
  bench.basemap = atlas_basemap_new_from_file (bench_get_input ("ATLAS_TEST_BASEMAP"), &error);
  g_assert_no_error (error);
  bench.state = atlas_session_state_parse ("#date=2006-07&item=btc", &error);
  g_assert_no_error (error);
  bench.file = g_file_new_tmp ("figure-XXXXXX", &stream, &error);
  g_assert_no_error (error);

  run (&bench, "figure.png.ms", "png", REPEATS);
  run (&bench, "figure.svg.ms", "svg", REPEATS);
  run (&bench, "figure.pdf.ms", "pdf", REPEATS);
  run (&bench, "tour.pdf.ms", "none", 1);

  g_file_delete (bench.file, NULL, NULL);
  g_object_unref (bench.file);
  atlas_session_state_free (bench.state);
  atlas_basemap_unref (bench.basemap);
  g_object_unref (bench.dataset);

  return 0;
}
