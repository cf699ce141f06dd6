// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-search-private.h"

#include <math.h>
#include <string.h>

void
atlas_search_index_free (AtlasSearchIndex *self)
{
  g_string_chunk_free (self->chunk);
  g_free (self->words);
  g_free (self->starts);
  g_free (self->postings);
  g_array_unref (self->rows);
  g_array_unref (self->ranges);
  g_free (self->id);
  g_free (self->frequency);
  g_free (self->score);
  g_free (self->n_found);
  g_free (self);
}

/* The first word from @begin on that is not before @beginning; @after: nor begins with it. */
static guint
bisect (AtlasSearchIndex *self,
        const char       *beginning,
        guint             begin,
        gboolean          after)
{
  gsize length = strlen (beginning);
  guint end = self->n_words;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;
      int   order = strncmp (self->words[middle], beginning, length);

      if (order < 0 || (after && order == 0))
        begin = middle + 1;
      else
        end = middle;
    }

  return begin;
}

/* How many rows have a word of @range; what these weigh there is in @frequency. */
static guint
add_frequencies (AtlasSearchIndex *self,
                 AtlasSearchRange  range)
{
  const guint32 *end = self->postings + self->starts[range.end];
  guint32       *frequency = self->frequency;
  guint          n_rows = 0;

  memset (frequency, 0, sizeof (guint32) * self->rows->len);
  for (const guint32 *p = self->postings + self->starts[range.begin]; p < end; p++)
    frequency[atlas_search_posting_get_row (*p)] += atlas_search_posting_get_weight (*p);

  for (guint i = 0; i < self->rows->len; i++)
    n_rows += frequency[i] > 0;

  return n_rows;
}

/* Adds a word's part of the score to the rows that have it and have the @n words before it. Returns how many those are. */
static guint
add_scores (AtlasSearchIndex *self,
            AtlasSearchRange  range,
            guint             n)
{
  guint  n_rows = add_frequencies (self, range);
  double rarity = log (((double) self->rows->len - (double) n_rows + 0.5) / ((double) n_rows + 0.5));
  guint  n_found = 0;

  rarity = MAX (rarity, 1e-6); /* of a word that most rows have */
  for (guint i = 0; i < self->rows->len; i++)
    if (self->frequency[i] > 0 && self->n_found[i] == n)
      {
        double frequency = self->frequency[i];

        self->score[i] += rarity * ((frequency * (ATLAS_SEARCH_K1 + 1.0)) / (frequency + g_array_index (self->rows, AtlasSearchRow, i).length));
        self->n_found[i]++;
        n_found++;
      }

  return n_found;
}

static void
set_id (AtlasSearchIndex *self,
        GPtrArray        *words)
{
  g_autoptr (GString) id = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (id, "%s%s", i > 0 ? "-" : "", (const char *) g_ptr_array_index (words, i));

  self->id_hash = g_str_hash (id->str);
  g_free (self->id);
  self->id = g_strdup (id->str);
}

guint
atlas_search_index_match (AtlasSearchIndex *self,
                          GPtrArray        *words)
{
  guint n_found = 0;

  g_return_val_if_fail (words->len <= G_MAXUINT8, 0);

  set_id (self, words);
  g_array_set_size (self->ranges, 0);
  for (guint i = 0; i < words->len; i++)
    {
      AtlasSearchRange range;

      range.begin = bisect (self, g_ptr_array_index (words, i), 0, FALSE);
      range.end = bisect (self, g_ptr_array_index (words, i), range.begin, TRUE);
      if (range.begin == range.end)
        return 0;
      g_array_append_val (self->ranges, range);
    }

  memset (self->score, 0, sizeof (double) * self->rows->len);
  memset (self->n_found, 0, self->rows->len);
  for (guint i = 0; i < words->len; i++)
    {
      n_found = add_scores (self, g_array_index (self->ranges, AtlasSearchRange, i), i);
      if (n_found == 0)
        break;
    }

  return n_found;
}

/* What was found, as it is compared. */
typedef struct
{
  guint  row;
  guint  rank; /* 0: the best */
  double score;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a;
  const Candidate *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->score < y->score || x->score > y->score)
    return x->score > y->score ? -1 : 1;

  return (x->row > y->row) - (x->row < y->row);
}

static guint
get_rank (AtlasSearchIndex     *self,
          const AtlasSearchRow *row)
{
  gboolean is_other = row->id_hash != self->id_hash || !g_str_equal (row->id, self->id);
  gboolean begins = FALSE;

  for (guint i = 0; i < self->ranges->len && row->first_word != ATLAS_SEARCH_NO_WORD; i++)
    {
      AtlasSearchRange range = g_array_index (self->ranges, AtlasSearchRange, i);

      begins = begins || (row->first_word >= range.begin && row->first_word < range.end);
    }

  return (is_other ? 2 : 0) + (begins ? 0 : 1);
}

static void
keep_best (GArray *candidates,
           guint   max)
{
  g_array_sort (candidates, compare_candidates);
  g_array_set_size (candidates, MIN (candidates->len, max));
}

GArray *
atlas_search_index_dup_best (AtlasSearchIndex *self,
                             guint             begin,
                             guint             end,
                             guint             max)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GArray  *best = g_array_new (FALSE, FALSE, sizeof (guint));
  /* What is kept is sorted when there is twice as much as is wanted; from then on only what is better than the last is. */
  guint64  most = MAX ((guint64) max * 2, 64);
  gboolean is_full = FALSE;

  g_return_val_if_fail (begin <= end && end <= self->rows->len, best);

  for (guint i = begin; i < end && max > 0; i++)
    {
      Candidate candidate = { i, 0, self->score[i] };

      if (self->n_found[i] != self->ranges->len)
        continue;

      candidate.rank = get_rank (self, &g_array_index (self->rows, AtlasSearchRow, i));
      if (is_full && compare_candidates (&candidate, &g_array_index (candidates, Candidate, max - 1)) > 0)
        continue;

      g_array_append_val (candidates, candidate);
      if (candidates->len < most)
        continue;

      keep_best (candidates, max);
      is_full = TRUE;
    }

  keep_best (candidates, max);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (best, g_array_index (candidates, Candidate, i).row);

  return best;
}
