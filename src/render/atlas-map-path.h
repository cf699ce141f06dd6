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

/**
 * atlas_map_path_level:
 * @zoom: a zoom
 *
 * Gets the highest level of the vertices that are drawn at a zoom: see atlas_geometry_get_levels().
 *
 * Returns: the level
 */
guint8 atlas_map_path_level    (double                zoom);

/**
 * atlas_map_path_add:
 * @self: a path
 * @geometry: what to add, with its levels
 * @kind: which of its parts; holes go with their rings
 * @to_px: from the unit Mercator square
 * @zoom: of @to_px: vertices of no use at it are left out
 * @corner: px by which corners are rounded; 0: none
 *
 * Adds the runs of a geometry.
 */
void atlas_map_path_add        (AtlasMapPath         *self,
                                AtlasGeometry        *geometry,
                                AtlasPartKind         kind,
                                const cairo_matrix_t *to_px,
                                double                zoom,
                                double                corner);

/**
 * atlas_map_path_add_offset:
 * @self: a path
 * @source: another path
 * @distance: px to the right of its course; negative: to the left
 *
 * Adds the runs of another path moved aside.
 */
void atlas_map_path_add_offset (AtlasMapPath         *self,
                                const AtlasMapPath   *source,
                                double                distance);

/**
 * atlas_map_path_add_aside:
 * @self: a path
 * @points: of #AtlasPoint, px; overwritten
 * @aside: of double: px by which each point goes to the right of its course; overwritten
 * @corner: px by which corners are rounded; 0: none
 *
 * Adds a run of points, each moved aside by its own distance, without loops where the run bends sharply.
 */
void atlas_map_path_add_aside  (AtlasMapPath         *self,
                                GArray               *points,
                                GArray               *aside,
                                double                corner);

/**
 * atlas_map_path_trace:
 * @self: a path
 * @cr: a context in px
 *
 * Traces the runs whole, for filling.
 */
void atlas_map_path_trace      (const AtlasMapPath   *self,
                                cairo_t              *cr);

/**
 * atlas_map_path_trace_line:
 * @self: a path
 * @cr: a context in px
 * @closed: whether runs end where they begin
 * @dash: (nullable) (array length=n_dashes): px of ink, gap, ink, gap, …
 * @n_dashes: even; 0: unbroken
 *
 * Traces what may be seen of the runs, for stroking. Dashes keep their places on the line whatever part of it is seen.
 */
void atlas_map_path_trace_line (const AtlasMapPath   *self,
                                cairo_t              *cr,
                                gboolean              closed,
                                const double         *dash,
                                guint                 n_dashes);

/* Called all along a run, px; @along is a unit vector. */
typedef void (*AtlasMapPathFunc) (cairo_t   *cr,
                                  AtlasPoint place,
                                  AtlasPoint along,
                                  double     size);

/**
 * atlas_map_path_walk:
 * @self: a path
 * @cr: a context in px, for @func
 * @spacing: px from call to call
 * @size: px, for @func
 * @func: (scope call): gets the place and the unit vector along the run
 *
 * Calls a function all along each run, first after half of @spacing. Runs shorter than @spacing are left out.
 */
void atlas_map_path_walk       (const AtlasMapPath   *self,
                                cairo_t              *cr,
                                double                spacing,
                                double                size,
                                AtlasMapPathFunc      func);

G_END_DECLS
