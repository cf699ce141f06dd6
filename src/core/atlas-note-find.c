// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-note.h"

#include <string.h>

/* Places that are looked at: a short word stands many times in a long text. */
#define MAX_PLACES 4096

/* A text to look in, and which character of the original each of its bytes is of. */
typedef struct
{
  GString *text;
  GArray  *places; /* of guint: one a byte, and one for the end */
} Ground;

static void
ground_free (Ground *ground)
{
  g_string_free (ground->text, TRUE);
  g_array_unref (ground->places);
  g_free (ground);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ground, ground_free)

/* What tells one edition of a text from another without being another word. */
static gunichar
simplify (gunichar c)
{
  if (g_unichar_isspace (c))
    return ' ';

  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_DASH_PUNCTUATION:
      return '-';
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return '\'';
    default:
      return c == '"' || c == 0x2bc ? '\'' : g_unichar_tolower (c);
    }
}

static Ground *
ground_new (const char *text,
            gboolean    simple)
{
  Ground *ground = g_new0 (Ground, 1);
  guint   place = 0;
  gsize   length = strlen (text);

  ground->text = g_string_sized_new (length);
  ground->places = g_array_sized_new (FALSE, FALSE, sizeof (guint), (guint) length + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), place++)
    {
      gunichar c = simple ? simplify (g_utf8_get_char (p)) : g_utf8_get_char (p);

      if (simple && c == ' ' && (ground->text->len == 0 || ground->text->str[ground->text->len - 1] == ' '))
        continue;
      g_string_append_unichar (ground->text, c);
      while (ground->places->len < ground->text->len)
        g_array_append_val (ground->places, place);
    }
  g_array_append_val (ground->places, place);

  return ground;
}

static gboolean
find_nearest (Ground *ground,
              Ground *words,
              guint   wanted,
              guint  *begin,
              guint  *end)
{
  guint best = G_MAXUINT;
  gsize length = words->text->len;
  guint n_places = 0;

  if (length == 0)
    return FALSE;

  for (const char *p = ground->text->str; n_places < MAX_PLACES && (p = strstr (p, words->text->str)) != NULL; p++, n_places++)
    {
      gsize offset = (gsize) (p - ground->text->str);
      guint place = g_array_index (ground->places, guint, offset);
      guint distance = place > wanted ? place - wanted : wanted - place;

      if (distance >= best)
        break; /* places only get farther from here */
      best = distance;
      *begin = place;
      *end = g_array_index (ground->places, guint, offset + length - 1) + 1;
    }

  return best != G_MAXUINT;
}

gboolean
atlas_note_fields_find (const AtlasNoteFields *self,
                        const char            *text,
                        guint                 *begin,
                        guint                 *end)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (self->quote == NULL || *self->quote == '\0')
    return FALSE;

  for (guint simple = 0; simple < 2; simple++)
    {
      g_autoptr (Ground) ground = ground_new (text, simple);
      g_autoptr (Ground) words = ground_new (self->quote, simple);

      if (simple && g_str_has_suffix (words->text->str, " ")) /* white space at the ends is nobody's wish */
        g_string_truncate (words->text, words->text->len - 1);
      if (find_nearest (ground, words, self->begin, begin, end))
        return TRUE;
    }

  return FALSE;
}
