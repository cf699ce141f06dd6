// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-notebook.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "yellow", to be said. */
const char *atlas_note_colour_get_name (AtlasNoteColour colour);

/**
 * AtlasNoteColours:
 *
 * The colours that a highlight can have, a button each; the one it has is pressed.
 */
#define ATLAS_TYPE_NOTE_COLOURS (atlas_note_colours_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNoteColours, atlas_note_colours, ATLAS, NOTE_COLOURS, GtkWidget)

GtkWidget  *atlas_note_colours_new     (AtlasNotebook  *notebook,
                                        AtlasNote      *note) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
