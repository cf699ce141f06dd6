// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-time-scale.h"
#include "atlas-timeline-index.h"

#include <cairo.h>

G_BEGIN_DECLS

/* How an item is drawn on the timeline. */
typedef enum
{
  ATLAS_TIMELINE_POINT, /* a symbol, with a base as wide as the day, month or year it stands for */
  ATLAS_TIMELINE_BAR,   /* an interval wide enough to be one */
  ATLAS_TIMELINE_BAND,  /* a period: a heading, and a wash behind its lane */
} AtlasTimelineShape;

/* How a side of it is known. */
typedef enum
{
  ATLAS_TIMELINE_EDGE_CRISP,   /* a day */
  ATLAS_TIMELINE_EDGE_BLOCK,   /* some day of a month or a year */
  ATLAS_TIMELINE_EDGE_SOFT,    /* approximate */
  ATLAS_TIMELINE_EDGE_HATCHED, /* uncertain */
  ATLAS_TIMELINE_EDGE_OPEN,    /* goes on */
  ATLAS_TIMELINE_EDGE_UNKNOWN, /* there is one, but nobody says which */
} AtlasTimelineEdge;

/* Where an item's name stands: beside its mark, above it, or nowhere for want of room. */
typedef enum
{
  ATLAS_TIMELINE_LABEL_NONE,
  ATLAS_TIMELINE_LABEL_RIGHT,
  ATLAS_TIMELINE_LABEL_LEFT,
  ATLAS_TIMELINE_LABEL_ABOVE,
} AtlasTimelineLabel;

/* What is left of an item that there is no row for as long as it lasts: a symbol at its anchor, and a line that leaves off. */
typedef enum
{
  ATLAS_TIMELINE_TAIL_NONE, /* it stands for as long as it lasts, or does not last */
  ATLAS_TIMELINE_TAIL_STUB, /* a short line, where the next is near */
  ATLAS_TIMELINE_TAIL_LONG,
} AtlasTimelineTail;

/**
 * AtlasTimelineEntry:
 * @item: borrowed from the dataset
 * @position: of the item in the dataset, which is time order
 * @row: row in the lane; a band's among the headings; of what is in a cluster, the cluster's number in the lane
 * @life: the days of its life; open sides end at the layout's bounds
 * @certain: the days it was for sure; empty when no day is
 * @known: life and phases together, as @life
 * @drawn: the days it is drawn on: those known, or where its symbol is if it is only that
 * @anchor: the day it stands on where it has room for a symbol only: of what lasts its begin
 * @label_width: px that the name takes at least
 * @lane: index of its lane
 * @name_width: px that it takes where there is room for all of it
 * @shape: how it is drawn
 * @start: how its first side is known
 * @stop: how its last side is known
 * @label: where its name stands
 * @goes_on: whether its life or its last phase has no end: an arrow says so
 * @interval: whether it has a begin and an end, as against a date
 * @tail: whether there is no row for as long as it lasts
 * @clustered: there is no row for it at all: it is in a cluster
 * @lasting: it is a bar in one of the lower rows, its name above it
 * @across: it washes down all lanes, whatever its shape
 */
typedef struct
{
  AtlasItem         *item;
  guint              position;
  guint              row;
  AtlasTimeSpan      life;
  AtlasTimeSpan      certain;
  AtlasTimeSpan      known;
  AtlasTimeSpan      drawn;
  int                anchor;
  float              label_width;
  guint16            lane;
  guint16            name_width;
  AtlasTimelineShape shape : 3;
  AtlasTimelineEdge  start : 4;
  AtlasTimelineEdge  stop : 4;
  AtlasTimelineLabel label : 3;
  AtlasTimelineTail  tail : 3;
  guint              goes_on : 1;
  guint              interval : 1;
  guint              clustered : 1;
  guint              lasting : 1;
  guint              across : 1;
} AtlasTimelineEntry;

/* A lane, px from the top of the layout: headings of its bands, then its rows, then a row of clusters. */
typedef struct
{
  const char *id; /* (nullable): of its theme, kind or actor; borrowed from the manifest; others without one */
  double      y;
  double      height;
  double      rows_y;
  double      cluster_y; /* of the row of clusters; < 0: there is none */
  guint       n_headings;
  guint       n_rows;
  guint       n_passing; /* of the rows, the first ones: what happens; below them is what lasts */
  guint       n_feet;    /* 1: in the row of the clusters are marks too, in a row of their own after the others; else 0 */
  guint       n_items;
  guint       n_hidden;  /* how many are in clusters */
  gboolean    expanded;
} AtlasTimelineLane;

