// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasMapTip:
 *
 * A card over the map that says what is under the pointer, or lit by a key. It stands beside that and never on it. Lies over all of
 * the map and cannot be touched.
 */
#define ATLAS_TYPE_MAP_TIP (atlas_map_tip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapTip, atlas_map_tip, ATLAS, MAP_TIP, GtkWidget)

GtkWidget  *atlas_map_tip_new      (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_map_tip_show:
 * @self: a tip
 * @title: Pango markup
 * @body: Pango markup; "": none
 * @target: px: what the card must leave free
 * @delay: ms to wait, unless a card is seen or was just seen
 *
 * Shows a card. Showing what is shown already does nothing.
 */
void        atlas_map_tip_show     (AtlasMapTip *self,
                                    const char  *title,
                                    const char  *body,
                                    AtlasBox     target,
                                    guint        delay);

void        atlas_map_tip_hide     (AtlasMapTip *self);

/**
 * atlas_map_tip_get_title:
 * @self: a tip
 *
 * Gets what the card is headed.
 *
 * Returns: (transfer none) (nullable): Pango markup; %NULL while nothing is shown
 */
const char *atlas_map_tip_get_title (AtlasMapTip *self);

/**
 * atlas_map_tip_get_body:
 * @self: a tip
 *
 * Gets what the card says.
 *
 * Returns: (transfer none) (nullable): Pango markup; %NULL while nothing is shown
 */
const char *atlas_map_tip_get_body (AtlasMapTip *self);

/**
 * atlas_map_tip_place:
 * @target: what must stay free, px
 * @width: of the card
 * @height: of the card
 * @view_width: of the map
 * @view_height: of the map
 *
 * Finds a place for a card: below and to the right of @target if it fits there, else on another side.
 *
 * Returns: its top left corner; it overlaps @target only when no side has room
 */
AtlasPoint  atlas_map_tip_place    (AtlasBox     target,
                                    double       width,
                                    double       height,
                                    double       view_width,
                                    double       view_height);

G_END_DECLS
