// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <glib.h>

/* Pictures in tests. To compare with those in tests/golden: golden.h. */

static inline const guint8 *
picture_pixel (cairo_surface_t *surface,
               int              x,
               int              y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
}

/* The mean difference of a colour between @a and @b moved by @dx, @dy px, over the px that both have; 0 is the same, 255 black and white. */
static inline double
picture_difference (cairo_surface_t *a,
                    cairo_surface_t *b,
                    int              dx,
                    int              dy,
                    int             *most) /* (nullable): the largest difference */
{
  int    width = cairo_image_surface_get_width (a);
  int    height = cairo_image_surface_get_height (a);
  double sum = 0;
  int    n = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  if (most != NULL)
    *most = 0;

  for (int y = MAX (dy, 0); y < MIN (height, height + dy); y++)
    for (int x = MAX (dx, 0); x < MIN (width, width + dx); x++)
      for (int channel = 0; channel < 4; channel++, n++)
        {
          int difference = ABS (picture_pixel (a, x, y)[channel] - picture_pixel (b, x - dx, y - dy)[channel]);

          sum += difference;
          if (most != NULL)
            *most = MAX (*most, difference);
        }

  return sum / MAX (n, 1);
}

/* How much ink there is in a picture: the mean of its alpha. */
static inline double
picture_ink (cairo_surface_t *surface)
{
  double sum = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      sum += picture_pixel (surface, x, y)[3];

  return sum / (cairo_image_surface_get_width (surface) * cairo_image_surface_get_height (surface));
}
