// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-scene.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/* What a row of a legend is about, and whether the session's filter chose it. */
typedef struct
{
  AtlasOverlay       overlay;   /* NONE: kind, status and cargo say what; EVIDENCE: only evidence */
  AtlasKind          kind;
  AtlasStatus        status;
  AtlasCargo         cargo;
  AtlasEvidenceLevel evidence;
  gboolean           schematic; /* of some of them only a scheme of the course is drawn */
  guint              count;     /* items in view, were nothing chosen in the legend */
  gboolean           chosen;    /* it is one of those that are shown alone */
  gboolean           put_away;  /* others are shown alone: it is not drawn now */
} AtlasLegendRow;

/**
 * atlas_legend_model_rows:
 * @scene: what is shown, and by what
 * @session: (nullable): whose filter the rows are choices of; %NULL: nothing is chosen
 * @box: the part of the unit Mercator square in view
 *
 * Lists what is in @box and not only hinted at: kinds in the atlas's own order, statuses from planned to closed, or levels of
 * evidence from the strongest. What the legend's own choices put away is listed too, so that it can be brought back, and so is what
 * is chosen and not in view.
 *
 * Returns: (transfer full): array of #AtlasLegendRow
 */
GArray  *atlas_legend_model_rows    (AtlasMapScene *scene,
                                     AtlasSession  *session,
                                     AtlasBox       box) G_GNUC_WARN_UNUSED_RESULT;
/* "Pipeline, oil, operating", "Event", "Several sources", in the user's language. (transfer full) */
char    *atlas_legend_row_to_words  (const AtlasLegendRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* The same with what a person who sees no sample needs: "Pipeline, oil, operating, 4 in view". (transfer full) */
char    *atlas_legend_row_to_name   (const AtlasLegendRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* Whether both are about the same. */
gboolean atlas_legend_row_is_same   (const AtlasLegendRow *a,
                                     const AtlasLegendRow *b);
/* @filter with this row chosen that was not, or no longer. (transfer full) */
AtlasFilter *atlas_legend_row_toggle (const AtlasLegendRow *row,
                                      const AtlasFilter    *filter) G_GNUC_WARN_UNUSED_RESULT;
/* Draws its sample, from 0, 0 to @width, @height px. */
void     atlas_legend_row_paint     (const AtlasLegendRow *row,
                                     cairo_t              *cr,
                                     AtlasPaletteId        palette,
                                     double                width,
                                     double                height);

G_END_DECLS
