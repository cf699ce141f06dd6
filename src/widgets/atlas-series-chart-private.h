// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-series-chart.h"
#include "atlas-series-painter.h"
#include "atlas-series-value.h"

G_BEGIN_DECLS

#define ATLAS_SERIES_CHART_LEAST 4 /* px of a child */

struct _AtlasSeriesChart
{
  GtkWidget             parent_instance;

  AtlasTimelineAxis    *axis;
  AtlasSession         *session;
  AtlasDataset         *dataset; /* keeps the series */
  AtlasTimelinePainter *painter;
  AtlasSeriesTrack      track;
  guint                 font_serial;
  GtkWidget            *close;
  GtkWidget            *tip;     /* (nullable): a popover */
  guint                 tip_source;
  GPtrArray            *values;  /* of AtlasSeriesValue (borrowed); those in use first */
  guint                 n_used;
  guint                 focus_index; /* G_MAXUINT: none yet */
  guint                 sync_source;
  double                pointer_x; /* from the gutter; NAN: the pointer is elsewhere */
};

const AtlasSeriesPoint *atlas_series_chart_get_point       (AtlasSeriesChart       *self,
                                                            guint                   index); /* (nullable) */
guint                   atlas_series_chart_get_index       (AtlasSeriesChart       *self,
                                                            const AtlasSeriesPoint *point);
/* The value at @x px from the gutter. (nullable) */
const AtlasSeriesPoint *atlas_series_chart_hit             (AtlasSeriesChart       *self,
                                                            double                  x);
/* The days of the clock; empty while all dates are shown. */
AtlasTimeSpan           atlas_series_chart_get_clock       (AtlasSeriesChart       *self);
void                    atlas_series_chart_set_clock       (AtlasSeriesChart       *self,
                                                            const AtlasSeriesPoint *point);
/* Lets children stand for the values: now, or when the view has come to rest. */
void                    atlas_series_chart_sync            (AtlasSeriesChart       *self);
void                    atlas_series_chart_queue_sync      (AtlasSeriesChart       *self);
gboolean                atlas_series_chart_focus_index     (AtlasSeriesChart       *self,
                                                            guint                   index);
/* The vfunc: two stops of the tab order. */
gboolean                atlas_series_chart_focus           (GtkWidget              *widget,
                                                            GtkDirectionType        direction);
/* The card goes with the value that the pointer is on: soon, or away. */
void                    atlas_series_chart_update_tip      (AtlasSeriesChart       *self);
void                    atlas_series_chart_hide_tip        (AtlasSeriesChart       *self);
void                    atlas_series_chart_add_controllers (AtlasSeriesChart       *self);
AtlasTimelineHandle     atlas_series_chart_pick_handle     (GtkWidget              *widget,
                                                            double                  x,
                                                            double                  y);

G_END_DECLS
