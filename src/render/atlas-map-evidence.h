// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-evidence.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/* Items drawn by how well they are supported. The pattern says it without colour: dots, dashes, an unbroken line, a double one, a
 * line of dash and dot; no hatch, dots, lines, crossed lines; a dotted outline, an open one, ink, ink with an eye, ink with a bar. */

/**
 * atlas_map_evidence_style:
 * @kind: what an item is: it keeps its symbol
 * @level: how well it is supported
 *
 * Gets the style of an item in the overlay of evidence. Its role is one of atlas_map_evidence_inks() only.
 *
 * Returns: the style
 */
AtlasMapStyle       atlas_map_evidence_style (AtlasKind          kind,
                                              AtlasEvidenceLevel level);

/**
 * atlas_map_evidence_inks:
 * @palette: a palette
 *
 * Gets the inks of the overlay: those of the palette, with roles that mean levels.
 *
 * Returns: (transfer none): the inks, which stay
 */
const AtlasMapInks *atlas_map_evidence_inks  (AtlasPaletteId     palette);

/**
 * atlas_map_evidence_veil:
 * @palette: a palette
 *
 * Gets what is laid over the basemap to calm it.
 *
 * Returns: the colour, with how much of it
 */
AtlasColor          atlas_map_evidence_veil  (AtlasPaletteId     palette);

/**
 * atlas_map_evidence_paint_sample:
 * @cr: a context; the sample fills 0, 0 to @width, @height
 * @level: how well items are supported
 * @palette: the inks
 * @width: px
 * @height: px
 *
 * Draws a legend's sample: a line and a point, as the overlay has them.
 */
void                atlas_map_evidence_paint_sample (cairo_t           *cr,
                                                     AtlasEvidenceLevel level,
                                                     AtlasPaletteId     palette,
                                                     double             width,
                                                     double             height);

G_END_DECLS
