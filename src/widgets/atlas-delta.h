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

AtlasDelta *atlas_delta_new       (const AtlasComparison  *comparison,
                                   const AtlasChangedItem *changed) G_GNUC_WARN_UNUSED_RESULT;
AtlasItem  *atlas_delta_get_item  (AtlasDelta             *self); /* (transfer none) */
const char *atlas_delta_get_words (AtlasDelta             *self); /* what became of it */

G_END_DECLS
