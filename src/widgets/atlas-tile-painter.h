// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-palette.h"

#include <cairo.h>

G_BEGIN_DECLS

/* px that a tile is wide at its own zoom. */
#define ATLAS_TILE_SIZE 256

/**
 * AtlasTileId:
 * @zoom: 256 · 2^zoom px go round the world; it need not be whole
 * @x: column from 180° W
 * @y: row from the north
 *
 * A tile of the basemap.
 */
typedef struct
{
  double zoom;
  int    x;
  int    y;
} AtlasTileId;

static inline gboolean
atlas_tile_id_equal (AtlasTileId a,
                     AtlasTileId b)
{
  return a.zoom == b.zoom && a.x == b.x && a.y == b.y;
}

/* In the main thread. @picture: (transfer none): an opaque ARGB32 image of ATLAS_TILE_SIZE * scale device pixels. */
typedef void (*AtlasTileFunc) (AtlasTileId      id,
                               cairo_surface_t *picture,
                               gpointer         user_data);
/* In the main thread, after all tiles that were ready by then. */
typedef void (*AtlasTilesFunc) (gpointer user_data);

/**
 * AtlasTilePainter:
 *
 * Paints tiles of a basemap in threads. What it is to paint is a list that can be replaced at any time: what is no more on it
 * is not begun.
 */
typedef struct _AtlasTilePainter AtlasTilePainter;

AtlasTilePainter *atlas_tile_painter_new       (AtlasTileFunc       tile_func,
                                                AtlasTilesFunc      tiles_func,
                                                gpointer            user_data) G_GNUC_WARN_UNUSED_RESULT;
/* Nothing is told any more. A thread may take a while to let go of the basemap. */
void              atlas_tile_painter_free      (AtlasTilePainter   *self);

/**
 * atlas_tile_painter_set_look:
 * @self: a painter
 * @basemap: (nullable): what is painted; %NULL: nothing
 * @palette: the inks
 * @scale: device px a px
 *
 * Sets how tiles are painted. What was asked for before is neither painted nor told.
 */
void              atlas_tile_painter_set_look  (AtlasTilePainter   *self,
                                                AtlasBasemap       *basemap,
                                                AtlasPaletteId      palette,
                                                int                 scale);

/**
 * atlas_tile_painter_want:
 * @self: a painter
 * @ids: (array length=n_ids): the first is painted first; copied
 * @n_ids: how many
 *
 * Replaces what is to be painted. What is being painted already goes on, and is told.
 */
void              atlas_tile_painter_want      (AtlasTilePainter   *self,
                                                const AtlasTileId  *ids,
                                                guint               n_ids);

/**
 * atlas_tile_painter_set_modest:
 * @self: a painter
 * @modest: whether it leaves a processor to others
 *
 * Sets how many threads paint.
 */
void              atlas_tile_painter_set_modest (AtlasTilePainter  *self,
                                                 gboolean           modest);

/**
 * atlas_tile_painter_get_pending:
 * @self: a painter
 *
 * Gets how many tiles wait or are being painted.
 *
 * Returns: how many
 */
guint             atlas_tile_painter_get_pending (AtlasTilePainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTilePainter, atlas_tile_painter_free)

G_END_DECLS
