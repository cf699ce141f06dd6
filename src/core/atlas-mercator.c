// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-mercator.h"

/* Metres around the WGS 84 equator. */
#define EQUATOR 40075016.68557849

double
atlas_mercator_metres_per_px (double latitude,
                              double zoom)
{
  return EQUATOR * cos (latitude * (G_PI / 180.0)) / atlas_mercator_world_size (zoom);
}

double
atlas_mercator_fit (AtlasBox box,
                    double   width,
                    double   height,
                    double   padding,
                    double   max_zoom)
{
  double inner_width = MAX (width - 2.0 * padding, 1.0);
  double inner_height = MAX (height - 2.0 * padding, 1.0);
  double across = 0.0;

  if (atlas_box_is_empty (box))
    return max_zoom;

  /* The part of the world that one px must cover at least. */
  across = MAX ((box.x1 - box.x0) / inner_width, (box.y1 - box.y0) / inner_height);
  if (!(across > 0.0)) /* a point fits at any zoom */
    return max_zoom;

  return MIN (max_zoom, -log2 (across * ATLAS_MERCATOR_TILE_SIZE));
}
