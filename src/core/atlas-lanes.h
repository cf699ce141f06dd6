// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasLanesLine:
 * @points: (array length=n_points): its course in the unit Mercator square
 * @owner: what it is a part of: two lines of one owner never share a trench
 *
 * A line that may share its trench with others.
 */
typedef struct
{
  const AtlasPoint *points;
  guint             n_points;
  guint             owner;
} AtlasLanesLine;

/**
 * AtlasLaneVertex:
 * @place: where it is, in the unit Mercator square
 * @shift: from there to the course of the first line of those that share the trench, in the same units
 * @lane: how many lanes to the right of its course it runs; 0: it is alone
 *
 * A vertex of a line with room for its neighbours.
 */
typedef struct
{
  AtlasPoint place;
  AtlasPoint shift;
  double     lane;
} AtlasLaneVertex;

/**
 * atlas_lanes_find:
 * @lines: (array length=n_lines): the lines, in the order of their lanes
 * @n_lines: how many
 * @tolerance: metres within which two lines of like direction share a trench
 *
 * Finds where lines share a trench, and gives each a lane there, so that a painter can draw them side by side.
 *
 * Lanes are whole steps apart, in the order of @lines, in the middle of the trench all together; opposite directions make no
 * difference. Where lines join or part, lanes change little by little. It takes time in proportion to the length of all lines
 * and how many run together.
 *
 * Returns: (transfer full) (element-type GArray): for each line its #AtlasLaneVertex, or %NULL when it is alone all the way
 */
GPtrArray *atlas_lanes_find (const AtlasLanesLine *lines,
                             guint                 n_lines,
                             double                tolerance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
