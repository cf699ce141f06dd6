// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-file-writer.h"
#include "atlas-notes-json.h"
#include "atlas-notes-markdown.h"
#include "atlas-reference-format.h"
#include "atlas-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What leaves the program as a file, and what comes back. */

/* The most that is read as notes, bytes: far more than a notebook holds. */
#define MAX_NOTES_SIZE (64 * 1024 * 1024)

typedef struct
{
  AtlasWindow *window;
  GStrv        ids; /* (nullable): of the references wanted */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->window);
  g_strfreev (export->ids);
  g_free (export);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (object));

  if (atlas_file_write_bytes_finish (G_FILE (object), result, &error))
    {
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *message = g_strdup_printf (_ ("Written to “%s”"), shown);

      atlas_window_show_message (self, message);
    }
  else
    atlas_window_report_error (self, _ ("The file could not be written"), error);
}

static void
write_file (AtlasWindow *self,
            GFile       *file,
            char        *text) /* (transfer full) */
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  atlas_file_write_bytes_async (file, bytes, NULL, written_cb, g_object_ref (self));
}

/* The name without one of the suffixes that is of another format, with the format's. (transfer full) */
static GFile *
with_suffix (GFile      *file,
             const char *suffix)
{
  g_autofree char *path = g_file_get_uri (file);
  g_autofree char *whole = NULL;

  if (g_str_has_suffix (path, suffix))
    return g_object_ref (file);

  whole = g_strconcat (path, suffix, NULL);

  return g_file_new_for_uri (whole);
}

/* --- References --- */

/* Those with @ids, or all. (transfer full) */
static GPtrArray *
collect_references (AtlasWindow *self,
                    GStrv        ids)
{
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (atlas_session_get_dataset (self->session));
  GListModel        *all = G_LIST_MODEL (bibliography);
  GPtrArray         *references = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      AtlasReference *reference = atlas_bibliography_lookup (bibliography, ids[i]);

      if (reference != NULL)
        g_ptr_array_add (references, g_object_ref (reference));
    }

  for (guint i = 0; (ids == NULL || ids[0] == NULL) && i < g_list_model_get_n_items (all); i++)
    {
      AtlasReference *reference = g_list_model_get_item (all, i);

      /* A number without a record is nothing that another program could cite. */
      if (atlas_reference_get_fields (reference)->title_known)
        g_ptr_array_add (references, reference);
      else
        g_object_unref (reference);
    }

  return references;
}

static void
references_chosen_cb (Export *export,
                      int                   response,
                      GtkFileChooserNative *chooser)
{
  const AtlasReferenceFormat *format = NULL;
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) references = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (chosen != NULL && atlas_session_get_dataset (export->window->session) != NULL)
    {
      format = atlas_reference_format_lookup (gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (chooser), "format"));
      file = with_suffix (chosen, format->suffix);
      references = collect_references (export->window, export->ids);
      write_file (export->window, file, format->write (references));
    }

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

static void
export_references_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  AtlasWindow          *self = user_data;
  GtkFileChooserNative *chooser = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  const AtlasReferenceFormat *formats = NULL;
  guint                       n_formats = 0;
  Export *export = NULL;

  if (atlas_session_get_dataset (self->session) == NULL)
    return;

  chooser = gtk_file_chooser_native_new (_ ("Export Sources"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  formats = atlas_reference_format_list (&n_formats);
  for (guint i = 0; i < n_formats; i++)
    {
      g_ptr_array_add (ids, (gpointer) formats[i].id);
      g_ptr_array_add (titles, (gpointer) formats[i].title);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (titles, NULL);
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), "format", _ ("Format"), (const char **) ids->pdata, (const char **) titles->pdata);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (chooser), "format", formats[0].id);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("Sources"));

  export = g_new0 (Export, 1);
  export->window = g_object_ref (self);
  export->ids = parameter != NULL ? g_variant_dup_strv (parameter, NULL) : NULL;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (chooser), "export", export, export_free);
  g_signal_connect_swapped (chooser, "response", G_CALLBACK (references_chosen_cb), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- Notes --- */

/* All of the atlas that is open, its added references too. (transfer full) */
static GPtrArray *
collect_notes (AtlasWindow *self)
{
  const char    *atlas = atlas_dataset_get_manifest (atlas_session_get_dataset (self->session))->id;
  AtlasNotebook *notebook = atlas_reading_get_notebook (self->reading);
  GListModel    *lists[] = { atlas_notebook_get_notes (notebook, atlas), atlas_notebook_get_references (notebook, atlas) };
  GPtrArray     *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_note_fields_free);

  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[k]); i++)
      {
        g_autoptr (AtlasNote) note = g_list_model_get_item (lists[k], i);

        g_ptr_array_add (notes, atlas_note_fields_copy (atlas_note_get_fields (note)));
      }

  return notes;
}

