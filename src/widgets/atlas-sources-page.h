// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSourcesPage:
 *
 * All references of an atlas, the report's own and independent ones: found, filtered, in order, and the session's `source` as a full
 * card: in place of the list, or beside it where there is room. Escape leads from the card back to the list.
 *
 * Property: `session`. Signals: `open-uri` (a string: the user asks for an address), `note-requested` (a reference's id; there is a
 * button for it while somebody listens).
 *
 * Actions that it asks the window for: `win.export-references` (as: ids; none: all), `win.add-reference` (u: a number of the
 * report's; 0: none).
 */
#define ATLAS_TYPE_SOURCES_PAGE (atlas_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSourcesPage, atlas_sources_page, ATLAS, SOURCES_PAGE, GtkWidget)

GtkWidget    *atlas_sources_page_new          (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasSession *atlas_sources_page_get_session  (AtlasSourcesPage *self); /* (transfer none) (nullable) */
void          atlas_sources_page_set_session  (AtlasSourcesPage *self,
                                               AtlasSession     *session);

G_END_DECLS
