// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-search.h"

G_BEGIN_DECLS

/**
 * AtlasHit:
 *
 * A row of what a search has found. Immutable.
 */
#define ATLAS_TYPE_HIT (atlas_hit_get_type ())
G_DECLARE_FINAL_TYPE (AtlasHit, atlas_hit, ATLAS, HIT, GObject)

/**
 * atlas_hit_list_search:
 * @search: an index
 * @words: what to look for
 * @error: return location
 *
 * Looks for words and makes rows of what is found: a heading, then its hits, for items, passages and sources.
 *
 * Returns: (transfer full): of #AtlasHeading and #AtlasHit; empty when nothing is found; %NULL on failure
 */
GPtrArray       *atlas_hit_list_search (AtlasSearch *search,
                                        const char  *words,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

AtlasSearchGroup atlas_hit_get_group   (AtlasHit    *self);
const char      *atlas_hit_get_id      (AtlasHit    *self);
AtlasItem       *atlas_hit_get_item    (AtlasHit    *self); /* (transfer none) (nullable): what it is, or the first that rests on it */
const char      *atlas_hit_get_icon    (AtlasHit    *self);
const char      *atlas_hit_get_title   (AtlasHit    *self); /* Pango markup, the words that match bold */
const char      *atlas_hit_get_snippet (AtlasHit    *self); /* Pango markup; may be empty */
const char      *atlas_hit_get_words   (AtlasHit    *self); /* both as plain text */

/**
 * atlas_hit_mark_up:
 * @marked: text with matches between %ATLAS_SEARCH_MARK_BEGIN and %ATLAS_SEARCH_MARK_END
 *
 * Makes Pango markup in one line of what the index gives. The marks need not be in pairs: an atlas may hold them itself.
 *
 * Returns: (transfer full): the markup
 */
char            *atlas_hit_mark_up     (const char  *marked) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
