// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-painter.h"

G_BEGIN_DECLS

/**
 * AtlasItemNames:
 *
 * Where the names of items stood last. On a way from view to view they go with their places, and are placed anew now and then.
 */
typedef struct
{
  GArray       *labels; /* of AtlasMapLabel; NULL: none were placed yet */
  AtlasMapFrame frame;  /* for which */
  guint64       serial; /* of the scene */
  gint64        time;   /* when, µs */
} AtlasItemNames;

/* Lets go of them. */
void    atlas_item_names_clear (AtlasItemNames      *self);

/**
 * atlas_item_names_place:
 * @self: where names stood last
 * @scene: what is shown
 * @frame: where the map looks
 * @on_way: whether the map is on its way to another view
 *
 * Places the names of items: see atlas_map_painter_collect_labels().
 *
 * Returns: (transfer full): array of #AtlasMapLabel
 */
GArray *atlas_item_names_place (AtlasItemNames      *self,
                                AtlasMapScene       *scene,
                                const AtlasMapFrame *frame,
                                gboolean             on_way) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
