// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_SEARCH_ERROR (atlas_search_error_quark ())
GQuark atlas_search_error_quark (void);

typedef enum
{
  ATLAS_SEARCH_ERROR_INDEX, /* SQLite could not do it; its message is in the error's */
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
 * A full-text index (SQLite FTS5, in memory) over the titles, names, facts, passages and sources of an atlas. Words match
 * as atlas_fold() folds them, by their beginnings: "stepanak" finds Stepanakert, "xankendi" finds Xankəndi.
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
 * Finds items, then passages, then references; in each group the best first.
 *
 * Returns: (transfer full): of #AtlasSearchHit; empty when nothing is found or @words holds no word; %NULL on failure
 */
GPtrArray    *atlas_search_query       (AtlasSearch         *self,
                                        const char          *words,
                                        guint                max_per_group,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
