// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tile-view.h"

#include "atlas-basemap-source.h"
#include "atlas-mercator.h"

#include <math.h>

/* Of the view's size: what is kept of coarser levels, which stand in when the view moves out of what was painted. */
#define OVERVIEW 0.6
#define OVERVIEW_STEP 2.0

AtlasTileView
atlas_tile_view_from_camera (AtlasCamera camera,
                             double      width,
                             double      height)
{
  AtlasPoint middle = atlas_mercator_project (camera.longitude, camera.latitude);
  double     world = atlas_mercator_world_size (camera.zoom);

  return (AtlasTileView){ camera.zoom, world, middle.x * world - width / 2.0, middle.y * world - height / 2.0,
                          middle.x * world + width / 2.0, middle.y * world + height / 2.0 };
}

AtlasTileView
atlas_tile_view_at_zoom (AtlasTileView self,
                         double        zoom,
                         double        margin)
{
  double world = atlas_mercator_world_size (zoom);
  double k = world / self.world;

  return (AtlasTileView){ zoom, world, self.x0 * k - margin, self.y0 * k - margin, self.x1 * k + margin, self.y1 * k + margin };
}

typedef struct
{
  AtlasTileId id;
  double      distance;
} Wanted;

static int
compare_wanted (gconstpointer a,
                gconstpointer b)
{
  double difference = ((const Wanted *) a)->distance - ((const Wanted *) b)->distance;

  return (difference > 0.0) - (difference < 0.0);
}

void
atlas_tile_view_add_missing (AtlasTileView   self,
                             AtlasTileCache *cache,
                             guint           look,
                             GArray         *ids)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  int    last = (int) ceil (self.world / ATLAS_TILE_SIZE) - 1;
  double middle_x = (self.x0 + self.x1) / 2.0;
  double middle_y = (self.y0 + self.y1) / 2.0;

  for (int x = (int) floor (self.x0 / ATLAS_TILE_SIZE); x * ATLAS_TILE_SIZE < self.x1; x++)
    for (int y = (int) MAX (floor (self.y0 / ATLAS_TILE_SIZE), 0.0); y * ATLAS_TILE_SIZE < self.y1 && y <= last; y++)
      {
        Wanted one = { { self.zoom, x, y }, hypot ((x + 0.5) * ATLAS_TILE_SIZE - middle_x, (y + 0.5) * ATLAS_TILE_SIZE - middle_y) };

        if (x >= 0 && x <= last && atlas_tile_cache_lookup (cache, one.id, look) == NULL)
          g_array_append_val (wanted, one);
      }

  g_array_sort (wanted, compare_wanted);
  for (guint i = 0; i < wanted->len; i++)
    g_array_append_val (ids, g_array_index (wanted, Wanted, i).id);
}

void
atlas_tile_view_add_overviews (AtlasTileView   self,
                               AtlasTileCache *cache,
                               guint           look,
                               GArray         *ids)
{
  double width = (self.x1 - self.x0) * OVERVIEW / 2.0;
  double height = (self.y1 - self.y0) * OVERVIEW / 2.0;

  for (double zoom = floor (self.zoom) - OVERVIEW_STEP; zoom >= ATLAS_BASEMAP_MIN_ZOOM; zoom -= OVERVIEW_STEP)
    {
      AtlasTileView level = atlas_tile_view_at_zoom (self, zoom, 0.0);
      double        x = (level.x0 + level.x1) / 2.0;
      double        y = (level.y0 + level.y1) / 2.0;

      level = (AtlasTileView){ zoom, level.world, x - width, y - height, x + width, y + height };
      atlas_tile_view_add_missing (level, cache, look, ids);
    }
}
