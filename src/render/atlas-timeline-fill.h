// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"

#include <cairo.h>

G_BEGIN_DECLS

/* How the fill of a bar tells what it stands for without its colour. */
typedef enum
{
  ATLAS_TIMELINE_FILL_SOLID,    /* operating */
  ATLAS_TIMELINE_FILL_TINT,     /* lasts; nothing is said of phases */
  ATLAS_TIMELINE_FILL_HATCH,    /* being built: rising strokes between two rails */
  ATLAS_TIMELINE_FILL_DOTS,     /* planned: paper between two dotted rails */
  ATLAS_TIMELINE_FILL_RUNGS,    /* suspended: upright strokes between two rails */
  ATLAS_TIMELINE_FILL_LINE,     /* closed: a hairline along the middle */
  ATLAS_TIMELINE_FILL_WASH,     /* some day in here: a month, a year; what no phase tells of */
  ATLAS_TIMELINE_FILL_DOUBT,    /* perhaps in here: falling strokes, no rails */
  ATLAS_TIMELINE_FILL_SCENARIO, /* may be: rising strokes far apart between dotted rails */
  ATLAS_TIMELINE_FILL_NOT_YET,  /* beyond today: stipple between dotted rails */
  ATLAS_TIMELINE_FILL_STIPPLE,  /* beyond today, on the ground: stipple alone */
  ATLAS_N_TIMELINE_FILLS
} AtlasTimelineFill;

/* px after which a tile repeats itself. */
#define ATLAS_TIMELINE_TILE 12

AtlasTimelineFill atlas_timeline_fill_get        (AtlasStatus       status);
/* The alpha of a fill that is nothing but a wash; 0: it has strokes or rails. */
double            atlas_timeline_fill_get_wash   (AtlasTimelineFill fill);
/* Draws one tile from 0, 0 on. */
void              atlas_timeline_fill_paint_tile (cairo_t          *cr,
                                                  AtlasTimelineFill fill,
                                                  int               height,
                                                  guint32           ink,
                                                  double            strength);

/**
 * AtlasTimelineShapes:
 * @fill: the fill
 * @box: what is filled
 * @x: where tiles begin
 * @y: where tiles begin
 * @height: of a tile
 * @ink: 0xRRGGBB
 * @strength: of all
 * @fades: whether it begins with nothing on one side
 * @from: where with nothing
 * @to: and from where on with all
 *
 * A fill for paper, in px.
 */
typedef struct
{
  AtlasTimelineFill fill;
  cairo_rectangle_t box;
  double            x, y;
  int               height;
  guint32           ink;
  double            strength;
  gboolean          fades;
  double            from, to;
} AtlasTimelineShapes;

/* Draws what tiles would fill a box with, as shapes: a picture in print would be as coarse as the screen. */
void              atlas_timeline_fill_paint_shapes (cairo_t                   *cr,
                                                    const AtlasTimelineShapes *shapes);

G_END_DECLS
