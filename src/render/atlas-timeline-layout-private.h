// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-index-private.h"
#include "atlas-timeline-layout.h"

G_BEGIN_DECLS

/* px */
#define ATLAS_TIMELINE_RADIUS 4.5       /* of a symbol beside a line of usual text */
#define ATLAS_TIMELINE_MIN_BAR 12.0     /* a shorter interval is a point */
#define ATLAS_TIMELINE_MAX_LABEL 260.0  /* a longer name is cut, unless its bar or the room up to the next is longer */
#define ATLAS_TIMELINE_LONGEST_LABEL 420.0 /* of one in such room */
#define ATLAS_TIMELINE_LABEL_GAP 4.0
#define ATLAS_TIMELINE_NAME_SPARE 6.0    /* that a name may be wider than it was estimated */
#define ATLAS_TIMELINE_INDENT 12.0       /* of a name over a bar after the symbol of its date */
#define ATLAS_TIMELINE_ARROW 7.0         /* what an open end has beyond its bar */
#define ATLAS_TIMELINE_TAIL 12.0         /* what is left of a bar that there is no row for */
#define ATLAS_TIMELINE_STUB 4.0          /* the same where the next is near */
#define ATLAS_TIMELINE_MARK_GAP 2.0      /* between marks in a row */
#define ATLAS_TIMELINE_OPEN_PADDING 5.0  /* over and under the rows of a lane */
#define ATLAS_TIMELINE_SNUG_PADDING 2.0
#define ATLAS_TIMELINE_OPEN_SPARE 8.0    /* what an open row has below the line of its name: room for a bar */
#define ATLAS_TIMELINE_SNUG_SPARE 0.0    /* what a snug one has: its bar reaches up between the feet of the letters */
#define ATLAS_TIMELINE_SNUG_PITCH 0.75   /* lines: of a snug row without bars, where letters fill what is between those above */
#define ATLAS_TIMELINE_SNUG_LABEL 10.5   /* lines: a longer name is cut where rows are scarce */

/* A row: its entries are `first` to the next row's `first`, in time order. */
typedef struct
{
  guint first;
} AtlasTimelineRow;

struct _AtlasTimelineLayout
{
  AtlasTimelineIndex *index;
  double              px_per_day;
  double              line_height;
  double              radius;        /* of a symbol */
  double              pitch;         /* of the rows of what happens */
  double              lasting_pitch; /* of the rows of what lasts */
  double              heading;
  double              height;
  gboolean            open;
  GArray             *lanes;       /* of AtlasTimelineLane */
  GArray             *lane_rows;   /* of guint: the first row of each lane, headings first, and one past the last */
  GArray             *rows;        /* of AtlasTimelineRow, and one past the last of each lane: its clusters' entries begin there */
  GArray             *lane_clusters; /* of guint: the first cluster of each lane, and one past the last */
  GArray             *clusters;    /* of AtlasTimelineCluster, by lane and time; `first` is an index in entries */
  GArray             *across;      /* of guint: entries */
  AtlasTimelineEntry *entries;     /* by lane, row and time; those in clusters after the rows of their lane */
  guint               n_entries;
  guint              *by_position; /* position → index in entries; G_MAXUINT: not there */
};

/* The shape a slot has as a mark in a row. */
AtlasTimelineShape atlas_timeline_slot_get_shape (const AtlasTimelineSlot *slot,
                                                  double                   px_per_day);
/* The px that a mark takes, from day 0 on, at a zoom. */
void     atlas_timeline_slot_get_extents  (const AtlasTimelineSlot  *slot,
                                           AtlasTimelineShape        shape,
                                           AtlasTimelineTail         tail,
                                           double                    px_per_day,
                                           double                    radius,
                                           double                   *x0,
                                           double                   *x1);
void     atlas_timeline_entry_init        (AtlasTimelineEntry       *entry,
                                           const AtlasTimelineIndex *index,
                                           const AtlasTimelineSlot  *slot,
                                           AtlasTimelineShape        shape,
                                           AtlasTimelineTail         tail);
void     atlas_timeline_entry_get_extents (const AtlasTimelineEntry *entry,
                                           double                    px_per_day,
                                           double                    radius,
                                           double                   *x0,
                                           double                   *x1);
/* px */
double   atlas_timeline_layout_get_cluster_height (const AtlasTimelineLayout *self);
/* The width of what atlas_timeline_cluster_to_text() says. */
double   atlas_timeline_cluster_get_width (const AtlasTimelineLayout  *self,
                                           const AtlasTimelineCluster *cluster);
/* The width that the calendar's cells of clusters have at least. */
double   atlas_timeline_layout_get_cell_width (const AtlasTimelineLayout *self);
/* The cell of the calendar that @day is in, the finest whose cells are @width px wide at a zoom. */
AtlasTimeSpan atlas_timeline_cell_around  (int                        day,
                                           double                     px_per_day,
                                           double                     width);

/**
 * AtlasTimelineColumns:
 *
 * How many stretches lie on each px of a lane, so that they never need more rows than there are. Touches a px at most once for
 * each row there is, and each stretch that finds no room only once.
 */
typedef struct _AtlasTimelineColumns AtlasTimelineColumns;

/* A stretch of columns, half-open. */
typedef struct
{
  guint begin;
  guint end;
} AtlasTimelineStretch;

AtlasTimelineColumns *atlas_timeline_columns_new  (AtlasTimeSpan         days,
                                                   double                px_per_day) G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_timeline_columns_free (AtlasTimelineColumns *self);
/* Empties it. At most ATLAS_TIMELINE_MAX_ROWS. */
void                  atlas_timeline_columns_set_rows (AtlasTimelineColumns *self,
                                                       guint                 n_rows);
