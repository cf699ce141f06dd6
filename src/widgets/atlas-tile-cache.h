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

AtlasTileCache *atlas_tile_cache_new       (gsize            max_size) G_GNUC_WARN_UNUSED_RESULT; /* bytes */
void            atlas_tile_cache_free      (AtlasTileCache  *self);
void            atlas_tile_cache_set_max_size (AtlasTileCache *self,
                                               gsize            max_size);
gsize           atlas_tile_cache_get_size  (AtlasTileCache  *self);
void            atlas_tile_cache_add       (AtlasTileCache  *self,
                                            AtlasTileId      id,
                                            guint            look,
                                            cairo_surface_t *picture); /* (transfer none) */
/* (transfer none) (nullable): borrowed until a tile is added or dropped. It counts as used. */
AtlasTile      *atlas_tile_cache_lookup    (AtlasTileCache  *self,
                                            AtlasTileId      id,
                                            guint            look);
void            atlas_tile_cache_use       (AtlasTileCache  *self,
                                            AtlasTile       *tile);
/* Drops the tiles of looks before @look. */
void            atlas_tile_cache_drop      (AtlasTileCache  *self,
                                            guint            look);
/* (transfer none): array of AtlasTile pointers, in no order. */
GPtrArray      *atlas_tile_cache_get_tiles (AtlasTileCache  *self);

/* Where a tile is drawn, and how: @by_cairo says whether the window's renderer is cairo's, for which textures are slow. */
GskRenderNode  *atlas_tile_get_node        (AtlasTile             *self,
                                            const graphene_rect_t *bounds,
                                            gboolean               by_cairo); /* (transfer none) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTileCache, atlas_tile_cache_free)

G_END_DECLS
