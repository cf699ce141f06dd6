// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-halo.h"

#include <math.h>

/* Raises a row to what another, moved and weakened, holds. */
static void
raise_row (guint8 *restrict row,
           const guint8 *restrict other,
           int   width,
           guint weight)
{
  for (int x = 0; x < width; x++)
    {
      guint8 value = (guint8) (other[x] * weight >> 8);

      row[x] = MAX (row[x], value);
    }
}

static void
raise_image (guint8       *to,
             const guint8 *from,
             int           width,
             int           height,
             int           stride,
             int           dx,
             int           dy,
             guint         weight)
{
  int x0 = MAX (0, dx), x1 = MIN (width, width + dx);

  for (int y = MAX (0, dy); y < MIN (height, height + dy); y++)
    raise_row (to + y * stride + x0, from + (y - dy) * stride + x0 - dx, x1 - x0, weight);
}

/**
 * atlas_halo_create:
 * @mask: an A8 image
 * @radius: device pixels
 *
 * Widens a shape by a radius, with a soft edge.
 *
 * The same as stroking its outline, but many times as fast for text.
 *
 * Returns: (transfer full): an A8 image of the same size
 */
cairo_surface_t *
atlas_halo_create (cairo_surface_t *mask,
                   double           radius)
{
  int              width = cairo_image_surface_get_width (mask), height = cairo_image_surface_get_height (mask);
  int              reach = (int) ceil (radius);
  cairo_surface_t *halo = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);

  g_assert (cairo_image_surface_get_format (mask) == CAIRO_FORMAT_A8);

  cairo_surface_flush (mask);
  cairo_surface_flush (halo);
  for (int dy = -reach; dy <= reach; dy++)
    for (int dx = -reach; dx <= reach; dx++)
      {
        double weight = CLAMP (radius + 0.5 - hypot (dx, dy), 0, 1);

        if (weight > 0)
          raise_image (cairo_image_surface_get_data (halo), cairo_image_surface_get_data (mask), width, height,
                       cairo_image_surface_get_stride (mask), dx, dy, (guint) (weight * 256));
      }
  cairo_surface_mark_dirty (halo);

  return halo;
}
