// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geojson.h"

#include "atlas-limits.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  GArray *points; /* of AtlasPoint */
  GArray *parts;  /* of AtlasPart */
} Builder;

/* How the coordinates of each type are nested: arrays of arrays … of runs of positions. */
static const struct
{
  AtlasPartKind kind;
  guint         outer; /* arrays around a run of positions */
  guint         least; /* positions of a run */
} shapes[] = {
  [ATLAS_GEOMETRY_POINT] = { ATLAS_PART_POINT, 0, 1 },
  [ATLAS_GEOMETRY_MULTI_POINT] = { ATLAS_PART_POINT, 0, 1 },
  [ATLAS_GEOMETRY_LINE_STRING] = { ATLAS_PART_LINE, 0, 2 },
  [ATLAS_GEOMETRY_MULTI_LINE_STRING] = { ATLAS_PART_LINE, 1, 2 },
  [ATLAS_GEOMETRY_POLYGON] = { ATLAS_PART_RING, 1, 4 },
  [ATLAS_GEOMETRY_MULTI_POLYGON] = { ATLAS_PART_RING, 2, 4 },
  [ATLAS_GEOMETRY_COLLECTION] = { 0 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (shapes) == ATLAS_N_GEOMETRY_TYPES);

static gboolean
check_limit (const Builder   *builder,
             const AtlasJson *self,
             guint            more,
             GError         **error)
{
  if (more > ATLAS_LIMIT_COORDINATES - builder->points->len)
    return atlas_json_fail (self, error, ATLAS_RULE_LIMIT, _ ("a geometry of more than %u positions"), ATLAS_LIMIT_COORDINATES);

  return TRUE;
}

static gboolean
check_ring (const Builder   *builder,
            const AtlasPart *part,
            const AtlasJson *self,
            GError         **error)
{
  const AtlasPoint *first = &g_array_index (builder->points, AtlasPoint, part->begin);
  const AtlasPoint *last = &g_array_index (builder->points, AtlasPoint, part->end - 1);

  if (!(first->x == last->x && first->y == last->y))
    return atlas_json_fail (self, error, ATLAS_RULE_GEOMETRY, _ ("the ring is not closed: its last position is not its first"));

  return TRUE;
}

static gboolean
read_run (const AtlasJson *self,
          AtlasPartKind    kind,
          guint            least,
          Builder         *builder,
          GError         **error)
{
  AtlasPart part = { kind, builder->points->len, builder->points->len };
  guint     length = 0;

  if (!atlas_json_get_length (self, G_MAXUINT, &length, error) || !check_limit (builder, self, length, error))
    return FALSE;
  if (length < least)
    return atlas_json_fail (self, error, ATLAS_RULE_GEOMETRY, _ ("%u positions where %u are the least"), length, least);

  for (guint i = 0; i < length; i++)
    {
      AtlasJson  element = atlas_json_element (self, i);
      AtlasPoint point;

      if (!atlas_geojson_read_position (&element, &point, error))
        return FALSE;
      g_array_append_val (builder->points, point);
    }

  part.end = builder->points->len;
  if ((kind == ATLAS_PART_RING || kind == ATLAS_PART_HOLE) && !check_ring (builder, &part, self, error))
    return FALSE;

  g_array_append_val (builder->parts, part);

  return TRUE;
}

/* At most three deep: as deep as a MultiPolygon. */
static gboolean
read_coordinates (const AtlasJson  *self,
                  AtlasGeometryType type,
                  guint             outer,
                  Builder          *builder,
                  GError          **error)
{
  guint length = 0;

  if (outer == 0)
    return read_run (self, shapes[type].kind, shapes[type].least, builder, error);

  if (!atlas_json_get_length (self, ATLAS_LIMIT_COORDINATES, &length, error))
    return FALSE;
  if (length == 0)
    return atlas_json_fail (self, error, ATLAS_RULE_GEOMETRY, _ ("no positions at all"));

  for (guint i = 0; i < length; i++)
    {
      AtlasJson     element = atlas_json_element (self, i);
      gboolean      ring = shapes[type].kind == ATLAS_PART_RING && outer == 1;
      AtlasPartKind kind = ring && i > 0 ? ATLAS_PART_HOLE : shapes[type].kind;

      if (outer == 1 ? !read_run (&element, kind, shapes[type].least, builder, error)
                     : !read_coordinates (&element, type, outer - 1, builder, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_point (const AtlasJson *self,
            Builder         *builder,
            GError         **error)
{
  AtlasPart  part = { ATLAS_PART_POINT, builder->points->len, builder->points->len + 1 };
  AtlasPoint point;

  if (!check_limit (builder, self, 1, error) || !atlas_geojson_read_position (self, &point, error))
    return FALSE;

  g_array_append_val (builder->points, point);
  g_array_append_val (builder->parts, part);

  return TRUE;
}

static gboolean
read_type (const AtlasJson   *self,
           AtlasGeometryType *type,
           GError           **error)
{
  const char *choices[ATLAS_N_GEOMETRY_TYPES + 1] = { NULL };
  AtlasJson   child;
  guint       choice = 0;

  for (guint i = 0; i < ATLAS_N_GEOMETRY_TYPES; i++)
    choices[i] = atlas_geometry_type_to_string ((AtlasGeometryType) i);

  if (!atlas_json_enter (self, "type", &child, error) ||
      !atlas_json_read_choice (&child, choices, ATLAS_RULE_GEOMETRY, &choice, error))
    return FALSE;

  *type = (AtlasGeometryType) choice;

  return TRUE;
}

/* Something in it that the program does not read: "bbox", foreign members. */
static void
note_foreign_members (const AtlasJson *self)
{
  if (self->lossy != NULL && json_object_get_size (json_node_get_object (self->node)) > 2)
    *self->lossy = TRUE;
}

/* Recurses into collections, at most ATLAS_LIMIT_GEOMETRY_DEPTH deep. */
static gboolean
read_geometry (const AtlasJson   *self,
               guint              depth,
               AtlasGeometryType *type,
               Builder           *builder,
               GError           **error)
{
  AtlasJson         child;
  AtlasGeometryType inner;
  guint             length = 0;

  if (!read_type (self, type, error))
    return FALSE;
  note_foreign_members (self);

  if (*type != ATLAS_GEOMETRY_COLLECTION)
    {
      if (!atlas_json_enter (self, "coordinates", &child, error))
        return FALSE;
      return *type == ATLAS_GEOMETRY_POINT ? read_point (&child, builder, error)
                                           : read_coordinates (&child, *type, shapes[*type].outer, builder, error);
    }

  if (depth == ATLAS_LIMIT_GEOMETRY_DEPTH)
    return atlas_json_fail (self, error, ATLAS_RULE_LIMIT, _ ("more than %u collections inside one another"), ATLAS_LIMIT_GEOMETRY_DEPTH);
  if (!atlas_json_enter (self, "geometries", &child, error) ||
      !atlas_json_get_length (&child, ATLAS_LIMIT_COORDINATES, &length, error))
    return FALSE;
  if (length == 0)
    return atlas_json_fail (&child, error, ATLAS_RULE_GEOMETRY, _ ("no positions at all"));

  for (guint i = 0; i < length; i++)
    {
      AtlasJson element = atlas_json_element (&child, i);

      if (!read_geometry (&element, depth + 1, &inner, builder, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
atlas_geojson_read_position (const AtlasJson *self,
                             gpointer         out,
                             GError         **error)
{
  AtlasJson  longitude, latitude;
  AtlasPoint read = { NAN, NAN };
  guint      length = 0;

  if (!atlas_json_get_length (self, G_MAXUINT, &length, error))
    return FALSE;
  if (length < 2 || length > 3)
    return atlas_json_fail (self, error, ATLAS_RULE_POSITION, _ ("a position has 2 or 3 numbers, not %u"), length);

  longitude = atlas_json_element (self, 0);
  latitude = atlas_json_element (self, 1);
  if (!atlas_json_read_double (&longitude, &read.x, error) || !atlas_json_read_double (&latitude, &read.y, error))
    return FALSE;

  if (!(ABS (read.x) <= 180.0) || !(ABS (read.y) <= 90.0)) /* written so that NaN fails too */
    return atlas_json_fail (self, error, ATLAS_RULE_POSITION, _ ("[%g, %g] is not on the Earth: longitude first, −180 to 180, then latitude, −90 to 90"),
                            read.x, read.y);

  if (length == 3 && self->lossy != NULL)
    *self->lossy = TRUE;
  *(AtlasPoint *) out = read;

  return TRUE;
}

gboolean
atlas_geojson_read_geometry (const AtlasJson *self,
                             gpointer         out,
                             GError         **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (AtlasPart));
  Builder           builder = { points, parts };
  AtlasGeometryType type = ATLAS_GEOMETRY_POINT;

  if (!read_geometry (self, 0, &type, &builder, error))
    return FALSE;

  *(AtlasGeometry **) out = atlas_geometry_new_take (type, g_steal_pointer (&points), g_steal_pointer (&parts));

  return TRUE;
}
