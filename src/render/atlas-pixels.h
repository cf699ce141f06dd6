// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Loops over pixels, 0xAARRGGBB. */

/* Lays @over over @target as far as the alpha of @mask says. */
void atlas_pixels_lay     (guint32       *target,
                           const guint32 *over,
                           const guint32 *mask,
                           gsize          n_pixels);
/* Enlarges a picture to twice its size, straight between its pixels. @small has one more pixel than it needs on each side. */
void atlas_pixels_enlarge (const guint32 *small,
                           int            small_stride, /* pixels from row to row */
                           guint32       *large,
                           int            large_stride,
                           int            width,        /* of @large, even */
                           int            height);

G_END_DECLS
