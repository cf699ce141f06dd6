// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-date-entry.h"
#include "atlas-edtf.h"
#include "atlas-time-brush.h"

#include <libintl.h>
#include <locale.h>

/* What the program shows of a date in any of its languages can be typed: as the compiled catalogues say it. */

#define YEAR 2020
#define N_MONTHS 12

static const struct
{
  const char *language;
  const char *march; /* shortened, which proves that this language is spoken */
} languages[] = {
  { "en", "Mar 2020" },
  { "az", "mar 2020" },
  { "ru", "мар 2020" },
  { "hy", "2020 մրտ" },
  { "tr", "Mar 2020" },
};

static AtlasTimeSpan
get_month (int month)
{
  return atlas_time_unit_around (ATLAS_TIME_UNIT_MONTH, atlas_day_from_ymd (YEAR, month, 1));
}

static AtlasTimeSpan
get_day (int month)
{
  int day = atlas_day_from_ymd (YEAR, month, 5);

  return ATLAS_TIME_SPAN_INIT (day, day + 1);
}

static AtlasTimeSpan
get_days (int month)
{
  int day = atlas_day_from_ymd (YEAR, month, 5);

  return ATLAS_TIME_SPAN_INIT (day, day + 15);
}

/* To one of the next month. */
static AtlasTimeSpan
get_many_days (int month)
{
  int day = atlas_day_from_ymd (YEAR, month, 28);

  return ATLAS_TIME_SPAN_INIT (day, day + 17);
}

/* A month and the next, whole. */
static AtlasTimeSpan
get_two_months (int month)
{
  AtlasTimeSpan span = get_month (month);

  span.end = atlas_time_unit_around (ATLAS_TIME_UNIT_MONTH, span.end).end;

  return span;
}

/* As it stands after a word such as "until". */
static char *
say_inside (AtlasTimeSpan span)
{
  g_autofree char *text = atlas_time_span_to_edtf (span);
  AtlasEdtf        edtf;

  g_assert_true (atlas_edtf_parse (text, &edtf, NULL));

  return atlas_edtf_date_to_words_inside (&edtf.start);
}

/* clang-format off */
static const struct
{
  const char *name;
  AtlasTimeSpan (*get)  (int month);
  char         *(*show) (AtlasTimeSpan span);
} forms[] = {
  { "month",            get_month,      atlas_time_span_to_words },
  { "month-inside",     get_month,      say_inside },
  { "day",              get_day,        atlas_time_span_to_words },
  { "day-inside",       get_day,        say_inside },
  { "days",             get_days,       atlas_time_span_to_words },
  { "many-days",        get_many_days,  atlas_time_span_to_words },
  { "months",           get_two_months, atlas_time_span_to_words },
  { "short-month",      get_month,      atlas_time_brush_to_short_words },
  { "short-day",        get_day,        atlas_time_brush_to_short_words },
  { "short-days",       get_many_days,  atlas_time_brush_to_short_words },
  { "short-months",     get_two_months, atlas_time_brush_to_short_words },
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

/* Each month of the year. */
static void
test_form (gconstpointer data)
{
  guint            index = GPOINTER_TO_UINT (data);
  guint            language = index / G_N_ELEMENTS (forms);
  guint            form = index % G_N_ELEMENTS (forms);
  g_autofree char *march = NULL;

  speak (languages[language].language);
  march = atlas_time_brush_to_short_words (get_month (3));
  g_assert_cmpstr (march, ==, languages[language].march);

  for (int month = 1; month <= N_MONTHS; month++)
    {
      AtlasTimeSpan    wanted = forms[form].get (month);
      AtlasTimeSpan    found = ATLAS_TIME_SPAN_NONE;
      g_autofree char *shown = forms[form].show (wanted);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", shown);
      atlas_date_entry_parse (shown, &found, &error);
      g_assert_no_error (error);
      g_assert_cmpint (found.begin, ==, wanted.begin);
      g_assert_cmpint (found.end, ==, wanted.end);
    }
}

/* Decades, seasons, and dates that are not exact or not closed. */
static void
test_said (gconstpointer data)
{
  static const char *const dates[] = {
    "199X",
    "199X~",
    "199X/..",
    "2004-21",
    "2004-22~",
    "2004-23",
    "2004-24/..",
    "2004-25",
    "2004-30",
    "2004-33",
    "2004-36",
    "2004-37",
    "2004-41",
    "2006~",
    "2006?",
    "2018/..",
    "../1991",
    "2001/",
    "/2003",
    "2006-05~",
    "1999-04-17/..",
    "../2020-11-10",
    "2020-11-10~",
  };

  speak (data);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      AtlasTimeSpan    found = ATLAS_TIME_SPAN_NONE;
      g_autofree char *shown = NULL;
      g_autoptr (GError) error = NULL;
      AtlasEdtf edtf;

      g_assert_true (atlas_edtf_parse (dates[i], &edtf, NULL));
      shown = atlas_edtf_to_words (&edtf);
      g_test_message ("%s: %s", dates[i], shown);
      atlas_date_entry_parse (shown, &found, &error);
      g_assert_no_error (error);
      g_assert_cmpint (found.begin, ==, edtf.span.begin);
      g_assert_cmpint (found.end, ==, edtf.span.end);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages) * G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date-entry-shown/%s/%s", languages[i / G_N_ELEMENTS (forms)].language, forms[i % G_N_ELEMENTS (forms)].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_form);
    }

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date-entry-shown/%s/said", languages[i].language);

      g_test_add_data_func (path, languages[i].language, test_said);
    }

  return g_test_run ();
}
