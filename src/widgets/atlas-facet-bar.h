// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasFacetBar:
 *
 * What a session's items can be chosen by: themes, kinds and actors, each with the number of items that choosing it would
 * leave.
 */
#define ATLAS_TYPE_FACET_BAR (atlas_facet_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFacetBar, atlas_facet_bar, ATLAS, FACET_BAR, GtkWidget)

/* Shows the session's atlas and filter as they are now; called when one of them, or the language, has changed. */
void atlas_facet_bar_update (AtlasFacetBar *self,
                             AtlasSession  *session);

G_END_DECLS
