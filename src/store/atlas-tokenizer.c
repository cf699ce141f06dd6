// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tokenizer.h"

#include "atlas-fold.h"

#include <string.h>

/* The longest word that is folded without a copy. */
#define MAX_PLAIN 64

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The bytes of the character at @p if it belongs to a word, else 0; *@skip: those to go on by if it does not. A broken byte
 * separates words. */
static gssize
measure_word_char (const char *p,
                   const char *end,
                   gssize     *skip)
{
  gunichar c = 0;

  *skip = 1;
  if ((guchar) *p < 0x80)
    return g_ascii_isalnum (*p) ? 1 : 0;

  c = g_utf8_get_char_validated (p, end - p);
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return 0;

  *skip = g_utf8_next_char (p) - p;

  return is_word_char (c) ? *skip : 0;
}

/* The next word at or after *@cursor; FALSE at the end. */
static gboolean
next_word (const char **cursor,
           const char  *end,
           const char **word,
           const char **word_end)
{
  const char *p = *cursor;
  gssize      length = 0;
  gssize      skip = 0;

  while (p < end && measure_word_char (p, end, &skip) == 0)
    p += skip;

  *word = p;

  while (p < end && (length = measure_word_char (p, end, &skip)) > 0)
    p += length;

  *word_end = *cursor = p;

  return *word < *word_end;
}

/* Folds a word into @buffer if it is plain, which most are. */
static gboolean
fold_plain (const char *word,
            const char *word_end,
            char        buffer[MAX_PLAIN + 1])
{
  if (word_end - word > MAX_PLAIN)
    return FALSE;

  for (gssize i = 0; word + i < word_end; i++)
    {
      if (!g_ascii_isalnum (word[i]))
        return FALSE;
      buffer[i] = g_ascii_tolower (word[i]);
    }
  buffer[word_end - word] = '\0';

  return TRUE;
}

void
atlas_tokenizer_foreach (const char   *text,
                         AtlasWordFunc func,
                         gpointer      user_data)
{
  const char *cursor = text;
  const char *text_end = text + strlen (text);
  const char *word = NULL;
  const char *word_end = NULL;
  gboolean    goes_on = TRUE;

  while (goes_on && next_word (&cursor, text_end, &word, &word_end))
    {
      char             plain[MAX_PLAIN + 1];
      g_autofree char *as_written = NULL;
      g_autofree char *folded = NULL;

      if (!fold_plain (word, word_end, plain))
        {
          as_written = g_strndup (word, (gsize) (word_end - word));
          folded = atlas_fold (as_written);
        }

      if (folded == NULL || *folded != '\0')
        goes_on = func (folded != NULL ? folded : plain, (gsize) (word - text), (gsize) (word_end - text), user_data);
    }
}

/* The words that are split off, and how many are wanted. */
typedef struct
{
  GPtrArray *words;
  guint      max;
} Split;

static gboolean
split_off (const char *folded,
           gsize       begin,
           gsize       end,
           gpointer    data)
{
  Split *split = data;

  g_ptr_array_add (split->words, g_strdup (folded));

  return split->words->len < split->max;
}

GPtrArray *
atlas_tokenizer_split (const char *text,
                       guint       max_words)
{
  Split split = { g_ptr_array_new_with_free_func (g_free), max_words };

  if (max_words > 0)
    atlas_tokenizer_foreach (text, split_off, &split);

  return split.words;
}
