// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/* On which sides of a place there is room for names. */
typedef enum
{
  ATLAS_MAP_LEGS_RIGHT = 1 << 0,
  ATLAS_MAP_LEGS_LEFT  = 1 << 1,
  ATLAS_MAP_LEGS_BOTH  = ATLAS_MAP_LEGS_RIGHT | ATLAS_MAP_LEGS_LEFT,
} AtlasMapLegsSides;

/* Where a leg ends, px from the place it starts from, and on which side of that its name stands. */
typedef struct
{
  AtlasPoint end;
  gboolean   left;
} AtlasMapLeg;

/**
 * atlas_map_legs_lay_out:
 * @n_legs: how many
 * @row: px from name to name
 * @sides: where there is room
 * @legs: (array length=n_legs) (out caller-allocates): clockwise from the top of the right side; on one side alone downwards
 *
 * Lays the points of a pile on a ring round it, an oval when they are many, so that names beside them do not cover each other: the ends of each side are @row px apart in height.
 *
 * Returns: half of the ring's height, px
 */
double atlas_map_legs_lay_out (guint             n_legs,
                               double            row,
                               AtlasMapLegsSides sides,
                               AtlasMapLeg      *legs);

G_END_DECLS
