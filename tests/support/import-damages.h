// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

#include <string.h>

/* What happens to a text between its page and a file. */

#define WIDTH 68

/* What happens to a text: each makes a new one of it. */
typedef char *(*Damage) (const char *text);

static inline char *
replace_all (const char *text,
             const char *from,
             const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

static inline char *
keep (const char *text)
{
  return g_strdup (text);
}

static inline char *
lose_blank_lines (const char *text)
{
  return replace_all (text, "\n\n", "\n");
}

static inline char *
end_lines_with_crlf (const char *text)
{
  return replace_all (text, "\n", "\r\n");
}

static inline char *
end_lines_with_cr (const char *text)
{
  return replace_all (text, "\n", "\r");
}

static inline char *
mark_byte_order (const char *text)
{
  return g_strconcat ("\xef\xbb\xbf", text, NULL);
}

/* Breaks lines at spaces; with @hyphen, also inside every long word that would cross the edge. */
static inline char *
wrap_with (const char *text,
           const char *hyphen)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      glong column = 0;

      for (guint j = 0; words[j] != NULL; j++)
        {
          glong length = g_utf8_strlen (words[j], -1);
          gsize cut = 0;

          if (column > 0 && column + 1 + length > WIDTH)
            {
              /* Only letters make a word that may be broken. */
              gboolean letters = strspn (words[j], "abcdefghijklmnopqrstuvwxyz") >= 8;

              cut = hyphen != NULL && letters && column + 6 < WIDTH ? 4 : 0;
              if (cut > 0)
                g_string_append_printf (out, " %.*s%s", (int) cut, words[j], hyphen);
              g_string_append_c (out, '\n');
              column = 0;
            }
          g_string_append_printf (out, "%s%s", column > 0 || (j > 0 && column == 0 && out->str[out->len - 1] != '\n') ? " " : "", words[j] + cut);
          column += length - (glong) cut + (column > 0);
        }
      if (lines[i + 1] != NULL)
        g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static inline char *
wrap (const char *text)
{
  return wrap_with (text, NULL);
}

static inline char *
wrap_without_blank_lines (const char *text)
{
  g_autofree char *wrapped = wrap_with (text, NULL);

  return lose_blank_lines (wrapped);
}

static inline char *
hyphenate (const char *text)
{
  return wrap_with (text, "-");
}

static inline char *
hyphenate_softly (const char *text)
{
  return wrap_with (text, "\u00ad");
}

static inline char *
space_widely (const char *text)
{
  g_autofree char *a = replace_all (text, " the ", "\u00a0the\u00a0");
  g_autofree char *b = replace_all (a, ", ", ",   ");
  g_autofree char *c = replace_all (b, ". ", ".\t ");

  return replace_all (c, "\n\n", "  \n \u00a0\n\n\n");
}

static inline char *
add_invisible (const char *text)
{
  g_autofree char *a = replace_all (text, "ing", "i\u00adng");
  g_autofree char *b = replace_all (a, "mm", "m\u200bm");

  return replace_all (b, "Kessel", "\u2060Kes\u00adsel\ufeff");
}

static inline char *
plain_marks (const char *text)
{
  g_autofree char *a = replace_all (text, "–", "-");

  return replace_all (a, "’", "'");
}

/* Line by line with an empty one between, as some programs copy. */
static inline char *
double_lines (const char *text)
{
  g_autofree char *wrapped = wrap (text);
  g_autofree char *single = replace_all (wrapped, "\n\n", "\n");

  return replace_all (single, "\n", "\n\n");
}

/* Those that no text may mind. */
static const struct
{
  const char *what;
  Damage      damage;
} import_damages[] = {
  { "nothing", keep },
  { "blank lines lost", lose_blank_lines },
  { "CRLF", end_lines_with_crlf },
  { "CR", end_lines_with_cr },
  { "byte order mark", mark_byte_order },
  { "wrapped", wrap },
  { "wrapped, blank lines lost", wrap_without_blank_lines },
  { "wrapped and hyphenated", hyphenate },
  { "wrapped with soft hyphens", hyphenate_softly },
  { "white space moved", space_widely },
  { "invisible characters", add_invisible },
  { "plain dashes and quotes", plain_marks },
  { "every line doubled", double_lines },
};
