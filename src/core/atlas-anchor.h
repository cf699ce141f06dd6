// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * atlas_anchor_find:
 * @points: positions, in the units that are seen
 * @parts: the runs of @points
 * @n_parts: how many
 *
 * Finds where a symbol or a label of a geometry sits.
 *
 * It is inside the ring with the largest area and outside that ring's holes: the centroid if that is so, else the middle of
 * the widest stretch among a few horizontal cuts. Without rings it is the longest line's middle, and without
 * lines the point nearest to the mean of all.
 *
 * Returns: the place, or NAN, NAN when there are no points
 */
AtlasPoint atlas_anchor_find (const AtlasPoint *points,
                              const AtlasPart  *parts,
                              guint             n_parts);

G_END_DECLS
