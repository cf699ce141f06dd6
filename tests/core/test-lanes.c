// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-lanes.h"

#include "atlas-mercator.h"

#include <math.h>

#define MAX_POINTS 6
#define TOLERANCE 3000.0

/* Lines in degrees near 40° north, where 0.01° are a good kilometre, and the lanes in the middle of each. */
typedef struct
{
  const char *path;
  guint       n_lines;
  struct
  {
    double points[MAX_POINTS][2]; /* ended by 0, 0 */
    guint  owner;
    double lane; /* at the sample nearest to the middle of its course; NAN: it is alone */
  } lines[3];
} Case;

/* clang-format off */
static const Case cases[] = {
  { "/lanes/alone", 1, { { { { 47, 40 }, { 48, 40 } }, 0, NAN } } },
  { "/lanes/far-apart", 2, { { { { 47, 40 }, { 48, 40 } }, 0, NAN }, { { { 47, 40.1 }, { 48, 40.1 } }, 1, NAN } } },
  { "/lanes/crossing", 2, { { { { 47, 40 }, { 48, 40 } }, 0, NAN }, { { { 47.5, 39.5 }, { 47.5, 40.5 } }, 1, NAN } } },
  { "/lanes/same-owner", 2, { { { { 47, 40 }, { 48, 40 } }, 7, NAN }, { { { 47, 40 }, { 48, 40 } }, 7, NAN } } },
  { "/lanes/two", 2, { { { { 47, 40 }, { 48, 40 } }, 0, -0.5 }, { { { 47, 40 }, { 48, 40 } }, 1, 0.5 } } },
  { "/lanes/two-near", 2, { { { { 47, 40 }, { 48, 40 } }, 0, -0.5 }, { { { 47, 40.015 }, { 48, 40.015 } }, 1, 0.5 } } },
  { "/lanes/opposite", 2, { { { { 47, 40 }, { 48, 40 } }, 0, -0.5 }, { { { 48, 40 }, { 47, 40 } }, 1, -0.5 } } },
  { "/lanes/three", 3, { { { { 47, 40 }, { 48, 40 } }, 0, -1 }, { { { 47, 40 }, { 48, 40 } }, 1, 0 },
                         { { { 48, 40.005 }, { 47, 40.005 } }, 2, -1 } } },
  { "/lanes/bends", 2, { { { { 47, 40 }, { 47.5, 40 }, { 47.6, 40.5 }, { 48, 40.5 } }, 0, -0.5 },
                         { { { 47, 40 }, { 47.5, 40 }, { 47.6, 40.5 }, { 48, 40.5 } }, 1, 0.5 } } },
};
/* clang-format on */

static guint
read_points (const double (*degrees)[2],
             AtlasPoint *points)
{
  guint n = 0;

  for (; n < MAX_POINTS && degrees[n][0] != 0; n++)
    points[n] = atlas_mercator_project (degrees[n][0], degrees[n][1]);

  return n;
}

static GPtrArray *
find (const Case *c,
      AtlasPoint  points[3][MAX_POINTS])
{
  AtlasLanesLine lines[3];

  for (guint i = 0; i < c->n_lines; i++)
    lines[i] = (AtlasLanesLine){ points[i], read_points (c->lines[i].points, points[i]), c->lines[i].owner };

  return atlas_lanes_find (lines, c->n_lines, TOLERANCE);
}

/* The lane half way along, between the vertices on either side. */
static double
lane_in_middle (GArray *vertices)
{
  double whole = 0, along = 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 1; i < vertices->len; i++)
      {
        const AtlasLaneVertex *a = &g_array_index (vertices, AtlasLaneVertex, i - 1);
        double                 length = hypot (a[1].place.x - a->place.x, a[1].place.y - a->place.y);

        if (pass == 0)
          whole += length;
        else if (along + length >= whole / 2)
          return a->lane + (a[1].lane - a->lane) * (whole / 2 - along) / length;
        else
          along += length;
      }

  g_return_val_if_reached (NAN);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  AtlasPoint  points[3][MAX_POINTS];
  g_autoptr (GPtrArray) found = find (c, points);

  g_assert_cmpuint (found->len, ==, c->n_lines);
  for (guint i = 0; i < c->n_lines; i++)
    {
      GArray *vertices = g_ptr_array_index (found, i);

      if (isnan (c->lines[i].lane))
        {
          g_assert_null (vertices);
          continue;
        }
      g_assert_nonnull (vertices);
      g_assert_cmpfloat_with_epsilon (lane_in_middle (vertices), c->lines[i].lane, 0.03);
    }
}

/* A line that joins another for a while is moved onto it there and nowhere else, and lanes come and go in small steps. */
static void
test_join (void)
{
  static const Case c = { NULL, 2, { { { { 46, 40 }, { 49, 40 } }, 0, 0 }, { { { 46, 40.5 }, { 47, 40.01 }, { 48, 40.01 }, { 49, 40.5 } }, 1, 0 } } };
  AtlasPoint        points[3][MAX_POINTS];
  g_autoptr (GPtrArray) found = find (&c, points);

  for (guint line = 0; line < 2; line++)
    {
      GArray                *vertices = g_ptr_array_index (found, line);
      const AtlasLaneVertex *first = &g_array_index (vertices, AtlasLaneVertex, 0);
      const AtlasLaneVertex *last = &g_array_index (vertices, AtlasLaneVertex, vertices->len - 1);
      gboolean               moved = FALSE;

      g_assert_cmpfloat (fabs (first->lane) + fabs (last->lane), <, 1e-9);
      g_assert_cmpfloat (hypot (first->shift.x, first->shift.y), <, 1e-9);
      for (guint i = 1; i < vertices->len; i++)
        {
          const AtlasLaneVertex *vertex = &g_array_index (vertices, AtlasLaneVertex, i);

          g_assert_cmpfloat (fabs (vertex->lane - vertex[-1].lane), <, 0.51);
          g_assert_cmpfloat (fabs (vertex->lane), <, 0.51);
          moved |= fabs (vertex->place.y + vertex->shift.y - first[0].place.y) < 1e-7 && fabs (vertex->lane) > 0.49;
        }
      g_assert_true (moved || line == 1);
    }
  {
    GArray *vertices = g_ptr_array_index (found, 1);
    double  y = atlas_mercator_project (47.5, 40).y;
    double  nearest = 1;

    for (guint i = 0; i < vertices->len; i++)
      nearest = MIN (nearest, fabs (g_array_index (vertices, AtlasLaneVertex, i).place.y + g_array_index (vertices, AtlasLaneVertex, i).shift.y - y));
    g_assert_cmpfloat (nearest, <, 1e-8);
  }
}

static void
test_nothing (void)
{
  AtlasPoint     points[2] = { { 0.6, 0.4 }, { 0.6, 0.4 } };
  AtlasLanesLine lines[] = { { points, 0, 0 }, { points, 1, 1 }, { points, 2, 2 } };
  g_autoptr (GPtrArray) none = atlas_lanes_find (NULL, 0, TOLERANCE);
  g_autoptr (GPtrArray) found = atlas_lanes_find (lines, G_N_ELEMENTS (lines), TOLERANCE);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (found->len, ==, 3);
  for (guint i = 0; i < found->len; i++)
    g_assert_null (g_ptr_array_index (found, i));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/lanes/join", test_join);
  g_test_add_func ("/lanes/nothing", test_nothing);

  return g_test_run ();
}
