// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-map-path.h"

G_BEGIN_DECLS

/**
 * AtlasMapCourses:
 *
 * The courses of an atlas's lines where several share a trench: found once, and laid side by side at each zoom.
 *
 * Pipelines come first, oil before gas, then railways, then corridors. Far away all run on one line, as they do in the atlas;
 * near by each has its lane. Very near each keeps its own course and only steps aside.
 */
typedef struct _AtlasMapCourses AtlasMapCourses;

/**
 * atlas_map_courses_new:
 * @dataset: an atlas; the courses keep it
 *
 * Finds where lines share a trench: where their courses are within 4 km. In an atlas of more than 2000 lines none is looked for.
 *
 * Returns: (transfer full): the courses
 */
AtlasMapCourses *atlas_map_courses_new  (AtlasDataset         *dataset) G_GNUC_WARN_UNUSED_RESULT;

void             atlas_map_courses_free (AtlasMapCourses      *self);

/**
 * atlas_map_courses_has:
 * @self: courses
 * @position: of an item in the dataset
 *
 * Looks whether an item shares a trench anywhere.
 *
 * Returns: %TRUE if it does; else its lines are drawn as they are
 */
gboolean         atlas_map_courses_has  (AtlasMapCourses      *self,
                                         guint                 position);

/**
 * atlas_map_courses_add:
 * @self: courses
 * @position: of an item in the dataset
 * @to_px: from the unit Mercator square
 * @zoom: of @to_px: which vertices and how much of the lanes
 * @spacing: px from lane to lane at most
 * @corner: px by which corners are rounded
 * @path: what the runs are added to
 *
 * Adds the lines of an item as they are drawn: in their lanes.
 */
void             atlas_map_courses_add  (AtlasMapCourses      *self,
                                         guint                 position,
                                         const cairo_matrix_t *to_px,
                                         double                zoom,
                                         double                spacing,
                                         double                corner,
                                         AtlasMapPath         *path);

/**
 * atlas_map_courses_get_spread:
 * @zoom: a zoom
 *
 * Gets how far lanes are apart at a zoom.
 *
 * Returns: 0, all on one line, up to zoom 5.4, to 1, the whole spacing, from zoom 7
 */
double           atlas_map_courses_get_spread (double          zoom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapCourses, atlas_map_courses_free)

G_END_DECLS
