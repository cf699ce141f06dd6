// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-note-row.h"
#include "atlas-notes-page.h"

G_BEGIN_DECLS

struct _AtlasNotesPage
{
  GtkWidget      parent_instance;

  AtlasSession  *session;
  GSignalGroup  *session_signals;
  AtlasNotebook *notebook;
  GSignalGroup  *notebook_signals;
  char          *problem;

  GtkWidget     *entry;
  GtkWidget     *warning;
  GtkWidget     *count;
  GtkWidget     *stack; /* of the list and the words instead of it */
  GtkWidget     *list;
  GtkWidget     *empty_title;
  GtkWidget     *empty_text;
  GtkWidget     *rest;
  GHashTable    *rows;  /* id of a note → its AtlasNoteRow */
  gboolean       stale; /* it has changed while nobody looked */
};

AtlasDataset *atlas_notes_page_get_dataset         (AtlasNotesPage *self); /* (transfer none) (nullable) */
const char   *atlas_notes_page_get_atlas           (AtlasNotesPage *self); /* (nullable) */
/* What is to be listed, in order, for atlas_notes_page_show_entries(). @n_notes: (out): how many there are without the filter.
 * (transfer full) */
GPtrArray    *atlas_notes_page_collect             (AtlasNotesPage *self,
                                                    guint          *n_notes) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the places out of @entries. */
void          atlas_notes_page_show_entries        (AtlasNotesPage *self,
                                                    GPtrArray      *entries);
void          atlas_notes_page_clear_rows          (AtlasNotesPage *self);
void          atlas_notes_page_header_cb           (GtkListBoxRow  *row,
                                                    GtkListBoxRow  *before,
                                                    gpointer        user_data);
void          atlas_notes_page_remove_requested_cb (AtlasNotesPage *self,
                                                    AtlasNoteRow   *row);

G_END_DECLS
