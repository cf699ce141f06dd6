// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-notebook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasNoteEditor:
 *
 * Where the words of a note are typed. It saves by itself: after a pause, when the focus leaves, when it is no longer shown. A note
 * that cannot be saved stays in it, with the reason.
 *
 * Emits `leave` when the user is done: Escape, or Ctrl+Enter.
 */
#define ATLAS_TYPE_NOTE_EDITOR (atlas_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNoteEditor, atlas_note_editor, ATLAS, NOTE_EDITOR, GtkWidget)

/* After the last key, ms. */
#define ATLAS_NOTE_EDITOR_PAUSE 700

/**
 * atlas_note_editor_new:
 * @notebook: where it is saved
 * @note: (nullable): what is edited; %NULL: a new one
 * @draft: (transfer full) (nullable): of a new one, all but its words: it is added with the first ones
 *
 * Makes an editor.
 *
 * Returns: the widget
 */
GtkWidget *atlas_note_editor_new      (AtlasNotebook   *notebook,
                                       AtlasNote       *note,
                                       AtlasNoteFields *draft) G_GNUC_WARN_UNUSED_RESULT;
/* As high as its words, for a place that scrolls itself; else it scrolls. */
void       atlas_note_editor_set_growing (AtlasNoteEditor *self,
                                       gboolean         growing);
AtlasNote *atlas_note_editor_get_note (AtlasNoteEditor *self); /* (transfer none) (nullable): nothing was typed yet */
/* Saves now. A note whose words are all gone is removed; a highlight or bookmark stays. */
void       atlas_note_editor_finish   (AtlasNoteEditor *self);

G_END_DECLS
