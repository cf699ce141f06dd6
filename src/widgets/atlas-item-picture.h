// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasItemPicture:
 *
 * The items as they were painted last. While the map is only panned, or more or less of it is seen, the picture moves;
 * it is painted anew when the scene or the zoom is another, or when the view has left it. On a way from view to view it grows
 * and shrinks with the map, and is painted anew now and then.
 */
typedef struct
{
  cairo_surface_t *surface; /* NULL: nothing is painted yet */
  AtlasMapFrame    frame;   /* its own: as large as the picture */
  guint64          serial;  /* of the scene */
  int              scale;
  gint64           time;    /* when it was painted, µs */
} AtlasItemPicture;

/* Lets go of what is painted. */
void     atlas_item_picture_clear    (AtlasItemPicture       *self);

/**
 * atlas_item_picture_draw:
 * @self: what was painted last
 * @cr: a context in px
 * @scene: what is shown
 * @frame: where the map looks
 * @scale: of the screen, device px a px
 * @on_way: whether the map is on its way to another view
 *
 * Draws what a frame sees, at 0, 0. What is beyond the frame is for the caller to clip.
 */
void     atlas_item_picture_draw     (AtlasItemPicture       *self,
                                      cairo_t                *cr,
                                      AtlasMapScene          *scene,
                                      const AtlasMapFrame    *frame,
                                      int                     scale,
                                      gboolean                on_way);

G_END_DECLS
