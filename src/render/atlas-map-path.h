// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * AtlasMapPath:
 * @points: of #AtlasPoint, px
 * @ends: of guint: one past the last point of each run
 * @clip: px: what of it is seen; sides outside are not traced
 * @course: of #AtlasPoint, px; room for whoever adds courses
 * @aside: of double; the same
 *
 * Runs of points in px, ready to be stroked or filled. Kept and emptied from frame to frame, so that no vertex allocates.
 */
typedef struct
{
  GArray  *points;
  GArray  *ends;
  AtlasBox clip;
  GArray  *course;
  GArray  *aside;
} AtlasMapPath;

void atlas_map_path_init       (AtlasMapPath         *self);
void atlas_map_path_destroy    (AtlasMapPath         *self);
void atlas_map_path_empty      (AtlasMapPath         *self);
void atlas_map_path_add_point  (AtlasMapPath         *self,
                                double                x,
                                double                y);
void atlas_map_path_end_run    (AtlasMapPath         *self); /* a run of fewer than two points is dropped */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasMapPath, atlas_map_path_destroy)

/* The highest level of the vertices that are drawn at @zoom. */
guint8 atlas_map_path_level    (double                zoom);
/* Adds the vertices that @zoom needs of those parts of @geometry that are @kind; holes go with their rings.
 * @corner: px by which corners are rounded; 0: none */
void atlas_map_path_add        (AtlasMapPath         *self,
                                AtlasGeometry        *geometry,
                                AtlasPartKind         kind,
                                const cairo_matrix_t *to_px,
                                double                zoom,
                                double                corner);
/* Adds the runs of @source moved @distance px to their right. */
void atlas_map_path_add_offset (AtlasMapPath         *self,
                                const AtlasMapPath   *source,
                                double                distance);
/* Adds a run of @points (of AtlasPoint, px), each moved as many px to the right of its course as @aside (of double) says: no loops
 * where the run bends sharply, corners rounded by @corner px. Both arrays are overwritten. */
void atlas_map_path_add_aside  (AtlasMapPath         *self,
                                GArray               *points,
                                GArray               *aside,
                                double                corner);
/* Traces the runs whole, for filling. */
void atlas_map_path_trace      (const AtlasMapPath   *self,
                                cairo_t              *cr);
/* Traces what may be seen, for stroking. Dashes keep their places on the line whatever part of it is seen.
 * @dash: px of ink, gap, ink, gap, ...; @n_dashes: even; 0: unbroken */
void atlas_map_path_trace_line (const AtlasMapPath   *self,
                                cairo_t              *cr,
                                gboolean              closed,
                                const double         *dash,
                                guint                 n_dashes);

/* Calls @func every @spacing px along each run, first after half of it, with the place and the unit vector along the run. Runs
 * shorter than @spacing are left out. */
typedef void (*AtlasMapPathFunc) (cairo_t   *cr,
                                  AtlasPoint place,
                                  AtlasPoint along,
                                  double     size);
void atlas_map_path_walk       (const AtlasMapPath   *self,
                                cairo_t              *cr,
                                double                spacing,
                                double                size, /* px, for @func */
                                AtlasMapPathFunc      func);

G_END_DECLS
