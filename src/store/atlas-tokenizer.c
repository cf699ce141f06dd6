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

/* The next word at or after *@cursor; FALSE at the end. FTS5 passes text that is not terminated. */
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

static int
tokenizer_create (void           *context,
                  const char    **args,
                  int             n_args,
                  Fts5Tokenizer **out)
{
  static int tokenizer; /* it has no state; FTS5 wants something that is not NULL */

  *out = (Fts5Tokenizer *) &tokenizer;

  return SQLITE_OK;
}

static void
tokenizer_delete (Fts5Tokenizer *tokenizer)
{
}

/* Folds a word into @buffer if it is plain, which most are: the index folds every word of a text again to mark a match. */
static gboolean
fold_plain (const char *word,
            const char *word_end,
            char        buffer[MAX_PLAIN])
{
  if (word_end - word > MAX_PLAIN)
    return FALSE;

  for (gssize i = 0; word + i < word_end; i++)
    {
      if (!g_ascii_isalnum (word[i]))
        return FALSE;
      buffer[i] = g_ascii_tolower (word[i]);
    }

  return TRUE;
}

static int
emit_word (void       *context,
           const char *text,
           const char *word,
           const char *word_end,
           int (*emit) (void *, int, const char *, int, int, int))
{
  char             plain[MAX_PLAIN];
  g_autofree char *as_written = NULL;
  g_autofree char *folded = NULL;

  if (fold_plain (word, word_end, plain))
    return emit (context, 0, plain, (int) (word_end - word), (int) (word - text), (int) (word_end - text));

  as_written = g_strndup (word, (gsize) (word_end - word));
  folded = atlas_fold (as_written);
  if (*folded == '\0')
    return SQLITE_OK;

  return emit (context, 0, folded, (int) strlen (folded), (int) (word - text), (int) (word_end - text));
}

static int
tokenizer_tokenize (Fts5Tokenizer *tokenizer,
                    void          *context,
                    int            flags,
                    const char    *text,
                    int            n_text,
                    int (*emit) (void *, int, const char *, int, int, int))
{
  const char *cursor = text;
  const char *word = NULL;
  const char *word_end = NULL;

  while (next_word (&cursor, text + n_text, &word, &word_end))
    {
      int result = emit_word (context, text, word, word_end, emit);

      if (result != SQLITE_OK)
        return result;
    }

  return SQLITE_OK;
}

int
atlas_tokenizer_register (sqlite3 *db)
{
  static fts5_tokenizer tokenizer = { tokenizer_create, tokenizer_delete, tokenizer_tokenize };
  sqlite3_stmt         *statement = NULL;
  fts5_api             *api = NULL;
  int                   result = sqlite3_prepare_v2 (db, "SELECT fts5(?1)", -1, &statement, NULL);

  if (result == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
      result = sqlite3_finalize (statement);
    }

  if (result != SQLITE_OK)
    return result;

  return api != NULL ? api->xCreateTokenizer (api, "atlas", NULL, &tokenizer, NULL) : SQLITE_ERROR;
}

GPtrArray *
atlas_tokenizer_split (const char *text,
                       guint       max_words)
{
  GPtrArray  *words = g_ptr_array_new_with_free_func (g_free);
  const char *cursor = text;
  const char *word = NULL;
  const char *word_end = NULL;

  while (words->len < max_words && next_word (&cursor, text + strlen (text), &word, &word_end))
    {
      g_autofree char *as_written = g_strndup (word, word_end - word);
      g_autofree char *folded = atlas_fold (as_written);

      if (*folded != '\0')
        g_ptr_array_add (words, g_steal_pointer (&folded));
    }

  return words;
}
