// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-date-entry.h"
#include "atlas-edtf.h"

#include <string.h>

/* clang-format off */
static const struct
{
  const char *text;
  const char *edtf; /* what is meant */
} cases[] = {
  /* as it is written in files */
  { "2006-05-28", "2006-05-28" },
  { "  2006-05 ", "2006-05" },
  { "2020-09", "2020-09" },
  { "2006", "2006" },
  { "201x", "201X" },
  { "1991/2030", "1991/2030" },
  { "2018/..", "2018/.." },
  { "2004-21", "2004-21" },
  /* numbers */
  { "28.05.2006", "2006-05-28" },
  { "5.2006", "2006-05" },
  { "2006-5-8", "2006-05-08" },
  { "2006.05.28", "2006-05-28" },
  { "2006 05", "2006-05" },
  { "20060528", "2006-05-28" },
  { "1991-2030", "1991/2030" },
  { "1991–2030", "1991/2030" },
  { "1991 – 2030", "1991/2030" },
  { "1991 to 2030", "1991/2030" },
  { "05.2006 - 07.2006", "2006-05/2006-07" },
  { "28.05 - 30.06.2006", "2006-05-28/2006-06-30" },
  /* English */
  { "Sep 2020", "2020-09" },
  { "28 May 2006", "2006-05-28" },
  { "May 28, 2006", "2006-05-28" },
  { "the 28th of May 2006", "2006-05-28" },
  { "SEPTEMBER 2020", "2020-09" },
  { "2020 sept.", "2020-09" },
  { "2 Jan 1992", "1992-01-02" },
  { "19 to 20 September 2023", "2023-09-19/2023-09-20" },
  { "May to July 2006", "2006-05/2006-07" },
  { "28 May to 3 June 2006", "2006-05-28/2006-06-03" },
  { "Nov 2020/Aug 2022", "2020-11/2022-08" },
  /* Azerbaijani */
  { "2020 sentyabr", "2020-09" },
  { "28 may 2006", "2006-05-28" },
  { "İyun 2006", "2006-06" },
  { "iyul 2006", "2006-07" },
  { "avq 2008", "2008-08" },
  { "2020-ci ilin sentyabrı", "2020-09" },
  { "10 noyabr 2020-ci il", "2020-11-10" },
  { "DEKABR 2012", "2012-12" },
  /* Russian */
  { "сен 2020", "2020-09" },
  { "сентябрь 2020", "2020-09" },
  { "28 мая 2006 года", "2006-05-28" },
  { "28 мая 2006 г.", "2006-05-28" },
  { "10-го декабря 2012", "2012-12-10" },
  { "май 2006", "2006-05" },
  { "марта 1992", "1992-03" },
  { "июн 2006", "2006-06" },
  { "июля 2006", "2006-07" },
  { "ДЕКАБРЬ 2012", "2012-12" },
  /* Armenian */
  { "սեպտեմբեր 2020", "2020-09" },
  { "2020 թ. սեպտեմբերի 27", "2020-09-27" },
  { "սեպ 2020", "2020-09" },
  { "մայիսի 28, 2006", "2006-05-28" },
  { "Հունվար 1992", "1992-01" },
  { "հունիս 1992", "1992-06" },
  { "հուլ 1992", "1992-07" },
  /* Turkish */
  { "Eylül 2020", "2020-09" },
  { "eylul 2020", "2020-09" },
  { "28 Mayıs 2006", "2006-05-28" },
  { "28 MAYIS 2006", "2006-05-28" },
  { "13 Temmuz 2006'da", "2006-07-13" },
  { "Ağu 2008", "2008-08" },
  { "şub 1992", "1992-02" },
  { "Aralık 2012", "2012-12" },
  { "kasim 2020", "2020-11" },
  { "2020 yılının Eylül'ünde", "2020-09" },
  /* other forms of EDTF */
  { "2006~", "2006~" },
  { "2006-05?", "2006-05?" },
  { "1984?/2004~", "1984?/2004~" },
  { "../1990", "../1990" },
  { "/", "/" }, /* all days; the clock wants less */
  { "-0044-03-15", "-0044-03-15" },
  { "2004-33", "2004-33" },
  { "19xx", "19XX" },
  /* what is shown of decades, seasons, and dates that are not exact or not closed */
  { "the 1990s", "199X" },
  { "1990s", "199X" },
  { "About the 1990s", "199X~" },
  { "spring 2006", "2006-21" },
  { "Autumn 2020", "2020-23" },
  { "winter 2019", "2019-24" },
  { "northern winter 2004", "2004-28" },
  { "first half of 2004", "2004-40" },
  { "the last quarter of 2009", "2009-36" },
  { "about 2006", "2006~" },
  { "about May 2006", "2006-05~" },
  { "about 28 May 2006", "2006-05-28~" },
  { "from 2018 on", "2018/.." },
  { "from spring 2018 on", "2018-21/.." },
  { "from 17 April 1999 on", "1999-04-17/.." },
  { "until 1991", "../1991" },
  { "until 2 May 1991", "../1991-05-02" },
  { "from 2001, end not known", "2001/" },
  /* digits of other scripts, narrow spaces, and what is not seen */
  { "\u0662\u0660\u0660\u0666", "2006" },
  { "２００６－０５－２８", "2006-05-28" },
  { "28\u00a0May\u202f2006", "2006-05-28" },
  { "\u200f2006-05\u200e", "2006-05" },
  { "\u202b28 мая 2006\u202c", "2006-05-28" },
  { "20\u00ad06", "2006" },
  { "2\u0660\u0660６", "2006" },
};

