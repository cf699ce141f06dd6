// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/* The finest zoom that is told apart. */
#define ATLAS_SIMPLIFY_MAX_ZOOM 24
/* The level of a vertex that no zoom up to the finest needs: it lies on the line without it. */
#define ATLAS_SIMPLIFY_NEVER 255

/**
 * atlas_simplify:
 * @points: a line or a ring, in the unit Mercator square
 * @n_points: how many
 * @levels: (out caller-allocates) (array length=n_points): a zoom for each
 *
 * Says for each vertex the lowest whole zoom (256 px tiles) that needs it, so that the line drawn of the vertices with
 * a level ≤ z is never half a pixel or more off the whole line at zoom z. Both ends are level 0.
 *
 * This is Douglas and Peucker's method (1973) once for all zooms: a vertex is as coarse as the piece that it splits, and
 * never coarser than the split before, so the vertices of one zoom are among those of the next. It takes at most
 * n · (32 + log2 n) steps and a fixed stack whatever the line is: a piece that is 32 splits deep is cut in its middle
 * from there on, which may keep more vertices than needed and never fewer.
 */
void atlas_simplify (const AtlasPoint *points,
                     guint             n_points,
                     guint8           *levels);

G_END_DECLS
