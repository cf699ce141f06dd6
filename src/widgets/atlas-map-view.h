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
AtlasSession          *atlas_map_view_get_session      (AtlasMapView *self); /* (transfer none) (nullable) */
void                   atlas_map_view_set_session      (AtlasMapView *self,
                                                        AtlasSession *session);
void                   atlas_map_view_set_basemap      (AtlasMapView *self,
                                                        AtlasBasemap *basemap);
/* As the desktop asks for; also the property `high-contrast`. */
void                   atlas_map_view_set_high_contrast (AtlasMapView *self,
                                                         gboolean      high_contrast);
/* Whether meridians and parallels are drawn; also the property `graticule`, which is on at first. */
void                   atlas_map_view_set_graticule     (AtlasMapView *self,
                                                         gboolean      shown);
gboolean               atlas_map_view_get_online        (AtlasMapView *self);
/* Whether to show the OpenStreetMap tiles of the network; also the property `online`. Off, nobody is ever contacted. */
void                   atlas_map_view_set_online        (AtlasMapView *self,
                                                         gboolean      online);
const AtlasKeyBinding *atlas_map_view_get_key_bindings (guint        *n_bindings);
/* The legend, an #AtlasLegend: whether it is unfolded is the window's to remember. (transfer none) */
GtkWidget    *atlas_map_view_get_legend   (AtlasMapView *self);

G_END_DECLS
