// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-source-card.h"
#include "atlas-source-list-view.h"
#include "atlas-sources-page.h"

G_BEGIN_DECLS

struct _AtlasSourcesPage
{
  GtkWidget            parent_instance;

  AtlasSession        *session;
  GSignalGroup        *session_signals;
  AtlasSourceList     *list;

  GtkWidget           *list_side;
  GtkWidget           *entry;
  GtkWidget           *roles;
  GtkWidget           *sorts;
  GtkWidget           *counts;
  GtkWidget           *stack; /* of the list and what is there without one */
  AtlasSourceListView *view;
  GtkWidget           *none;

  GtkWidget           *card_side;
  GtkWidget           *scroller;
  AtlasSourceCard     *card;
};

/* Makes what @self consists of; its own callbacks are connected. */
void atlas_sources_page_create_list_side   (AtlasSourcesPage *self);
/* "507 sources, 47 of the report, 460 independent", and what can be done with them. */
void atlas_sources_page_show_counts        (AtlasSourcesPage *self);
void atlas_sources_page_install_actions    (GtkWidgetClass   *widget_class);

G_END_DECLS
