// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Whoever wanders over the map for an afternoon needs no more memory than after the first minutes. */

#include "map-view-fixture.h"

#include <malloc.h>
#include <math.h>
#include <unistd.h>

#define STEPS 2000
#define LOOP 500     /* steps after which the way begins anew */
#define FRAME 10     /* steps: many come in one on a slow machine, and few frames are enough to see a leak */
#define MAX_ROUNDS 4 /* what leaks grows in each */
#define MAX_GROWTH 5 /* % of what the program takes in all */

/* Pans all the while, and goes closer and farther, with every tenth step a pan alone. */
static void
step (WidgetFixture *fixture,
      int            index)
{
  double t = 2 * G_PI * (index % LOOP) / LOOP;
  double zoom = 6.0 + 2.0 * sin (3 * t);

  map_view_fixture_set_camera (fixture, index % 10 < 5 ? round (zoom * 4.0) / 4.0 : zoom, 40.4 + 1.5 * sin (2 * t), 47.5 + 3.0 * cos (t));
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  (*(guint *) user_data)++;

  return G_SOURCE_CONTINUE;
}

typedef struct
{
  guint frames;
  guint wanted;
} Frames;

static gboolean
has_frames (gpointer user_data)
{
  const Frames *frames = user_data;

  return frames->frames >= frames->wanted;
}

static void
wander (WidgetFixture *fixture,
        int            n_steps)
{
  Frames frames = { 0, 0 };
  guint  id = gtk_widget_add_tick_callback (fixture->window, count_frame_cb, &frames.frames, NULL);

  for (int i = 0; i < n_steps; i++)
    {
      step (fixture, i);
      if (i % FRAME == 0)
        {
          frames.wanted = frames.frames + 1;
          widget_fixture_await (has_frames, &frames, "a frame");
        }
      else
        g_main_context_iteration (NULL, FALSE);
    }
  gtk_widget_remove_tick_callback (fixture->window, id);
}

/* There where the address sanitizer keeps the memory, of which the C library then knows nothing. */
extern size_t __sanitizer_get_current_allocated_bytes (void) __attribute__ ((weak));

/* What the program has asked for and not given back, bytes. Large pictures are mapped by themselves. */
static gsize
measure (WidgetFixture *fixture)
{
  struct mallinfo2 info;

  widget_fixture_lay_out (fixture);
  for (int i = 0; i < 200; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  if (__sanitizer_get_current_allocated_bytes != NULL)
    return __sanitizer_get_current_allocated_bytes ();

  info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

/* All that the program takes, bytes: what its growth is a part of. */
static gsize
get_resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  pages = g_strsplit (text, " ", 3);

  return (gsize) (g_ascii_strtoull (pages[1], NULL, 10) * (guint64) sysconf (_SC_PAGESIZE));
}

static void
test_wander (WidgetFixture *fixture,
             gconstpointer  data)
{
  gsize resident, before;
  gsize after = 0;

  wander (fixture, LOOP);
  step (fixture, 0);
  after = measure (fixture);
  resident = get_resident ();
  if (resident == 0)
    {
      g_test_skip ("no /proc");
      return;
    }

  /* On a busy machine the caches take more than one round to fill. */
  for (int round = 0; round < MAX_ROUNDS; round++)
    {
      before = after;
      wander (fixture, STEPS);
      step (fixture, 0);
      after = measure (fixture);
      g_test_message ("%.1f MB of %.1f MB before, %.1f MB after", (double) before / 1e6, (double) resident / 1e6, (double) after / 1e6);
      if (after <= before + resident * MAX_GROWTH / 100)
        return;
    }

  g_test_fail_printf ("every %d steps take more than %d %% of the memory", STEPS, MAX_GROWTH);
}

/* The measure is able to see a leak of the size that is looked for. */
static void
test_measure (WidgetFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  gsize before = measure (fixture);
  gsize growth = get_resident () * MAX_GROWTH / 100;

  if (growth == 0)
    {
      g_test_skip ("no /proc");
      return;
    }

  for (gsize bytes = 0; bytes < 2 * growth; bytes += 1000)
    g_ptr_array_add (kept, g_malloc (1000));
  g_assert_cmpuint (measure (fixture), >, before + growth);
}

int
main (int    argc,
      char **argv)
{
  if (!widget_fixture_init (&argc, &argv))
    return 0;

  g_test_add ("/widgets/map-view-memory/measure", WidgetFixture, NULL, map_view_fixture_set_up, test_measure, widget_fixture_tear_down);
  g_test_add ("/widgets/map-view-memory/wander", WidgetFixture, NULL, map_view_fixture_set_up, test_wander, widget_fixture_tear_down);

  return g_test_run ();
}
