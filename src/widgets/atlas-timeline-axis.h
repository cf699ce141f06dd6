// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"
#include "atlas-timeline-painter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTimelineAxis:
 *
 * The time that all parts of a timeline share: which days are in view, how wide one is, and how that moves. It follows
 * the range of a session and writes it: where the view comes to rest, not what it passes on the way.
 *
 * A part is a widget, as wide as the others, whose first #ATLAS_TIMELINE_GUTTER px are no days; x is counted from there.
 *
 * Signals: `changed` (scale, width or bounds).
 */
#define ATLAS_TYPE_TIMELINE_AXIS (atlas_timeline_axis_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineAxis, atlas_timeline_axis, ATLAS, TIMELINE_AXIS, GObject)

AtlasTimelineAxis *atlas_timeline_axis_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void               atlas_timeline_axis_set_session     (AtlasTimelineAxis *self,
                                                        AtlasSession      *session); /* (nullable) */
AtlasSession      *atlas_timeline_axis_get_session     (AtlasTimelineAxis *self);    /* (transfer none) (nullable) */

AtlasTimeScale     atlas_timeline_axis_get_scale       (AtlasTimelineAxis *self);
/* Where a glide leads to; the scale itself when nothing glides. */
AtlasTimeScale     atlas_timeline_axis_get_aim         (AtlasTimelineAxis *self);
/* The days from the first to the last thing there is to see; empty without an atlas. */
AtlasTimeSpan      atlas_timeline_axis_get_bounds      (AtlasTimelineAxis *self);
/* px; 0: no part has been allocated yet. */
double             atlas_timeline_axis_get_width       (AtlasTimelineAxis *self);
/* A part tells how much room it has got right of the gutter: the days in view stay the same. */
void               atlas_timeline_axis_set_width       (AtlasTimelineAxis *self,
                                                        double             width);

/* Moves at once, as far as there is something to see. */
void               atlas_timeline_axis_set_scale       (AtlasTimelineAxis *self,
                                                        AtlasTimeScale     scale);
/* The same in a moment, where the desktop wants animations. */
void               atlas_timeline_axis_glide_to        (AtlasTimelineAxis *self,
                                                        AtlasTimeScale     scale);
/* Lets the view coast after a push; the days move with @px_per_second. */
void               atlas_timeline_axis_fling           (AtlasTimelineAxis *self,
                                                        double             px_per_second);
/* Ends a glide or a fling where it is. */
void               atlas_timeline_axis_stop            (AtlasTimelineAxis *self);
/* 1: closer, -1: farther, 0: everything. The day at @x px stays there; a negative @x is the middle. */
void               atlas_timeline_axis_zoom            (AtlasTimelineAxis *self,
                                                        int                direction,
                                                        double             x);
/* The scale that shows these days, with some room round them. */
AtlasTimeScale     atlas_timeline_axis_get_showing     (AtlasTimelineAxis *self,
                                                        AtlasTimeSpan      days);
/* Glides to it. */
void               atlas_timeline_axis_show            (AtlasTimelineAxis *self,
                                                        AtlasTimeSpan      days);

/**
 * atlas_timeline_axis_add_controllers:
 * @self: an axis
 * @part: a part of its timeline
 *
 * Lets a part move the view: the wheel pans, with Ctrl it zooms at the pointer and with Shift it scrolls the rows, a drag
 * pans and coasts, a pinch zooms. The part is drawn anew when the axis, the clock, its mode or the comparison change.
 * A gesture of the part's own that claims its sequence goes before these.
 */
void               atlas_timeline_axis_add_controllers (AtlasTimelineAxis *self,
                                                        GtkWidget         *part);
/* Whether another gesture of the same widget, outside its group, has taken the press that @gesture, a GtkGestureSingle, sees.
 * GTK lets those that see a press after it was claimed go on with it. */
gboolean           atlas_timeline_gesture_is_taken     (GtkGesture        *gesture);
/* The lanes' rows, and the one part that drags and flings scroll them in. */
void               atlas_timeline_axis_set_rows        (AtlasTimelineAxis *self,
                                                        GtkAdjustment     *rows, /* (nullable) */
                                                        GtkWidget         *part);

/* The dates that stand on the ruler and can be dragged. */
typedef enum
{
  ATLAS_TIMELINE_HANDLE_NONE,
  ATLAS_TIMELINE_HANDLE_CLOCK,
  ATLAS_TIMELINE_HANDLE_COMPARISON,
  ATLAS_TIMELINE_HANDLE_FLAG, /* the clock, by its flag: it stays where it is until it is dragged */
} AtlasTimelineHandle;

/* Which date a press at a place of @part takes. */
typedef AtlasTimelineHandle (*AtlasTimelineHandleFunc) (GtkWidget *part,
                                                        double     x,
                                                        double     y);

/* The date whose middle is at most @reach px from @x, or that is there itself. */
AtlasTimelineHandle atlas_timeline_axis_find_handle    (AtlasTimelineAxis      *self,
                                                        double                  x,
                                                        double                  reach);
/* Lets drags in a part move those dates, by whole steps. A gesture of the part's own that is to see the same presses is
 * grouped with the one that is returned (transfer none). */
GtkGesture        *atlas_timeline_axis_add_scrubbing   (AtlasTimelineAxis      *self,
                                                        GtkWidget              *part,
                                                        AtlasTimelineHandleFunc pick);
/* The unit that scrubbing sets them to. */
void               atlas_timeline_axis_set_step        (AtlasTimelineAxis *self,
                                                        AtlasTimeUnit      step);
AtlasTimeUnit      atlas_timeline_axis_get_step        (AtlasTimelineAxis *self);

/* As the desktop asks for; the parts are drawn again. */
void               atlas_timeline_axis_set_high_contrast (AtlasTimelineAxis *self,
                                                          gboolean           high_contrast);
/* The inks that go with the colours of a part's theme. */
AtlasPaletteId     atlas_timeline_axis_get_palette     (AtlasTimelineAxis *self,
                                                        GtkWidget         *part);
/* What all parts draw alike, for a part of @height px: view, palette, today, clock and comparison with their words. The
 * words are borrowed from the axis. */
AtlasTimelineFrame atlas_timeline_axis_get_frame       (AtlasTimelineAxis *self,
                                                        GtkWidget         *part,
                                                        double             height);

G_END_DECLS
