// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-simplify.h"

#include "atlas-planar.h"

#include <math.h>

/* One px at @zoom, in units of the world. */
static double
px (double zoom)
{
  return 1.0 / (256.0 * exp2 (zoom));
}

/* A line whose middle vertex is @offset px at @zoom off the straight: at which zoom does it appear? */
static const struct
{
  double zoom, offset;
  guint8 level;
} bends[] = {
  { 0, 0.51, 0 },
  { 0, 0.49, 1 },
  { 5, 0.51, 5 },
  { 5, 0.49, 6 },
  { 12, 0.99, 12 },
  { 12, 1.01, 11 },
  { 24, 0.51, 24 },
  { 24, 0.49, ATLAS_SIMPLIFY_NEVER },
  { 0, 0.0, ATLAS_SIMPLIFY_NEVER },
  { 0, 100.0, 0 },
};

static void
test_bend (gconstpointer data)
{
  const typeof (bends[0]) *c = data;
  AtlasPoint               points[] = { { 0.2, 0.0 }, { 0.5, c->offset * px (c->zoom) }, { 0.8, 0.0 } };
  guint8                   levels[3];

  atlas_simplify (points, 3, levels);

  g_assert_cmpuint (levels[0], ==, 0);
  g_assert_cmpuint (levels[1], ==, c->level);
  g_assert_cmpuint (levels[2], ==, 0);
}

/* Lines that are awkward in a way of their own, all of @n points. */
typedef void (*LineFunc) (AtlasPoint *points,
                          guint       n);

static void
draw_walk (AtlasPoint *points,
           guint       n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (19911018);
  AtlasPoint at = { 0.6, 0.4 };

  for (guint i = 0; i < n; i++)
    {
      points[i] = at;
      at.x += g_rand_double_range (rand, -1e-4, 1.1e-4);
      at.y += g_rand_double_range (rand, -1e-4, 1e-4);
    }
}

static void
draw_ring (AtlasPoint *points,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    points[i] = (AtlasPoint){ 0.5 + 0.1 * cos (2.0 * G_PI * i / (n - 1)), 0.5 + 0.1 * sin (2.0 * G_PI * i / (n - 1)) };
  points[n - 1] = points[0];
}

/* Teeth that get shorter: the farthest vertex is always the next one, so splitting there alone would be quadratic. */
static void
draw_saw (AtlasPoint *points,
          guint       n)
{
  for (guint i = 0; i < n; i++)
    points[i] = (AtlasPoint){ 0.5 + 1e-9 * i, 0.5 + (i % 2 == 0 ? 0.4 : -0.4) * (n - i) / n };
}

static void
draw_straight (AtlasPoint *points,
               guint       n)
{
  for (guint i = 0; i < n; i++)
    points[i] = (AtlasPoint){ i / (double) n, 0.5 };
}

static void
draw_heap (AtlasPoint *points,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    points[i] = (AtlasPoint){ 0.5, 0.5 };
}

static const struct
{
  const char *name;
  LineFunc    draw;
  guint       n;
} lines[] = {
  { "walk", draw_walk, 20000 },
  { "walk-of-two", draw_walk, 2 },
  { "walk-of-one", draw_walk, 1 },
  { "ring", draw_ring, 5000 },
  { "triangle", draw_ring, 4 },
  { "saw", draw_saw, 200000 },
  { "straight", draw_straight, 100000 },
  { "heap", draw_heap, 100000 },
};

/* No vertex that is left out at @zoom is half a px or more off the line of those that stay. */
static void
assert_close (const AtlasPoint *points,
              const guint8     *levels,
              guint             n,
              guint             zoom)
{
  for (guint from = 0, to = 0; from + 1 < n; from = to)
    {
      for (to = from + 1; levels[to] > zoom; to++)
        g_assert_cmpuint (to, <, n - 1);

      for (guint i = from + 1; i < to; i++)
        {
          AtlasPoint nearest = atlas_planar_nearest (points[from], points[to], points[i]);

          g_assert_cmpfloat (sqrt (atlas_planar_squared_distance (nearest, points[i])), <, 0.5 * px (zoom) * 1.000001);
        }
    }
}

static void
test_line (gconstpointer data)
{
  const typeof (lines[0]) *c = data;
  g_autofree AtlasPoint   *points = g_new (AtlasPoint, c->n);
  g_autofree guint8       *levels = g_new (guint8, c->n);

  c->draw (points, c->n);
  atlas_simplify (points, c->n, levels);

  g_assert_cmpuint (levels[0], ==, 0);
  g_assert_cmpuint (levels[c->n - 1], ==, 0);
  for (guint zoom = 0; zoom <= ATLAS_SIMPLIFY_MAX_ZOOM; zoom += 4)
    assert_close (points, levels, c->n, zoom);
}

/* It must also leave vertices out, or it would be no use. */
static void
test_ring_is_thinned (void)
{
  enum
  {
    N = 5000
  };
  g_autofree AtlasPoint *points = g_new (AtlasPoint, N);
  g_autofree guint8     *levels = g_new (guint8, N);
  guint                  n_kept = 0;

  draw_ring (points, N);
  atlas_simplify (points, N, levels);

  /* At zoom 4 its radius is 410 px; a chord half a px off such a circle spans 0.1 radians: some 64 chords are needed. */
  for (guint i = 0; i < N; i++)
    n_kept += levels[i] <= 4;
  g_assert_cmpuint (n_kept, >, 32);
  g_assert_cmpuint (n_kept, <, 160);
}

static void
test_nothing (void)
{
  atlas_simplify (NULL, 0, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bends); i++)
    {
      g_autofree char *path = g_strdup_printf ("/simplify/bend/%u", i);

      g_test_add_data_func (path, &bends[i], test_bend);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/simplify/line/%s", lines[i].name);

      g_test_add_data_func (path, &lines[i], test_line);
    }
  g_test_add_func ("/simplify/ring-is-thinned", test_ring_is_thinned);
  g_test_add_func ("/simplify/nothing", test_nothing);

  return g_test_run ();
}
