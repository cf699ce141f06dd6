// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session-state.h"
#include "atlas-tile-cache.h"

G_BEGIN_DECLS

/**
 * AtlasTileView:
 * @zoom: of the tiles
 * @world: the world's width, px
 * @x0: the left edge in the world, px
 * @y0: the upper edge
 * @x1: the right edge
 * @y1: the lower edge
 *
 * Where a view lies in the world.
 */
typedef struct
{
  double zoom;
  double world;
  double x0, y0, x1, y1;
} AtlasTileView;

/**
 * atlas_tile_view_from_camera:
 * @camera: where the map looks
 * @width: of the view, px
 * @height: of the view, px
 *
 * Gets where a view lies in the world of its own zoom.
 *
 * Returns: the view
 */
AtlasTileView atlas_tile_view_from_camera   (AtlasCamera     camera,
                                             double          width,
                                             double          height);

/**
 * atlas_tile_view_at_zoom:
 * @self: a view
 * @zoom: another zoom
 * @margin: px that are added on each side
 *
 * Gets what a level of another zoom shows of a view.
 *
 * Returns: the view of that level
 */
AtlasTileView atlas_tile_view_at_zoom       (AtlasTileView   self,
                                             double          zoom,
                                             double          margin);

/**
 * atlas_tile_view_add_missing:
 * @self: a view
 * @cache: what there is
 * @look: of which look
 * @ids: of #AtlasTileId
 *
 * Appends the view's tiles that are missing, the most central first.
 */
void          atlas_tile_view_add_missing   (AtlasTileView   self,
                                             AtlasTileCache *cache,
                                             guint           look,
                                             GArray         *ids);

/**
 * atlas_tile_view_add_overviews:
 * @self: a view
 * @cache: what there is
 * @look: of which look
 * @ids: of #AtlasTileId
 *
 * Appends the missing tiles of coarser levels round the view's middle: for where the next way leads over.
 */
void          atlas_tile_view_add_overviews (AtlasTileView   self,
                                             AtlasTileCache *cache,
                                             guint           look,
                                             GArray         *ids);

G_END_DECLS
