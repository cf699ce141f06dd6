// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-detail-private.h"

#include "atlas-passage-view.h"
#include "atlas-phase-bar.h"

#include <glib/gi18n-lib.h>

/* The page of an item. */

/* "From June 2006 on", and how far it had come at the clock's date. */
void
atlas_detail_show_when (AtlasDetail *self)
{
  AtlasItem       *item = atlas_session_get_selected (self->session);
  AtlasTimeSpan    clock = atlas_session_get_clock (self->session);
  g_autofree char *when = NULL;
  g_autoptr (GString) markup = NULL;
  GtkWidget *bar = NULL;

  if (item == NULL || self->when == NULL)
    return;

  when = atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);
  markup = g_string_new (when);

  if (!atlas_time_span_is_empty (clock))
    {
      g_autofree char *date = atlas_time_span_to_words (clock);
      const char      *status = atlas_kind_get_status_name (atlas_item_get_kind (item), atlas_item_get_status_in (item, clock));

      if (*status != '\0')
        g_string_append_printf (markup, "\n<b>%s: %s</b>", date, status);
      else
        g_string_append_printf (markup, "\n%s: %s", date,
                                atlas_item_is_alive (item, clock) ? _ ("in its time") : _ ("outside its time"));
    }

  gtk_label_set_markup (GTK_LABEL (self->when), markup->str);

  bar = g_object_get_data (G_OBJECT (self->page), "phase-bar");
  if (bar != NULL)
    atlas_phase_bar_set_clock (ATLAS_PHASE_BAR (bar), clock);
}

static void
add_passages (AtlasDetail *self,
              GtkBox      *page,
              AtlasItem   *item)
{
  AtlasReport     *report = atlas_dataset_get_report (atlas_session_get_dataset (self->session));
  GPtrArray       *passages = atlas_report_get_mentioning (report, atlas_item_get_id (item));
  g_autofree char *heading = g_strdup_printf (ngettext ("In %u passage of the report", "In %u passages of the report", passages->len),
                                              passages->len);

  gtk_box_append (page, atlas_detail_create_heading (passages->len > 0 ? heading : _ ("The report does not name it")));

  for (guint i = 0; i < passages->len; i++)
    {
      GtkWidget *passage = atlas_passage_view_new (self->session, g_ptr_array_index (passages, i), TRUE);

      g_signal_connect_object (passage, "citation-activated", G_CALLBACK (atlas_detail_citation_activated_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (page, passage);
    }
}

static GtkWidget *
create_item_page (AtlasDetail *self,
                  AtlasItem   *item)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkBox    *box = GTK_BOX (page);
  GCallback  link = G_CALLBACK (atlas_detail_link_activated_cb);

  gtk_widget_add_css_class (page, "page");

  atlas_detail_add_chip (box, self->session, item);
  atlas_detail_add_title (box, atlas_item_get_name (item, atlas_session_get_language (self->session)), "title-2");
  atlas_detail_add_names (box, self->session, item);

  self->when = atlas_detail_create_text ("");
  gtk_widget_add_css_class (self->when, "when");
  gtk_box_append (box, self->when);

  if (atlas_item_get_summary (item) != NULL)
    {
      g_autofree char *summary = g_markup_escape_text (atlas_item_get_summary (item), -1);

      gtk_box_append (box, atlas_detail_create_text (summary));
    }

  atlas_detail_add_cargo (box, self->session, item, link, self);
  atlas_detail_add_evidence (box, item);
  atlas_detail_add_drawing_note (box, item);
  atlas_detail_add_phases (box, self->session, item, link, self);
  atlas_detail_add_signatories (box, item);
  add_passages (self, box, item);
  atlas_detail_add_differences (box, self->session, item, link, self);
  atlas_detail_add_facts (box, self->session, item, link, self);
  atlas_detail_add_sources (box, self->session, item, link, self);
  atlas_detail_add_notes (self, box);

  return page;
}

void
atlas_detail_show_item (AtlasDetail *self,
                        AtlasItem   *item)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  self->page = create_item_page (self, item);
  gtk_viewport_set_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (scroller)), self->page);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0.0);
  atlas_detail_show_when (self);
}

void
atlas_detail_clear_item (AtlasDetail *self)
{
  self->when = NULL;
  if (self->page == NULL)
    return;

  atlas_detail_keep_focus (self->page, GTK_WIDGET (self));
  gtk_viewport_set_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller))), NULL);
  self->page = NULL;
  self->item_notes = NULL;
}
