// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-rows.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasRowList:
 *
 * A list of the contents: it scrolls, recycles its rows, and lights what the session lights.
 *
 * A row under the pointer or with the focus is the session's hovered item. Emits `row-activated` (a #GObject of its rows)
 * when the user chooses one.
 */
#define ATLAS_TYPE_ROW_LIST (atlas_row_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRowList, atlas_row_list, ATLAS, ROW_LIST, GtkWidget)

AtlasRows *atlas_row_list_get_rows    (AtlasRowList *self); /* (transfer none) */
void       atlas_row_list_set_session (AtlasRowList *self,
                                       AtlasSession *session);
/* Shows other rows; see atlas_rows_replace(). */
void       atlas_row_list_take_rows   (AtlasRowList *self,
                                       GPtrArray    *objects);
/* Scrolls to a row, no further than needed. */
void       atlas_row_list_reveal      (AtlasRowList *self,
                                       guint         position);
/* Gives a row the focus. FALSE: it cannot have it. */
gboolean   atlas_row_list_focus       (AtlasRowList *self,
                                       guint         position);

G_END_DECLS
