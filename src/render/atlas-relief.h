// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap.h"
#include "atlas-palette.h"

G_BEGIN_DECLS

/* A window onto the Mercator square, [0, 1) from west to east and from north to south. */
typedef struct
{
  double x, y;          /* its north-west corner */
  double step;          /* between pixels */
  int    width, height; /* pixels */
  double zoom;          /* sets how bold the mountains are: 256 * 2^zoom pixels round the world, before any display scale */
} AtlasReliefView;

void atlas_relief_paint (const AtlasBasemap    *basemap,
                         const AtlasPalette    *palette,
                         const AtlasReliefView *view,
                         guint32               *land,    /* (out) (nullable): pixels, 0xffRRGGBB */
                         guint32               *sea,     /* (out) (nullable): pixels, 0xffRRGGBB */
                         int                    stride); /* pixels from row to row of both */

G_END_DECLS
