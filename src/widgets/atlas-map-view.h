// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-key-binding.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasMapView:
 *
 * The map of a session: basemap, items, names, legend, scale.
 */
#define ATLAS_TYPE_MAP_VIEW (atlas_map_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapView, atlas_map_view, ATLAS, MAP_VIEW, GtkWidget)

GtkWidget             *atlas_map_view_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_map_view_get_session:
 * @self: a map
 *
 * Gets whose map it is.
 *
 * Returns: (transfer none) (nullable): the session
 */
AtlasSession          *atlas_map_view_get_session      (AtlasMapView *self);

/**
 * atlas_map_view_set_session:
 * @self: a map
 * @session: (nullable): the map references it
 *
 * Sets whose map it is; also the property `session`.
 */
void                   atlas_map_view_set_session      (AtlasMapView *self,
                                                        AtlasSession *session);

/**
 * atlas_map_view_set_basemap:
 * @self: a map
 * @basemap: (nullable): the map references it; %NULL: none is drawn
 *
 * Sets what lies under the items.
 */
void                   atlas_map_view_set_basemap      (AtlasMapView *self,
                                                        AtlasBasemap *basemap);

/**
 * atlas_map_view_set_high_contrast:
 * @self: a map
 * @high_contrast: as the desktop asks for
 *
 * Sets whether the inks are those of high contrast; also the property `high-contrast`.
 */
void                   atlas_map_view_set_high_contrast (AtlasMapView *self,
                                                         gboolean      high_contrast);

/**
 * atlas_map_view_set_graticule:
 * @self: a map
 * @shown: on at first
 *
 * Sets whether meridians and parallels are drawn; also the property `graticule`.
 */
void                   atlas_map_view_set_graticule     (AtlasMapView *self,
                                                         gboolean      shown);

/**
 * atlas_map_view_set_bare:
 * @self: a map
 * @bare: off at first
 *
 * Sets whether the map is without buttons, legend and menu: what people look at from afar.
 */
void                   atlas_map_view_set_bare         (AtlasMapView *self,
                                                        gboolean      bare);

/**
 * atlas_map_view_set_text_scale:
 * @self: a map
 * @text_scale: 1 at first
 *
 * Sets by how much names on the map are larger than the desktop's text asks for.
 */
void                   atlas_map_view_set_text_scale   (AtlasMapView *self,
                                                        double        text_scale);

/**
 * atlas_map_view_get_basemap:
 * @self: a map
 *
 * Gets what lies under the items.
 *
 * Returns: (transfer none) (nullable): the basemap
 */
AtlasBasemap          *atlas_map_view_get_basemap      (AtlasMapView *self);

/**
 * atlas_map_view_get_online:
 * @self: a map
 *
 * Gets whether the OpenStreetMap tiles of the network are shown.
 *
 * Returns: %TRUE if they are
 */
gboolean               atlas_map_view_get_online        (AtlasMapView *self);

/**
 * atlas_map_view_set_online:
 * @self: a map
 * @online: off at first
 *
 * Sets whether to show the OpenStreetMap tiles of the network; also the property `online`. Off, nobody is ever contacted.
 */
void                   atlas_map_view_set_online        (AtlasMapView *self,
                                                         gboolean      online);

const AtlasKeyBinding *atlas_map_view_get_key_bindings (guint        *n_bindings);

/**
 * atlas_map_view_get_legend:
 * @self: a map
 *
 * Gets the legend: whether it is unfolded is the window's to remember.
 *
 * Returns: (transfer none): an #AtlasLegend
 */
GtkWidget    *atlas_map_view_get_legend   (AtlasMapView *self);

G_END_DECLS
