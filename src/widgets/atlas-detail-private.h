// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-detail-parts.h"
#include "atlas-detail.h"
#include "atlas-notes-page.h"
#include "atlas-tours-page.h"

G_BEGIN_DECLS

struct _AtlasDetail
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  GSignalGroup *session_signals;

  GtkWidget    *column;   /* of the switcher and the stack */
  GtkWidget    *switcher;
  GtkWidget    *stack;    /* of the pages */
  GtkWidget    *scroller; /* of an item's page */
  GtkWidget    *page;     /* the item's; NULL: none is selected, or nobody has looked at it yet */
  GtkWidget    *report;   /* AtlasReader */
  GtkWidget    *sources;  /* AtlasSourcesPage; NULL: nobody has looked at it yet */
  GtkWidget    *card;     /* the citation's or source's, once it was needed */
  GtkWidget    *when;     /* of the item shown: its dates in words */
  gboolean      clicked;  /* the citation is one that was activated here */
  guint         card_tick;
  guint         card_frames;

  AtlasNotebook   *notebook; /* NULL: it is not open yet */
  GSignalGroup    *notebook_signals;
  char            *notes_problem; /* why it cannot be opened */
  AtlasNoteEdition edition;       /* whose words are read */
  GtkWidget       *notes;         /* AtlasNotesPage; NULL: nobody has looked at it yet */
  GtkWidget       *item_notes;    /* what is written on the item shown */

  AtlasTourBook   *tour_book;     /* NULL: nobody has given one */
  char            *tours_problem; /* files of tours that cannot be read */
  GtkWidget       *tours;         /* AtlasToursPage; NULL: nobody has looked at it yet */
};

void     atlas_detail_open_uri              (AtlasDetail        *self,
                                             const char         *uri);

/* The item's page, anew. */
void     atlas_detail_show_item             (AtlasDetail        *self,
                                             AtlasItem          *item);
void     atlas_detail_clear_item            (AtlasDetail        *self);
/* Its dates, and what it was at the clock's. */
void     atlas_detail_show_when             (AtlasDetail        *self);

/* The cards of citations and sources. */
void     atlas_detail_citation_activated_cb (AtlasDetail        *self,
                                             guint               citation,
                                             const GdkRectangle *rectangle,
                                             gboolean            pinned,
                                             GtkWidget          *passage);
gboolean atlas_detail_link_activated_cb     (AtlasDetail        *self,
                                             const char         *uri,
                                             GtkWidget          *label);
/* A link asks for a citation, or the history comes back to one. */
void     atlas_detail_citation_changed_cb   (AtlasDetail        *self);

/* The user's notes. */
void       atlas_detail_notes_init           (AtlasDetail        *self);
void       atlas_detail_notes_dispose        (AtlasDetail        *self);
GtkWidget *atlas_detail_get_notes_page       (AtlasDetail        *self);
/* On the report, once there is a reader; when what is read has changed. */
void       atlas_detail_connect_reader       (AtlasDetail        *self);
void       atlas_detail_show_highlights      (AtlasDetail        *self);
/* On a source, where the button for it is. */
void       atlas_detail_source_note_requested_cb (AtlasDetail    *self,
                                              const char         *source_id);
/* On the item's page. */
void       atlas_detail_add_notes            (AtlasDetail        *self,
                                              GtkBox             *page);
/* The tours. */
GtkWidget *atlas_detail_get_tours_page       (AtlasDetail        *self);
void       atlas_detail_tours_dispose        (AtlasDetail        *self);
/* Something was removed that can be had back. */
void       atlas_detail_tell_removed         (AtlasDetail        *self,
                                              const char         *words);

G_END_DECLS
