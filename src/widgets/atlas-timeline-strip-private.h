// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-density-painter.h"
#include "atlas-timeline-brush.h"
#include "atlas-timeline-strip.h"

G_BEGIN_DECLS

struct _AtlasTimelineStrip
{
  GtkWidget           parent_instance;

  AtlasTimelineAxis  *axis;
  AtlasTimelineBrush *brush; /* the axis's */
  AtlasSession       *session;
  GSignalGroup       *session_signals;
  AtlasDensity       *density;
  AtlasDataset       *dataset; /* that it is of; borrowed, to be compared only */
  AtlasFilter        *filter;  /* that it is of, without a window */
  GCancellable       *cancellable;
  PangoLayout        *text;
  GtkWidget          *handles[ATLAS_N_TIME_BRUSH_PARTS];
  AtlasTimelineGrip   hovered;
};

AtlasTimelineView atlas_timeline_strip_get_view        (AtlasTimelineStrip *self);
void              atlas_timeline_strip_add_controllers (AtlasTimelineStrip *self);

G_END_DECLS
