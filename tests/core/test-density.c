// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-density.h"

#include "sample-atlas.h"

#define MAX_SPANS 4
#define NEAR 1e-6

/* What happens, and how much of it does in a span. */
static const struct
{
  const char *name;
  const char *happens[MAX_SPANS];
  const char *span;
  double      count;
} cases[] = {
  { "nothing", { NULL }, "2006", 0.0 },
  { "day-in-its-year", { "2006-05-28" }, "2006", 1.0 },
  { "day-itself", { "2006-05-28" }, "2006-05-28", 1.0 },
  { "day-before", { "2006-05-28" }, "2006-05-27", 0.0 },
  { "day-after", { "2006-05-28" }, "2006-05-29", 0.0 },
  { "month-on-a-day", { "2006-06" }, "2006-06-01", 1.0 / 30 },
  { "year-is-not-its-first-day", { "2007" }, "2007-01-01", 1.0 / 365 },
  { "year-in-a-month", { "2007" }, "2007-02", 28.0 / 365 },
  { "leap-year", { "2008" }, "2008-02", 29.0 / 366 },
  { "half-of-a-year", { "2007" }, "../2007-06", 181.0 / 365 },
  { "decade", { "201X" }, "2010", 365.0 / 3652 },
  { "before-our-era", { "-0044-03-15" }, "-0044", 1.0 },
  { "together", { "2006-05-28", "2006-05-28", "2006-05", "2006" }, "2006-05-28", 2.0 + 1.0 / 31 + 1.0 / 365 },
  { "all", { "1991", "2006-05-28", "2020-11" }, "../..", 3.0 },
  { "from", { "1991", "2006-05-28", "2020-11" }, "2006-05-28/..", 2.0 },
  { "open-ones-do-not-count", { "2006/..", "../2006", "2006" }, "../..", 1.0 },
};

static void
test_case (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  AtlasTimeSpan            spans[MAX_SPANS];
  guint                    n = 0;
  g_autoptr (AtlasDensity) density = NULL;

  for (; n < MAX_SPANS && c->happens[n] != NULL; n++)
    spans[n] = sample_span (c->happens[n]);
  density = atlas_density_new_for_spans (spans, n);

  g_assert_cmpfloat_with_epsilon (atlas_density_count (density, sample_span (c->span)), c->count, NEAR);
}

static void
test_empty_span (void)
{
  AtlasTimeSpan year = sample_span ("2006");
  g_autoptr (AtlasDensity) density = atlas_density_new_for_spans (&year, 1);

  g_assert_cmpfloat (atlas_density_count (density, ATLAS_TIME_SPAN_NONE), ==, 0.0);
  g_assert_cmpfloat (atlas_density_count (density, ATLAS_TIME_SPAN_INIT (year.end, year.begin)), ==, 0.0);
}

#define N_RANDOM 600

static double
count_slowly (const AtlasTimeSpan *spans,
              AtlasTimeSpan        within)
{
  double count = 0.0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      AtlasTimeSpan shared = atlas_time_span_intersect (spans[i], within);

      if (!atlas_time_span_is_empty (shared))
        count += (double) (shared.end - shared.begin) / (spans[i].end - spans[i].begin);
    }

  return count;
}

static void
fill (AtlasTimeSpan *spans)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < N_RANDOM; i++)
    spans[i] = atlas_time_unit_around ((AtlasTimeUnit) g_rand_int_range (rand, 0, ATLAS_TIME_UNIT_DECADE + 1),
                                       700000 + g_rand_int_range (rand, 0, 12000));
}

static void
test_brute_force (void)
{
  AtlasTimeSpan spans[N_RANDOM];
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (AtlasDensity) density = NULL;

  fill (spans);
  density = atlas_density_new_for_spans (spans, N_RANDOM);
  g_assert_cmpfloat_with_epsilon (atlas_density_get_total (density), N_RANDOM, NEAR);

  for (guint i = 0; i < 2000; i++)
    {
      int           begin = 696000 + g_rand_int_range (rand, 0, 22000);
      AtlasTimeSpan within = ATLAS_TIME_SPAN_INIT (begin, begin + g_rand_int_range (rand, 0, i % 2 == 0 ? 40 : 9000));

      g_assert_cmpfloat_with_epsilon (atlas_density_count (density, within), count_slowly (spans, within), NEAR);
    }
}

