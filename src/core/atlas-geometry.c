// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geometry.h"

#include "atlas-anchor.h"
#include "atlas-geodesy.h"
#include "atlas-mercator.h"
#include "atlas-planar.h"
#include "atlas-simplify.h"

#include <math.h>

struct _AtlasGeometry
{
  gatomicrefcount   ref_count;
  AtlasGeometryType type;
  GArray           *lonlat; /* of AtlasPoint */
  GArray           *parts;  /* of AtlasPart */
  AtlasPoint       *points; /* @lonlat, projected */
  guint8           *levels; /* one a point */
  AtlasBox          lonlat_box;
  AtlasBox          box;
  AtlasPoint        anchor;
};

G_DEFINE_BOXED_TYPE (AtlasGeometry, atlas_geometry, atlas_geometry_ref, atlas_geometry_unref)

static const char *type_names[] = {
  [ATLAS_GEOMETRY_POINT] = "Point",
  [ATLAS_GEOMETRY_MULTI_POINT] = "MultiPoint",
  [ATLAS_GEOMETRY_LINE_STRING] = "LineString",
  [ATLAS_GEOMETRY_MULTI_LINE_STRING] = "MultiLineString",
  [ATLAS_GEOMETRY_POLYGON] = "Polygon",
  [ATLAS_GEOMETRY_MULTI_POLYGON] = "MultiPolygon",
  [ATLAS_GEOMETRY_COLLECTION] = "GeometryCollection",
};

G_STATIC_ASSERT (G_N_ELEMENTS (type_names) == ATLAS_N_GEOMETRY_TYPES);

static inline const AtlasPart *
get_parts (const AtlasGeometry *self)
{
  return (const AtlasPart *) (gpointer) self->parts->data;
}

static gboolean
parts_cover (GArray *parts,
             guint   n_points)
{
  guint end = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const AtlasPart *part = &g_array_index (parts, AtlasPart, i);

      if (part->begin != end || part->end < part->begin)
        return FALSE;
      end = part->end;
    }

  return end == n_points;
}

static void
project (AtlasGeometry *self)
{
  const AtlasPoint *lonlat = atlas_geometry_get_lonlat (self);

  for (guint i = 0; i < self->lonlat->len; i++)
    {
      self->points[i] = atlas_mercator_project (lonlat[i].x, lonlat[i].y);
      self->lonlat_box = atlas_box_add_point (self->lonlat_box, lonlat[i]);
      self->box = atlas_box_add_point (self->box, self->points[i]);
    }
}

static void
simplify (AtlasGeometry *self)
{
  const AtlasPart *parts = get_parts (self);

  for (guint i = 0; i < self->parts->len; i++)
    if (parts[i].kind != ATLAS_PART_POINT) /* points are all needed: level 0, as allocated */
      atlas_simplify (self->points + parts[i].begin, parts[i].end - parts[i].begin, self->levels + parts[i].begin);
}

AtlasGeometry *
atlas_geometry_new_take (AtlasGeometryType type,
                         GArray           *points,
                         GArray           *parts)
{
  AtlasGeometry *self = NULL;

  g_return_val_if_fail ((guint) type < ATLAS_N_GEOMETRY_TYPES, NULL);
  g_return_val_if_fail (points != NULL && parts != NULL, NULL);
  g_return_val_if_fail (parts_cover (parts, points->len), NULL);

  self = g_new0 (AtlasGeometry, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->lonlat = points;
  self->parts = parts;
  self->points = g_new (AtlasPoint, points->len);
  self->levels = g_new0 (guint8, points->len);
  self->lonlat_box = ATLAS_BOX_EMPTY;
  self->box = ATLAS_BOX_EMPTY;

  project (self);
  simplify (self);
  self->anchor = atlas_anchor_find (self->points, get_parts (self), parts->len);

  return self;
}

AtlasGeometry *
atlas_geometry_ref (AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
atlas_geometry_unref (AtlasGeometry *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->lonlat);
  g_array_unref (self->parts);
  g_free (self->points);
  g_free (self->levels);
  g_free (self);
}

AtlasGeometryType
atlas_geometry_get_geometry_type (const AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_GEOMETRY_POINT);

  return self->type;
}

const char *
atlas_geometry_type_to_string (AtlasGeometryType type)
{
  g_return_val_if_fail ((guint) type < ATLAS_N_GEOMETRY_TYPES, NULL);

  return type_names[type];
}

guint
atlas_geometry_get_n_parts (const AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

guint
atlas_geometry_get_n_points (const AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lonlat->len;
}

const AtlasPart *
atlas_geometry_get_part (const AtlasGeometry *self,
                         guint                index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->parts->len, NULL);

  return &get_parts (self)[index];
}

const AtlasPoint *
atlas_geometry_get_points (const AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->points;
}

const AtlasPoint *
atlas_geometry_get_lonlat (const AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const AtlasPoint *) (gpointer) self->lonlat->data;
}

const guint8 *
atlas_geometry_get_levels (const AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->levels;
}

AtlasBox
atlas_geometry_get_box (const AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_BOX_EMPTY);

  return self->box;
}

AtlasBox
atlas_geometry_get_lonlat_box (const AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_BOX_EMPTY);

  return self->lonlat_box;
}

AtlasPoint
atlas_geometry_get_anchor (const AtlasGeometry *self)
{
  g_return_val_if_fail (self != NULL, ((AtlasPoint){ NAN, NAN }));

  return self->anchor;
}

double
atlas_geometry_get_length (const AtlasGeometry *self)
{
  const AtlasPoint *lonlat = atlas_geometry_get_lonlat (self);
  double            length = 0.0;

  g_return_val_if_fail (self != NULL, 0.0);

  for (guint p = 0; p < self->parts->len; p++)
    {
      const AtlasPart *part = &get_parts (self)[p];

      if (part->kind == ATLAS_PART_POINT)
        continue;
      for (guint i = part->begin + 1; i < part->end; i++)
        length += atlas_geodesy_distance (lonlat[i - 1], lonlat[i]);
    }

  return length;
}

gboolean
atlas_geometry_contains (const AtlasGeometry *self,
                         AtlasPoint           point)
{
  const AtlasPart *parts = NULL;
  guint            n_rings = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!atlas_box_contains (self->box, point))
    return FALSE;

  parts = get_parts (self);
  for (guint p = 0; p < self->parts->len; p += MAX (n_rings, 1))
    {
      n_rings = parts[p].kind == ATLAS_PART_RING ? 1 : 0;
      if (n_rings == 0)
        continue;

      while (p + n_rings < self->parts->len && parts[p + n_rings].kind == ATLAS_PART_HOLE)
        n_rings++;
      if (atlas_planar_is_inside (self->points, parts + p, n_rings, point))
        return TRUE;
    }

  return FALSE;
}
