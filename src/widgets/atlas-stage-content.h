// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-view.h"
#include "atlas-presentation.h"

G_BEGIN_DECLS

/**
 * AtlasStageContent:
 *
 * The picture that an audience looks at, as a plate of an atlas: date and heading in large type, the map, words beside or under
 * it, the years of the tour, how far one has come. Type is as large as the room allows for the whole to be shown.
 */
#define ATLAS_TYPE_STAGE_CONTENT (atlas_stage_content_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStageContent, atlas_stage_content, ATLAS, STAGE_CONTENT, GtkWidget)

GtkWidget       *atlas_stage_content_new             (AtlasPresentation *presentation) G_GNUC_WARN_UNUSED_RESULT;
AtlasMapView    *atlas_stage_content_get_map         (AtlasStageContent *self); /* (transfer none) */
/* Where the map is, px. */
graphene_rect_t  atlas_stage_content_get_map_bounds  (AtlasStageContent *self);

/**
 * atlas_stage_content_get_text_size:
 * @width: of a stage, px
 * @height: of a stage, px
 * @text_scale: how much larger than usual the desktop's text is
 *
 * Finds how large words are, that all in a hall can read them: 27 px where the stage is 1080 px high.
 *
 * Returns: px
 */
double           atlas_stage_content_get_text_size   (double             width,
                                                      double             height,
                                                      double             text_scale);
/* How much larger than usual @widget's desktop wants its text. */
double           atlas_stage_content_get_text_scale  (GtkWidget         *widget);

G_END_DECLS
