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
/* What was painted of another look is seen until this one's is there, but of another basemap it is not. */
void            atlas_tile_layer_set_look    (AtlasTileLayer  *self,
                                              AtlasBasemap    *basemap, /* (nullable): nothing is drawn */
                                              AtlasPaletteId   palette);
/* The view will move, to @camera. */
void            atlas_tile_layer_head_for    (AtlasTileLayer  *self,
                                              AtlasCamera      camera);
/* The view moves, and nobody knows where to: until a while after this was said last, what is asked for is coarse. */
void            atlas_tile_layer_drift       (AtlasTileLayer  *self);
/* The view is where it stays. */
void            atlas_tile_layer_rest        (AtlasTileLayer  *self);
/* Whether all that is in view is there. */
gboolean        atlas_tile_layer_is_complete (AtlasTileLayer  *self);
gsize           atlas_tile_layer_get_size    (AtlasTileLayer  *self); /* bytes of tiles that are kept */
/* How many tiles are still to be painted: those in view, and then what lies around them. */
guint           atlas_tile_layer_get_pending (AtlasTileLayer  *self);

G_END_DECLS
