// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-series-axis.h"
#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/**
 * AtlasSeriesTrack:
 * @series: what it shows
 * @axis: its values from foot to head
 * @look: which ink and which hatch it has, from 0: its place among the series of its atlas
 * @inset: px at the right that its title leaves free
 * @lit: (nullable): the value that is lit and said in words
 * @focused: (nullable): the value that has the keyboard focus
 *
 * A small chart of one series under a timeline. A value is a block over exactly its days; neighbours that meet are joined, and
 * where there is no value there is nothing.
 */
typedef struct
{
  const AtlasSeries      *series;
  AtlasSeriesAxis         axis;
  guint                   look;
  double                  inset;
  const AtlasSeriesPoint *lit;
  const AtlasSeriesPoint *focused;
} AtlasSeriesTrack;

/* How high a track is, and where in it its chart stands, px. */
double            atlas_series_painter_get_height (AtlasTimelinePainter     *painter);
void              atlas_series_painter_get_chart  (AtlasTimelinePainter     *painter,
                                                   double                   *y,
                                                   double                   *height);
/* Where a value stands in its track: @point's days and value, at least so large that it can be seen. x from the right side of the gutter, px. */
cairo_rectangle_t atlas_series_painter_get_box    (AtlasTimelinePainter     *painter,
                                                   const AtlasSeriesTrack   *track,
                                                   const AtlasTimeScale     *scale,
                                                   const AtlasSeriesPoint   *point);

/**
 * atlas_series_painter_paint:
 * @painter: whose fonts are used
 * @cr: a context; the track fills 0, 0 to the gutter and the frame's width, and its height
 * @frame: scale and width of the view, palette, today, clock; it needs no layout
 * @track: what to draw
 *
 * Draws a track with the lines of today and the clock through it.
 */
void              atlas_series_painter_paint      (AtlasTimelinePainter     *painter,
                                                   cairo_t                  *cr,
                                                   const AtlasTimelineFrame *frame,
                                                   const AtlasSeriesTrack   *track);

G_END_DECLS
