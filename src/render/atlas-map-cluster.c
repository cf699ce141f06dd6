// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-cluster.h"

#include "atlas-mercator.h"

#include <math.h>
#include <string.h>

#define NONE G_MAXUINT

/* A seed and the next seed in the same cell of the grid. */
typedef struct
{
  AtlasPoint place;
  guint      next;
  guint      n_members;
  guint      first;
} Seed;

/* The seeds of each cell of the grid, through a table of chains. Cells that share a chain only make it longer: its seeds are
 * measured anyway. */
typedef struct
{
  GArray *seeds;
  guint  *heads;
  guint   mask;
  double  distance;
} Grid;

static guint *
get_head (const Grid *grid,
          int         x,
          int         y)
{
  guint hash = (guint) x * 73856093u ^ (guint) y * 19349663u;

  return &grid->heads[(hash ^ hash >> 15) & grid->mask];
}

static guint
find_seed (const Grid *grid,
           AtlasPoint  place)
{
  int    x = (int) floor (place.x / grid->distance);
  int    y = (int) floor (place.y / grid->distance);
  guint  best = NONE;
  double nearest = grid->distance * grid->distance;

  for (int cell = 0; cell < 9; cell++)
    for (guint i = *get_head (grid, x + cell % 3 - 1, y + cell / 3 - 1); i != NONE; i = g_array_index (grid->seeds, Seed, i).next)
      {
        const Seed *seed = &g_array_index (grid->seeds, Seed, i);
        double      dx = seed->place.x - place.x;
        double      dy = seed->place.y - place.y;

        if (dx * dx + dy * dy < nearest || (dx * dx + dy * dy <= nearest && i < best))
          {
            nearest = dx * dx + dy * dy;
            best = i;
          }
      }

  return best;
}

static guint
plant_seed (const Grid *grid,
            AtlasPoint  place)
{
  guint *head = get_head (grid, (int) floor (place.x / grid->distance), (int) floor (place.y / grid->distance));
  Seed   seed = { place, *head, 0, 0 };

  *head = grid->seeds->len;
  g_array_append_val (grid->seeds, seed);

  return *head;
}

double
atlas_map_cluster_step (double zoom)
{
  return floor (zoom * 2.0) / 2.0;
}

void
atlas_map_cluster (const GArray *points,
                   double        zoom,
                   GArray       *members,
                   GArray       *clusters)
{
  g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (Seed));
  g_autofree guint *seed_of = g_new (guint, points->len);
  g_autofree guint *heads = NULL;
  Grid              grid = { .seeds = seeds, .mask = 15 };
  guint             first = 0;

  while (grid.mask < points->len)
    grid.mask = grid.mask << 1 | 1;
  heads = g_new (guint, (gsize) grid.mask + 1);
  memset (heads, 0xff, ((gsize) grid.mask + 1) * sizeof *heads); /* NONE */
  grid.heads = heads;
  grid.distance = ATLAS_MAP_CLUSTER_DISTANCE / atlas_mercator_world_size (atlas_map_cluster_step (zoom));

  for (guint i = 0; i < points->len; i++)
    {
      AtlasPoint place = g_array_index (points, AtlasMapPoint, i).place;

      seed_of[i] = find_seed (&grid, place);
      if (seed_of[i] == NONE)
        seed_of[i] = plant_seed (&grid, place);
      g_array_index (seeds, Seed, seed_of[i]).n_members++;
    }

  g_array_set_size (clusters, 0);
  for (guint i = 0; i < seeds->len; i++)
    {
      Seed           *seed = &g_array_index (seeds, Seed, i);
      AtlasMapCluster cluster = { seed->place, first, 0, 0 };

      seed->first = first;
      first += seed->n_members;
      g_array_append_val (clusters, cluster);
    }

  g_array_set_size (members, points->len);
  for (guint i = 0; i < points->len; i++)
    {
      AtlasMapCluster     *cluster = &g_array_index (clusters, AtlasMapCluster, seed_of[i]);
      const AtlasMapPoint *point = &g_array_index (points, AtlasMapPoint, i);

      g_array_index (members, AtlasMapPoint, cluster->first + cluster->n_members++) = *point;
      cluster->n_shown += point->shown ? 1 : 0;
    }
}

double
atlas_map_cluster_split (const AtlasMapPoint *points,
                         guint                n_points,
                         double               zoom,
                         double               max_zoom)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (AtlasMapPoint));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (AtlasMapPoint));
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (AtlasMapCluster));

  g_array_append_vals (array, points, n_points);
  for (double step = atlas_map_cluster_step (zoom) + 0.5; step <= max_zoom; step += 0.5)
    {
      guint most = 0;

      atlas_map_cluster (array, step, members, clusters);
      for (guint i = 0; i < clusters->len; i++)
        most = MAX (most, g_array_index (clusters, AtlasMapCluster, i).n_members);
      if (2 * most <= n_points)
        return step;
    }

  return NAN;
}
