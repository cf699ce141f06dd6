// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasDetailSwitcher:
 *
 * A toggle for each page of the pane of text; the one that is shown is pressed. The item's waits until one is selected.
 */
#define ATLAS_TYPE_DETAIL_SWITCHER (atlas_detail_switcher_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDetailSwitcher, atlas_detail_switcher, ATLAS, DETAIL_SWITCHER, GtkWidget)

GtkWidget *atlas_detail_switcher_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_detail_switcher_set_session (AtlasDetailSwitcher *self,
                                              AtlasSession        *session); /* (nullable) */

G_END_DECLS
