// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From the side of a leg to the middle of its symbol, px. */
#define ATLAS_MAP_LEG_INSET 12

/**
 * atlas_map_leg_new:
 * @session: whose items they are
 * @item: whose leg it is
 * @date: at which the item is shown
 * @palette: the inks
 * @left: whether the symbol stands at the right end
 * @position: its place among the legs, from 0
 * @n_items: how many items the legs show
 *
 * Makes a button with an item's symbol and name: a leg of #AtlasMapSpider. It follows what is selected and hovered, and hovers its item
 * while the pointer or the focus is on it.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *atlas_map_leg_new      (AtlasSession  *session,
                                   AtlasItem     *item,
                                   AtlasTimeSpan  date,
                                   AtlasPaletteId palette,
                                   gboolean       left,
                                   guint          position,
                                   guint          n_items) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_map_leg_get_item:
 * @leg: a leg
 *
 * Gets whose leg it is.
 *
 * Returns: (transfer none) (nullable): the item; %NULL: it is no item's
 */
AtlasItem *atlas_map_leg_get_item (GtkWidget     *leg);

G_END_DECLS
