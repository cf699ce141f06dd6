// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-stopwatch.h"

/* A clock that the test sets, µs. */
static gint64
tell_set_time (gpointer user_data)
{
  return *(gint64 *) user_data;
}

/* What is done with a stopwatch, each letter after @wait seconds: s start, p pause, r reset, . nothing; what it then tells. */
/* clang-format off */
static const struct
{
  const char *name;
  const char *letters;
  int         waits[6];
  guint       planned;
  int         elapsed;
  int         remaining;
  gboolean    running;
  gboolean    begun;
  int         mood;
} runs[] = {
  { "new",              ".",      { 5 },               0,  0,    0, FALSE, FALSE, ATLAS_STOPWATCH_CALM },
  { "started",          "s.",     { 5, 7 },            0,  7,    0, TRUE,  TRUE,  ATLAS_STOPWATCH_CALM },
  { "paused",           "sp.",    { 5, 7, 100 },       0,  7,    0, FALSE, TRUE,  ATLAS_STOPWATCH_CALM },
  { "gone-on",          "sps.",   { 0, 7, 100, 4 },    0, 11,    0, TRUE,  TRUE,  ATLAS_STOPWATCH_CALM },
  { "started-twice",    "ss.",    { 0, 3, 4 },         0,  7,    0, TRUE,  TRUE,  ATLAS_STOPWATCH_CALM },
  { "paused-twice",     "spp.",   { 0, 3, 4, 5 },      0,  3,    0, FALSE, TRUE,  ATLAS_STOPWATCH_CALM },
  { "reset-running",    "sr.",    { 0, 30, 2 },        0,  2,    0, TRUE,  TRUE,  ATLAS_STOPWATCH_CALM },
  { "reset-paused",     "spr.",   { 0, 30, 2, 9 },     0,  0,    0, FALSE, FALSE, ATLAS_STOPWATCH_CALM },
  { "planned",          "s.",     { 0, 90 },          20, 90, 1110, TRUE,  TRUE,  ATLAS_STOPWATCH_CALM },
  { "a-tenth-is-left",  "s.",     { 0, 1080 },        20, 1080, 120, TRUE, TRUE,  ATLAS_STOPWATCH_SOON },
  { "more-than-a-tenth","s.",     { 0, 1079 },        20, 1079, 121, TRUE, TRUE,  ATLAS_STOPWATCH_CALM },
  { "last-minute",      "s.",     { 0, 60 },           2, 60,   60, TRUE,  TRUE,  ATLAS_STOPWATCH_SOON },
  { "to-the-second",    "s.",     { 0, 120 },          2, 120,   0, TRUE,  TRUE,  ATLAS_STOPWATCH_SOON },
  { "over",             "s.",     { 0, 121 },          2, 121,  -1, TRUE,  TRUE,  ATLAS_STOPWATCH_OVER },
};

static const struct
{
  int         seconds;
  const char *digits;
  const char *words;
} times[] = {
  { 0,     "0:00",    "0 seconds" },
  { 1,     "0:01",    "1 second" },
  { 60,    "1:00",    "1 minute" },
  { 247,   "4:07",    "4 minutes 7 seconds" },
  { 3600,  "1:00:00", "1 hour" },
  { 3847,  "1:04:07", "1 hour 4 minutes" },
  { -12,   "−0:12",   "12 seconds" },
  { -3661, "−1:01:01", "1 hour 1 minute" },
};
/* clang-format on */

