// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-density.h"
#include "atlas-palette.h"
#include "atlas-time-brush.h"
#include "atlas-timeline-layout.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * AtlasDensityFrame:
 * @density: (nullable): how much happens when
 * @view: the part in view: scale, width and height
 * @palette: the inks
 * @today: the day after which things have not happened yet
 * @window: the window of time; empty: none
 * @lit: bit set (1 << #AtlasTimeBrushPart) of the parts of the window that the pointer is on or that are dragged
 * @focused: bit set of those that have the keyboard focus
 * @text: (nullable): lays the next two out; its text is set
 * @texts: (nullable): what stands on the flags at the window's edges
 *
 * The strip that says how much happens when, with the window of time on it.
 */
typedef struct
{
  const AtlasDensity *density;
  AtlasTimelineView   view;
  AtlasPaletteId      palette;
  int                 today;
  AtlasTimeSpan       window;
  guint               lit;
  guint               focused;
  PangoLayout        *text;
  const char         *texts[2]; /* by AtlasTimeBrushPart */
} AtlasDensityFrame;

/* What a column of the strip stands for: the finest unit that is a few px wide. */
AtlasTimeUnit     atlas_density_get_unit      (const AtlasTimeScale    *scale);
/* Draws from 0, 0, at the right side of the gutter: ground and columns, those outside of the window veiled. */
void              atlas_density_paint         (cairo_t                 *cr,
                                               const AtlasDensityFrame *frame);
/* The ground left of it, of @width px. */
void              atlas_density_paint_gutter  (cairo_t                 *cr,
                                               AtlasPaletteId           palette,
                                               double                   width,
                                               double                   height);
/* Edges, handles and flags of the window, over whatever else is drawn. */
void              atlas_density_paint_window  (cairo_t                 *cr,
                                               const AtlasDensityFrame *frame);
/* The room of a part of the window, px: where it can be taken hold of. Of an edge that is out of view it is at the view's side. */
cairo_rectangle_t atlas_density_get_room      (const AtlasTimelineView *view,
                                               AtlasTimeSpan            window,
                                               AtlasTimeBrushPart       part);
/* Veils what is outside of @window in any part of a timeline, over the height of its view. */
void              atlas_density_paint_veil    (cairo_t                 *cr,
                                               const AtlasTimelineView *view,
                                               AtlasPaletteId           palette,
                                               AtlasTimeSpan            window);

G_END_DECLS
