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

/**
 * atlas_item_layer_set_scene:
 * @self: a layer
 * @side: of which side
 * @scene: (transfer none) (nullable): must live until another is set; %NULL: nothing is drawn
 *
 * Sets what a side shows. Without a scene before, all of the map is now's.
 */
void            atlas_item_layer_set_scene   (AtlasItemLayer  *self,
                                              AtlasMapSide     side,
                                              AtlasMapScene   *scene);

/**
 * atlas_item_layer_set_names:
 * @self: a layer
 * @basemap: (nullable): whose names are drawn; %NULL: none
 * @language: (nullable): BCP 47; %NULL: the basemap's own
 * @palette: the inks
 *
 * Sets the names that are drawn beside those of items.
 */
void            atlas_item_layer_set_names   (AtlasItemLayer  *self,
                                              AtlasBasemap    *basemap,
                                              const char      *language,
                                              AtlasPaletteId   palette);

/**
 * atlas_item_layer_set_text_scale:
 * @self: a layer
 * @text_scale: 1 at first
 *
 * Sets by how much all names are larger than the desktop's text asks for. Those of the basemap follow when they are set next.
 */
void            atlas_item_layer_set_text_scale (AtlasItemLayer *self,
                                                 double          text_scale);

/**
 * atlas_item_layer_set_on_way:
 * @self: a layer
 * @on_way: whether the map is on its way to another view
 *
 * Sets whether what is drawn need not be painted for every zoom that is passed.
 */
void            atlas_item_layer_set_on_way  (AtlasItemLayer  *self,
                                              gboolean         on_way);

/**
 * atlas_item_layer_set_flying:
 * @self: a layer
 * @flying: whether the map flies
 *
 * Sets whether the map is on a way that has been planned: names go, and come when it has landed.
 */
void            atlas_item_layer_set_flying  (AtlasItemLayer  *self,
                                              gboolean         flying);

/**
 * atlas_item_layer_look_ahead:
 * @self: a layer
 * @ahead: where the map will be soon
 * @is_last: whether it lands there
 *
 * Paints ahead what will be seen, if the last that was asked for is painted.
 */
void            atlas_item_layer_look_ahead  (AtlasItemLayer  *self,
                                              AtlasCamera      ahead,
                                              gboolean         is_last);

/**
 * atlas_item_layer_get_frame:
 * @self: a layer
 *
 * Gets where the viewport looks.
 *
 * Returns: the frame of all of the layer
 */
AtlasMapFrame   atlas_item_layer_get_frame   (AtlasItemLayer  *self);

/**
 * atlas_item_layer_get_side_frame:
 * @self: a layer
 * @side: which side
 *
 * Gets where a side looks, from its own left edge.
 *
 * Returns: the frame; its width is 0 for a side that is not there
 */
AtlasMapFrame   atlas_item_layer_get_side_frame (AtlasItemLayer *self,
                                                 AtlasMapSide    side);

/**
 * atlas_item_layer_set_divider:
 * @self: a layer
 * @divider: 0 at the left of the map, 1 at its right; 0.5 at first
 *
 * Sets where the sides meet.
 */
void            atlas_item_layer_set_divider (AtlasItemLayer  *self,
                                              double           divider);

/* Adds to @boxes (of AtlasBox, px of the layer) what lies over the map. */
typedef void  (*AtlasItemLayerFunc)                (AtlasItemLayer    *self,
                                                    GArray            *boxes,
                                                    gpointer           user_data);

/**
 * atlas_item_layer_add_cover:
 * @self: a layer
 * @widget: what lies over the map, in the same window
 * @margin: px round it
 * @boxes: of #AtlasBox, px of the layer
 *
 * Adds the room that a widget takes of the layer; none while it is not seen. For an #AtlasItemLayerFunc.
 */
void            atlas_item_layer_add_cover         (AtlasItemLayer    *self,
                                                    GtkWidget         *widget,
                                                    double             margin,
                                                    GArray            *boxes);

/**
 * atlas_item_layer_has_names:
 * @self: a layer
 *
 * Looks whether names of the basemap are drawn.
 *
 * Returns: %TRUE if they are
 */
gboolean        atlas_item_layer_has_names   (AtlasItemLayer  *self);

/**
 * atlas_item_layer_set_covers_func:
 * @self: a layer
 * @func: (nullable) (scope forever): asked for each frame
 * @user_data: for @func
 *
 * Sets who says what names must keep out of.
 */
void            atlas_item_layer_set_covers_func   (AtlasItemLayer    *self,
                                                    AtlasItemLayerFunc func,
                                                    gpointer           user_data);

G_END_DECLS
