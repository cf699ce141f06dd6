// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-geometry.h"

void
atlas_export_add_position (AtlasJsonText *json,
                           AtlasPoint     lonlat)
{
  atlas_json_text_begin (json, '[');
  atlas_json_text_number (json, lonlat.x);
  atlas_json_text_number (json, lonlat.y);
  atlas_json_text_end (json, ']');
}

gboolean
atlas_export_is_turned (const AtlasGeometry *geometry,
                        const AtlasPart     *part)
{
  const AtlasPoint *points = atlas_geometry_get_lonlat (geometry);
  double            area = 0.0; /* twice; positive: counterclockwise */

  if (part->kind != ATLAS_PART_RING && part->kind != ATLAS_PART_HOLE)
    return FALSE;

  for (guint i = part->begin; i + 1 < part->end; i++)
    area += (points[i + 1].x - points[i].x) * (points[i + 1].y + points[i].y);
  area = -area;

  return part->kind == ATLAS_PART_RING ? area < 0.0 : area > 0.0;
}

/* The positions of a part, without or with brackets. */
static void
add_run (AtlasJsonText       *json,
         const AtlasGeometry *geometry,
         const AtlasPart     *part)
{
  const AtlasPoint *points = atlas_geometry_get_lonlat (geometry);
  gboolean          turned = atlas_export_is_turned (geometry, part);

  for (guint i = part->begin; i < part->end; i++)
    atlas_export_add_position (json, points[turned ? part->begin + part->end - 1 - i : i]);
}

static void
add_line (AtlasJsonText       *json,
          const AtlasGeometry *geometry,
          const AtlasPart     *part)
{
  atlas_json_text_begin (json, '[');
  add_run (json, geometry, part);
  atlas_json_text_end (json, ']');
}

/* The parts from @first on that make one polygon; returns the one after them. */
static guint
add_polygon (AtlasJsonText       *json,
             const AtlasGeometry *geometry,
             guint                first)
{
  guint n_parts = atlas_geometry_get_n_parts (geometry);
  guint i = first;

  atlas_json_text_begin (json, '[');
  do
    add_line (json, geometry, atlas_geometry_get_part (geometry, i));
  while (++i < n_parts && atlas_geometry_get_part (geometry, i)->kind == ATLAS_PART_HOLE);
  atlas_json_text_end (json, ']');

  return i;
}

static void
begin_typed (AtlasJsonText    *json,
             AtlasGeometryType type)
{
  atlas_json_text_begin (json, '{');
  atlas_json_text_add_string (json, "type", atlas_geometry_type_to_string (type));
  atlas_json_text_member (json, type == ATLAS_GEOMETRY_COLLECTION ? "geometries" : "coordinates");
}

/* One part of a collection as a geometry of its own; returns the part after it. */
static guint
add_member (AtlasJsonText       *json,
            const AtlasGeometry *geometry,
            guint                index)
{
  const AtlasPart *part = atlas_geometry_get_part (geometry, index);
  guint            next = index + 1;

  if (part->kind == ATLAS_PART_POINT && part->end - part->begin == 1)
    {
      begin_typed (json, ATLAS_GEOMETRY_POINT);
      add_run (json, geometry, part);
    }
  else if (part->kind == ATLAS_PART_POINT || part->kind == ATLAS_PART_LINE)
    {
      begin_typed (json, part->kind == ATLAS_PART_POINT ? ATLAS_GEOMETRY_MULTI_POINT : ATLAS_GEOMETRY_LINE_STRING);
      add_line (json, geometry, part);
    }
  else
    {
      begin_typed (json, ATLAS_GEOMETRY_POLYGON);
      next = add_polygon (json, geometry, index);
    }
  atlas_json_text_end (json, '}');

  return next;
}

static void
add_coordinates (AtlasJsonText       *json,
                 const AtlasGeometry *geometry,
                 AtlasGeometryType    type)
{
  guint n_parts = atlas_geometry_get_n_parts (geometry);

  if (type == ATLAS_GEOMETRY_POINT)
    {
      add_run (json, geometry, atlas_geometry_get_part (geometry, 0));
      return;
    }
  if (type == ATLAS_GEOMETRY_LINE_STRING)
    {
      add_line (json, geometry, atlas_geometry_get_part (geometry, 0));
      return;
    }
  if (type == ATLAS_GEOMETRY_POLYGON)
    {
      add_polygon (json, geometry, 0);
      return;
    }

  atlas_json_text_begin (json, '[');
  for (guint i = 0; i < n_parts;)
    if (type == ATLAS_GEOMETRY_MULTI_POINT)
      add_run (json, geometry, atlas_geometry_get_part (geometry, i++));
    else if (type == ATLAS_GEOMETRY_MULTI_LINE_STRING)
      add_line (json, geometry, atlas_geometry_get_part (geometry, i++));
    else if (type == ATLAS_GEOMETRY_MULTI_POLYGON)
      i = add_polygon (json, geometry, i);
    else
      i = add_member (json, geometry, i);
  atlas_json_text_end (json, ']');
}

void
atlas_export_add_geometry (AtlasJsonText *json,
                           AtlasGeometry *geometry)
{
  AtlasGeometryType type;

  if (geometry == NULL)
    {
      atlas_json_text_raw (json, "null");
      return;
    }

  type = atlas_geometry_get_geometry_type (geometry);
  begin_typed (json, type);
  add_coordinates (json, geometry, type);
  atlas_json_text_end (json, '}');
}
