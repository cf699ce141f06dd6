// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail-private.h"

#include "atlas-note-popover.h"
#include "atlas-reader.h"

#include <glib/gi18n-lib.h>

/* The user's notes where one reads: on the report's words, on the item's page, and all of them on a page of their own. */

/* The reader has the same colours, in the same order. */
G_STATIC_ASSERT ((int) ATLAS_N_NOTE_COLOURS == (int) ATLAS_N_HIGHLIGHTS);
G_STATIC_ASSERT ((int) ATLAS_NOTE_GREEN == (int) ATLAS_HIGHLIGHT_GREEN && (int) ATLAS_NOTE_BLUE == (int) ATLAS_HIGHLIGHT_BLUE);

static const char *
get_atlas (AtlasDetail *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  return dataset != NULL ? atlas_dataset_get_manifest (dataset)->id : NULL;
}

static const AtlasPassage *
find_passage (AtlasDetail *self,
              const char  *id)
{
  return atlas_report_lookup (atlas_dataset_get_report (atlas_session_get_dataset (self->session)), id);
}

/* -- The report -- */

/* Where a highlight's words are in what is read now; FALSE: they are of the other edition, or no longer there. */
static gboolean
locate (AtlasDetail           *self,
        const AtlasNoteFields *fields,
        guint                 *begin,
        guint                 *end)
{
  const AtlasPassage *passage = NULL;

  if (fields->kind != ATLAS_NOTE_HIGHLIGHT || fields->edition != self->edition)
    return FALSE;

  passage = find_passage (self, fields->target_id);

  return passage != NULL && atlas_note_fields_find (fields, passage->text, begin, end);
}

void
atlas_detail_show_highlights (AtlasDetail *self)
{
  g_autoptr (GArray) highlights = g_array_new (FALSE, FALSE, sizeof (AtlasReaderHighlight));
  g_autoptr (GPtrArray) noted = g_ptr_array_new (); /* ids that the notes hold */
  GListModel *notes = NULL;

  if (self->report == NULL || get_atlas (self) == NULL)
    return;

  if (self->notebook != NULL)
    notes = atlas_notebook_get_notes (self->notebook, get_atlas (self));
  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (AtlasNote) note = g_list_model_get_item (notes, i);
      const AtlasNoteFields *fields = atlas_note_get_fields (note);
      AtlasReaderHighlight   highlight = { .passage = fields->target_id, .colour = (AtlasHighlightColour) fields->colour };

      highlight.has_note = fields->text != NULL && *fields->text != '\0';
      if (locate (self, fields, &highlight.start, &highlight.end))
        g_array_append_val (highlights, highlight);
      if (fields->kind == ATLAS_NOTE_WORDS && fields->target == ATLAS_NOTE_ON_PASSAGE)
        g_ptr_array_add (noted, fields->target_id);
    }
  g_ptr_array_add (noted, NULL);

  atlas_reader_set_highlights (ATLAS_READER (self->report), (const AtlasReaderHighlight *) highlights->data, highlights->len);
  atlas_reader_set_noted (ATLAS_READER (self->report), (const char *const *) noted->pdata);
}

/* The highlight of these words, or one that all of them are in. */
static AtlasNote *
find_highlight (AtlasDetail *self,
                const char  *passage_id,
                guint        start,
                guint        end)
{
  g_autoptr (GPtrArray) notes = atlas_notebook_dup_notes_on (self->notebook, get_atlas (self), ATLAS_NOTE_ON_PASSAGE, passage_id);
  AtlasNote *found = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      AtlasNote *note = g_ptr_array_index (notes, i);
      guint      first = 0;
      guint      last = 0;

      if (!locate (self, atlas_note_get_fields (note), &first, &last) || first > start || end > last)
        continue;
      if (first == start && last == end)
        return note;
      if (found == NULL)
        found = note;
    }

  return found; /* the notebook holds it */
}

static AtlasNote *
add_highlight (AtlasDetail *self,
               const char  *passage_id,
               guint        start,
               guint        end)
{
  AtlasNoteFields    *fields = atlas_note_fields_new ();
  const AtlasPassage *passage = find_passage (self, passage_id);

  fields->atlas = g_strdup (get_atlas (self));
  fields->kind = ATLAS_NOTE_HIGHLIGHT;
  fields->target = ATLAS_NOTE_ON_PASSAGE;
  fields->target_id = g_strdup (passage_id);
  fields->edition = self->edition;
  fields->begin = start;
  fields->end = end;
  fields->quote = g_utf8_substring (passage->text, start, end);

  return atlas_notebook_add_async (self->notebook, fields, NULL, NULL, NULL);
}