static const struct
{
  const char    *text;
  AtlasEdtfError code;
  const char    *rule;
} faults[] = {
  { "", ATLAS_EDTF_ERROR_SYNTAX, "nothing typed" },
  { "   ", ATLAS_EDTF_ERROR_SYNTAX, "nothing typed" },
  { "yesterday", ATLAS_EDTF_ERROR_SYNTAX, "“yesterday” is no month" },
  { "Foo 2020", ATLAS_EDTF_ERROR_SYNTAX, "“foo” is no month" },
  { "se 2020", ATLAS_EDTF_ERROR_SYNTAX, "“se” is no month" },
  { "iyu 2020", ATLAS_EDTF_ERROR_SYNTAX, "more than one month" },
  { "հուն 2020", ATLAS_EDTF_ERROR_SYNTAX, "more than one month" },
  { "May June 2020", ATLAS_EDTF_ERROR_SYNTAX, "one month too many" },
  { "May", ATLAS_EDTF_ERROR_SYNTAX, "year is missing" },
  { "28", ATLAS_EDTF_ERROR_SYNTAX, "year is missing" },
  { "28 May", ATLAS_EDTF_ERROR_SYNTAX, "year is missing" },
  { "28.05.06", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "May 28 06", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "123", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "1 2 3 4", ATLAS_EDTF_ERROR_SYNTAX, "too many numbers" },
  { "20060528123", ATLAS_EDTF_ERROR_SYNTAX, "too many numbers" },
  { "5/28/2006", ATLAS_EDTF_ERROR_SYNTAX, "slashes" },
  { "05/2006", ATLAS_EDTF_ERROR_SYNTAX, "month is missing" },
  { "2006 @ 5", ATLAS_EDTF_ERROR_SYNTAX, "only numbers" },
  { "2020-13", ATLAS_EDTF_ERROR_RANGE, "01 to 12" },
  { "2020-02-30", ATLAS_EDTF_ERROR_RANGE, "no such" },
  { "2004/2003", ATLAS_EDTF_ERROR_RANGE, "before it begins" },
  { "31 June 2020", ATLAS_EDTF_ERROR_RANGE, "30 days" },
  { "29 Feb 2023", ATLAS_EDTF_ERROR_RANGE, "28 days" },
  { "0 June 2020", ATLAS_EDTF_ERROR_RANGE, "30 days" },
  { "13.2020", ATLAS_EDTF_ERROR_RANGE, "1 to 12" },
  { "0.2020", ATLAS_EDTF_ERROR_RANGE, "1 to 12" },
  { "20060000", ATLAS_EDTF_ERROR_RANGE, "1 to 12" },
  { "20060500", ATLAS_EDTF_ERROR_RANGE, "31 days" },
  { "20201301", ATLAS_EDTF_ERROR_RANGE, "1 to 12" },
  { "2020 to 1991", ATLAS_EDTF_ERROR_RANGE, "before it begins" },
  { "2006\xff", ATLAS_EDTF_ERROR_SYNTAX, "only numbers" },
  { "\u200f\u202b\u202c", ATLAS_EDTF_ERROR_SYNTAX, "nothing typed" },
  { "today 2006", ATLAS_EDTF_ERROR_SYNTAX, "“today” is no month" },
  { "مايو 2006", ATLAS_EDTF_ERROR_SYNTAX, "is no month" },
  { "🕰 2006", ATLAS_EDTF_ERROR_SYNTAX, "only numbers" },
  { "May-2006-May", ATLAS_EDTF_ERROR_SYNTAX, "one month too many" },
  { "2006 2007", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "28 28 2006", ATLAS_EDTF_ERROR_RANGE, "1 to 12" },
  { "32 May 2006", ATLAS_EDTF_ERROR_RANGE, "31 days" },
  { "0000 May", ATLAS_EDTF_ERROR_SYNTAX, "year is missing" },
  { "--", ATLAS_EDTF_ERROR_SYNTAX, "four digits" },
  { "to", ATLAS_EDTF_ERROR_SYNTAX, "is no month" },
  { "%s%n", ATLAS_EDTF_ERROR_SYNTAX, "only numbers" },
  { "2006/2007/2008", ATLAS_EDTF_ERROR_SYNTAX, "slashes" },
  { "1994s", ATLAS_EDTF_ERROR_SYNTAX, "is no month" },
  { "spring", ATLAS_EDTF_ERROR_SYNTAX, "is no month" },
  { "early 2024", ATLAS_EDTF_ERROR_SYNTAX, "is no month" },
  { "spring 2006 2007", ATLAS_EDTF_ERROR_SYNTAX, "is no month" },
  { "+1y", ATLAS_EDTF_ERROR_SYNTAX, "only numbers" },
};
/* clang-format on */

