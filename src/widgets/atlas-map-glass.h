// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasMapGlass:
 *
 * A pane over the map that shows what passes: the box that is being drawn with the pointer, and the view that was before.
 *
 * It takes no part in what the pointer does.
 */
#define ATLAS_TYPE_MAP_GLASS (atlas_map_glass_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapGlass, atlas_map_glass, ATLAS, MAP_GLASS, GtkWidget)

GtkWidget *atlas_map_glass_new      (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_map_glass_set_band:
 * @self: a pane
 * @band: (nullable): px; %NULL takes it away
 *
 * Shows the box that is being drawn with the pointer.
 */
void       atlas_map_glass_set_band (AtlasMapGlass         *self,
                                     const graphene_rect_t *band);

/**
 * atlas_map_glass_fade:
 * @self: a pane
 * @view: (nullable): the view that was before; %NULL: nothing is shown, at once
 *
 * Shows a view all over, and less and less of it.
 */
void       atlas_map_glass_fade     (AtlasMapGlass         *self,
                                     GdkTexture            *view);

G_END_DECLS
