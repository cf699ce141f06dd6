// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-passage-times.h"
#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/**
 * AtlasPassageFrame:
 * @timeline: view, palette, dates, and the items that are selected and hovered; no layout
 * @window: the window of time; empty: none
 * @current: (nullable): the passage that is read
 * @hovered: (nullable): the passage that the pointer is on
 * @focused: (nullable): the passage that has the keyboard focus
 */
typedef struct
{
  AtlasTimelineFrame  timeline;
  AtlasTimeSpan       window;
  const AtlasPassage *current;
  const AtlasPassage *hovered;
  const AtlasPassage *focused;
} AtlasPassageFrame;

/**
 * AtlasPassagePainter:
 *
 * Draws the strip that says which passages of a report speak of which years: a row a section, from the first to the last
 * as one reads. Ink is the denser the more is said; single dates stand out from runs of years. One thread at a time may use it.
 */
typedef struct _AtlasPassagePainter AtlasPassagePainter;

AtlasPassagePainter *atlas_passage_painter_new        (PangoContext              *context) G_GNUC_WARN_UNUSED_RESULT;
void                 atlas_passage_painter_free       (AtlasPassagePainter       *self);
/* After the context's font has changed. */
void                 atlas_passage_painter_font_changed (AtlasPassagePainter     *self);
void                 atlas_passage_painter_set_times  (AtlasPassagePainter       *self,
                                                       AtlasPassageTimes         *times); /* (nullable) */
guint                atlas_passage_painter_get_n_rows (AtlasPassagePainter       *self);
/* The row of a passage, from 0. */
guint                atlas_passage_painter_get_row    (AtlasPassagePainter       *self,
                                                       const AtlasPassage        *passage);
/* px that the strip wants: low, or @tall so that numbers and names of sections have room. */
int                  atlas_passage_painter_get_height (AtlasPassagePainter       *self,
                                                       gboolean                   tall);
/* Draws from 0, 0, gutter included. */
void                 atlas_passage_painter_paint      (AtlasPassagePainter       *self,
                                                       cairo_t                   *cr,
                                                       const AtlasPassageFrame   *frame);
/* (transfer container): of AtlasPassage (borrowed): those at a place right of the gutter, in reading order: of the row there,
 * or where that has none of any row */
GPtrArray           *atlas_passage_painter_hit        (AtlasPassagePainter       *self,
                                                       const AtlasTimelineView   *view,
                                                       double                     x,
                                                       double                     y) G_GNUC_WARN_UNUSED_RESULT;
/* The room of what a passage speaks of most, right of the gutter; it may lie out of view. */
cairo_rectangle_t    atlas_passage_painter_get_box    (AtlasPassagePainter       *self,
                                                       const AtlasTimelineView   *view,
                                                       const AtlasPassage        *passage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPassagePainter, atlas_passage_painter_free)

G_END_DECLS
