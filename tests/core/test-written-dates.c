// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-edtf.h"
#include "atlas-written-dates.h"

/* clang-format off */
static const struct
{
  const char *text;
  const char *edtf;     /* what is found, "; " between */
  const char *language; /* NULL: English */
} cases[] = {
  /* years */
  { "In 2006 the line opened.", "2006" },
  { "2006", "2006" },
  { "opened (2006), closed [2012]", "2006" },
  { "since 1991, and until 2030!", "1991; 2030" },
  { "in 1994 and in 2016", "1994; 2016" },
  { "post-2022 adjustments; pre-1991 borders", "2022; 1991" },
  { "the 2020 ceasefire, 2022’s declaration and 2008-style hedging", "2020; 2022; 2008" },
  { "2006,2007", "" },
  { "in 2006.Later", "2006" },
  /* runs of years */
  { "1993–2003: a doctrine", "1993/2003" },
  { "1993-2003", "1993/2003" },
  { "2025 – 2030", "2025/2030" },
  { "from 1993 to 2003", "1993/2003" },
  { "between 1993 and 2003", "1993/2003" },
  { "1993 and 2003", "1993; 2003" },
  { "In 2024–25 the rift spread", "2024/2025" },
  { "2024–25.", "2024/2025" },
  { "the 2019/20 season", "2019/2020" },
  { "1999/2000", "1999/2000" },
  { "1998-99 and 2003–06", "1998/1999; 2003/2006" },
  { "2003–1993", "2003; 1993" },
  { "1991–present", "1991" },
  /* decades */
  { "the 1990s", "199X" },
  { "the 1990’s", "199X" },
  { "From the late 1990s on", "1995/1999" },
  { "early 2000s", "2000/2004" },
  { "the mid-1990s", "1993/1996" },
  { "1990s–2000s", "1990/2009" },
  { "2016s", "" },
  { "в 1990-е и 2000-х годах", "199X; 200X", "ru" },
  { "1990-cı illərdə", "199X", "az" },
  { "1990’larda", "199X", "tr" },
  { "1990-ականներին", "199X", "hy" },
  /* months and days */
  { "In September 2020 it began", "2020-09" },
  { "28 May 2006", "2006-05-28" },
  { "on the 28th of May 2006", "2006-05-28" },
  { "May 28, 2006", "2006-05-28" },
  { "in May, 2006", "2006-05" },
  { "Sept. 2020", "2020-09" },
  { "19 to 20 September 2023", "2023-09-19/2023-09-20" },
  { "19–20 September 2023", "2023-09-19/2023-09-20" },
  { "September–November 2020", "2020-09/2020-11" },
  { "27 September to 10 November 2020", "2020-09-27/2020-11-10" },
  { "September 27–November 10, 2020", "2020-09-27/2020-11-10" },
  { "September 19–20, 2023", "2023-09-19/2023-09-20" },
  { "10 November 2020 to 25 August 2022", "2020-11-10/2022-08-25" },
  { "between May 2006 and July 2006", "2006-05/2006-07" },
  { "In 2005, 28 May 2006", "2005; 2006-05-28" },
  { "31 February 2006", "2006-02" },
  { "It may 2006", "2006-05" },
  { "2006 may be the year", "2006" },
  { "9 November 2020", "2020-11-09" },
  { "9 ноября 2020 года", "2020-11-09", "ru" },
  { "в сентябре 2020", "2020", "ru" },
  { "с 1993 по 2003 год", "1993/2003", "ru" },
  { "2020-ci il sentyabr", "2020-09", "az" },
  { "10 noyabr 2020-ci il", "2020-11-10", "az" },
  { "2020 թ. սեպտեմբերի 27", "2020-09-27", "hy" },
  { "27 Eylül 2020", "2020-09-27", "tr" },
  /* numbers only */
  { "2006-05-28 and 2006-05", "2006-05-28; 2006-05" },
  { "28.05.2006", "2006-05-28" },
  { "31.02.2006", "" },
  { "2006-07", "2006/2007" },
  /* no years */
  { "2,000 troops and 1,768 km", "" },
  { "2000 troops, 1960 peacekeepers, 1999 killed", "" },
  { "1500 km, 1768km, 1500-strong", "" },
  { "some 2000 of them, more than 1900", "" },
  { "no later than 2027", "2027" },
  { "$1500, € 2000, 1991%, 1990 per cent", "" },
  { "No. 1701, no 1960, resolution 1559, pp. 1991, Figure 2006", "" },
  { "flight J2-8243 of A1990 on page 1991", "" },
  { "[12] [1991] [5]", "" },
  { "0.2006, 1991.5, 2006:30, 12006, 20060528", "" },
  { "in 0999, 8243 and 44 days", "" },
  { "https://example.org/2006/05/28", "" },
  { "in 1813", "" }, /* nothing of the atlas is near */
  { "28 May 1813", "1813-05-28" },
  { "", "" },
  { "\xc2\xa0–", "" },
};
/* clang-format on */

static void
test_find (gconstpointer data)
{
  gsize         i = GPOINTER_TO_SIZE (data);
  AtlasTimeSpan bounds = { atlas_day_from_ymd (1885, 1, 1), atlas_day_from_ymd (2131, 1, 1) };
  g_autoptr (GArray) found = atlas_written_dates_find (cases[i].text, cases[i].language, bounds);
  g_autoptr (GString) edtf = g_string_new (NULL);

  for (guint j = 0; j < found->len; j++)
    {
      g_autofree char *one = atlas_time_span_to_edtf (g_array_index (found, AtlasTimeSpan, j));

      g_string_append_printf (edtf, "%s%s", j > 0 ? "; " : "", one);
    }
  g_test_message ("“%s”", cases[i].text);
  g_assert_cmpstr (edtf->str, ==, cases[i].edtf);
}

/* Whatever stands beside whatever: what is found are days, in bounds where it is a bare year, and never a hang or a crash. */
static void
test_any (void)
{
  static const char *const pieces[] = { "2006", "1991", "9999", "1000", "0000", "31", "2", "0", "May", "сентябрь", "of", "to", "and", "between", "-", "–",
                                        "/", ".", ",", "s", "’s", "-cı iller", "[", "]", "%", "$", "km", "No", "the", "late", " ", " ", " ", "թ", "12345678901234567890" };
  static const char *const languages[] = { "en", "az", "hy-AM", "ru", NULL };
  AtlasTimeSpan            bounds = { atlas_day_from_ymd (1885, 1, 1), atlas_day_from_ymd (2131, 1, 1) };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) found = NULL;
      int n_pieces = g_test_rand_int_range (1, 14);

      for (int j = 0; j < n_pieces; j++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      found = atlas_written_dates_find (text->str, languages[g_test_rand_int_range (0, G_N_ELEMENTS (languages))], bounds);
      for (guint j = 0; j < found->len; j++)
        g_assert_false (atlas_time_span_is_empty (g_array_index (found, AtlasTimeSpan, j)));
      g_assert_cmpuint (found->len, <=, (guint) n_pieces);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/written-dates/%02zu", i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_find);
    }

  g_test_add_func ("/written-dates/any", test_any);

  return g_test_run ();
}
