// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/* Positions in degrees on WGS 84. */

/* Geodesic distance in metres (Vincenty's inverse formula, 1975; for nearly antipodal points, where that does not converge, the great circle). */
double     atlas_geodesy_distance    (AtlasPoint from,
                                      AtlasPoint to);
/* First bearing of the great circle, degrees clockwise from north, 0 ≤ bearing < 360. */
double     atlas_geodesy_bearing     (AtlasPoint from,
                                      AtlasPoint to);
/* The point @fraction (0..1) of the way along the great circle. */
AtlasPoint atlas_geodesy_interpolate (AtlasPoint from,
                                      AtlasPoint to,
                                      double     fraction);
/* The point @distance metres from @from on @bearing degrees, on the sphere of the mean radius 6 371 008.8 m. */
AtlasPoint atlas_geodesy_destination (AtlasPoint from,
                                      double     bearing,
                                      double     distance);

G_END_DECLS
