// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A spot of light that a speaker points with. */
#define ATLAS_TYPE_STAGE_POINTER (atlas_stage_pointer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStagePointer, atlas_stage_pointer, ATLAS, STAGE_POINTER, GtkWidget)

GtkWidget  *atlas_stage_pointer_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* Fractions of its width and height; NaN: it is not seen. */
void        atlas_stage_pointer_set_place (AtlasStagePointer *self,
                                           AtlasPoint         place);

G_END_DECLS
