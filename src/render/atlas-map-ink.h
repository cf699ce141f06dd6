// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-raster.h"

G_BEGIN_DECLS

/* As cairo_stroke(), unbroken and with bevelled or round joins, and cairo_fill(); on a picture in px much quicker.
 * @raster: (nullable): %NULL: leave it to cairo. So does a target that is no picture, a turned matrix, a pattern or a clip of another shape. */
void atlas_map_ink_stroke (cairo_t        *cr,
                           AtlasMapRaster *raster);
void atlas_map_ink_fill   (cairo_t        *cr,
                           AtlasMapRaster *raster);

G_END_DECLS
