// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-planar.h"

double
atlas_planar_length (const AtlasPoint *points,
                     guint             n_points)
{
  double length = 0.0;

  for (guint i = 1; i < n_points; i++)
    length += atlas_planar_distance (points[i - 1], points[i]);

  return length;
}

AtlasPoint
atlas_planar_middle (const AtlasPoint *points,
                     guint             n_points)
{
  double left = atlas_planar_length (points, n_points) / 2.0;

  g_return_val_if_fail (n_points > 0, ((AtlasPoint){ NAN, NAN }));

  for (guint i = 1; i < n_points; i++)
    {
      double step = atlas_planar_distance (points[i - 1], points[i]);

      if (step > 0.0 && step >= left)
        return (AtlasPoint){ points[i - 1].x + (points[i].x - points[i - 1].x) * (left / step),
                             points[i - 1].y + (points[i].y - points[i - 1].y) * (left / step) };
      left -= step;
    }

  return points[n_points - 1]; /* no length at all, or lost in rounding */
}

double
atlas_planar_area (const AtlasPoint *ring,
                   guint             n_points,
                   AtlasPoint       *centroid)
{
  double twice = 0.0;
  double sum_x = 0.0;
  double sum_y = 0.0;

  /* Relative to the first point: a small ring far from the origin would lose its digits. */
  for (guint i = 1; i < n_points; i++)
    {
      double ax = ring[i - 1].x - ring[0].x;
      double ay = ring[i - 1].y - ring[0].y;
      double bx = ring[i].x - ring[0].x;
      double by = ring[i].y - ring[0].y;
      double cross = ax * by - bx * ay;

      twice += cross;
      sum_x += (ax + bx) * cross;
      sum_y += (ay + by) * cross;
    }

  if (fabs (twice) > 0.0)
    *centroid = (AtlasPoint){ ring[0].x + sum_x / (3.0 * twice), ring[0].y + sum_y / (3.0 * twice) };

  return twice / 2.0;
}

/* Does the edge a-b cross the horizontal line at y? Its upper end belongs to it and its lower does not, so that a line
 * through a vertex is crossed once, not twice. */
static inline gboolean
edge_crosses (AtlasPoint a,
              AtlasPoint b,
              double     y,
              double    *x)
{
  if ((a.y > y) == (b.y > y))
    return FALSE;

  *x = a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y);

  return TRUE;
}

gboolean
atlas_planar_is_inside (const AtlasPoint *points,
                        const AtlasPart  *rings,
                        guint             n_rings,
                        AtlasPoint        point)
{
  gboolean inside = FALSE;
  double   x = 0.0;

  for (guint r = 0; r < n_rings; r++)
    for (guint i = rings[r].begin + 1; i < rings[r].end; i++)
      if (edge_crosses (points[i - 1], points[i], point.y, &x) && point.x < x)
        inside = !inside;

  return inside;
}

void
atlas_planar_cross (const AtlasPoint *points,
                    const AtlasPart  *rings,
                    guint             n_rings,
                    double            y,
                    GArray           *xs)
{
  double x = 0.0;

  for (guint r = 0; r < n_rings; r++)
    for (guint i = rings[r].begin + 1; i < rings[r].end; i++)
      if (edge_crosses (points[i - 1], points[i], y, &x))
        g_array_append_val (xs, x);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

void
atlas_planar_sort (GArray *numbers)
{
  g_array_sort (numbers, compare_doubles);
}
