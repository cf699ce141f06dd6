// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-row.h"

#include "atlas-source-words.h"

#include <glib/gi18n-lib.h>

/* Of the record. */
#define MAX_LINES 3
/* The least width of a text. Without one GTK finds it by laying the text out a letter a line, in each of some 200 rows. */
#define LEAST_CHARS 16

struct _AtlasSourceRow
{
  GtkWidget         parent_instance;

  AtlasSourceEntry *entry;
  GtkWidget        *icon;
  GtkWidget        *box;
  GtkWidget        *record;
  GtkWidget        *badges;
  GtkWidget        *counts;
};

G_DEFINE_FINAL_TYPE (AtlasSourceRow, atlas_source_row, GTK_TYPE_WIDGET)

static void
atlas_source_row_dispose (GObject *object)
{
  AtlasSourceRow *self = ATLAS_SOURCE_ROW (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (atlas_source_row_parent_class)->dispose (object);
}

static void
atlas_source_row_class_init (AtlasSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_source_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-source-row");
}

static GtkWidget *
add_label (AtlasSourceRow *self,
           const char     *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

static void
atlas_source_row_init (AtlasSourceRow *self)
{
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->record = add_label (self, "record");
  gtk_label_set_lines (GTK_LABEL (self->record), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->record), PANGO_ELLIPSIZE_END);
  self->badges = add_label (self, "badges");
  self->counts = add_label (self, "counts");
}

GtkWidget *
atlas_source_row_new (void)
{
  return g_object_new (ATLAS_TYPE_SOURCE_ROW, NULL);
}

/* "Independent · news agency · Russian" */
static char *
dup_badges (AtlasReference *reference)
{
  const AtlasReferenceFields *fields = atlas_reference_get_fields (reference);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *parts[2] = { NULL, NULL };

  if (fields->role == ATLAS_REFERENCE_INDEPENDENT)
    g_string_append (line, _ ("Independent"));
  else if (fields->number > 0)
    g_string_append_printf (line, _ ("Report [%u]"), fields->number);
  else
    g_string_append (line, _ ("Report"));

  if (atlas_source_is_known (reference))
    {
      parts[0] = fields->tier != NULL ? atlas_source_get_tier_name (fields->tier) : atlas_source_get_type_name (fields->type);
      parts[1] = atlas_source_get_language_name (fields->language);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (line, " · %s", parts[i]);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

void
atlas_source_row_show (AtlasSourceRow   *self,
                       AtlasSourceEntry *entry)
{
  AtlasReference  *reference = NULL;
  g_autofree char *record = NULL;
  g_autofree char *badges = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *line = NULL;

  g_return_if_fail (ATLAS_IS_SOURCE_ROW (self));

  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  reference = atlas_source_entry_get_reference (entry);
  if (atlas_source_is_known (reference))
    record = atlas_source_dup_markup (reference);
  else
    record = g_markup_printf_escaped ("<i>%s</i>", _ ("Not in this atlas’s copy of the report"));
  badges = dup_badges (reference);
  counts = atlas_source_dup_counts (atlas_source_entry_get_links (entry));
  line = g_strdup_printf (_ ("Rests on it: %s"), counts);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), atlas_source_get_role_icon (atlas_reference_get_role (reference)));
  gtk_label_set_markup (GTK_LABEL (self->record), record);
  gtk_label_set_text (GTK_LABEL (self->badges), badges);
  gtk_label_set_text (GTK_LABEL (self->counts), line);
}

AtlasSourceEntry *
atlas_source_row_get_entry (AtlasSourceRow *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_ROW (self), NULL);

  return self->entry;
}

char *
atlas_source_row_dup_words (AtlasSourceRow *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_ROW (self), NULL);

  return g_strdup_printf ("%s %s. %s", gtk_label_get_text (GTK_LABEL (self->record)), gtk_label_get_text (GTK_LABEL (self->badges)),
                          gtk_label_get_text (GTK_LABEL (self->counts)));
}
