// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-notes-page-private.h"

#include "atlas-detail-parts.h"
#include "atlas-fold.h"

AtlasDataset *
atlas_notes_page_get_dataset (AtlasNotesPage *self)
{
  return self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;
}

const char *
atlas_notes_page_get_atlas (AtlasNotesPage *self)
{
  return atlas_notes_page_get_dataset (self) != NULL ? atlas_dataset_get_manifest (atlas_notes_page_get_dataset (self))->id : NULL;
}

typedef struct
{
  AtlasNote      *note;
  AtlasNotePlace *place;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->note);
  atlas_note_place_free (entry->place);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return atlas_note_place_compare ((*(const Entry *const *) a)->place, (*(const Entry *const *) b)->place);
}

static gboolean
matches (const AtlasNoteFields *fields,
         const AtlasNotePlace  *place,
         const char            *folded_words)
{
  g_autofree char *text = g_strjoin ("\n", fields->text, fields->quote != NULL ? fields->quote : "",
                                     place->title != NULL ? place->title : "", place->heading, NULL);
  g_autofree char *folded = atlas_fold (text);

  return strstr (folded, folded_words) != NULL;
}

/* What is to be listed, in order. @n_notes: (out): how many there are without the filter */
GPtrArray *
atlas_notes_page_collect (AtlasNotesPage *self,
                          guint          *n_notes)
{
  GPtrArray       *entries = g_ptr_array_new_with_free_func (entry_free);
  GListModel      *notes = atlas_notebook_get_notes (self->notebook, atlas_notes_page_get_atlas (self));
  g_autofree char *words = atlas_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  *n_notes = g_list_model_get_n_items (notes);
  for (guint i = 0; i < *n_notes; i++)
    {
      g_autoptr (AtlasNote) note = g_list_model_get_item (notes, i);
      const AtlasNoteFields *fields = atlas_note_get_fields (note);
      g_autoptr (AtlasNotePlace) place = atlas_note_place_new (atlas_notes_page_get_dataset (self), fields, atlas_session_get_language (self->session));
      Entry *entry = NULL;

      if (*words != '\0' && !matches (fields, place, words))
        continue;
      entry = g_new0 (Entry, 1);
      entry->note = g_steal_pointer (&note);
      entry->place = g_steal_pointer (&place);
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries);

  return entries;
}

static GtkWidget *
get_row (AtlasNotesPage *self,
         AtlasNote      *note)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, atlas_note_get_id (note));

  if (row != NULL && atlas_note_row_get_note (ATLAS_NOTE_ROW (row)) == note)
    return row;

  if (row != NULL) /* it was removed, and is there again */
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  row = atlas_note_row_new (self->notebook, note);
  g_signal_connect_object (row, "remove-requested", G_CALLBACK (atlas_notes_page_remove_requested_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->rows, g_strdup (atlas_note_get_id (note)), row);

  return row;
}

/* The rows that are there stay, so that one that is edited is not touched. */
void
atlas_notes_page_show_entries (AtlasNotesPage *self,
                               GPtrArray      *entries)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       row = NULL;
  guint          n_rows = MIN (entries->len, ATLAS_NOTES_PAGE_MAX_ROWS);

  for (guint i = 0; i < n_rows; i++)
    g_hash_table_add (kept, get_row (self, ((const Entry *) g_ptr_array_index (entries, i))->note));
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!g_hash_table_contains (kept, row))
      {
        atlas_detail_keep_focus (row, self->entry);
        gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
        g_hash_table_iter_remove (&iter);
      }

  for (guint i = 0; i < n_rows; i++)
    {
      Entry         *entry = g_ptr_array_index (entries, i);
      GtkWidget     *wanted = get_row (self, entry->note);
      GtkListBoxRow *there = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);

      atlas_note_row_take_place (ATLAS_NOTE_ROW (wanted), g_steal_pointer (&entry->place));
      if (GTK_WIDGET (there) == wanted)
        continue;
      g_object_ref (wanted);
      if (gtk_widget_get_parent (wanted) != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (self->list), wanted);
      gtk_list_box_insert (GTK_LIST_BOX (self->list), wanted, (int) i);
      g_object_unref (wanted);
    }
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
}

void
atlas_notes_page_header_cb (GtkListBoxRow *row,
                            GtkListBoxRow *before,
                            gpointer       user_data)
{
  const AtlasNotePlace *place = atlas_note_row_get_place (ATLAS_NOTE_ROW (row));
  const AtlasNotePlace *last = before != NULL ? atlas_note_row_get_place (ATLAS_NOTE_ROW (before)) : NULL;
  GtkWidget            *header = gtk_list_box_row_get_header (row);

  if (place == NULL || (last != NULL && g_strcmp0 (last->heading, place->heading) == 0))
    gtk_list_box_row_set_header (row, NULL);
  else if (header != NULL)
    gtk_label_set_text (GTK_LABEL (header), place->heading);
  else
    gtk_list_box_row_set_header (row, atlas_detail_create_heading (place->heading));
}

void
atlas_notes_page_clear_rows (AtlasNotesPage *self)
{
  GHashTableIter iter;
  gpointer       row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      atlas_detail_keep_focus (row, self->entry);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
      g_hash_table_iter_remove (&iter);
    }
}