/* No unit has more than the peak, and the one that is said to has it. */
static void
test_peaks (void)
{
  AtlasTimeSpan spans[N_RANDOM];
  AtlasTimeSpan extent;
  g_autoptr (AtlasDensity) density = NULL;

  fill (spans);
  density = atlas_density_new_for_spans (spans, N_RANDOM);
  extent = atlas_density_get_extent (density);

  for (guint unit = 0; unit < ATLAS_N_TIME_UNITS; unit++)
    {
      AtlasTimeSpan when;
      double        peak = atlas_density_get_peak (density, unit, &when);
      double        most = 0.0;

      for (AtlasTimeSpan span = atlas_time_unit_around (unit, extent.begin); span.begin < extent.end;
           span = atlas_time_unit_step (unit, span.begin, 1))
        most = MAX (most, atlas_density_count (density, span));

      g_assert_cmpfloat_with_epsilon (peak, most, 1e-5);
      g_assert_cmpfloat_with_epsilon (atlas_density_count (density, when), peak, NEAR);
      g_assert_true (atlas_time_span_equal (when, atlas_time_unit_around (unit, when.begin)));
    }
}

static void
test_extent (void)
{
  AtlasTimeSpan spans[] = { sample_span ("2006-05-28"), sample_span ("1991"), sample_span ("2020/..") };
  AtlasTimeSpan when;
  g_autoptr (AtlasDensity) density = atlas_density_new_for_spans (spans, G_N_ELEMENTS (spans));
  g_autoptr (AtlasDensity) empty = atlas_density_new_for_spans (NULL, 0);

  g_assert_true (atlas_time_span_equal (atlas_density_get_extent (density), sample_span ("1991-01-01/2006-05-28")));
  g_assert_true (atlas_time_span_is_empty (atlas_density_get_extent (empty)));
  g_assert_cmpfloat (atlas_density_get_total (empty), ==, 0.0);
  g_assert_cmpfloat (atlas_density_get_peak (empty, ATLAS_TIME_UNIT_YEAR, &when), ==, 0.0);
  g_assert_true (atlas_time_span_is_empty (when));
}

/* What of an item counts. The same beginning told twice is one. */
static const struct
{
  const char *name;
  const char *when;
  const char *phases;
  double      total;
  const char *span;
  double      count;
} items[] = {
  { "one-day", "2006-05-28", "", 1.0, "2006-05-28", 1.0 },
  { "an-interval-counts-where-it-begins", "2006-05-28/2008", "", 1.0, "2006-05-28", 1.0 },
  { "an-open-beginning-does-not", "../1990", "", 0.0, "../..", 0.0 },
  { "an-unknown-beginning-does-not", "/1990", "", 0.0, "../..", 0.0 },
  { "phases-count", "2006-06/..", "1999-11-18/2002-08 planned; 2002-09/2006-05 building; 2006-06/.. operating", 3.0, "2002-09", 1.0 },
  { "the-life-once", "2006-06/..", "1999-11-18/2002-08 planned; 2002-09/2006-05 building; 2006-06/.. operating", 3.0, "2006-06", 1.0 },
  { "the-phase-knows-better", "2006/..", "2006-05-28/.. operating", 1.0, "2006-05-28", 1.0 },
  { "a-life-before-its-phases", "1985/2012", "1990/2012 operating", 2.0, "1985", 1.0 },
  { "a-phase-without-a-beginning", "1985/2012", "../2012-12-09 operating; 2012-12-10/.. closed", 2.0, "2012-12-10", 1.0 },
};

