// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

#include <math.h>

G_BEGIN_DECLS

/* Plane geometry over runs of points, in whatever units they have. A ring repeats its first point at its end. */

/* The point of the segment @a to @b that is nearest to @point. */
static inline AtlasPoint
atlas_planar_nearest (AtlasPoint a,
                      AtlasPoint b,
                      AtlasPoint point)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double squared = dx * dx + dy * dy;
  double along = squared > 0.0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared : 0.0;

  if (along <= 0.0)
    return a;
  if (along >= 1.0)
    return b;

  return (AtlasPoint){ a.x + along * dx, a.y + along * dy };
}

static inline double
atlas_planar_squared_distance (AtlasPoint a,
                               AtlasPoint b)
{
  return (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
}

/* As hypot(), which takes care of overflow and several times as long. */
static inline double
atlas_planar_distance (AtlasPoint a,
                       AtlasPoint b)
{
  return sqrt (atlas_planar_squared_distance (a, b));
}

/**
 * atlas_planar_length:
 * @points: (array length=n_points): a line
 * @n_points: how many
 *
 * Measures a line.
 *
 * Returns: its length, in the points' unit
 */
double     atlas_planar_length    (const AtlasPoint *points,
                                   guint             n_points);

/**
 * atlas_planar_middle:
 * @points: (array length=n_points): a line
 * @n_points: one or more
 *
 * Finds the point halfway along a line.
 *
 * Returns: the point
 */
AtlasPoint atlas_planar_middle    (const AtlasPoint *points,
                                   guint             n_points);

/**
 * atlas_planar_area:
 * @ring: (array length=n_points): a ring
 * @n_points: how many
 * @centroid: (out): its centroid, which is touched only when the area is not 0
 *
 * Measures the area of a ring by the shoelace formula.
 *
 * Returns: the area, negative when the ring runs clockwise (y upwards)
 */
double     atlas_planar_area      (const AtlasPoint *ring,
                                   guint             n_points,
                                   AtlasPoint       *centroid);

/**
 * atlas_planar_is_inside:
 * @points: what @rings are in
 * @rings: (array length=n_rings): a ring and its holes
 * @n_rings: how many
 * @point: a point
 *
 * Looks whether a ray from a point crosses rings an odd number of times (even-odd).
 *
 * Returns: %TRUE if the point is inside
 */
gboolean   atlas_planar_is_inside (const AtlasPoint *points,
                                   const AtlasPart  *rings,
                                   guint             n_rings,
                                   AtlasPoint        point);

/**
 * atlas_planar_cross:
 * @points: what @rings are in
 * @rings: (array length=n_rings): a ring and its holes
 * @n_rings: how many
 * @y: a horizontal line
 * @xs: (element-type double): what the places are appended to
 *
 * Finds where rings cross a horizontal line: an even number of times, in no order.
 */
void       atlas_planar_cross     (const AtlasPoint *points,
                                   const AtlasPart  *rings,
                                   guint             n_rings,
                                   double            y,
                                   GArray           *xs);

/**
 * atlas_planar_sort:
 * @numbers: (element-type double): sorted in place
 *
 * Sorts numbers, the least first.
 */
void       atlas_planar_sort       (GArray           *numbers);

G_END_DECLS
