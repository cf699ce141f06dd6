// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-stroke.h"

#include "atlas-planar.h"

#include <math.h>

#define MAX_STROKES 2000 /* of one hatch: an area seen from very near is as large as a country in px */

/* Where the line through @across, along the hatch, crosses the rings. */
static void
cross_rings (const AtlasMapPath *path,
             double              dx,
             double              dy,
             double              across,
             GArray             *crossings)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) path->points->data;
  guint             begin = 0;

  g_array_set_size (crossings, 0);
  for (guint i = 0; i < path->ends->len; i++)
    {
      guint      end = g_array_index (path->ends, guint, i);
      AtlasPoint a = points[end - 1];

      for (guint k = begin; k < end; k++)
        {
          AtlasPoint b = points[k];
          double     va = -a.x * dy + a.y * dx - across;
          double     vb = -b.x * dy + b.y * dx - across;

          if ((va < 0) != (vb < 0))
            {
              double t = va / (va - vb);
              double along = (a.x + (b.x - a.x) * t) * dx + (a.y + (b.y - a.y) * t) * dy;

              g_array_append_val (crossings, along);
            }
          a = b;
        }
      begin = end;
    }
  atlas_planar_sort (crossings);
}

static void
add_stroke (AtlasMapPath *strokes,
            double        dx,
            double        dy,
            double        across,
            double        from,
            double        to)
{
  atlas_map_path_add_point (strokes, from * dx - across * dy, from * dy + across * dx);
  atlas_map_path_add_point (strokes, to * dx - across * dy, to * dy + across * dx);
  atlas_map_path_end_run (strokes);
}

static void
clip_range (AtlasBox clip,
            double   dx,
            double   dy,
            double  *low,
            double  *high)
{
  double clip_low = G_MAXDOUBLE;
  double clip_high = -G_MAXDOUBLE;

  for (int corner = 0; corner < 4; corner++)
    {
      double across = -(corner & 1 ? clip.x1 : clip.x0) * dy + (corner & 2 ? clip.y1 : clip.y0) * dx;

      clip_low = MIN (clip_low, across);
      clip_high = MAX (clip_high, across);
    }
  *low = MAX (*low, clip_low);
  *high = MIN (*high, clip_high);
}

/* Cuts each stroke where it crosses a ring, so neither a clip nor a bitmap is needed: crisp at any scale and in print. */
void
atlas_map_hatch (const AtlasMapPath *path,
                 double              angle,
                 double              spacing,
                 double              x0,
                 double              y0,
                 double              reach,
                 AtlasMapPath       *strokes)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) path->points->data;
  double            dx = cos (angle);
  double            dy = sin (angle);
  double            low = G_MAXDOUBLE;
  double            high = -G_MAXDOUBLE;
  double            origin = -x0 * dy + y0 * dx;
  double            first;

  for (guint i = 0; i < path->points->len; i++)
    {
      double across = -points[i].x * dy + points[i].y * dx;

      low = MIN (low, across);
      high = MAX (high, across);
    }
  /* No farther than what is seen. */
  clip_range (path->clip, dx, dy, &low, &high);
  if (low > high || (high - low) / spacing > MAX_STROKES)
    return;

  first = origin + ceil ((low - origin) / spacing) * spacing;
  for (double across = first; across < high; across += spacing)
    {
      cross_rings (path, dx, dy, across, crossings);
      for (guint i = 0; i + 1 < crossings->len; i += 2)
        {
          double from = g_array_index (crossings, double, i);
          double to = g_array_index (crossings, double, i + 1);

          if (to - from > 2.2 * reach)
            {
              add_stroke (strokes, dx, dy, across, from, from + reach);
              from = to - reach;
            }
          add_stroke (strokes, dx, dy, across, from, to);
        }
    }
}
