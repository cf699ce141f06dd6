// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-legs.h"

#define ROW 23.0
#define MAX_LEGS 40

typedef struct
{
  const char       *path;
  AtlasMapLegsSides sides;
  gboolean          left, right; /* which may be used */
} LegsCase;

static const LegsCase cases[] = {
  { "/map-legs/both", ATLAS_MAP_LEGS_BOTH, TRUE, TRUE },
  { "/map-legs/left", ATLAS_MAP_LEGS_LEFT, TRUE, FALSE },
  { "/map-legs/right", ATLAS_MAP_LEGS_RIGHT, FALSE, TRUE },
};

/* However many there are, no name covers another, and none lies over the pile. */
static void
test_no_overlap (gconstpointer data)
{
  const LegsCase *c = data;
  AtlasMapLeg     legs[MAX_LEGS];

  for (guint n = 1; n <= MAX_LEGS; n++)
    {
      double radius = atlas_map_legs_lay_out (n, ROW, c->sides, legs);

      for (guint i = 0; i < n; i++)
        {
          g_assert_true (legs[i].left ? c->left : c->right);
          g_assert_cmpfloat (legs[i].left ? -legs[i].end.x : legs[i].end.x, >, 20.0);
          g_assert_cmpfloat (ABS (legs[i].end.y), <, radius);
          for (guint k = 0; k < i; k++)
            g_assert_true (legs[i].left != legs[k].left || ABS (legs[i].end.y - legs[k].end.y) > ROW - 1e-9);
        }
    }
}

/* Down the right side and up the left; one side alone is read downwards. */
static void
test_order (void)
{
  AtlasMapLeg legs[6];

  atlas_map_legs_lay_out (6, ROW, ATLAS_MAP_LEGS_BOTH, legs);
  g_assert_false (legs[0].left || legs[2].left);
  g_assert_true (legs[3].left && legs[5].left);
  g_assert_cmpfloat (legs[0].end.y, <, legs[2].end.y);
  g_assert_cmpfloat (legs[3].end.y, >, legs[5].end.y);

  atlas_map_legs_lay_out (6, ROW, ATLAS_MAP_LEGS_LEFT, legs);
  for (guint i = 1; i < 6; i++)
    g_assert_cmpfloat (legs[i - 1].end.y, <, legs[i].end.y);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_no_overlap);
  g_test_add_func ("/map-legs/order", test_order);

  return g_test_run ();
}
