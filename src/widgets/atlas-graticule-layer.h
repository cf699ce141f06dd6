// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * AtlasGraticuleLayer:
 *
 * Meridians and parallels across a map, or their degrees along its north and west edge: lines go under the items, degrees over
 * them, so each has a layer of its own.
 */
#define ATLAS_TYPE_GRATICULE_LAYER (atlas_graticule_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasGraticuleLayer, atlas_graticule_layer, ATLAS, GRATICULE_LAYER, ShumateLayer)

typedef enum
{
  ATLAS_GRATICULE_LINES,
  ATLAS_GRATICULE_DEGREES,
} AtlasGraticulePart;

AtlasGraticuleLayer *atlas_graticule_layer_new         (ShumateViewport     *viewport,
                                                        AtlasGraticulePart   part) G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_graticule_layer_set_palette (AtlasGraticuleLayer *self,
                                                        AtlasPaletteId       palette);

/**
 * atlas_graticule_layer_add_plates:
 * @self: a layer
 * @boxes: of #AtlasBox, px of the layer
 *
 * Adds the plates that degrees stand on, so that names keep out of them.
 */
void                 atlas_graticule_layer_add_plates  (AtlasGraticuleLayer *self,
                                                        GArray              *boxes);

G_END_DECLS
