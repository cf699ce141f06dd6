// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An item's phases as one small bar over its known life, with the clock's date marked. */
#define ATLAS_TYPE_PHASE_BAR (atlas_phase_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPhaseBar, atlas_phase_bar, ATLAS, PHASE_BAR, GtkWidget)

GtkWidget *atlas_phase_bar_new       (AtlasItem     *item) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_phase_bar_set_clock (AtlasPhaseBar *self,
                                      AtlasTimeSpan  clock); /* empty: none */

G_END_DECLS
