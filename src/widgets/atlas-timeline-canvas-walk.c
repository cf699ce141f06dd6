// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

/* The place in the order of the first item at @position or after it. */
static guint
find_place (AtlasTimelineCanvas *self,
            guint                position)
{
  guint first = 0;
  guint end = self->order->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (g_array_index (self->order, guint, middle) < position)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

/* The first item that the window leaves in, from @place on. */
static gboolean
focus_from (AtlasTimelineCanvas *self,
            int                  place,
            int                  direction)
{
  for (; place >= 0 && place < (int) self->order->len; place += direction)
    {
      AtlasItem *item = atlas_dataset_get_item (self->dataset, g_array_index (self->order, guint, place));

      if (atlas_timeline_canvas_has_item (self, item))
        return atlas_timeline_canvas_focus_item (self, item);
    }

  return FALSE;
}

gboolean
atlas_timeline_canvas_step_item (AtlasTimelineCanvas *self,
                                 int                  direction)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  AtlasItem *item = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  item = atlas_timeline_canvas_get_focus_item (self);
  if (item == NULL)
    return FALSE;
  if (focus == NULL || ATLAS_IS_TIMELINE_HEADING (focus))
    return atlas_timeline_canvas_focus_item (self, item);

  return focus_from (self, (int) find_place (self, atlas_dataset_get_position (self->dataset, item)) + direction, direction);
}

static gboolean
step_heading (AtlasTimelineCanvas *self,
              int                  direction)
{
  guint index = 0;

  if (!g_ptr_array_find (self->headings, atlas_timeline_canvas_get_focus_heading (self), &index))
    return FALSE;

  return (direction > 0 || index > 0) && atlas_timeline_canvas_focus_heading (self, index + (guint) direction);
}

gboolean
atlas_timeline_canvas_step_lane (AtlasTimelineCanvas *self,
                                 int                  direction)
{
  const AtlasTimelineEntry *entry = NULL;
  AtlasItem                *item = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  if (atlas_timeline_canvas_get_focus_heading (self) != NULL)
    return step_heading (self, direction);

  item = atlas_timeline_canvas_get_focus_item (self);
  if (item != NULL)
    entry = atlas_timeline_layout_lookup_in (self->layout, atlas_dataset_get_position (self->dataset, item), self->focus_lane);

  /* In the next lane may be the same item again, or one outside the window. */
  while (entry != NULL && (entry->item == item || !atlas_timeline_canvas_has_item (self, entry->item)))
    entry = atlas_timeline_layout_step_lane (self->layout, entry, direction);
  if (entry == NULL || !atlas_timeline_canvas_focus_item (self, entry->item))
    return FALSE;

  self->focus_lane = entry->lane;

  return TRUE;
}

gboolean
atlas_timeline_canvas_step_end (AtlasTimelineCanvas *self,
                                int                  direction)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  if (self->layout == NULL)
    return FALSE;

  return direction < 0 ? focus_from (self, 0, 1) : focus_from (self, (int) self->order->len - 1, -1);
}

/* Whether at another zoom at least half of a cluster's members have rows of their own. */
static gboolean
would_part (AtlasTimelineCanvas        *self,
            const AtlasTimelineCluster *cluster,
            double                      px_per_day)
{
  const AtlasTimelineEntry *members = atlas_timeline_layout_get_members (self->layout, cluster);
  AtlasTimelineSpec         spec = { .index = atlas_timeline_layout_get_index (self->layout), .height = self->height };
  guint                     n = 0;
  g_autoptr (AtlasTimelineLayout) layout = NULL;

  spec.px_per_day = atlas_timeline_layout_get_bucket (px_per_day);
  spec.line_height = atlas_timeline_painter_get_line_height (self->painter);
  for (guint i = 0; i < MIN (atlas_timeline_layout_get_n_lanes (self->layout), 64); i++)
    if (atlas_timeline_layout_get_lane (self->layout, i)->expanded)
      spec.expanded |= (guint64) 1 << i;

  layout = atlas_timeline_layout_new (&spec);
  for (guint i = 0; i < cluster->count; i++)
    if (!atlas_timeline_layout_lookup_in (layout, members[i].position, cluster->lane)->clustered)
      n++;

  return n * 2 >= cluster->count;
}

/* The days on which the members of a cluster stand. */
static AtlasTimeSpan
get_days (AtlasTimelineCanvas        *self,
          const AtlasTimelineCluster *cluster)
{
  const AtlasTimelineEntry *members = atlas_timeline_layout_get_members (self->layout, cluster);
  AtlasTimeSpan             days = ATLAS_TIME_SPAN_INIT (members[0].anchor, members[0].anchor + 1);

  for (guint i = 1; i < cluster->count; i++)
    {
      days.begin = MIN (days.begin, members[i].anchor);
      days.end = MAX (days.end, members[i].anchor + 1);
    }

  return days;
}

void
atlas_timeline_canvas_open (AtlasTimelineCanvas        *self,
                            const AtlasTimelineCluster *cluster)
{
  AtlasTimeSpan            days = get_days (self, cluster);
  AtlasTimeScale           aim = atlas_timeline_axis_get_showing (self->axis, days);
  const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (self->layout, cluster->lane);
  gboolean                 is_closer = aim.px_per_day > atlas_timeline_axis_get_aim (self->axis).px_per_day * 1.3;
  gboolean                 is_large = atlas_dataset_get_n_items (self->dataset) > ATLAS_TIMELINE_LARGE;

  /* In a large atlas one goes closer as far as that goes: nobody wants a lane of ten thousand rows. */
  if (is_closer && (lane->expanded || is_large || would_part (self, cluster, aim.px_per_day)))
    atlas_timeline_axis_glide_to (self->axis, aim);
  else if (!lane->expanded)
    atlas_timeline_canvas_toggle_lane (self, lane->id != NULL ? lane->id : "");
}

/* The cluster that the focus is on, or on a member of. */
static const AtlasTimelineCluster *
get_focus_cluster (AtlasTimelineCanvas *self)
{
  GtkWidget                *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint                     position = self->focus_position;
  const AtlasTimelineEntry *entry = NULL;

  if (focus == NULL || self->layout == NULL)
    return NULL;
  if (ATLAS_IS_TIMELINE_GROUP (focus))
    position = atlas_timeline_group_get_position (ATLAS_TIMELINE_GROUP (focus));
  if (position != G_MAXUINT)
    entry = atlas_timeline_layout_lookup (self->layout, position);

  return entry != NULL ? atlas_timeline_layout_get_cluster (self->layout, entry) : NULL;
}

gboolean
atlas_timeline_canvas_open_group (AtlasTimelineCanvas *self)
{
  const AtlasTimelineCluster *cluster = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  cluster = get_focus_cluster (self);
  if (cluster == NULL)
    return FALSE;

  /* The focus goes on with the first of those that stood there. */
  atlas_timeline_canvas_focus_item (self, atlas_timeline_layout_get_members (self->layout, cluster)->item);
  atlas_timeline_canvas_open (self, cluster);

  return TRUE;
}

void
atlas_timeline_canvas_activate (AtlasTimelineCanvas *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  AtlasItem *item = NULL;

  g_return_if_fail (ATLAS_IS_TIMELINE_CANVAS (self));

  if (focus != NULL && ATLAS_IS_TIMELINE_GROUP (focus))
    {
      atlas_timeline_canvas_open_group (self);
      return;
    }

  item = atlas_timeline_canvas_get_focus_item (self);
  if (item != NULL)
    atlas_session_select (self->session, item);
}
