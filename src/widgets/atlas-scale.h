// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* A scale for the middle of a map: a bar of a round length. */
#define ATLAS_TYPE_SCALE (atlas_scale_get_type ())
G_DECLARE_FINAL_TYPE (AtlasScale, atlas_scale, ATLAS, SCALE, GtkWidget)

GtkWidget *atlas_scale_new    (ShumateViewport *viewport) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_scale_update (AtlasScale      *self);

G_END_DECLS
