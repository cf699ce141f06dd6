// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scale-bar.h"

#include <math.h>

static const struct
{
  const char *path;
  double      metres_per_px;
  double      max_px;
  double      metres;
  double      px;
  const char *words;
} cases[] = {
  { "/scale-bar/exact-one", 1.0, 100, 100, 100, "100 m" },
  { "/scale-bar/exact-two", 2.0, 100, 200, 100, "200 m" },
  { "/scale-bar/exact-five", 5.0, 100, 500, 100, "500 m" },
  { "/scale-bar/just-short-of-one", 0.999, 100, 50, 50.05005005, "50 m" },
  { "/scale-bar/just-short-of-five", 4.99, 100, 200, 40.08016032, "200 m" },
  { "/scale-bar/to-kilometres", 12.3, 100, 1000, 81.30081301, "1 km" },
  { "/scale-bar/region", 1500.0, 120, 100000, 66.66666667, "100 km" },
  { "/scale-bar/world", 78271.5, 120, 5000000, 63.88021183, "5000 km" },
  { "/scale-bar/centimetres", 0.001, 100, 0.1, 100, "0.1 m" },
  { "/scale-bar/no-room", 100, 0, 0, 0, "0 m" },
  { "/scale-bar/no-ground", 0, 100, 0, 0, "0 m" },
  { "/scale-bar/nonsense", NAN, 100, 0, 0, "0 m" },
  { "/scale-bar/endless", INFINITY, 100, 0, 0, "0 m" },
};

static void
test_fit (gconstpointer data)
{
  const __typeof__ (cases[0]) *c = data;
  AtlasScaleBar                bar = atlas_scale_bar_fit (c->metres_per_px, c->max_px);
  g_autofree char             *words = atlas_scale_bar_to_words (bar);

  g_assert_cmpfloat_with_epsilon (bar.metres, c->metres, 1e-9 * MAX (c->metres, 1));
  g_assert_cmpfloat_with_epsilon (bar.px, c->px, 1e-6);
  g_assert_cmpstr (words, ==, c->words);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_fit);

  return g_test_run ();
}
