// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-axis.h"

G_BEGIN_DECLS

struct _AtlasTimelineAxis
{
  GObject        parent_instance;

  AtlasSession  *session;
  GSignalGroup  *session_signals;
  GPtrArray     *parts;         /* of GtkWidget, borrowed: each leaves when it is finalized */
  AtlasTimeSpan  bounds;
  AtlasTimeScale scale;
  double         width;         /* px; 0: no part is allocated yet */
  AtlasTimeSpan  written;       /* the range last written to the session, or read from it */
  int            today;
  AtlasTimeUnit  step;
  gboolean       high_contrast;
  char          *clock_text;
  char          *comparison_text;
  GtkAdjustment *rows;
  GtkWidget     *rows_part;     /* borrowed */

  /* motion */
  double         velocity;      /* px a second */
  double         rows_velocity;
  AtlasTimeScale target;
  gboolean       has_target;
  GtkWidget     *clock_part;    /* whose frame clock ticks; borrowed, NULL when nothing moves */
  guint          tick;
  gint64         tick_time;
};

/* Moves the view without writing the range. */
void atlas_timeline_axis_move        (AtlasTimelineAxis *self,
                                      AtlasTimeScale     scale);
/* Writes the days of a scale to the session. */
void atlas_timeline_axis_write_range (AtlasTimelineAxis *self,
                                      AtlasTimeScale     scale);
void atlas_timeline_axis_fling_both  (AtlasTimelineAxis *self,
                                      double             velocity,
                                      double             rows_velocity);
/* Forgets a part that goes. */
void atlas_timeline_axis_leave       (AtlasTimelineAxis *self,
                                      GtkWidget         *part);
void atlas_timeline_axis_scroll_rows (AtlasTimelineAxis *self,
                                      double             px);

G_END_DECLS
