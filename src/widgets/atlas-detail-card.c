// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-citation-popover.h"
#include "atlas-detail-private.h"
#include "atlas-reader.h"

/* A mark that has no place in the window after so many frames has none. */
#define CARD_FRAMES 60
#define REVEAL_FRAMES 12

/* The pane's card, which is made when it is first needed. */
static AtlasCitationPopover *
get_card (AtlasDetail *self)
{
  if (self->card == NULL)
    {
      self->card = atlas_citation_popover_new (GTK_WIDGET (self));
      g_signal_connect_object (self->card, "open-uri", G_CALLBACK (atlas_detail_open_uri), self, G_CONNECT_SWAPPED);
    }

  return ATLAS_CITATION_POPOVER (self->card);
}

void
atlas_detail_citation_activated_cb (AtlasDetail        *self,
                                    guint               citation,
                                    const GdkRectangle *rectangle,
                                    gboolean            pinned,
                                    GtkWidget          *passage)
{
  if (pinned)
    {
      self->clicked = TRUE;
      atlas_session_set_citation (self->session, citation);
      self->clicked = FALSE;
    }
  atlas_citation_popover_answer (get_card (self), self->session, passage, citation, rectangle, pinned);
}

/* Brings the mark of the citation that the session looks at into view: on the item's page, or in the report. */
static void
reveal_citation (AtlasDetail *self,
                 guint        citation)
{
  if (atlas_session_get_page (self->session) == ATLAS_PAGE_ITEM)
    atlas_detail_scroll_to_citation (self->page, citation, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  else
    atlas_reader_reveal_citation (ATLAS_READER (self->report), citation);
}

static gboolean
find_citation (GtkWidget    *text,
               guint         citation,
               GtkWidget    *pane,
               GdkRectangle *place)
{
  if (ATLAS_IS_READER (text))
    return atlas_reader_find_citation (ATLAS_READER (text), citation, place) && atlas_detail_move_place (text, pane, place);

  return atlas_detail_find_citation (text, citation, pane, place);
}

/* The card points to its mark, which has a place only after a frame or more; without a mark it is still to be read. */
static gboolean
show_card_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  AtlasDetail *self = ATLAS_DETAIL (widget);
  guint        citation = self->session != NULL ? atlas_session_get_citation (self->session) : 0;
  GtkWidget   *text = self->session != NULL && atlas_session_get_page (self->session) == ATLAS_PAGE_ITEM ? self->page : self->report;
  GdkRectangle view = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  GdkRectangle place = { 0 };

  if (citation > 0 && text != NULL)
    {
      if (self->card_frames % REVEAL_FRAMES == 1) /* a long text is laid out little by little */
        reveal_citation (self, citation);
      if (self->card_frames++ < CARD_FRAMES &&
          (self->card_frames < 4 || !find_citation (text, citation, widget, &place) ||
           !gdk_rectangle_intersect (&place, &view, NULL)))
        return G_SOURCE_CONTINUE;

      atlas_citation_popover_pin_citation (get_card (self), self->session, citation, &place);
    }

  self->card_tick = 0;

  return G_SOURCE_REMOVE;
}

/* A link asks for a citation, or the history comes back to one. */
void
atlas_detail_citation_changed_cb (AtlasDetail *self)
{
  if (self->clicked || atlas_session_get_citation (self->session) == 0 || atlas_session_get_page (self->session) == ATLAS_PAGE_TOURS)
    return;

  self->card_frames = 0;
  if (self->card_tick == 0)
    self->card_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_card_cb, NULL, NULL);
}

gboolean
atlas_detail_link_activated_cb (AtlasDetail *self,
                                const char  *uri,
                                GtkWidget   *label)
{
  AtlasReference *reference = NULL;
  graphene_rect_t bounds;

  if (g_str_has_prefix (uri, "item:"))
    atlas_session_select_id (self->session, uri + strlen ("item:"));
  else if (g_str_has_prefix (uri, "cite:"))
    atlas_detail_citation_activated_cb (self, (guint) g_ascii_strtoull (uri + strlen ("cite:"), NULL, 10),
                                        &(GdkRectangle){ 0, 0, gtk_widget_get_width (label), gtk_widget_get_height (label) }, TRUE, label);
  else if (!g_str_has_prefix (uri, "source:"))
    atlas_detail_open_uri (self, uri);
  else
    {
      reference = atlas_bibliography_lookup (atlas_dataset_get_bibliography (atlas_session_get_dataset (self->session)),
                                             uri + strlen ("source:"));
      if (reference == NULL || !gtk_widget_compute_bounds (label, GTK_WIDGET (self), &bounds))
        return TRUE;

      atlas_citation_popover_pin_reference (get_card (self), self->session, reference,
                                            &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                             (int) bounds.size.width, (int) bounds.size.height });
    }

  return TRUE; /* nothing opens but through the window */
}
