// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-time-brush.h"
#include "atlas-timeline-axis.h"

G_BEGIN_DECLS

/* What a press takes: nothing, a part of the window, or the ground, on which a drag draws a new one. */
typedef enum
{
  ATLAS_TIMELINE_GRIP_NONE = -1,
  ATLAS_TIMELINE_GRIP_BEGIN = ATLAS_TIME_BRUSH_BEGIN,
  ATLAS_TIMELINE_GRIP_END = ATLAS_TIME_BRUSH_END,
  ATLAS_TIMELINE_GRIP_WHOLE = ATLAS_TIME_BRUSH_WHOLE,
  ATLAS_TIMELINE_GRIP_GROUND,
} AtlasTimelineGrip;

/**
 * AtlasTimelineBrush:
 *
 * Draws and moves the window of time of the session that an axis shows: the one that is the filter's, so that every view
 * follows while it is dragged. There is one for each axis.
 *
 * Edges snap to the finest unit that is wide enough at the zoom. While something is dragged Escape puts the window back
 * as it was, and beyond the side of the view the view follows.
 *
 * Signals: `changed` (a drag has begun, gone on or ended; that the window is another one the session tells).
 */
#define ATLAS_TYPE_TIMELINE_BRUSH (atlas_timeline_brush_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineBrush, atlas_timeline_brush, ATLAS, TIMELINE_BRUSH, GObject)

/* What a press at a place of @part takes; with Shift a part of the window is not taken but a new one drawn. */
typedef AtlasTimelineGrip (*AtlasTimelineGripFunc) (GtkWidget *part,
                                                    double     x,
                                                    double     y);

AtlasTimelineBrush *atlas_timeline_brush_get             (AtlasTimelineAxis    *axis); /* (transfer none) */
/* Lets drags in a part of the axis's timeline do what @pick says; %NULL: draw, but with Shift only. */
void                atlas_timeline_brush_add_to          (AtlasTimelineBrush   *self,
                                                          GtkWidget            *part,
                                                          AtlasTimelineGripFunc pick);

AtlasTimeSpan       atlas_timeline_brush_get_window      (AtlasTimelineBrush   *self); /* empty: none */
void                atlas_timeline_brush_set_window      (AtlasTimelineBrush   *self,
                                                          AtlasTimeSpan         window);
/* What edges snap to at the zoom. */
AtlasTimeUnit       atlas_timeline_brush_get_unit        (AtlasTimelineBrush   *self);
AtlasTimelineGrip   atlas_timeline_brush_get_dragged     (AtlasTimelineBrush   *self); /* NONE: no drag */

/* Moves a part of the window by units, or by larger ones. */
void                atlas_timeline_brush_step            (AtlasTimelineBrush   *self,
                                                          AtlasTimeBrushPart    part,
                                                          int                   count,
                                                          gboolean              leap);
/* As far as it goes: -1 to the begin, 1 to the end. */
void                atlas_timeline_brush_go_to_end       (AtlasTimelineBrush   *self,
                                                          AtlasTimeBrushPart    part,
                                                          int                   direction);
/* Puts an edge where the clock is, or without a clock at the side of the view. */
void                atlas_timeline_brush_mark            (AtlasTimelineBrush   *self,
                                                          AtlasTimeBrushPart    edge);
/* Glides to the window; and so far that a part of it is in view. */
void                atlas_timeline_brush_fit             (AtlasTimelineBrush   *self);
void                atlas_timeline_brush_reveal          (AtlasTimelineBrush   *self,
                                                          AtlasTimeBrushPart    part);

G_END_DECLS
