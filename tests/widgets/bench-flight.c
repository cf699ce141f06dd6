// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * What a frame costs while the map flies from place to place, or fades to one far away, and while it zooms a step: from the
 * frame clock's "before-paint" until the display has done all that the frame asked of it. Prints NAME VALUE UNIT lines.
 * ATLAS_SCREEN sets the size.
 */

#include "bench.h"
#include "map-view-fixture.h"

#define ROUNDS 3
#define PAUSE_MS 1200 /* between two ways: what is asked for at rest is painted */
#define SHORT_PAUSE_MS 250
#define FADE_MS 300 /* while one view turns into another */

typedef struct
{
  GArray *costs; /* of double, ms */
  GArray *works; /* of double, ms: of the main thread's processor time */
  GArray *gaps;  /* of double, ms: from one frame to the next */
  gint64  begin; /* µs */
  double  work;  /* µs */
  gint64  last;  /* µs; 0: there was none */
} Record;

static const AtlasCamera places[] = {
  { .zoom = 8.0, .latitude = 39.7, .longitude = 46.6 }, /* Lachin */
  { .zoom = 7.0, .latitude = 41.7, .longitude = 44.8 }, /* Tbilisi */
  { .zoom = 5.0, .latitude = 41.0, .longitude = 36.0 }, /* Anatolia */
  { .zoom = 9.0, .latitude = 40.4, .longitude = 49.9 }, /* Baku */
  { .zoom = 6.4, .latitude = 43.3, .longitude = 47.0 }, /* the North Caucasus */
  { .zoom = 6.0, .latitude = 40.6, .longitude = 47.0 },
};

static double
get_quantile (const GArray *values,
              guint         first,
              double        quantile)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (double));

  if (values->len <= first)
    return 0.0;

  g_array_append_vals (sorted, &g_array_index (values, double, first), values->len - first);
  g_array_sort (sorted, bench_compare);

  return g_array_index (sorted, double, (guint) ((sorted->len - 1) * quantile + 0.5));
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Record        *record)
{
  record->begin = g_get_monotonic_time ();
  record->work = bench_get_work (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Record        *record)
{
  gint64 now;
  double cost;
  double work;

  work = (bench_get_work (CLOCK_THREAD_CPUTIME_ID) - record->work) / 1000.0;
  gdk_display_sync (gdk_display_get_default ());
  now = g_get_monotonic_time ();
  cost = (now - record->begin) / 1000.0;
  g_array_append_val (record->costs, cost);
  g_array_append_val (record->works, work);
  if (record->last != 0)
    {
      double gap = (now - record->last) / 1000.0;

      g_array_append_val (record->gaps, gap);
    }
  record->last = now;
}

static void
pause_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static gboolean
rests (gpointer user_data)
{
  return map_view_fixture_get_view (user_data)->motion.tick == 0;
}

static void
begin_record (Record        *record,
              WidgetFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->widget);

  record->last = 0;
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), record);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), record);
}

static void
end_record (Record        *record,
            WidgetFixture *fixture)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (fixture->widget), record);
}

static Record
create_record (void)
{
  return (Record){ .costs = g_array_new (FALSE, FALSE, sizeof (double)), .works = g_array_new (FALSE, FALSE, sizeof (double)), .gaps = g_array_new (FALSE, FALSE, sizeof (double)) };
}

static void
print_record (Record     *record,
              const char *name)
{
  g_print ("%s.frames %u\n", name, record->costs->len);
  g_print ("%s.frame.p50.ms %.1f ms\n", name, get_quantile (record->costs, 0, 0.5));
  g_print ("%s.frame.p99.ms %.1f ms\n", name, get_quantile (record->costs, 0, 0.99));
  g_print ("%s.frame.worst.ms %.1f ms\n", name, get_quantile (record->costs, 0, 1.0));
  g_print ("%s.work.p50.ms %.1f ms\n", name, get_quantile (record->works, 0, 0.5));
  g_print ("%s.work.p99.ms %.1f ms\n", name, get_quantile (record->works, 0, 0.99));
  g_print ("%s.gap.p50.ms %.1f ms\n", name, get_quantile (record->gaps, 0, 0.5));
  g_print ("%s.gap.p99.ms %.1f ms\n", name, get_quantile (record->gaps, 0, 0.99));
  g_array_unref (record->costs);
  g_array_unref (record->works);
  g_array_unref (record->gaps);
}

