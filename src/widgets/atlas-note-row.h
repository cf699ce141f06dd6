// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"
#include "atlas-note-place.h"
#include "atlas-notebook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasNoteRow:
 *
 * A note in a list: where it stands, the words it marks, what the user says of them, and room to say something else.
 *
 * Its words are a button that becomes an editor; the Delete key, or its other button, asks for the note to be removed
 * (`remove-requested`).
 */
#define ATLAS_TYPE_NOTE_ROW (atlas_note_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNoteRow, atlas_note_row, ATLAS, NOTE_ROW, GtkListBoxRow)

GtkWidget            *atlas_note_row_new         (AtlasNotebook  *notebook,
                                                  AtlasNote      *note) G_GNUC_WARN_UNUSED_RESULT;
AtlasNote            *atlas_note_row_get_note    (AtlasNoteRow   *self); /* (transfer none) */
const AtlasNotePlace *atlas_note_row_get_place   (AtlasNoteRow   *self); /* (transfer none) (nullable) */
/* @place: (transfer full) */
void                  atlas_note_row_take_place  (AtlasNoteRow   *self,
                                                  AtlasNotePlace *place);
void                  atlas_note_row_edit        (AtlasNoteRow   *self);
/* For the list of keys. */
const AtlasKeyBinding *atlas_note_row_get_key_bindings (guint *n_bindings);

G_END_DECLS
