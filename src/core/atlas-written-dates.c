// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-written-dates.h"

#include "atlas-date-tokens.h"
#include "atlas-fold.h"

#include <string.h>

#define N_MONTHS 12
#define MAX_PARTS 5 /* of what stands before a year: "27 September to 10 November" */

typedef struct
{
  GArray       *tokens; /* of AtlasDateToken */
  guint         from;   /* the first that belongs to no date yet */
  AtlasTimeSpan bounds;
  gboolean      year_first; /* the month is written after the year */
} Reader;

/* A date and the tokens it is made of. */
typedef struct
{
  AtlasTimeSpan days;
  guint         first;
  guint         end; /* the token after it */
} Date;

/* clang-format off */
/* What after a round year makes it a decade. */
static const struct
{
  char        joint;    /* between them; '\0': nothing */
  const char *word;
  gboolean    is_start; /* the word may go on */
} decade_endings[] = {
  { '\0', "s", FALSE },
  { '-', "s", FALSE },
  { '-', "е", FALSE }, { '-', "х", FALSE }, { '-', "ые", FALSE }, { '-', "ых", FALSE },
  { '\'', "lar", TRUE }, { '\'', "ler", TRUE },
  { '-', "ական", TRUE },
};

/* Which years of a decade are meant. */
static const struct
{
  const char *word;
  int         from, to;
} parts_of_decade[] = {
  { "early", 0, 5 },
  { "mid", 3, 7 },
  { "late", 5, 10 },
};

/* What stands before a year, 'D' a day and 'M' a month, and which part is what: -1: not said. */
static const struct
{
  const char *parts;
  int         day, month, last_day, last_month;
} forms[] = {
  { "DM-DM", 0, 1, 3, 4 },
  { "MD-MD", 1, 0, 4, 3 },
  { "D-DM", 0, 3, 2, 3 },
  { "MD-D", 1, 0, 3, 0 },
  { "M-M", -1, 0, -1, 2 },
  { "DM", 0, 1, 0, 1 },
  { "MD", 1, 0, 1, 0 },
  { "M", -1, 0, -1, 0 },
};
/* clang-format on */

/* The token @offset after (or before) the @i th. */
static const AtlasDateToken *
get_token (const Reader *self,
           guint         i,
           int           offset)
{
  static const AtlasDateToken beyond = { .kind = '\0', .text = "" };
  gint64                      at = (gint64) i + offset;

  return at >= 0 && at < self->tokens->len ? &g_array_index (self->tokens, AtlasDateToken, at) : &beyond;
}

static AtlasTimeSpan
get_years (int first,
           int last)
{
  return ATLAS_TIME_SPAN_INIT (atlas_day_from_ymd (first, 1, 1), atlas_day_from_ymd (last + 1, 1, 1));
}

static gboolean
make_day (int            year,
          int            month,
          int            day,
          AtlasTimeSpan *span)
{
  if (month < 1 || month > N_MONTHS || day < 1 || day > atlas_days_in_month (year, month))
    return FALSE;

  *span = atlas_time_unit_around (ATLAS_TIME_UNIT_DAY, atlas_day_from_ymd (year, month, day));

  return TRUE;
}

/* Four digits that are not a piece of something longer: a code, a fraction, a sum of money, a citation mark. */
static gboolean
may_be_year (const Reader *self,
             guint         i)
{
  const AtlasDateToken *token = get_token (self, i, 0);
  const AtlasDateToken *before = get_token (self, i, -1);
  const AtlasDateToken *after = get_token (self, i, 1);

  if (token->kind != 'n' || token->n_digits != 4 || token->value < 1000)
    return FALSE;

  if (before->kind == '$' || before->kind == '#' || after->kind == '$' || after->kind == '%')
    return FALSE;

  if (token->glued && (before->kind == 'w' || before->kind == '[' || (strchr (".,:", before->kind) != NULL && get_token (self, i, -2)->kind == 'n')))
    return FALSE;

  if (token->glued && before->kind == '-' && before->glued && get_token (self, i, -2)->kind == 'n' && get_token (self, i, -2)->n_digits != 4)
    return FALSE;

  return !(after->glued && strchr (".,:", after->kind) != NULL && atlas_date_token_is_glued (get_token (self, i, 2), 'n'));
}

