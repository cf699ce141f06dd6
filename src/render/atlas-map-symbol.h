// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"
#include "atlas-symbol.h"

G_BEGIN_DECLS

/**
 * atlas_map_symbol_get:
 * @item: an item
 *
 * Gets the shape of an item's points: by its kind, and within the kind by what the atlas says of it: its theme, a radar's sector.
 *
 * Returns: the shape
 */
AtlasSymbol atlas_map_symbol_get (AtlasItem *item);

G_END_DECLS
