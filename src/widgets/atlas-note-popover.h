// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-notebook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * atlas_note_popover_show:
 * @relative_to: the widget that is pointed at; the popover is its child until it is closed
 * @place: (nullable): where in it; %NULL: all of it
 * @notebook: where notes are kept
 * @atlas: id of the atlas
 * @target: what the note stands on
 * @target_id: of the passage, item or source
 *
 * Lets the user write a note where a thing stands: shows the notes that there are on it, and room for another one. What is
 * typed is saved as it is typed; Escape closes.
 *
 * Returns: (transfer none): the popover, shown
 */
GtkWidget *atlas_note_popover_show      (GtkWidget          *relative_to,
                                         const GdkRectangle *place,
                                         AtlasNotebook      *notebook,
                                         const char         *atlas,
                                         AtlasNoteTarget     target,
                                         const char         *target_id);
/* The same for one note or highlight that there is. */
GtkWidget *atlas_note_popover_show_note (GtkWidget          *relative_to,
                                         const GdkRectangle *place,
                                         AtlasNotebook      *notebook,
                                         AtlasNote          *note);

G_END_DECLS
