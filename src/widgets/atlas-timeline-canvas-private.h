// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-canvas.h"
#include "atlas-timeline-group.h"
#include "atlas-timeline-heading.h"
#include "atlas-timeline-item.h"
#include "atlas-timeline-maker.h"
#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/* The most items, and of these the most groups of items, that assistive technology is shown at a time. */
#define ATLAS_TIMELINE_MAX_ITEMS 300
#define ATLAS_TIMELINE_MAX_GROUPS 60

struct _AtlasTimelineCanvas
{
  GtkWidget             parent_instance;

  AtlasTimelineAxis    *axis;
  AtlasSession         *session;
  GSignalGroup         *session_signals;
  AtlasDataset         *dataset;        /* that the layout is of */
  AtlasFilter          *filter;         /* the session's without its window: outside it items are only hinted at */
  AtlasFilter          *window;         /* nothing but that window; NULL: there is none */
  AtlasTimelinePainter *painter;
  AtlasTextWidths      *widths;
  AtlasTimelineMaker   *maker;
  AtlasTimelineLayout  *layout;
  GArray               *order;          /* of guint: positions of what the layout has, in date order */
  AtlasTimelineGrouping grouping;
  GPtrArray            *expanded;       /* of char *: ids of lanes, NULL at the end */
  int                   today;
  double                height;
  GtkAdjustment        *vadjustment;
  guint                 font_serial;
  char                 *kept_lane;      /* whose top stays where it is when the rows change; NULL: what is looked at does */
  double                kept_y;
  AtlasTimelineCluster  pointed; /* the cluster that the pointer is on; count 0: none */

  /* children */
  GPtrArray            *items;          /* of AtlasTimelineItem; those in use first, in time order */
  guint                 n_used;
  GPtrArray            *groups;         /* of AtlasTimelineGroup, likewise */
  guint                 n_groups;
  GPtrArray            *headings;       /* of AtlasTimelineHeading, from top to bottom */
  guint                 n_headings;
  guint                 sync_source;
  guint                 focus_position; /* in the dataset; G_MAXUINT: none yet */
  guint                 focus_lane;     /* where an item that is in several has it */
};

AtlasTimelineView         atlas_timeline_canvas_get_view        (AtlasTimelineCanvas *self);
/* Asks for the layout that zoom, height, atlas, filter and language want. What one looks at stays where it is when it comes. */
void                      atlas_timeline_canvas_ensure_layout   (AtlasTimelineCanvas *self);
void                      atlas_timeline_canvas_drop_layout     (AtlasTimelineCanvas *self);
/* Takes a layout that has been made. */
void                      atlas_timeline_canvas_take_layout     (AtlasTimelineLayout *layout,
                                                                 GArray              *order,
                                                                 gpointer             canvas);
/* Shows all rows of a lane, or no more than fit. */
void                      atlas_timeline_canvas_toggle_lane     (AtlasTimelineCanvas *self,
                                                                 const char          *lane);
/* Scrolls the lanes until the rows of an item are in view. */
void                      atlas_timeline_canvas_reveal_row      (AtlasTimelineCanvas *self,
                                                                 AtlasItem           *item);
const AtlasTimelineEntry *atlas_timeline_canvas_lookup          (AtlasTimelineCanvas *self,
                                                                 AtlasItem           *item);
const AtlasTimelineEntry *atlas_timeline_canvas_hit             (AtlasTimelineCanvas *self,
                                                                 double               x,
                                                                 double               y);
/* Lets the members of a cluster stand by themselves: closer, or if that is no help in a lane with all of its rows. */
void                      atlas_timeline_canvas_open            (AtlasTimelineCanvas        *self,
                                                                 const AtlasTimelineCluster *cluster);
/* Whether the session's window leaves an item in. */
gboolean                  atlas_timeline_canvas_has_item        (AtlasTimelineCanvas *self,
                                                                 AtlasItem           *item);
/* Lets children stand for what is in view: now, or when it has come to rest. */
void                      atlas_timeline_canvas_sync            (AtlasTimelineCanvas *self);
void                      atlas_timeline_canvas_queue_sync      (AtlasTimelineCanvas *self);
void                      atlas_timeline_canvas_allocate_items  (AtlasTimelineCanvas *self);
void                      atlas_timeline_canvas_sync_headings   (AtlasTimelineCanvas *self);
void                      atlas_timeline_canvas_allocate_headings (AtlasTimelineCanvas *self);
/* The heading that has the focus; NULL: none has. */
AtlasTimelineHeading     *atlas_timeline_canvas_get_focus_heading (AtlasTimelineCanvas *self);
gboolean                  atlas_timeline_canvas_focus_heading   (AtlasTimelineCanvas *self,
                                                                 guint                lane);
void                      atlas_timeline_canvas_add_controllers (AtlasTimelineCanvas *self);

G_END_DECLS
