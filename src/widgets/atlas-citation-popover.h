// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasCitationPopover:
 *
 * A card that shows a citation or a source where it stands, without losing the place: the record, what else rests on it, and,
 * for a citation of the report, public documents for the same items.
 *
 * Emits `open-uri` (a string) when the user asks for the address.
 */
#define ATLAS_TYPE_CITATION_POPOVER (atlas_citation_popover_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCitationPopover, atlas_citation_popover, ATLAS, CITATION_POPOVER, GtkPopover)

GtkWidget *atlas_citation_popover_new            (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *atlas_citation_popover_new_at         (GtkWidget            *pane,
                                                  const GdkRectangle   *place);
void       atlas_citation_popover_show_citation  (AtlasCitationPopover *self,
                                                  AtlasSession         *session,
                                                  guint                 citation);
void       atlas_citation_popover_show_reference (AtlasCitationPopover *self,
                                                  AtlasSession         *session,
                                                  AtlasReference       *reference);

G_END_DECLS