/* MB that are the process's own. */
static double
read_resident (void)
{
  g_autofree char *text = NULL;
  const char      *line = NULL;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0.0;
  line = strstr (text, "\nRssAnon:");

  return line != NULL ? g_ascii_strtoull (line + strlen ("\nRssAnon:"), NULL, 10) / 1000.0 : 0.0;
}

static void
fly (WidgetFixture *fixture,
     guint          pause)
{
  Record record = create_record ();

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint first = record.costs->len;

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          begin_record (&record, fixture);
          atlas_session_set_camera (fixture->session, places[i]);
          widget_fixture_await (rests, fixture, "a flight to end");
          end_record (&record, fixture);
          pause_for (pause);
        }
      if (pause == PAUSE_MS)
        g_print ("flight.round-%u.frame.p50.ms %.1f ms\n", round + 1, get_quantile (record.costs, first, 0.5));
    }

  print_record (&record, pause == PAUSE_MS ? "flight" : "tour");
}

/* Ways that are too long to fly. */
static void
cross_fade (WidgetFixture *fixture)
{
  static const AtlasCamera ends[] = {
    { .zoom = 10.0, .latitude = 45.4, .longitude = 12.3 }, /* Venice */
    { .zoom = 10.0, .latitude = 19.1, .longitude = 72.9 }, /* Mumbai */
  };
  Record record = create_record ();

  for (guint i = 0; i < 6; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      begin_record (&record, fixture);
      atlas_session_set_camera (fixture->session, ends[i % G_N_ELEMENTS (ends)]);
      g_print ("fade-%u.begin.ms %.1f ms\n", i + 1, (g_get_monotonic_time () - begin) / 1000.0);
      pause_for (FADE_MS);
      end_record (&record, fixture);
      pause_for (PAUSE_MS);
    }

  print_record (&record, "fade");
}

static void
zoom (WidgetFixture *fixture)
{
  Record record = create_record ();

  for (guint i = 0; i < 12; i++)
    {
      begin_record (&record, fixture);
      gtk_widget_activate_action (fixture->widget, "map.zoom", "i", i % 6 < 3 ? 1 : -1);
      widget_fixture_await (rests, fixture, "a zoom to end");
      end_record (&record, fixture);
      pause_for (PAUSE_MS);
    }

  print_record (&record, "zoom");
}

static void
pan (WidgetFixture *fixture)
{
  Record record = create_record ();

  begin_record (&record, fixture);
  for (guint i = 0; i < 150; i++)
    {
      guint before = record.costs->len;

      atlas_map_view_shift (map_view_fixture_get_view (fixture), i < 75 ? 9.0 : -7.0, i < 75 ? 4.0 : -6.0);
      while (record.costs->len == before)
        g_main_context_iteration (NULL, TRUE);
    }
  end_record (&record, fixture);

  print_record (&record, "pan");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBasemap) basemap = NULL;
  WidgetFixture     fixture = { 0 };
  const char *const screen = g_getenv ("ATLAS_SCREEN");
  int               width = 1360;
  int               height = 850;

  if (!gtk_init_check ())
    return 77;
  if (screen != NULL && sscanf (screen, "%dx%d", &width, &height) != 2)
    return 1;

  basemap = atlas_basemap_new_from_file (bench_get_input ("ATLAS_TEST_BASEMAP"), &error);
  g_assert_no_error (error);
  widget_fixture_set_animations (TRUE);
  widget_fixture_set_up (&fixture, atlas_map_view_new (), width, height);
  atlas_map_view_set_basemap (map_view_fixture_get_view (&fixture), basemap);
  widget_fixture_apply (&fixture, "corridor-atlas:#date=2021-06&map=6/40.6/47");
  pause_for (3 * PAUSE_MS);

  g_print ("map.before.mb %.1f MB\n", read_resident ());
  fly (&fixture, PAUSE_MS);
  fly (&fixture, SHORT_PAUSE_MS);
  cross_fade (&fixture);
  zoom (&fixture);
  pan (&fixture);
  g_print ("map.after.mb %.1f MB\n", read_resident ());

  widget_fixture_tear_down (&fixture, NULL);

  return 0;
}
