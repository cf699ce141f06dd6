// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-axis.h"

G_BEGIN_DECLS

/**
 * AtlasTimelineCanvas:
 *
 * The lanes of a timeline. It draws everything itself; over what is in view lies a bounded number of
 * #AtlasTimelineItem, in time order, for the keyboard and assistive technology.
 */
#define ATLAS_TYPE_TIMELINE_CANVAS (atlas_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineCanvas, atlas_timeline_canvas, ATLAS, TIMELINE_CANVAS, GtkWidget)

GtkWidget             *atlas_timeline_canvas_new              (AtlasTimelineAxis   *axis) G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_timeline_canvas_set_session      (AtlasTimelineCanvas *self,
                                                               AtlasSession        *session);
/* How far the lanes are scrolled, px. */
GtkAdjustment         *atlas_timeline_canvas_get_vadjustment  (AtlasTimelineCanvas *self); /* (transfer none) */
/* What the lanes are. The days in view stay the same. */
AtlasTimelineGrouping  atlas_timeline_canvas_get_grouping     (AtlasTimelineCanvas  *self);
void                   atlas_timeline_canvas_set_grouping     (AtlasTimelineCanvas  *self,
                                                               AtlasTimelineGrouping grouping);
/* Of each lane no more rows than fit. */
void                   atlas_timeline_canvas_fold_lanes       (AtlasTimelineCanvas  *self);
/* 1: closer, -1: farther, 0: everything. */
void                   atlas_timeline_canvas_zoom             (AtlasTimelineCanvas *self,
                                                               int                  direction);
/* Shows the whole of an item, and what is around it. */
void                   atlas_timeline_canvas_fit_item         (AtlasTimelineCanvas *self,
                                                               AtlasItem           *item);
/* Brings an item into view, as little as is needed. */
void                   atlas_timeline_canvas_reveal           (AtlasTimelineCanvas *self,
                                                               AtlasItem           *item);
/* Where the mark of an item is now, px of the canvas. FALSE: it is not in view. */
gboolean               atlas_timeline_canvas_get_item_box     (AtlasTimelineCanvas *self,
                                                               AtlasItem           *item,
                                                               graphene_rect_t     *box);
/* What the keyboard is on: selects an item, opens a group. */
void                   atlas_timeline_canvas_activate         (AtlasTimelineCanvas *self);
/* Opens the group that has the focus, or that the item is in that has it. FALSE: it is in none. */
gboolean               atlas_timeline_canvas_open_group       (AtlasTimelineCanvas *self);
/* The item that has, or would get, the keyboard focus. */
AtlasItem             *atlas_timeline_canvas_get_focus_item   (AtlasTimelineCanvas *self); /* (transfer none) (nullable) */
/* Moves the keyboard focus. FALSE: there is nothing. */
gboolean               atlas_timeline_canvas_focus_item       (AtlasTimelineCanvas *self,
                                                               AtlasItem           *item);
/* To the next (1) or previous (-1) item by date, whatever its lane; to the nearest of the lane below (1) or above (-1). */
gboolean               atlas_timeline_canvas_step_item        (AtlasTimelineCanvas *self,
                                                               int                  direction);
gboolean               atlas_timeline_canvas_step_lane        (AtlasTimelineCanvas *self,
                                                               int                  direction);
gboolean               atlas_timeline_canvas_step_end         (AtlasTimelineCanvas *self,
                                                               int                  direction); /* -1 first, 1 last */

G_END_DECLS
