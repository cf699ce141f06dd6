// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/* Positions in degrees on WGS 84. */

/**
 * atlas_geodesy_distance:
 * @from: degrees
 * @to: degrees
 *
 * Measures the geodesic on the ellipsoid by Vincenty's inverse formula (Survey Review XXIII, 1975); for nearly antipodal points, where that
 * does not converge, the great circle.
 *
 * Returns: metres
 */
double     atlas_geodesy_distance    (AtlasPoint from,
                                      AtlasPoint to);

/**
 * atlas_geodesy_bearing:
 * @from: degrees
 * @to: degrees
 *
 * Finds in which direction the great circle begins.
 *
 * Returns: degrees clockwise from north, 0 ≤ bearing < 360
 */
double     atlas_geodesy_bearing     (AtlasPoint from,
                                      AtlasPoint to);

/**
 * atlas_geodesy_interpolate:
 * @from: degrees
 * @to: degrees
 * @fraction: of the way, 0..1
 *
 * Finds a point along the great circle.
 *
 * Returns: degrees
 */
AtlasPoint atlas_geodesy_interpolate (AtlasPoint from,
                                      AtlasPoint to,
                                      double     fraction);

/**
 * atlas_geodesy_destination:
 * @from: degrees
 * @bearing: degrees clockwise from north
 * @distance: metres
 *
 * Finds where one comes along a great circle, on the sphere of the mean radius 6 371 008.8 m.
 *
 * Returns: degrees
 */
AtlasPoint atlas_geodesy_destination (AtlasPoint from,
                                      double     bearing,
                                      double     distance);

G_END_DECLS
