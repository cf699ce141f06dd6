// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-report-import-mentions-private.h"

#include "atlas-report-import-private.h"

#include <string.h>

/* Words are taken for the same by their first letters: "ousted", "ouster". */
#define STEM_LENGTH 5

/* Of the words of a mention so many have to stand near each other in the text, and so much further apart. */
#define LEAST_FIT 0.6
#define SPREAD 2

/* Words that say nothing of what is mentioned. */
static const char *const small_words[] = {
  "a", "an", "and", "as", "at", "by", "for", "from", "had", "has", "have", "in", "into", "it", "its", "of", "on", "onto", "or", "s", "since",
  "that", "the", "their", "these", "this", "those", "to", "under", "was", "were", "with", NULL
};

gboolean
atlas_import_is_small_word (const char *word)
{
  return g_strv_contains (small_words, word);
}

static void
word_clear (gpointer data)
{
  g_free (((AtlasImportWord *) data)->key);
}

/* The words of a passage. Those of citations are taken already. */
GArray *
atlas_import_split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (AtlasImportWord));

  g_array_set_clear_func (words, word_clear);
  for (const char *c = text; *c != '\0';)
    {
      const char     *end = c;
      gsize           citation = atlas_import_match_citation (c, NULL);
      AtlasImportWord word = { .begin = (gsize) (c - text), .taken = citation > 0 };

      while (citation == 0 && g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      end += citation;
      if (end == c)
        {
          c = g_utf8_next_char (c);
          continue;
        }

      word.end = (gsize) (end - text);
      word.key = g_strndup (c, (gsize) (end - c));
      if (citation == 0)
        {
          g_autofree char *raw = g_steal_pointer (&word.key);

          word.key = atlas_import_dup_key (raw);
        }
      g_array_append_val (words, word);
      c = end;
    }

  return words;
}

static gboolean
share_stem (const char *a,
            const char *b)
{
  gsize length = 0;

  for (guint n = 0; n < STEM_LENGTH && a[length] != '\0'; n++)
    length += (gsize) (g_utf8_next_char (a + length) - (a + length));

  return g_ascii_isdigit (*a) ? strcmp (a, b) == 0 : strncmp (a, b, length) == 0 && (length >= STEM_LENGTH || strlen (b) <= length + 1);
}

gboolean
atlas_import_words_are_free (GArray *words,
                             guint   first,
                             guint   end)
{
  for (guint i = first; i < end; i++)
    if (g_array_index (words, AtlasImportWord, i).taken)
      return FALSE;

  return TRUE;
}

void
atlas_import_take_words (GArray     *words,
                         GArray     *places,
                         guint       first,
                         guint       end,
                         const char *item_id)
{
  AtlasImportPlace place = { first, end, item_id };

  for (guint i = first; i < end; i++)
    g_array_index (words, AtlasImportWord, i).taken = TRUE;
  g_array_append_val (places, place);
}

guint
atlas_import_count_places (GArray     *places,
                           const char *item_id)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += strcmp (g_array_index (places, AtlasImportPlace, i).item_id, item_id) == 0;

  return n;
}

gboolean
atlas_import_phrase_stands_at (const AtlasImportPhrase *phrase,
                               GArray                  *words,
                               guint                    at)
{
  if (at + phrase->n_words > words->len)
    return FALSE;

  for (guint i = 0; i < phrase->n_words; i++)
    if (strcmp (phrase->words[i], g_array_index (words, AtlasImportWord, at + i).key) != 0)
      return FALSE;

  return TRUE;
}

/* Links the words of one phrase, where they stand as they are. */
gboolean
atlas_import_link_phrase (const AtlasImportPhrase *phrase,
                          GArray                  *words,
                          GArray                  *places)
{
  for (guint i = 0; i < words->len; i++)
    if (atlas_import_phrase_stands_at (phrase, words, i) && atlas_import_words_are_free (words, i, i + phrase->n_words))
      {
        atlas_import_take_words (words, places, i, i + phrase->n_words, phrase->item_id);
        return TRUE;
      }

  return FALSE;
}

/* How many of a phrase's words stand among @words[@first to @end). */
static guint
count_shared (const AtlasImportPhrase *phrase,
              GArray                  *words,
              guint                    first,
              guint                    end)
{
  guint n = 0;

  for (guint i = 0; i < phrase->n_words; i++)
    for (guint j = first; j < end && !atlas_import_is_small_word (phrase->words[i]); j++)
      if (share_stem (phrase->words[i], g_array_index (words, AtlasImportWord, j).key))
        {
          n++;
          break;
        }

  return n;
}

static gboolean
has_word (const AtlasImportPhrase *phrase,
          const char              *key)
{
  for (guint i = 0; i < phrase->n_words && !atlas_import_is_small_word (key); i++)
    if (share_stem (phrase->words[i], key))
      return TRUE;

  return FALSE;
}

/* Links the stretch of text that has most of a phrase's words, in whatever form and order. */
gboolean
atlas_import_link_nearly (const AtlasImportPhrase *phrase,
                          GArray                  *words,
                          GArray                  *places)
{
  guint n_words = 0, best = 0, best_first = 0, best_end = 0;

  for (guint i = 0; i < phrase->n_words; i++)
    n_words += !atlas_import_is_small_word (phrase->words[i]);

  for (guint i = 0; i < words->len; i++)
    {
      if (g_array_index (words, AtlasImportWord, i).taken || !has_word (phrase, g_array_index (words, AtlasImportWord, i).key))
        continue;

      for (guint end = i + 1; end <= MIN (words->len, i + phrase->n_words + SPREAD) && !g_array_index (words, AtlasImportWord, end - 1).taken; end++)
        {
          guint shared = has_word (phrase, g_array_index (words, AtlasImportWord, end - 1).key) ? count_shared (phrase, words, i, end) : 0;

          if (shared > best || (shared == best && shared > 0 && end - i < best_end - best_first))
            {
              best = shared;
              best_first = i;
              best_end = end;
            }
        }
    }

  if (best < 2 || best < LEAST_FIT * n_words)
    return FALSE;

  atlas_import_take_words (words, places, best_first, best_end, phrase->item_id);

  return TRUE;
}
