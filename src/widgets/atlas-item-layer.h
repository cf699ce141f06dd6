// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-map-painter.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * AtlasMapSide:
 * @ATLAS_MAP_SIDE_BEFORE: left of the divider, while two dates are compared
 * @ATLAS_MAP_SIDE_NOW: right of it, or all of the map
 *
 * One of the two pictures of a map that is divided.
 */
typedef enum
{
  ATLAS_MAP_SIDE_BEFORE,
  ATLAS_MAP_SIDE_NOW,
  ATLAS_N_MAP_SIDES
} AtlasMapSide;

/**
 * AtlasItemLayer:
 *
 * Draws the items of an atlas, and all names, over the basemap: one layer, one matrix a frame. With a scene for each side it
 * draws two pictures, which meet at a divider.
 */
#define ATLAS_TYPE_ITEM_LAYER (atlas_item_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasItemLayer, atlas_item_layer, ATLAS, ITEM_LAYER, ShumateLayer)

AtlasItemLayer *atlas_item_layer_new         (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;
/* @scene: (transfer none) (nullable): must live until another is set. Without one before, all of the map is now's. */
void            atlas_item_layer_set_scene   (AtlasItemLayer  *self,
                                              AtlasMapSide     side,
                                              AtlasMapScene   *scene);
/* The names of @basemap, in @language and the inks of @palette. */
void            atlas_item_layer_set_names   (AtlasItemLayer  *self,
                                              AtlasBasemap    *basemap,  /* (nullable): no names */
                                              const char      *language, /* (nullable): the basemap's own */
                                              AtlasPaletteId   palette);
/* Whether the map is on its way to another view: what is drawn then need not be painted for every zoom that is passed. */
void            atlas_item_layer_set_on_way  (AtlasItemLayer  *self,
                                              gboolean         on_way);
/* Where the viewport looks. */
AtlasMapFrame   atlas_item_layer_get_frame   (AtlasItemLayer  *self);
/* The same for a side, from its own left edge: its width is 0 for a side that is not there. */
AtlasMapFrame   atlas_item_layer_get_side_frame (AtlasItemLayer *self,
                                                 AtlasMapSide    side);
/* Where the sides meet: 0 at the left of the map, 1 at its right; in the middle at first. */
void            atlas_item_layer_set_divider (AtlasItemLayer  *self,
                                              double           divider);

/* Adds to @boxes (of AtlasBox, px of the layer) what lies over the map. */
typedef void  (*AtlasItemLayerFunc)                (AtlasItemLayer    *self,
                                                    GArray            *boxes,
                                                    gpointer           user_data);
/* For such a function: adds the room that @widget takes of the layer, and @margin px round it; none while it is not seen. */
void            atlas_item_layer_add_cover         (AtlasItemLayer    *self,
                                                    GtkWidget         *widget,
                                                    double             margin,
                                                    GArray            *boxes);
gboolean        atlas_item_layer_has_names   (AtlasItemLayer  *self);
/* Asks @func for each frame what names must keep out of. */
void            atlas_item_layer_set_covers_func   (AtlasItemLayer    *self,
                                                    AtlasItemLayerFunc func, /* (nullable) (scope forever) */
                                                    gpointer           user_data);

G_END_DECLS