/* "2006-05-28"; "2006-05", unless a longer year follows from it: "2006-07" */
static gboolean
read_iso (const Reader *self,
          guint         i,
          Date         *date)
{
  const AtlasDateToken *year = get_token (self, i, 0);
  const AtlasDateToken *month = get_token (self, i, 2);
  const AtlasDateToken *day = get_token (self, i, 4);
  gboolean              has_month = atlas_date_token_is_glued (get_token (self, i, 1), '-') && atlas_date_token_is_glued (month, 'n') && month->n_digits == 2;

  if (has_month && atlas_date_token_is_glued (get_token (self, i, 3), '-') && atlas_date_token_is_glued (day, 'n') && day->n_digits == 2 && make_day (year->value, month->value, day->value, &date->days))
    {
      date->end = i + 5;
      return TRUE;
    }

  if (!has_month || month->value < 1 || month->value > N_MONTHS || month->value > year->value % 100)
    return FALSE;

  date->days = atlas_time_unit_around (ATLAS_TIME_UNIT_MONTH, atlas_day_from_ymd (year->value, month->value, 1));
  date->end = i + 3;

  return TRUE;
}

/* "28.05.2006"; @i is the day's. */
static gboolean
read_dotted (const Reader *self,
             guint         i,
             Date         *date)
{
  const AtlasDateToken *day = get_token (self, i, 0);
  const AtlasDateToken *month = get_token (self, i, 2);
  const AtlasDateToken *year = get_token (self, i, 4);

  if (day->n_digits > 2 || !atlas_date_token_is_glued (get_token (self, i, 1), '.') || !atlas_date_token_is_glued (month, 'n') || month->n_digits > 2 ||
      !atlas_date_token_is_glued (get_token (self, i, 3), '.') || !atlas_date_token_is_glued (year, 'n') || year->n_digits != 4 || !make_day (year->value, month->value, day->value, &date->days))
    return FALSE;

  date->end = i + 5;

  return TRUE;
}

static gboolean
is_decade_ending (const AtlasDateToken *joint,
                  const AtlasDateToken *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (decade_endings); i++)
    if (joint->kind == (decade_endings[i].joint != '\0' ? decade_endings[i].joint : 'n') && atlas_date_token_is_glued (word, 'w') &&
        (decade_endings[i].is_start ? g_str_has_prefix (word->text, decade_endings[i].word) : atlas_date_token_is (word, decade_endings[i].word)))
      return TRUE;

  return FALSE;
}

/* "the 1990s", "late 1990s", "the 1990's", "1990-е", "1990’lar", "1990-cı illər" */
static gboolean
read_decade (const Reader *self,
             guint         i,
             Date         *date)
{
  const AtlasDateToken *year = get_token (self, i, 0);
  const AtlasDateToken *joint = get_token (self, i, 1);
  const AtlasDateToken *word = get_token (self, i, 2);
  const AtlasDateToken *before = get_token (self, i, atlas_date_token_is_glued (get_token (self, i, -1), '-') ? -2 : -1); /* mid-1990s */
  int                   from = 0, to = 10;

  if (year->value % 10 != 0)
    return FALSE;

  if (is_decade_ending (year, joint))
    date->end = i + 2;
  else if (joint->glued && is_decade_ending (joint, word))
    date->end = i + 3;
  else if (atlas_date_token_is_glued (joint, '\'') && atlas_date_token_is (word, "s") && atlas_date_token_is_a (before, ATLAS_DATE_WORD_ARTICLE)) /* else it is the year's */
    date->end = i + 3;
  else if (atlas_date_token_is_glued (joint, '-') && atlas_date_token_is_a (word, ATLAS_DATE_WORD_ORDINAL) && g_str_has_prefix (get_token (self, i, 3)->text, "iller"))
    date->end = i + 4;
  else
    return FALSE;

  for (guint j = 0; j < G_N_ELEMENTS (parts_of_decade); j++)
    if (atlas_date_token_is (before, parts_of_decade[j].word))
      {
        from = parts_of_decade[j].from;
        to = parts_of_decade[j].to;
      }
  date->days = get_years (year->value + from, year->value + to - 1);

  return TRUE;
}

/* What stands before a year, nearest last; and the token each part begins at. */
typedef struct
{
  char  kinds[MAX_PARTS + 1];
  int   values[MAX_PARTS];
  guint at[MAX_PARTS];
  guint n;
} Parts;

