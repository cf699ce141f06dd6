// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-nearest.h"

#include "atlas-basemap-private.h"
#include "atlas-geodesy.h"
#include "atlas-mercator.h"

/**
 * atlas_basemap_find_nearest_town:
 * @self: a basemap
 * @lonlat: longitude and latitude in degrees
 * @language: (nullable): a language tag
 * @out: (out caller-allocates): the town; touched only on success
 *
 * Looks for the town that is nearest. On the Mercator square, which keeps shapes, what is nearest here is so on the ground.
 *
 * Returns: whether there is any
 */
gboolean
atlas_basemap_find_nearest_town (const AtlasBasemap *self,
                                 AtlasPoint          lonlat,
                                 const char         *language,
                                 AtlasBasemapTown   *out)
{
  AtlasPoint           point = atlas_mercator_project (lonlat.x, lonlat.y);
  AtlasBasemapLanguage names = atlas_basemap_find_language (language);
  double               least = G_MAXDOUBLE;
  AtlasPoint           town;

  g_return_val_if_fail (self != NULL && out != NULL, FALSE);

  for (gsize i = 0; i < self->n_places; i++)
    {
      AtlasPoint  place = { (double) self->places[i].x / ATLAS_BASEMAP_WORLD, (double) self->places[i].y / ATLAS_BASEMAP_WORLD };
      double      distance = hypot (place.x - point.x, place.y - point.y);
      const char *name = atlas_basemap_get_name (self, self->places[i].name, names);

      if (distance >= least || *name == '\0')
        continue;

      least = distance;
      town = place;
      out->name = name;
      out->country = atlas_basemap_get_name (self, self->places[i].country, names);
    }

  if (least == G_MAXDOUBLE)
    return FALSE;

  town = atlas_mercator_unproject (town);
  out->distance = atlas_geodesy_distance (town, lonlat);
  out->bearing = atlas_geodesy_bearing (town, lonlat);

  return TRUE;
}