static void
test_run (gconstpointer data)
{
  const typeof (runs[0]) *c = data;
  gint64                  now = 1234567;
  AtlasStopwatch         *stopwatch = atlas_stopwatch_new_with_clock (tell_set_time, &now);

  atlas_stopwatch_set_planned (stopwatch, c->planned);
  for (guint i = 0; c->letters[i] != '\0'; i++)
    {
      now += c->waits[i] * G_USEC_PER_SEC;
      if (c->letters[i] == 's')
        atlas_stopwatch_start (stopwatch);
      else if (c->letters[i] == 'p')
        atlas_stopwatch_pause (stopwatch);
      else if (c->letters[i] == 'r')
        atlas_stopwatch_reset (stopwatch);
    }

  g_assert_cmpint (atlas_stopwatch_get_elapsed (stopwatch), ==, c->elapsed);
  g_assert_cmpint (atlas_stopwatch_get_remaining (stopwatch), ==, c->remaining);
  g_assert_cmpint (atlas_stopwatch_get_running (stopwatch), ==, c->running);
  g_assert_cmpint (atlas_stopwatch_get_begun (stopwatch), ==, c->begun);
  g_assert_cmpint (atlas_stopwatch_get_mood (stopwatch), ==, c->mood);
  g_assert_finalize_object (stopwatch);
}

/* Who shows it sleeps until the figures change. */
static void
test_next (void)
{
  gint64          now = 0;
  AtlasStopwatch *stopwatch = atlas_stopwatch_new_with_clock (tell_set_time, &now);

  g_assert_cmpint (atlas_stopwatch_get_next (stopwatch), ==, -1);
  atlas_stopwatch_start (stopwatch);
  g_assert_cmpint (atlas_stopwatch_get_next (stopwatch), ==, G_USEC_PER_SEC);
  now = 250000;
  g_assert_cmpint (atlas_stopwatch_get_next (stopwatch), ==, 750000);
  atlas_stopwatch_pause (stopwatch);
  now = 5000000;
  atlas_stopwatch_start (stopwatch); /* goes on with the same fraction of a second */
  g_assert_cmpint (atlas_stopwatch_get_next (stopwatch), ==, 750000);
  g_assert_finalize_object (stopwatch);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_notify (void)
{
  gint64          now = 0;
  AtlasStopwatch *stopwatch = atlas_stopwatch_new_with_clock (tell_set_time, &now);
  guint           running = 0;
  guint           planned = 0;

  g_signal_connect_swapped (stopwatch, "notify::running", G_CALLBACK (count_cb), &running);
  g_signal_connect_swapped (stopwatch, "notify::planned", G_CALLBACK (count_cb), &planned);

  atlas_stopwatch_pause (stopwatch);
  atlas_stopwatch_reset (stopwatch);
  g_assert_cmpuint (running, ==, 0);
  atlas_stopwatch_start (stopwatch);
  atlas_stopwatch_start (stopwatch);
  g_assert_cmpuint (running, ==, 1);

  atlas_stopwatch_set_planned (stopwatch, 0);
  g_assert_cmpuint (planned, ==, 0);
  g_object_set (stopwatch, "planned", 45, NULL);
  g_object_set (stopwatch, "planned", 45, NULL);
  g_assert_cmpuint (planned, ==, 1);
  atlas_stopwatch_set_planned (stopwatch, G_MAXUINT);
  g_assert_cmpuint (atlas_stopwatch_get_planned (stopwatch), ==, ATLAS_STOPWATCH_MAX_PLANNED);

  g_assert_finalize_object (stopwatch);
}

static void
test_time (gconstpointer data)
{
  const typeof (times[0]) *c = data;
  g_autofree char         *digits = atlas_stopwatch_format (c->seconds);
  g_autofree char         *words = atlas_stopwatch_to_words (c->seconds);

  g_assert_cmpstr (digits, ==, c->digits);
  g_assert_cmpstr (words, ==, c->words);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/stopwatch/run/%s", runs[i].name);

      g_test_add_data_func (path, &runs[i], test_run);
    }
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/stopwatch/time/%d", times[i].seconds);

      g_test_add_data_func (path, &times[i], test_time);
    }
  g_test_add_func ("/core/stopwatch/next", test_next);
  g_test_add_func ("/core/stopwatch/notify", test_notify);

  return g_test_run ();
}
