// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-view.h"
#include "atlas-presentation.h"
#include "atlas-step-pictures.h"

G_BEGIN_DECLS

/**
 * AtlasStage:
 *
 * All that an audience sees of a presentation: the content, and over it, as the presentation says, the way back to the step, a
 * still picture while it is frozen, the pointer, a number as it is typed, black or white. Where there is but one screen the
 * overview and the field that finds are on it too.
 *
 * It takes the keys of atlas_presenter_keys_get() for all that is in it, and has their actions as `present`: who has more
 * to do with them inserts a group of its own. Actions of the class: `present.overview`, `present.find`, `present.step-hit` (int).
 */
#define ATLAS_TYPE_STAGE (atlas_stage_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStage, atlas_stage, ATLAS, STAGE, GtkWidget)

GtkWidget         *atlas_stage_new               (AtlasPresentation *presentation) G_GNUC_WARN_UNUSED_RESULT;
AtlasPresentation *atlas_stage_get_presentation  (AtlasStage        *self); /* (transfer none) */
/* What lies under the items; %NULL: nothing. */
void               atlas_stage_set_basemap       (AtlasStage        *self,
                                                  AtlasBasemap      *basemap);
/* As the desktop asks for. */
void               atlas_stage_set_high_contrast (AtlasStage        *self,
                                                  gboolean           high_contrast);
/* What the hall would see if nothing covered it, live also while it is frozen or black: to be mirrored. (transfer none) */
GtkWidget         *atlas_stage_get_content       (AtlasStage        *self);
AtlasMapView      *atlas_stage_get_map           (AtlasStage        *self); /* (transfer none) */
/* Closes the overview and the field that finds. */
void               atlas_stage_close             (AtlasStage        *self);
/* Small maps of the steps, for other windows too. (transfer none) */
AtlasStepPictures *atlas_stage_get_pictures      (AtlasStage        *self);

G_END_DECLS
