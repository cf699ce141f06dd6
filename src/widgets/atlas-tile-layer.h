// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-manifest.h"
#include "atlas-palette.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * AtlasTileLayer:
 *
 * The basemap, without names.
 *
 * At rest it is painted, tile by tile, at the very zoom and scale it is seen at, which need not be whole. While tiles are
 * missing, the best ones that there are stand in for them. On the way to another view only that one's tiles are asked for.
 */
#define ATLAS_TYPE_TILE_LAYER (atlas_tile_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTileLayer, atlas_tile_layer, ATLAS, TILE_LAYER, ShumateLayer)

AtlasTileLayer *atlas_tile_layer_new         (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_tile_layer_set_look:
 * @self: a layer
 * @basemap: (nullable): what is drawn; %NULL: nothing
 * @palette: the inks
 *
 * Sets what is drawn. What was painted in another palette is seen until this one's is there, but of another basemap it is not.
 */
void            atlas_tile_layer_set_look    (AtlasTileLayer  *self,
                                              AtlasBasemap    *basemap,
                                              AtlasPaletteId   palette);

/**
 * atlas_tile_layer_head_for:
 * @self: a layer
 * @camera: where the view will come to rest
 *
 * Says that the view will move to a place: only its tiles are asked for now.
 */
void            atlas_tile_layer_head_for    (AtlasTileLayer  *self,
                                              AtlasCamera      camera);

/**
 * atlas_tile_layer_drift:
 * @self: a layer
 *
 * Says that the view moves, and nobody knows where to: until a while after this was said last, what is asked for is coarse.
 */
void            atlas_tile_layer_drift       (AtlasTileLayer  *self);

/**
 * atlas_tile_layer_rest:
 * @self: a layer
 *
 * Says that the view is where it stays.
 */
void            atlas_tile_layer_rest        (AtlasTileLayer  *self);

/**
 * atlas_tile_layer_is_complete:
 * @self: a layer
 *
 * Looks whether all that is in view is there.
 *
 * Returns: %TRUE if it is
 */
gboolean        atlas_tile_layer_is_complete (AtlasTileLayer  *self);

/**
 * atlas_tile_layer_get_size:
 * @self: a layer
 *
 * Gets how much is kept.
 *
 * Returns: bytes of tiles
 */
gsize           atlas_tile_layer_get_size    (AtlasTileLayer  *self);

/**
 * atlas_tile_layer_get_pending:
 * @self: a layer
 *
 * Gets how many tiles are still to be painted: those in view, and then what lies around them.
 *
 * Returns: how many
 */
guint           atlas_tile_layer_get_pending (AtlasTileLayer  *self);

G_END_DECLS