/* The columns from @x0 to @x1, px from day 0 on; at least one. */
AtlasTimelineStretch  atlas_timeline_columns_get  (const AtlasTimelineColumns *self,
                                                   double                      x0,
                                                   double                      x1);
/* Takes a stretch, if there is a row for it wherever it goes. */
gboolean              atlas_timeline_columns_take (AtlasTimelineColumns       *self,
                                                   AtlasTimelineStretch        stretch);
void                  atlas_timeline_columns_give (AtlasTimelineColumns       *self,
                                                   AtlasTimelineStretch        stretch);
/* For counting what is needed: any number of stretches, and the most that lie on one column. Empties it. */
void                  atlas_timeline_columns_count (AtlasTimelineColumns      *self,
                                                    AtlasTimelineStretch       stretch);
guint                 atlas_timeline_columns_get_depth (AtlasTimelineColumns  *self);

#define ATLAS_TIMELINE_MAX_ROWS 250

/* How a slot stands. */
typedef enum
{
  ATLAS_TIMELINE_FORM_NONE,    /* in a cluster */
  ATLAS_TIMELINE_FORM_HEADING,
  ATLAS_TIMELINE_FORM_LASTING, /* for as long as it lasts, with its name */
  ATLAS_TIMELINE_FORM_NAMED,   /* among what happens */
  ATLAS_TIMELINE_FORM_BARE,    /* the same, without its name */
  ATLAS_TIMELINE_FORM_STUB,    /* the same, and no longer than its symbol, however long it lasts */
  ATLAS_TIMELINE_FORM_NAMED_BELOW, /* these three in a row of what lasts, where nothing does */
  ATLAS_TIMELINE_FORM_BARE_BELOW,
  ATLAS_TIMELINE_FORM_STUB_BELOW,
  ATLAS_TIMELINE_FORM_FOOT,    /* the mark alone, in the row of the clusters */
} AtlasTimelineForm;

/* What the making of a layout knows of one lane. */
typedef struct
{
  const AtlasTimelineLayout    *layout;
  const AtlasTimelineIndexLane *lane;
  guint8                       *forms;    /* AtlasTimelineForm of each of the index's slots */
  guint32                      *rows;     /* of those that are in rows of what lasts, from its first one on */
  AtlasTimelineColumns         *columns;  /* at the layout's zoom */
  AtlasTimelineColumns         *lasting;  /* of what lasts, which does not depend on the zoom: at the wider of it and of home */
  AtlasTimelineColumns        **below;    /* for each row of what lasts */
  double                        px_per_day;
  double                        home;     /* px per day at which the days shown at first are in a common view */
  double                        max_label;
  guint                         n_headings;
  guint                         n_passing;
  guint                         n_lasting;
  guint                         n_feet;   /* 1: there is a row for clusters, whether or not there are any */
  GArray                       *clusters; /* of AtlasTimelineCluster: what has no row, in order; its own */
} AtlasTimelineChoice;

/* Whether a slot that is not a heading is a bar that has its row for long; else it is something that happens, or a tail. */
gboolean             atlas_timeline_choice_is_lasting (const AtlasTimelineChoice *self,
                                                       guint                      slot);
/* The px that a slot takes of its row in a form, name and gap included; and where its name is. */
AtlasTimelineLabel   atlas_timeline_choice_get_stretch (const AtlasTimelineChoice *self,
                                                        guint                      slot,
                                                        AtlasTimelineForm          form,
                                                        double                    *x0,
                                                        double                    *x1);
/* What is left of a slot in one of the rows of what happens that would be there for longer, had it a row. */
AtlasTimelineTail    atlas_timeline_choice_get_tail   (const AtlasTimelineChoice *self,
                                                       guint                      slot,
                                                       AtlasTimelineForm          form);
/* Gives all of a lane the form that it has where there is room enough, and finds the rows that needs. */
void                 atlas_timeline_choice_take_all   (AtlasTimelineChoice *self);
/* Chooses the headings, at most @max rows of them; the other bands are then bars. */
void                 atlas_timeline_choice_take_headings (AtlasTimelineChoice *self,
                                                          guint                max);
/* How many rows what is not a heading would need. */
void                 atlas_timeline_choice_get_needs  (AtlasTimelineChoice *self,
                                                       guint               *n_passing,
                                                       guint               *n_lasting);
/* Shares @n_rows between what happens and what lasts. */
void                 atlas_timeline_choice_share      (AtlasTimelineChoice *self,
                                                       guint                n_rows,
                                                       guint                need_passing,
                                                       guint                need_lasting);
/* Of what has no row yet, chooses the marks that stand beside the clusters, and makes these. */
void                 atlas_timeline_choice_take_feet  (AtlasTimelineChoice *self);
/* Chooses what stands in these rows. */
void                 atlas_timeline_choice_take       (AtlasTimelineChoice *self);

/**
 * atlas_timeline_layout_grow_names:
 * @self: a layout that is being made
 * @slots: (array): of what stands in the row
 * @first: its first entry
 * @n: how many there are
 *
 * Gives the names and tails of a row what room is left between them.
 */
void                 atlas_timeline_layout_grow_names (AtlasTimelineLayout       *self,
                                                       const guint               *slots,
                                                       guint                      first,
                                                       guint                      n);
/* Puts what a lane's slots have become into the layout, from the lane's headings to its clusters. */
void                 atlas_timeline_layout_add_lane   (AtlasTimelineLayout       *self,
                                                       guint                      lane,
                                                       const AtlasTimelineChoice *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelineColumns, atlas_timeline_columns_free)

G_END_DECLS
