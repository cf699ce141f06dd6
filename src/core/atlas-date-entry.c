// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-date-entry-private.h"

#include "atlas-edtf-private.h"
#include "atlas-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_MONTHS 12
#define SHORTEST_MONTH 3 /* letters */
#define MAX_NUMBERS 3

/* One row a form: English; Azerbaijani, also in the genitive and short; Russian, also in the genitive; Armenian, also in the
 * genitive and short; Turkish. Short names that are the first letters of whole ones need no row. They are folded before they
 * are compared. */
/* clang-format off */
static const char *const month_names[][N_MONTHS] = {
  { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
  { "Yanvar", "Fevral", "Mart", "Aprel", "May", "İyun", "İyul", "Avqust", "Sentyabr", "Oktyabr", "Noyabr", "Dekabr" },
  { "Yanvarın", "Fevralın", "Martın", "Aprelin", "Mayın", "İyunun", "İyulun", "Avqustun", "Sentyabrın", "Oktyabrın", "Noyabrın", "Dekabrın" },
  { "Yan", "Fev", "Mar", "Apr", "May", "İyn", "İyl", "Avq", "Sen", "Okt", "Noy", "Dek" },
  { "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь" },
  { "Января", "Февраля", "Марта", "Апреля", "Мая", "Июня", "Июля", "Августа", "Сентября", "Октября", "Ноября", "Декабря" },
  { "Հունվար", "Փետրվար", "Մարտ", "Ապրիլ", "Մայիս", "Հունիս", "Հուլիս", "Օգոստոս", "Սեպտեմբեր", "Հոկտեմբեր", "Նոյեմբեր", "Դեկտեմբեր" },
  { "Հունվարի", "Փետրվարի", "Մարտի", "Ապրիլի", "Մայիսի", "Հունիսի", "Հուլիսի", "Օգոստոսի", "Սեպտեմբերի", "Հոկտեմբերի", "Նոյեմբերի", "Դեկտեմբերի" },
  { "Հնվ", "Փտվ", "Մրտ", "Ապր", "Մյս", "Հնս", "Հլս", "Օգս", "Սեպ", "Հոկ", "Նոյ", "Դեկ" },
  { "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık" },
};

/* Words, as they fold, that stand around a date and say nothing. */
static const char *const fillers[] = {
  "of", "the", "st", "nd", "rd", "th",                    /* the 28th of May */
  "ci", "cu", "il", "ili", "ilin", "ilde",                /* 2020-ci il */
  "г", "год", "года", "году", "го", "е",                  /* 2020 г. */
  "թ", "թվական", "թվականի", "թվականին", "ին",             /* 2020 թ. */
  "yil", "yili", "yilinin",                               /* 2020 yılı */
};

/* Words for this day: English, Azerbaijani and Turkish, Russian, Armenian. They are folded before they are compared. */
static const char *const todays[] = {
  "today", "now", "bugün", "indi", "şimdi", "сегодня", "сейчас", "այսօր", "հիմա",
};

/* clang-format on */

/* What is typed of a date; 0 for what is not. */
typedef struct
{
  int  year, month, day;
  gint value[MAX_NUMBERS];
  gint n_digits[MAX_NUMBERS];
  gint n_numbers;
} Typed;

static gboolean
fail (GError       **error,
      AtlasEdtfError code,
      const char    *text,
      const char    *rule)
{
  g_autofree char *quote = atlas_edtf_quote (text, strnlen (text, ATLAS_EDTF_MAX_LENGTH));

  /* Translators: first what was typed, then why it is not understood. */
  g_set_error (error, ATLAS_EDTF_ERROR, code, _ ("“%s” is not understood: %s. Type a date such as 2006, 2006-05, 28 May 2006 or 1991/2030."), quote, rule);

  return FALSE;
}

/* The names as they fold, made once. */
static char *folded_names[G_N_ELEMENTS (month_names)][N_MONTHS];

static void
ensure_folded_names (void)
{
  static gsize is_done;

  if (!g_once_init_enter (&is_done))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
    for (guint j = 0; j < N_MONTHS; j++)
      folded_names[i][j] = atlas_fold (month_names[i][j]);

  g_once_init_leave (&is_done, 1);
}

/**
 * atlas_date_entry_find_month:
 * @word: a word, folded; see atlas_fold()
 *
 * Finds the month that a word names: a whole name in any language that is known, or the start of names of one month only.
 *
 * Returns: 1 to 12; 0 for no month; -1 when it may be several
 */
int
atlas_date_entry_find_month (const char *word)
{
  gboolean is_start = FALSE;
  int      found = 0;

  g_return_val_if_fail (word != NULL, 0);

  ensure_folded_names ();
  is_start = g_utf8_strlen (word, -1) >= SHORTEST_MONTH;
  for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
    for (int month = 1; month <= N_MONTHS; month++)
      {
        if (strcmp (folded_names[i][month - 1], word) == 0)
          return month;

        if (is_start && g_str_has_prefix (folded_names[i][month - 1], word))
          found = found == 0 || found == month ? month : -1;
      }

  return found;
}

gboolean
atlas_date_entry_is_filler (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (strcmp (fillers[i], word) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
read_word (const char *word,
           Typed      *typed,
           const char *text,
           GError    **error)
{
  int              month;
  g_autofree char *rule = NULL;

  if (atlas_date_entry_is_filler (word))
    return TRUE;

  month = atlas_date_entry_find_month (word);
  if (month > 0 && typed->month == 0)
    {
      typed->month = month;
      return TRUE;
    }

  rule = month > 0   ? g_strdup_printf (_ ("“%s” is one month too many"), word)
         : month < 0 ? g_strdup_printf (_ ("“%s” may be more than one month"), word)
                     : g_strdup_printf (_ ("“%s” is no month"), word);

  return fail (error, ATLAS_EDTF_ERROR_SYNTAX, text, rule);
}

/* Takes the words and numbers of a folded @side apart. */
static gboolean
read_tokens (const char *side,
             Typed      *typed,
             const char *text,
             GError    **error)
{
  const char *c = side;

  while (*c != '\0')
    {
      const char *from = c;

      if (g_ascii_isdigit (*c))
        {
          c += strspn (c, "0123456789");
          if (typed->n_numbers == MAX_NUMBERS || c - from > 8)
            return fail (error, ATLAS_EDTF_ERROR_SYNTAX, text, _ ("there are too many numbers"));

          typed->value[typed->n_numbers] = (gint) g_ascii_strtoll (from, NULL, 10);
          typed->n_digits[typed->n_numbers++] = (gint) (c - from);
        }
      else if (g_unichar_isalpha (g_utf8_get_char (c)))
        {
          g_autofree char *word = NULL;

          while (g_unichar_isalpha (g_utf8_get_char (c)))
            c = g_utf8_next_char (c);

          word = g_strndup (from, (gsize) (c - from));
          if ((from == side || from[-1] != '\'') && !read_word (word, typed, text, error)) /* 'de after a name is a Turkish ending */
            return FALSE;
        }
      else if (strchr (" ,.-'", *c) != NULL)
        {
          c++;
        }
      else
        {
          return fail (error, ATLAS_EDTF_ERROR_SYNTAX, text, _ ("only numbers and names of months are understood"));
        }
    }

  return TRUE;
}

/* Which number is what, by how many digits each has and whether the month is named. 'y', 'm', 'd': a long y is the year. */
static const struct
{
  gboolean    month_named;
  const char *digits; /* of each number: 8, 4, or 2 for one or two */
  const char *order;
} orders[] = {
  { FALSE, "4", "y" },
  { FALSE, "2", "d" },
  { FALSE, "42", "ym" },
  { FALSE, "24", "my" },
  { FALSE, "22", "dm" },
  { FALSE, "422", "ymd" },
  { FALSE, "224", "dmy" },
  { TRUE, "", "" },
  { TRUE, "4", "y" },
  { TRUE, "2", "d" },
  { TRUE, "42", "yd" },
  { TRUE, "24", "dy" },
};

/* A 0 that was typed is not the same as nothing typed. */
static int
or_wrong (int value)
{
  return value != 0 ? value : -1;
}

static gboolean
assign_numbers (Typed      *typed,
                const char *text,
                GError    **error)
{
  char digits[MAX_NUMBERS + 1] = "";

  if (typed->n_numbers == 1 && typed->n_digits[0] == 8 && typed->month == 0) /* 20060528 */
    {
      typed->year = typed->value[0] / 10000;
      typed->month = or_wrong (typed->value[0] / 100 % 100);
      typed->day = or_wrong (typed->value[0] % 100);
      return TRUE;
    }

  for (gint i = 0; i < typed->n_numbers; i++)
    digits[i] = typed->n_digits[i] == 4 ? '4' : typed->n_digits[i] <= 2 ? '2'
                                                                        : '?';

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].month_named == (typed->month > 0) && strcmp (orders[i].digits, digits) == 0)
      {
        for (gint j = 0; j < typed->n_numbers; j++)
          *(orders[i].order[j] == 'y' ? &typed->year : orders[i].order[j] == 'm' ? &typed->month
                                                                                 : &typed->day) = or_wrong (typed->value[j]);

        return TRUE;
      }

  return fail (error, ATLAS_EDTF_ERROR_SYNTAX, text, _ ("a year has four digits, a day and a month one or two"));
}

static gboolean
get_span (const Typed   *typed,
          const char    *text,
          AtlasTimeSpan *span,
          GError       **error)
{
  g_autofree char *rule = NULL;
  int              day;

  if (typed->year <= 0)
    return fail (error, ATLAS_EDTF_ERROR_SYNTAX, text, _ ("the year is missing"));

  if (typed->month == 0 && typed->day != 0)
    return fail (error, ATLAS_EDTF_ERROR_SYNTAX, text, _ ("the month is missing"));

  if (typed->month < 0 || typed->month > N_MONTHS)
    return fail (error, ATLAS_EDTF_ERROR_RANGE, text, _ ("a month is 1 to 12"));

  if (typed->month > 0 && (typed->day < 0 || typed->day > atlas_days_in_month (typed->year, typed->month)))
    {
      rule = g_strdup_printf (_ ("that month has %d days"), atlas_days_in_month (typed->year, typed->month));
      return fail (error, ATLAS_EDTF_ERROR_RANGE, text, rule);
    }

  day = atlas_day_from_ymd (typed->year, MAX (typed->month, 1), MAX (typed->day, 1));
  *span = atlas_time_unit_around (typed->day > 0 ? ATLAS_TIME_UNIT_DAY : typed->month > 0 ? ATLAS_TIME_UNIT_MONTH
                                                                                          : ATLAS_TIME_UNIT_YEAR,
                                  day);

  return TRUE;
}

static gboolean
has_letters (const char *folded)
{
  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/* Whether the dash is one between two days or two months: "15-20 September", "January-March". A letter on one side only
 * is an ending, as in 2020-ci. */
static gboolean
is_between (const char *folded,
            const char *dash)
{
  const char *before = g_utf8_find_prev_char (folded, dash);
  const char *from = dash;

  if (before == NULL || !g_ascii_isdigit (*before))
    return before != NULL && g_unichar_isalpha (g_utf8_get_char (before)) && g_unichar_isalpha (g_utf8_get_char (dash + 1));

  while (from > folded && g_ascii_isdigit (from[-1]))
    from--;

  return dash - from <= 2 && strspn (dash + 1, "0123456789") - 1 < 2; /* one or two digits each */
}

/* Cuts folded text at what stands between two dates. Returns the second, or NULL when there is only one. */
static char *
cut_interval (char *folded)
{
  static const char *const between[] = { "/", "..", " - ", " to " };

  if (strlen (folded) == 9 && strspn (folded, "0123456789") == 4 && folded[4] == '-' && strspn (folded + 5, "0123456789") == 4)
    {
      folded[4] = '\0'; /* 1991-2030 */
      return folded + 5;
    }

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      char *found = strstr (folded, between[i]);

      if (found != NULL)
        {
          *found = '\0';
          return found + strlen (between[i]);
        }
    }

  for (char *dash = has_letters (folded) ? strchr (folded, '-') : NULL; dash != NULL; dash = strchr (dash + 1, '-'))
    if (is_between (folded, dash))
      {
        *dash = '\0';
        return dash + 1;
      }

  return NULL;
}

static gboolean
read_side (const char *side,
           Typed      *typed,
           const char *text,
           GError    **error)
{
  return read_tokens (side, typed, text, error) && assign_numbers (typed, text, error);
}

/* What a side without a year leaves to the other: "19 to 20 September 2023", "2023 թ. սեպտեմբերի 19–20". */
static void
complete (Typed       *side,
          const Typed *other)
{
  if (side->year != 0)
    return;

  side->year = other->year;
  if (side->month == 0 && side->day > 0)
    side->month = other->month;
}

/* One date, or two. */
static gboolean
parse_typed (const char    *text,
             AtlasTimeSpan *out,
             GError       **error)
{
  g_autofree char *folded = atlas_fold (text);
  const char      *second = cut_interval (folded);
  Typed            first = { 0 }, last = { 0 };
  AtlasTimeSpan    begin, end;

  if (second != NULL && strchr (second, '/') != NULL)
    return fail (error, ATLAS_EDTF_ERROR_SYNTAX, text, _ ("with slashes nobody can tell the day from the month"));

  if (!read_side (folded, &first, text, error) || (second != NULL && !read_side (second, &last, text, error)))
    return FALSE;

  if (second != NULL)
    {
      complete (&first, &last);
      complete (&last, &first);
    }

  if (!get_span (&first, text, &begin, error))
    return FALSE;

  end = begin;
  if (second != NULL && !get_span (&last, text, &end, error))
    return FALSE;

  if (begin.begin >= end.end)
    return fail (error, ATLAS_EDTF_ERROR_RANGE, text, _ ("it ends before it begins"));

  *out = ATLAS_TIME_SPAN_INIT (begin.begin, end.end);

  return TRUE;
}

static gboolean
is_today (const char *text)
{
  g_autofree char *folded = atlas_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (todays); i++)
    {
      g_autofree char *today = atlas_fold (todays[i]);

      if (strcmp (today, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Digits of any script as those of ours, and nothing that is not seen, such as marks of direction. (transfer full) */
static char *
write_plainly (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      int      digit = g_unichar_digit_value (character);

      if (digit >= 0)
        g_string_append_c (plain, (char) ('0' + digit));
      else if (g_unichar_type (character) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, character);
    }

  return g_strstrip (g_string_free (plain, FALSE));
}

gboolean
atlas_date_entry_parse (const char    *text,
                        AtlasTimeSpan *out,
                        GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *upper = NULL;
  AtlasEdtf        edtf;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (strnlen (text, ATLAS_EDTF_MAX_LENGTH + 1) > ATLAS_EDTF_MAX_LENGTH)
    return fail (error, ATLAS_EDTF_ERROR_SYNTAX, text, _ ("it is too long"));

  valid = g_utf8_make_valid (text, -1);
  plain = write_plainly (valid);
  if (*plain == '\0')
    return fail (error, ATLAS_EDTF_ERROR_SYNTAX, text, _ ("there is nothing typed"));

  if (is_today (plain))
    {
      *out = atlas_time_unit_around (ATLAS_TIME_UNIT_DAY, atlas_day_today ());
      return TRUE;
    }

  upper = g_ascii_strup (plain, -1);
  if (atlas_edtf_parse (upper, &edtf, &local_error))
    {
      *out = edtf.span;
      return TRUE;
    }

  if (g_error_matches (local_error, ATLAS_EDTF_ERROR, ATLAS_EDTF_ERROR_RANGE)) /* it was meant as EDTF, and says best what is wrong */
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return atlas_date_entry_find_said (plain, out) || parse_typed (plain, out, error);
}
