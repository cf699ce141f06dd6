// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-path.h"
#include "atlas-map-raster.h"

G_BEGIN_DECLS

/* A picture cut into bands from north to south, which are painted side by side by as many threads as the machine has processors.
 * What lies across bands is painted in each, as far as it is seen there, so no seam shows. */
typedef struct _AtlasMapBands AtlasMapBands;

/* Where a thread paints, and what it needs for that of its own. */
typedef struct
{
  cairo_t        *cr;   /* in the units of the whole picture */
  AtlasBox        clip; /* in these units: what of the picture it holds */
  AtlasMapPath    path;
  AtlasMapPath    scratch;
  AtlasMapRaster *raster; /* (nullable) */
} AtlasMapBand;

/* Called for each band, from any thread, for several at the same time. */
typedef void (*AtlasMapBandFunc) (AtlasMapBand *band,
                                  gpointer      user_data);

/**
 * atlas_map_bands_new:
 *
 * Makes the bands; of threads there is one set for all.
 *
 * Returns: (transfer full): the bands
 */
AtlasMapBands *atlas_map_bands_new   (void) G_GNUC_WARN_UNUSED_RESULT;

void           atlas_map_bands_free  (AtlasMapBands    *self);

/**
 * atlas_map_bands_paint:
 * @self: the bands
 * @cr: a context whose target is a picture
 * @func: (scope call): called for each band, from any thread, for several at the same time
 * @user_data: for @func; shared by the threads, so read only
 *
 * Paints a picture band by band, and returns when all is painted.
 *
 * Returns: %FALSE if nothing was done: the target is no picture, its clip no box, or there is one processor only
 */
gboolean       atlas_map_bands_paint (AtlasMapBands    *self,
                                      cairo_t          *cr,
                                      AtlasMapBandFunc  func,
                                      gpointer          user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapBands, atlas_map_bands_free)

G_END_DECLS
