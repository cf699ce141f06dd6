// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-index.h"

G_BEGIN_DECLS

/* What is kept of an item in a lane: 40 bytes, since there may be a million. */
typedef struct
{
  guint         position; /* in the dataset */
  int           anchor;   /* the day it stands on where it cannot stand for as long as it lasts */
  AtlasTimeSpan life;     /* these three as in AtlasTimelineEntry */
  AtlasTimeSpan certain;
  AtlasTimeSpan known;
  guint16       label_width;
  guint16       rank; /* how much the atlas says of it */
  guint         start : 3;
  guint         stop : 3;
  guint         goes_on : 1;
  guint         interval : 1; /* it has a begin and an end, as against a date */
  guint         phased : 1;
  guint         band : 1;
  guint         across : 1;
  guint         lasting : 1;
} AtlasTimelineSlot;

/* Where the slots of a lane are: by anchor, then by position. */
typedef struct
{
  const char      *id;   /* of its theme, kind or actor; NULL: others */
  const AtlasTerm *term; /* (nullable) */
  guint            first;
  guint            n;
} AtlasTimelineIndexLane;

struct _AtlasTimelineIndex
{
  AtlasDataset          *dataset;
  AtlasTimelineGrouping  grouping;
  int                    today;
  AtlasTimeSpan          bounds;
  AtlasTimeSpan          home;    /* the days that the atlas shows at first */
  GArray                *lanes;   /* of AtlasTimelineIndexLane */
  AtlasTimelineSlot     *slots;
  guint                 *by_rank; /* the slots of each lane, the weightiest first */
  guint                  n_slots;
};

/* Reads how an item is known. */
void     atlas_timeline_slot_init  (AtlasTimelineSlot    *slot,
                                    AtlasItem            *item,
                                    AtlasTimeSpan         bounds,
                                    AtlasTimeSpan         home,
                                    int                   today);

/* More lanes than so many an item is not in. */
#define ATLAS_TIMELINE_MAX_LANES_OF_ITEM 32

/* Which lanes there are: first everything is counted by theme, kind or actor; then there are lanes. */
typedef struct _AtlasTimelineLanes AtlasTimelineLanes;

AtlasTimelineLanes *atlas_timeline_lanes_new  (AtlasDataset          *dataset,
                                               AtlasTimelineGrouping  grouping) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_timeline_lanes_free (AtlasTimelineLanes    *self);
/* Counts @item, and writes what it is counted in into @groups, which has room for ATLAS_TIMELINE_MAX_LANES_OF_ITEM. Returns how many. */
guint               atlas_timeline_lanes_count (AtlasTimelineLanes   *self,
                                                AtlasItem            *item,
                                                guint                *groups);
/* All is counted. */
void                atlas_timeline_lanes_make (AtlasTimelineLanes    *self);
guint               atlas_timeline_lanes_find (AtlasTimelineLanes    *self,
                                               guint                  group);
GArray             *atlas_timeline_lanes_get  (AtlasTimelineLanes    *self); /* (transfer none): of AtlasTimelineIndexLane */

/**
 * atlas_radix_sort:
 * @keys: (array length=n): what to sort by
 * @values: (array length=n): what goes with them
 * @n: how many
 *
 * Sorts numbers from the least on, in linear time; equal ones keep their order.
 */
void                atlas_radix_sort          (guint32 *keys,
                                               guint32 *values,
                                               guint    n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelineLanes, atlas_timeline_lanes_free)

G_END_DECLS