/**
 * AtlasTimelineCluster:
 * @lane: index of its lane
 * @first: number of its first member; the others follow
 * @count: how many they are
 * @days: the cell of the calendar that they are of: a month, some years
 * @day: where it stands: in the middle of its members
 *
 * Those of a cell of the calendar for which their lane has no row.
 */
typedef struct
{
  guint         lane;
  guint         first;
  guint         count;
  AtlasTimeSpan days;
  double        day;
} AtlasTimelineCluster;

/**
 * AtlasTimelineSpec:
 * @index: of the items
 * @px_per_day: the zoom, a value of atlas_timeline_layout_get_bucket()
 * @height: what there is room for, px; what finds no row in it is in clusters
 * @line_height: of a name, px
 * @expanded: a bit for each of the first lanes: those that have all of their rows, whatever the height
 */
typedef struct
{
  AtlasTimelineIndex *index;
  double              px_per_day;
  double              height;
  double              line_height;
  guint64             expanded;
} AtlasTimelineSpec;

/**
 * AtlasTimelineLayout:
 *
 * Where the items of an atlas stand on a timeline: lanes, rows in a lane so that none overlap, and names where there is room.
 * It fits a height: where a lane has more than it has rows for, the weightiest stand, and the others are in clusters.
 * It holds for one bucket of zoom: nothing moves against anything else while the view is panned, or zoomed within the
 * bucket, since the closer of two zooms only pulls marks apart. Immutable; any thread may make and use it.
 */
typedef struct _AtlasTimelineLayout AtlasTimelineLayout;

/* The widest zoom of the bucket that @px_per_day is in: half an octave each. */
double                    atlas_timeline_layout_get_bucket (double px_per_day);

/* Holds the index. What it takes grows with the entries. */
AtlasTimelineLayout      *atlas_timeline_layout_new        (const AtlasTimelineSpec   *spec) G_GNUC_WARN_UNUSED_RESULT;
AtlasTimelineLayout      *atlas_timeline_layout_ref        (AtlasTimelineLayout       *self);
void                      atlas_timeline_layout_unref      (AtlasTimelineLayout       *self);

AtlasTimelineIndex       *atlas_timeline_layout_get_index  (const AtlasTimelineLayout *self); /* (transfer none) */
AtlasTimeSpan             atlas_timeline_layout_get_bounds (const AtlasTimelineLayout *self);
double                    atlas_timeline_layout_get_height (const AtlasTimelineLayout *self); /* px */
double                    atlas_timeline_layout_get_radius (const AtlasTimelineLayout *self); /* px, of a symbol: it grows with large text */
double                    atlas_timeline_layout_get_pitch  (const AtlasTimelineLayout *self); /* px from row to row */
double                    atlas_timeline_layout_get_heading (const AtlasTimelineLayout *self); /* px from heading to heading */
gboolean                  atlas_timeline_layout_is_open    (const AtlasTimelineLayout *self); /* rows are high enough for names above bars */
int                       atlas_timeline_layout_get_today  (const AtlasTimelineLayout *self);
guint                     atlas_timeline_layout_get_n_lanes (const AtlasTimelineLayout *self);
/* (nullable): a layout without items has no lanes */
const AtlasTimelineLane  *atlas_timeline_layout_get_lane   (const AtlasTimelineLayout *self,
                                                            guint                      lane);
/* The lane's name in @language; borrowed from the manifest or from the program's translations. */
const char               *atlas_timeline_layout_get_lane_title (const AtlasTimelineLayout *self,
                                                                guint                      lane,
                                                                const char                *language);
/* Entries, those in clusters too. */
guint                     atlas_timeline_layout_get_n_entries (const AtlasTimelineLayout *self);
/* The entry of the item at @position in the dataset, the first if it is in several lanes; %NULL: it is not there. */
const AtlasTimelineEntry *atlas_timeline_layout_lookup     (const AtlasTimelineLayout *self,
                                                            guint                      position);
/* Its entry in one of its lanes; the first if it is not in that. */
const AtlasTimelineEntry *atlas_timeline_layout_lookup_in  (const AtlasTimelineLayout *self,
                                                            guint                      position,
                                                            guint                      lane);

