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
 * A pane has one for all its marks. The pointer on a mark opens it a moment later, and it goes when the pointer has left mark
 * and card. A mark that is activated pins it: it takes the focus and stays until Escape, a click beside it or its button closes
 * it, and gives the focus back to where it was, with the caret.
 *
 * Emits `open-uri` (a string) when the user asks for an address.
 */
#define ATLAS_TYPE_CITATION_POPOVER (atlas_citation_popover_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCitationPopover, atlas_citation_popover, ATLAS, CITATION_POPOVER, GtkPopover)

/**
 * atlas_citation_popover_new:
 * @pane: the widget whose child it becomes, which calls gtk_popover_present() where it gives out sizes, and
 *   gtk_widget_unparent() in its dispose
 *
 * Makes the card of a pane, closed.
 *
 * Returns: (transfer none): the card
 */
GtkWidget *atlas_citation_popover_new           (GtkWidget            *pane) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_citation_popover_answer:
 * @self: a card
 * @session: what its links write to
 * @text: the widget that the mark stands in
 * @citation: the report's number; 0: the pointer has left the mark it was on
 * @mark: where the mark stands, px of @text
 * @pinned: it was activated, not only pointed at
 *
 * Does what a text's `citation-activated` asks for.
 */
void       atlas_citation_popover_answer        (AtlasCitationPopover *self,
                                                 AtlasSession         *session,
                                                 GtkWidget            *text,
                                                 guint                 citation,
                                                 const GdkRectangle   *mark,
                                                 gboolean              pinned);

/* What @mark is in px of the pane. Of a mark that is not in view, only what is in view is pointed to. */
void       atlas_citation_popover_hover         (AtlasCitationPopover *self,
                                                 AtlasSession         *session,
                                                 guint                 citation,
                                                 const GdkRectangle   *mark);
/* The pointer has left the mark. */
void       atlas_citation_popover_leave         (AtlasCitationPopover *self);
void       atlas_citation_popover_pin_citation  (AtlasCitationPopover *self,
                                                 AtlasSession         *session,
                                                 guint                 citation,
                                                 const GdkRectangle   *mark);
void       atlas_citation_popover_pin_reference (AtlasCitationPopover *self,
                                                 AtlasSession         *session,
                                                 AtlasReference       *reference,
                                                 const GdkRectangle   *mark);
gboolean   atlas_citation_popover_is_pinned     (AtlasCitationPopover *self);

G_END_DECLS