static void
prepend_part (Parts *parts,
              char   kind,
              int    value,
              guint  at)
{
  memmove (parts->kinds + 1, parts->kinds, sizeof parts->kinds - 1);
  memmove (parts->values + 1, parts->values, sizeof parts->values - sizeof *parts->values);
  memmove (parts->at + 1, parts->at, sizeof parts->at - sizeof *parts->at);
  parts->kinds[0] = kind;
  parts->values[0] = value;
  parts->at[0] = at;
  parts->n++;
}

static Parts
collect_parts (const Reader *self,
               guint         i)
{
  Parts parts = { 0 };
  guint j = i;

  if (get_token (self, j, -1)->kind == ',' && j > 0) /* May 28, 2006 */
    j--;

  while (j-- > self->from && parts.n < MAX_PARTS)
    {
      const AtlasDateToken *token = get_token (self, j, 0);
      int                   month = atlas_date_token_get_month (token);

      if (month > 0)
        prepend_part (&parts, 'M', month, j);
      else if (token->kind == 'n' && token->n_digits <= 2 && token->value >= 1 && token->value <= 31)
        prepend_part (&parts, 'D', token->value, j);
      else if (token->kind == '-' || atlas_date_token_is_a (token, ATLAS_DATE_WORD_JOINT))
        prepend_part (&parts, '-', 0, j);
      else if (!atlas_date_token_is_filler (token) && !(token->kind == '.' && atlas_date_token_get_month (get_token (self, j, -1)) > 0))
        break;
    }

  return parts;
}

/* Reads @parts from the @skip th on as days or months of @year. */
static gboolean
read_form (const Parts   *parts,
           guint          skip,
           int            year,
           AtlasTimeSpan *days)
{
  const int    *values = parts->values + skip;
  AtlasTimeSpan begin, end;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      int month, last_month;

      if (strcmp (forms[i].parts, parts->kinds + skip) != 0)
        continue;

      month = values[forms[i].month];
      last_month = values[forms[i].last_month];
      begin = atlas_time_unit_around (ATLAS_TIME_UNIT_MONTH, atlas_day_from_ymd (year, month, 1));
      end = atlas_time_unit_around (ATLAS_TIME_UNIT_MONTH, atlas_day_from_ymd (year, last_month, 1));
      if (forms[i].day >= 0 && (!make_day (year, month, values[forms[i].day], &begin) || !make_day (year, last_month, values[forms[i].last_day], &end)))
        return FALSE;

      *days = ATLAS_TIME_SPAN_INIT (begin.begin, end.end);
      return begin.begin < end.end;
    }

  return FALSE;
}

/* "9 November 2020", "19 to 20 September 2023", "September 2020", "May 28, 2006" */
static gboolean
read_named (const Reader *self,
            guint         i,
            Date         *date)
{
  Parts parts = collect_parts (self, i);

  for (guint skip = 0; skip < parts.n; skip++)
    if (read_form (&parts, skip, get_token (self, i, 0)->value, &date->days))
      {
        date->first = parts.at[skip];
        return TRUE;
      }

  return FALSE;
}

/* "2020-ci il sentyabr", "2020 թ. սեպտեմբերի 27" */
static gboolean
read_year_first (const Reader *self,
                 guint         i,
                 Date         *date)
{
  int   year = get_token (self, i, 0)->value;
  int   day = 0;
  int   month = 0;
  guint j = i + 1;

  if (!self->year_first)
    return FALSE;

  for (; atlas_date_token_is_filler (get_token (self, j, 0)) || atlas_date_token_is_glued (get_token (self, j, 0), '-') || atlas_date_token_is_glued (get_token (self, j, 0), '.'); j++)
    ;
  if (get_token (self, j, 0)->kind == 'n' && get_token (self, j, 0)->n_digits <= 2)
    day = get_token (self, j++, 0)->value;
  month = atlas_date_token_get_month (get_token (self, j, 0));
  if (month == 0)
    return FALSE;

  j++;
  if (day == 0 && get_token (self, j, 0)->kind == 'n' && get_token (self, j, 0)->n_digits <= 2)
    day = get_token (self, j++, 0)->value;
  if (!make_day (year, month, day, &date->days))
    date->days = atlas_time_unit_around (ATLAS_TIME_UNIT_MONTH, atlas_day_from_ymd (year, month, 1));
  date->end = j;

  return TRUE;
}