/* What is looked at of a layout, px: x by the scale, and @top px of the layout are above the view. */
typedef struct
{
  AtlasTimeScale scale;
  double         width;
  double         height;
  double         top;
} AtlasTimelineView;

typedef void (*AtlasTimelineEntryFunc) (const AtlasTimelineEntry *entry,
                                        gpointer                  user_data);

/**
 * atlas_timeline_layout_foreach:
 * @self: a layout
 * @view: what is in view
 * @func: called for each
 *
 * Visits the entries whose mark or name is in view: lane by lane, bands first, row by row, but not those in clusters. Rows
 * that are not in view are not touched, and in the others only what is.
 */
void                      atlas_timeline_layout_foreach    (const AtlasTimelineLayout *self,
                                                            const AtlasTimelineView   *view,
                                                            AtlasTimelineEntryFunc     func,
                                                            gpointer                   user_data);
/* Visits those that wash down all lanes and are of the days in view, wherever they stand. */
void                      atlas_timeline_layout_foreach_across (const AtlasTimelineLayout *self,
                                                                const AtlasTimelineView   *view,
                                                                AtlasTimelineEntryFunc     func,
                                                                gpointer                   user_data);
/* The room of an entry's mark in a view, px; of one in a cluster that of the cluster. */
cairo_rectangle_t         atlas_timeline_layout_get_box    (const AtlasTimelineLayout *self,
                                                            const AtlasTimelineView   *view,
                                                            const AtlasTimelineEntry  *entry);
/* The room of its name; width 0 when there is none. The name of a bar stays in view as long as its bar is. */
cairo_rectangle_t         atlas_timeline_layout_get_label_box (const AtlasTimelineLayout *self,
                                                               const AtlasTimelineView   *view,
                                                               const AtlasTimelineEntry  *entry);
/* What is at a point, px of the view, or at most @tolerance px from it; a mark before a name before a heading; %NULL: nothing. */
const AtlasTimelineEntry *atlas_timeline_layout_hit        (const AtlasTimelineLayout *self,
                                                            const AtlasTimelineView   *view,
                                                            double                     x,
                                                            double                     y,
                                                            double                     tolerance);
/* The entry nearest in time in the next lane above (-1) or below (1) that has any; %NULL: there is none. */
const AtlasTimelineEntry *atlas_timeline_layout_step_lane  (const AtlasTimelineLayout *self,
                                                            const AtlasTimelineEntry  *entry,
                                                            int                        direction);

typedef void (*AtlasTimelineClusterFunc) (const AtlasTimelineCluster *cluster,
                                          gpointer                    user_data);
/* Visits the clusters in view. */
void                      atlas_timeline_layout_foreach_cluster (const AtlasTimelineLayout  *self,
                                                                 const AtlasTimelineView    *view,
                                                                 AtlasTimelineClusterFunc    func,
                                                                 gpointer                    user_data);
/* The room of a cluster in a view, px: wide enough for what atlas_timeline_cluster_to_text() says, and apart from its neighbours. */
cairo_rectangle_t         atlas_timeline_layout_get_cluster_box (const AtlasTimelineLayout  *self,
                                                                 const AtlasTimelineView    *view,
                                                                 const AtlasTimelineCluster *cluster);
/* The cluster at a point, px of the view, or at most @tolerance px from it; borrowed; %NULL: none is there. */
const AtlasTimelineCluster *atlas_timeline_layout_hit_cluster   (const AtlasTimelineLayout  *self,
                                                                 const AtlasTimelineView    *view,
                                                                 double                      x,
                                                                 double                      y,
                                                                 double                      tolerance);
/* The cluster that an entry is in; %NULL: in none. */
const AtlasTimelineCluster *atlas_timeline_layout_get_cluster   (const AtlasTimelineLayout  *self,
                                                                 const AtlasTimelineEntry   *entry);
/* The members of a cluster: @count entries in date order, the first of which is returned. */
const AtlasTimelineEntry *atlas_timeline_layout_get_members     (const AtlasTimelineLayout  *self,
                                                                 const AtlasTimelineCluster *cluster);
/* How many there are of them in all lanes. */
guint                     atlas_timeline_layout_get_n_clusters  (const AtlasTimelineLayout  *self);
/* Its count, short: "7", "320", "12k". (transfer full) */
char                     *atlas_timeline_cluster_to_text        (const AtlasTimelineCluster *cluster) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelineLayout, atlas_timeline_layout_unref)

G_END_DECLS
