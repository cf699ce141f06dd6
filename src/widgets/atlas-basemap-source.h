// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* The zooms of the basemap. Finer ones would show the same bigger, coarser ones the world twice. */
#define ATLAS_BASEMAP_MIN_ZOOM 3
#define ATLAS_BASEMAP_MAX_ZOOM 12

/**
 * AtlasBasemapSource:
 *
 * What a viewport asks of the basemap: its projection, the size of its tiles and its zooms. [class@TileLayer] draws it.
 */
#define ATLAS_TYPE_BASEMAP_SOURCE (atlas_basemap_source_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBasemapSource, atlas_basemap_source, ATLAS, BASEMAP_SOURCE, ShumateMapSource)

AtlasBasemapSource *atlas_basemap_source_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
