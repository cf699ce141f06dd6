// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The parts that a page to read is made of. Labels take Pango markup whose links are our own: item:ID, source:ID, passage:ID, cite:N. */
GtkWidget *atlas_detail_create_heading  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *atlas_detail_create_text     (const char *markup) G_GNUC_WARN_UNUSED_RESULT;

/* Adds who says so, "bp; Trend", each a link to its card. */
void       atlas_detail_append_names    (GString              *markup,
                                         AtlasSession         *session,
                                         const char *const    *ids);

/**
 * atlas_detail_go_to_passage:
 * @session: whose report it is
 * @passage_id: which passage
 *
 * Shows a passage in the report, also when it is the one that was read last.
 */
void       atlas_detail_go_to_passage    (AtlasSession        *session,
                                          const char          *passage_id);

/**
 * atlas_detail_keep_focus:
 * @leaving: what goes
 * @heir: what gets its focus
 *
 * Before a widget goes: a focus in it moves to another. GTK would look for one itself, and at the old one once it is gone.
 */
void       atlas_detail_keep_focus       (GtkWidget           *leaving,
                                          GtkWidget           *heir);

/**
 * atlas_detail_move_place:
 * @from: a widget
 * @to: another
 * @place: (inout): px of @from, then of @to
 *
 * Reckons a place of one widget as a place of another.
 *
 * Returns: %FALSE if they are not in one window: @place is left alone
 */
gboolean   atlas_detail_move_place       (GtkWidget           *from,
                                          GtkWidget           *to,
                                          GdkRectangle        *place);

/**
 * atlas_detail_find_citation:
 * @text: a widget with passages below it
 * @citation: a number of the report's
 * @pane: a widget
 * @place: (out): px of @pane
 *
 * Finds where the first mark of a citation stands.
 *
 * Returns: %FALSE if there is none
 */
gboolean   atlas_detail_find_citation    (GtkWidget           *text,
                                          guint                citation,
                                          GtkWidget           *pane,
                                          GdkRectangle        *place);

/**
 * atlas_detail_scroll_to_citation:
 * @page: a widget with passages below it
 * @citation: a number of the report's
 * @adjustment: by which @page is scrolled
 *
 * Scrolls so that the first mark of a citation is in view; nothing when there is none.
 */
void       atlas_detail_scroll_to_citation (GtkWidget         *page,
                                          guint                citation,
                                          GtkAdjustment       *adjustment);

/* The head of a page. */
void       atlas_detail_add_title        (GtkBox              *page,
                                          const char          *title,
                                          const char          *css_class);
void       atlas_detail_add_chip         (GtkBox              *page,
                                          AtlasSession        *session,
                                          AtlasItem           *item);
void       atlas_detail_add_evidence     (GtkBox              *page,
                                          AtlasItem           *item);
void       atlas_detail_add_drawing_note (GtkBox              *page,
                                          AtlasItem           *item);
void       atlas_detail_add_signatories  (GtkBox              *page,
                                          AtlasItem           *item);
/* The report's title, and what it is. */

/* What @item's page says, each part with its heading; nothing where the item has nothing of it. */
void       atlas_detail_add_names       (GtkBox       *page,
                                         AtlasSession *session,
                                         AtlasItem    *item);
void       atlas_detail_add_phases      (GtkBox       *page,
                                         AtlasSession *session,
                                         AtlasItem    *item,
                                         GCallback     link_activated,
                                         gpointer      user_data);
void       atlas_detail_add_cargo       (GtkBox       *page,
                                         AtlasSession *session,
                                         AtlasItem    *item,
                                         GCallback     link_activated,
                                         gpointer      user_data);
void       atlas_detail_add_facts       (GtkBox       *page,
                                         AtlasSession *session,
                                         AtlasItem    *item,
                                         GCallback     link_activated,
                                         gpointer      user_data);
void       atlas_detail_add_differences (GtkBox       *page,
                                         AtlasSession *session,
                                         AtlasItem    *item,
                                         GCallback     link_activated,
                                         gpointer      user_data);
void       atlas_detail_add_sources     (GtkBox       *page,
                                         AtlasSession *session,
                                         AtlasItem    *item,
                                         GCallback     link_activated,
                                         gpointer      user_data);

G_END_DECLS
