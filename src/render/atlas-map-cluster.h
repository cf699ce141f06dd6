// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/* Points that are nearer than this are drawn as one, px. */
#define ATLAS_MAP_CLUSTER_DISTANCE 14.0

/* A point that may be clustered: whose it is and where, in the unit Mercator square. */
typedef struct
{
  guint      position;
  AtlasPoint place;
  gboolean   shown; /* else it only hints */
} AtlasMapPoint;

/* Points drawn as one, at the place of the first of them. */
typedef struct
{
  AtlasPoint place;
  guint      first;   /* of its members, in the array they were sorted into */
  guint      n_members;
  guint      n_shown; /* of them; those that hint come last */
} AtlasMapCluster;

/**
 * atlas_map_cluster:
 * @points: of #AtlasMapPoint, the most important first; those that are shown before those that hint
 * @zoom: how near the camera is
 * @members: of #AtlasMapPoint, emptied first: the points by cluster
 * @clusters: of #AtlasMapCluster, emptied first
 *
 * Draws points together. Depends on @zoom by steps of a half and on no view, so that nothing regroups while the map is panned.
 */
void   atlas_map_cluster      (const GArray *points,
                               double        zoom,
                               GArray       *members,
                               GArray       *clusters);

/**
 * atlas_map_cluster_step:
 * @zoom: a zoom
 *
 * Gets the step of a zoom: what is drawn together at it is so at all zooms of the step.
 *
 * Returns: @zoom, down to a half
 */
double atlas_map_cluster_step (double        zoom);

/**
 * atlas_map_cluster_split:
 * @points: (array length=n_points): points that are drawn as one at @zoom, the most important first
 * @n_points: how many
 * @zoom: a zoom
 * @max_zoom: how close the map goes
 *
 * Finds how close to go for a cluster to fall apart.
 *
 * Returns: the least zoom of a step above @zoom at which no more than half of the points are drawn as one; NAN: none up to @max_zoom
 */
double atlas_map_cluster_split (const AtlasMapPoint *points,
                                guint                n_points,
                                double               zoom,
                                double               max_zoom);

G_END_DECLS
