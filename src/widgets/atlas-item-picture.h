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
  GBytes          *ink;     /* (nullable): of one for flights, which blocks have any, row by row */
} AtlasItemPicture;

/* How the map moves. */
typedef enum
{
  ATLAS_ITEM_AT_REST,
  ATLAS_ITEM_ON_WAY, /* pictures are painted now and then */
  ATLAS_ITEM_IN_FLIGHT, /* they are painted ahead, by somebody else */
} AtlasItemMotion;

/* Lets go of what is painted. */
void     atlas_item_picture_clear    (AtlasItemPicture       *self);

/**
 * atlas_item_picture_draw:
 * @self: what was painted last
 * @cr: a context in px
 * @scene: what is shown
 * @frame: where the map looks
 * @scale: of the screen, device px a px
 * @motion: how the map moves
 *
 * Draws what a frame sees, at 0, 0. What is beyond the frame is for the caller to clip.
 */
void     atlas_item_picture_draw     (AtlasItemPicture       *self,
                                      cairo_t                *cr,
                                      AtlasMapScene          *scene,
                                      const AtlasMapFrame    *frame,
                                      int                     scale,
                                      AtlasItemMotion         motion);

/* Paints what the frame says, in any thread whose own @scene is. */
void     atlas_item_picture_fill     (AtlasItemPicture       *self,
                                      AtlasMapScene          *scene);

/* Whether all that @frame sees is in it, whatever its size. */
gboolean atlas_item_picture_covers   (const AtlasItemPicture *self,
                                      const AtlasMapFrame    *frame);

/* Whether it will do for @frame when the map rests there. */
gboolean atlas_item_picture_is_of    (const AtlasItemPicture *self,
                                      AtlasMapScene          *scene,
                                      const AtlasMapFrame    *frame);

/* Which blocks of an ARGB32 image have ink. */
GBytes  *atlas_item_picture_find_ink (cairo_surface_t        *surface) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is ink where the view of @frame has @box, px; %TRUE if that is not known. */
gboolean atlas_item_picture_has_ink  (const AtlasItemPicture *self,
                                      const AtlasMapFrame    *frame,
                                      AtlasBox                box);

G_END_DECLS
