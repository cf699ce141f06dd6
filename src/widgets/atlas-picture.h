// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a texture of a finished picture, which it keeps. Any thread.
 * @surface: (transfer full): ARGB32; its device scale is dropped */
GdkTexture *atlas_picture_new_take (cairo_surface_t       *surface) G_GNUC_WARN_UNUSED_RESULT;

/* Draws a texture of atlas_picture_new_take() into @bounds. Where GTK paints through cairo it would convert every px of a texture by
 * way of floating point in every frame, so there the picture itself is painted. */
void        atlas_picture_append   (GdkTexture            *texture,
                                    GtkSnapshot           *snapshot,
                                    const graphene_rect_t *bounds);

G_END_DECLS
