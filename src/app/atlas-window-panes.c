// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

/* How wide and high the panes are: as they were left, as far as the window has room. */

/* The least that the panes behind a handle may be, px. */
#define DETAIL_MIN_WIDTH 320
#define TIMELINE_MIN_HEIGHT 190
/* The most that the timeline takes of a window as it opens: the map comes first. */
#define TIMELINE_SHARE 0.45
/* Below this the contents fold, px. */
#define NARROW_WIDTH 1100

static int
get_timeline_height (AtlasWindow *self)
{
  int height = g_settings_get_int (self->settings, "timeline-height");
  int most = (int) (g_settings_get_int (self->settings, "window-height") * TIMELINE_SHARE);

  return CLAMP (height, TIMELINE_MIN_HEIGHT, MAX (most, TIMELINE_MIN_HEIGHT));
}

/* Of a window too narrow for both, the one that is asked for takes the place of the other, and gives it back. */
static void
side_shown_cb (GtkWidget   *side,
               GParamSpec  *pspec,
               AtlasWindow *self)
{
  GtkWidget *other = side == GTK_WIDGET (self->contents) ? GTK_WIDGET (self->detail) : GTK_WIDGET (self->contents);
  int        least = 0;

  if (!gtk_widget_get_visible (side))
    {
      if (self->displaced == other)
        gtk_widget_set_visible (other, TRUE);
      self->displaced = NULL;
      return;
    }

  self->displaced = NULL;
  gtk_widget_measure (GTK_WIDGET (self->contents_paned), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (!gtk_widget_get_visible (other) || !gtk_widget_get_mapped (GTK_WIDGET (self)) || least <= gtk_widget_get_width (GTK_WIDGET (self)))
    return;

  gtk_widget_set_visible (other, FALSE);
  self->displaced = other;
}

/* A paned knows only its first child's size. Before it has a position it gives its last child what that asks for. */
void
atlas_window_restore_panes (AtlasWindow *self)
{
  g_signal_connect_object (self->contents, "notify::visible", G_CALLBACK (side_shown_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->detail, "notify::visible", G_CALLBACK (side_shown_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_set_visible (GTK_WIDGET (self->contents), g_settings_get_boolean (self->settings, "contents-visible"));
  gtk_widget_set_size_request (GTK_WIDGET (self->detail),
                               MAX (g_settings_get_int (self->settings, "detail-width"), DETAIL_MIN_WIDTH), -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->timeline), -1, get_timeline_height (self));
}

void
atlas_window_keep_panes (AtlasWindow *self)
{
  g_settings_set_boolean (self->settings, "contents-visible",
                          self->contents_folded || gtk_widget_get_visible (GTK_WIDGET (self->contents)));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->detail)))
    g_settings_set_int (self->settings, "detail-width", gtk_widget_get_width (GTK_WIDGET (self->detail)));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    g_settings_set_int (self->settings, "timeline-height", gtk_widget_get_height (GTK_WIDGET (self->timeline)));
}

/* The panes have the sizes they were left at: from now on they may shrink. */
static gboolean
release_panes_cb (gpointer user_data)
{
  AtlasWindow *self = user_data;

  gtk_paned_set_position (self->detail_paned, gtk_paned_get_position (self->detail_paned));
  gtk_paned_set_position (self->timeline_paned, gtk_paned_get_position (self->timeline_paned));
  gtk_widget_set_size_request (GTK_WIDGET (self->detail), DETAIL_MIN_WIDTH, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->timeline), -1, TIMELINE_MIN_HEIGHT);

  return G_SOURCE_REMOVE;
}

/* A narrow window has no room for three panes: the contents fold while it is narrow, unless asked for again. */
static gboolean
fold_contents_cb (gpointer user_data)
{
  AtlasWindow *self = user_data;
  GtkWidget   *contents = GTK_WIDGET (self->contents);

  if (self->narrow && gtk_widget_get_visible (contents))
    {
      gtk_widget_set_visible (contents, FALSE);
      self->contents_folded = TRUE;
    }
  else if (!self->narrow && self->contents_folded)
    {
      gtk_widget_set_visible (contents, TRUE);
      self->contents_folded = FALSE;
    }

  return G_SOURCE_REMOVE;
}

void
atlas_window_fit_panes (AtlasWindow *self,
                        int          width)
{
  gboolean narrow = width < NARROW_WIDTH;

  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_contents_cb, g_object_ref (self), g_object_unref); /* not while sizes are given out */
}

void
atlas_window_release_panes (AtlasWindow *self)
{
  g_idle_add_full (G_PRIORITY_LOW, release_panes_cb, g_object_ref (self), g_object_unref);
}

/* The pane of text takes all that the map and the timeline can spare, or gives it back. */
void
atlas_window_widen_detail (AtlasWindow *self)
{
  GtkWidget *start = gtk_paned_get_start_child (self->detail_paned);
  int        least = 0;
  int        position = gtk_paned_get_position (self->detail_paned);

  gtk_widget_measure (start, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->detail)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->detail), TRUE);
      self->detail_position = position;
      gtk_paned_set_position (self->detail_paned, least);
    }
  else if (position > least)
    {
      self->detail_position = position;
      gtk_paned_set_position (self->detail_paned, least);
    }
  else
    {
      int most = gtk_widget_get_width (GTK_WIDGET (self->detail_paned)) - DETAIL_MIN_WIDTH;

      gtk_paned_set_position (self->detail_paned, self->detail_position > least ? MIN (self->detail_position, most) : most);
    }
}
