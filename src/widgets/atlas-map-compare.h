// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item-layer.h"
#include "atlas-key-binding.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasMapCompare:
 *
 * What lies over a map that shows two dates: the handle of the divider, and the dates, which can be typed anew and swapped.
 * It is there while its session compares.
 *
 * Property: `divider` (double: where the sides meet, 0 at the left, 1 at the right).
 */
#define ATLAS_TYPE_MAP_COMPARE (atlas_map_compare_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapCompare, atlas_map_compare, ATLAS, MAP_COMPARE, GtkWidget)

GtkWidget             *atlas_map_compare_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_map_compare_set_session      (AtlasMapCompare *self,
                                                           AtlasSession    *session);
double                 atlas_map_compare_get_divider      (AtlasMapCompare *self);
void                   atlas_map_compare_set_divider      (AtlasMapCompare *self,
                                                           double           divider);

/**
 * atlas_map_compare_get_handle:
 * @self: what lies over a map that shows two dates
 *
 * Gets the handle of the divider, which has the focus when keys are to move it.
 *
 * Returns: (transfer none): the handle
 */
GtkWidget             *atlas_map_compare_get_handle       (AtlasMapCompare *self);

/**
 * atlas_map_compare_add_covers:
 * @self: what lies over a map that shows two dates
 * @items: the layer under it
 * @boxes: of #AtlasBox, px of @items
 *
 * Adds the room that its dates take, so that names keep out of it.
 */
void                   atlas_map_compare_add_covers       (AtlasMapCompare *self,
                                                           AtlasItemLayer  *items,
                                                           GArray          *boxes);

const AtlasKeyBinding *atlas_map_compare_get_key_bindings (guint           *n_bindings);

G_END_DECLS
