// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasLaneInterval:
 * @begin: where it begins
 * @end: where the next one in its lane may begin: its own end and the gap that is wanted after it
 *
 * A stretch of a line, half-open, in px or in days. What has no length but is drawn must be given the width it is
 * drawn with: an interval that ends where it begins, or before, takes no room.
 */
typedef struct
{
  double begin;
  double end;
} AtlasLaneInterval;

/**
 * atlas_lane_packer_pack:
 * @intervals: (array length=n): the intervals, in any order
 * @n: how many
 * @lanes: (out caller-allocates) (array length=n): the lane of each, from 0
 *
 * Puts intervals into the fewest lanes in which none overlap.
 *
 * Each interval, in the order of their begins and then as given, goes into the lowest lane that is free. That needs
 * as many lanes as overlap where most of them do, which is the least there can be. The same intervals in the same order
 * always get the same lanes, wherever their origin is; so pack everything once and scroll the result, since leaving
 * out those off the screen would move the others. Takes O(n log n).
 *
 * Returns: the number of lanes, 0 without intervals
 */
guint atlas_lane_packer_pack (const AtlasLaneInterval *intervals,
                              guint                    n,
                              guint                   *lanes);
/* The same for intervals that are given in the order of their begins. */
guint atlas_lane_packer_pack_sorted (const AtlasLaneInterval *intervals,
                                     guint                    n,
                                     guint                   *lanes);

G_END_DECLS
