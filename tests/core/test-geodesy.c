// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-geodesy.h"

#include <math.h>

#define DMS(degrees, minutes, seconds) ((degrees) + (minutes) / 60.0 + (seconds) / 3600.0)
#define BAKU         \
  {                  \
    49.8671, 40.4093 \
  }
#define TBILISI      \
  {                  \
    44.8271, 41.7151 \
  }

static const struct
{
  const char *name;
  AtlasPoint  from, to;
  double      metres;
  double      tolerance;
} distances[] = {
  /* Geoscience Australia's worked example of Vincenty's formula. */
  { "flinders-peak-buninyong", { DMS (144, 25, 29.52440), -DMS (37, 57, 3.72030) }, { DMS (143, 55, 35.38390), -DMS (37, 39, 10.15610) }, 54972.271, 0.001 },
  /* GeographicLib's examples: New York to London, and Wellington to Salamanca, which is all but antipodal. */
  { "jfk-lhr", { -73.8, 40.6 }, { -0.5, 51.6 }, 5551759.400, 0.001 },
  { "wellington-salamanca", { 174.81, -41.32 }, { -5.50, 40.96 }, 19959679.267, 60000.0 },
  { "degree-of-the-equator", { 0, 0 }, { 1, 0 }, 111319.491, 0.001 },
  { "quarter-meridian", { 20, 0 }, { 20, 90 }, 10001965.729, 0.001 },
  { "over-the-pole", { 20, 89 }, { -160, 89 }, 2 * 111693.865, 0.01 },
  { "across-180", { 179.5, 0 }, { -179.5, 0 }, 111319.491, 0.001 },
  { "same", BAKU, BAKU, 0, 1e-9 },
  { "same-meridian-named-twice", { 180, 10 }, { -180, 10 }, 0, 1e-6 },
  { "antipodes", { 0, 0 }, { 180, 0 }, 20003931.459, 20000.0 },
  { "poles", { 0, 90 }, { 0, -90 }, 20003931.459, 20000.0 },
};

static void
test_distance (gconstpointer data)
{
  const typeof (distances[0]) *c = data;

  g_assert_cmpfloat_with_epsilon (atlas_geodesy_distance (c->from, c->to), c->metres, c->tolerance);
  g_assert_cmpfloat_with_epsilon (atlas_geodesy_distance (c->to, c->from), c->metres, c->tolerance);
}

/* Andoyer and Lambert's first-order formula: another way to the same figure, good to some tens of metres here. */
static double
distance_after_lambert (AtlasPoint from,
                        AtlasPoint to)
{
  const double f = 1.0 / 298.257223563;
  double       b1 = atan ((1.0 - f) * tan (from.y * G_PI / 180.0));
  double       b2 = atan ((1.0 - f) * tan (to.y * G_PI / 180.0));
  double       p = (b1 + b2) / 2.0;
  double       q = (b2 - b1) / 2.0;
  double       h = sin (q) * sin (q) + cos (b1) * cos (b2) * pow (sin ((to.x - from.x) * G_PI / 360.0), 2.0);
  double       sigma = 2.0 * asin (sqrt (h));
  double       x = (sigma - sin (sigma)) * pow (sin (p) * cos (q) / cos (sigma / 2.0), 2.0);
  double       y = (sigma + sin (sigma)) * pow (cos (p) * sin (q) / sin (sigma / 2.0), 2.0);

  return 6378137.0 * (sigma - f / 2.0 * (x + y));
}

