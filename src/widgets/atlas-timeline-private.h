// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-clock-bar.h"
#include "atlas-pings.h"
#include "atlas-timeline-canvas.h"
#include "atlas-timeline.h"
#include "atlas-window-chip.h"

G_BEGIN_DECLS

#define ATLAS_TIMELINE_MAX_PARTS 8

struct _AtlasTimeline
{
  GtkWidget            parent_instance;

  AtlasSession        *session;
  AtlasTimelineAxis   *axis;
  AtlasClockPlayer    *player;
  AtlasClockBar       *bar;
  GtkWidget           *chip; /* in the bar */
  GtkWidget           *parts[ATLAS_TIMELINE_MAX_PARTS]; /* from top to bottom */
  AtlasTimelineCanvas *canvas; /* one of them */
  AtlasPings          *pings;  /* over it */
  GtkWidget           *scrollbar;
  gboolean             high_contrast;
};

void atlas_timeline_install_actions        (GtkWidgetClass *widget_class);
void atlas_timeline_install_window_actions (GtkWidgetClass *widget_class);
/* Rings round what begins as the clock passes. */
void atlas_timeline_add_pings              (AtlasTimeline  *self,
                                            GtkOverlay     *lanes);

G_END_DECLS
