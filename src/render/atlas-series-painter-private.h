// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-series-painter.h"
#include "atlas-timeline-painter-private.h"

G_BEGIN_DECLS

/* px */
#define ATLAS_SERIES_PADDING 3.0 /* over the title and under the chart */
#define ATLAS_SERIES_EDGE 2.0    /* the line on a value */

typedef enum
{
  ATLAS_SERIES_HATCH_NONE,
  ATLAS_SERIES_HATCH_RISING,
  ATLAS_SERIES_HATCH_DOTS,
  ATLAS_SERIES_HATCH_LEVEL,
  ATLAS_SERIES_HATCH_FALLING,
  ATLAS_N_SERIES_HATCHES
} AtlasSeriesHatch;

/* What is drawn of one track. */
typedef struct
{
  AtlasTimelinePainter     *painter;
  cairo_t                  *cr;
  const AtlasTimelineFrame *frame;
  const AtlasSeriesTrack   *track;
  const AtlasTimelineInks  *inks;
  AtlasColor                ink;
  AtlasSeriesHatch          hatch;
  double                    chart_y;
  double                    chart_height;
} AtlasSeriesPass;

void              atlas_series_set_ink      (const AtlasSeriesPass  *pass,
                                             double                  alpha);
void              atlas_series_fill         (const AtlasSeriesPass  *pass,
                                             double                  x,
                                             double                  y,
                                             double                  width,
                                             double                  height);
/* A value's block on whole px, cut a little outside of the view. */
cairo_rectangle_t atlas_series_get_block    (const AtlasSeriesPass  *pass,
                                             const AtlasSeriesPoint *point);
void              atlas_series_paint_blocks (const AtlasSeriesPass  *pass);
/* Their numbers, where there is room. */
void              atlas_series_paint_values (const AtlasSeriesPass  *pass);

G_END_DECLS