/* White space at the ends is nobody's wish. */
static void
trim (const char *text,
      guint      *start,
      guint      *end)
{
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, (glong) *start))))
    ++*start;
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, (glong) *end - 1))))
    --*end;
}

/* @start, @end: (inout): both 0 is all of the passage; FALSE: there are no words, or nothing to keep them in */
static gboolean
check_place (AtlasDetail *self,
             const char  *passage_id,
             guint       *start,
             guint       *end)
{
  const AtlasPassage *passage = NULL;
  guint               length = 0;

  if (self->notebook == NULL || atlas_notebook_get_read_only (self->notebook) || get_atlas (self) == NULL)
    return FALSE;

  passage = find_passage (self, passage_id);
  length = passage != NULL ? (guint) g_utf8_strlen (passage->text, -1) : 0;
  if (*end == 0)
    *end = length;
  *end = MIN (*end, length);
  if (*start < *end)
    trim (passage->text, start, end);

  return *start < *end;
}

/* Marks words, or lets go of the mark that they have. */
static void
highlight_requested_cb (AtlasDetail *self,
                        const char  *passage_id,
                        guint        start,
                        guint        end)
{
  AtlasNote *note = NULL;

  if (!check_place (self, passage_id, &start, &end))
    return;

  note = find_highlight (self, passage_id, start, end);
  if (note == NULL)
    add_highlight (self, passage_id, start, end);
  else
    {
      gboolean has_words = *atlas_note_get_text (note) != '\0';

      atlas_notebook_remove_async (self->notebook, note, NULL, NULL, NULL);
      if (has_words) /* what was said of it goes too: not in silence */
        atlas_detail_tell_removed (self, _ ("Highlight and its note deleted"));
    }
}

/* On selected words: marked, and with a note. On a passage: a note. */
static void
note_requested_cb (AtlasDetail *self,
                   const char  *passage_id,
                   guint        start,
                   guint        end)
{
  gboolean     is_passage = end == 0;
  AtlasNote   *note = NULL;
  GdkRectangle place;
  gboolean     has_place = atlas_reader_get_caret_place (ATLAS_READER (self->report), &place);

  if (!check_place (self, passage_id, &start, &end))
    return;

  if (is_passage)
    {
      atlas_note_popover_show (self->report, has_place ? &place : NULL, self->notebook, get_atlas (self), ATLAS_NOTE_ON_PASSAGE, passage_id);
      return;
    }

  note = find_highlight (self, passage_id, start, end);
  if (note == NULL)
    note = add_highlight (self, passage_id, start, end);
  if (note != NULL)
    atlas_note_popover_show_note (self->report, has_place ? &place : NULL, self->notebook, note);
}

void
atlas_detail_connect_reader (AtlasDetail *self)
{
  g_signal_connect_object (self->report, "highlight-requested", G_CALLBACK (highlight_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->report, "note-requested", G_CALLBACK (note_requested_cb), self, G_CONNECT_SWAPPED);
  atlas_detail_show_highlights (self);
}

/* -- Sources -- */

void
atlas_detail_source_note_requested_cb (AtlasDetail *self,
                                       const char  *source_id)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *where = focus != NULL && gtk_widget_is_ancestor (focus, self->sources) ? focus : self->sources;

  if (self->notebook != NULL && get_atlas (self) != NULL)
    atlas_note_popover_show (where, NULL, self->notebook, get_atlas (self), ATLAS_NOTE_ON_SOURCE, source_id);
}

/* -- The item's page -- */

static void
write_note_cb (AtlasDetail *self,
               GtkWidget   *button)
{
  AtlasItem *item = atlas_session_get_selected (self->session);

  if (self->notebook != NULL && item != NULL)
    atlas_note_popover_show (button, NULL, self->notebook, get_atlas (self), ATLAS_NOTE_ON_ITEM, atlas_item_get_id (item));
}

