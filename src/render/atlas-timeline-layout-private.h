// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-layout.h"

G_BEGIN_DECLS

/* px */
#define ATLAS_TIMELINE_RADIUS 4.5       /* of a symbol, where rows have room for it */
#define ATLAS_TIMELINE_MIN_BAR 12.0     /* a shorter interval is a point */
#define ATLAS_TIMELINE_MAX_LABEL 260.0  /* a longer name is cut, unless its bar is longer */
#define ATLAS_TIMELINE_LABEL_GAP 4.0
#define ATLAS_TIMELINE_ARROW 7.0         /* what an open end has beyond its bar */
#define ATLAS_TIMELINE_LANE_PADDING 5.0
#define ATLAS_TIMELINE_LEAST_PITCH 9.0  /* of rows, if all of them have room then */
#define ATLAS_TIMELINE_MIN_PITCH 10.0   /* else: names have room beside marks */
#define ATLAS_TIMELINE_MAX_PITCH 14.0   /* of rows without names above bars */
#define ATLAS_TIMELINE_OPEN_SPARE 8.0   /* what rows with names above bars have below the name */

/* From here on a year is wide enough that rows are open, however many they are. */
#define ATLAS_TIMELINE_OPEN_PX_PER_YEAR 64.0

/* A row: its entries are `first` to the next row's `first`, in time order. */
typedef struct
{
  guint first;
} AtlasTimelineRow;

struct _AtlasTimelineLayout
{
  AtlasDataset  *dataset;
  AtlasTimeSpan  bounds;
  double         px_per_day;
  double         line_height;
  double         pitch;
  double         heading;
  double         height;
  int            today;
  gboolean       open;
  GArray        *lanes;       /* of AtlasTimelineLane */
  GArray        *lane_rows;   /* of guint: the first row of each lane, headings first, and one past the last */
  GArray        *rows;        /* of AtlasTimelineRow, and one past the last */
  GArray        *entries;     /* of AtlasTimelineEntry, by lane, row and time */
  guint         *by_position; /* position → index in entries; G_MAXUINT: not there */
};

static inline AtlasTimelineEntry *
atlas_timeline_layout_get_entry (const AtlasTimelineLayout *self,
                                 guint                      index)
{
  return &g_array_index (self->entries, AtlasTimelineEntry, index);
}

/* Reads how an item is known into @entry: shape for @px_per_day, edges, and the days without open sides. */
void atlas_timeline_entry_init          (AtlasTimelineEntry  *entry,
                                         AtlasItem           *item,
                                         AtlasTimeSpan        bounds,
                                         int                  today,
                                         double               px_per_day);
/* The px that a mark takes from the day 0 on, at a zoom. */
void atlas_timeline_entry_get_extents   (const AtlasTimelineEntry *entry,
                                         double                    px_per_day,
                                         double                    radius,
                                         double                   *x0,
                                         double                   *x1);
/* Gives names their places. */
void atlas_timeline_layout_place_labels (AtlasTimelineLayout *self);
double atlas_timeline_layout_get_radius (const AtlasTimelineLayout *self);

G_END_DECLS