static void
test_distance_agrees (void)
{
  const AtlasPoint places[] = { BAKU, TBILISI, { 12.5, 41.9 }, { 72.88, 19.08 }, { 80.3, 44.2 }, { 37.62, 55.75 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat_with_epsilon (atlas_geodesy_distance (places[i], places[j]),
                                      distance_after_lambert (places[i], places[j]), 60.0);
}

static const struct
{
  AtlasPoint from, to;
  double     bearing;
} bearings[] = {
  { { 0, 0 }, { 0, 1 }, 0 },
  { { 0, 0 }, { 1, 0 }, 90 },
  { { 0, 0 }, { 0, -1 }, 180 },
  { { 0, 0 }, { -1, 0 }, 270 },
  { { 179.5, 0 }, { -179.5, 0 }, 90 },
  { { 10, 50 }, { 30, 90 }, 0 },   /* to the pole it is north, whatever longitude the pole is given */
  { { 0, 0 }, { -1e-300, 1 }, 0 }, /* never 360 */
  { { 5, 5 }, { 5, 5 }, 0 },
};

static void
test_bearing (gconstpointer data)
{
  const typeof (bearings[0]) *c = data;
  double                      bearing = atlas_geodesy_bearing (c->from, c->to);

  g_assert_cmpfloat (bearing, >=, 0.0);
  g_assert_cmpfloat (bearing, <, 360.0);
  g_assert_cmpfloat_with_epsilon (bearing, c->bearing, 1e-9);
}

/* There and back: the destination is as far as asked, in the direction asked. */
static void
test_destination (void)
{
  const AtlasPoint gabala = { 47.79, 40.87 };

  for (double bearing = 0.0; bearing < 360.0; bearing += 15.0)
    for (double distance = 1.0; distance <= 6e6; distance *= 10.0)
      {
        AtlasPoint there = atlas_geodesy_destination (gabala, bearing, distance);

        g_assert_cmpfloat_with_epsilon (atlas_geodesy_bearing (gabala, there), bearing, 1e-5);
        g_assert_cmpfloat_with_epsilon (atlas_geodesy_distance (gabala, there), distance, distance * 0.006); /* sphere, ellipsoid */
      }
}

static void
test_destination_wraps (void)
{
  AtlasPoint there = atlas_geodesy_destination ((AtlasPoint){ 179.9, 0 }, 90, 6371008.8 * G_PI / 180.0); /* a degree of the sphere */

  g_assert_cmpfloat_with_epsilon (there.x, -179.1, 1e-6);
  g_assert_cmpfloat_with_epsilon (there.y, 0, 1e-9);
}

static void
test_interpolate (void)
{
  const AtlasPoint baku = BAKU;
  const AtlasPoint tbilisi = TBILISI;
  double           whole = atlas_geodesy_distance (baku, tbilisi);

  for (double fraction = 0.0; fraction <= 1.0; fraction += 0.125)
    {
      AtlasPoint on_the_way = atlas_geodesy_interpolate (baku, tbilisi, fraction);

      g_assert_cmpfloat_with_epsilon (atlas_geodesy_distance (baku, on_the_way), fraction * whole, whole * 1e-4);
      g_assert_cmpfloat_with_epsilon (atlas_geodesy_distance (on_the_way, tbilisi), (1.0 - fraction) * whole, whole * 1e-4);
    }
}

static const struct
{
  AtlasPoint from, to;
  double     fraction;
  AtlasPoint expected;
} steps[] = {
  { BAKU, TBILISI, 0, BAKU },
  { BAKU, TBILISI, 1, TBILISI },
  { { 0, 0 }, { 90, 0 }, 0.5, { 45, 0 } },
  { { 0, 0 }, { 0, 80 }, 0.25, { 0, 20 } },
  { { 170, 0 }, { -170, 0 }, 0.25, { 175, 0 } },
  { { 0, 60 }, { 180, 60 }, 0.5, { NAN, 90 } }, /* over the pole, where longitude is nothing */
  { { 7, 7 }, { 7, 7 }, 0.5, { 7, 7 } },
  { { 0, 0 }, { 180, 0 }, 0.5, { 0, 0 } }, /* antipodes: no way is the way */
};

static void
test_step (gconstpointer data)
{
  const typeof (steps[0]) *c = data;
  AtlasPoint               point = atlas_geodesy_interpolate (c->from, c->to, c->fraction);

  if (!isnan (c->expected.x))
    g_assert_cmpfloat_with_epsilon (point.x, c->expected.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (point.y, c->expected.y, 1e-6);
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

  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      g_autofree char *path = g_strdup_printf ("/geodesy/distance/%s", distances[i].name);

      g_test_add_data_func (path, &distances[i], test_distance);
    }
  ADD_CASES ("/geodesy/bearing", bearings, test_bearing)
  ADD_CASES ("/geodesy/interpolate", steps, test_step)
  g_test_add_func ("/geodesy/distance/agrees", test_distance_agrees);
  g_test_add_func ("/geodesy/destination/there-and-back", test_destination);
  g_test_add_func ("/geodesy/destination/wraps", test_destination_wraps);
  g_test_add_func ("/geodesy/interpolate/even", test_interpolate);

  return g_test_run ();
}
