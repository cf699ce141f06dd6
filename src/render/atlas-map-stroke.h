// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-path.h"
#include "atlas-map-raster.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/* How one batch of lines or areas is inked. */
typedef struct
{
  const AtlasMapStyle *style;
  const AtlasMapInks  *inks;
  double               scale;     /* of all widths; 1 at zoom 6 */
  double               alpha;
  gboolean             schematic;
  gboolean             plain;     /* no casing, ties or beads: what only hints, and crowds */
  double               turn;      /* degrees by which hatches are turned, to keep neighbours apart */
  cairo_matrix_t       to_px;     /* where hatches are anchored, so that they move with the map */
  AtlasMapRaster      *raster;    /* (nullable): %NULL: shapes are left to cairo, as in print */
  AtlasFlowDirection   flow;      /* which way chevrons on a line point */
  gboolean             together;  /* areas of many items: they have no ribbon, which goes by one outline */
  guint                crowd;     /* how many other areas lie on this one: the more, the less of it is inked */
} AtlasMapBrush;

/**
 * atlas_map_brush_scale:
 * @zoom: a zoom
 *
 * Gets what widths are multiplied with.
 *
 * Returns: 1 at zoom 6, 0.62 far away, 1.2 near by
 */
double atlas_map_brush_scale     (double               zoom);

/**
 * atlas_map_brush_width:
 * @brush: a brush
 *
 * Gets how broad all that is drawn of a line is, casing apart.
 *
 * Returns: px
 */
double atlas_map_brush_width     (const AtlasMapBrush *brush);

/**
 * atlas_map_stroke_lines:
 * @cr: a context in px
 * @path: the lines
 * @brush: their style
 * @scratch: overwritten
 *
 * Draws lines: casing, ink, and what is strung along them.
 */
void   atlas_map_stroke_lines    (cairo_t             *cr,
                                  const AtlasMapPath  *path,
                                  const AtlasMapBrush *brush,
                                  AtlasMapPath        *scratch);

/**
 * atlas_map_stroke_areas:
 * @cr: a context in px
 * @path: the rings
 * @brush: their style
 * @scratch: overwritten
 *
 * Draws areas: wash, hatch and rim.
 */
void   atlas_map_stroke_areas    (cairo_t             *cr,
                                  const AtlasMapPath  *path,
                                  const AtlasMapBrush *brush,
                                  AtlasMapPath        *scratch);

/**
 * atlas_map_stroke_halo:
 * @cr: a context in px
 * @path: lines or rings
 * @brush: what they are drawn with
 * @closed: whether they are rings
 * @margin: px by which it is wider on each side than what @brush draws
 * @color: of the halo
 *
 * Draws a soft even stroke round lines or areas.
 */
void   atlas_map_stroke_halo     (cairo_t             *cr,
                                  const AtlasMapPath  *path,
                                  const AtlasMapBrush *brush,
                                  gboolean             closed,
                                  double               margin,
                                  AtlasColor           color);

/**
 * atlas_map_hatch_get_angle:
 * @hatch: a hatch
 *
 * Gets how the strokes of a hatch run that is not turned; of the crossed one the first.
 *
 * Returns: degrees
 */
double atlas_map_hatch_get_angle (AtlasMapHatch        hatch);

/**
 * atlas_map_hatch:
 * @path: rings
 * @angle: of the strokes, radians
 * @spacing: px from stroke to stroke
 * @x0: px: a place that a stroke runs through, so that strokes move with the map
 * @y0: px
 * @reach: px: no stroke goes farther from the rim
 * @strokes: what they are added to, each a run
 *
 * Finds the strokes of a hatch over rings.
 */
void   atlas_map_hatch           (const AtlasMapPath  *path,
                                  double               angle,
                                  double               spacing,
                                  double               x0,
                                  double               y0,
                                  double               reach,
                                  AtlasMapPath        *strokes);

G_END_DECLS
