// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap-path.h"
#include "atlas-palette.h"

G_BEGIN_DECLS

/* The lines of the basemap as they are seen in a window, each layer in its inks. */
void atlas_basemap_paint_rivers    (AtlasBasemapSight  *sight,
                                    const AtlasPalette *palette);
void atlas_basemap_paint_provinces (AtlasBasemapSight  *sight,
                                    const AtlasPalette *palette);
void atlas_basemap_paint_borders   (AtlasBasemapSight  *sight,
                                    const AtlasPalette *palette);

G_END_DECLS
