// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-name.h"

typedef struct
{
  const char *path;
  const char *title;
  const char *name;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "/map-name/short",       "Supsa oil terminal",                   "Supsa oil terminal" },
  { "/map-name/end",         "North oil pipeline (NOP)",             "North oil pipeline" },
  { "/map-name/middle",      "Loop of the North line (NL), east",    "Loop of the North line" },
  { "/map-name/inside",      "South (new) port",                     "South port" },
  { "/map-name/no-space",    "Kars–Dilucu(–Nakhchivan) railway",     "Kars–Dilucu(–Nakhchivan) railway" },
  { "/map-name/comma",       "Zone, November 2020 – August 2022",    "Zone" },
  { "/map-name/years",       "Area held by forces, 1994–2020",       "Area held by forces, 1994–2020" },
  { "/map-name/colon",       "Lachin / Berdzor road: Goris–Lachin",  "Lachin / Berdzor road" },
  { "/map-name/both-names",  "Khankendi / Stepanakert",              "Khankendi / Stepanakert" },
  { "/map-name/unclosed",    "Port (old",                            "Port (old" },
  { "/map-name/only-aside",  " (NOP)",                               " (NOP)" },
};
/* clang-format on */

static void
test_shorten (gconstpointer data)
{
  const Case      *c = data;
  g_autofree char *name = atlas_map_name_shorten (c->title);

  g_assert_cmpstr (name, ==, c->name);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_shorten);

  return g_test_run ();
}
