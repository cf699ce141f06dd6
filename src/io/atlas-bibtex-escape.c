// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bibtex-private.h"

#include <string.h>

/* What is written so that TeX does not take it for its own. */
static const struct
{
  char        sign;
  const char *latex;
} escapes[] = {
  { '&', "\\&" },
  { '%', "\\%" },
  { '#', "\\#" },
  { '_', "\\_" },
  { '$', "\\$" },
  { '~', "\\textasciitilde{}" },
  { '^', "\\textasciicircum{}" },
  { '\\', "\\textbackslash{}" },
  { '{', "\\textbraceleft{}" },
  { '}', "\\textbraceright{}" },
};

/* Adds one character; @before: the one before it, in the whole. */
static void
append_character (GString    *latex,
                  const char *at,
                  char        before)
{
  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (escapes[i].sign == *at)
      {
        g_string_append (latex, escapes[i].latex);
        return;
      }

  if (*at == before && strchr ("-`'", *at) != NULL) /* two of them would be another sign */
    g_string_append (latex, "{}");
  g_string_append_c (latex, *at);
}

void
atlas_bibtex_append_latex (GString    *latex,
                           const char *text,
                           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    append_character (latex, text + i, i > 0 ? text[i - 1] : '\0');
}

/* A run of letters, digits and marks, and what joins them inside a word. */
static gsize
get_word_length (const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c) && c != '\'' && c != 0x2019)
        break;
      at = g_utf8_next_char (at);
    }

  return (gsize) (at - text);
}

/* The first letter of all is capital in any style. */
static gboolean
has_capital (const char *word,
             gsize       length,
             gboolean    first)
{
  for (const char *at = first ? g_utf8_next_char (word) : word; at < word + length; at = g_utf8_next_char (at))
    if (g_unichar_isupper (g_utf8_get_char (at)) || g_unichar_istitle (g_utf8_get_char (at)))
      return TRUE;

  return FALSE;
}

char *
atlas_bibtex_to_title (const char *title)
{
  GString    *latex = g_string_new (NULL);
  const char *at = title;

  while (*at != '\0')
    {
      gsize    word = get_word_length (at);
      gsize    length = word > 0 ? word : (gsize) (g_utf8_next_char (at) - at);
      gboolean protect = word > 0 && has_capital (at, word, at == title);

      if (protect)
        g_string_append_c (latex, '{');
      for (gsize i = 0; i < length; i++)
        append_character (latex, at + i, at + i > title ? at[(gssize) i - 1] : '\0');
      if (protect)
        g_string_append_c (latex, '}');
      at += length;
    }

  return g_string_free (latex, FALSE);
}
