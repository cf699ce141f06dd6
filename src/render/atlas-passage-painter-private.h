// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-passage-painter.h"
#include "atlas-timeline-painter-private.h"

G_BEGIN_DECLS

/* A longer date is a run of years, over which single dates stand out. */
#define ATLAS_PASSAGE_MAX_DATE_DAYS 400

struct _AtlasPassagePainter
{
  AtlasTimelinePainter *text; /* shapes it */
  AtlasPassageTimes    *times;
  guint                *rows;  /* by passage */
  guint                 n_rows;
  GPtrArray            *names; /* of rows: const char * (nullable); none where sections share rows */
  GArray               *ink;   /* of float: a line a row, what is added at each px */
  guint                 ink_width;
};

/* Where days stand in a row. */
cairo_rectangle_t atlas_passage_painter_place        (AtlasPassagePainter     *self,
                                                      const AtlasTimelineView *view,
                                                      guint                    row,
                                                      AtlasTimeSpan            days);
/* What speaks of the clock's days, and what mentions the items that are selected or hovered. */
void              atlas_passage_painter_paint_lit    (AtlasPassagePainter     *self,
                                                      cairo_t                 *cr,
                                                      const AtlasPassageFrame *frame);
/* Numbers of passages and names of sections, where there is room. */
void              atlas_passage_painter_paint_names  (AtlasPassagePainter     *self,
                                                      cairo_t                 *cr,
                                                      const AtlasPassageFrame *frame);
/* The passages that are read, pointed at and focused, over everything. */
void              atlas_passage_painter_paint_marked (AtlasPassagePainter     *self,
                                                      cairo_t                 *cr,
                                                      const AtlasPassageFrame *frame);

G_END_DECLS
