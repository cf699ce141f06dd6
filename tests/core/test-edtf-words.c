// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-edtf.h"

static const struct
{
  const char *text;
  const char *words;
} cases[] = {
  { "2006-05-28", "28 May 2006" },
  { "2006-05", "May 2006" },
  { "2006", "2006" },
  { "2006-05-28T10:00:00Z", "28 May 2006" },
  { "2025-06~", "about June 2025" },
  { "2004?", "2004 (uncertain)" },
  { "2004-06-11%", "about 11 June 2004 (uncertain)" },
  { "199X", "the 1990s" },
  { "199X~", "about the 1990s" },
  { "19XX", "1900 to 1999" },
  { "2004-XX", "2004" },
  { "1985-04-XX", "April 1985" },
  { "2004-21", "spring 2004" },
  { "2003-24~", "about winter 2003" },
  { "2004-25", "northern spring 2004" },
  { "2004-32", "southern winter 2004" },
  { "2004-33", "first quarter of 2004" },
  { "2004-36~", "about the last quarter of 2004" },
  { "2004-38", "second third of 2004" },
  { "2004-41", "second half of 2004" },
  { "2018/..", "from 2018 on" },
  { "2018-05/..", "from May 2018 on" },
  { "2008-08-25~/..", "from about 25 August 2008 on" },
  { "2004-21/..", "from spring 2004 on" },
  { "2004-33/..", "from the first quarter of 2004 on" },
  { "../1991", "until 1991" },
  { "../1991-10-18?", "until 18 October 1991 (uncertain)" },
  { "1985/", "from 1985, end not known" },
  { "/1985", "until 1985, begin not known" },
  { "/", "date not known" },
  { "/..", "begin not known, without end" },
  { "../", "end not known" },
  { "../..", "without begin or end" },
  { "2020-11-10/2022-08-25", "10 November 2020 to 25 August 2022" },
  { "2023-09-19/2023-09-20", "19 to 20 September 2023" },
  { "2023-09-19/2023-11-02", "19 September to 2 November 2023" },
  { "2006-05/2006-07", "May to July 2006" },
  { "2006-05/2007-07", "May 2006 to July 2007" },
  { "1991/1993", "1991 to 1993" },
  { "1941~/1992~", "about 1941 to about 1992" },
  { "2008-08-05/2008-08-25~", "5 August 2008 to about 25 August 2008" },
  { "1996-03-08/1996-03", "8 March 1996 to March 1996" },
  { "2006/2006", "2006" },
  { "2006/2006~", "2006 to about 2006" },
  { "2006-05-28/2006-05-28", "28 May 2006" },
  { "-0043-03-15", "15 March 44 BCE" },
  { "0000", "1 BCE" },
  { "-004X", "50 BCE to 41 BCE" },
  { "000X", "1 BCE to 9" },
  { "-0043/0014", "44 BCE to 14" },
  { "Y12345", "12345" },
  { "Y170000002", "the distant future" },
  { "Y-170000002/2006", "the distant past to 2006" },
  { "1950S2", "1900 to 1999" },
  { "1955S3~", "about the 1950s" },
  { "156X-12-25", "25 December 1560 to 25 December 1569" },
  { "156X-12-25/1570", "25 December 1560 to 1570" },
  { "[1667,1668,1670..1672]", "1667 to 1672" },
  { "{2006-05,2006-07}", "May to July 2006" },
  { "[..1760-12-03]", "until 3 December 1760" },
  { "[1760-12~..]", "from about December 1760 on" },
  { "199X-24", "December 1990 to February 2000" },
};

static void
test_words (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  g_autofree char         *words = NULL;
  AtlasEdtf                edtf;

  g_assert_true (atlas_edtf_parse (c->text, &edtf, NULL));
  words = atlas_edtf_to_words (&edtf);
  g_assert_cmpstr (words, ==, c->words);
}

static void
test_span_words (void)
{
  const struct
  {
    AtlasTimeSpan span;
    const char   *words;
  } spans[] = {
    { ATLAS_TIME_SPAN_NONE, "" },
    { ATLAS_TIME_SPAN_ALL, "without begin or end" },
    { atlas_time_unit_around (ATLAS_TIME_UNIT_DAY, atlas_day_from_ymd (2006, 5, 28)), "28 May 2006" },
    { atlas_time_unit_around (ATLAS_TIME_UNIT_MONTH, atlas_day_from_ymd (2006, 5, 28)), "May 2006" },
    { atlas_time_unit_around (ATLAS_TIME_UNIT_QUARTER, atlas_day_from_ymd (2006, 5, 28)), "April to June 2006" },
    { atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, atlas_day_from_ymd (2006, 5, 28)), "2006" },
    { atlas_time_unit_around (ATLAS_TIME_UNIT_DECADE, atlas_day_from_ymd (2006, 5, 28)), "the 2000s" },
    { atlas_time_unit_around (ATLAS_TIME_UNIT_CENTURY, atlas_day_from_ymd (2006, 5, 28)), "2000 to 2099" },
    { { atlas_day_from_ymd (1991, 1, 1), atlas_day_from_ymd (2031, 1, 1) }, "1991 to 2030" },
    { { atlas_day_from_ymd (2006, 5, 28), G_MAXINT }, "from 28 May 2006 on" },
    { { atlas_day_from_ymd (5500000, 1, 1), atlas_day_from_ymd (5500001, 1, 1) }, "5500000" },
    { { G_MAXINT - 2, G_MAXINT - 1 }, "5879611" }, /* the last day has no finer words than its year */
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *words = atlas_time_span_to_words (spans[i].span);

      g_assert_cmpstr (words, ==, spans[i].words);
    }
}

/* Whatever is read can be said, and is said in UTF-8 with every variable filled in. */
static void
test_garbage (void)
{
  static const char letters[] = "0123456789X-/.,[]{}?~%YES";
  char              text[16];

  for (guint i = 0; i < 50000; i++)
    {
      gsize     length = (gsize) g_test_rand_int_range (1, 14);
      AtlasEdtf edtf;

      for (gsize j = 0; j < length; j++)
        text[j] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      text[length] = '\0';

      if (atlas_edtf_parse (text, &edtf, NULL))
        {
          g_autofree char *words = atlas_edtf_to_words (&edtf);

          g_assert_true (g_utf8_validate (words, -1, NULL));
          g_assert_cmpstr (words, !=, "");
          g_assert_null (g_utf8_strchr (words, -1, '{'));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edtf-words/%u", i);

      g_test_add_data_func (path, &cases[i], test_words);
    }
  g_test_add_func ("/edtf-words/spans", test_span_words);
  g_test_add_func ("/edtf-words/garbage", test_garbage);

  return g_test_run ();
}
