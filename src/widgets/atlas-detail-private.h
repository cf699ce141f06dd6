// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-detail-parts.h"
#include "atlas-detail.h"

G_BEGIN_DECLS

struct _AtlasDetail
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  GSignalGroup *session_signals;

  GtkWidget    *stack;    /* of the scroller and the report */
  GtkWidget    *scroller; /* of an item's page */
  GtkWidget    *page;     /* the item's; NULL: the report is shown */
  GtkWidget    *report;   /* AtlasReportList, once it was needed */
  GtkWidget    *card;     /* (weak): the citation's or source's */
  GtkWidget    *when;     /* of the item shown: its dates in words */
  gboolean      clicked;  /* the citation is one that was activated here */
  guint         card_tick;
  guint         card_frames;
};

void     atlas_detail_open_uri              (AtlasDetail        *self,
                                             const char         *uri);

/* The cards of citations and sources. */
void     atlas_detail_citation_activated_cb (AtlasDetail        *self,
                                             guint               citation,
                                             const GdkRectangle *rectangle,
                                             GtkWidget          *passage);
gboolean atlas_detail_link_activated_cb     (AtlasDetail        *self,
                                             const char         *uri,
                                             GtkWidget          *label);
/* A link asks for a citation, or the history comes back to one. */
void     atlas_detail_citation_changed_cb   (AtlasDetail        *self);

G_END_DECLS
