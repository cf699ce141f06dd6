// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-palette.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Land, water and borders without names (for those see atlas-label-placer.h). Pure functions of their arguments: any number
 * of threads may paint at once, each into a surface of its own. */
void atlas_basemap_paint_tile (const AtlasBasemap *basemap,
                               const AtlasPalette *palette,
                               int                 zoom,    /* 2^zoom tiles go round the world */
                               int                 x,
                               int                 y,
                               int                 size,    /* logical pixels */
                               double              scale,   /* device pixels a logical pixel */
                               cairo_surface_t    *target); /* an image of size * scale device pixels */
void atlas_basemap_paint_view (const AtlasBasemap *basemap,
                               const AtlasPalette *palette,
                               double              x,       /* the north-west corner on the Mercator square */
                               double              y,
                               double              zoom,    /* 256 * 2^zoom logical pixels go round the world */
                               double              scale,
                               cairo_surface_t    *target);
void atlas_basemap_paint_paper (const AtlasBasemap *basemap,
                                const AtlasPalette *palette,
                                cairo_t            *cr,
                                double              x,      /* the north-west corner on the Mercator square */
                                double              y,
                                double              zoom,
                                double              width,  /* px */
                                double              height);

G_END_DECLS
