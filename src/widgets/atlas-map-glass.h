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

/**
 * atlas_map_glass_cover:
 * @self: a pane
 * @from: (transfer full): an opaque image of the view that was before, as large as the pane
 * @map: what the pane lies over
 *
 * Shows a view instead of the map, which is not drawn, until the view that is now is handed over: then one turns into the
 * other. For where drawing the map in each frame would take too long.
 */
void       atlas_map_glass_cover    (AtlasMapGlass         *self,
                                     cairo_surface_t       *from,
                                     GtkWidget             *map);

/**
 * atlas_map_glass_uncover:
 * @self: a pane; one that covers nothing shows nothing
 * @to: (transfer full): an opaque image of the view that is now
 *
 * Begins to turn the view that was before into the one that is now.
 */
void       atlas_map_glass_uncover  (AtlasMapGlass         *self,
                                     cairo_surface_t       *to);

G_END_DECLS
