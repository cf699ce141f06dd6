// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-row-list.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasBrowser:
 *
 * A session's items to choose from: filters with their counts, what is filtered, and the list by kind or by date.
 *
 * Its property `by-date` says which.
 */
#define ATLAS_TYPE_BROWSER (atlas_browser_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBrowser, atlas_browser, ATLAS, BROWSER, GtkWidget)

void          atlas_browser_set_session (AtlasBrowser *self,
                                         AtlasSession *session);
AtlasRowList *atlas_browser_get_list    (AtlasBrowser *self); /* (transfer none) */

G_END_DECLS
