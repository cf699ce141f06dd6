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

/**
 * atlas_mercator_metres_per_px:
 * @latitude: degrees
 * @zoom: a zoom
 *
 * Measures what a px covers of the ground: the equator of WGS 84, shorter by the cosine of the latitude, over the world's px.
 *
 * Returns: metres
 */
double     atlas_mercator_metres_per_px (double   latitude,
                                         double   zoom);

/**
 * atlas_mercator_fit:
 * @box: a part of the unit Mercator square
 * @width: of the view, px
 * @height: of the view, px
 * @padding: px that are to be left on each side
 * @max_zoom: how close the map goes
 *
 * Finds how close to go to see all of a box.
 *
 * Returns: the zoom; @max_zoom for an empty box or a point
 */
double     atlas_mercator_fit           (AtlasBox box,
                                         double   width,
                                         double   height,
                                         double   padding,
                                         double   max_zoom);

G_END_DECLS
