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

/* What widths are multiplied with at a zoom. */
double atlas_map_brush_scale     (double               zoom);
/* The width of all that is drawn of a line, casing apart, px. */
double atlas_map_brush_width     (const AtlasMapBrush *brush);
/* Lines in the brush's style; @scratch is overwritten. */
void   atlas_map_stroke_lines    (cairo_t             *cr,
                                  const AtlasMapPath  *path,
                                  const AtlasMapBrush *brush,
                                  AtlasMapPath        *scratch);
/* Areas: wash, hatch and rim; @scratch is overwritten. */
void   atlas_map_stroke_areas    (cairo_t             *cr,
                                  const AtlasMapPath  *path,
                                  const AtlasMapBrush *brush,
                                  AtlasMapPath        *scratch);
/* A soft even stroke round lines or areas, @margin px wider on each side than what the brush draws. */
void   atlas_map_stroke_halo     (cairo_t             *cr,
                                  const AtlasMapPath  *path,
                                  const AtlasMapBrush *brush,
                                  gboolean             closed,
                                  double               margin,
                                  AtlasColor           color);
/* Degrees of the strokes of a hatch that is not turned; of the crossed one the first. */
double atlas_map_hatch_get_angle (AtlasMapHatch        hatch);
/* The strokes of a hatch over the rings of @path, each run a stroke; none goes farther than @reach px from the rim. */
void   atlas_map_hatch           (const AtlasMapPath  *path,
                                  double               angle,   /* radians, of the strokes */
                                  double               spacing, /* px */
                                  double               x0,      /* px: a place that a stroke runs through */
                                  double               y0,
                                  double               reach,
                                  AtlasMapPath        *strokes);

G_END_DECLS
