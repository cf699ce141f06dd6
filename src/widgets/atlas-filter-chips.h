// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasFilterChips:
 *
 * What a session's filter holds back the rest by, each part a chip that removes it, with one more that removes all. Not
 * visible when nothing is held back.
 */
#define ATLAS_TYPE_FILTER_CHIPS (atlas_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFilterChips, atlas_filter_chips, ATLAS, FILTER_CHIPS, GtkWidget)

/* Shows the session's filter as it is now; called when it, the atlas or the language has changed. */
void atlas_filter_chips_update (AtlasFilterChips *self,
                                AtlasSession     *session);

G_END_DECLS
