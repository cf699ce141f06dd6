// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap-private.h"
#include "atlas-map-ink.h"
#include "atlas-ring-clip.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A window onto the basemap in logical pixels, and the paths of what is seen in it. */
typedef struct
{
  const AtlasBasemap *basemap;
  cairo_t            *cr;
  double              x, y;          /* north-west corner, vertex units */
  double              scale;         /* pixels a vertex unit */
  double              width, height; /* pixels */
  double              zoom;          /* 256 * 2^zoom pixels round the world */
  int                 level;         /* finest vertices to draw */
  gboolean            smooth;        /* deeper than the source: corners are rounded */
  AtlasBasemapBox     box;           /* what is seen and a margin, vertex units */
  GArray             *points;        /* scratch */
  GArray             *clipped;       /* scratch */
  AtlasMapRaster     *raster;        /* (nullable): the painter's, for strokes without dashes, which cairo takes longer for */
} AtlasBasemapSight;

/* Pixels around the window in which lines are still drawn, so that wide strokes do not end at its edge. */
#define ATLAS_BASEMAP_MARGIN 14

void       atlas_basemap_sight_init  (AtlasBasemapSight  *self,
                                      const AtlasBasemap *basemap,
                                      cairo_t            *cr,
                                      double              x,       /* unit Mercator */
                                      double              y,
                                      double              zoom,
                                      double              width,
                                      double              height,
                                      double              device_scale);
void       atlas_basemap_sight_clear (AtlasBasemapSight  *self);

/* A stretch of a line: @begin and @end are where along the line it lies, from 0 to 1. */
typedef void (*AtlasBasemapStretchFunc) (const AtlasBasemapPart *part,
                                         const AtlasPoint       *points,
                                         guint                   n_points,
                                         double                  begin,
                                         double                  end,
                                         gpointer                user_data);

gboolean   atlas_basemap_sees        (const AtlasBasemapSight   *self,
                                      const AtlasBasemapFeature *feature);
AtlasCover atlas_basemap_path_rings  (AtlasBasemapSight  *self,
                                      AtlasBasemapLayer   layer);
void       atlas_basemap_path_line   (AtlasBasemapSight         *self,
                                      const AtlasBasemapFeature *feature);
void       atlas_basemap_each_stretch (AtlasBasemapSight         *self,
                                       const AtlasBasemapFeature *feature,
                                       AtlasBasemapStretchFunc    func,
                                       gpointer                   user_data);
void       atlas_basemap_stroke_dashed (AtlasBasemapSight         *self,
                                        const AtlasBasemapFeature *feature,
                                        const double              *dashes,
                                        int                        n_dashes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasBasemapSight, atlas_basemap_sight_clear)

G_END_DECLS
