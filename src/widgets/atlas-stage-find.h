// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasStageFind:
 *
 * A field over a stage that finds steps, items and dates. Nothing is shown of what it finds until Enter.
 */
#define ATLAS_TYPE_STAGE_FIND (atlas_stage_find_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStageFind, atlas_stage_find, ATLAS, STAGE_FIND, GtkWidget)

GtkWidget *atlas_stage_find_new   (AtlasPresentation *presentation) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_stage_find_open  (AtlasStageFind    *self);
/* FALSE: it was not open. */
gboolean   atlas_stage_find_close (AtlasStageFind    *self);
/* To the next (1) or previous (-1) hit: chosen while the field is open, and shown when it is not. */
void       atlas_stage_find_step  (AtlasStageFind    *self,
                                   int                direction);

G_END_DECLS
