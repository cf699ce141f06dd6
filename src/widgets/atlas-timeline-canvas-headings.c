// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

static void
clicked_cb (AtlasTimelineHeading *heading,
            AtlasTimelineCanvas  *self)
{
  atlas_timeline_canvas_toggle_lane (self, atlas_timeline_heading_get_lane (heading));
}

static AtlasTimelineHeading *
get_child (AtlasTimelineCanvas *self,
           guint                index)
{
  while (self->headings->len <= index)
    {
      GtkWidget *child = atlas_timeline_heading_new ();
      GtkWidget *previous = self->headings->len > 0 ? g_ptr_array_index (self->headings, self->headings->len - 1) : NULL;

      gtk_widget_insert_after (child, GTK_WIDGET (self), previous); /* before the items */
      g_signal_connect_object (child, "clicked", G_CALLBACK (clicked_cb), self, 0);
      g_ptr_array_add (self->headings, child);
    }

  return g_ptr_array_index (self->headings, index);
}

void
atlas_timeline_canvas_sync_headings (AtlasTimelineCanvas *self)
{
  guint n_lanes = self->layout != NULL ? atlas_timeline_layout_get_n_lanes (self->layout) : 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (self->layout, i);
      const char              *title = atlas_timeline_layout_get_lane_title (self->layout, i, atlas_session_get_language (self->session));
      AtlasTimelineHeading    *child = get_child (self, i);

      atlas_timeline_heading_set_lane (child, lane->id != NULL ? lane->id : "", title, lane->n_items, lane->n_hidden, lane->expanded);
      gtk_widget_set_visible (GTK_WIDGET (child), TRUE);
    }
  for (guint i = n_lanes; i < self->headings->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->headings, i), FALSE);
  self->n_headings = n_lanes;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Over the part of its lane that is in view, so that its sign is. */
void
atlas_timeline_canvas_allocate_headings (AtlasTimelineCanvas *self)
{
  double top = gtk_adjustment_get_value (self->vadjustment);

  for (guint i = 0; i < self->n_headings; i++)
    {
      GtkWidget               *child = g_ptr_array_index (self->headings, i);
      const AtlasTimelineLane *lane = self->layout != NULL && i < atlas_timeline_layout_get_n_lanes (self->layout) ? atlas_timeline_layout_get_lane (self->layout, i) : NULL;
      double                   y0 = lane != NULL ? lane->y - top : -1.0;
      double                   y1 = lane != NULL ? y0 + lane->height : -1.0;

      gtk_widget_set_child_visible (child, lane != NULL);
      if (lane == NULL)
        continue;

      if (y1 > 1.0 && y0 < self->height - 1.0)
        {
          y0 = MAX (y0, 0.0);
          y1 = MIN (y1, self->height);
        }
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, (int) y0, (int) ATLAS_TIMELINE_GUTTER - 1, MAX ((int) (y1 - y0) - 1, 1) }, -1);
    }
}

AtlasTimelineHeading *
atlas_timeline_canvas_get_focus_heading (AtlasTimelineCanvas *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && ATLAS_IS_TIMELINE_HEADING (focus) ? ATLAS_TIMELINE_HEADING (focus) : NULL;
}

gboolean
atlas_timeline_canvas_focus_heading (AtlasTimelineCanvas *self,
                                     guint                index)
{
  const AtlasTimelineLane *lane = NULL;
  double                   top = gtk_adjustment_get_value (self->vadjustment);

  if (index >= self->n_headings || self->layout == NULL || index >= atlas_timeline_layout_get_n_lanes (self->layout))
    return FALSE;

  lane = atlas_timeline_layout_get_lane (self->layout, index);
  if (lane->y < top || lane->y > top + self->height - 24.0)
    gtk_adjustment_set_value (self->vadjustment, lane->y);

  return gtk_widget_grab_focus (g_ptr_array_index (self->headings, index));
}
