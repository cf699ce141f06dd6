// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-pixels.h"

/* Red and blue, and the others, are reckoned two at a time: each has a byte of room above it. */
#define PAIR 0x00ff00ffu

void
atlas_pixels_lay (guint32 *restrict target,
                  const guint32 *restrict over,
                  const guint32 *restrict mask,
                  gsize n_pixels)
{
  for (gsize i = 0; i < n_pixels; i++)
    {
      guint32 alpha = mask[i] >> 24;
      guint32 part = alpha + (alpha >> 7); /* of 256 */
      guint32 rest = 256 - part;
      guint32 odd = ((target[i] & PAIR) * rest + (over[i] & PAIR) * part + 0x00800080u) >> 8 & PAIR;
      guint32 even = ((target[i] >> 8 & PAIR) * rest + (over[i] >> 8 & PAIR) * part + 0x00800080u) & ~PAIR;

      target[i] = odd | even;
    }
}

/* Three parts of @near and one of @far. */
static inline guint32
mix (guint32 near,
     guint32 far)
{
  guint32 odd = ((near & PAIR) * 3 + (far & PAIR) + 0x00020002u) >> 2 & PAIR;
  guint32 even = (((near >> 8 & PAIR) * 3 + (far >> 8 & PAIR) + 0x00020002u) >> 2 & PAIR) << 8;

  return odd | even;
}

void
atlas_pixels_enlarge (const guint32 *small,
                      int            small_stride,
                      guint32       *large,
                      int            large_stride,
                      int            width,
                      int            height)
{
  int                 n = width / 2 + 2;
  g_autofree guint32 *row = g_new (guint32, n);

  for (int y = 0; y < height; y++)
    {
      const guint32 *restrict near = small + (gsize) (y / 2 + 1) * (gsize) small_stride;
      const guint32 *restrict far = y % 2 == 0 ? near - small_stride : near + small_stride;
      guint32 *restrict mixed = row;
      guint32 *restrict out = large + (gsize) y * (gsize) large_stride;

      for (int i = 0; i < n; i++)
        mixed[i] = mix (near[i], far[i]);
      for (int i = 0; i < width / 2; i++)
        {
          out[2 * i] = mix (mixed[i + 1], mixed[i]);
          out[2 * i + 1] = mix (mixed[i + 1], mixed[i + 2]);
        }
    }
}
