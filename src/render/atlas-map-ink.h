// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-raster.h"

G_BEGIN_DECLS

/**
 * atlas_map_ink_stroke:
 * @cr: a context
 * @raster: (nullable): a buffer; %NULL: it is left to cairo
 *
 * Strokes the path as cairo_stroke() does, unbroken and with bevelled or round joins, but on a picture in px much quicker. A target that is
 * no picture, a turned matrix, a pattern or a clip of another shape than a box is left to cairo.
 */
void atlas_map_ink_stroke (cairo_t        *cr,
                           AtlasMapRaster *raster);

/**
 * atlas_map_ink_fill:
 * @cr: a context
 * @raster: (nullable): a buffer; %NULL: it is left to cairo
 *
 * Fills the path as cairo_fill() does, quicker where atlas_map_ink_stroke() is.
 */
void atlas_map_ink_fill   (cairo_t        *cr,
                           AtlasMapRaster *raster);

G_END_DECLS
