// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tour-row.h"
#include "atlas-tour-step-row.h"
#include "atlas-tours-page.h"

G_BEGIN_DECLS

struct _AtlasToursPage
{
  GtkWidget      parent_instance;

  AtlasSession  *session;
  GSignalGroup  *session_signals;
  AtlasTourBook *book;
  GSignalGroup  *book_signals;
  char          *shown;   /* id of the tour whose steps are shown; NULL: all tours are */
  gboolean       editing; /* as wanted: a tour of the atlas is not */
  gboolean       showing; /* no change is the user's */
  gboolean       stale;   /* it has changed while nobody looked */
  guint          scroll_tick;
  guint          scroll_frames;

  GtkWidget     *stack; /* of "list" and "tour" */
  GtkWidget     *problem;
  GtkWidget     *list;  /* of tours */
  GtkWidget     *scroller;
  GtkWidget     *title;
  GtkWidget     *description;
  GtkWidget     *extent;
  GtkWidget     *naming; /* title and description, to be changed */
  GtkWidget     *title_entry;
  GtkWidget     *description_view;
  GtkWidget     *edit_button;
  GtkWidget     *copy_button;
  GtkWidget     *present_button;
  GtkWidget     *steps; /* the list of them */
  GtkWidget     *no_steps;
  GtkWidget     *add_button;
  GtkWidget     *foot;
  GtkWidget     *counter;
};

/* The tour that is shown. (transfer none) (nullable) */
AtlasTour *atlas_tours_page_get_tour       (AtlasToursPage *self);
/* The step of it that is looked at, from 1; 0: none */
guint      atlas_tours_page_get_step       (AtlasToursPage *self);
gboolean   atlas_tours_page_is_editing     (AtlasToursPage *self);
AtlasTourStepRow *atlas_tours_page_get_row (AtlasToursPage *self,
                                            guint           position); /* (transfer none) (nullable) */

/* The list of all tours. */
void       atlas_tours_page_fill_list      (AtlasToursPage *self);
void       atlas_tours_page_header_cb      (GtkListBoxRow  *row,
                                            GtkListBoxRow  *before,
                                            gpointer        user_data);
/* One tour. */
void       atlas_tours_page_fill_tour      (AtlasToursPage *self);
/* Scrolls to the step that is looked at, as soon as it has a place. */
void       atlas_tours_page_scroll_to_step (AtlasToursPage *self);
/* Everything, as it is now. */
void       atlas_tours_page_refresh        (AtlasToursPage *self);

/* Changing the user's tours. */
void       atlas_tours_page_install_actions (GtkWidgetClass *widget_class);
void       atlas_tours_page_update_actions  (AtlasToursPage *self);
void       atlas_tours_page_connect_row     (AtlasToursPage   *self,
                                             AtlasTourStepRow *row);
void       atlas_tours_page_connect_naming  (AtlasToursPage *self);
void       atlas_tours_page_tell_removed    (AtlasToursPage *self,
                                             const char     *words);

G_END_DECLS
