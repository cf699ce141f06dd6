// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-geometry.h"
#include "atlas-palette.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* The zooms of the basemap. Finer ones would show the same bigger, coarser ones the world twice. */
#define ATLAS_BASEMAP_MIN_ZOOM 3
#define ATLAS_BASEMAP_MAX_ZOOM 12

/**
 * AtlasBasemapSource:
 *
 * Paints the tiles of the basemap in threads, without names.
 *
 * A tile is 256 px wide and painted with more device pixels than a screen of its scale shows, so that it stays crisp up
 * to the next zoom.
 */
#define ATLAS_TYPE_BASEMAP_SOURCE (atlas_basemap_source_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBasemapSource, atlas_basemap_source, ATLAS, BASEMAP_SOURCE, ShumateMapSource)

AtlasBasemapSource *atlas_basemap_source_new       (AtlasBasemap       *basemap, /* (nullable): none: the tiles are bare */
                                                    AtlasPaletteId      palette,
                                                    int                 scale_factor) G_GNUC_WARN_UNUSED_RESULT;
/* Where one looks, unit Mercator: of the tiles that wait, the nearest is painted first. */
void                atlas_basemap_source_set_focus (AtlasBasemapSource *self,
                                                    AtlasPoint          focus);

G_END_DECLS
