// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-time-scale.h"

#include "sample-atlas.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>

#define DIGIT 7.0

/* What the ruler says at every step there is: majors in brackets, and what stands at its left. */
/* clang-format off */
static const struct
{
  const char *name;
  const char *language;
  const char *range;
  double      width;
  const char *labels;
  const char *sticky;
} cases[] = {
  { "weekdays", "en", "2006-05-27/2006-06-03", 460, "Sat 27 Sun 28 Mon 29 Tue 30 Wed 31 [June 2006] Fri 2 Sat 3 Sun 4", "May 2006" },
  { "days", "en", "2006-05-27/2006-06-03", 240, "27 28 29 30 31 [June 2006] 2 3 4", "May 2006" },
  { "five-days", "en", "2024-02-20/2024-03-12", 220, "16 21 26 [March 2024] 6 11", "February 2024" },
  { "ten-days", "en", "2021-01-05/2021-02-24", 400, "[January 2021] 11 21 [February 2021] 11 21", "January 2021" },
  { "long-months", "en", "2019-11/2020-02", 360, "November December [2020] February March", "2019" },
  { "months", "en", "2019-11/2020-02", 240, "Nov Dec [2020] Feb Mar", "2019" },
  { "leap-year", "en", "2024-02/2024-03", 120, "Feb Mar Apr", "2024" },
  { "quarters", "en", "2019-12/2021-06", 400, "Oct [2020] Apr Jul Oct [2021] Apr Jul", "2019" },
  { "half-years", "en", "2019/2021", 300, "[2019] Jul [2020] Jul [2021] Jul [2022]", "2019" },
  { "years", "en", "1998/2003", 360, "1998 1999 [2000] 2001 2002 2003 2004", NULL },
  { "two-years", "en", "1997/2004", 240, "1996 1998 [2000] 2002 2004", NULL },
  { "five-years", "en", "1991/2030", 600, "[1990] 1995 [2000] 2005 [2010] 2015 [2020] 2025 [2030]", NULL },
  { "decades", "en", "1923/2030", 600, "1920 1930 1940 1950 1960 1970 1980 1990 [2000] 2010 2020 2030", NULL },
  { "two-decades", "en", "1923/2030", 300, "1920 1940 1960 1980 [2000] 2020", NULL },
  { "half-centuries", "en", "1801/2030", 250, "[1800] 1850 [1900] 1950 [2000]", NULL },
  { "centuries", "en", "1500/1999", 300, "1500 1600 1700 1800 1900 [2000]", NULL },
  { "five-centuries", "en", "0001/2030", 250, "[1 BCE] 500 [1000] 1500 [2000]", NULL },
  { "millennia", "en", "-3999/2030", 320, "4001 BCE 3001 BCE 2001 BCE 1001 BCE [1 BCE] 1000 2000", NULL },
  { "before-christ", "en", "-0002/0002", 400, "3 BCE 2 BCE [1 BCE] 1 2 3", NULL },
  { "days", "ru", "2006-05-27/2006-06-03", 240, "27 28 29 30 31 [июнь 2006] 2 3 4", "май 2006" },
  { "long-months", "ru", "2019-11/2020-02", 360, "ноябрь декабрь [2020] февраль март", "2019" },
  { "months", "ru", "2019-11/2020-02", 240, "ноя дек [2020] фев мар", "2019" },
  { "long-months", "az", "2019-09/2020-02", 560, "sentyabr oktyabr noyabr dekabr [2020] fevral mart", "2019" },
  { "months", "az", "2019-09/2020-02", 300, "sen okt noy dek [2020] fev mar", "2019" },
  { "long-months", "hy", "2019-11/2020-02", 360, "նոյեմբեր դեկտեմբեր [2020] փետրվար մարտ", "2019" },
  { "days", "hy", "2006-05-31/2006-06-02", 90, "31 [2006 թ. հունիս] 2 3", "2006 թ. մայիս" },
  { "long-months", "tr", "2019-11/2020-02", 360, "Kasım Aralık [2020] Şubat Mart", "2019" },
};
/* clang-format on */

