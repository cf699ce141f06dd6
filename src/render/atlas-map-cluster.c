// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-cluster.h"

#include "atlas-mercator.h"

#include <math.h>

#define NONE G_MAXUINT

/* A seed and the next seed in the same cell of the grid. */
typedef struct
{
  AtlasPoint place;
  guint      next;
  guint      n_members;
  guint      first;
} Seed;

/* Cells that share a key only make a chain longer: its seeds are measured anyway. */
static gpointer
cell_key (int x,
          int y)
{
  return GUINT_TO_POINTER ((guint) x * 73856093u ^ (guint) y * 19349663u);
}

static guint
find_seed (GHashTable   *cells,
           const GArray *seeds,
           AtlasPoint    place,
           double        distance)
{
  int    x = (int) floor (place.x / distance);
  int    y = (int) floor (place.y / distance);
  guint  best = NONE;
  double nearest = distance * distance;

  for (int cell = 0; cell < 9; cell++)
    {
      gpointer value = g_hash_table_lookup (cells, cell_key (x + cell % 3 - 1, y + cell / 3 - 1));

      for (guint i = GPOINTER_TO_UINT (value) - 1; i != NONE; i = g_array_index (seeds, Seed, i).next)
        {
          const Seed *seed = &g_array_index (seeds, Seed, i);
          double      dx = seed->place.x - place.x;
          double      dy = seed->place.y - place.y;

          if (dx * dx + dy * dy < nearest || (dx * dx + dy * dy <= nearest && i < best))
            {
              nearest = dx * dx + dy * dy;
              best = i;
            }
        }
    }

  return best;
}

static guint
plant_seed (GHashTable *cells,
            GArray     *seeds,
            AtlasPoint  place,
            double      distance)
{
  gpointer key = cell_key ((int) floor (place.x / distance), (int) floor (place.y / distance));
  Seed     seed = { place, GPOINTER_TO_UINT (g_hash_table_lookup (cells, key)) - 1, 0, 0 };

  g_array_append_val (seeds, seed);
  g_hash_table_insert (cells, key, GUINT_TO_POINTER (seeds->len));

  return seeds->len - 1;
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
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) seeds = g_array_new (FALSE, FALSE, sizeof (Seed));
  g_autofree guint *seed_of = g_new (guint, points->len);
  double            distance = ATLAS_MAP_CLUSTER_DISTANCE / atlas_mercator_world_size (atlas_map_cluster_step (zoom));
  guint             first = 0;

  for (guint i = 0; i < points->len; i++)
    {
      AtlasPoint place = g_array_index (points, AtlasMapPoint, i).place;

      seed_of[i] = find_seed (cells, seeds, place, distance);
      if (seed_of[i] == NONE)
        seed_of[i] = plant_seed (cells, seeds, place, distance);
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
