// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From the side of a leg to the middle of its symbol, px. */
#define ATLAS_MAP_LEG_INSET 12

/* A button with an item's symbol and name: a leg of #AtlasMapSpider. It follows what is selected and hovered, and hovers its item
 * while the pointer or the focus is on it.
 * @date: at which it is shown; @left: the symbol stands at its right end; @position: from 0, of @n_items */
GtkWidget *atlas_map_leg_new      (AtlasSession  *session,
                                   AtlasItem     *item,
                                   AtlasTimeSpan  date,
                                   AtlasPaletteId palette,
                                   gboolean       left,
                                   guint          position,
                                   guint          n_items) G_GNUC_WARN_UNUSED_RESULT;
AtlasItem *atlas_map_leg_get_item (GtkWidget     *leg); /* (transfer none) (nullable): %NULL: it is no item's */

G_END_DECLS
