// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-step-pictures.h"

G_BEGIN_DECLS

/**
 * AtlasStageOverview:
 *
 * All steps of a presented tour with their numbers, maps, titles and dates. Choosing one goes there and closes it.
 */
#define ATLAS_TYPE_STAGE_OVERVIEW (atlas_stage_overview_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStageOverview, atlas_stage_overview, ATLAS, STAGE_OVERVIEW, GtkWidget)

GtkWidget *atlas_stage_overview_new    (AtlasPresentation  *presentation,
                                        AtlasStepPictures  *pictures) G_GNUC_WARN_UNUSED_RESULT;
/* With the step that one is at chosen. */
void       atlas_stage_overview_toggle (AtlasStageOverview *self);
/* FALSE: it was not open. */
gboolean   atlas_stage_overview_close  (AtlasStageOverview *self);

G_END_DECLS
