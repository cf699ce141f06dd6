// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-export-dialog-private.h"

#include "atlas-tour.h"

#include <glib/gi18n.h>
#include <string.h>

#define UPDATE_INTERVAL 100 /* ms between two looks at how far a run has come */

struct _AtlasExportRun
{
  gatomicrefcount    ref_count;
  AtlasExportDialog *dialog; /* (nullable): NULL: it has gone; main thread only */
  GFile             *file;
  GCancellable      *cancellable;
  guint              update;    /* id of a source */
  gint               done, all; /* atomic: set in the thread */
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasExportDialog, atlas_export_dialog, ADW_TYPE_WINDOW)

/* --- A run --- */

static void
run_unref (AtlasExportRun *run)
{
  if (!g_atomic_ref_count_dec (&run->ref_count))
    return;

  g_object_unref (run->file);
  g_object_unref (run->cancellable);
  g_free (run);
}

/* Nobody waits for it any more. */
static void
leave_run (AtlasExportDialog *self)
{
  AtlasExportRun *run = g_steal_pointer (&self->run);

  run->dialog = NULL;
  g_clear_handle_id (&run->update, g_source_remove);
  run_unref (run);
}

/* In the thread that writes. */
static void
count_cb (guint    done,
          guint    all,
          gpointer user_data)
{
  AtlasExportRun *run = user_data;

  g_atomic_int_set (&run->all, (gint) all);
  g_atomic_int_set (&run->done, (gint) done);
}

static gboolean
update_progress_cb (gpointer user_data)
{
  AtlasExportRun    *run = user_data;
  AtlasExportDialog *self = run->dialog;
  gint               done = g_atomic_int_get (&run->done), all = g_atomic_int_get (&run->all);
  g_autofree char   *words = NULL;

  if (all <= 0)
    {
      gtk_progress_bar_pulse (self->progress);
      return G_SOURCE_CONTINUE;
    }

  words = g_strdup_printf (_ ("%d of %d"), done, all);
  gtk_progress_bar_set_fraction (self->progress, (double) done / all);
  gtk_progress_bar_set_text (self->progress, words);

  return G_SOURCE_CONTINUE;
}

static void
show_error (AtlasExportDialog *self,
            const char        *words) /* (nullable): there is none */
{
  if (words != NULL)
    gtk_label_set_text (self->error_label, words);
  gtk_revealer_set_reveal_child (self->error_revealer, words != NULL);
}

static void
set_writing (AtlasExportDialog *self,
             gboolean           writing)
{
  gtk_widget_set_sensitive (self->form, !writing);
  gtk_widget_set_sensitive (self->export_button, !writing);
  gtk_widget_set_sensitive (self->stop_button, TRUE);
  gtk_progress_bar_set_fraction (self->progress, 0.0);
  gtk_progress_bar_set_text (self->progress, _ ("Writing…"));
  gtk_revealer_set_reveal_child (self->progress_revealer, writing);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  AtlasExportRun    *run = user_data;
  AtlasExportDialog *self = run->dialog;
  g_autoptr (GError) error = NULL;
  gboolean written = atlas_export_job_write_finish (result, &error);

  if (self == NULL)
    {
      run_unref (run);
      return;
    }

  g_object_ref (self);
  leave_run (self);
  set_writing (self, FALSE);
  if (written)
    {
      atlas_export_form_keep (self);
      g_signal_emit (self, signals[EXPORTED], 0, run->file);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      show_error (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? _ ("Stopped. What was there before is there still.") : error->message);
      gtk_widget_grab_focus (self->export_button);
    }
  g_object_unref (self);
  run_unref (run);
}

/* The file with the format's end of the name. NULL: that one is there, and nobody was asked whether to replace it. (transfer full) */
static GFile *
complete_name (GFile      *file,
               const char *suffix, /* (nullable) */
               GError    **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (base, -1);
  g_autofree char *whole = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFile) completed = NULL;

  if (suffix == NULL || parent == NULL || g_str_has_suffix (folded, suffix))
    return g_object_ref (file);

  whole = g_strconcat (base, suffix, NULL);
  completed = g_file_get_child (parent, whole);
  if (!g_file_query_exists (completed, NULL))
    return g_steal_pointer (&completed);

  shown = g_filename_display_name (whole);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("“%s” is there already. Choose it by its whole name to replace it."), shown);

  return NULL;
}

void
atlas_export_dialog_write (AtlasExportDialog *self,
                           GFile             *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (AtlasExportJob) job = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) whole = NULL;
  AtlasExportRun *run = NULL;

  g_return_if_fail (ATLAS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (self->run == NULL);

  show_error (self, NULL);
  atlas_export_form_follow (self, name);
  job = atlas_export_form_create_job (self, &error);
  if (job != NULL)
    whole = complete_name (file, atlas_export_job_get_suffix (job), &error);
  if (whole == NULL)
    {
      show_error (self, error->message);
      return;
    }

  run = g_new0 (AtlasExportRun, 1);
  g_atomic_ref_count_init (&run->ref_count);
  run->dialog = self;
  run->file = g_steal_pointer (&whole);
  run->cancellable = g_cancellable_new ();
  run->update = g_timeout_add (UPDATE_INTERVAL, update_progress_cb, run);
  self->run = run;
  set_writing (self, TRUE);
  gtk_widget_grab_focus (self->stop_button);

  g_atomic_ref_count_inc (&run->ref_count); /* the thread's, which written_cb() lets go */
  atlas_export_job_write_async (job, run->file, count_cb, run, run->cancellable, written_cb, run);
}

