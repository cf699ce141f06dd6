// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-clock-bar.h"
#include "atlas-pings.h"
#include "atlas-series-pane.h"
#include "atlas-timeline-canvas.h"
#include "atlas-timeline-menu.h"
#include "atlas-timeline.h"
#include "atlas-window-chip.h"

G_BEGIN_DECLS

#define ATLAS_TIMELINE_MAX_PARTS 8

/* Parts that a user may put away. */
typedef enum
{
  ATLAS_TIMELINE_OPTION_NONE,
  ATLAS_TIMELINE_OPTION_DENSITY,  /* how much happens when */
  ATLAS_TIMELINE_OPTION_PASSAGES, /* of the report */
  ATLAS_N_TIMELINE_OPTIONS
} AtlasTimelineOption;

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
  AtlasSeriesPane     *series; /* and another */
  GtkWidget           *menu;
  GtkWidget           *optional[ATLAS_N_TIMELINE_OPTIONS];
  gboolean             shown[ATLAS_N_TIMELINE_OPTIONS];
  char                *lanes;
  GtkWidget           *scrollbar;
  gboolean             high_contrast;
};

void atlas_timeline_install_actions        (GtkWidgetClass *widget_class);
void atlas_timeline_install_window_actions (GtkWidgetClass *widget_class);
/* Rings round what begins as the clock passes. */
void atlas_timeline_add_pings              (AtlasTimeline  *self,
                                            GtkOverlay     *lanes);

/* What a user chooses to see: properties and actions. */
void atlas_timeline_install_options (GObjectClass   *object_class,
                                     GtkWidgetClass *widget_class);
void atlas_timeline_init_options    (AtlasTimeline  *self);
void atlas_timeline_get_option      (AtlasTimeline  *self,
                                     guint           property_id,
                                     GValue         *value,
                                     GParamSpec     *pspec);
void atlas_timeline_set_option      (AtlasTimeline  *self,
                                     guint           property_id,
                                     const GValue   *value,
                                     GParamSpec     *pspec);
/* Figures take no more than their share of the height. */
void atlas_timeline_give_room       (AtlasTimeline  *self);

G_END_DECLS
