// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-scene.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/* What a legend says of the items of one kind and status. Draw its sample with atlas_map_style_paint_sample(). */
typedef struct
{
  AtlasKind       kind;
  AtlasStatus     status;
  AtlasMapVariant variant;
  gboolean        schematic; /* of some of them only a scheme of the course is drawn */
  guint           count;     /* items in view */
} AtlasLegendRow;

/**
 * atlas_legend_model_rows:
 * @scene: what is shown
 * @box: the part of the unit Mercator square in view
 *
 * Lists what is shown in @box (not what only hints): kinds in the atlas's own order, statuses from planned to closed.
 *
 * Returns: (transfer full): array of #AtlasLegendRow
 */
GArray *atlas_legend_model_rows (AtlasMapScene *scene,
                                 AtlasBox       box) G_GNUC_WARN_UNUSED_RESULT;
/* "Pipeline, operating", or only "Event" without a status, in the user's language. (transfer full) */
char   *atlas_legend_row_to_words (const AtlasLegendRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
