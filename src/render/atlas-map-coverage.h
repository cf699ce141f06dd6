// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"
#include "atlas-map-path.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/* The outline of a radar's field of view from @site (unit Mercator) out to @range metres, one run of px: two geodesics and an arc. */
void atlas_map_coverage_outline (const AtlasCoverage  *coverage,
                                 AtlasPoint            site,
                                 double                range,
                                 const cairo_matrix_t *to_px,
                                 AtlasMapPath         *path);
/* The field as a faint wash that thins outwards, its soft rim, and a fine arc every 1000 km with its distance. */
void atlas_map_coverage_paint   (cairo_t              *cr,
                                 const AtlasCoverage  *coverage,
                                 AtlasPoint            site,
                                 const cairo_matrix_t *to_px,
                                 const AtlasMapInks   *inks,
                                 AtlasMapPath         *scratch);

G_END_DECLS
