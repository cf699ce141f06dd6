// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-scale-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROUNDING 1.0000001 /* so that a length that just fits is not lost to the last digit */

/**
 * atlas_scale_bar_fit:
 * @metres_per_px: ground that one px covers where the bar is read
 * @max_px: room for the bar
 *
 * Finds a good length for a scale bar.
 *
 * Returns: the bar
 */
AtlasScaleBar
atlas_scale_bar_fit (double metres_per_px,
                     double max_px)
{
  static const double factors[] = { 5, 2, 1 };
  double              longest = metres_per_px * max_px * ROUNDING;
  double              power;

  if (!(longest > 0) || !isfinite (longest))
    return (AtlasScaleBar){ 0, 0 };

  power = pow (10, floor (log10 (longest)));
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i] * power <= longest)
      return (AtlasScaleBar){ factors[i] * power, factors[i] * power / metres_per_px };

  return (AtlasScaleBar){ power, power / metres_per_px };
}

char *
atlas_scale_bar_to_words (AtlasScaleBar self)
{
  if (self.metres >= 1000)
    /* Translators: a distance on a map's scale bar */
    return g_strdup_printf (_ ("%g km"), self.metres / 1000);

  /* Translators: a distance on a map's scale bar */
  return g_strdup_printf (_ ("%g m"), self.metres);
}
