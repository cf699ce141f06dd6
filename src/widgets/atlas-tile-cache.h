// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tile-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTile:
 * @id: which one
 * @look: of which look, which grows with each other one
 * @picture: an image surface
 *
 * A tile that is painted.
 */
typedef struct
{
  AtlasTileId      id;
  guint            look;
  cairo_surface_t *picture;
  /*< private >*/
  gsize            size; /* bytes */
  guint64          used; /* when it was last */
  GskRenderNode   *node; /* (nullable): as it was drawn last */
  graphene_rect_t  bounds; /* of @node */
  cairo_surface_t *opaque; /* (nullable): @picture for cairo */
  GdkTexture      *texture; /* (nullable): @picture for other renderers */
} AtlasTile;

/* Keeps tiles, up to so many bytes; what has not been used for longest goes first. */
typedef struct _AtlasTileCache AtlasTileCache;

/**
 * atlas_tile_cache_new:
 * @max_size: bytes of pictures
 *
 * Makes a cache.
 *
 * Returns: (transfer full): the cache
 */
AtlasTileCache *atlas_tile_cache_new       (gsize            max_size) G_GNUC_WARN_UNUSED_RESULT;

void            atlas_tile_cache_free      (AtlasTileCache  *self);

/**
 * atlas_tile_cache_set_max_size:
 * @self: a cache
 * @max_size: bytes of pictures
 *
 * Sets how much is kept at most; what is beyond goes at once.
 */
void            atlas_tile_cache_set_max_size (AtlasTileCache *self,
                                               gsize            max_size);

/**
 * atlas_tile_cache_get_size:
 * @self: a cache
 *
 * Gets how much is kept.
 *
 * Returns: bytes of pictures
 */
gsize           atlas_tile_cache_get_size  (AtlasTileCache  *self);

/**
 * atlas_tile_cache_add:
 * @self: a cache
 * @id: which tile
 * @look: of which look
 * @picture: (transfer none): an image surface, which the cache references
 *
 * Keeps a tile, instead of one that it has already. Those that have not been used for longest make room.
 */
void            atlas_tile_cache_add       (AtlasTileCache  *self,
                                            AtlasTileId      id,
                                            guint            look,
                                            cairo_surface_t *picture);

/**
 * atlas_tile_cache_lookup:
 * @self: a cache
 * @id: which tile
 * @look: of which look
 *
 * Finds a tile, which counts as used then.
 *
 * Returns: (transfer none) (nullable): the tile, borrowed until a tile is added or dropped
 */
AtlasTile      *atlas_tile_cache_lookup    (AtlasTileCache  *self,
                                            AtlasTileId      id,
                                            guint            look);

void            atlas_tile_cache_use       (AtlasTileCache  *self,
                                            AtlasTile       *tile);

/**
 * atlas_tile_cache_drop:
 * @self: a cache
 * @look: a look
 *
 * Drops the tiles of looks before @look.
 */
void            atlas_tile_cache_drop      (AtlasTileCache  *self,
                                            guint            look);

/**
 * atlas_tile_cache_get_tiles:
 * @self: a cache
 *
 * Gets all that is kept.
 *
 * Returns: (transfer none): array of #AtlasTile pointers, in no order
 */
GPtrArray      *atlas_tile_cache_get_tiles (AtlasTileCache  *self);

/**
 * atlas_tile_get_node:
 * @self: a tile
 * @bounds: where it is drawn, px
 * @by_cairo: whether the window's renderer is cairo's, for which textures are slow
 *
 * Gets the node that draws a tile. It is kept as long as the tile is drawn the same way in the same place.
 *
 * Returns: (transfer none): the node
 */
GskRenderNode  *atlas_tile_get_node        (AtlasTile             *self,
                                            const graphene_rect_t *bounds,
                                            gboolean               by_cairo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTileCache, atlas_tile_cache_free)

G_END_DECLS