/* To bind a domain to another folder makes gettext forget what it found in another language: one folder by two names. */
static void
speak (const char *language)
{
  static gboolean  is_other = FALSE;
  g_autofree char *folder = g_strconcat (g_getenv ("ATLAS_TEST_LOCALEDIR"), is_other ? "/." : "", NULL);

  is_other = !is_other;
  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

/* Are there catalogues, and a locale that has translations? */
static gboolean
can_speak (void)
{
  return g_getenv ("ATLAS_TEST_LOCALEDIR") != NULL && !g_str_equal (setlocale (LC_MESSAGES, NULL), "C");
}

static void
test_labels (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  AtlasTimeScale           scale = atlas_time_scale_for_range (sample_span (c->range), c->width);
  g_autofree char         *sticky = NULL;
  g_autoptr (GArray) ticks = NULL;
  g_autoptr (GString) labels = g_string_new (NULL);

  if (!g_str_equal (c->language, "en") && !can_speak ())
    {
      g_test_skip ("no catalogues");
      return;
    }

  if (can_speak ())
    speak (c->language);
  ticks = atlas_time_scale_get_ticks (&scale, c->width, DIGIT, &sticky);

  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

      g_assert_true ((tick->label == NULL) == (tick->rank == ATLAS_TIME_TICK_SUB));
      if (i > 0)
        g_assert_cmpint (tick->day, >, g_array_index (ticks, AtlasTimeTick, i - 1).day);
      if (tick->label != NULL)
        g_string_append_printf (labels, tick->rank == ATLAS_TIME_TICK_MAJOR ? "%s[%s]" : "%s%s", labels->len > 0 ? " " : "", tick->label);
    }
  g_assert_cmpstr (labels->str, ==, c->labels);
  g_assert_cmpstr (sticky, ==, c->sticky);
}

/* At any zoom the labels have room, the first tick is not after the left side, and nothing is missing at the right. */
static void
test_room (void)
{
  for (double px_per_day = ATLAS_TIME_SCALE_MAX_PX_PER_DAY; px_per_day > 1e-3; px_per_day /= 1.3)
    {
      AtlasTimeScale scale = { 731000.4, px_per_day };
      g_autoptr (GArray) ticks = atlas_time_scale_get_ticks (&scale, 900, DIGIT, NULL);
      double last = -G_MAXDOUBLE;

      g_assert_cmpuint (ticks->len, >, 0);
      g_assert_cmpint (g_array_index (ticks, AtlasTimeTick, 0).day, <=, (int) scale.begin);
      for (guint i = 0; i < ticks->len; i++)
        {
          const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);
          double               x = atlas_time_scale_get_x (&scale, tick->day);

          if (tick->label == NULL)
            continue;

          g_assert_cmpfloat (x - last, >, 3.5 * DIGIT);
          last = x;
        }
      g_assert_cmpfloat (last, >, 900 - 9000);
    }
}

static void
test_mapping (void)
{
  AtlasTimeSpan  range = sample_span ("1991/2030");
  AtlasTimeScale scale = atlas_time_scale_for_range (range, 840);
  AtlasTimeScale closer = atlas_time_scale_zoom (&scale, 300, 2);
  AtlasTimeSpan  shown = atlas_time_scale_get_range (&scale, 840);

  g_assert_cmpfloat_with_epsilon (atlas_time_scale_get_x (&scale, range.begin), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_time_scale_get_x (&scale, range.end), 840, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_time_scale_get_day (&scale, atlas_time_scale_get_x (&scale, 730000.25)), 730000.25, 1e-6);
  g_assert_true (atlas_time_span_equal (shown, range));
  g_assert_cmpfloat_with_epsilon (atlas_time_scale_get_day (&closer, 300), atlas_time_scale_get_day (&scale, 300), 1e-6);
  g_assert_cmpfloat_with_epsilon (closer.px_per_day, 2 * scale.px_per_day, 1e-12);
}

