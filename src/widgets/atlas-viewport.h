// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-placer.h"
#include "atlas-manifest.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* What the map and its layers ask of the viewport that they share. */

/**
 * atlas_viewport_get_camera:
 * @viewport: a viewport
 *
 * Gets where a viewport looks.
 *
 * Returns: the camera; nothing of the viewport's rotation, as the map has north up
 */
AtlasCamera    atlas_viewport_get_camera     (ShumateViewport *viewport);

/**
 * atlas_viewport_get_label_view:
 * @viewport: a viewport
 * @width: of the widget that shows it, px
 * @height: of the widget, px
 *
 * Gets where a viewport looks, as the basemap's names are asked for.
 *
 * Returns: the view
 */
AtlasLabelView atlas_viewport_get_label_view (ShumateViewport *viewport,
                                              double           width,
                                              double           height);

/**
 * atlas_viewport_connect_moved:
 * @viewport: a viewport
 * @callback: called with @object alone
 * @object: a #GObject, with which the connection ends
 *
 * Has @callback called when a viewport pans or zooms: once for each property that is another, so up to three times a move.
 */
void           atlas_viewport_connect_moved  (ShumateViewport *viewport,
                                              GCallback        callback,
                                              gpointer         object);

G_END_DECLS
