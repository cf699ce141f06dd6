// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/* A window of time as one takes hold of it: by an edge, or as a whole. All of this is arithmetic without a display. */
typedef enum
{
  ATLAS_TIME_BRUSH_BEGIN,
  ATLAS_TIME_BRUSH_END,
  ATLAS_TIME_BRUSH_WHOLE,
  ATLAS_N_TIME_BRUSH_PARTS
} AtlasTimeBrushPart;

/* The finest unit that is wide enough to be aimed at where a day is so many px wide, and the next coarser one. */
AtlasTimeUnit atlas_time_brush_get_unit    (double              px_per_day);
AtlasTimeUnit atlas_time_brush_get_leap    (AtlasTimeUnit       unit);

/* The day nearest to @day on which a @unit begins. */
int           atlas_time_brush_snap        (AtlasTimeUnit       unit,
                                            double              day);
/* @window without open sides: they end where @bounds do. Never empty. */
AtlasTimeSpan atlas_time_brush_close       (AtlasTimeSpan       window,
                                            AtlasTimeSpan       bounds);

/**
 * atlas_time_brush_draw:
 * @unit: what the edges snap to
 * @from: where the pointer went down, a day with its fraction
 * @to: where it is
 * @bounds: the days there are
 *
 * Draws a new window. Between two days of one unit it is that unit.
 *
 * Returns: the window, never empty
 */
AtlasTimeSpan atlas_time_brush_draw        (AtlasTimeUnit       unit,
                                            double              from,
                                            double              to,
                                            AtlasTimeSpan       bounds);

/**
 * atlas_time_brush_drag:
 * @window: as it was when the dragging began
 * @part: what is dragged
 * @unit: what it snaps to
 * @days: how far it is dragged, with a fraction
 * @bounds: the days there are; a window that reaches beyond them may stay where it is
 *
 * Drags a part of a window. An edge stops a unit before the other one. The whole moves by whole units, and so keeps its
 * place in them: from the 5th of a month it goes to the 5th of another.
 *
 * Returns: the window, never empty
 */
AtlasTimeSpan atlas_time_brush_drag        (AtlasTimeSpan       window,
                                            AtlasTimeBrushPart  part,
                                            AtlasTimeUnit       unit,
                                            double              days,
                                            AtlasTimeSpan       bounds);

/* The same by so many units: an edge that is between two goes to the next. */
AtlasTimeSpan atlas_time_brush_step        (AtlasTimeSpan       window,
                                            AtlasTimeBrushPart  part,
                                            AtlasTimeUnit       unit,
                                            int                 count,
                                            AtlasTimeSpan       bounds);
/* The same as far to the begin (-1) or the end (1) as it goes. */
AtlasTimeSpan atlas_time_brush_go_to_end   (AtlasTimeSpan       window,
                                            AtlasTimeBrushPart  part,
                                            AtlasTimeUnit       unit,
                                            int                 direction,
                                            AtlasTimeSpan       bounds);

/**
 * atlas_time_brush_to_words:
 * @window: a window
 * @part: a part of it
 * @unit: how finely it is moved now
 *
 * Says where a part is: of an edge the first or the last day, month or year inside ("March 2006"), of the whole its days.
 * An edge that is open is said to be.
 *
 * Returns: (transfer full): the words, in the user's language
 */
char         *atlas_time_brush_to_words    (AtlasTimeSpan       window,
                                            AtlasTimeBrushPart  part,
                                            AtlasTimeUnit       unit) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): its days where there is little room: "2006 – 2012", "Sep 2020 – Mar 2022", "2006 – …"; "" for none. */
char         *atlas_time_brush_to_short_words (AtlasTimeSpan    window) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
