// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-painter.h"
#include "atlas-map-scene-private.h"

G_BEGIN_DECLS

/* What only hints is this strong. */
#define ATLAS_MAP_HINT_ALPHA 0.34

/* What one paint needs everywhere. */
typedef struct
{
  cairo_t             *cr;
  AtlasMapScene       *scene;
  const AtlasMapFrame *frame;
  const AtlasMapInks  *inks;
  AtlasBox             view;  /* unit Mercator */
  double               scale; /* of all widths */
  gboolean             hints;
  gboolean             alone; /* no other threads help */
} AtlasMapPaint;

/* Radius of the symbol of a point, px. */
double     atlas_map_symbol_radius (double               zoom);
/* That of one item: what the report makes much of stands out far away. */
double     atlas_map_symbol_radius_of (AtlasMapScene       *scene,
                                       guint                position,
                                       double               zoom);

/* How near a symbol must be to be hit, px. */
double     atlas_map_hit_reach        (double               zoom);

/* Symbols and the counts of clusters: what only hints below what is shown. */
void       atlas_map_points_paint     (const AtlasMapPaint *paint);
/* The points of one item on a halo, where they are. */
void       atlas_map_points_paint_lit (const AtlasMapPaint *paint,
                                       AtlasItem           *item,
                                       gboolean             selected);

G_END_DECLS
