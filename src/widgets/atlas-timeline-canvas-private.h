// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-canvas.h"
#include "atlas-timeline-item.h"
#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/* The most items that assistive technology is shown at a time. */
#define ATLAS_TIMELINE_MAX_ITEMS 300

/* What a drag of the pointer does. */
typedef enum
{
  ATLAS_TIMELINE_DRAG_NONE,
  ATLAS_TIMELINE_DRAG_PAN,
  ATLAS_TIMELINE_DRAG_SCRUB,
  ATLAS_TIMELINE_DRAG_COMPARE, /* the date that the clock's is compared with */
} AtlasTimelineDrag;

struct _AtlasTimelineCanvas
{
  GtkWidget             parent_instance;

  AtlasSession         *session;
  GSignalGroup         *session_signals;
  AtlasTimelinePainter *painter;
  AtlasTimelineLayout  *layout;
  gboolean              stale;          /* the layout's: items, names or font are others */
  double                layout_bucket;
  double                layout_height;
  AtlasTimeSpan         bounds;
  AtlasTimeScale        scale;
  double                width;          /* of the lanes, px; 0: not allocated yet */
  double                height;
  AtlasTimeSpan         written;        /* the range last written to the session */
  GtkAdjustment        *vadjustment;
  AtlasTimeUnit         step;
  AtlasPaletteId        palette;
  gboolean              high_contrast;
  guint                 font_serial;
  char                 *clock_text;
  char                 *comparison_text;

  /* children */
  GPtrArray            *items;          /* of AtlasTimelineItem; those in use first, in time order */
  guint                 n_used;
  guint                 sync_source;
  guint                 focus_position; /* in the dataset; G_MAXUINT: none yet */

  /* motion */
  AtlasTimelineDrag     drag;
  AtlasTimeScale        drag_scale;
  double                drag_top;
  double                zoom_begin;     /* px per day when a pinch began */
  double                pointer_x;
  double                pointer_y;
  double                velocity_x;     /* px a second */
  double                velocity_y;
  AtlasTimeScale        target;
  gboolean              has_target;
  guint                 tick;
  gint64                tick_time;
};

AtlasTimelineView         atlas_timeline_canvas_get_view        (AtlasTimelineCanvas *self);
/* Lays out what the zoom, the height or another atlas ask for; what one looks at stays where it is. */
void                      atlas_timeline_canvas_ensure_layout   (AtlasTimelineCanvas *self);
/* The view has moved: lays out if the zoom asks for it, writes the range to the session, draws. */
void                      atlas_timeline_canvas_set_scale       (AtlasTimelineCanvas *self,
                                                                 AtlasTimeScale       scale);
/* The same, in a moment, where the desktop wants animations. */
void                      atlas_timeline_canvas_glide_to        (AtlasTimelineCanvas *self,
                                                                 AtlasTimeScale       scale);
void                      atlas_timeline_canvas_fling           (AtlasTimelineCanvas *self,
                                                                 double               velocity_x,
                                                                 double               velocity_y);
/* Scrolls the lanes until the rows of an item are in view. */
void                      atlas_timeline_canvas_reveal_row      (AtlasTimelineCanvas *self,
                                                                 AtlasItem           *item);
void                      atlas_timeline_canvas_stop            (AtlasTimelineCanvas *self);
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
