// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"
#include "atlas-json.h"

G_BEGIN_DECLS

/**
 * atlas_geojson_read_position:
 * @self: a position (RFC 7946, 3.1.1)
 * @out: (type AtlasPoint): longitude and latitude in degrees
 * @error: return location
 *
 * Reads an #AtlasPoint in degrees. A third number, the altitude, is left unread.
 *
 * Returns: whether it is a position on the Earth
 */
gboolean atlas_geojson_read_position (const AtlasJson *self,
                                      gpointer         out,
                                      GError         **error);

/**
 * atlas_geojson_read_geometry:
 * @self: a geometry of one of the seven types of RFC 7946
 * @out: (type AtlasGeometry*): (transfer full): the geometry
 * @error: return location
 *
 * Reads an #AtlasGeometry. Rings must be closed and have four positions or more, lines two or more; a geometry without any
 * position is an error.
 *
 * Returns: whether it is one
 */
gboolean atlas_geojson_read_geometry (const AtlasJson *self,
                                      gpointer         out,
                                      GError         **error);

G_END_DECLS
