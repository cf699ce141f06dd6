// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-spatial-index.h"

#include <math.h>

/* Sizes about the fan-out and its square, where a level begins. */
static const guint sizes[] = { 0, 1, 2, 15, 16, 17, 255, 256, 257, 4097 };

static gboolean
mark_cb (guint    index,
         gpointer user_data)
{
  guint8 *found = user_data;

  found[index]++; /* twice would be a fault */

  return TRUE;
}

static gboolean
count_to_three_cb (guint    index,
                   gpointer user_data)
{
  guint *n = user_data;

  return ++*n < 3;
}

/* Mostly small boxes, some points, some that span half the world, some empty. */
static AtlasBox
random_box (GRand *rand)
{
  static const double widths[] = { 0.0, 0.001, 0.001, 0.01, 0.02, 0.5 };
  double              width = widths[g_rand_int_range (rand, 0, G_N_ELEMENTS (widths))];
  double              x = g_rand_double (rand);
  double              y = g_rand_double (rand);

  if (g_rand_int_range (rand, 0, 20) == 0)
    return ATLAS_BOX_EMPTY;

  return (AtlasBox){ x, y, x + width * g_rand_double (rand), y + width * g_rand_double (rand) };
}

static void
test_against_brute_force (gconstpointer data)
{
  guint n = *(const guint *) data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20201110);
  g_autofree AtlasBox *boxes = g_new (AtlasBox, n);
  g_autofree guint8   *found = g_new (guint8, n);
  g_autoptr (AtlasSpatialIndex) index = NULL;

  for (guint i = 0; i < n; i++)
    boxes[i] = random_box (rand);
  index = atlas_spatial_index_new (boxes, n);

  for (guint round = 0; round < 100; round++)
    {
      AtlasBox query = round == 0 ? (AtlasBox){ -1, -1, 3, 3 } : random_box (rand);

      if (n > 0)
        memset (found, 0, n);
      atlas_spatial_index_query (index, query, mark_cb, found);

      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (found[i], ==, !atlas_box_is_empty (boxes[i]) && atlas_box_overlaps (boxes[i], query));
    }
}

/* What is never found, however wide one looks. */
static const AtlasBox hidden[] = {
  { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE },
  { 1, 0, 0, 1 },
  { 0, 1, 1, 0 },
  { NAN, 0, 1, 1 },
  { 0, 0, 1, NAN },
};

static void
test_hidden (void)
{
  guint8 found[G_N_ELEMENTS (hidden)] = { 0 };
  g_autoptr (AtlasSpatialIndex) index = atlas_spatial_index_new (hidden, G_N_ELEMENTS (hidden));

  atlas_spatial_index_query (index, (AtlasBox){ -G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE }, mark_cb, found);

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    g_assert_cmpuint (found[i], ==, 0);
}

/* Boxes that touch overlap; the index is the caller's, also behind an empty one. */
static void
test_touching (void)
{
  const AtlasBox boxes[] = { { 1, 0, 0, 1 }, { 0, 0, 1, 1 }, { 2, 0, 3, 1 } };
  guint8         found[G_N_ELEMENTS (boxes)] = { 0 };
  g_autoptr (AtlasSpatialIndex) index = atlas_spatial_index_new (boxes, G_N_ELEMENTS (boxes));

  atlas_spatial_index_query (index, (AtlasBox){ 1, 1, 1.5, 2 }, mark_cb, found);

  g_assert_cmpuint (found[0], ==, 0);
  g_assert_cmpuint (found[1], ==, 1);
  g_assert_cmpuint (found[2], ==, 0);
}

static void
test_stop (void)
{
  AtlasBox boxes[100];
  guint    n = 0;
  g_autoptr (AtlasSpatialIndex) index = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = (AtlasBox){ i, i, i + 1, i + 1 };
  index = atlas_spatial_index_new (boxes, G_N_ELEMENTS (boxes));

  atlas_spatial_index_query (index, (AtlasBox){ 0, 0, 100, 100 }, count_to_three_cb, &n);

  g_assert_cmpuint (n, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/spatial-index/brute-force/%u", sizes[i]);

      g_test_add_data_func (path, &sizes[i], test_against_brute_force);
    }
  g_test_add_func ("/spatial-index/hidden", test_hidden);
  g_test_add_func ("/spatial-index/touching", test_touching);
  g_test_add_func ("/spatial-index/stop", test_stop);

  return g_test_run ();
}
