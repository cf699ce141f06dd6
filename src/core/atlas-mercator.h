// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

#include <math.h>

G_BEGIN_DECLS

/* Web Mercator (EPSG:3857) on the unit square: x 0 at 180° W and 1 at 180° E, y 0 at 85.0511° N and 1 at 85.0511° S.
 * At zoom z (which may be fractional) the world is 256 · 2^z px wide. */
#define ATLAS_MERCATOR_MAX_LATITUDE 85.05112877980659
#define ATLAS_MERCATOR_TILE_SIZE 256.0

static inline AtlasPoint
atlas_mercator_project (double longitude,
                        double latitude)
{
  double phi = CLAMP (latitude, -ATLAS_MERCATOR_MAX_LATITUDE, ATLAS_MERCATOR_MAX_LATITUDE) * (G_PI / 180.0);

  return (AtlasPoint){ (longitude + 180.0) / 360.0, 0.5 - asinh (tan (phi)) / (2.0 * G_PI) };
}

static inline AtlasPoint /* x longitude, y latitude, in degrees */
atlas_mercator_unproject (AtlasPoint point)
{
  return (AtlasPoint){ point.x * 360.0 - 180.0, atan (sinh (G_PI * (1.0 - 2.0 * point.y))) * (180.0 / G_PI) };
}

/* px that the world is wide at @zoom. */
static inline double
atlas_mercator_world_size (double zoom)
{
  return ATLAS_MERCATOR_TILE_SIZE * exp2 (zoom);
}

/* Metres on the ground that one px covers at @latitude (degrees) and @zoom; WGS 84 equator. */
double     atlas_mercator_metres_per_px (double   latitude,
                                         double   zoom);
/* The zoom, at most @max_zoom, at which @box (unit Mercator) and @padding px on each side fit into @width × @height px. */
double     atlas_mercator_fit           (AtlasBox box,
                                         double   width,
                                         double   height,
                                         double   padding,
                                         double   max_zoom);

G_END_DECLS