/* A number that stands alone: what is around it says whether it counts, measures or labels something. */
static gboolean
is_quantity (const Reader *self,
             guint         i)
{
  const AtlasDateToken *before = get_token (self, i, get_token (self, i, -1)->kind == '.' ? -2 : -1); /* "No. 1701" */
  const AtlasDateToken *after = get_token (self, i, 1);

  if (atlas_date_token_is_glued (after, '-') && atlas_date_token_is_glued (get_token (self, i, 2), 'w')) /* "1500-strong" */
    after = get_token (self, i, 2);
  else if (atlas_date_token_is_glued (after, 'w'))
    return TRUE; /* "2000km" */

  return atlas_date_token_is_a (before, ATLAS_DATE_WORD_LABEL) || atlas_date_token_is_a (after, ATLAS_DATE_WORD_UNIT) ||
         (get_token (self, i, 0)->value % 100 == 0 && atlas_date_token_is_a (before, ATLAS_DATE_WORD_ESTIMATE));
}

/* "2006", "2024–25" */
static gboolean
read_year (const Reader *self,
           guint         i,
           Date         *date)
{
  const AtlasDateToken *year = get_token (self, i, 0);
  const AtlasDateToken *joint = get_token (self, i, 1);
  const AtlasDateToken *second = get_token (self, i, 2);
  const AtlasDateToken *after = get_token (self, i, 3);

  if ((atlas_date_token_is_glued (joint, '-') || atlas_date_token_is_glued (joint, '/')) && atlas_date_token_is_glued (second, 'n') && second->n_digits == 2 &&
      second->value > year->value % 100 && (!after->glued || strchr (".,;:)!?'", after->kind) != NULL))
    {
      date->days = get_years (year->value, year->value - year->value % 100 + second->value);
      date->end = i + 3;
    }
  else
    {
      if (is_quantity (self, i))
        return FALSE;

      date->days = get_years (year->value, year->value);
    }

  return atlas_time_span_overlaps (date->days, self->bounds);
}

/* "1993–2003", "10 November 2020 to 25 August 2022", "between 1993 and 2003" */
static gboolean
join (const Reader *self,
      Date         *last,
      const Date   *date)
{
  const AtlasDateToken *joint = get_token (self, last->end, 0);
  gboolean              is_between = atlas_date_token_is (joint, "and") && atlas_date_token_is (get_token (self, last->first, -1), "between");

  if (date->first != last->end + 1 || date->days.begin < last->days.begin ||
      !(is_between || joint->kind == '-' || joint->kind == '/' || atlas_date_token_is_a (joint, ATLAS_DATE_WORD_JOINT)))
    return FALSE;

  last->days.end = MAX (last->days.end, date->days.end);
  last->end = date->end;

  return TRUE;
}

static gboolean
read_date (const Reader *self,
           guint         i,
           Date         *date)
{
  static gboolean (*const readers[]) (const Reader *, guint, Date *) = { read_iso, read_decade, read_named, read_year_first, read_year };

  *date = (Date){ .first = i, .end = i + 1 };
  if (get_token (self, i, 0)->kind != 'n')
    return FALSE;

  if (read_dotted (self, i, date))
    return TRUE;

  if (!may_be_year (self, i))
    return FALSE;

  for (guint j = 0; j < G_N_ELEMENTS (readers); j++)
    if (readers[j](self, i, date))
      return TRUE;

  return FALSE;
}

static gboolean
is_year_first (const char *language)
{
  static const char *const languages[] = { "az", "hy", "hu" };

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_str_has_prefix (language, languages[i]) && strchr ("-_", language[2]) != NULL) /* or nothing more */
      return TRUE;

  return FALSE;
}

GArray *
atlas_written_dates_find (const char   *text,
                          const char   *language,
                          AtlasTimeSpan bounds)
{
  GArray          *spans = g_array_new (FALSE, FALSE, sizeof (AtlasTimeSpan));
  g_autofree char *folded = NULL;
  Reader           self = { .bounds = bounds, .year_first = is_year_first (language) };
  Date             last = { .days = ATLAS_TIME_SPAN_NONE };

  g_return_val_if_fail (text != NULL, spans);

  folded = atlas_fold (text);
  self.tokens = atlas_date_tokens_split (folded);
  for (guint i = 0; i < self.tokens->len;)
    {
      Date date;

      if (!read_date (&self, i, &date))
        {
          i++;
          continue;
        }

      i = date.end;
      self.from = i;
      if (spans->len > 0 && join (&self, &last, &date))
        {
          g_array_index (spans, AtlasTimeSpan, spans->len - 1) = last.days;
          continue;
        }

      g_array_append_val (spans, date.days);
      last = date;
    }
  g_array_unref (self.tokens);

  return spans;
}
