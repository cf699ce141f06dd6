// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"

G_BEGIN_DECLS

enum
{
  ATLAS_RELIEF_HEIGHT, /* metres */
  ATLAS_RELIEF_EAST,   /* rise to the east, metres a degree */
  ATLAS_RELIEF_SOUTH,  /* rise to the south, metres a degree */
  ATLAS_RELIEF_TONE,   /* of the sea, 0 at the shore to 1 */
  ATLAS_RELIEF_N_FIELDS,
};

/* Reads a grid of the relief along parallels, from north to south, through a cubic B-spline (which knows its slopes). The
 * spline is separable: each row of the grid is filtered along the parallel once, and an output row is a weighted sum of four. */
typedef struct
{
  float *field[ATLAS_RELIEF_N_FIELDS]; /* the row read last, one value a longitude */
  /*< private >*/
  struct _AtlasReliefSamplerPrivate *priv;
} AtlasReliefSampler;

AtlasReliefSampler *atlas_relief_sampler_new  (const AtlasBasemap *basemap,
                                               gboolean            world,      /* the world's grids, else the detailed */
                                               double              degrees,    /* between pixels: picks the halving */
                                               const double       *longitudes, /* ascending */
                                               int                 width,
                                               gboolean            wants_tone);
void                atlas_relief_sampler_read (AtlasReliefSampler *self,
                                               double              latitude);
void                atlas_relief_sampler_free (AtlasReliefSampler *self);

G_END_DECLS
