// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-name.h"

#include <string.h>

/* A part with its white space made single and without controls; NULL when nothing is left. */
static char *
dup_clean (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean white = FALSE;

  for (const char *c = text; c != NULL && *c != '\0'; c++)
    {
      if (g_ascii_isspace (*c) || g_ascii_iscntrl (*c))
        {
          white = TRUE;
          continue;
        }
      if (white && clean->len > 0)
        g_string_append_c (clean, ' ');
      white = FALSE;
      g_string_append_c (clean, *c);
    }

  return clean->len > 0 ? g_string_free (g_steal_pointer (&clean), FALSE) : NULL;
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static char *
join_names (GPtrArray *names,
            char *(*to_text) (const AtlasName *) )
{
  GString *text = NULL;

  if (names == NULL || names->len == 0)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *words = to_text (g_ptr_array_index (names, i));

      append_part (text, "; ", words);
    }

  return g_string_free (text, FALSE);
}

AtlasName *
atlas_name_new_literal (const char *literal)
{
  AtlasName *self = g_new0 (AtlasName, 1);

  self->literal = g_strdup (literal);

  return self;
}

AtlasName *
atlas_name_copy (const AtlasName *self)
{
  AtlasName *copy = g_new0 (AtlasName, 1);

  copy->family = g_strdup (self->family);
  copy->given = g_strdup (self->given);
  copy->dropping = g_strdup (self->dropping);
  copy->particle = g_strdup (self->particle);
  copy->suffix = g_strdup (self->suffix);
  copy->literal = g_strdup (self->literal);

  return copy;
}

void
atlas_name_free (AtlasName *self)
{
  if (self == NULL)
    return;

  g_free (self->family);
  g_free (self->given);
  g_free (self->dropping);
  g_free (self->particle);
  g_free (self->suffix);
  g_free (self->literal);
  g_free (self);
}

gboolean
atlas_name_is_empty (const AtlasName *self)
{
  g_autofree char *words = atlas_name_to_words (self);

  return words[strspn (words, " \t\r\n")] == '\0';
}

gboolean
atlas_name_equal (const AtlasName *self,
                  const AtlasName *other)
{
  return g_strcmp0 (self->family, other->family) == 0 && g_strcmp0 (self->given, other->given) == 0 &&
         g_strcmp0 (self->dropping, other->dropping) == 0 && g_strcmp0 (self->particle, other->particle) == 0 &&
         g_strcmp0 (self->suffix, other->suffix) == 0 && g_strcmp0 (self->literal, other->literal) == 0;
}

AtlasName *
atlas_name_parse (const char *text)
{
  g_autoptr (AtlasName) name = g_new0 (AtlasName, 1);
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, ",", 3);
  if (parts[0] == NULL)
    return NULL;

  if (parts[1] == NULL)
    {
      name->literal = dup_clean (text);
    }
  else
    {
      name->family = dup_clean (parts[0]);
      name->given = dup_clean (parts[1]);
      name->suffix = dup_clean (parts[2]);
    }

  return atlas_name_is_empty (name) ? NULL : g_steal_pointer (&name);
}

char *
atlas_name_to_words (const AtlasName *self)
{
  const char *parts[] = { self->given, self->dropping, self->particle, self->family, self->suffix };
  GString    *text = NULL;

  if (self->literal != NULL)
    return g_strdup (self->literal);

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    append_part (text, " ", parts[i]);

  return g_string_free (text, FALSE);
}

char *
atlas_name_to_inverted (const AtlasName *self)
{
  GString *text = NULL;
  g_autoptr (GString) given = g_string_new (self->given);

  if (self->literal != NULL)
    return g_strdup (self->literal);

  append_part (given, " ", self->dropping);
  append_part (given, " ", self->particle);

  text = g_string_new (self->family);
  append_part (text, ", ", given->str);
  append_part (text, ", ", self->suffix);

  return g_string_free (text, FALSE);
}

GPtrArray *
atlas_names_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_name_free);
}

GPtrArray *
atlas_names_copy (GPtrArray *names)
{
  GPtrArray *copy = NULL;

  if (names == NULL)
    return NULL;

  copy = atlas_names_new ();
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (copy, atlas_name_copy (g_ptr_array_index (names, i)));

  return copy;
}

GPtrArray *
atlas_names_parse (const char *text)
{
  g_autoptr (GPtrArray) names = atlas_names_new ();
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    return NULL;

  parts = g_strsplit_set (text, ";\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      AtlasName *name = atlas_name_parse (parts[i]);

      if (name != NULL)
        g_ptr_array_add (names, name);
    }

  return names->len > 0 ? g_steal_pointer (&names) : NULL;
}

char *
atlas_names_to_words (GPtrArray *names)
{
  return join_names (names, atlas_name_to_words);
}

char *
atlas_names_to_inverted (GPtrArray *names)
{
  return join_names (names, atlas_name_to_inverted);
}
