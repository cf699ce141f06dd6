// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-clock-bar.h"
#include "atlas-timeline-canvas.h"
#include "atlas-timeline.h"

G_BEGIN_DECLS

#define ATLAS_TIMELINE_MAX_PARTS 8

struct _AtlasTimeline
{
  GtkWidget            parent_instance;

  AtlasSession        *session;
  GSignalGroup        *session_signals;
  AtlasTimelineAxis   *axis;
  AtlasClockBar       *bar;
  GtkWidget           *parts[ATLAS_TIMELINE_MAX_PARTS]; /* from top to bottom */
  AtlasTimelineCanvas *canvas; /* one of them */
  GtkWidget           *scrollbar;
  guint                play_source;
  gboolean             high_contrast;
};

void atlas_timeline_install_actions (GtkWidgetClass *widget_class);
/* Starts, stops, or goes on at another speed, as the session says. */
void atlas_timeline_follow_playing  (AtlasTimeline  *self);

G_END_DECLS