static void
test_item (gconstpointer data)
{
  const typeof (items[0]) *c = data;
  SampleItem               item = { "it", "It", ATLAS_KIND_PIPELINE, "economic", "", c->when, c->phases, ATLAS_GEOMETRY_POINT, NULL, NULL, 0 };
  GPtrArray               *all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasDensity) density = NULL;

  g_ptr_array_add (all, sample_item_new (&item));
  dataset = atlas_dataset_new_take (sample_manifest_new ("one"), all, sample_report_new (), sample_bibliography_new (), NULL);
  density = atlas_density_new (dataset, NULL);

  g_assert_cmpfloat_with_epsilon (atlas_density_get_total (density), c->total, NEAR);
  g_assert_cmpfloat_with_epsilon (atlas_density_count (density, sample_span (c->span)), c->count, NEAR);
}

/* The filter says what counts, but its window does not. */
static void
test_filter (void)
{
  g_autoptr (AtlasDataset) dataset = sample_atlas_new ("sample", NULL);
  g_autoptr (AtlasFilter) none = atlas_filter_new ();
  g_autoptr (AtlasFilter) treaties = atlas_filter_toggle_kind (none, ATLAS_KIND_TREATY);
  g_autoptr (AtlasFilter) late = atlas_filter_with_window (treaties, sample_span ("2020"));
  g_autoptr (AtlasDensity) all = atlas_density_new (dataset, none);
  g_autoptr (AtlasDensity) few = atlas_density_new (dataset, late);

  g_assert_cmpfloat (atlas_density_get_total (all), >, 9.5);
  g_assert_cmpfloat_with_epsilon (atlas_density_get_total (few), 1.0, NEAR);
  g_assert_cmpfloat_with_epsilon (atlas_density_count (few, sample_span ("1997-07-03")), 1.0, NEAR);
}

static const struct
{
  const char   *day;
  AtlasTimeUnit unit;
  const char   *words;
} words[] = {
  { "2006-05-28", ATLAS_TIME_UNIT_DAY, "28 May 2006: 1 beginning or change\nMost: 28 May 2006, 1" },
  { "2006-05-28", ATLAS_TIME_UNIT_YEAR, "2006: 3 beginnings and changes\nMost: 2006, 3" },
  { "2007-05-28", ATLAS_TIME_UNIT_YEAR, "2007: 1 beginning or change\nMost: 2006, 3" },
  { "2007-05-28", ATLAS_TIME_UNIT_MONTH, "May 2007: perhaps one beginning or change\nMost: May 2006, 2" },
  { "1999-05-28", ATLAS_TIME_UNIT_YEAR, "1999: nothing begins or changes\nMost: 2006, 3" },
};

static void
test_words (void)
{
  AtlasTimeSpan spans[] = { sample_span ("2006-05-28"), sample_span ("2006-05"), sample_span ("2006-11-01"), sample_span ("2007") };
  g_autoptr (AtlasDensity) density = atlas_density_new_for_spans (spans, G_N_ELEMENTS (spans));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *said = atlas_density_to_words (density, words[i].unit, sample_span (words[i].day).begin);

      g_assert_cmpstr (said, ==, words[i].words);
    }
}

static void
reckoned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (AtlasDataset) dataset = sample_atlas_new ("sample", NULL);
  g_autoptr (AtlasDensity) wanted = atlas_density_new (dataset, NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (AtlasDensity) density = NULL;
      g_autoptr (GError) error = NULL;

      atlas_density_new_async (dataset, NULL, i == 0 ? NULL : cancelled, reckoned_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      density = atlas_density_new_finish (result, &error);
      if (i == 0)
        g_assert_cmpfloat (atlas_density_get_total (density), ==, atlas_density_get_total (wanted));
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/density/count/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *path = g_strdup_printf ("/density/item/%s", items[i].name);

      g_test_add_data_func (path, &items[i], test_item);
    }
  g_test_add_func ("/density/empty-span", test_empty_span);
  g_test_add_func ("/density/brute-force", test_brute_force);
  g_test_add_func ("/density/peaks", test_peaks);
  g_test_add_func ("/density/extent", test_extent);
  g_test_add_func ("/density/filter", test_filter);
  g_test_add_func ("/density/words", test_words);
  g_test_add_func ("/density/async", test_async);

  return g_test_run ();
}
