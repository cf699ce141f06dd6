// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series.h"

#include "atlas-edtf.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define MAX_DECIMALS 6
#define MAX_PLAIN 1e15 /* what is larger is written with its power of ten */

void
atlas_series_free (AtlasSeries *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->notes);
  g_clear_pointer (&self->points, g_array_unref);
  g_strfreev (self->sources);
  g_strfreev (self->items);
  g_free (self->extra);
  g_free (self);
}

char *
atlas_series_format_value (double value)
{
  double power = 1.0;
  int    decimals = 0;

  if (fabs (value) >= MAX_PLAIN)
    return g_strdup_printf ("%.6g", value);

  for (; decimals < MAX_DECIMALS && fabs (round (value * power) / power - value) > 1e-9 * fmax (1.0, fabs (value)); decimals++)
    power *= 10.0;

  return g_strdup_printf ("%'.*f", decimals, round (value * power) == 0.0 ? 0.0 : value);
}

char *
atlas_series_point_to_words (const AtlasSeries      *self,
                             const AtlasSeriesPoint *point)
{
  g_autofree char *when = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL && point != NULL, NULL);

  when = atlas_time_span_to_words (point->when);
  value = atlas_series_format_value (point->value);

  /* Translators: a figure of a series: its date, the number, the unit: "2023: 11.8 bcm". */
  return g_strdup_printf (_ ("%s: %s %s"), when, value, self->unit);
}
