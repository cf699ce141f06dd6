// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-list-scroll.h"

#define KEY_POSITION "atlas-scroll-position" /* one more than it */

static gboolean
scroll_cb (GtkWidget     *list_view,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  gint64 *first_frame = user_data;
  guint   position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list_view), KEY_POSITION));

  if (*first_frame == 0)
    *first_frame = gdk_frame_clock_get_frame_counter (clock);

  /* Sizes are given out after this, so that the first frame's are known in the next. */
  if (gtk_widget_get_height (list_view) == 0 || gdk_frame_clock_get_frame_counter (clock) == *first_frame)
    return G_SOURCE_CONTINUE;

  g_object_set_data (G_OBJECT (list_view), KEY_POSITION, NULL);
  gtk_widget_activate_action (list_view, "list.scroll-to-item", "u", position - 1);

  return G_SOURCE_REMOVE;
}

void
atlas_list_scroll_to (GtkWidget *list_view,
                      guint      position)
{
  gboolean is_waiting = FALSE;

  g_return_if_fail (GTK_IS_LIST_VIEW (list_view));
  g_return_if_fail (position != GTK_INVALID_LIST_POSITION);

  is_waiting = g_object_get_data (G_OBJECT (list_view), KEY_POSITION) != NULL;
  g_object_set_data (G_OBJECT (list_view), KEY_POSITION, GUINT_TO_POINTER (position + 1));
  if (!is_waiting)
    gtk_widget_add_tick_callback (list_view, scroll_cb, g_new0 (gint64, 1), g_free);
}
