// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-bibtex-private.h"

#include "atlas-limits.h"

#include <string.h>

/* Where a text may be split outside of braces: the bytes that are left out, or 0. */
typedef gsize (*SplitFunc) (const char *at,
                            const char *begin);

static gsize
split_at_and (const char *at,
              const char *begin)
{
  return g_ascii_isspace (*at) && g_ascii_strncasecmp (at + 1, "and", 3) == 0 && g_ascii_isspace (at[4]) ? 4 : 0;
}

static gsize
split_at_comma (const char *at,
                const char *begin)
{
  return *at == ',';
}

/* A tie is a space that lines do not break at; after a backslash it is an accent. */
static gsize
split_at_white (const char *at,
                const char *begin)
{
  return g_ascii_isspace (*at) || (*at == '~' && (at == begin || at[-1] != '\\'));
}

/* Splits outside of braces; parts are trimmed, and empty ones kept. */
static GPtrArray *
split (const char *text,
       SplitFunc   split_at)
{
  GPtrArray  *parts = g_ptr_array_new_with_free_func (g_free);
  const char *begin = text;
  guint       depth = 0;

  for (const char *at = text;; at++)
    {
      gsize gap = 0;

      if (*at == '{')
        depth++;
      else if (*at == '}' && depth > 0)
        depth--;

      if (*at != '\0' && depth == 0)
        gap = split_at (at, text);
      if (*at != '\0' && gap == 0)
        continue;

      g_ptr_array_add (parts, g_strstrip (g_strndup (begin, (gsize) (at - begin))));
      if (*at == '\0')
        return parts;
      at += gap - 1;
      begin = at + 1;
    }
}

/* Is the whole text one pair of braces? An accent in braces is not. */
static gboolean
is_braced (const char *text)
{
  guint depth = 0;

  if (text[0] != '{')
    return FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      depth += *at == '{';
      depth -= *at == '}';
      if (depth == 0)
        return at[1] == '\0';
    }

  return FALSE;
}

/* A particle begins with a small letter; braces keep a word from being one. */
static gboolean
is_particle (const char *word)
{
  g_autofree char *text = NULL;

  if (word[0] == '{' && word[1] != '\\')
    return FALSE;

  text = atlas_bibtex_from_latex (word);

  return text != NULL && g_unichar_islower (g_utf8_get_char (text));
}

/* Words [begin, end) as plain text; NULL when there are none. */
static char *
join_words (GPtrArray *words,
            guint      begin,
            guint      end)
{
  g_autoptr (GString) latex = g_string_new (NULL);

  for (guint i = begin; i < end; i++)
    g_string_append_printf (latex, "%s%s", i > begin ? " " : "", (const char *) g_ptr_array_index (words, i));

  return atlas_bibtex_from_latex (latex->str);
}

/* "von Last": particles come first; the last word is never one. */
static void
read_family (AtlasName  *name,
             const char *latex)
{
  g_autoptr (GPtrArray) words = split (latex, split_at_white);
  guint end = 0;

  for (guint i = 0; i + 1 < words->len; i++)
    if (is_particle (g_ptr_array_index (words, i)))
      end = i + 1;

  name->particle = join_words (words, 0, end);
  name->family = join_words (words, end, words->len);
}

/* "First von Last" */
static void
read_straight (AtlasName  *name,
               const char *latex)
{
  g_autoptr (GPtrArray) words = split (latex, split_at_white);
  guint begin = 0, end = 0;

  if (words->len < 2)
    {
      name->literal = atlas_bibtex_from_latex (latex);
      return;
    }

  for (guint i = words->len - 1; i-- > 1;)
    if (is_particle (g_ptr_array_index (words, i)))
      {
        end = MAX (end, i + 1);
        begin = i;
      }
  if (end == 0)
    begin = end = words->len - 1;

  name->given = join_words (words, 0, begin);
  name->particle = join_words (words, begin, end);
  name->family = join_words (words, end, words->len);
}

