// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-scene-private.h"

#include "atlas-map-stroke.h"

/* px */
#define CORNER 12.0     /* by which corners of schematic courses are rounded: a scheme has no sharp ones */
#define AIR_CORNER 60.0 /* those of a course in the air, which is a curve */
#define LANE 4.2        /* between two lines in one trench, at zoom 6 */

static double
get_corner (AtlasItem *item)
{
  if (atlas_item_get_kind (item) == ATLAS_KIND_EVENT)
    return AIR_CORNER;

  return atlas_item_is_schematic (item) ? CORNER : 0;
}

void
atlas_map_scene_add_path (AtlasMapScene        *self,
                          guint                 position,
                          AtlasPartKind         kind,
                          const cairo_matrix_t *to_px,
                          double                zoom,
                          gboolean              plain,
                          AtlasMapPath         *path)
{
  AtlasItem *item = atlas_dataset_get_item (self->dataset, position);
  double     corner = kind == ATLAS_PART_LINE && !plain ? get_corner (item) : 0;

  if (kind == ATLAS_PART_LINE)
    atlas_map_courses_add (self->courses, position, to_px, zoom, LANE * atlas_map_brush_scale (zoom), corner, path);
  else
    atlas_map_path_add (path, atlas_item_get_geometry (item), kind, to_px, zoom, 0);
}
