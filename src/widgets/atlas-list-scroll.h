// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls a list view to the row at @position in the next frame in which it has a size: before it has one it cannot scroll,
 * and rows that were just added have none. The last position asked for counts. */
void atlas_list_scroll_to (GtkWidget *list_view,
                           guint      position);

G_END_DECLS
