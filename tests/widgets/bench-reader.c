// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How long the report takes to open: from the page being asked for until its first picture, and what a wheel step then costs. */

#include "atlas-reader-private.h"

#include "bench.h"
#include "widget-fixture.h"

#define ROUNDS 15
#define STEPS 60
#define MANY_PASSAGES 2000

static double
get_quantile (GArray *values,
              double  quantile)
{
  g_array_sort (values, bench_compare);

  return g_array_index (values, double, (guint) ((values->len - 1) * quantile + 0.5));
}

static void
after_paint_cb (GdkFrameClock *clock,
                guint         *frames)
{
  ++*frames;
}

static void
wait_frame (WidgetFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  guint          frames = 0;
  gulong         id = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);

  gtk_widget_queue_draw (fixture->widget);
  while (frames == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

/* The page comes to be seen, with its text made anew. */
static double
open_report (WidgetFixture *fixture)
{
  double begin;

  gtk_widget_set_visible (fixture->widget, FALSE);
  atlas_reader_set_session (ATLAS_READER (fixture->widget), NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
  atlas_reader_set_session (ATLAS_READER (fixture->widget), fixture->session);
  gtk_widget_set_visible (fixture->widget, TRUE);
  wait_frame (fixture);

  return (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin) / 1000.0;
}

static void
measure_open (WidgetFixture *fixture,
              const char    *name)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ROUNDS; i++)
    {
      double elapsed = open_report (fixture);

      g_array_append_val (times, elapsed);
    }
  g_print ("%s.open.ms %.1f ms\n", name, get_quantile (times, 0.5));
  g_print ("%s.open.worst.ms %.1f ms\n", name, get_quantile (times, 1.0));
}

static void
measure_scroll (WidgetFixture *fixture,
                const char    *name)
{
  AtlasReader   *reader = ATLAS_READER (fixture->widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (reader->scroller));
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < STEPS; i++)
    {
      double begin = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
      double elapsed;

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 60.0);
      wait_frame (fixture);
      elapsed = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - begin) / 1000.0;
      g_array_append_val (times, elapsed);
    }
  g_print ("%s.scroll.p50.ms %.1f ms\n", name, get_quantile (times, 0.5));
  g_print ("%s.scroll.p99.ms %.1f ms\n", name, get_quantile (times, 0.99));
}

/* The passages of the report over and over. */
static AtlasReport *
create_long_report (AtlasReport *report)
{
  GPtrArray    *passages = atlas_report_get_passages (report);
  GPtrArray    *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_passage_free);
  GPtrArray    *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_section_free);
  AtlasSection *section = g_new0 (AtlasSection, 1);

  section->id = g_strdup ("all");
  section->title = g_strdup ("All");
  section->level = 1;
  section->parent = -1;
  g_ptr_array_add (sections, section);
  for (guint i = 0; i < MANY_PASSAGES; i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i % passages->len);
      GPtrArray          *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_report_span_free);

      for (guint j = 0; j < passage->spans->len; j++)
        {
          const AtlasReportSpan *span = g_ptr_array_index (passage->spans, j);

          g_ptr_array_add (spans, atlas_report_span_new (span->kind, span->text, span->item_id, span->citation));
        }
      g_ptr_array_add (copies, atlas_passage_new_take (g_strdup_printf ("p-%u", i + 1), 0, spans, 0));
    }

  return atlas_report_new_take (g_strdup (atlas_report_get_title (report)), sections, copies);
}

int
main (void)
{
  WidgetFixture fixture = { 0 };
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (AtlasDataset) many = NULL;

  if (!gtk_init_check ())
    return 77;

  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (&fixture, atlas_reader_new (), 360, 700);
  measure_open (&fixture, "report");
  measure_scroll (&fixture, "report");

  report = create_long_report (atlas_dataset_get_report (fixture.dataset));
  many = atlas_dataset_new_with_reading (fixture.dataset, report, NULL);
  atlas_session_set_dataset (fixture.session, many);
  measure_open (&fixture, "report.2000");
  measure_scroll (&fixture, "report.2000");
  atlas_session_set_dataset (fixture.session, fixture.dataset);
  g_clear_object (&many);

  widget_fixture_tear_down (&fixture, NULL);

  return 0;
}
