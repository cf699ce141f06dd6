// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-mercator.h"

static const struct
{
  double longitude, latitude;
  double x, y;
} projections[] = {
  { 0, 0, 0.5, 0.5 },
  { -180, ATLAS_MERCATOR_MAX_LATITUDE, 0, 0 },
  { 180, -ATLAS_MERCATOR_MAX_LATITUDE, 1, 1 },
  { 180, -90, 1, 1 }, /* clamped */
  { -180, 90, 0, 0 },
  { 90, 66.51326044311186, 0.75, 0.25 }, /* half of the way up: atan (sinh (π / 2)) */
};

static void
test_project (gconstpointer data)
{
  const typeof (projections[0]) *c = data;
  AtlasPoint                     point = atlas_mercator_project (c->longitude, c->latitude);
  AtlasPoint                     back = atlas_mercator_unproject (point);

  g_assert_cmpfloat_with_epsilon (point.x, c->x, 1e-14);
  g_assert_cmpfloat_with_epsilon (point.y, c->y, 1e-14);
  g_assert_cmpfloat_with_epsilon (back.x, c->longitude, 1e-12);
  g_assert_cmpfloat_with_epsilon (back.y, CLAMP (c->latitude, -ATLAS_MERCATOR_MAX_LATITUDE, ATLAS_MERCATOR_MAX_LATITUDE), 1e-12);
}

static void
test_round_trip (void)
{
  for (double latitude = -85.0; latitude <= 85.0; latitude += 2.5)
    for (double longitude = -180.0; longitude <= 180.0; longitude += 7.5)
      {
        AtlasPoint back = atlas_mercator_unproject (atlas_mercator_project (longitude, latitude));

        g_assert_cmpfloat_with_epsilon (back.x, longitude, 1e-11);
        g_assert_cmpfloat_with_epsilon (back.y, latitude, 1e-11);
      }
}

/* OpenStreetMap's table of zoom levels, for 256 px tiles. */
static const struct
{
  double latitude, zoom;
  double metres;
} scales[] = {
  { 0, 0, 156543.03 },
  { 0, 10, 152.874 },
  { 60, 0, 156543.03 / 2.0 },
  { -60, 1, 156543.03 / 4.0 },
};

static void
test_metres_per_px (gconstpointer data)
{
  const typeof (scales[0]) *c = data;

  g_assert_cmpfloat_with_epsilon (atlas_mercator_metres_per_px (c->latitude, c->zoom), c->metres, 0.01);
}

static const struct
{
  AtlasBox box;
  double   width, height, padding, max_zoom;
  double   zoom;
} fits[] = {
  { { 0, 0, 1, 1 }, 256, 256, 0, 20, 0 },
  { { 0, 0, 1, 1 }, 512, 512, 0, 20, 1 },
  { { 0, 0, 1, 1 }, 512, 256, 0, 20, 0 },  /* the shorter side decides */
  { { 0, 0, 1, 1 }, 128, 256, 0, 20, -1 }, /* and may go below 0 */
  { { 0, 0, 1, 1 }, 356, 356, 50, 20, 0 },
  { { 0.5, 0.5, 0.625, 0.5625 }, 512, 512, 0, 20, 4 },
  { { 0.5, 0.5, 0.625, 0.5625 }, 512, 512, 0, 3, 3 },
  { { 0.5, 0.5, 0.5, 0.5 }, 512, 512, 0, 11, 11 }, /* a point */
  { { 1, 1, 0, 0 }, 512, 512, 0, 11, 11 },         /* nothing */
  { { 0, 0, 1, 1 }, 100, 100, 200, 20, -8 },       /* padding without room: as if one px were left */
};

static void
test_fit (gconstpointer data)
{
  const typeof (fits[0]) *c = data;

  g_assert_cmpfloat_with_epsilon (atlas_mercator_fit (c->box, c->width, c->height, c->padding, c->max_zoom), c->zoom, 1e-12);
}

#define ADD_CASES(name, cases, func)                             \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)               \
    {                                                            \
      g_autofree char *path = g_strdup_printf (name "/%02u", i); \
                                                                 \
      g_test_add_data_func (path, &cases[i], func);              \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES ("/mercator/project", projections, test_project)
  ADD_CASES ("/mercator/metres-per-px", scales, test_metres_per_px)
  ADD_CASES ("/mercator/fit", fits, test_fit)
  g_test_add_func ("/mercator/round-trip", test_round_trip);

  return g_test_run ();
}