static void
test_entry (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  g_autoptr (GError) error = NULL;
  AtlasTimeSpan span;
  AtlasEdtf     edtf;

  atlas_date_entry_parse (c->text, &span, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_edtf_parse (c->edtf, &edtf, NULL));
  g_assert_cmpint (span.begin, ==, edtf.span.begin);
  g_assert_cmpint (span.end, ==, edtf.span.end);
}

static void
test_fault (gconstpointer data)
{
  const typeof (faults[0]) *c = data;
  g_autoptr (GError) error = NULL;
  AtlasTimeSpan span = { 3, 4 };

  g_assert_false (atlas_date_entry_parse (c->text, &span, &error));
  g_assert_error (error, ATLAS_EDTF_ERROR, (int) c->code);
  g_assert_nonnull (strstr (error->message, c->rule));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (atlas_time_span_equal (span, ATLAS_TIME_SPAN_INIT (3, 4)));
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (100000, '9');
  g_autoptr (GError) error = NULL;
  AtlasTimeSpan span;

  g_assert_false (atlas_date_entry_parse (text, &span, &error));
  g_assert_error (error, ATLAS_EDTF_ERROR, ATLAS_EDTF_ERROR_SYNTAX);
  g_assert_cmpuint (strlen (error->message), <, 300);
}

/* In every language there is. */
static void
test_today (void)
{
  static const char *const words[] = { "today", " NOW ", "bugün", "BUGÜN", "indi", "şimdi", "Сегодня", "сейчас", "այսօր", "հիմա" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      AtlasTimeSpan span = ATLAS_TIME_SPAN_NONE;
      int           before = atlas_day_today ();

      g_assert_true (atlas_date_entry_parse (words[i], &span, NULL));
      g_assert_cmpint (span.end - span.begin, ==, 1);
      g_assert_cmpint (span.begin, >=, before);
      g_assert_cmpint (span.begin, <=, atlas_day_today ());
    }
}

#define ADD_CASES(name, cases, function)                                      \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                            \
    {                                                                         \
      g_autofree char *path = g_strdup_printf ("/date-entry/" name "/%u", i); \
                                                                              \
      g_test_add_data_func (path, &cases[i], function);                       \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("entry", cases, test_entry)
  ADD_CASES ("fault", faults, test_fault)
  g_test_add_func ("/date-entry/today", test_today);
  g_test_add_func ("/date-entry/long", test_long);

  return g_test_run ();
}
