// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTilePaintable:
 *
 * A tile's picture that reaches a little over its edges.
 *
 * Where a tile is scaled, its edge pixels blend with what lies behind; drawn over each other's edges, tiles show no seams.
 */
#define ATLAS_TYPE_TILE_PAINTABLE (atlas_tile_paintable_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTilePaintable, atlas_tile_paintable, ATLAS, TILE_PAINTABLE, GObject)

/* @gutter: device pixels of @texture that lie outside the tile, on each side */
GdkPaintable *atlas_tile_paintable_new (GdkTexture *texture,
                                        int         gutter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
