// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-fold.h"

/* What takes the place of a character; anything not here stays, or goes by its Unicode class. */
static const struct
{
  gunichar from;
  char     to;
} replacements[] = {
  { 0x0022, '\'' }, /* quotation mark */
  { 0x0060, '\'' }, /* grave accent */
  { 0x00b4, '\'' }, /* acute accent, which would decompose to a space */
  { 0x0131, 'i' },  /* dotless i */
  { 0x018f, 'e' },  /* capital schwa */
  { 0x0259, 'e' },  /* schwa */
  { 0x02b9, '\'' }, /* modifier prime */
  { 0x02bb, '\'' }, /* modifier turned comma */
  { 0x02bc, '\'' }, /* modifier apostrophe */
  { 0x055a, '\'' }, /* Armenian apostrophe */
  { 0x2032, '\'' }, /* prime */
  { 0x2033, '\'' }, /* double prime */
  { 0x2212, '-' },  /* minus sign */
};

static gunichar
replace_char (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (replacements) && replacements[i].from <= c; i++)
    if (replacements[i].from == c)
      return (guchar) replacements[i].to;

  if (c < 0x80)
    return c;

  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_DASH_PUNCTUATION:
      return '-';

    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return '\'';

    case G_UNICODE_OPEN_PUNCTUATION: /* the low quotes are brackets to Unicode */
      return c == 0x201a || c == 0x201e ? '\'' : c;

    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT: /* soft hyphens and joiners are not seen, so nobody types them */
      return 0;

    default:
      return c;
    }
}

static char *
replace_chars (const char *text)
{
  GString *out = g_string_sized_new (64);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar replaced = replace_char (g_utf8_get_char (c));

      if (replaced != 0)
        g_string_append_unichar (out, replaced);
    }

  return g_string_free (out, FALSE);
}

/* Makes runs of white space one space, and drops them at both ends. */
static char *
collapse_space (const char *text)
{
  GString *out = g_string_sized_new (64);
  gboolean space = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isspace (g_utf8_get_char (c)))
        {
          space = TRUE;
          continue;
        }

      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_len (out, c, g_utf8_next_char (c) - c);
    }

  return g_string_free (out, FALSE);
}

char *
atlas_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *decomposed = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *bare = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* Quotes and dashes first, since some of them decompose to spaces; once more for what decomposition and case folding
   * bring to light, such as the dot of İ. */
  valid = g_utf8_make_valid (text, -1);
  replaced = replace_chars (valid);
  decomposed = g_utf8_normalize (replaced, -1, G_NORMALIZE_ALL);
  lower = g_utf8_casefold (decomposed, -1);
  bare = replace_chars (lower);

  return collapse_space (bare);
}

/* One character alone: folding looks at no neighbour, but to order marks that it drops. */
static char *
fold_char (const char *c)
{
  g_autofree char *single = g_strndup (c, (gsize) (g_utf8_next_char (c) - c));
  g_autofree char *replaced = replace_chars (single);
  g_autofree char *decomposed = g_utf8_normalize (replaced, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (decomposed, -1);

  return replace_chars (lower);
}

typedef struct
{
  GString *out;
  GArray  *map;
  gboolean space;       /* white space has come since the last character */
  guint32  space_index; /* the first of it */
} Folding;

static void
put (Folding *folding,
     char     byte,
     guint32  index)
{
  g_string_append_c (folding->out, byte);
  if (folding->map != NULL)
    g_array_append_val (folding->map, index);
}

static void
put_folded (Folding    *folding,
            const char *folded,
            guint32     index)
{
  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_isspace (g_utf8_get_char (c)))
        {
          if (!folding->space)
            folding->space_index = index;
          folding->space = TRUE;
          continue;
        }

      if (folding->space && folding->out->len > 0)
        put (folding, ' ', folding->space_index);
      folding->space = FALSE;
      for (const char *byte = c; byte < g_utf8_next_char (c); byte++)
        put (folding, *byte, index);
    }
}

char *
atlas_fold_with_map (const char *text,
                     GArray     *map)
{
  Folding folding = { .out = g_string_sized_new (64), .map = map };
  guint32 index = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (map != NULL)
    g_array_set_size (map, 0);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), index++)
    {
      char             plain[2] = { g_ascii_tolower (*c), '\0' };
      g_autofree char *folded = NULL;

      if ((guchar) *c >= 0x80 || *c == '"' || *c == '`')
        folded = fold_char (c);
      put_folded (&folding, folded != NULL ? folded : plain, index);
    }
  if (map != NULL)
    g_array_append_val (map, index);

  return g_string_free (folding.out, FALSE);
}
