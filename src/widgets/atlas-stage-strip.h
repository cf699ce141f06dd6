// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasStageStrip:
 *
 * The years of a presented tour under its map: a mark for each step at its date, and the clock. It stays the same from step to
 * step, so that the hall sees how far one has come. Dragging on it moves the clock.
 */
#define ATLAS_TYPE_STAGE_STRIP (atlas_stage_strip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStageStrip, atlas_stage_strip, ATLAS, STAGE_STRIP, GtkWidget)

/* A mark: where a step stands, px from the left. */
typedef struct
{
  double    x;
  double    at;       /* px: the middle of its date, from which it may have been moved to be told from its neighbours */
  gboolean  has_date;
} AtlasStageMark;

GtkWidget     *atlas_stage_strip_new       (AtlasPresentation *presentation) G_GNUC_WARN_UNUSED_RESULT;
/* px of the figures under the line. */
void           atlas_stage_strip_set_size  (AtlasStageStrip   *self,
                                            double             size);

/**
 * atlas_stage_strip_get_span:
 * @tour: a tour
 * @fallback: days for a tour without dates
 *
 * Finds the years that a tour tells of.
 *
 * Returns: whole years, with some room
 */
AtlasTimeSpan  atlas_stage_strip_get_span  (AtlasTour         *tour,
                                            AtlasTimeSpan      fallback);

/**
 * atlas_stage_strip_place:
 * @tour: a tour
 * @span: the days of the whole strip
 * @width: of the strip, px
 * @room: between two marks, px
 *
 * Places the marks of a tour's steps: at their dates, in their order where they are at the same, and apart as far as there is room.
 *
 * Returns: (transfer full): of #AtlasStageMark, one a step
 */
GArray        *atlas_stage_strip_place     (AtlasTour         *tour,
                                            AtlasTimeSpan      span,
                                            double             width,
                                            double             room) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