gboolean
atlas_export_dialog_is_writing (AtlasExportDialog *self)
{
  g_return_val_if_fail (ATLAS_IS_EXPORT_DIALOG (self), FALSE);

  return self->run != NULL;
}

/* --- What is pressed --- */

static void
stop_cb (AtlasExportDialog *self)
{
  if (self->run == NULL)
    return;

  g_cancellable_cancel (self->run->cancellable);
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  gtk_progress_bar_set_text (self->progress, _ ("Stopping…"));
}

static void
chosen_cb (AtlasExportDialog    *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (chooser));

  if (file != NULL && folder != NULL)
    {
      g_autofree char *uri = g_file_get_uri (folder);

      g_settings_set_string (self->settings, "export-folder", uri);
    }
  if (file != NULL && self->run == NULL)
    atlas_export_dialog_write (self, file);

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

static void
set_folder (AtlasExportDialog *self,
            GtkFileChooser    *chooser)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "export-folder");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
export_cb (AtlasExportDialog *self)
{
  g_autoptr (AtlasExportJob) job = atlas_export_form_create_job (self, NULL);
  GtkFileChooserNative *chooser = NULL;
  gboolean              is_folder;

  if (job == NULL || self->run != NULL)
    return;

  show_error (self, NULL);
  is_folder = atlas_export_job_get_suffix (job) == NULL;
  chooser = gtk_file_chooser_native_new (is_folder ? _ ("Choose a Folder for the Images") : _ ("Export To"), GTK_WINDOW (self),
                                         is_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  if (!is_folder)
    {
      g_autofree char *name = atlas_export_job_dup_name (job);

      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  set_folder (self, GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
kind_changed_cb (AtlasExportDialog *self)
{
  if (self->filling)
    return;

  self->filling = TRUE;
  atlas_export_form_fill_formats (self);
  atlas_export_form_choose_paper (self);
  self->filling = FALSE;
  atlas_export_form_update (self);
}

static void
changed_cb (AtlasExportDialog *self)
{
  if (!self->filling)
    atlas_export_form_update (self);
}

/* While something is written the first wish to close stops it; what is said then is to be read. */
static gboolean
atlas_export_dialog_close_request (GtkWindow *window)
{
  AtlasExportDialog *self = ATLAS_EXPORT_DIALOG (window);

  if (self->run == NULL)
    return GTK_WINDOW_CLASS (atlas_export_dialog_parent_class)->close_request (window);

  stop_cb (self);

  return GDK_EVENT_STOP;
}

/* The first thing to choose has the focus, not the button that leaves. */
static void
atlas_export_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_export_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (ATLAS_EXPORT_DIALOG (widget)->kind_row));
}

/* --- The class --- */

static void
atlas_export_dialog_dispose (GObject *object)
{
  AtlasExportDialog *self = ATLAS_EXPORT_DIALOG (object);

  if (self->run != NULL)
    {
      g_cancellable_cancel (self->run->cancellable);
      leave_run (self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->state, atlas_session_state_free);
  g_clear_pointer (&self->tours, g_ptr_array_unref);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_object (&self->dataset);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_export_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child_) gtk_widget_class_bind_template_child (widget_class, AtlasExportDialog, child_)
  BIND (preview);
  BIND (caption);
  BIND (error_revealer);
  BIND (error_label);
  BIND (progress_revealer);
  BIND (progress);
  BIND (export_button);
  BIND (stop_button);
  BIND (form);
  BIND (figure_group);
  BIND (parts_group);
  BIND (kind_row);
  BIND (tour_row);
  BIND (format_row);
  BIND (items_row);
  BIND (language_row);
  BIND (size_row);
  BIND (custom_row);
  BIND (scale_row);
  BIND (palette_row);
#undef BIND
}

static void
atlas_export_dialog_class_init (AtlasExportDialogClass *klass)
{
  static const char *const part_names[ATLAS_N_EXPORT_PARTS] = { "title_part", "timeline_part", "legend_part", "references_part" };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_export_dialog_dispose;
  widget_class->map = atlas_export_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_export_dialog_close_request;

  signals[EXPORTED] = g_signal_new ("exported", ATLAS_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (ATLAS_TYPE_EXPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridoratlas/CorridorAtlas/ui/atlas-export-dialog.ui");
  bind_children (widget_class);
  for (guint i = 0; i < ATLAS_N_EXPORT_PARTS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, part_names[i], FALSE,
                                               G_STRUCT_OFFSET (AtlasExportDialog, parts) + (gssize) (i * sizeof (GtkSwitch *)));
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
atlas_export_dialog_init (AtlasExportDialog *self)
{
  self->filling = TRUE; /* the template sets properties */
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("io.github.corridoratlas.CorridorAtlas");
}

GtkWidget *
atlas_export_dialog_new (AtlasSession *session,
                         AtlasBasemap *basemap,
                         GListModel   *tours,
                         double        width,
                         double        height)
{
  AtlasExportDialog *self = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (atlas_session_get_dataset (session) != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_EXPORT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->dataset = g_object_ref (atlas_session_get_dataset (session));
  self->basemap = basemap != NULL ? atlas_basemap_ref (basemap) : NULL;
  self->sentence = g_strdup (atlas_session_get_sentence (session));
  self->state = atlas_session_dup_state (session);
  self->state->camera = atlas_tour_unfit_camera (self->state->camera, width, height);
  self->tours = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (tours); i++)
    g_ptr_array_add (self->tours, g_list_model_get_item (tours, i));

  atlas_export_form_fill (self);
  atlas_export_form_update (self);

  return GTK_WIDGET (self);
}
