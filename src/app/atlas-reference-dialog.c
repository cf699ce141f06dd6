// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-reference-dialog.h"

#include "atlas-reference-format.h"
#include "atlas-source-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* How long the hands must rest before what is pasted or typed into its field is read, ms. */
#define REST 250

typedef enum
{
  FIELD_TEXT,
  FIELD_NAMES, /* "Family, Given; …" */
  FIELD_DATE,  /* EDTF */
  FIELD_ADDRESS,
} FieldKind;

/* What can be written by hand. A pasted record may say more, and keeps it. */
/* clang-format off */
static const struct
{
  const char *title;
  FieldKind   kind;
  gsize       offset; /* of the member of AtlasReferenceFields: a string, or the names */
} fields[] = {
  { N_ ("Title"),                                 FIELD_TEXT,    G_STRUCT_OFFSET (AtlasReferenceFields, title) },
  { N_ ("Authors: Family, Given; Family, Given"), FIELD_NAMES,   G_STRUCT_OFFSET (AtlasReferenceFields, author_names) },
  { N_ ("Newspaper, journal, site or book"),     FIELD_TEXT,    G_STRUCT_OFFSET (AtlasReferenceFields, container) },
  { N_ ("Publisher"),                            FIELD_TEXT,    G_STRUCT_OFFSET (AtlasReferenceFields, publisher) },
  { N_ ("Date: 2006, 2006-05, 2006-05-28"),      FIELD_DATE,    G_STRUCT_OFFSET (AtlasReferenceFields, issued) },
  { N_ ("Address"),                              FIELD_ADDRESS, G_STRUCT_OFFSET (AtlasReferenceFields, url) },
  { N_ ("Accessed: 2026-11-23"),                 FIELD_DATE,    G_STRUCT_OFFSET (AtlasReferenceFields, accessed) },
};
/* clang-format on */

/* What can be chosen; a pasted record of another type keeps it. */
static const char *const types[] = {
  "webpage",
  "article-newspaper",
  "article-magazine",
  "article-journal",
  "report",
  "book",
  "chapter",
  "treaty",
  "legislation",
  "speech",
  "interview",
  "dataset",
  "map",
  "document",
  NULL,
};

struct _AtlasReferenceDialog
{
  AdwWindow            parent_instance;

  AtlasReferenceFields record; /* what a pasted record says beside the fields */
  guint                citation;
  guint                reading;
  gboolean             filling; /* the fields, from what was pasted */

  AdwWindowTitle      *heading;
  GtkWidget           *add_button;
  GtkTextView         *pasted;
  GtkLabel            *verdict;
  AdwPreferencesGroup *group;
  GtkLabel            *preview;
  AdwComboRow         *type;
  GtkWidget           *rows[G_N_ELEMENTS (fields)];
};

G_DEFINE_FINAL_TYPE (AtlasReferenceDialog, atlas_reference_dialog, ADW_TYPE_WINDOW)

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char **
get_member (AtlasReferenceFields *record,
            guint                 i)
{
  return G_STRUCT_MEMBER_P (record, fields[i].offset);
}

static void
take_names (AtlasReferenceFields *record,
            guint                 i,
            const char           *text)
{
  GPtrArray **names = G_STRUCT_MEMBER_P (record, fields[i].offset);

  g_clear_pointer (names, g_ptr_array_unref);
  *names = atlas_names_parse (text);
  g_clear_pointer (&record->authors, g_free);
}

/* Whether what is written can be kept. */
static gboolean
is_good (guint       i,
         const char *text)
{
  AtlasEdtf        edtf;
  g_autofree char *scheme = NULL;

  if (*text == '\0')
    return TRUE;

  switch (fields[i].kind)
    {
    case FIELD_DATE:
      return strlen (text) <= ATLAS_EDTF_MAX_LENGTH && atlas_edtf_parse (text, &edtf, NULL);

    case FIELD_ADDRESS:
      scheme = g_uri_parse_scheme (text);
      return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;

    case FIELD_TEXT:
    case FIELD_NAMES:
    default:
      return g_utf8_validate (text, -1, NULL);
    }
}

