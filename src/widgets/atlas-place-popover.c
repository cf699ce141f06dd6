// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-place-popover.h"

#include "atlas-detail-parts.h"
#include "atlas-position.h"

#include <glib/gi18n-lib.h>

/* The most of a kind that are offered; the rest is counted. */
#define MAX_LINKS 6
#define WIDTH 36 /* characters */

static void
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

/* What a button leads to: an item's id or a passage's. */
static void
go_cb (GtkButton *button)
{
  GtkWidget    *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);
  AtlasSession *session = g_object_get_data (G_OBJECT (popover), "session");
  const char   *item = g_object_get_data (G_OBJECT (button), "item");
  const char   *passage = g_object_get_data (G_OBJECT (button), "passage");

  gtk_popover_popdown (GTK_POPOVER (popover)); /* first: what is shown may take the focus */
  if (item != NULL)
    atlas_session_select_id (session, item);
  else
    atlas_detail_go_to_passage (session, passage);
}

static void
add_button (GtkBox     *box,
            const char *text,
            const char *kind,
            const char *id)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), kind, g_strdup (id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (go_cb), NULL);
  gtk_box_append (box, button);
}

static void
add_rest (GtkBox *box,
          guint   n_items)
{
  g_autofree char *text = NULL;

  if (n_items <= MAX_LINKS)
    return;

  text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_items - MAX_LINKS), n_items - MAX_LINKS);
  add_label (box, text, "dim-label");
}

static void
add_items (GtkBox       *box,
           AtlasSession *session,
           GPtrArray    *items)
{
  if (items->len == 0)
    return;

  add_label (box, _ ("On the map here"), "heading");
  for (guint i = 0; i < MIN (items->len, MAX_LINKS); i++)
    {
      AtlasItem *item = g_ptr_array_index (items, i);

      add_button (box, atlas_item_get_name (item, atlas_session_get_language (session)), "item", atlas_item_get_id (item));
    }
  add_rest (box, items->len);
}

/* A section of the report is named once, and leads to its first passage that has to do with the items. */
static GPtrArray *
collect_passages (AtlasReport *report,
                  GPtrArray   *items)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *passages = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      GPtrArray *mentioning = atlas_report_get_mentioning (report, atlas_item_get_id (g_ptr_array_index (items, i)));

      for (guint j = 0; j < mentioning->len; j++)
        if (g_hash_table_add (places, atlas_report_dup_place (report, g_ptr_array_index (mentioning, j))))
          g_ptr_array_add (passages, g_ptr_array_index (mentioning, j));
    }

  return passages;
}

static void
add_passages (GtkBox       *box,
              AtlasSession *session,
              GPtrArray    *items)
{
  AtlasReport *report = atlas_dataset_get_report (atlas_session_get_dataset (session));
  g_autoptr (GPtrArray) passages = collect_passages (report, items);

  if (passages->len == 0)
    return;

  add_label (box, _ ("In the report"), "heading");
  for (guint i = 0; i < MIN (passages->len, MAX_LINKS); i++)
    {
      const AtlasPassage *passage = g_ptr_array_index (passages, i);
      g_autofree char    *place = atlas_report_dup_place (report, passage);

      add_button (box, place, "passage", passage->id);
    }
  add_rest (box, passages->len);
}

GtkWidget *
atlas_place_popover_new (AtlasSession *session,
                         AtlasPoint    lonlat,
                         const char   *where,
                         GPtrArray    *items)
{
  GtkWidget       *popover = gtk_popover_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *copy = gtk_button_new_with_label (_ ("Copy"));
  g_autofree char *decimal = atlas_position_to_decimal (lonlat);
  g_autofree char *sexagesimal = atlas_position_to_sexagesimal (lonlat);

  g_object_set_data_full (G_OBJECT (popover), "session", g_object_ref (session), g_object_unref);
  gtk_widget_add_css_class (popover, "place");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is here"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  if (where != NULL)
    add_label (GTK_BOX (box), where, "where");
  add_label (GTK_BOX (box), decimal, "numeric");
  add_label (GTK_BOX (box), sexagesimal, "dim-label");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "map.copy-coordinates");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (copy), "m(dd)", TRUE, lonlat.x, lonlat.y);
  gtk_accessible_update_property (GTK_ACCESSIBLE (copy), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy the coordinates"), -1);
  gtk_widget_set_halign (copy, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), copy);

  add_items (GTK_BOX (box), session, items);
  if (atlas_session_get_dataset (session) != NULL)
    add_passages (GTK_BOX (box), session, items);

  return popover;
}
