// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-date-entry-private.h"

#include "atlas-edtf.h"
#include "atlas-fold.h"

#include <stdlib.h>
#include <string.h>

/* What the program says of a date is understood when it is typed: the dates that could be meant are said, and the one that sounds alike is
 * it. So every form is known that is shown, in the language in which it is shown. */

#define YEAR_DIGITS 4
#define ARTICLE "the " /* "1990s" is "the 1990s" */
#define FIRST_SEASON 21
#define LAST_SEASON 41
#define N_MONTHS 12
#define MAX_DAYS 2 /* numbers of one or two digits that may be the day */

/* What may be said of one date: what EDTF has before and after it. */
static const struct
{
  const char *before;
  const char *after;
} forms[] = { { "", "" }, { "", "~" }, { "", "?" }, { "", "/.." }, { "../", "" }, { "", "/" }, { "/", "" } };

static const char *
skip_article (const char *folded)
{
  return g_str_has_prefix (folded, ARTICLE) ? folded + strlen (ARTICLE) : folded;
}

static gboolean
sounds_like (const char    *folded,
             const char    *date,
             AtlasTimeSpan *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = g_strconcat (forms[i].before, date, forms[i].after, NULL);
      AtlasEdtf        edtf;

      if (atlas_edtf_parse (text, &edtf, NULL))
        {
          g_autofree char *words = atlas_edtf_to_words (&edtf);
          g_autofree char *said = atlas_fold (words);

          if (g_str_equal (skip_article (said), folded))
            {
              *out = edtf.span;
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* The year, and numbers that may be the day; FALSE: there is not exactly one year. */
static gboolean
find_numbers (const char *folded,
              char        year[YEAR_DIGITS + 1],
              int         days[MAX_DAYS],
              guint      *n_days)
{
  guint n_years = 0;

  *n_days = 0;
  for (const char *c = folded; *c != '\0';)
    {
      gsize length = strspn (c, "0123456789");

      if (length == YEAR_DIGITS && n_years++ == 0)
        g_strlcpy (year, c, YEAR_DIGITS + 1);
      else if ((length == 1 || length == 2) && *n_days < MAX_DAYS)
        days[(*n_days)++] = atoi (c);
      c += MAX (length, 1);
    }

  return n_years == 1;
}

gboolean
atlas_date_entry_find_said (const char    *text,
                            AtlasTimeSpan *out)
{
  g_autofree char *whole = atlas_fold (text);
  const char      *folded = skip_article (whole);
  char             year[YEAR_DIGITS + 1];
  char             date[16];
  int              days[MAX_DAYS];
  guint            n_days = 0;

  if (!find_numbers (folded, year, days, &n_days))
    return FALSE;

  if (sounds_like (folded, year, out))
    return TRUE;

  g_snprintf (date, sizeof date, "%.3sX", year);
  if (year[YEAR_DIGITS - 1] == '0' && sounds_like (folded, date, out))
    return TRUE;

  for (int part = 1; part <= LAST_SEASON; part++)
    {
      g_snprintf (date, sizeof date, "%s-%02d", year, part);
      if ((part <= N_MONTHS || part >= FIRST_SEASON) && sounds_like (folded, date, out))
        return TRUE;

      for (guint i = 0; part <= N_MONTHS && i < n_days; i++)
        {
          g_snprintf (date, sizeof date, "%s-%02d-%02d", year, part, days[i]);
          if (sounds_like (folded, date, out))
            return TRUE;
        }
    }

  return FALSE;
}