/* The record as it is written now. (transfer full) (nullable): it has no title, or a field is wrong */
static AtlasReference *
create_reference (AtlasReferenceDialog *self)
{
  g_auto (AtlasReferenceFields) record = { 0 };
  guint    type = adw_combo_row_get_selected (self->type);
  gboolean good = TRUE;

  atlas_reference_fields_copy (&self->record, &record);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[i]))));

      good = good && is_good (i, text);
      if (fields[i].kind == FIELD_NAMES)
        take_names (&record, i, text);
      else
        {
          g_free (*get_member (&record, i));
          *get_member (&record, i) = *text != '\0' ? g_strdup (text) : NULL;
        }
    }

  if (!good || record.title == NULL)
    return NULL;

  if (type < G_N_ELEMENTS (types) - 1)
    {
      g_free (record.type);
      record.type = g_strdup (types[type]);
    }
  g_free (record.id);
  record.id = self->citation > 0 ? g_strdup_printf ("report-%u", self->citation) : g_strdup ("own");
  record.number = self->citation;
  record.role = self->citation > 0 ? ATLAS_REFERENCE_REPORT : ATLAS_REFERENCE_INDEPENDENT;
  record.title_known = TRUE;

  return atlas_reference_new_take (&record);
}

static void
show_record (AtlasReferenceDialog *self)
{
  g_autoptr (AtlasReference) reference = NULL;
  g_autofree char *words = NULL;

  if (self->filling)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (is_good (i, gtk_editable_get_text (GTK_EDITABLE (self->rows[i]))))
      gtk_widget_remove_css_class (self->rows[i], "error");
    else
      gtk_widget_add_css_class (self->rows[i], "error");

  reference = create_reference (self);
  words = reference != NULL ? atlas_reference_format (reference) : g_strdup (_ ("A reference needs a title; dates and the address must be readable."));
  gtk_label_set_text (self->preview, words);
  gtk_widget_set_sensitive (self->add_button, reference != NULL);
}

static void
fill (AtlasReferenceDialog *self,
      AtlasReference       *reference)
{
  self->filling = TRUE;
  atlas_reference_fields_clear (&self->record);
  atlas_reference_fields_copy (atlas_reference_get_fields (reference), &self->record);
  if (!atlas_reference_has_title (reference))
    g_clear_pointer (&self->record.title, g_free); /* it only says that there is none */

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *names = fields[i].kind == FIELD_NAMES ? atlas_names_to_inverted (self->record.author_names) : NULL;
      const char      *text = fields[i].kind == FIELD_NAMES ? names : *get_member (&self->record, i);

      gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), text != NULL ? text : "");
    }
  for (guint i = 0; types[i] != NULL; i++)
    if (g_strcmp0 (types[i], self->record.type) == 0)
      adw_combo_row_set_selected (self->type, i);
  self->filling = FALSE;
  show_record (self);
}

static void
show_verdict (AtlasReferenceDialog *self,
              const char           *words,
              gboolean              good)
{
  gtk_label_set_text (self->verdict, words);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), *words != '\0');
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "error");
}

static gboolean
read_pasted_cb (gpointer user_data)
{
  AtlasReferenceDialog *self = user_data;
  GtkTextIter           begin;
  GtkTextIter           end;
  g_autofree char      *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) references = NULL;
  g_autoptr (GPtrArray) findings = atlas_findings_new ();
  const AtlasReferenceFormat *format = NULL;

  self->reading = 0;
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->pasted), &begin, &end);
  text = g_strstrip (gtk_text_buffer_get_text (gtk_text_view_get_buffer (self->pasted), &begin, &end, FALSE));
  if (*text == '\0')
    {
      show_verdict (self, "", TRUE);
      return G_SOURCE_REMOVE;
    }

  bytes = g_bytes_new (text, strlen (text));
  format = atlas_reference_format_detect (bytes);
  if (format != NULL)
    references = atlas_reference_format_read (format, bytes, format->title, findings);

  if (references != NULL && references->len > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%s, %u record.", "%s, %u records: the first is used.", references->len), format->title, references->len);

      fill (self, g_ptr_array_index (references, 0));
      show_verdict (self, words, TRUE);
    }
  else if (findings->len > 0)
    {
      g_autofree char *words = atlas_finding_to_string (g_ptr_array_index (findings, 0));

      show_verdict (self, words, FALSE);
    }
  else
    show_verdict (self, _ ("This is neither BibTeX nor RIS nor CSL-JSON."), FALSE);

  return G_SOURCE_REMOVE;
}

