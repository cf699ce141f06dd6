// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-comparison.h"

G_BEGIN_DECLS

/**
 * AtlasDelta:
 *
 * A row of what a comparison has found: an item and what became of it. Immutable.
 */
#define ATLAS_TYPE_DELTA (atlas_delta_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDelta, atlas_delta, ATLAS, DELTA, GObject)

/**
 * atlas_delta_new:
 * @comparison: what was found
 * @changed: one of its items
 *
 * Makes a row of it, which keeps the item and what became of it in words.
 *
 * Returns: (transfer full): the row
 */
AtlasDelta *atlas_delta_new       (const AtlasComparison  *comparison,
                                   const AtlasChangedItem *changed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_delta_get_item:
 * @self: a row
 *
 * Gets the item.
 *
 * Returns: (transfer none): the item
 */
AtlasItem  *atlas_delta_get_item  (AtlasDelta             *self);

/**
 * atlas_delta_get_words:
 * @self: a row
 *
 * Gets what became of the item, in the user's language.
 *
 * Returns: (transfer none): the words
 */
const char *atlas_delta_get_words (AtlasDelta             *self);

G_END_DECLS
