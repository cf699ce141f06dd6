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

/**
 * atlas_legend_row_to_words:
 * @row: a row
 *
 * Says in the user's language what a row is about: "Pipeline, oil, operating", "Event", "Several sources".
 *
 * Returns: (transfer full): the words
 */
char    *atlas_legend_row_to_words  (const AtlasLegendRow *row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_legend_row_to_name:
 * @row: a row
 *
 * The same with what a person who sees no sample needs: "Pipeline, oil, operating, 4 in view".
 *
 * Returns: (transfer full): the words
 */
char    *atlas_legend_row_to_name   (const AtlasLegendRow *row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_legend_row_is_same:
 * @a: a row
 * @b: another
 *
 * Looks whether both are about the same, whatever their counts and choices.
 *
 * Returns: %TRUE if they are
 */
gboolean atlas_legend_row_is_same   (const AtlasLegendRow *a,
                                     const AtlasLegendRow *b);

/**
 * atlas_legend_row_toggle:
 * @row: a row
 * @filter: the session's
 *
 * Chooses a row that was not chosen, or no longer chooses it.
 *
 * Returns: (transfer full): another filter
 */
AtlasFilter *atlas_legend_row_toggle (const AtlasLegendRow *row,
                                      const AtlasFilter    *filter) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_legend_row_paint:
 * @row: a row
 * @cr: a context
 * @palette: the inks
 * @width: px
 * @height: px
 *
 * Draws a row's sample, from 0, 0.
 */
void     atlas_legend_row_paint     (const AtlasLegendRow *row,
                                     cairo_t              *cr,
                                     AtlasPaletteId        palette,
                                     double                width,
                                     double                height);

G_END_DECLS