static void
pasted_changed_cb (AtlasReferenceDialog *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  self->reading = g_timeout_add (REST, read_pasted_cb, self);
}

static void
add_cb (AtlasReferenceDialog *self)
{
  g_autoptr (AtlasReference) reference = create_reference (self);

  if (reference == NULL)
    return;

  g_signal_emit (self, signals[ADDED], 0, reference);
  gtk_window_close (GTK_WINDOW (self));
}

static void
atlas_reference_dialog_dispose (GObject *object)
{
  AtlasReferenceDialog *self = ATLAS_REFERENCE_DIALOG (object);

  g_clear_handle_id (&self->reading, g_source_remove);

  G_OBJECT_CLASS (atlas_reference_dialog_parent_class)->dispose (object);
}

static void
atlas_reference_dialog_finalize (GObject *object)
{
  atlas_reference_fields_clear (&ATLAS_REFERENCE_DIALOG (object)->record);

  G_OBJECT_CLASS (atlas_reference_dialog_parent_class)->finalize (object);
}

static void
atlas_reference_dialog_class_init (AtlasReferenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_reference_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_reference_dialog_finalize;

  signals[ADDED] = g_signal_new ("added", ATLAS_TYPE_REFERENCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ATLAS_TYPE_REFERENCE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridoratlas/CorridorAtlas/ui/atlas-reference-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasReferenceDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasReferenceDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasReferenceDialog, pasted);
  gtk_widget_class_bind_template_child (widget_class, AtlasReferenceDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, AtlasReferenceDialog, preview);
  gtk_widget_class_bind_template_child_full (widget_class, "fields", FALSE, G_STRUCT_OFFSET (AtlasReferenceDialog, group));
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
add_type (AtlasReferenceDialog *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; types[i] != NULL; i++)
    gtk_string_list_append (names, atlas_source_get_type_name (types[i]));

  self->type = ADW_COMBO_ROW (g_object_new (ADW_TYPE_COMBO_ROW, "title", _ ("Kind"), "model", names, NULL));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->type));
  g_signal_connect_object (self->type, "notify::selected", G_CALLBACK (show_record), self, G_CONNECT_SWAPPED);
  g_object_unref (names);
}

static void
atlas_reference_dialog_init (AtlasReferenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_type (self);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->rows[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _ (fields[i].title));
      adw_preferences_group_add (self->group, self->rows[i]);
      g_signal_connect_object (self->rows[i], "changed", G_CALLBACK (show_record), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (gtk_text_view_get_buffer (self->pasted), "changed", G_CALLBACK (pasted_changed_cb), self, G_CONNECT_SWAPPED);
  show_record (self);
}

GtkWidget *
atlas_reference_dialog_new (GtkWindow *parent,
                            guint      citation)
{
  AtlasReferenceDialog *self = g_object_new (ATLAS_TYPE_REFERENCE_DIALOG, "transient-for", parent, NULL);

  self->citation = citation;
  if (citation > 0)
    {
      g_autofree char *words = g_strdup_printf (_ ("The report’s citation [%u]"), citation);

      adw_window_title_set_subtitle (self->heading, words);
    }

  return GTK_WIDGET (self);
}

void
atlas_reference_dialog_paste (AtlasReferenceDialog *self,
                              const char           *text)
{
  g_return_if_fail (ATLAS_IS_REFERENCE_DIALOG (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->pasted), text, -1);
  g_clear_handle_id (&self->reading, g_source_remove);
  read_pasted_cb (self);
}
