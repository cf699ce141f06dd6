// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-time-scale.h"

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

/**
 * AtlasTimelineEntry:
 * @item: borrowed from the dataset
 * @position: of the item in the dataset, which is time order
 * @shape: how it is drawn
 * @start: how its first side is known
 * @stop: how its last side is known
 * @life: the days drawn; open sides end at the layout's bounds
 * @certain: the days it was for sure; empty when no day is
 * @known: life and phases together, as @life
 * @goes_on: whether its life or its last phase has no end: an arrow says so
 * @lane: index of its lane
 * @row: row in the lane; a band's among the headings
 * @label: where its name stands
 * @label_width: px that the name takes
 */
typedef struct
{
  AtlasItem         *item;
  guint              position;
  AtlasTimelineShape shape;
  AtlasTimelineEdge  start;
  AtlasTimelineEdge  stop;
  AtlasTimeSpan      life;
  AtlasTimeSpan      certain;
  AtlasTimeSpan      known;
  gboolean           goes_on;
  guint              lane;
  guint              row;
  AtlasTimelineLabel label;
  float              label_width;
} AtlasTimelineEntry;

/* A lane, px from the top of the layout: headings of its bands, then its rows. */
typedef struct
{
  const char *theme; /* id; borrowed from the manifest */
  double      y;
  double      height;
  double      rows_y;
  guint       n_headings;
  guint       n_rows;
} AtlasTimelineLane;

/* How wide the name of @item is, px. */
typedef double (*AtlasTimelineMeasureFunc) (AtlasItem *item,
                                            gpointer   user_data);

/**
 * AtlasTimelineSpec:
 * @px_per_day: the zoom, a value of atlas_timeline_layout_get_bucket()
 * @height: what there is room for, px; rows are made narrower for it, as far as that goes
 * @line_height: of a name, px
 * @today: the day
 * @accept: (nullable): which items are there
 * @measure: measures names
 * @user_data: for both
 */
typedef struct
{
  double                   px_per_day;
  double                   height;
  double                   line_height;
  int                      today;
  AtlasItemFunc            accept;
  AtlasTimelineMeasureFunc measure;
  gpointer                 user_data;
} AtlasTimelineSpec;

/**
 * AtlasTimelineLayout:
 *
 * Where the items of an atlas stand on a timeline: lanes by theme, rows in a lane so that none overlap, and names where
 * there is room. It holds for one bucket of zoom: nothing moves against anything else while the view is panned, or zoomed
 * within the bucket, since the closer of two zooms only pulls marks apart. Immutable; days do not depend on the view.
 */
typedef struct _AtlasTimelineLayout AtlasTimelineLayout;

/* The widest zoom of the bucket that @px_per_day is in: half an octave each. */
double                    atlas_timeline_layout_get_bucket (double px_per_day);

AtlasTimelineLayout      *atlas_timeline_layout_new        (AtlasDataset              *dataset,
                                                            const AtlasTimelineSpec   *spec) G_GNUC_WARN_UNUSED_RESULT;
void                      atlas_timeline_layout_free       (AtlasTimelineLayout       *self);

/* The days from the first to the last thing there is to see. */
AtlasTimeSpan             atlas_timeline_get_bounds        (AtlasDataset              *dataset,
                                                            int                        today);
AtlasTimeSpan             atlas_timeline_layout_get_bounds (const AtlasTimelineLayout *self);
double                    atlas_timeline_layout_get_height (const AtlasTimelineLayout *self); /* px */
double                    atlas_timeline_layout_get_pitch  (const AtlasTimelineLayout *self); /* px from row to row */
double                    atlas_timeline_layout_get_heading (const AtlasTimelineLayout *self); /* px from heading to heading */
gboolean                  atlas_timeline_layout_is_open    (const AtlasTimelineLayout *self); /* rows are high enough for names above bars */
int                       atlas_timeline_layout_get_today  (const AtlasTimelineLayout *self);
guint                     atlas_timeline_layout_get_n_lanes (const AtlasTimelineLayout *self);
const AtlasTimelineLane  *atlas_timeline_layout_get_lane   (const AtlasTimelineLayout *self,
                                                            guint                      lane);
guint                     atlas_timeline_layout_get_n_entries (const AtlasTimelineLayout *self);
/* The entry of the item at @position in the dataset; %NULL: it is not there. */
const AtlasTimelineEntry *atlas_timeline_layout_lookup     (const AtlasTimelineLayout *self,
                                                            guint                      position);

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
 * Visits the entries whose mark or name is in view: bands first, lane by lane, row by row. Rows that are not in view are
 * not touched, and in the others only what is.
 */
void                      atlas_timeline_layout_foreach    (const AtlasTimelineLayout *self,
                                                            const AtlasTimelineView   *view,
                                                            AtlasTimelineEntryFunc     func,
                                                            gpointer                   user_data);
/* The room of an entry's mark in a view, px. */
cairo_rectangle_t         atlas_timeline_layout_get_box    (const AtlasTimelineLayout *self,
                                                            const AtlasTimelineView   *view,
                                                            const AtlasTimelineEntry  *entry);
/* The room of its name; width 0 when there is none. The name of a bar stays in view as long as its bar is. */
cairo_rectangle_t         atlas_timeline_layout_get_label_box (const AtlasTimelineLayout *self,
                                                               const AtlasTimelineView   *view,
                                                               const AtlasTimelineEntry  *entry);
/* What is at a point or at most @tolerance px from it; a mark before a name before a heading. */
const AtlasTimelineEntry *atlas_timeline_layout_hit        (const AtlasTimelineLayout *self,
                                                            const AtlasTimelineView   *view,
                                                            double                     x,
                                                            double                     y,
                                                            double                     tolerance);
/* The entry nearest in time in the next lane above (-1) or below (1) that has any; %NULL: there is none. */
const AtlasTimelineEntry *atlas_timeline_layout_step_lane  (const AtlasTimelineLayout *self,
                                                            const AtlasTimelineEntry  *entry,
                                                            int                        direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelineLayout, atlas_timeline_layout_free)

G_END_DECLS
