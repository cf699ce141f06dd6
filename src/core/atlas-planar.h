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

double     atlas_planar_length    (const AtlasPoint *points,
                                   guint             n_points);
/* The point halfway along a line of at least one point. */
AtlasPoint atlas_planar_middle    (const AtlasPoint *points,
                                   guint             n_points);
/* The area of a ring, negative when it runs clockwise (y upwards), and its centroid, which is touched only when the area is not 0. */
double     atlas_planar_area      (const AtlasPoint *ring,
                                   guint             n_points,
                                   AtlasPoint       *centroid);
/* Even-odd: whether a ray from @point crosses the rings an odd number of times. @rings are a ring and its holes, in @points. */
gboolean   atlas_planar_is_inside (const AtlasPoint *points,
                                   const AtlasPart  *rings,
                                   guint             n_rings,
                                   AtlasPoint        point);
/* Appends to @xs (of double) where the rings cross the horizontal line at @y; an even number of times, in no order. */
void       atlas_planar_cross     (const AtlasPoint *points,
                                   const AtlasPart  *rings,
                                   guint             n_rings,
                                   double            y,
                                   GArray           *xs);
/* Sorts numbers (of double), the least first. */
void       atlas_planar_sort       (GArray           *numbers);

G_END_DECLS