static char *
write_notes_json (AtlasWindow *self,
                  GPtrArray   *notes)
{
  g_autoptr (GBytes) bytes = atlas_notes_to_json (notes);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
write_notes_markdown (AtlasWindow *self,
                      GPtrArray   *notes)
{
  return atlas_notes_to_markdown (atlas_session_get_dataset (self->session), notes, atlas_session_get_language (self->session));
}

static const struct
{
  const char *id;
  const char *title;
  const char *suffix;
  char *(*write) (AtlasWindow *self,
                  GPtrArray   *notes);
} notes_formats[] = {
  { "markdown", N_ ("Markdown, to read"), ".md", write_notes_markdown },
  { "json", N_ ("JSON, to import again"), ".json", write_notes_json },
};

static void
notes_chosen_cb (AtlasWindow          *self,
                 int                   response,
                 GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) chosen = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  for (guint i = 0; chosen != NULL && i < G_N_ELEMENTS (notes_formats); i++)
    if (g_strcmp0 (notes_formats[i].id, gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (chooser), "format")) == 0)
      {
        g_autoptr (GPtrArray) notes = collect_notes (self);
        g_autoptr (GFile) file = with_suffix (chosen, notes_formats[i].suffix);

        write_file (self, file, notes_formats[i].write (self, notes));
      }

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

static gboolean
has_notebook (AtlasWindow *self)
{
  return atlas_reading_get_notebook (self->reading) != NULL && atlas_session_get_dataset (self->session) != NULL;
}

static void
export_notes_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  AtlasWindow          *self = user_data;
  GtkFileChooserNative *chooser = NULL;
  const char           *ids[G_N_ELEMENTS (notes_formats) + 1] = { NULL };
  const char           *titles[G_N_ELEMENTS (notes_formats) + 1] = { NULL };

  if (!has_notebook (self))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (notes_formats); i++)
    {
      ids[i] = notes_formats[i].id;
      titles[i] = _ (notes_formats[i].title);
    }

  chooser = gtk_file_chooser_native_new (_ ("Export Notes"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), "format", _ ("Format"), ids, titles);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (chooser), "format", ids[0]);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("Notes"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (notes_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
merge (AtlasWindow *self,
       GPtrArray   *notes)
{
  AtlasNotebookMerge done = atlas_notebook_merge_async (atlas_reading_get_notebook (self->reading), notes, NULL, NULL, NULL);
  g_autofree char   *added = g_strdup_printf (ngettext ("%u note added", "%u notes added", done.added), done.added);
  g_autofree char   *changed = g_strdup_printf (ngettext ("%u made newer", "%u made newer", done.changed), done.changed);
  g_autofree char   *unchanged = g_strdup_printf (ngettext ("%u was there already", "%u were there already", done.unchanged), done.unchanged);
  g_autofree char   *message = g_strdup_printf ("%s, %s, %s", added, changed, unchanged);

  atlas_window_show_message (self, message);
}

static void
notes_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_basename (G_FILE (object));
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);
  g_autoptr (GPtrArray) notes = NULL;

  if (bytes != NULL && g_bytes_get_size (bytes) > MAX_NOTES_SIZE)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” is larger than notes can be."), name);
  else if (bytes != NULL)
    notes = atlas_notes_from_json (bytes, name, &error);

  if (error != NULL)
    atlas_window_report_error (self, _ ("The notes could not be imported"), error);
  else if (self->reading != NULL && has_notebook (self))
    merge (self, notes);
}

static void
import_chosen_cb (AtlasWindow          *self,
                  int                   response,
                  GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (file != NULL)
    g_file_load_bytes_async (file, NULL, notes_read_cb, g_object_ref (self));

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

static void
import_notes_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  AtlasWindow          *self = user_data;
  GtkFileChooserNative *chooser = NULL;

  if (!has_notebook (self))
    return;

  chooser = gtk_file_chooser_native_new (_ ("Import Notes"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (import_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static const GActionEntry entries[] = {
  { .name = "export-references", .parameter_type = "as", .activate = export_references_cb },
  { .name = "export-notes", .activate = export_notes_cb },
  { .name = "import-notes", .activate = import_notes_cb },
};

void
atlas_window_add_file_actions (AtlasWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
