// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-notebook.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows that are made; of more notes it says how many there are. */
#define ATLAS_NOTES_PAGE_MAX_ROWS 500

/**
 * AtlasNotesPage:
 *
 * All that the user has added to the atlas: notes, highlights and bookmarks in the order of the report, each leading to where
 * it stands, with its words to be changed in place.
 *
 * Properties: `session` (#AtlasSession), `notebook` (#AtlasNotebook; while there is none, it says that notes are being opened,
 * or what `problem` says).
 *
 * Its buttons activate `win.bookmark`, `win.export-notes` and `win.import-notes`; it has the actions `notes.undo` and
 * `notes.redo`. Emits `note-removed` (a string: what was, in words), so that undoing can be offered.
 */
#define ATLAS_TYPE_NOTES_PAGE (atlas_notes_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasNotesPage, atlas_notes_page, ATLAS, NOTES_PAGE, GtkWidget)

GtkWidget *atlas_notes_page_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_notes_page_set_session  (AtlasNotesPage *self,
                                          AtlasSession   *session);  /* (nullable) */
void       atlas_notes_page_set_notebook (AtlasNotesPage *self,
                                          AtlasNotebook  *notebook); /* (nullable) */
/* Why there is no notebook. (nullable) */
void       atlas_notes_page_set_problem  (AtlasNotesPage *self,
                                          const char     *problem);
/* Scrolls to a note and gives it the focus; a filter that hides it is let go. FALSE: it is not of this atlas. */
gboolean   atlas_notes_page_show_note    (AtlasNotesPage *self,
                                          AtlasNote      *note);

G_END_DECLS
