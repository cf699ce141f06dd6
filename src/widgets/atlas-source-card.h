// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSourceCard:
 *
 * Everything that there is to say of one reference: the record, what may be done with it, and all that rests on it as links.
 * Of a citation of the report whose record is not here it says so, and offers what there is instead.
 *
 * A brief card, as it stands at a mark in the text, says it in few lines and counts what is too much; a full one says all.
 *
 * Signals: `open-uri` (a string: the user asks for an address), `source-activated` (an id: a link leads to another reference),
 * `left` (a link or button has led elsewhere: a card that floats may go), `note-requested` (an id: the user wants to write a note on
 * it; the button is there only while somebody listens).
 */
#define ATLAS_TYPE_SOURCE_CARD (atlas_source_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSourceCard, atlas_source_card, ATLAS, SOURCE_CARD, GtkWidget)

GtkWidget      *atlas_source_card_new            (gboolean         brief) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_source_card_show_reference:
 * @self: a card
 * @session: (nullable): what its links write to; %NULL empties the card
 * @reference: (nullable): of its atlas; %NULL empties the card
 *
 * Shows a reference: one of the report's as what its number stands for.
 */
void            atlas_source_card_show_reference (AtlasSourceCard *self,
                                                  AtlasSession    *session,
                                                  AtlasReference  *reference);
/* The same for a number of the report's, also for one of which the atlas has no record at all. */
void            atlas_source_card_show_citation  (AtlasSourceCard *self,
                                                  AtlasSession    *session,
                                                  guint            citation);

AtlasReference *atlas_source_card_get_reference  (AtlasSourceCard *self); /* (transfer none) (nullable) */
/* What is shown in one sentence, for assistive technology: whose source, and the record. (transfer full) */
char           *atlas_source_card_dup_words      (AtlasSourceCard *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
