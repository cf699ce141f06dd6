// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-source.h"

#include "atlas-tile-painter.h"

struct _AtlasBasemapSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasBasemapSource, atlas_basemap_source, SHUMATE_TYPE_MAP_SOURCE)

static void
atlas_basemap_source_class_init (AtlasBasemapSourceClass *klass)
{
}

static void
atlas_basemap_source_init (AtlasBasemapSource *self)
{
}

AtlasBasemapSource *
atlas_basemap_source_new (void)
{
  return g_object_new (ATLAS_TYPE_BASEMAP_SOURCE,
                       "id", "atlas-basemap",
                       "min-zoom-level", ATLAS_BASEMAP_MIN_ZOOM,
                       "max-zoom-level", ATLAS_BASEMAP_MAX_ZOOM,
                       "tile-size", ATLAS_TILE_SIZE,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
}
