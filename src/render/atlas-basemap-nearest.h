// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-geometry.h"

G_BEGIN_DECLS

/* The town of the basemap that is nearest to a place. */
typedef struct
{
  const char *name;     /* the basemap's */
  const char *country;  /* the basemap's; "" where it is not said, as where it is contested */
  double      distance; /* metres */
  double      bearing;  /* from the town, degrees clockwise from north */
} AtlasBasemapTown;

/* @lonlat: degrees; @language: (nullable): as for the names on the map. FALSE: the basemap has no town. */
gboolean atlas_basemap_find_nearest_town (const AtlasBasemap *self,
                                          AtlasPoint          lonlat,
                                          const char         *language,
                                          AtlasBasemapTown   *out);

G_END_DECLS
