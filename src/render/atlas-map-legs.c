// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-legs.h"

#include <math.h>

#define MIN_RADIUS 44.0 /* px */
#define POLE 20.0       /* px by which the ring reaches over its highest names */
#define MAX_WIDTH 96.0  /* px from the place to the ends: a high ring is an oval */

static void
lay_side (AtlasMapLeg *legs,
          guint        n_legs,
          double       row,
          double       radius,
          gboolean     left,
          gboolean     upwards)
{
  for (guint i = 0; i < n_legs; i++)
    {
      double y = (i - (n_legs - 1) / 2.0) * row;
      double x = MIN (radius, MAX_WIDTH) / radius * sqrt (MAX (radius * radius - y * y, 0));

      legs[i] = (AtlasMapLeg){ { left ? -x : x, upwards ? -y : y }, left };
    }
}

double
atlas_map_legs_lay_out (guint             n_legs,
                        double            row,
                        AtlasMapLegsSides sides,
                        AtlasMapLeg      *legs)
{
  guint  n_right = sides == ATLAS_MAP_LEGS_LEFT ? 0 : sides == ATLAS_MAP_LEGS_RIGHT ? n_legs
                                                                                    : (n_legs + 1) / 2;
  guint  n_most = MAX (n_right, n_legs - n_right);
  double radius = MAX (MIN_RADIUS, MAX (n_most, 1u) * row / 2 - row / 2 + POLE);

  g_return_val_if_fail (legs != NULL || n_legs == 0, 0);

  lay_side (legs, n_right, row, radius, FALSE, FALSE);
  lay_side (legs + n_right, n_legs - n_right, row, radius, TRUE, n_right > 0);

  return radius;
}
