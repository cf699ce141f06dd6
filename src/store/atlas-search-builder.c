// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search-private.h"
#include "atlas-tokenizer.h"

#include <string.h>

/* A name weighs more than where a thing is, and that more than a fact. */
static const guint weights[ATLAS_N_SEARCH_TEXTS] = {
  [ATLAS_SEARCH_TITLE] = 12,
  [ATLAS_SEARCH_NAMES] = 8,
  [ATLAS_SEARCH_PLACE] = 2,
  [ATLAS_SEARCH_BODY] = 1,
};

/* A word of a row while rows are added. */
typedef struct
{
  guint32 word;
  guint32 posting;
} Entry;

/* A word while rows are added. */
typedef struct
{
  const char *text;
  guint32     n_entries;
  guint32     last; /* its entry of the last row that has it */
} Word;

struct _AtlasSearchBuilder
{
  GStringChunk   *chunk;
  GHashTable     *by_text; /* char * (of @chunk) -> index in @words */
  GArray         *words;   /* of Word */
  GArray         *entries; /* of Entry, row by row */
  GArray         *rows;    /* of AtlasSearchRow */
  double          total_length;

  /* Of the text that is being read: */
  guint32         row;
  AtlasSearchText text;
  guint32         first_entry; /* of the row */
};

AtlasSearchBuilder *
atlas_search_builder_new (void)
{
  AtlasSearchBuilder *self = g_new0 (AtlasSearchBuilder, 1);

  self->chunk = g_string_chunk_new (16384);
  self->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->rows = g_array_new (FALSE, FALSE, sizeof (AtlasSearchRow));

  return self;
}

void
atlas_search_builder_free (AtlasSearchBuilder *self)
{
  g_clear_pointer (&self->chunk, g_string_chunk_free);
  g_hash_table_unref (self->by_text);
  g_array_unref (self->words);
  g_array_unref (self->entries);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

static guint32
intern_word (AtlasSearchBuilder *self,
             const char         *folded)
{
  gpointer known = NULL;
  Word     word = { NULL, 0, ATLAS_SEARCH_NO_WORD };

  if (g_hash_table_lookup_extended (self->by_text, folded, NULL, &known))
    return GPOINTER_TO_UINT (known);

  word.text = g_string_chunk_insert (self->chunk, folded);
  g_array_append_val (self->words, word);
  g_hash_table_insert (self->by_text, (char *) word.text, GUINT_TO_POINTER (self->words->len - 1));

  return self->words->len - 1;
}

static gboolean
add_word (const char *folded,
          gsize       begin,
          gsize       end,
          gpointer    data)
{
  AtlasSearchBuilder *self = data;
  guint32             index = intern_word (self, folded);
  Word               *word = &g_array_index (self->words, Word, index);
  AtlasSearchRow     *row = &g_array_index (self->rows, AtlasSearchRow, self->row);

  row->length++;
  if (self->text == ATLAS_SEARCH_TITLE && begin == 0)
    row->first_word = index;

  if (word->last != ATLAS_SEARCH_NO_WORD && word->last >= self->first_entry)
    {
      Entry *entry = &g_array_index (self->entries, Entry, word->last);

      entry->posting = atlas_search_posting_new (self->row, atlas_search_posting_get_weight (entry->posting) + weights[self->text]);
    }
  else
    {
      Entry entry = { index, atlas_search_posting_new (self->row, weights[self->text]) };

      word->last = self->entries->len;
      word->n_entries++;
      g_array_append_val (self->entries, entry);
    }

  return TRUE;
}

void
atlas_search_builder_add_row (AtlasSearchBuilder *self,
                              const char         *id,
                              const char *const   texts[ATLAS_N_SEARCH_TEXTS])
{
  AtlasSearchRow row = { id, g_str_hash (id), ATLAS_SEARCH_NO_WORD, 0 };

  g_return_if_fail (self->rows->len < ATLAS_SEARCH_MAX_ROWS);

  self->row = self->rows->len;
  self->first_entry = self->entries->len;
  g_array_append_val (self->rows, row);

  for (self->text = 0; self->text < ATLAS_N_SEARCH_TEXTS; self->text++)
    if (texts[self->text] != NULL)
      atlas_tokenizer_foreach (texts[self->text], add_word, self);

  self->total_length += g_array_index (self->rows, AtlasSearchRow, self->row).length;
}

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  GArray *words = user_data;

  return strcmp (g_array_index (words, Word, *(const guint32 *) a).text, g_array_index (words, Word, *(const guint32 *) b).text);
}

/* Sorts the words and makes room for the postings of each. Returns where each word is now. */
static guint32 *
sort_words (AtlasSearchBuilder *self,
            AtlasSearchIndex   *index)
{
  guint               n = self->words->len;
  guint32            *places = g_new (guint32, n + 1);
  g_autofree guint32 *order = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (n > 0)
    g_qsort_with_data (order, (int) n, sizeof (guint32), compare_words, self->words);

  index->n_words = n;
  index->words = g_new (const char *, n + 1);
  index->starts = g_new0 (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const Word *word = &g_array_index (self->words, Word, order[i]);

      places[order[i]] = i;
      index->words[i] = word->text;
      index->starts[i + 1] = index->starts[i] + word->n_entries;
    }

  return places;
}

/* The entries are in the order of rows, and so are then the postings of each word. */
static void
sort_entries (AtlasSearchBuilder *self,
              AtlasSearchIndex   *index,
              const guint32      *places)
{
  g_autofree guint32 *next = g_new (guint32, index->n_words + 1);

  memcpy (next, index->starts, sizeof (guint32) * (index->n_words + 1));
  index->postings = g_new (guint32, self->entries->len);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      index->postings[next[places[entry->word]]++] = entry->posting;
    }
}

static void
finish_rows (AtlasSearchBuilder *self,
             const guint32      *places)
{
  double mean = self->total_length / (double) MAX (self->rows->len, 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      AtlasSearchRow *row = &g_array_index (self->rows, AtlasSearchRow, i);

      row->length = mean > 0 ? ATLAS_SEARCH_K1 * (1 - ATLAS_SEARCH_B + ATLAS_SEARCH_B * row->length / mean) : 0;
      if (row->first_word != ATLAS_SEARCH_NO_WORD)
        row->first_word = places[row->first_word];
    }
}

AtlasSearchIndex *
atlas_search_builder_finish (AtlasSearchBuilder *self)
{
  AtlasSearchIndex   *index = g_new0 (AtlasSearchIndex, 1);
  guint               n = self->rows->len;
  g_autofree guint32 *places = sort_words (self, index);

  sort_entries (self, index, places);
  finish_rows (self, places);

  index->chunk = g_steal_pointer (&self->chunk);
  index->rows = g_steal_pointer (&self->rows);
  index->ranges = g_array_new (FALSE, FALSE, sizeof (AtlasSearchRange));
  index->frequency = g_new (guint32, n);
  index->score = g_new (double, n);
  index->n_found = g_new (guint8, n);

  atlas_search_builder_free (self);

  return index;
}
