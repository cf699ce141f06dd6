// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-search-index.h"

G_BEGIN_DECLS

/* What makes an index and what reads it share. */

/* Of BM25: how soon more of the same word counts no more, and how much long rows count less. */
#define ATLAS_SEARCH_K1 1.2
#define ATLAS_SEARCH_B 0.75

#define ATLAS_SEARCH_NO_WORD G_MAXUINT32

typedef struct
{
  const char *id; /* (borrowed) */
  guint32     id_hash;
  guint32     first_word; /* of the title, if nothing is before it; else ATLAS_SEARCH_NO_WORD */
  double      length;     /* in words; in an index: ATLAS_SEARCH_K1 times what BM25 makes of it */
} AtlasSearchRow;

/* A run of words or of postings. */
typedef struct
{
  guint begin;
  guint end;
} AtlasSearchRange;

struct _AtlasSearchIndex
{
  GStringChunk *chunk;
  const char  **words; /* sorted by bytes */
  guint         n_words;
  guint32      *starts; /* of each word's postings, and one more for the end */
  guint32      *postings;
  GArray       *rows; /* of AtlasSearchRow */

  /* What was found: */
  GArray       *ranges;    /* of AtlasSearchRange: the words that begin so */
  guint32       id_hash;   /* of the words as an id has them */
  char         *id;        /* (nullable) */
  guint32      *frequency; /* of a row: what the occurrences of the current word weigh */
  double       *score;     /* of a row */
  guint8       *n_found;   /* of a row: how many of the words it has */
};

/* A row, and what the occurrences of a word weigh in it. */
static inline guint32
atlas_search_posting_new (guint32 row,
                          guint   weight)
{
  return row | (MIN (weight, ATLAS_SEARCH_MAX_WEIGHT) << ATLAS_SEARCH_ROW_BITS);
}

static inline guint32
atlas_search_posting_get_row (guint32 posting)
{
  return posting & (ATLAS_SEARCH_MAX_ROWS - 1);
}

static inline guint
atlas_search_posting_get_weight (guint32 posting)
{
  return posting >> ATLAS_SEARCH_ROW_BITS;
}

G_END_DECLS
