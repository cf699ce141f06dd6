// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-lane-packer.h"

#define MAX_INTERVALS 8

/* A handful of intervals and the lanes they get; the number of lanes is the highest and one. */
static const struct
{
  const char       *name;
  guint             n;
  AtlasLaneInterval intervals[MAX_INTERVALS];
  guint             lanes[MAX_INTERVALS];
} cases[] = {
  { "none", 0, { { 0 } }, { 0 } },
  { "one", 1, { { 3, 5 } }, { 0 } },
  { "one-after-another", 3, { { 0, 1 }, { 1, 2 }, { 2, 3 } }, { 0, 0, 0 } },
  { "backwards", 3, { { 2, 3 }, { 1, 2 }, { 0, 1 } }, { 0, 0, 0 } },
  { "all-at-once", 3, { { 0, 9 }, { 0, 9 }, { 0, 9 } }, { 0, 1, 2 } },
  { "the-lowest-free", 4, { { 0, 9 }, { 1, 3 }, { 2, 5 }, { 6, 8 } }, { 0, 1, 2, 1 } },
  { "freed-late-and-early", 4, { { 0, 4 }, { 1, 3 }, { 2, 9 }, { 5, 6 } }, { 0, 1, 2, 0 } },
  { "ties-as-given", 3, { { 5, 6 }, { 0, 9 }, { 5, 9 } }, { 1, 0, 2 } },
  { "no-room", 4, { { 2, 2 }, { 2, 2 }, { 3, 1 }, { 2, 4 } }, { 0, 0, 1, 0 } },
  { "open-sides", 2, { { G_MININT, 10 }, { 10, G_MAXINT } }, { 0, 0 } },
};

static void
test_case (gconstpointer data)
{
  const typeof (cases[0]) *c = data;
  guint                    lanes[MAX_INTERVALS] = { 0 };
  guint                    n_lanes = 0;

  for (guint i = 0; i < c->n; i++)
    n_lanes = MAX (n_lanes, c->lanes[i] + 1);

  g_assert_cmpuint (atlas_lane_packer_pack (c->intervals, c->n, lanes), ==, n_lanes);
  for (guint i = 0; i < c->n; i++)
    g_assert_cmpuint (lanes[i], ==, c->lanes[i]);
}

#define N_RANDOM 400

static void
fill (AtlasLaneInterval *intervals,
      guint32            seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      intervals[i].begin = g_rand_int_range (rand, 0, 2000);
      intervals[i].end = intervals[i].begin + g_rand_int_range (rand, 1, 120);
    }
}

/* How many overlap where most do: no packing can do with less. */
static guint
max_depth (const AtlasLaneInterval *intervals)
{
  guint most = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      guint depth = 0;

      for (guint j = 0; j < N_RANDOM; j++)
        depth += intervals[j].begin <= intervals[i].begin && intervals[i].begin < intervals[j].end;
      most = MAX (most, depth);
    }

  return most;
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      AtlasLaneInterval intervals[N_RANDOM];
      guint             lanes[N_RANDOM];

      fill (intervals, seed);
      g_assert_cmpuint (atlas_lane_packer_pack (intervals, N_RANDOM, lanes), ==, max_depth (intervals));

      for (guint i = 0; i < N_RANDOM; i++)
        for (guint j = 0; j < i; j++)
          g_assert_false (lanes[i] == lanes[j] &&
                          intervals[i].begin < intervals[j].end && intervals[j].begin < intervals[i].end);
    }
}

static void
test_translation (void)
{
  AtlasLaneInterval intervals[N_RANDOM];
  guint             lanes[N_RANDOM];
  guint             moved[N_RANDOM];

  fill (intervals, 7);
  atlas_lane_packer_pack (intervals, N_RANDOM, lanes);

  for (guint i = 0; i < N_RANDOM; i++)
    intervals[i] = (AtlasLaneInterval){ intervals[i].begin - 730000.0, intervals[i].end - 730000.0 };
  atlas_lane_packer_pack (intervals, N_RANDOM, moved);

  g_assert_cmpmem (lanes, sizeof lanes, moved, sizeof moved);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lane-packer/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/lane-packer/random", test_random);
  g_test_add_func ("/lane-packer/translation", test_translation);

  return g_test_run ();
}
