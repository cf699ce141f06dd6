// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail-parts.h"

#include "atlas-pair-layout.h"
#include "atlas-source-words.h"

#include <glib/gi18n-lib.h>

/* The least width of what the report and what public sources say, px at the usual size of text, to stand side by side. */
#define COLUMN 190
#define GAP 14

static void
add_linked_text (GtkWidget  *box,
                 const char *markup,
                 GCallback   link_activated,
                 gpointer    user_data)
{
  GtkWidget *label = atlas_detail_create_text (markup);

  g_signal_connect_object (label, "activate-link", link_activated, user_data, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
}

/* "3 sources, 1 primary: bp; Trend; treaty", in a line of its own. */
static void
append_support (GString           *markup,
                AtlasSession      *session,
                AtlasItem         *item,
                const char *const *ids)
{
  AtlasBibliography *bibliography = atlas_dataset_get_bibliography (atlas_session_get_dataset (session));
  g_autofree char   *support = atlas_source_dup_support (bibliography, ids, atlas_item_get_primary_source (item));
  g_autofree char   *escaped = support != NULL ? g_markup_escape_text (support, -1) : NULL;

  if (escaped == NULL)
    return;

  g_string_append_printf (markup, "\n<small><b>%s:</b> ", escaped);
  atlas_detail_append_names (markup, session, ids);
  g_string_append (markup, "</small>");
}

void
atlas_detail_add_facts (GtkBox       *page,
                        AtlasSession *session,
                        AtlasItem    *item,
                        GCallback     link_activated,
                        gpointer      user_data)
{
  GPtrArray *facts = atlas_item_get_facts (item);

  if (facts->len > 0)
    gtk_box_append (page, atlas_detail_create_heading (_ ("Facts from public sources")));

  for (guint i = 0; i < facts->len; i++)
    {
      const AtlasFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *text = g_markup_escape_text (fact->text, -1);
      g_autoptr (GString) markup = g_string_new (text);

      if (fact->sources == NULL || fact->sources[0] == NULL)
        g_string_append_printf (markup, " <small><i>%s</i></small>", _ ("not verified"));
      else
        append_support (markup, session, item, (const char *const *) fact->sources);
      add_linked_text (GTK_WIDGET (page), markup->str, link_activated, user_data);
    }
}

/* "The report’s citations: [20] [21]": what the report itself attaches to the item. */
static void
append_citations (GString   *markup,
                  AtlasItem *item)
{
  guint        n_cites = 0;
  const guint *cites = atlas_item_get_cites (item, &n_cites);

  if (n_cites == 0)
    return;

  g_string_append_printf (markup, "\n<small><b>%s</b>", ngettext ("Its citation:", "Its citations:", n_cites));
  for (guint i = 0; i < n_cites; i++)
    g_string_append_printf (markup, " <a href=\"cite:%u\">[%u]</a>", cites[i], cites[i]);
  g_string_append (markup, "</small>");
}

static void
add_side (GtkWidget  *pair,
          const char *who,
          const char *icon,
          const char *css_class,
          const char *markup,
          GCallback   link_activated,
          gpointer    user_data)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (who);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (head, "caption-heading");
  gtk_box_append (GTK_BOX (head), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (side), head);
  gtk_widget_add_css_class (side, "side");
  gtk_widget_add_css_class (side, css_class);
  add_linked_text (side, markup, link_activated, user_data);
  gtk_box_append (GTK_BOX (pair), side);
}

void
atlas_detail_add_differences (GtkBox       *page,
                              AtlasSession *session,
                              AtlasItem    *item,
                              GCallback     link_activated,
                              gpointer      user_data)
{
  GPtrArray *differences = atlas_item_get_differences (item);

  if (differences->len > 0)
    gtk_box_append (page, atlas_detail_create_heading (_ ("Where sources differ")));

  for (guint i = 0; i < differences->len; i++)
    {
      const AtlasDifference *difference = g_ptr_array_index (differences, i);
      GtkWidget             *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_layout_manager (pair, atlas_pair_layout_new (GAP, COLUMN));
      gtk_widget_add_css_class (pair, "difference");
      if (difference->report != NULL)
        {
          g_autofree char *text = g_markup_escape_text (difference->report, -1);
          g_autoptr (GString) markup = g_string_new (text);

          append_citations (markup, item);
          add_side (pair, _ ("The report"), "atlas-citation-symbolic", "of-report", markup->str, link_activated, user_data);
        }
      if (difference->public_text != NULL)
        {
          g_autofree char *text = g_markup_escape_text (difference->public_text, -1);
          g_autoptr (GString) markup = g_string_new (text);

          append_support (markup, session, item, (const char *const *) difference->sources);
          add_side (pair, _ ("Public sources"), "atlas-evidence-symbolic", "of-public", markup->str, link_activated, user_data);
        }
      gtk_box_append (page, pair);
    }
}
