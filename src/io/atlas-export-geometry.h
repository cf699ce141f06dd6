// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"
#include "atlas-json-text.h"

G_BEGIN_DECLS

/* A position of GeoJSON: longitude, latitude. */
void     atlas_export_add_position (AtlasJsonText       *json,
                                    AtlasPoint           lonlat);
/* A geometry of GeoJSON; outer rings counterclockwise, as RFC 7946 wants them. */
void     atlas_export_add_geometry (AtlasJsonText       *json,
                                    AtlasGeometry       *geometry); /* (nullable) */
/* Whether a ring must be turned round to be counterclockwise outside, clockwise as a hole. */
gboolean atlas_export_is_turned    (const AtlasGeometry *geometry,
                                    const AtlasPart     *part);

G_END_DECLS
