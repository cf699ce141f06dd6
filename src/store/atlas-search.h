// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_SEARCH_ERROR (atlas_search_error_quark ())
GQuark atlas_search_error_quark (void);

typedef enum
{
  ATLAS_SEARCH_ERROR_INDEX, /* there is more than an index can hold */
} AtlasSearchError;

typedef enum
{
  ATLAS_SEARCH_ITEM,
  ATLAS_SEARCH_PASSAGE,
  ATLAS_SEARCH_REFERENCE,
  ATLAS_N_SEARCH_GROUPS
} AtlasSearchGroup;

/**
 * AtlasSearchHit:
 * @group: what was found
 * @id: of the item, passage or reference
 * @title: as found, the matching words between U+0002 and U+0003
 * @snippet: where else the words stand, marked likewise; may be empty
 */
typedef struct
{
  AtlasSearchGroup group;
  char            *id;
  char            *title;
  char            *snippet;
} AtlasSearchHit;

#define ATLAS_SEARCH_MARK_BEGIN "\002"
#define ATLAS_SEARCH_MARK_END "\003"

/* The words of a query that are looked at; the rest is ignored. */
#define ATLAS_SEARCH_MAX_WORDS 16

/**
 * AtlasSearch:
 *
 * A full-text index (in memory) over the titles, names, facts, passages and sources of an atlas. Words match as atlas_fold()
 * folds them, by their beginnings: "stepanak" finds Stepanakert, "xankendi" finds Xankəndi.
 *
 * Everything that has the words is ranked, however much that is: nothing is left out, and typing on only ever narrows. The
 * time of a search grows with the occurrences of what it looks for, 10 ms or less for a word in 100 000 passages. The index
 * takes about 5 bytes a word of the text, and three times as much while it is made; texts are not copied. At most 4 194 304
 * items, passages and references together; of a word that a passage has more than 1023 times, 1023 count.
 */
#define ATLAS_TYPE_SEARCH (atlas_search_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearch, atlas_search, ATLAS, SEARCH, GObject)

AtlasSearch  *atlas_search_new         (AtlasDataset        *dataset,
                                        GCancellable        *cancellable,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void          atlas_search_new_async   (AtlasDataset        *dataset,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
AtlasSearch  *atlas_search_new_finish  (GAsyncResult        *result,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasDataset *atlas_search_get_dataset (AtlasSearch         *self); /* (transfer none) */

/**
 * atlas_search_query:
 * @self: an index
 * @words: what to look for; all of the words must be found
 * @max_per_group: the most hits wanted of each group
 * @error: return location
 *
 * Finds items, then passages, then references; in each group the best first: whose id is the words; whose title begins with
 * one of them; then by BM25, where a title weighs most, names more than a place, and a place more than the rest; then in the
 * order of the atlas. A search uses memory of the index, so that only one thread at a time may search in it.
 *
 * Returns: (transfer full): of #AtlasSearchHit; empty when nothing is found or @words holds no word; %NULL on failure
 */
GPtrArray    *atlas_search_query       (AtlasSearch         *self,
                                        const char          *words,
                                        guint                max_per_group,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
