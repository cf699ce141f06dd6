// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-import-dialog.h"
#include "atlas-note-link.h"
#include "atlas-own-references.h"
#include "atlas-reference-dialog.h"
#include "atlas-window-private.h"

#include <glib/gi18n.h>

/* In which words the report is read, and what the user adds to the atlas. */

#define RETOLD "retold"
#define ORIGINAL "original"

static void
set_enabled (AtlasWindow *self,
             const char  *action,
             gboolean     enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

static void
edition_changed_cb (AtlasWindow *self)
{
  gboolean has_original = atlas_reading_get_has_original (self->reading);
  gboolean original = has_original && atlas_reading_get_original (self->reading);
  GAction *edition = g_action_map_lookup_action (G_ACTION_MAP (self), "edition");

  atlas_detail_set_edition (self->detail, original ? ATLAS_NOTE_ORIGINAL : ATLAS_NOTE_RETOLD);
  g_simple_action_set_state (G_SIMPLE_ACTION (edition), g_variant_new_string (original ? ORIGINAL : RETOLD));
  set_enabled (self, "edition", has_original);
  set_enabled (self, "remove-report", has_original);
}

static void
change_edition_cb (GSimpleAction *action,
                   GVariant      *value,
                   gpointer       user_data)
{
  AtlasWindow *self = user_data;

  atlas_reading_set_original (self->reading, g_str_equal (g_variant_get_string (value, NULL), ORIGINAL));
}

static void
import_report_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  AtlasWindow *self = user_data;

  if (atlas_reading_get_atlas (self->reading) != NULL)
    atlas_import_dialog_choose (GTK_WINDOW (self), self->reading);
}

static void
remove_answered_cb (AtlasWindow *self,
                    const char  *response)
{
  if (g_str_equal (response, "remove"))
    {
      atlas_reading_remove (self->reading);
      atlas_window_show_message (self, _ ("The report’s own text was removed"));
    }
}

/* The file it came from may be gone. */
static void
remove_report_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  AtlasWindow *self = user_data;
  GtkWidget   *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Remove the Report’s Own Text?"),
                                                _ ("The atlas is read in its own words again. Your file stays where it is; notes and highlights stay too."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  AtlasNotebook *notebook = atlas_reading_get_notebook (ATLAS_WINDOW (user_data)->reading);

  if (notebook == NULL)
    return;

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "undo"))
    atlas_notebook_undo (notebook, NULL);
  else
    atlas_notebook_redo (notebook, NULL);
}

static void
can_undo_changed_cb (AtlasWindow *self)
{
  AtlasNotebook *notebook = atlas_reading_get_notebook (self->reading);

  set_enabled (self, "undo", notebook != NULL && atlas_notebook_get_can_undo (notebook));
  set_enabled (self, "redo", notebook != NULL && atlas_notebook_get_can_redo (notebook));
}

/* Said when it is safe, not before. */
static void
bookmarked_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AtlasWindow) self = user_data;

  if (atlas_notebook_write_finish (ATLAS_NOTEBOOK (object), result, NULL) && self->reading != NULL)
    atlas_window_offer_undo (self, _ ("Bookmark added to the notes"));
}

/* The view, under the words that describe it. */
static void
bookmark_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  AtlasWindow     *self = user_data;
  AtlasNotebook   *notebook = atlas_reading_get_notebook (self->reading);
  AtlasNoteFields *fields = notebook != NULL ? atlas_note_new_bookmark (self->session) : NULL;

  if (fields != NULL)
    atlas_notebook_add_async (notebook, fields, NULL, bookmarked_cb, g_object_ref (self));
}

/* Another window or program may have written meanwhile. */
static void
active_changed_cb (AtlasWindow *self)
{
  AtlasNotebook *notebook = self->reading != NULL ? atlas_reading_get_notebook (self->reading) : NULL;

  if (notebook != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    atlas_notebook_refresh (notebook);
}

static void
reference_kept_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AtlasWindow) self = user_data;

  if (atlas_notebook_write_finish (ATLAS_NOTEBOOK (object), result, NULL) && self->reading != NULL)
    atlas_window_show_message (self, _ ("Reference added"));
}

