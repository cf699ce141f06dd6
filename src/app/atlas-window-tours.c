// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

#include "atlas-file-writer.h"

#include <glib/gi18n.h>

/* Tours in the window: the atlas's and the user's, walked and kept. */

AtlasTourBook *
atlas_window_get_tour_book (AtlasWindow *self)
{
  return atlas_tour_files_get_book (self->tour_files);
}

static void
problem_changed_cb (AtlasWindow *self)
{
  const char *problem = atlas_tour_files_get_problem (self->tour_files);

  atlas_detail_set_tours_problem (self->detail, problem);
  if (problem != NULL)
    atlas_window_offer (self, _ ("A file of your tours cannot be read"), _ ("_Show"), "win.page::tours");
}

static void
removed_cb (AtlasWindow *self,
            const char  *message)
{
  atlas_window_offer (self, message, _ ("_Undo"), "win.undo-tour");
}

static void
undo_tour (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AtlasWindow     *self = ATLAS_WINDOW (widget);
  g_autofree char *id = NULL;

  if (!atlas_tour_book_undo (atlas_window_get_tour_book (self), &id))
    return;

  atlas_session_set_page (self->session, ATLAS_PAGE_TOURS);
  atlas_detail_show_tour (self->detail, id);
}

static void
step_tour (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  int          direction = g_variant_get_int32 (parameter);

  if (atlas_tour_book_step (atlas_window_get_tour_book (self), self->session, direction))
    return;

  if (atlas_tour_book_lookup (atlas_window_get_tour_book (self), atlas_session_get_tour (self->session)) == NULL)
    atlas_window_offer (self, _ ("No tour has been chosen"), _ ("_Show Tours"), "win.page::tours");
  else
    atlas_window_show_message (self, direction > 0 ? _ ("This is the tour’s last step") : _ ("This is the tour’s first step"));
}

/* A step that was shown before the map had a size is fitted to it now. */
static gboolean
fit_step_cb (GtkWidget     *map,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  AtlasWindow   *self = user_data;
  AtlasTour     *tour = atlas_tour_book_lookup (atlas_window_get_tour_book (self), atlas_session_get_tour (self->session));
  AtlasTourStep *step = tour != NULL ? atlas_tour_get_step (tour, MAX (atlas_session_get_step (self->session), 1) - 1) : NULL;
  double         width = 0.0;
  double         height = 0.0;

  atlas_session_get_view_size (self->session, &width, &height);
  if (step != NULL && !(width > 0.0 && height > 0.0))
    return G_SOURCE_CONTINUE;

  if (step != NULL)
    atlas_session_set_camera (self->session, atlas_tour_fit_camera (atlas_tour_step_get_state (step)->camera, width, height));

  return G_SOURCE_REMOVE;
}

gboolean
atlas_window_show_step (AtlasWindow             *self,
                        const AtlasSessionState *state)
{
  AtlasTour *tour = atlas_tour_book_lookup (atlas_window_get_tour_book (self), state->tour);
  double     width = 0.0;
  double     height = 0.0;

  if (tour == NULL || state->step == 0 || state->step > atlas_tour_get_n_steps (tour) || state->has_camera || state->item != NULL ||
      !atlas_time_span_is_empty (state->range) || !atlas_time_span_is_empty (state->date))
    return FALSE;

  if (state->language != NULL)
    atlas_session_set_language (self->session, state->language);
  atlas_session_set_page (self->session, state->page == ATLAS_PAGE_ITEM ? ATLAS_PAGE_TOURS : state->page);
  atlas_session_show_step (self->session, tour, state->step);
  atlas_session_get_view_size (self->session, &width, &height);
  if (!(width > 0.0 && height > 0.0))
    gtk_widget_add_tick_callback (GTK_WIDGET (self->map), fit_step_cb, self, NULL);

  return TRUE;
}

/* -- Files -- */

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (object));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (_ ("Written to “%s”"), shown);

  if (atlas_file_write_bytes_finish (G_FILE (object), result, &error))
    atlas_window_show_message (self, message);
  else
    atlas_window_report_error (self, _ ("The file could not be written"), error);
}

/* (transfer full) (nullable) */
static GFile *
take_chosen (GtkFileChooserNative *chooser,
             int                   response)
{
  GFile *file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);

  return file;
}

static void
save_chosen_cb (AtlasWindow          *self,
                int                   response,
                GtkFileChooserNative *chooser)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (chooser), "tour"));
  AtlasTour       *tour = atlas_tour_book_lookup (atlas_window_get_tour_book (self), id);
  g_autoptr (GFile) file = take_chosen (chooser, response);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || tour == NULL)
    return;

  bytes = atlas_tour_files_export (self->tour_files, tour);
  atlas_file_write_bytes_async (file, bytes, NULL, written_cb, g_object_ref (self));
}

static void
add_filter (GtkFileChooserNative *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tours"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
save_tour (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  const char           *id = g_variant_get_string (parameter, NULL);
  g_autofree char      *name = g_strconcat (id, ".json", NULL);
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Save a Tour"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_filter (chooser);
  g_object_set_data_full (G_OBJECT (chooser), "tour", g_strdup (id), g_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_chosen_cb (AtlasWindow          *self,
                int                   response,
                GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = take_chosen (chooser, response);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (file == NULL)
    return;

  id = atlas_tour_files_import (self->tour_files, file, &error);
  if (id == NULL)
    {
      atlas_window_report_error (self, _ ("The tours could not be opened"), error);
      return;
    }

  atlas_session_set_page (self->session, ATLAS_PAGE_TOURS);
  atlas_detail_show_tour (self->detail, id);
}

static void
open_tours (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Open Tours"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  add_filter (chooser);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (open_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* -- With the window -- */

void
atlas_window_install_tours (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.step-tour", "i", step_tour);
  gtk_widget_class_install_action (widget_class, "win.undo-tour", NULL, undo_tour);
  gtk_widget_class_install_action (widget_class, "win.open-tours", NULL, open_tours);
  gtk_widget_class_install_action (widget_class, "win.save-tour", "s", save_tour);
}

void
atlas_window_init_tours (AtlasWindow *self)
{
  self->tour_files = atlas_tour_files_new (NULL);
  atlas_detail_set_tour_book (self->detail, atlas_window_get_tour_book (self));
  g_signal_connect_object (self->tour_files, "notify::problem", G_CALLBACK (problem_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tour_files, "failed", G_CALLBACK (atlas_window_show_message), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "tour-removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
}

void
atlas_window_show_tours (AtlasWindow  *self,
                         AtlasDataset *dataset)
{
  atlas_tour_book_set_dataset (atlas_window_get_tour_book (self), dataset);
  atlas_tour_files_open (self->tour_files, atlas_dataset_get_manifest (dataset)->id);
}

void
atlas_window_keep_tours (AtlasWindow *self)
{
  if (self->tour_files != NULL)
    atlas_tour_files_flush (self->tour_files);
}
