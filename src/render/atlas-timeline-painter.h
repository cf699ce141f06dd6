// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-palette.h"
#include "atlas-session.h"
#include "atlas-timeline-layout.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* px that the names of the lanes take at the left. */
#define ATLAS_TIMELINE_GUTTER 24.0

/**
 * AtlasTimelinePainter:
 *
 * Draws timelines with the fonts of a Pango context. It keeps the names it has shaped, so keep one for the life of a view.
 * One thread at a time may use it.
 */
typedef struct _AtlasTimelinePainter AtlasTimelinePainter;

/* Holds the context. */
AtlasTimelinePainter *atlas_timeline_painter_new               (PangoContext         *context) G_GNUC_WARN_UNUSED_RESULT;
void                  atlas_timeline_painter_free              (AtlasTimelinePainter *self);
/* Names in another language, or after the context's font has changed. */
void                  atlas_timeline_painter_set_language      (AtlasTimelinePainter *self,
                                                                const char           *language); /* (nullable): the atlas's own */
/* How many names a frame may shape, for a view that moves; the others come with the next. Negative, as at first: all. */
void                  atlas_timeline_painter_set_patience      (AtlasTimelinePainter *self,
                                                                int                   n_names);
/* px */
double                atlas_timeline_painter_get_line_height   (AtlasTimelinePainter *self);
double                atlas_timeline_painter_get_ruler_height  (AtlasTimelinePainter *self);
/* The widths of the letters of names, for an index; (transfer full). */
AtlasTextWidths      *atlas_timeline_painter_create_widths     (AtlasTimelinePainter *self) G_GNUC_WARN_UNUSED_RESULT;
/* The width of an item's name, px, in the language that is set. */
double                atlas_timeline_painter_measure           (AtlasTimelinePainter *self,
                                                                AtlasItem            *item);

typedef AtlasVisibility (*AtlasTimelineVisibilityFunc) (AtlasItem *item,
                                                        gpointer   user_data);

/**
 * AtlasTimelineFrame:
 * @layout: what stands where; only the lanes need it
 * @view: the part in view: x from the right side of the gutter, y from the foot of the ruler
 * @palette: the inks
 * @clock: the clock's days; empty: none is drawn
 * @clock_mode: of the clock
 * @clock_text: (nullable): the clock's date in words, for its flag
 * @comparison: the days that the clock's are compared with; empty: none are
 * @comparison_text: (nullable): they in words
 * @today: the day
 * @window: the window of time: what is outside of it stands back; empty: none
 * @selected: (nullable): the selected item
 * @hovered: (nullable): the item that the pointer or the focus is on anywhere
 * @pointed: the cluster that the pointer is on; of none its count is 0
 * @focused: (nullable): the item that has the keyboard focus here
 * @visibility: (nullable): how an item shows; all are shown without it
 * @user_data: for it
 */
typedef struct
{
  const AtlasTimelineLayout  *layout;
  AtlasTimelineView           view;
  AtlasPaletteId              palette;
  AtlasTimeSpan               clock;
  AtlasClockMode              clock_mode;
  const char                 *clock_text;
  AtlasTimeSpan               comparison;
  const char                 *comparison_text;
  int                         today;
  AtlasTimeSpan               window;
  AtlasItem                  *selected;
  AtlasItem                  *hovered;
  AtlasTimelineCluster        pointed;
  AtlasItem                  *focused;
  AtlasTimelineVisibilityFunc visibility;
  gpointer                    user_data;
} AtlasTimelineFrame;

/* Ruler and lanes in one picture. Returns FALSE while names wait for the next frame. */
gboolean              atlas_timeline_painter_paint             (AtlasTimelinePainter     *self,
                                                                cairo_t                  *cr,
                                                                const AtlasTimelineFrame *frame);
/* Either alone from 0, 0, gutter included. The ruler needs no layout. */
void                  atlas_timeline_painter_paint_ruler       (AtlasTimelinePainter     *self,
                                                                cairo_t                  *cr,
                                                                const AtlasTimelineFrame *frame);
gboolean              atlas_timeline_painter_paint_lanes       (AtlasTimelinePainter     *self,
                                                                cairo_t                  *cr,
                                                                const AtlasTimelineFrame *frame);

/* A flag on the ruler, px; x from the gutter's right side. */
typedef struct
{
  double x;
  double width; /* 0: there is none */
  double height;
  int    away; /* -1: its date is left of the view, 1: right; it points there from the side */
} AtlasTimelineFlag;

/* Where the flag of the clock stands, and the one of the date that it is compared with. */
void                  atlas_timeline_painter_get_flags         (AtlasTimelinePainter     *self,
                                                                const AtlasTimelineFrame *frame,
                                                                AtlasTimelineFlag         flags[2]);

/* The lines that go through all parts of a timeline, from the gutter's right side over the height of the frame's view. */
void                  atlas_timeline_paint_today               (cairo_t                  *cr,
                                                                const AtlasTimelineFrame *frame);
void                  atlas_timeline_paint_clock               (cairo_t                  *cr,
                                                                const AtlasTimelineFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimelinePainter, atlas_timeline_painter_free)

G_END_DECLS
