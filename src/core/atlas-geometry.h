// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A position: longitude and latitude in degrees, or x and y in the unit Mercator square (see atlas-mercator.h); the name says which. */
typedef struct
{
  double x, y;
} AtlasPoint;

/* A box in the same units as the points in it. Empty when x0 > x1. */
typedef struct
{
  double x0, y0, x1, y1;
} AtlasBox;

#define ATLAS_BOX_EMPTY ((AtlasBox){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

static inline gboolean
atlas_box_is_empty (AtlasBox box)
{
  return box.x0 > box.x1 || box.y0 > box.y1;
}

static inline gboolean
atlas_box_overlaps (AtlasBox a,
                    AtlasBox b)
{
  return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}

static inline gboolean
atlas_box_contains (AtlasBox   box,
                    AtlasPoint point)
{
  return box.x0 <= point.x && point.x <= box.x1 && box.y0 <= point.y && point.y <= box.y1;
}

static inline AtlasBox
atlas_box_union (AtlasBox a,
                 AtlasBox b)
{
  return (AtlasBox){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

static inline AtlasBox
atlas_box_add_point (AtlasBox   box,
                     AtlasPoint point)
{
  return (AtlasBox){ MIN (box.x0, point.x), MIN (box.y0, point.y), MAX (box.x1, point.x), MAX (box.y1, point.y) };
}

/* The seven types of RFC 7946. */
typedef enum
{
  ATLAS_GEOMETRY_POINT,
  ATLAS_GEOMETRY_MULTI_POINT,
  ATLAS_GEOMETRY_LINE_STRING,
  ATLAS_GEOMETRY_MULTI_LINE_STRING,
  ATLAS_GEOMETRY_POLYGON,
  ATLAS_GEOMETRY_MULTI_POLYGON,
  ATLAS_GEOMETRY_COLLECTION,
  ATLAS_N_GEOMETRY_TYPES
} AtlasGeometryType;

typedef enum
{
  ATLAS_PART_POINT, /* a run of one or more single points */
  ATLAS_PART_LINE,
  ATLAS_PART_RING, /* an outer ring; the first point stands again at the end */
  ATLAS_PART_HOLE, /* a hole in the ring before it */
} AtlasPartKind;

/* One run of positions inside a geometry's flat array. */
typedef struct
{
  AtlasPartKind kind;
  guint         begin; /* index of the first point */
  guint         end;   /* one past the last */
} AtlasPart;

#define ATLAS_TYPE_GEOMETRY (atlas_geometry_get_type ())
typedef struct _AtlasGeometry AtlasGeometry; /* immutable after construction, so shareable between threads */

GType             atlas_geometry_get_type     (void) G_GNUC_CONST;

/**
 * atlas_geometry_new_take:
 * @type: the GeoJSON type it is written as
 * @points: (transfer full): array of #AtlasPoint in degrees, longitude first
 * @parts: (transfer full): array of #AtlasPart that cover @points in order
 *
 * Makes a geometry: projects the points to the unit Mercator square and gives every vertex the coarsest zoom that needs it.
 *
 * Returns: (transfer full): the geometry
 */
AtlasGeometry    *atlas_geometry_new_take     (AtlasGeometryType    type,
                                               GArray              *points,
                                               GArray              *parts) G_GNUC_WARN_UNUSED_RESULT;
AtlasGeometry    *atlas_geometry_ref          (AtlasGeometry       *self);
void              atlas_geometry_unref        (AtlasGeometry       *self);

AtlasGeometryType atlas_geometry_get_geometry_type (const AtlasGeometry *self);
const char       *atlas_geometry_type_to_string    (AtlasGeometryType    type); /* "LineString" */
guint             atlas_geometry_get_n_parts  (const AtlasGeometry *self);
guint             atlas_geometry_get_n_points (const AtlasGeometry *self);
const AtlasPart  *atlas_geometry_get_part     (const AtlasGeometry *self,
                                               guint                index);
const AtlasPoint *atlas_geometry_get_points   (const AtlasGeometry *self); /* unit Mercator; index with AtlasPart.begin */
const AtlasPoint *atlas_geometry_get_lonlat   (const AtlasGeometry *self); /* degrees */
/* One byte a vertex: the lowest whole zoom (256 px tiles) at which leaving it out moves the line by half a pixel or more.
 * A painter at zoom z draws the vertices whose level is <= ceil(z); ends and ring starts are level 0. */
const guint8     *atlas_geometry_get_levels   (const AtlasGeometry *self);
AtlasBox          atlas_geometry_get_box      (const AtlasGeometry *self); /* unit Mercator */
AtlasBox          atlas_geometry_get_lonlat_box (const AtlasGeometry *self); /* degrees: west, south, east, north */
AtlasPoint        atlas_geometry_get_anchor   (const AtlasGeometry *self); /* unit Mercator: where a label or symbol sits: the point, the line's middle, inside the largest ring; NAN, NAN without points */

/* Length of all lines and perimeter of all rings in metres along the WGS 84 geodesic; 0 for points. */
double            atlas_geometry_get_length   (const AtlasGeometry *self);
/* Whether a unit-Mercator @point lies in a ring and in none of its holes (even-odd). */
gboolean          atlas_geometry_contains     (const AtlasGeometry *self,
                                               AtlasPoint           point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasGeometry, atlas_geometry_unref)

G_END_DECLS
