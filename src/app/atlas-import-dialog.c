// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-import-dialog.h"

#include <glib/gi18n.h>

/* Differences that are listed one by one; a file that has more is described by its counts. */
#define MAX_DIFFERENCES 60

struct _AtlasImportDialog
{
  AdwWindow            parent_instance;

  AtlasReading        *reading;
  AtlasDataset        *atlas; /* that the file is laid beside */
  GCancellable        *cancellable;
  AtlasReportImport   *import; /* NULL until the file is read */

  GtkWidget           *keep_button;
  GtkStack            *stack;
  AdwStatusPage       *refusal;
  AdwPreferencesGroup *found;
  AdwPreferencesGroup *differences;
};

G_DEFINE_FINAL_TYPE (AtlasImportDialog, atlas_import_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
add_passages (AtlasImportDialog        *self,
              const AtlasImportSummary *summary)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%u of the atlas’s %u passage is in the file.", "%u of the atlas’s %u passages are in the file.", summary->n_edition),
                          summary->n_matched, summary->n_edition);
  if (summary->n_missing > 0)
    g_string_append_printf (words, ngettext (" %u is missing.", " %u are missing.", summary->n_missing), summary->n_missing);
  if (summary->n_own > 0)
    g_string_append_printf (words, ngettext (" %u stands only in the file.", " %u stand only in the file.", summary->n_own), summary->n_own);

  adw_preferences_group_add (self->found, create_row (_ ("Passages"), words->str));
}

static void
add_citations (AtlasImportDialog        *self,
               const AtlasImportSummary *summary)
{
  g_autofree char *numbers = g_strdup_printf (ngettext ("%u citation number.", "%u citation numbers.", summary->n_citations), summary->n_citations);
  g_autofree char *same = g_strdup_printf (ngettext ("%u matched passage cites the same as the atlas.",
                                                     "%u matched passages cite the same as the atlas.", summary->n_same_citations),
                                           summary->n_same_citations);
  g_autofree char *words = g_strdup_printf ("%s %s", numbers, same);

  adw_preferences_group_add (self->found, create_row (_ ("Citations"), words));
}

static void
add_sources (AtlasImportDialog        *self,
             const AtlasImportSummary *summary)
{
  g_autofree char *words = g_strdup_printf (ngettext ("The list of sources has %u entry; it fills the record of its number.",
                                                      "The list of sources has %u entries; they fill the records of their numbers.", summary->n_references),
                                            summary->n_references);

  adw_preferences_group_add (self->found, create_row (_ ("Sources"), summary->n_references > 0 ? words : _ ("The file has no list of sources.")));
}

static void
add_mentions (AtlasImportDialog        *self,
              const AtlasImportSummary *summary)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u mention of an item was found and linked.", "%u mentions of items were found and linked.",
                                                      summary->n_mentions),
                                            summary->n_mentions);

  adw_preferences_group_add (self->found, create_row (_ ("Mentions"), words));
}

static void
add_file (AtlasImportDialog        *self,
          const AtlasImportSummary *summary)
{
  g_autofree char *kind = g_strdup_printf ("%s, %s.", atlas_import_format_get_name (summary->format), summary->encoding);
  g_autoptr (GString) words = g_string_new (kind);

  if (summary->n_left_out > 0)
    g_string_append_printf (words, ngettext (" %u line around the report was left out.", " %u lines around the report were left out.", summary->n_left_out),
                            summary->n_left_out);

  adw_preferences_group_add (self->found, create_row (summary->name, words->str));
}

static char *
describe_difference (const AtlasImportRow *row)
{
  switch (row->match)
    {
    case ATLAS_IMPORT_MISSING:
      return g_strdup (_ ("Only in the atlas: the original is shown without it."));

    case ATLAS_IMPORT_OWN:
      return g_strdup_printf (_ ("Only in the file, line %u: it is read, and has no place of its own in the atlas."), row->line);

    case ATLAS_IMPORT_MATCHED:
    default:
      return g_strdup (row->difference);
    }
}

