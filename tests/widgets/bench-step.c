// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How long it takes from the command to step on to the display having the first frame of the new step: heading, date, map and strip
 * of another state. All steps of all tours of the built-in atlas, there and back, with and without animations. ATLAS_SCREEN sets the size,
 * 1920x1080 at first. Prints NAME VALUE UNIT lines.
 */

#include "atlas-stage.h"

#include "bench.h"
#include "widget-fixture.h"

#define PAUSE_MS 700 /* between two steps: a speaker speaks */

typedef struct
{
  GtkWidget *window;
  gint64     begin;  /* µs */
  double     work;   /* µs of the main thread before */
  gboolean   is_new; /* the step is in the frame that is painted */
  GArray    *costs;  /* of double, ms */
  GArray    *works;  /* of double, ms: of the main thread's processor time */
  gboolean   is_done;
} Record;

static void
pause_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Record        *record)
{
  record->is_new = record->begin != 0;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Record        *record)
{
  double cost;
  double work;

  if (!record->is_new || record->is_done)
    return;

  work = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - record->work) / 1000.0;
  gdk_display_sync (gdk_display_get_default ());
  cost = (g_get_monotonic_time () - record->begin) / 1000.0;
  g_array_append_val (record->costs, cost);
  g_array_append_val (record->works, work);
  record->is_done = TRUE;
  record->begin = 0;
}

static void
step (Record     *record,
      GtkWidget  *stage,
      const char *action)
{
  record->is_done = FALSE;
  record->is_new = FALSE;
  record->work = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
  record->begin = g_get_monotonic_time ();
  gtk_widget_activate_action (stage, action, NULL);
  while (!record->is_done)
    g_main_context_iteration (NULL, TRUE);
  pause_for (PAUSE_MS);
}

static double
get_quantile (GArray *values,
              double  quantile)
{
  g_array_sort (values, bench_compare);

  return values->len > 0 ? g_array_index (values, double, (guint) ((values->len - 1) * quantile + 0.5)) : 0.0;
}

/* Through a tour and back; a question's answer is a step too. */
static void
walk (Record       *record,
      AtlasDataset *dataset,
      AtlasBasemap *basemap,
      AtlasTour    *tour,
      int           width,
      int           height)
{
  g_autoptr (AtlasPresentation) presentation = atlas_presentation_new (dataset, tour);
  GtkWidget     *stage = atlas_stage_new (presentation);
  GdkFrameClock *clock = NULL;

  record->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (record->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (record->window), width, height);
  gtk_window_set_child (GTK_WINDOW (record->window), stage);
  atlas_stage_set_basemap (ATLAS_STAGE (stage), basemap);
  gtk_window_present (GTK_WINDOW (record->window));
  pause_for (4 * PAUSE_MS);
  clock = gtk_widget_get_frame_clock (record->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), record);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), record);

  while (atlas_presentation_get_next (presentation) != NULL)
    step (record, stage, "present.next");
  while (atlas_presentation_get_step (presentation) > 1)
    step (record, stage, "present.previous");

  g_signal_handlers_disconnect_by_data (clock, record);
  gtk_window_destroy (GTK_WINDOW (record->window));
  pause_for (PAUSE_MS);
}

static void
measure (const char   *name,
         AtlasDataset *dataset,
         AtlasBasemap *basemap,
         int           width,
         int           height)
{
  GPtrArray *tours = atlas_dataset_get_tours (dataset);
  Record     record = { .costs = g_array_new (FALSE, FALSE, sizeof (double)), .works = g_array_new (FALSE, FALSE, sizeof (double)) };

  for (guint i = 0; i < tours->len; i++)
    walk (&record, dataset, basemap, g_ptr_array_index (tours, i), width, height);

  g_print ("%s.steps %u\n", name, record.costs->len);
  g_print ("%s.latency.p50.ms %.1f ms\n", name, get_quantile (record.costs, 0.5));
  g_print ("%s.latency.p99.ms %.1f ms\n", name, get_quantile (record.costs, 0.99));
  g_print ("%s.latency.worst.ms %.1f ms\n", name, get_quantile (record.costs, 1.0));
  g_print ("%s.work.p50.ms %.1f ms\n", name, get_quantile (record.works, 0.5));
  g_print ("%s.work.p99.ms %.1f ms\n", name, get_quantile (record.works, 0.99));
  g_array_unref (record.costs);
  g_array_unref (record.works);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasBasemap) basemap = NULL;
  g_autoptr (GError) error = NULL;
  const char *const screen = g_getenv ("ATLAS_SCREEN");
  int               width = 1920;
  int               height = 1080;

  if (!gtk_init_check ())
    return 77;
  if (screen != NULL && sscanf (screen, "%dx%d", &width, &height) != 2)
    return 1;

  dataset = widget_fixture_load ();
  basemap = atlas_basemap_new_from_file (bench_get_input ("ATLAS_TEST_BASEMAP"), &error);
  g_assert_no_error (error);

  widget_fixture_set_animations (TRUE);
  measure ("step", dataset, basemap, width, height);
  widget_fixture_set_animations (FALSE);
  measure ("step.still", dataset, basemap, width, height);

  return 0;
}
