// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasRow:
 *
 * One row of a list of the contents, made once and used for whatever scrolls into view: an #AtlasHeading, an #AtlasItem,
 * an #AtlasHit or an #AtlasDelta.
 */
#define ATLAS_TYPE_ROW (atlas_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRow, atlas_row, ATLAS, ROW, GtkWidget)

GtkWidget *atlas_row_new        (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_row_show:
 * @self: a row
 * @object: (nullable): what it shows now
 * @session: (nullable): in whose language, and at whose clock
 *
 * Shows something.
 */
void       atlas_row_show       (AtlasRow     *self,
                                 GObject      *object,
                                 AtlasSession *session);
/* Looks again at what is hovered and at the clock, which is less work. */
void       atlas_row_update     (AtlasRow     *self,
                                 AtlasSession *session);
GObject   *atlas_row_get_object (AtlasRow     *self); /* (transfer none) (nullable) */
/* The item that the pointer or the focus on it means. (transfer none) (nullable) */
AtlasItem *atlas_row_get_item   (AtlasRow     *self);
/* The full name of what it shows, without its place in the list. (transfer full) */
char      *atlas_row_dup_words  (AtlasRow     *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
