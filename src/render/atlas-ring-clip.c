// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-ring-clip.h"

#include <math.h>

#define ON_EDGE 1e-6

static const AtlasPoint *
get_side (const GArray *ring,
          guint         index)
{
  return &g_array_index (ring, AtlasPoint, index == 0 ? ring->len - 1 : index - 1);
}

/* Clips a ring at one line, x or y = @limit, keeping the side that @sign says (Sutherland and Hodgman). */
static void
clip_at (const GArray *ring,
         GArray       *kept,
         gboolean      vertical,
         double        limit,
         double        sign)
{
  g_array_set_size (kept, 0);
  for (guint i = 0; i < ring->len; i++)
    {
      AtlasPoint a = *get_side (ring, i);
      AtlasPoint b = g_array_index (ring, AtlasPoint, i);
      double     da = ((vertical ? a.x : a.y) - limit) * sign;
      double     db = ((vertical ? b.x : b.y) - limit) * sign;

      if ((da < 0) != (db < 0))
        {
          double     t = da / (da - db);
          AtlasPoint cut = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };

          if (vertical)
            cut.x = limit;
          else
            cut.y = limit;
          g_array_append_val (kept, cut);
        }
      if (db >= 0)
        g_array_append_val (kept, b);
    }
}

static gboolean
is_on_border (const GArray *ring,
              AtlasBox      window)
{
  for (guint i = 0; i < ring->len; i++)
    {
      AtlasPoint p = g_array_index (ring, AtlasPoint, i);

      if (fabs (p.x - window.x0) > ON_EDGE && fabs (p.x - window.x1) > ON_EDGE &&
          fabs (p.y - window.y0) > ON_EDGE && fabs (p.y - window.y1) > ON_EDGE)
        return FALSE;
    }

  return TRUE;
}

static double
get_area (const GArray *ring)
{
  double twice = 0;

  for (guint i = 0; i < ring->len; i++)
    {
      AtlasPoint a = *get_side (ring, i);
      AtlasPoint b = g_array_index (ring, AtlasPoint, i);

      twice += a.x * b.y - b.x * a.y;
    }

  return fabs (twice / 2);
}

/**
 * atlas_ring_clip:
 * @points: (inout): an open ring of #AtlasPoint
 * @scratch: (inout): an array of #AtlasPoint that is overwritten
 * @window: what to keep
 *
 * Cuts a ring at a window.
 *
 * What is left may run along the window's border.
 *
 * Returns: %ATLAS_COVER_SOME if the ring crosses the window; else whether the window lies in it or not, and @points is of no use
 */
AtlasCover
atlas_ring_clip (GArray  *points,
                 GArray  *scratch,
                 AtlasBox window)
{
  clip_at (points, scratch, TRUE, window.x0, 1);
  clip_at (scratch, points, TRUE, window.x1, -1);
  clip_at (points, scratch, FALSE, window.y0, 1);
  clip_at (scratch, points, FALSE, window.y1, -1);

  if (!is_on_border (points, window))
    return ATLAS_COVER_SOME;

  return get_area (points) > (window.x1 - window.x0) * (window.y1 - window.y0) / 2 ? ATLAS_COVER_ALL : ATLAS_COVER_NONE;
}
