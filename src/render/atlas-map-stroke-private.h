// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-stroke.h"

G_BEGIN_DECLS

/* A stroke to come: which part of a line is inked, and how wide. */
typedef struct
{
  double   dash[ATLAS_MAP_MAX_DASHES];
  guint    n_dashes;
  double   width;
  gboolean round;
} AtlasMapNib;

static inline AtlasMapNib
atlas_map_nib_dashed (double   width,
                      double   ink,
                      double   gap,
                      gboolean round)
{
  return (AtlasMapNib){ { ink, gap }, 2, width, round };
}

/* The status's dashes for a line of @width; dots are round. What is only a scheme is dashed @loose times as far apart. */
AtlasMapNib atlas_map_nib_for_status (const AtlasMapStyle *style,
                                      double               width,
                                      double               loose);
/* The ink of the brush's style becomes the source. */
void        atlas_map_brush_set_ink  (cairo_t             *cr,
                                      const AtlasMapBrush *brush,
                                      double               alpha);
/* Strokes with the source. */
void        atlas_map_nib_stroke     (const AtlasMapNib   *nib,
                                      cairo_t             *cr,
                                      const AtlasMapPath  *path,
                                      const AtlasMapBrush *brush,
                                      gboolean             closed);
/* What stands on a line of @width: ties, beads, bars, teeth. */
void        atlas_map_marks_paint    (cairo_t             *cr,
                                      const AtlasMapPath  *path,
                                      const AtlasMapBrush *brush,
                                      double               width);
/* Bars across a line, from @reach px on its one side to @reach px on the other. */
void        atlas_map_marks_bar      (cairo_t             *cr,
                                      const AtlasMapPath  *path,
                                      const AtlasMapBrush *brush,
                                      double               reach);
/* Small chevrons that say which way a line of @width flows. */
void        atlas_map_marks_flow     (cairo_t             *cr,
                                      const AtlasMapPath  *path,
                                      const AtlasMapBrush *brush,
                                      double               width);

G_END_DECLS
