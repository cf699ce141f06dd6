// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-flight.h"
#include "atlas-mercator.h"

#define SIZE 1000.0
#define MIN_ZOOM 3.0
#define N_STEPS 50
#define EXACTLY 1e-300

/* What a way looks like from its ends. */
typedef enum
{
  ZOOMS,  /* in one direction, over one place */
  RISES,  /* goes out above both ends, over the ground, and in again */
  SLOPES, /* over the ground, without going farther out than its ends */
} Shape;

static const struct
{
  const char *name;
  AtlasCamera from, to;
  Shape       shape;
} flights[] = {
  { "nowhere", { .zoom = 6, .latitude = 40, .longitude = 47 }, { .zoom = 6, .latitude = 40, .longitude = 47 }, ZOOMS },
  { "in", { .zoom = 5, .latitude = 40, .longitude = 47 }, { .zoom = 9.5, .latitude = 40, .longitude = 47 }, ZOOMS },
  { "out", { .zoom = 12, .latitude = -12, .longitude = 47 }, { .zoom = 3, .latitude = -12, .longitude = 47 }, ZOOMS },
  { "hair's breadth", { .zoom = 5, .latitude = 40, .longitude = 47 }, { .zoom = 9, .latitude = 40, .longitude = 47.00001 }, ZOOMS },
  { "aside", { .zoom = 7, .latitude = 40, .longitude = 47 }, { .zoom = 7, .latitude = 41, .longitude = 55 }, RISES },
  { "far", { .zoom = 9, .latitude = 40, .longitude = 47 }, { .zoom = 10, .latitude = 45, .longitude = 9 }, RISES },
  { "as far out as there is", { .zoom = 4, .latitude = 40, .longitude = 10 }, { .zoom = 4, .latitude = 20, .longitude = 130 }, RISES },
  { "in and a little aside", { .zoom = 5, .latitude = 40, .longitude = 47 }, { .zoom = 9, .latitude = 40.2, .longitude = 47.3 }, SLOPES },
};

/* How far apart two views look, in the terms of the paper. */
static double
measure (AtlasCamera a,
         AtlasCamera b)
{
  AtlasPoint p = atlas_mercator_project (a.longitude, a.latitude);
  AtlasPoint q = atlas_mercator_project (b.longitude, b.latitude);
  double     width = SIZE / atlas_mercator_world_size ((a.zoom + b.zoom) / 2.0);

  return hypot (G_SQRT2 * hypot (p.x - q.x, p.y - q.y) / width, (a.zoom - b.zoom) * G_LN2 / G_SQRT2);
}

static void
assert_same (AtlasCamera a,
             AtlasCamera b,
             double      epsilon)
{
  g_assert_cmpfloat_with_epsilon (a.zoom, b.zoom, epsilon);
  g_assert_cmpfloat_with_epsilon (a.latitude, b.latitude, epsilon);
  g_assert_cmpfloat_with_epsilon (a.longitude, b.longitude, epsilon);
}

static void
test_ends (gconstpointer data)
{
  const typeof (flights[0]) *c = data;
  AtlasFlight                flight = atlas_flight_plan (c->from, c->to, SIZE, MIN_ZOOM);

  assert_same (atlas_flight_at (&flight, 0.0), c->from, EXACTLY);
  assert_same (atlas_flight_at (&flight, -1.0), c->from, EXACTLY);
  assert_same (atlas_flight_at (&flight, 1.0), c->to, EXACTLY);
  assert_same (atlas_flight_at (&flight, 2.0), c->to, EXACTLY);
  assert_same (atlas_flight_at (&flight, 1e-9), c->from, 1e-4);
  assert_same (atlas_flight_at (&flight, 1.0 - 1e-9), c->to, 1e-4);
}

/* Back is the same way. */
static void
test_symmetry (gconstpointer data)
{
  const typeof (flights[0]) *c = data;
  AtlasFlight                there = atlas_flight_plan (c->from, c->to, SIZE, MIN_ZOOM);
  AtlasFlight                back = atlas_flight_plan (c->to, c->from, SIZE, MIN_ZOOM);

  g_assert_cmpfloat_with_epsilon (there.length, back.length, 1e-9);
  for (guint i = 0; i <= N_STEPS; i++)
    assert_same (atlas_flight_at (&there, (double) i / N_STEPS), atlas_flight_at (&back, 1.0 - (double) i / N_STEPS), 1e-5);
}

static void
test_shape (gconstpointer data)
{
  const typeof (flights[0]) *c = data;
  AtlasFlight                flight = atlas_flight_plan (c->from, c->to, SIZE, MIN_ZOOM);
  double                     lowest = MIN (c->from.zoom, c->to.zoom);
  double                     highest = MAX (c->from.zoom, c->to.zoom);
  double                     top = highest;

  for (guint i = 0; i <= N_STEPS; i++)
    {
      AtlasCamera camera = atlas_flight_at (&flight, (double) i / N_STEPS);

      g_assert_cmpfloat (camera.zoom, <=, highest + 1e-9);
      g_assert_cmpfloat (camera.zoom, >=, MIN_ZOOM - 1e-9);
      g_assert_cmpfloat (camera.longitude, >=, MIN (c->from.longitude, c->to.longitude) - 1e-9);
      g_assert_cmpfloat (camera.longitude, <=, MAX (c->from.longitude, c->to.longitude) + 1e-9);
      top = MIN (top, camera.zoom);
    }

  if (c->shape == RISES)
    g_assert_cmpfloat (top, <, lowest - 0.1);
  else
    g_assert_cmpfloat_with_epsilon (top, lowest, 1e-9);
}

/* Where nothing holds the arc down, it seems equally fast all the way, and its length is what it seems long. */
static void
test_speed (gconstpointer data)
{
  const typeof (flights[0]) *c = data;
  AtlasFlight                flight = atlas_flight_plan (c->from, c->to, SIZE, 0.0);
  double                     step = flight.length / N_STEPS;

  for (guint i = 0; i < N_STEPS; i++)
    g_assert_cmpfloat_with_epsilon (measure (atlas_flight_at (&flight, (double) i / N_STEPS), atlas_flight_at (&flight, (i + 1.0) / N_STEPS)),
                                    step, 0.02 * step + 1e-5);
}

static void
test_duration (void)
{
  AtlasCamera home = { .zoom = 6, .latitude = 0, .longitude = 0 };
  double      last = 0.0;

  for (guint i = 0; i < 8; i++)
    {
      AtlasCamera there = { .zoom = 6, .latitude = 0, .longitude = 20.0 * i };
      AtlasFlight flight = atlas_flight_plan (home, there, SIZE, MIN_ZOOM);

      g_assert_cmpfloat (atlas_flight_get_duration (&flight), >=, MAX (last, 0.2));
      g_assert_cmpfloat (atlas_flight_get_duration (&flight), <=, 1.2);
      last = atlas_flight_get_duration (&flight);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char   *name;
    GTestDataFunc test;
  } tests[] = {
    { "ends", test_ends },
    { "symmetry", test_symmetry },
    { "shape", test_shape },
    { "speed", test_speed },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint j = 0; j < G_N_ELEMENTS (flights); j++)
      {
        g_autofree char *path = g_strdup_printf ("/core/flight/%s/%s", tests[i].name, flights[j].name);

        g_test_add_data_func (path, &flights[j], tests[i].test);
      }
  g_test_add_func ("/core/flight/duration", test_duration);

  return g_test_run ();
}
