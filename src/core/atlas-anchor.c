// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-anchor.h"

#include "atlas-planar.h"

#include <math.h>

/* Heights within the ring's box to cut at when its centroid does not do. */
static const double cuts[] = { 0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875 };

static AtlasPoint
find_widest_inside (const AtlasPoint *points,
                    const AtlasPart  *rings,
                    guint             n_rings)
{
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));
  AtlasPoint widest = points[rings[0].begin];
  double     width = 0.0;
  AtlasBox   box = ATLAS_BOX_EMPTY;

  for (guint i = rings[0].begin; i < rings[0].end; i++)
    box = atlas_box_add_point (box, points[i]);

  for (guint c = 0; c < G_N_ELEMENTS (cuts); c++)
    {
      double y = box.y0 + cuts[c] * (box.y1 - box.y0);

      g_array_set_size (xs, 0);
      atlas_planar_cross (points, rings, n_rings, y, xs);
      atlas_planar_sort (xs);

      for (guint i = 1; i < xs->len; i += 2)
        {
          double left = g_array_index (xs, double, i - 1);
          double right = g_array_index (xs, double, i);

          if (right - left <= width)
            continue;
          width = right - left;
          widest = (AtlasPoint){ (left + right) / 2.0, y };
        }
    }

  return widest;
}

static AtlasPoint
find_in_rings (const AtlasPoint *points,
               const AtlasPart  *rings,
               guint             n_rings)
{
  AtlasPoint centroid = { NAN, NAN };

  atlas_planar_area (points + rings[0].begin, rings[0].end - rings[0].begin, &centroid);
  if (atlas_planar_is_inside (points, rings, n_rings, centroid)) /* not so for NAN */
    return centroid;

  return find_widest_inside (points, rings, n_rings);
}

static AtlasPoint
find_in_points (const AtlasPoint *points,
                const AtlasPart  *parts,
                guint             n_parts)
{
  AtlasPoint mean = { 0.0, 0.0 };
  AtlasPoint nearest = { NAN, NAN };
  double     least = G_MAXDOUBLE;
  guint      n = 0;

  for (guint p = 0; p < n_parts; p++)
    for (guint i = parts[p].begin; i < parts[p].end; i++)
      {
        n++; /* a running mean: no sum to outgrow the positions */
        mean.x += (points[i].x - mean.x) / n;
        mean.y += (points[i].y - mean.y) / n;
      }

  for (guint p = 0; p < n_parts; p++)
    for (guint i = parts[p].begin; i < parts[p].end; i++)
      {
        double d = atlas_planar_squared_distance (mean, points[i]);

        if (d >= least)
          continue;
        least = d;
        nearest = points[i];
      }

  return nearest;
}

/* How much @part counts against others of its kind; -1 when it is of another. */
static double
measure (const AtlasPoint *points,
         const AtlasPart  *part,
         AtlasPartKind     kind)
{
  AtlasPoint centroid;

  if (part->kind != kind || part->begin == part->end)
    return -1.0;

  if (kind == ATLAS_PART_RING)
    return fabs (atlas_planar_area (points + part->begin, part->end - part->begin, &centroid));

  return atlas_planar_length (points + part->begin, part->end - part->begin);
}

static const AtlasPart *
find_largest (const AtlasPoint *points,
              const AtlasPart  *parts,
              guint             n_parts,
              AtlasPartKind     kind)
{
  const AtlasPart *largest = NULL;
  double           most = -1.0;

  for (guint p = 0; p < n_parts; p++)
    {
      double size = measure (points, &parts[p], kind);

      if (size <= most)
        continue;
      most = size;
      largest = &parts[p];
    }

  return largest;
}

AtlasPoint
atlas_anchor_find (const AtlasPoint *points,
                   const AtlasPart  *parts,
                   guint             n_parts)
{
  const AtlasPart *ring = find_largest (points, parts, n_parts, ATLAS_PART_RING);
  const AtlasPart *line = NULL;

  if (ring != NULL)
    {
      guint n_rings = 1;

      while (ring + n_rings < parts + n_parts && ring[n_rings].kind == ATLAS_PART_HOLE)
        n_rings++;

      return find_in_rings (points, ring, n_rings);
    }

  line = find_largest (points, parts, n_parts, ATLAS_PART_LINE);
  if (line != NULL)
    return atlas_planar_middle (points + line->begin, line->end - line->begin);

  return find_in_points (points, parts, n_parts);
}
