// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-map-painter.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * AtlasItemLayer:
 *
 * Draws the items of an atlas, and all names, over the basemap: one layer, one matrix a frame.
 */
#define ATLAS_TYPE_ITEM_LAYER (atlas_item_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasItemLayer, atlas_item_layer, ATLAS, ITEM_LAYER, ShumateLayer)

AtlasItemLayer *atlas_item_layer_new         (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;
/* @scene: (transfer none) (nullable): must live until another is set */
void            atlas_item_layer_set_scene   (AtlasItemLayer  *self,
                                              AtlasMapScene   *scene);
/* The names of @basemap, in @language and the inks of @palette. */
void            atlas_item_layer_set_names   (AtlasItemLayer  *self,
                                              AtlasBasemap    *basemap,  /* (nullable): no names */
                                              const char      *language, /* (nullable): the basemap's own */
                                              AtlasPaletteId   palette);
/* Where the viewport looks. */
AtlasMapFrame   atlas_item_layer_get_frame   (AtlasItemLayer  *self);

G_END_DECLS
