// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-density.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NEARLY 0.05 /* how far off a whole number a count may be to be told as one */

/* What is spread over a year is in none of its months for sure. */
static char *
say_count (const char *when,
           double      count)
{
  guint n = (guint) round (count);

  if (count < NEARLY)
    /* Translators: a day, month, quarter or year. */
    return g_strdup_printf (_ ("%s: nothing begins or changes"), when);
  if (n == 0)
    /* Translators: a day, month or quarter in which something may begin of which only the year is known. */
    return g_strdup_printf (_ ("%s: perhaps one beginning or change"), when);
  if (fabs (count - n) > NEARLY)
    return g_strdup_printf (ngettext ("%s: about %u beginning or change", "%s: about %u beginnings and changes", n), when, n);

  return g_strdup_printf (ngettext ("%s: %u beginning or change", "%s: %u beginnings and changes", n), when, n);
}

char *
atlas_density_to_words (const AtlasDensity *self,
                        AtlasTimeUnit       unit,
                        int                 day)
{
  AtlasTimeSpan    span, peak;
  double           most;
  g_autofree char *when = NULL;
  g_autofree char *count = NULL;
  g_autofree char *peak_words = NULL;
  g_autofree char *peak_line = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) unit < ATLAS_N_TIME_UNITS, NULL);

  span = atlas_time_unit_around (unit, day);
  when = atlas_time_span_to_words (span);
  count = say_count (when, atlas_density_count (self, span));
  most = round (atlas_density_get_peak (self, unit, &peak));
  if (most < 1.0)
    return g_steal_pointer (&count);

  peak_words = atlas_time_span_to_words (peak);
  /* Translators: the day, month, quarter or year in which most happens, and how much does. */
  peak_line = g_strdup_printf (_ ("Most: %s, %u"), peak_words, (guint) most);

  return g_strjoin ("\n", count, peak_line, NULL);
}
