// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-series-axis.h"
#include "atlas-timeline-axis.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The most values of one chart that assistive technology is shown at a time. */
#define ATLAS_SERIES_CHART_MAX_VALUES 64

/**
 * AtlasSeriesChart:
 *
 * One series of an atlas on a timeline's axis: a part of the timeline, with a button that takes it away.
 *
 * Signals: `closed` (the button was pressed).
 */
#define ATLAS_TYPE_SERIES_CHART (atlas_series_chart_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSeriesChart, atlas_series_chart, ATLAS, SERIES_CHART, GtkWidget)

/**
 * atlas_series_chart_new:
 * @axis: the timeline's
 * @session: whose clock it shows and sets
 * @series: a series of the session's atlas
 * @look: its place in the atlas
 *
 * Makes a chart.
 *
 * Returns: (transfer floating): the chart
 */
GtkWidget         *atlas_series_chart_new         (AtlasTimelineAxis *axis,
                                                   AtlasSession      *session,
                                                   const AtlasSeries *series,
                                                   guint              look) G_GNUC_WARN_UNUSED_RESULT;
const AtlasSeries *atlas_series_chart_get_series  (AtlasSeriesChart  *self); /* (transfer none) */
/* The values from foot to head. */
void               atlas_series_chart_set_values  (AtlasSeriesChart  *self,
                                                   AtlasSeriesAxis    values);

/* The value that has the focus, or would get it: that of the clock, or the first in view. (nullable) */
const AtlasSeriesPoint *
                   atlas_series_chart_get_focus_point (AtlasSeriesChart *self);
/* Focus on the next (1) or previous (-1) value, the first or last, the nearest to a day. FALSE: there is none; the focus stays. */
gboolean           atlas_series_chart_step        (AtlasSeriesChart  *self,
                                                   int                direction);
gboolean           atlas_series_chart_step_end    (AtlasSeriesChart  *self,
                                                   int                direction);
gboolean           atlas_series_chart_focus_day   (AtlasSeriesChart  *self,
                                                   int                day);
/* Shows or hides the card of the value that has the focus. */
void               atlas_series_chart_toggle_tip  (AtlasSeriesChart  *self);
/* It stands elsewhere: its card would be wrong. */
void               atlas_series_chart_moved       (AtlasSeriesChart  *self);
/* The clock to the days of the value that has the focus; FALSE when none has. */
gboolean           atlas_series_chart_activate    (AtlasSeriesChart  *self);

G_END_DECLS