/* Ticks stand on dates, not on px: what is in view of two views that overlap has the same labels in both. */
static void
test_stable (void)
{
  for (double px_per_day = 40.0; px_per_day > 1e-3; px_per_day /= 2.1)
    {
      AtlasTimeScale scale = { 731000.4, px_per_day };
      AtlasTimeScale moved = { 731000.4 + 333.3 / px_per_day, px_per_day };
      g_autoptr (GArray) ticks = atlas_time_scale_get_ticks (&scale, 900, DIGIT, NULL);
      g_autoptr (GArray) others = atlas_time_scale_get_ticks (&moved, 900, DIGIT, NULL);
      guint k = 0;

      for (guint i = 0; i < ticks->len; i++)
        {
          const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

          if (tick->day < moved.begin)
            continue;
          while (k < others->len && g_array_index (others, AtlasTimeTick, k).day < tick->day)
            k++;
          g_assert_cmpuint (k, <, others->len);
          g_assert_cmpint (g_array_index (others, AtlasTimeTick, k).day, ==, tick->day);
          g_assert_cmpstr (g_array_index (others, AtlasTimeTick, k).label, ==, tick->label);
          g_assert_cmpint (g_array_index (others, AtlasTimeTick, k).rank, ==, tick->rank);
        }
    }
}

/* By the step, as long as that is no great jump. */
static void
test_snap (void)
{
  static const struct
  {
    double        px_per_day;
    AtlasTimeUnit step, snap;
  } snaps[] = {
    { 0.05, ATLAS_TIME_UNIT_YEAR, ATLAS_TIME_UNIT_YEAR },
    { 0.05, ATLAS_TIME_UNIT_DAY, ATLAS_TIME_UNIT_DAY },
    { 1.0, ATLAS_TIME_UNIT_YEAR, ATLAS_TIME_UNIT_QUARTER },
    { 3.0, ATLAS_TIME_UNIT_YEAR, ATLAS_TIME_UNIT_MONTH },
    { 5.0, ATLAS_TIME_UNIT_MONTH, ATLAS_TIME_UNIT_MONTH },
    { 6.0, ATLAS_TIME_UNIT_MONTH, ATLAS_TIME_UNIT_DAY },
    { 64.0, ATLAS_TIME_UNIT_YEAR, ATLAS_TIME_UNIT_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (snaps); i++)
    {
      AtlasTimeScale scale = { 730000.0, snaps[i].px_per_day };

      g_assert_cmpint (atlas_time_scale_get_snap (&scale, snaps[i].step), ==, snaps[i].snap);
    }
}

/* Neither beyond the ends, but for the overscroll, nor closer or farther than there is something to see. */
static void
test_limit (void)
{
  AtlasTimeSpan bounds = sample_span ("1991/2030");
  double        days = bounds.end - bounds.begin;
  double        least = 800 / (days * (1 + 2 * ATLAS_TIME_SCALE_OVERSCROLL));
  const struct
  {
    AtlasTimeScale given;
    double         begin, px_per_day;
  } limits[] = {
    { { bounds.begin + 1000.0, 1 }, bounds.begin + 1000.0, 1 },
    { { bounds.begin - 1000.0, 1 }, bounds.begin - 800 * ATLAS_TIME_SCALE_OVERSCROLL, 1 },
    { { bounds.end + 1000.0, 1 }, bounds.end + 800 * ATLAS_TIME_SCALE_OVERSCROLL - 800, 1 },
    { { bounds.begin, 1e-4 }, bounds.begin - days * ATLAS_TIME_SCALE_OVERSCROLL * (1 - 2 * ATLAS_TIME_SCALE_OVERSCROLL), least },
    { { bounds.begin + 500.0 - 400 / 1e4, 1e4 }, bounds.begin + 500.0 - 400 / ATLAS_TIME_SCALE_MAX_PX_PER_DAY, ATLAS_TIME_SCALE_MAX_PX_PER_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      AtlasTimeScale limited = atlas_time_scale_limit (&limits[i].given, bounds, 800);

      g_assert_cmpfloat_with_epsilon (limited.px_per_day, limits[i].px_per_day, 1e-6);
      g_assert_cmpfloat_with_epsilon (limited.begin, limits[i].begin, 1e-2);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/time-scale/labels/%s/%s", cases[i].language, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_labels);
    }
  g_test_add_func ("/time-scale/room", test_room);
  g_test_add_func ("/time-scale/stable", test_stable);
  g_test_add_func ("/time-scale/snap", test_snap);
  g_test_add_func ("/time-scale/mapping", test_mapping);
  g_test_add_func ("/time-scale/limit", test_limit);

  return g_test_run ();
}