static void
add_differences (AtlasImportDialog        *self,
                 const AtlasImportSummary *summary)
{
  guint n_rows = 0;

  for (guint i = 0; i < summary->rows->len && n_rows < MAX_DIFFERENCES; i++)
    {
      const AtlasImportRow *row = g_ptr_array_index (summary->rows, i);
      g_autofree char      *words = NULL;

      if (row->match == ATLAS_IMPORT_MATCHED && row->difference == NULL)
        continue;

      words = describe_difference (row);
      adw_preferences_group_add (self->differences, create_row (row->begins, words));
      n_rows++;
    }

  if (n_rows == 0)
    adw_preferences_group_set_description (self->differences, _ ("Nothing: every passage of the atlas has its own in the file, with the same citations."));
}

static void
show_summary (AtlasImportDialog *self)
{
  const AtlasImportSummary *summary = atlas_report_import_get_summary (self->import);

  add_file (self, summary);
  add_passages (self, summary);
  add_citations (self, summary);
  add_mentions (self, summary);
  add_sources (self, summary);
  add_differences (self, summary);

  gtk_stack_set_visible_child_name (self->stack, "summary");
  gtk_widget_set_sensitive (self->keep_button, TRUE);
  gtk_widget_grab_focus (self->keep_button);
}

static void
refuse (AtlasImportDialog *self,
        const char        *why)
{
  g_autofree char *words = g_markup_escape_text (why, -1);

  adw_status_page_set_description (self->refusal, words);
  gtk_stack_set_visible_child_name (self->stack, "refused");
  gtk_widget_set_sensitive (self->keep_button, FALSE);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (AtlasImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReportImport) import = atlas_report_import_read_file_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (import == NULL)
    {
      refuse (self, error->message);
      return;
    }

  g_set_object (&self->import, import);
  show_summary (self);
}

/* A link or another program may have opened another one meanwhile. */
static gboolean
is_atlas_open (AtlasImportDialog *self)
{
  return g_str_equal (atlas_dataset_get_manifest (self->atlas)->id, atlas_dataset_get_manifest (atlas_reading_get_atlas (self->reading))->id);
}

static void
keep_cb (AtlasImportDialog *self)
{
  g_autoptr (AtlasReportImport) import = g_steal_pointer (&self->import);

  if (!is_atlas_open (self))
    {
      refuse (self, _ ("Another atlas has been opened since the file was read."));
      return;
    }

  if (import != NULL)
    atlas_reading_keep (self->reading, import);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_cb (AtlasImportDialog *self)
{
  atlas_import_dialog_choose (gtk_window_get_transient_for (GTK_WINDOW (self)), self->reading);
  gtk_window_close (GTK_WINDOW (self));
}

static void
atlas_import_dialog_dispose (GObject *object)
{
  AtlasImportDialog *self = ATLAS_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->import);
  g_clear_object (&self->atlas);
  g_clear_object (&self->reading);

  G_OBJECT_CLASS (atlas_import_dialog_parent_class)->dispose (object);
}

static void
atlas_import_dialog_class_init (AtlasImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridoratlas/CorridorAtlas/ui/atlas-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, keep_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, found);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportDialog, differences);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
atlas_import_dialog_init (AtlasImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
atlas_import_dialog_show (GtkWindow    *parent,
                          AtlasReading *reading,
                          GFile        *file)
{
  AtlasImportDialog *self = g_object_new (ATLAS_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->reading = g_object_ref (reading);
  self->atlas = g_object_ref (atlas_reading_get_atlas (reading));
  gtk_window_present (GTK_WINDOW (self));
  atlas_report_import_read_file_async (file, self->atlas, self->cancellable, read_cb, g_object_ref (self));
}

static void
file_chosen_cb (AtlasReading         *reading,
                int                   response,
                GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;
  GtkWindow *parent = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (chooser));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (file != NULL && atlas_reading_get_atlas (reading) != NULL)
    atlas_import_dialog_show (parent, reading, file);

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

void
atlas_import_dialog_choose (GtkWindow    *parent,
                            AtlasReading *reading)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Choose a File with the Report’s Text"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  GtkFileFilter        *texts = gtk_file_filter_new ();
  GtkFileFilter        *all = gtk_file_filter_new ();

  gtk_file_filter_set_name (texts, _ ("Text, Web Pages and Markdown"));
  gtk_file_filter_add_suffix (texts, "txt");
  gtk_file_filter_add_suffix (texts, "html");
  gtk_file_filter_add_suffix (texts, "htm");
  gtk_file_filter_add_suffix (texts, "xhtml");
  gtk_file_filter_add_suffix (texts, "md");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), texts);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  g_object_unref (texts);
  g_object_unref (all);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), reading, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
