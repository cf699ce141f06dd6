// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-date-tokens.h"

#include "atlas-date-entry.h"

#include <string.h>

#define MAX_DIGITS 8

/* clang-format off */
/* Words as they fold. What runs from one date to the next: */
static const char *const joints[] = { "to", "until", "till", "through", "по", "до", NULL };

/* A number after one of these is a label; */
static const char *const labels[] = {
  "p", "pp", "page", "pages", "no", "nos", "nr", "number", "numbers", "figure", "fig", "table", "article", "articles", "art",
  "resolution", "resolutions", "law", "decree", "order", "flight", "room", "paragraph", "line", "chapter", "version",
  "резолюция", "резолюции", "резолюцию", "закон", "указ", "стр", "статья", "статьи", "рейс",
  "seh", "sehife", "madde", "sayfa", "karar", "qetname", "էջ", "հոդված", NULL
};

/* before one of these it counts or measures; */
static const char *const units[] = {
  "km", "kilometre", "kilometres", "kilometer", "kilometers", "m", "metre", "metres", "meter", "meters", "cm", "mm", "mile", "miles", "feet", "ft",
  "sq", "square", "ha", "hectare", "hectares", "mw", "gw", "kw", "kv", "mwh", "gwh", "twh", "hz", "bcm", "mcm", "cubic",
  "t", "kg", "ton", "tons", "tonne", "tonnes", "barrel", "barrels", "bpd", "litres", "containers", "teu", "wagons",
  "dollar", "dollars", "usd", "eur", "euro", "euros", "rouble", "roubles", "ruble", "rubles", "manat", "manats", "percent", "per",
  "hundred", "thousand", "million", "billion", "trillion", "mln", "bln",
  "troops", "soldiers", "servicemen", "personnel", "peacekeepers", "men", "women", "people", "persons", "civilians", "refugees", "residents",
  "inhabitants", "students", "pupils", "citizens", "families", "houses", "homes", "villages", "schools", "firms", "companies", "enterprises",
  "tanks", "vehicles", "aircraft", "drones", "missiles", "casualties", "deaths", "killed", "wounded", "strong", "pages", "copies", "times",
  "hours", "days", "weeks", "months", "years", "seats", "votes", "members", "passengers", "trucks", "ships",
  "км", "м", "тонн", "тонны", "тыс", "тысяч", "млн", "млрд", "человек", "военнослужащих", "солдат", "миротворцев", "долларов", "рублеи", "процентов", "баррелеи",
  "neferi", "nefer", "esger", "hembsci", "manatliq", "faiz", "ton", "kisi", "asker", "lira", "yuzde", "կմ", "մ", "մարդ", "զինծառայող", "տոննա", NULL
};

/* and a round number after one of these is an estimate. */
static const char *const estimates[] = { "some", "nearly", "almost", "over", "than", "least", "approximately", "roughly", "около", "более", "почти", NULL };

/* Before a decade: */
static const char *const articles[] = { "the", "early", "mid", "late", NULL };
static const char *const ordinal_years[] = { "ci", "cu", NULL }; /* 1990-cı illər */
/* clang-format on */

static const char *const *const classes[] = {
  [ATLAS_DATE_WORD_JOINT] = joints,
  [ATLAS_DATE_WORD_LABEL] = labels,
  [ATLAS_DATE_WORD_UNIT] = units,
  [ATLAS_DATE_WORD_ESTIMATE] = estimates,
  [ATLAS_DATE_WORD_ARTICLE] = articles,
  [ATLAS_DATE_WORD_ORDINAL] = ordinal_years,
};

G_STATIC_ASSERT (G_N_ELEMENTS (classes) == ATLAS_N_DATE_WORDS);

static char
get_kind (gunichar c)
{
  if (g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL)
    return '$';

  return c < 0x80 ? (char) c : '?';
}

static const char *
skip_while (const char *c,
            gboolean (*is_part) (gunichar c))
{
  while (*c != '\0' && is_part (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);

  return c;
}

GArray *
atlas_date_tokens_split (const char *folded)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (AtlasDateToken));

  for (const char *c = folded; *c != '\0';)
    {
      AtlasDateToken token = { .text = c, .glued = c > folded && c[-1] != ' ' };

      if (*c == ' ')
        {
          c++;
          continue;
        }

      if (g_str_has_prefix (c, "http://") || g_str_has_prefix (c, "https://"))
        {
          token.kind = '?';
          c += strcspn (c, " ");
        }
      else if (g_ascii_isdigit (*c))
        {
          token.kind = 'n';
          c += strspn (c, "0123456789");
          token.n_digits = (guint) MIN (c - token.text, MAX_DIGITS);
          if (token.n_digits < MAX_DIGITS)
            token.value = (int) g_ascii_strtoll (token.text, NULL, 10);
        }
      else if (g_unichar_isalpha (g_utf8_get_char (c)))
        {
          token.kind = 'w';
          c = skip_while (c, g_unichar_isalpha);
        }
      else
        {
          token.kind = get_kind (g_utf8_get_char (c));
          c = g_utf8_next_char (c);
        }

      token.length = (gsize) (c - token.text);
      g_array_append_val (tokens, token);
    }

  return tokens;
}

gboolean
atlas_date_token_is (const AtlasDateToken *self,
                     const char           *word)
{
  return self->kind == 'w' && strlen (word) == self->length && strncmp (self->text, word, self->length) == 0;
}

gboolean
atlas_date_token_is_a (const AtlasDateToken *self,
                       AtlasDateWord         word)
{
  g_return_val_if_fail ((guint) word < ATLAS_N_DATE_WORDS, FALSE);

  for (const char *const *i = classes[word]; *i != NULL; i++)
    if (atlas_date_token_is (self, *i))
      return TRUE;

  return FALSE;
}

int
atlas_date_token_get_month (const AtlasDateToken *self)
{
  g_autofree char *word = NULL;

  if (self->kind != 'w')
    return 0;

  word = g_strndup (self->text, self->length);

  return MAX (atlas_date_entry_find_month (word), 0);
}

gboolean
atlas_date_token_is_filler (const AtlasDateToken *self)
{
  g_autofree char *word = NULL;

  if (self->kind != 'w')
    return FALSE;

  word = g_strndup (self->text, self->length);

  return atlas_date_entry_is_filler (word);
}
