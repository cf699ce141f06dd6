// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-notebook.h"
#include "atlas-session.h"
#include "atlas-tour-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasDetail:
 *
 * The pane of text, with a page a choice of its switcher: of the selected item its names, dates, phases, facts, passages,
 * differences and sources; the report. Which one is shown is the session's `page`.
 *
 * Emits `open-uri` (a string) when the user asks for a source's address; it opens nothing itself. Emits `note-removed` (a
 * string that says what was) when something went from the notebook that atlas_notebook_undo() brings back, and `tour-removed`
 * likewise of what atlas_tour_book_undo() brings back.
 */
#define ATLAS_TYPE_DETAIL (atlas_detail_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDetail, atlas_detail, ATLAS, DETAIL, GtkWidget)

GtkWidget    *atlas_detail_new         (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasSession *atlas_detail_get_session (AtlasDetail  *self); /* (transfer none) (nullable) */
void          atlas_detail_set_session (AtlasDetail  *self,
                                        AtlasSession *session);
GtkWidget    *atlas_detail_get_reader  (AtlasDetail  *self); /* (transfer none): the AtlasReader of the report's page */

/* What the user has added: shown and edited where it stands, and on the page of notes. (nullable) */
void          atlas_detail_set_notebook      (AtlasDetail     *self,
                                              AtlasNotebook   *notebook);
/* Why there is none. (nullable) */
void          atlas_detail_set_notes_problem (AtlasDetail     *self,
                                              const char      *problem);
/* Whose words are read: highlights are of one edition. */
void          atlas_detail_set_edition       (AtlasDetail     *self,
                                              AtlasNoteEdition edition);

/* All tours there are, the user's too. (nullable) */
void          atlas_detail_set_tour_book     (AtlasDetail     *self,
                                              AtlasTourBook   *book);
/* Which files of the user's cannot be read, and why. (nullable) */
void          atlas_detail_set_tours_problem (AtlasDetail     *self,
                                              const char      *problem);
/* Shows the steps of a tour on the page of the tours. */
void          atlas_detail_show_tour         (AtlasDetail     *self,
                                              const char      *id);

G_END_DECLS
