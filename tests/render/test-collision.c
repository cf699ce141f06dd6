// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-collision.h"

static const AtlasBox boxes[] = {
  { 0, 0, 10, 10 },
  { 1000, 1000, 1200, 1010 },
  { -300, 40, -290, 45 },
  { 250000, 170000, 250100, 170020 },
};

typedef struct
{
  const char *name;
  AtlasBox    box;
  gboolean    hits;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "same",             { 0, 0, 10, 10 },                   TRUE },
  { "inside",           { 4, 4, 5, 5 },                     TRUE },
  { "around all",       { -1000, -1000, 2000, 2000 },       TRUE },
  { "touching",         { 10, 0, 20, 10 },                  FALSE },
  { "across cells",     { 1190, 1005, 1300, 1100 },         TRUE },
  { "just beside",      { 1201, 1000, 1300, 1010 },         FALSE },
  { "negative",         { -295, 42, -294, 43 },             TRUE },
  { "far away",         { 250050, 170010, 250060, 170011 }, TRUE },
  { "empty ground",     { 500, 500, 600, 600 },             FALSE },
};
/* clang-format on */

static void
test_hits (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (AtlasCollision) collision = atlas_collision_new ();

  g_assert_false (atlas_collision_hits (collision, c->box));
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    atlas_collision_add (collision, boxes[i]);
  g_assert_cmpint (atlas_collision_hits (collision, c->box), ==, c->hits);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/collision/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_hits);
    }

  return g_test_run ();
}
