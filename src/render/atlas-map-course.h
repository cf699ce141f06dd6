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

AtlasMapCourses *atlas_map_courses_new  (AtlasDataset         *dataset) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_map_courses_free (AtlasMapCourses      *self);

/* Whether the item at @position shares a trench anywhere. */
gboolean         atlas_map_courses_has  (AtlasMapCourses      *self,
                                         guint                 position);
/* Adds the lines of the item at @position to @path as they are drawn: in their lanes, @spacing px apart at most, with corners
 * rounded by @corner px. */
void             atlas_map_courses_add  (AtlasMapCourses      *self,
                                         guint                 position,
                                         const cairo_matrix_t *to_px,
                                         double                zoom,
                                         double                spacing,
                                         double                corner,
                                         AtlasMapPath         *path);
/* How much of their lanes lines have at @zoom: 0 to 1. */
double           atlas_map_courses_get_spread (double          zoom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapCourses, atlas_map_courses_free)

G_END_DECLS
