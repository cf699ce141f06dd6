// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap-private.h"
#include "atlas-label-style.h"

G_BEGIN_DECLS

/* A name of the basemap, be it of a place or of an area. */
typedef struct
{
  const char     *text;         /* the basemap's */
  double          x, y;         /* unit Mercator */
  AtlasLabelStyle style;
  guint8          rank;         /* of a place */
  guint32         population;   /* of a place */
  double          priority;     /* lower goes first */
  double          min_zoom, max_zoom;
  double          size, spacing, angle;
  guint32         first_point, n_points;
} AtlasLabelName;

GArray  *atlas_label_names_collect     (const AtlasBasemap   *basemap,
                                        AtlasBasemapLanguage  language);
gboolean atlas_label_name_has_symbol   (const AtlasLabelName *self);
double   atlas_label_name_get_size     (const AtlasLabelName *self,
                                        double                zoom);
double   atlas_label_name_get_spacing  (const AtlasLabelName *self,
                                        double                zoom);

G_END_DECLS
