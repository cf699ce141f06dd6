// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail-parts.h"

#include <glib/gi18n-lib.h>

void
atlas_detail_add_chip (GtkBox       *page,
                       AtlasSession *session,
                       AtlasItem    *item)
{
  const AtlasManifest *manifest = atlas_dataset_get_manifest (atlas_session_get_dataset (session));
  const AtlasTerm     *theme = atlas_manifest_find_theme (manifest, atlas_item_get_theme (item));
  GtkWidget           *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget           *label = NULL;
  g_autofree char     *text = g_strdup_printf ("%s · %s", atlas_kind_get_name (atlas_item_get_kind (item)),
                                           theme != NULL ? atlas_term_get_title (theme, atlas_session_get_language (session)) : "");

  label = gtk_label_new (text);
  gtk_box_append (GTK_BOX (chip), gtk_image_new_from_icon_name (atlas_kind_get_icon (atlas_item_get_kind (item))));
  gtk_box_append (GTK_BOX (chip), label);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_add_css_class (chip, "chip");
  gtk_box_append (page, chip);
}

void
atlas_detail_add_title (GtkBox     *page,
                        const char *title,
                        const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (page, label);
}

/* How well it is supported, before what is said of it. */
void
atlas_detail_add_evidence (GtkBox    *page,
                           AtlasItem *item)
{
  g_autofree char *words = atlas_evidence_to_words (atlas_item_get_evidence (item));
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *icon = gtk_image_new_from_icon_name ("atlas-evidence-symbolic");
  GtkWidget       *label = gtk_label_new (words);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (line, "dim-label");
  gtk_widget_add_css_class (line, "caption");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (page, line);
}

void
atlas_detail_add_drawing_note (GtkBox    *page,
                               AtlasItem *item)
{
  g_autoptr (GString) note = g_string_new (NULL);
  GtkWidget *label = NULL;

  if (atlas_item_get_geometry (item) == NULL && !atlas_item_is_schematic (item))
    return;

  if (atlas_item_is_schematic (item))
    g_string_append (note, _ ("Drawn schematically on the map."));
  if (atlas_item_get_geometry_note (item) != NULL)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "", atlas_item_get_geometry_note (item));
  if (atlas_item_get_accuracy (item) > 0.0)
    g_string_append_printf (note, "%s", note->len > 0 ? " " : "");
  if (atlas_item_get_accuracy (item) > 0.0)
    g_string_append_printf (note, _ ("Its place is known to within about %.3g km."), atlas_item_get_accuracy (item) / 1000.0);
  if (note->len == 0)
    return;

  label = gtk_label_new (note->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (page, label);
}

void
atlas_detail_add_signatories (GtkBox    *page,
                              AtlasItem *item)
{
  GPtrArray *signatories = atlas_item_get_signatories (item);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  if (signatories->len == 0)
    return;

  for (guint i = 0; i < signatories->len; i++)
    {
      const AtlasSignatory *signatory = g_ptr_array_index (signatories, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", signatory->state);
      if (signatory->person != NULL)
        g_string_append_printf (text, ": %s", signatory->person);
      if (signatory->office != NULL)
        g_string_append_printf (text, ", %s", signatory->office);
    }

  escaped = g_markup_escape_text (text->str, -1);
  gtk_box_append (page, atlas_detail_create_heading (_ ("Signed by")));
  gtk_box_append (page, atlas_detail_create_text (escaped));
}
