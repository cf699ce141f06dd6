// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-filter.h"
#include "atlas-text-widths.h"

G_BEGIN_DECLS

/* What the lanes of a timeline are. */
typedef enum
{
  ATLAS_TIMELINE_BY_THEME,
  ATLAS_TIMELINE_BY_KIND,
  ATLAS_TIMELINE_BY_ACTOR, /* an item stands in the lane of each of its actors */
  ATLAS_N_TIMELINE_GROUPINGS
} AtlasTimelineGrouping;

/**
 * AtlasTimelineIndexSpec:
 * @grouping: what the lanes are
 * @filter: (nullable): which items are there; all without it
 * @widths: of the letters of names
 * @language: (nullable): of names; the atlas's own without it
 * @today: the day
 */
typedef struct
{
  AtlasTimelineGrouping grouping;
  const AtlasFilter    *filter;
  AtlasTextWidths      *widths;
  const char           *language;
  int                   today;
} AtlasTimelineIndexSpec;

/**
 * AtlasTimelineIndex:
 *
 * What the timeline has to know of each item, for layouts at any zoom: its days and how they are known, its lane, how much the
 * atlas says of it, and how wide its name is. Made once for an atlas, a filter, a grouping, a language and a font. Immutable; any
 * thread may make and use it.
 */
typedef struct _AtlasTimelineIndex AtlasTimelineIndex;

/* Holds @dataset; filter, widths and language are only read. What it takes grows with the items. */
AtlasTimelineIndex   *atlas_timeline_index_new          (AtlasDataset                 *dataset,
                                                         const AtlasTimelineIndexSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
AtlasTimelineIndex   *atlas_timeline_index_ref          (AtlasTimelineIndex           *self);
void                  atlas_timeline_index_unref        (AtlasTimelineIndex           *self);
AtlasDataset         *atlas_timeline_index_get_dataset  (const AtlasTimelineIndex     *self); /* (transfer none) */
AtlasTimelineGrouping atlas_timeline_index_get_grouping (const AtlasTimelineIndex     *self);
int                   atlas_timeline_index_get_today    (const AtlasTimelineIndex     *self);
/* Of the whole atlas, whatever the filter leaves of it; see atlas_timeline_get_bounds(). */
AtlasTimeSpan         atlas_timeline_index_get_bounds   (const AtlasTimelineIndex     *self);
guint                 atlas_timeline_index_get_n_lanes  (const AtlasTimelineIndex     *self);
/* The id of the theme, kind or actor, borrowed; %NULL for the lane of what has none of its own. */
const char           *atlas_timeline_index_get_lane_id  (const AtlasTimelineIndex     *self,
                                                         guint                         lane);
/* Entries: one for each item and lane that it is in. */
guint                 atlas_timeline_index_get_n_entries (const AtlasTimelineIndex    *self);

/* The days from the first to the last thing there is to see: dates of items, the atlas's own range, and today. */
AtlasTimeSpan         atlas_timeline_get_bounds         (AtlasDataset                 *dataset,
                                                         int                           today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelineIndex, atlas_timeline_index_unref)

G_END_DECLS
