// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference-batch.h"

#include "atlas-fold.h"

#include <string.h>

#define KEY_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:-"

/* Words of a title that a key is made of, and their letters in all. */
#define KEY_WORDS 3
#define KEY_LENGTH 40

/* Adds the letters and digits of @text as ASCII, at most @n_words words of it. */
static void
append_ascii (GString    *key,
              const char *text,
              guint       n_words)
{
  g_autofree char *folded = NULL;
  g_autofree char *ascii = NULL;
  gboolean         inside = FALSE;

  if (text == NULL)
    return;

  folded = atlas_fold (text);
  ascii = g_str_to_ascii (folded, "C");
  for (const char *c = ascii; *c != '\0' && key->len < KEY_LENGTH; c++)
    {
      if (g_ascii_isalnum (*c))
        {
          if (!inside && n_words-- == 0)
            return;
          if (!inside && key->len > 0)
            g_string_append_c (key, '-');
          g_string_append_c (key, g_ascii_tolower (*c));
        }
      inside = g_ascii_isalnum (*c) || (inside && *c == '\'');
    }
}

static const char *
get_first_name (const AtlasReferenceFields *fields)
{
  const AtlasName *name = NULL;

  if (fields->author_names == NULL || fields->author_names->len == 0)
    return NULL;

  name = g_ptr_array_index (fields->author_names, 0);

  return name->family != NULL ? name->family : name->literal;
}

/* The year is the first four digits of a date. */
static void
append_year (GString    *key,
             const char *edtf)
{
  const char *year = edtf != NULL ? strpbrk (edtf, "0123456789") : NULL;

  if (year == NULL || strspn (year, "0123456789") < 4)
    return;

  if (key->len > 0)
    g_string_append_c (key, '-');
  g_string_append_len (key, year, 4);
}

char *
atlas_reference_create_key (const AtlasReferenceFields *fields)
{
  GString *key = NULL;

  if (fields->id != NULL && *fields->id != '\0' && strlen (fields->id) <= KEY_LENGTH * 2 && strspn (fields->id, KEY_CHARACTERS) == strlen (fields->id))
    return g_strdup (fields->id);

  key = g_string_new (NULL);
  append_ascii (key, fields->id, G_MAXUINT);
  if (key->len == 0)
    {
      append_ascii (key, get_first_name (fields), KEY_WORDS);
      append_year (key, fields->issued);
      append_ascii (key, fields->title, KEY_WORDS);
    }
  if (key->len == 0)
    g_string_append (key, "reference");

  return g_string_free (key, FALSE);
}

char *
atlas_reference_take_key (GHashTable *taken,
                          const char *wish)
{
  g_autofree char *folded = g_ascii_strdown (wish, -1);
  guint            next = GPOINTER_TO_UINT (g_hash_table_lookup (taken, folded));

  if (next == 0)
    {
      g_hash_table_insert (taken, g_steal_pointer (&folded), GUINT_TO_POINTER (2));
      return g_strdup (wish);
    }

  for (;; next++)
    {
      g_autofree char *key = g_strdup_printf ("%s-%u", wish, next);
      g_autofree char *other = g_ascii_strdown (key, -1);

      if (g_hash_table_contains (taken, other))
        continue;

      g_hash_table_insert (taken, g_steal_pointer (&other), GUINT_TO_POINTER (2));
      g_hash_table_insert (taken, g_steal_pointer (&folded), GUINT_TO_POINTER (next + 1));
      return g_steal_pointer (&key);
    }
}
