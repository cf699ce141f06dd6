// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-note.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * atlas_note_follow:
 * @fields: a note
 * @session: a session of its atlas
 *
 * Goes to where a note stands: its passage, item or source, or a bookmark's view.
 *
 * Returns: %FALSE if it leads nowhere
 */
gboolean         atlas_note_follow       (const AtlasNoteFields *fields,
                                          AtlasSession          *session);

/**
 * atlas_note_new_bookmark:
 * @session: what is looked at
 *
 * Makes a bookmark of the view, called after the view's sentence. It stands on what is read or selected.
 *
 * Returns: (transfer full) (nullable): the note, to be added; %NULL without an atlas
 */
AtlasNoteFields *atlas_note_new_bookmark (AtlasSession          *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
