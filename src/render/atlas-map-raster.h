// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A buffer in which the area that shapes cover of every px is summed, exactly: many fine strokes cost a fraction of what cairo
 * takes for them. Kept from shape to shape; sizes are px of a picture. */
typedef struct _AtlasMapRaster AtlasMapRaster;

AtlasMapRaster *atlas_map_raster_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_map_raster_free     (AtlasMapRaster              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapRaster, atlas_map_raster_free)

/**
 * atlas_map_raster_begin:
 * @self: the buffer
 * @box: px of the picture
 *
 * Begins a shape, of which only what is inside @box counts.
 */
void            atlas_map_raster_begin    (AtlasMapRaster              *self,
                                           const cairo_rectangle_int_t *box);

/**
 * atlas_map_raster_add_edge:
 * @self: the buffer
 * @x0: where it begins, px
 * @y0: where it begins, px
 * @x1: where it ends, px
 * @y1: where it ends, px
 *
 * Adds a side of a ring; all sides of a ring must be added. What turns the same way unites, however often it overlaps.
 */
void            atlas_map_raster_add_edge (AtlasMapRaster              *self,
                                           double                       x0,
                                           double                       y0,
                                           double                       x1,
                                           double                       y1);

/**
 * atlas_map_raster_end:
 * @self: the buffer
 * @pixels: premultiplied, of a picture that holds all of the box
 * @stride: bytes
 * @ink: premultiplied
 * @even_odd: whether what is covered twice is open
 *
 * Lays @ink over the pixels as far as the shape covers them, and forgets the shape.
 */
void            atlas_map_raster_end      (AtlasMapRaster              *self,
                                           guchar                      *pixels,
                                           int                          stride,
                                           guint32                      ink,
                                           gboolean                     even_odd);

G_END_DECLS
