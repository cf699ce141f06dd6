// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

typedef struct
{
  AtlasTimeSpan when;
  double        value;
} AtlasSeriesPoint;

/* Figures over time, with their unit and sources. */
typedef struct
{
  char   *id;
  char   *title;
  char   *unit;
  char   *notes;  /* (nullable) */
  GArray *points; /* of AtlasSeriesPoint, in time order; gaps are gaps */
  GStrv   sources;
  GStrv   items;  /* ids it belongs to */
  char   *extra;  /* (nullable): JSON text of members that the program does not know */
} AtlasSeries;

void  atlas_series_free           (AtlasSeries            *self);
/* A number as people of the user's language write it, with the digits that it has and no more: "11.8". (transfer full) */
char *atlas_series_format_value   (double                  value) G_GNUC_WARN_UNUSED_RESULT;
/* "2023: 11.8 bcm". (transfer full) */
char *atlas_series_point_to_words (const AtlasSeries      *self,
                                   const AtlasSeriesPoint *point) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSeries, atlas_series_free)

G_END_DECLS
