// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"
#include "atlas-map-path.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/**
 * atlas_map_coverage_outline:
 * @coverage: a radar's field of view
 * @site: where it stands, unit Mercator
 * @range: how far, metres; cut at 19 000 km
 * @to_px: from the unit Mercator square
 * @path: what the run is added to
 *
 * Adds the outline of a field as one run: two geodesics and an arc, point by point by atlas_geodesy_destination().
 */
void atlas_map_coverage_outline (const AtlasCoverage  *coverage,
                                 AtlasPoint            site,
                                 double                range,
                                 const cairo_matrix_t *to_px,
                                 AtlasMapPath         *path);

/**
 * atlas_map_coverage_paint:
 * @cr: a context in px
 * @coverage: a radar's field of view; nothing is drawn when its sector or range is not known
 * @site: where it stands, unit Mercator
 * @to_px: from the unit Mercator square
 * @inks: of the palette
 * @scratch: overwritten
 *
 * Draws a field as a faint wash that thins outwards, its soft rim, and a fine arc every 1000 km with its distance.
 */
void atlas_map_coverage_paint   (cairo_t              *cr,
                                 const AtlasCoverage  *coverage,
                                 AtlasPoint            site,
                                 const cairo_matrix_t *to_px,
                                 const AtlasMapInks   *inks,
                                 AtlasMapPath         *scratch);

G_END_DECLS
