// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-edtf.h"
#include "atlas-series.h"

/* A made-up series. @points: "2021 8.1, 2022-03 4", each an EDTF date and a value. */
static inline AtlasSeries *
series_fixture_new (const char *title,
                    const char *unit,
                    const char *points)
{
  AtlasSeries  *series = g_new0 (AtlasSeries, 1);
  g_auto (GStrv) texts = g_strsplit (points, ", ", -1);

  series->id = g_ascii_strdown (title, -1);
  g_strdelimit (series->id, " ", '-');
  series->title = g_strdup (title);
  series->unit = g_strdup (unit);
  series->points = g_array_new (FALSE, TRUE, sizeof (AtlasSeriesPoint));
  series->sources = g_new0 (char *, 1);
  series->items = g_new0 (char *, 1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (texts[i], " ", 2);
      AtlasEdtf        edtf;
      AtlasSeriesPoint point;

      g_assert_true (atlas_edtf_parse (parts[0], &edtf, NULL));
      point.when = edtf.span;
      point.value = g_ascii_strtod (parts[1], NULL);
      g_array_append_val (series->points, point);
    }

  return series;
}