/* "family=Last, given=First, prefix=von, suffix=Jr": what BibLaTeX has for names that the order cannot tell. */
static gboolean
read_labelled (AtlasName *name,
               GPtrArray *parts)
{
  const struct
  {
    const char *label;
    char      **part;
  } labels[] = {
    { "family=", &name->family },
    { "given=", &name->given },
    { "prefix=", &name->particle },
    { "suffix=", &name->suffix },
  };
  gboolean found = FALSE;

  for (guint i = 0; i < parts->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (labels); j++)
      if (g_str_has_prefix (g_ptr_array_index (parts, i), labels[j].label) && *labels[j].part == NULL)
        {
          *labels[j].part = atlas_bibtex_from_latex ((const char *) g_ptr_array_index (parts, i) + strlen (labels[j].label));
          found = TRUE;
        }

  return found;
}

static AtlasName *
read_name (const char *latex)
{
  g_autoptr (AtlasName) name = g_new0 (AtlasName, 1);
  g_autoptr (GPtrArray) parts = split (latex, split_at_comma);

  if (is_braced (latex))
    {
      name->literal = atlas_bibtex_from_latex (latex);
    }
  else if (strchr (latex, '=') == NULL || !read_labelled (name, parts))
    {
      if (parts->len == 1)
        read_straight (name, latex);
      else
        read_family (name, g_ptr_array_index (parts, 0));
      if (parts->len > 2)
        name->suffix = atlas_bibtex_from_latex (g_ptr_array_index (parts, 1));
      if (parts->len > 1)
        name->given = join_words (parts, parts->len > 2 ? 2 : 1, parts->len);
    }

  return atlas_name_is_empty (name) ? NULL : g_steal_pointer (&name);
}

GPtrArray *
atlas_bibtex_read_names (const char *latex)
{
  g_autoptr (GPtrArray) names = atlas_names_new ();
  g_autoptr (GPtrArray) parts = split (latex, split_at_and);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      AtlasName  *name = g_ascii_strcasecmp (part, "others") != 0 ? read_name (part) : NULL;

      if (name != NULL)
        g_ptr_array_add (names, name);
    }

  return names->len > 0 ? g_steal_pointer (&names) : NULL;
}

static void
append_braced (GString    *latex,
               const char *text)
{
  g_string_append_c (latex, '{');
  atlas_bibtex_append_latex (latex, text, strlen (text));
  g_string_append_c (latex, '}');
}

/* Would it be read as something else where it stands? */
static gboolean
needs_braces (const char *part,
              gboolean    family)
{
  g_autofree char *folded = g_ascii_strdown (part, -1);

  return strchr (part, ',') != NULL || strchr (part, '=') != NULL || strstr (folded, " and ") != NULL || g_str_has_prefix (folded, "and ") ||
         g_str_has_suffix (folded, " and") || (family && strchr (part, ' ') != NULL);
}

static void
append_part (GString    *latex,
             const char *part,
             gboolean    family)
{
  if (needs_braces (part, family))
    append_braced (latex, part);
  else
    atlas_bibtex_append_latex (latex, part, strlen (part));
}

static void
append_name (GString         *latex,
             const AtlasName *name)
{
  const char *whole = name->literal;

  if (whole == NULL && (name->family == NULL || name->given == NULL))
    {
      g_autofree char *words = atlas_name_to_words (name);

      append_braced (latex, words);
      return;
    }
  if (whole != NULL)
    {
      append_braced (latex, whole);
      return;
    }

  /* TeX knows one kind of particle. */
  if (name->particle != NULL || name->dropping != NULL)
    {
      g_autofree char *particle = g_strjoin (" ", name->dropping != NULL ? name->dropping : name->particle,
                                             name->dropping != NULL ? name->particle : NULL, NULL);

      append_part (latex, particle, FALSE);
      g_string_append_c (latex, ' ');
    }
  append_part (latex, name->family, TRUE);
  g_string_append (latex, ", ");
  if (name->suffix != NULL)
    {
      append_part (latex, name->suffix, FALSE);
      g_string_append (latex, ", ");
    }
  append_part (latex, name->given, FALSE);
}

char *
atlas_bibtex_write_names (GPtrArray *names)
{
  GString *latex = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (latex, " and ");
      append_name (latex, g_ptr_array_index (names, i));
    }

  return g_string_free (latex, FALSE);
}
