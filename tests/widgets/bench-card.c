// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What it costs to open a citation's card: making what it says, showing it, and its first layout and picture: work of the main thread,
 * as elsewhere, and, as `card.wall`, time until the display has done all of it. Waiting for the next frame is not counted. Also what the
 * page of sources costs with twenty thousand references.
 * Prints NAME VALUE UNIT lines.
 */

#include "atlas-source-list.h"
#include "bench.h"
#include "detail-fixture.h"

#define ROUNDS 4
#define N_REFERENCES 20000

typedef struct
{
  gint64 begin; /* µs */
  double start; /* µs, of work */
  double cost;  /* ms, of the frames */
  double work;  /* ms */
  guint  frames;
} Frames;

static void
before_paint_cb (GdkFrameClock *clock,
                 Frames        *frames)
{
  frames->begin = g_get_monotonic_time ();
  frames->start = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Frames        *frames)
{
  frames->work += (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - frames->start) / 1000.0;
  gdk_display_sync (gdk_display_get_default ());
  frames->cost += (double) (g_get_monotonic_time () - frames->begin) / 1000.0;
  frames->frames++;
}

static double
get_quantile (GArray *values,
              double  quantile)
{
  g_array_sort (values, bench_compare);

  return g_array_index (values, double, (guint) ((values->len - 1) * quantile + 0.5));
}

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 60 * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
measure_cards (WidgetFixture *fixture)
{
  AtlasCitationPopover *card = ATLAS_CITATION_POPOVER (atlas_citation_popover_new (fixture->widget));
  GdkFrameClock        *clock = gtk_widget_get_frame_clock (fixture->widget);
  guint                 last = atlas_report_get_last_citation (atlas_dataset_get_report (fixture->dataset));
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) works = g_array_new (FALSE, FALSE, sizeof (double));
  Frames frames = { 0 };

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);
  for (guint i = 0; i < ROUNDS * last; i++)
    {
      gint64 begin;
      double cost;
      double start;
      double work;

      settle ();
      frames = (Frames){ 0 };
      begin = g_get_monotonic_time ();
      start = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
      atlas_citation_popover_pin_citation (card, fixture->session, i % last + 1, &(GdkRectangle){ 100, 100, 12, 16 });
      cost = (double) (g_get_monotonic_time () - begin) / 1000.0;
      work = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - start) / 1000.0;
      while (frames.frames < 1)
        g_main_context_iteration (NULL, TRUE);
      cost += frames.cost;
      work += frames.work;
      g_array_append_val (costs, cost);
      g_array_append_val (works, work);
      gtk_popover_popdown (GTK_POPOVER (card));
    }
  g_signal_handlers_disconnect_by_data (clock, &frames);
  gtk_widget_unparent (GTK_WIDGET (card));

  g_print ("card.first.ms %.2f ms\n", g_array_index (works, double, 0));
  g_print ("card.p50.ms %.2f ms\n", get_quantile (works, 0.5));
  g_print ("card.p99.ms %.2f ms\n", get_quantile (works, 0.99));
  g_print ("card.wall.p50.ms %.2f ms\n", get_quantile (costs, 0.5));
}

static AtlasDataset *
create_dataset (AtlasDataset *base)
{
  static const char *const words[] = { "pipeline", "corridor", "Bakı", "treaty", "Россия", "summit", "railway", "border" };
  GPtrArray               *references = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (AtlasBibliography) bibliography = NULL;

  for (guint i = 0; i < N_REFERENCES; i++)
    {
      g_auto (AtlasReferenceFields) fields = {
        .id = g_strdup_printf ("source-%u", i),
        .type = g_strdup ("article-newspaper"),
        .title = g_strdup_printf ("%s and %s %u", words[g_rand_int_range (rand, 0, 8)], words[g_rand_int_range (rand, 0, 8)], i),
        .container = g_strdup (words[i % 8]),
        .issued = g_strdup_printf ("%d", g_rand_int_range (rand, 1991, 2026)),
        .url = g_strdup_printf ("https://example.org/%u", i),
        .role = ATLAS_REFERENCE_INDEPENDENT,
        .title_known = TRUE,
      };

      g_ptr_array_add (references, atlas_reference_new_take (&fields));
    }
  bibliography = atlas_bibliography_new_take (references);

  return atlas_dataset_new_with_reading (base, NULL, bibliography);
}

static double
since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000.0;
}

static void
measure_list (WidgetFixture *fixture)
{
  g_autoptr (AtlasDataset) dataset = create_dataset (fixture->dataset);
  g_autoptr (AtlasSourceList) list = atlas_source_list_new ();
  gint64 begin;

  atlas_backlinks_get (dataset);
  begin = g_get_monotonic_time ();
  atlas_source_list_set_dataset (list, dataset);
  g_print ("sources.fill.ms %.2f ms\n", since (begin));
  begin = g_get_monotonic_time ();
  atlas_source_list_set_sort (list, ATLAS_SOURCE_SORT_TITLE);
  g_print ("sources.sort.ms %.2f ms\n", since (begin));
  begin = g_get_monotonic_time ();
  atlas_source_list_set_words (list, "rail");
  g_print ("sources.find.first.ms %.2f ms\n", since (begin));
  begin = g_get_monotonic_time ();
  atlas_source_list_set_words (list, "railw");
  g_print ("sources.find.ms %.2f ms\n", since (begin));
}

/* The page with the atlas's own sources, until it is painted. */
static void
measure_page (WidgetFixture *fixture)
{
  WidgetFixture page = { .session = fixture->session, .dataset = fixture->dataset };
  double        start = bench_get_work (CLOCK_THREAD_CPUTIME_ID);

  atlas_session_show_source (fixture->session, NULL);
  page.window = fixture->window;
  page.widget = fixture->widget;
  widget_fixture_lay_out (&page);
  g_print ("sources.open.ms %.2f ms\n", (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - start) / 1000.0);
}

int
main (int    argc,
      char **argv)
{
  WidgetFixture fixture = { 0 };

  if (!gtk_init_check ())
    return 77;

  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (&fixture, atlas_detail_new (), 900, 700);
  settle ();
  measure_cards (&fixture);
  measure_page (&fixture);
  measure_list (&fixture);
  widget_fixture_tear_down (&fixture, NULL);

  return 0;
}
