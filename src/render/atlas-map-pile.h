// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-painter.h"

G_BEGIN_DECLS

/**
 * AtlasMapPile:
 * @items: of #AtlasItem (borrowed): what is drawn as one symbol with a count, in time order; two or more
 * @leader: of them the one whose symbol it is
 * @place: where the symbol stands, unit Mercator
 * @split_zoom: from which zoom at most half of them are still drawn as one; NAN when going closer does not help soon
 *
 * Points that are drawn as one.
 */
typedef struct
{
  GPtrArray *items;
  AtlasItem *leader;
  AtlasPoint place;
  double     split_zoom;
} AtlasMapPile;

void          atlas_map_pile_free (AtlasMapPile        *self);

/**
 * atlas_map_pile_hit:
 * @scene: what is shown
 * @frame: where the map looks
 * @x: px
 * @y: px
 * @max_zoom: how close the map goes
 *
 * Finds the pile whose symbol is under the pointer: nearest first, shown before hinted.
 *
 * Returns: (transfer full) (nullable): the pile; %NULL: there is none, or a single point is nearer
 */
AtlasMapPile *atlas_map_pile_hit  (AtlasMapScene       *scene,
                                   const AtlasMapFrame *frame,
                                   double               x,
                                   double               y,
                                   double               max_zoom) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_map_pile_find:
 * @scene: what is shown
 * @frame: where the map looks
 * @item: an item of the scene's dataset
 * @max_zoom: how close the map goes
 *
 * Finds the pile that holds a point of an item.
 *
 * Returns: (transfer full) (nullable): the pile; %NULL: its points are each alone, or out of view
 */
AtlasMapPile *atlas_map_pile_find (AtlasMapScene       *scene,
                                   const AtlasMapFrame *frame,
                                   AtlasItem           *item,
                                   double               max_zoom) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapPile, atlas_map_pile_free)

G_END_DECLS
