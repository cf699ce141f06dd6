// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The texts of a row, each of which may be NULL. A word in a title weighs more than one in a name, and so on. */
typedef enum
{
  ATLAS_SEARCH_TITLE,
  ATLAS_SEARCH_NAMES,
  ATLAS_SEARCH_PLACE,
  ATLAS_SEARCH_BODY,
  ATLAS_N_SEARCH_TEXTS
} AtlasSearchText;

/* The most rows of an index, and the most that the occurrences of a word in a row weigh: a posting is 32 bits. */
#define ATLAS_SEARCH_ROW_BITS 22
#define ATLAS_SEARCH_MAX_ROWS (1u << ATLAS_SEARCH_ROW_BITS)
#define ATLAS_SEARCH_MAX_WEIGHT ((1u << (32 - ATLAS_SEARCH_ROW_BITS)) - 1)

/**
 * AtlasSearchIndex:
 *
 * Which rows have which words. The words are sorted, and the postings of one word (a row, and what its occurrences there
 * weigh) follow those of the word before it: all that begins with some letters is one run of memory, which is read from end
 * to end, however many words that is. So every row is ranked, and no bound is needed.
 *
 *     words     ... | tram | trans | transit | treaty | ...
 *     postings  ... | 3 9  | 4     | 1 4 7   | 2 3    | ...
 *                     '------- "tra" -------'
 */
typedef struct _AtlasSearchIndex AtlasSearchIndex;

/* Collects rows for an index; freed by atlas_search_builder_finish() or by hand. */
typedef struct _AtlasSearchBuilder AtlasSearchBuilder;

AtlasSearchBuilder *atlas_search_builder_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_search_builder_free    (AtlasSearchBuilder *self);
/* Adds the next row, up to %ATLAS_SEARCH_MAX_ROWS. @id is borrowed for as long as there is the index. */
void                atlas_search_builder_add_row (AtlasSearchBuilder *self,
                                                  const char         *id,
                                                  const char *const   texts[ATLAS_N_SEARCH_TEXTS]);
/* (transfer full): takes @self */
AtlasSearchIndex   *atlas_search_builder_finish  (AtlasSearchBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

void                atlas_search_index_free      (AtlasSearchIndex *self);

/**
 * atlas_search_index_match:
 * @self: an index
 * @words: folded words: of const char *, at most 255
 *
 * Looks for the rows that have a word with each of the beginnings @words, and weighs them as BM25 does. What it finds is kept
 * in @self for atlas_search_index_dup_best() until the next call: one thread at a time may use an index.
 *
 * Returns: how many there are
 */
guint               atlas_search_index_match     (AtlasSearchIndex *self,
                                                  GPtrArray        *words);

/**
 * atlas_search_index_dup_best:
 * @self: an index in which atlas_search_index_match() found something
 * @begin: the first row that is wanted
 * @end: the row after the last one
 * @max: the most rows wanted
 *
 * The best of what was found, best first: whose id is the words, with "-" between; then whose title begins with one of them;
 * then by weight; then in the order in which they were added.
 *
 * Returns: (transfer full): rows, of guint
 */
GArray             *atlas_search_index_dup_best  (AtlasSearchIndex *self,
                                                  guint             begin,
                                                  guint             end,
                                                  guint             max) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSearchBuilder, atlas_search_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSearchIndex, atlas_search_index_free)

G_END_DECLS