static void
reference_added_cb (AtlasWindow    *self,
                    AtlasReference *reference)
{
  AtlasNotebook   *notebook = atlas_reading_get_notebook (self->reading);
  AtlasNoteFields *fields = atlas_note_fields_new ();

  fields->kind = ATLAS_NOTE_REFERENCE;
  fields->atlas = g_strdup (atlas_dataset_get_manifest (atlas_reading_get_atlas (self->reading))->id);
  fields->citation = atlas_reference_get_number (reference);
  fields->text = atlas_own_reference_write (reference);
  atlas_notebook_add_async (notebook, fields, NULL, reference_kept_cb, g_object_ref (self));
}

static void
add_reference_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  AtlasWindow *self = user_data;
  GtkWidget   *dialog = NULL;

  if (atlas_reading_get_notebook (self->reading) == NULL || atlas_reading_get_atlas (self->reading) == NULL)
    return;

  dialog = atlas_reference_dialog_new (GTK_WINDOW (self), g_variant_get_uint32 (parameter));
  g_signal_connect_object (dialog, "added", G_CALLBACK (reference_added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { .name = "edition", .parameter_type = "s", .state = "'" RETOLD "'", .change_state = change_edition_cb },
  { .name = "import-report", .activate = import_report_cb },
  { .name = "remove-report", .activate = remove_report_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = undo_cb },
  { .name = "bookmark", .activate = bookmark_cb },
  { .name = "add-reference", .parameter_type = "u", .activate = add_reference_cb },
};

void
atlas_window_set_notebook (AtlasWindow   *self,
                           AtlasNotebook *notebook)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (ATLAS_IS_NOTEBOOK (notebook));

  if (self->reading == NULL) /* the window is going */
    return;

  atlas_reading_set_notebook (self->reading, notebook);
  atlas_detail_set_notebook (self->detail, notebook);
  g_signal_connect_object (notebook, "notify::can-undo", G_CALLBACK (can_undo_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "notify::can-redo", G_CALLBACK (can_undo_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "failed", G_CALLBACK (atlas_window_show_message), self, G_CONNECT_SWAPPED);
  can_undo_changed_cb (self);
  set_enabled (self, "bookmark", !atlas_notebook_get_read_only (notebook));
  set_enabled (self, "add-reference", !atlas_notebook_get_read_only (notebook));

  if (atlas_notebook_get_warning (notebook) != NULL)
    atlas_window_show_message (self, atlas_notebook_get_warning (notebook));
}

void
atlas_window_report_notes_problem (AtlasWindow  *self,
                                   const GError *error)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  atlas_detail_set_notes_problem (self->detail, error->message);
  atlas_window_report_error (self, _ ("Your notes could not be opened"), error);
}

void
atlas_window_import_report (AtlasWindow *self,
                            GFile       *file)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (atlas_reading_get_atlas (self->reading) != NULL)
    atlas_import_dialog_show (GTK_WINDOW (self), self->reading, file);
  else
    g_set_object (&self->report_file, file); /* when the atlas is there */
}

void
atlas_window_show_reading (AtlasWindow  *self,
                           AtlasDataset *atlas)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->report_file);

  atlas_reading_set_atlas (self->reading, atlas);
  if (file != NULL)
    atlas_import_dialog_show (GTK_WINDOW (self), self->reading, file);
}

void
atlas_window_begin_reading (AtlasWindow *self)
{
  self->reading = atlas_reading_new (self->session);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  atlas_window_add_file_actions (self);
  set_enabled (self, "bookmark", FALSE);
  set_enabled (self, "add-reference", FALSE);
  can_undo_changed_cb (self);

  g_signal_connect_object (self->detail, "note-removed", G_CALLBACK (atlas_window_offer_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "notify::has-original", G_CALLBACK (edition_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "notify::original", G_CALLBACK (edition_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "failed", G_CALLBACK (atlas_window_show_message), self, G_CONNECT_SWAPPED);
  edition_changed_cb (self);
}
