// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-ring-clip.h"

typedef struct
{
  const char *name;
  AtlasPoint  ring[6];
  guint       n_points;
  AtlasCover  cover;
  AtlasBox    left; /* what the clipped ring spans, if it crosses the window */
} Case;

/* The window is [0, 10] x [0, 10]. */
/* clang-format off */
static const Case cases[] = {
  { "inside",   { { 2, 2 }, { 8, 2 }, { 8, 8 }, { 2, 8 } },         4, ATLAS_COVER_SOME, { 2, 2, 8, 8 } },
  { "crossing", { { 5, 5 }, { 15, 5 }, { 15, 8 }, { 5, 8 } },       4, ATLAS_COVER_SOME, { 5, 5, 10, 8 } },
  { "corner",   { { -5, -5 }, { 3, -5 }, { 3, 3 }, { -5, 3 } },     4, ATLAS_COVER_SOME, { 0, 0, 3, 3 } },
  { "around",   { { -5, -5 }, { 20, -5 }, { 20, 20 }, { -5, 20 } }, 4, ATLAS_COVER_ALL },
  { "beside",   { { 12, 2 }, { 18, 2 }, { 18, 8 } },                3, ATLAS_COVER_NONE },
  { "bent past a corner", { { -9, 5 }, { -9, -9 }, { 5, -9 }, { -8, -8 } }, 4, ATLAS_COVER_NONE },
};
/* clang-format on */

static void
test_clip (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  AtlasBox box = ATLAS_BOX_EMPTY;

  g_array_append_vals (points, c->ring, c->n_points);
  g_assert_cmpint (atlas_ring_clip (points, scratch, (AtlasBox){ 0, 0, 10, 10 }), ==, c->cover);
  if (c->cover != ATLAS_COVER_SOME)
    return;

  for (guint i = 0; i < points->len; i++)
    {
      AtlasPoint p = g_array_index (points, AtlasPoint, i);

      box = atlas_box_union (box, (AtlasBox){ p.x, p.y, p.x, p.y });
    }
  g_assert_cmpfloat_with_epsilon (box.x0, c->left.x0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y0, c->left.y0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.x1, c->left.x1, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y1, c->left.y1, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ring-clip/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_clip);
    }

  return g_test_run ();
}
