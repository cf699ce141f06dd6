// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-series.h"
#include "atlas-time-scale.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * AtlasSeriesAxis:
 * @from: the lowest value, 0 where none is below it
 * @to: the highest value, 0 where none is above it; > @from
 * @step: what lies between two lines of the grid: 1, 2 or 5 times a power of ten
 *
 * The values from the foot to the head of a chart.
 */
typedef struct
{
  double from;
  double to;
  double step;
} AtlasSeriesAxis;

/* The axis from @least to @most, and 0: one or two lines of the grid beside that of 0. */
AtlasSeriesAxis         atlas_series_axis_for       (double                  least,
                                                     double                  most);
/* The grid's lines, upwards, without 0. Returns how many of @lines are used. */
#define ATLAS_SERIES_MAX_LINES 4
guint                   atlas_series_axis_get_lines (const AtlasSeriesAxis  *self,
                                                     double                  lines[ATLAS_SERIES_MAX_LINES]);

/**
 * atlas_series_axis_share:
 * @series: (array length=n_series): those that stand one above another
 * @n_series: how many
 * @axes: (out) (array length=n_series): one for each
 *
 * Finds axes for series that are seen together. Those of one unit share one, so that they can be compared by eye, but none
 * shares one on which it would be too low to be read.
 */
void                    atlas_series_axis_share     (const AtlasSeries *const *series,
                                                     guint                     n_series,
                                                     AtlasSeriesAxis          *axes);

/* Where a value stands: from 0 to it, over exactly its days. @y, @height: of the chart, px. Not cut to any view. */
cairo_rectangle_t       atlas_series_axis_get_box   (const AtlasSeriesAxis  *self,
                                                     const AtlasTimeScale   *scale,
                                                     const AtlasSeriesPoint *point,
                                                     double                  y,
                                                     double                  height);

/* The value whose days @x px is on; of days narrower than a pointer can point, the nearest. (nullable) */
const AtlasSeriesPoint *atlas_series_hit            (const AtlasSeries      *series,
                                                     const AtlasTimeScale   *scale,
                                                     double                  x);
/* The last value that @days have a part in. (nullable) */
const AtlasSeriesPoint *atlas_series_find           (const AtlasSeries      *series,
                                                     AtlasTimeSpan           days);
/* The first value that does not end before @day; the number of values when all do. */
guint                   atlas_series_get_first      (const AtlasSeries      *series,
                                                     int                     day);

G_END_DECLS
