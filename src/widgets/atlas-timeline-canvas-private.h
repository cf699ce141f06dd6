// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-canvas.h"
#include "atlas-timeline-item.h"
#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/* The most items that assistive technology is shown at a time. */
#define ATLAS_TIMELINE_MAX_ITEMS 300

struct _AtlasTimelineCanvas
{
  GtkWidget             parent_instance;

  AtlasTimelineAxis    *axis;
  AtlasSession         *session;
  GSignalGroup         *session_signals;
  AtlasDataset         *dataset;        /* that the layout is of */
  AtlasTimelinePainter *painter;
  AtlasTimelineIndex   *index;
  AtlasTimelineLayout  *layout;
  gboolean              stale;          /* the layout's: items, names or font are others */
  double                layout_bucket;
  double                layout_height;
  double                height;
  GtkAdjustment        *vadjustment;
  guint                 font_serial;

  /* children */
  GPtrArray            *items;          /* of AtlasTimelineItem; those in use first, in time order */
  guint                 n_used;
  guint                 sync_source;
  guint                 focus_position; /* in the dataset; G_MAXUINT: none yet */
};

AtlasTimelineView         atlas_timeline_canvas_get_view        (AtlasTimelineCanvas *self);
/* Lays out what the zoom, the height or another atlas ask for; what one looks at stays where it is. */
void                      atlas_timeline_canvas_ensure_layout   (AtlasTimelineCanvas *self);
/* Scrolls the lanes until the rows of an item are in view. */
void                      atlas_timeline_canvas_reveal_row      (AtlasTimelineCanvas *self,
                                                                 AtlasItem           *item);
const AtlasTimelineEntry *atlas_timeline_canvas_lookup          (AtlasTimelineCanvas *self,
                                                                 AtlasItem           *item);
const AtlasTimelineEntry *atlas_timeline_canvas_hit             (AtlasTimelineCanvas *self,
                                                                 double               x,
                                                                 double               y);
/* Lets children stand for what is in view: now, or when it has come to rest. */
void                      atlas_timeline_canvas_sync            (AtlasTimelineCanvas *self);
void                      atlas_timeline_canvas_queue_sync      (AtlasTimelineCanvas *self);
void                      atlas_timeline_canvas_allocate_items  (AtlasTimelineCanvas *self);
void                      atlas_timeline_canvas_add_controllers (AtlasTimelineCanvas *self);

G_END_DECLS
