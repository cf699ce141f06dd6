// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-json.h"

G_BEGIN_DECLS

/**
 * atlas_items_read:
 * @root: `items.geojson`, a FeatureCollection whose features have Linked Places' `when`
 * @file: the file's name, for findings
 * @findings: (element-type AtlasFinding): where errors go; a feature with one is left out
 *
 * Reads the items. Properties that the program does not know or does not read whole are kept in atlas_item_get_extra();
 * members of the feature itself stand there under "@feature".
 *
 * Returns: (transfer full): an array of as many #AtlasItem as there are features, in their order; %NULL in place of one
 * with an error
 */
GPtrArray *atlas_items_read (const AtlasJson *root,
                             const char      *file,
                             GPtrArray       *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