/* What the user has written on the item. */
static void
show_item_notes (AtlasDetail *self)
{
  AtlasItem *item = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  g_autoptr (GPtrArray) notes = NULL;
  GtkWidget *child = NULL;

  if (self->item_notes == NULL)
    return;

  while ((child = gtk_widget_get_first_child (self->item_notes)) != NULL)
    gtk_box_remove (GTK_BOX (self->item_notes), child);
  gtk_widget_set_visible (gtk_widget_get_parent (self->item_notes), self->notebook != NULL && item != NULL);
  if (self->notebook == NULL || item == NULL)
    return;

  notes = atlas_notebook_dup_notes_on (self->notebook, get_atlas (self), ATLAS_NOTE_ON_ITEM, atlas_item_get_id (item));
  for (guint i = 0; i < notes->len; i++)
    if (atlas_note_get_kind (g_ptr_array_index (notes, i)) == ATLAS_NOTE_WORDS)
      {
        g_autofree char *words = g_markup_escape_text (atlas_note_get_text (g_ptr_array_index (notes, i)), -1);
        GtkWidget       *label = atlas_detail_create_text (words);

        gtk_widget_add_css_class (label, "own-note");
        gtk_box_append (GTK_BOX (self->item_notes), label);
      }
}

void
atlas_detail_add_notes (AtlasDetail *self,
                        GtkBox      *page)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *button = gtk_button_new_with_label (_ ("Write a Note…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (write_note_cb), self, G_CONNECT_SWAPPED);

  self->item_notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (part), atlas_detail_create_heading (_ ("Your notes")));
  gtk_box_append (GTK_BOX (part), self->item_notes);
  gtk_box_append (GTK_BOX (part), button);
  gtk_box_append (page, part);
  show_item_notes (self);
}

/* -- All of them -- */

static void
notes_changed_cb (AtlasDetail *self,
                  const char  *atlas,
                  guint        kinds)
{
  if (g_strcmp0 (atlas, get_atlas (self)) != 0)
    return;

  if ((kinds & (1U << ATLAS_NOTE_HIGHLIGHT | 1U << ATLAS_NOTE_WORDS)) != 0)
    atlas_detail_show_highlights (self);
  if ((kinds & 1U << ATLAS_NOTE_WORDS) != 0)
    show_item_notes (self);
}

GtkWidget *
atlas_detail_get_notes_page (AtlasDetail *self)
{
  if (self->notes == NULL)
    {
      self->notes = atlas_notes_page_new ();
      atlas_notes_page_set_session (ATLAS_NOTES_PAGE (self->notes), self->session);
      atlas_notes_page_set_notebook (ATLAS_NOTES_PAGE (self->notes), self->notebook);
      atlas_notes_page_set_problem (ATLAS_NOTES_PAGE (self->notes), self->notes_problem);
      g_signal_connect_object (self->notes, "note-removed", G_CALLBACK (atlas_detail_tell_removed), self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (GTK_STACK (self->stack), self->notes);
    }

  return self->notes;
}

void
atlas_detail_notes_init (AtlasDetail *self)
{
  self->notebook_signals = g_signal_group_new (ATLAS_TYPE_NOTEBOOK);
  g_signal_group_connect_object (self->notebook_signals, "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
}

void
atlas_detail_notes_dispose (AtlasDetail *self)
{
  if (self->notebook_signals != NULL)
    g_signal_group_set_target (self->notebook_signals, NULL);
  g_clear_object (&self->notebook_signals);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->notes_problem, g_free);
}

void
atlas_detail_set_notebook (AtlasDetail   *self,
                           AtlasNotebook *notebook)
{
  g_return_if_fail (ATLAS_IS_DETAIL (self));

  if (!g_set_object (&self->notebook, notebook))
    return;

  g_signal_group_set_target (self->notebook_signals, notebook);
  if (self->notes != NULL)
    atlas_notes_page_set_notebook (ATLAS_NOTES_PAGE (self->notes), notebook);
  atlas_detail_show_highlights (self);
  show_item_notes (self);
}

void
atlas_detail_set_notes_problem (AtlasDetail *self,
                                const char  *problem)
{
  g_return_if_fail (ATLAS_IS_DETAIL (self));

  g_free (self->notes_problem);
  self->notes_problem = g_strdup (problem);
  if (self->notes != NULL)
    atlas_notes_page_set_problem (ATLAS_NOTES_PAGE (self->notes), problem);
}

void
atlas_detail_set_edition (AtlasDetail     *self,
                          AtlasNoteEdition edition)
{
  g_return_if_fail (ATLAS_IS_DETAIL (self));

  self->edition = edition;
  atlas_detail_show_highlights (self);
}
