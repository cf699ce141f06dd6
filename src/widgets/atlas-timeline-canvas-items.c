// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#include <math.h>

#define REST_MS 120 /* how long the view must stand still before children follow it */
#define LEAST_SIZE 4
#define MAX_ENTRIES_OF_ALL_ROWS 3000 /* that are looked through for what is of the time in view */

static void
add_entry (const AtlasTimelineEntry *entry,
           gpointer                  user_data)
{
  g_ptr_array_add (user_data, (gpointer) entry);
}

typedef struct
{
  const AtlasTimelineLayout *layout;
  GPtrArray                 *entries;
} Members;

static void
add_members (const AtlasTimelineCluster *cluster,
             gpointer                    user_data)
{
  Members                  *members = user_data;
  const AtlasTimelineEntry *entries = atlas_timeline_layout_get_members (members->layout, cluster);

  for (guint i = 0; i < cluster->count; i++)
    g_ptr_array_add (members->entries, (gpointer) &entries[i]);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const AtlasTimelineEntry *one = *(const AtlasTimelineEntry *const *) a;
  const AtlasTimelineEntry *two = *(const AtlasTimelineEntry *const *) b;

  return one->position < two->position ? -1 : one->position > two->position;
}

/* What is of the time in view, in time order: of all rows if that is not too much, else of those in view, and no more
 * than there may be children. What has the focus is always among them. */
static GPtrArray *
list_visible (AtlasTimelineCanvas *self)
{
  GPtrArray                *entries = g_ptr_array_new ();
  AtlasTimelineView         view = atlas_timeline_canvas_get_view (self);
  AtlasTimelineView         all_rows = view;
  const AtlasTimelineEntry *focused = NULL;

  if (self->layout == NULL)
    return entries;

  all_rows.top = 0.0;
  all_rows.height = atlas_timeline_layout_get_height (self->layout);
  if (atlas_timeline_layout_get_n_entries (self->layout) <= MAX_ENTRIES_OF_ALL_ROWS)
    {
      Members members = { self->layout, entries };

      atlas_timeline_layout_foreach (self->layout, &all_rows, add_entry, entries);
      atlas_timeline_layout_foreach_cluster (self->layout, &all_rows, add_members, &members);
    }
  if (entries->len == 0 || entries->len >= ATLAS_TIMELINE_MAX_ITEMS)
    {
      g_ptr_array_set_size (entries, 0);
      atlas_timeline_layout_foreach (self->layout, &view, add_entry, entries);
    }
  g_ptr_array_sort (entries, compare_positions);
  if (entries->len >= ATLAS_TIMELINE_MAX_ITEMS)
    g_ptr_array_set_size (entries, ATLAS_TIMELINE_MAX_ITEMS - 1);

  focused = self->focus_position != G_MAXUINT ? atlas_timeline_layout_lookup (self->layout, self->focus_position) : NULL;
  if (focused != NULL && !g_ptr_array_find (entries, focused, NULL))
    {
      g_ptr_array_add (entries, (gpointer) focused);
      g_ptr_array_sort (entries, compare_positions);
    }

  return entries;
}

static AtlasTimelineItem *
get_child (AtlasTimelineCanvas *self,
           guint                index)
{
  while (self->items->len <= index)
    {
      GtkWidget *child = atlas_timeline_item_new ();

      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_ptr_array_add (self->items, child);
    }

  return g_ptr_array_index (self->items, index);
}

static AtlasTimelineItem *
find_child (AtlasTimelineCanvas *self,
            AtlasItem           *item)
{
  for (guint i = 0; i < self->n_used; i++)
    if (atlas_timeline_item_get_item (g_ptr_array_index (self->items, i)) == item)
      return g_ptr_array_index (self->items, i);

  return NULL;
}

void
atlas_timeline_canvas_sync (AtlasTimelineCanvas *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;
  AtlasItem    *selected = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  gboolean      had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_autoptr (GPtrArray) entries = list_visible (self);

  g_clear_handle_id (&self->sync_source, g_source_remove);

  for (guint i = 0; i < entries->len; i++)
    {
      const AtlasTimelineEntry *entry = g_ptr_array_index (entries, i);
      AtlasTimelineItem        *child = get_child (self, i);

      atlas_timeline_item_set_item (child, entry->item, entry->position, atlas_dataset_get_n_items (dataset));
      atlas_timeline_item_set_selected (child, entry->item == selected);
      gtk_widget_set_visible (GTK_WIDGET (child), TRUE);
    }
  self->n_used = entries->len;

  /* The focus stays with the item, whichever child stands for it now. */
  if (had_focus && self->focus_position != G_MAXUINT && dataset != NULL)
    {
      AtlasTimelineItem *child = find_child (self, atlas_dataset_get_item (dataset, self->focus_position));

      if (child != NULL && !gtk_widget_has_focus (GTK_WIDGET (child)))
        gtk_widget_grab_focus (GTK_WIDGET (child));
    }
  for (guint i = self->n_used; i < self->items->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->items, i), FALSE);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
sync_cb (gpointer user_data)
{
  AtlasTimelineCanvas *self = user_data;

  self->sync_source = 0;
  atlas_timeline_canvas_sync (self);

  return G_SOURCE_REMOVE;
}

void
atlas_timeline_canvas_queue_sync (AtlasTimelineCanvas *self)
{
  g_clear_handle_id (&self->sync_source, g_source_remove);
  self->sync_source = g_timeout_add (REST_MS, sync_cb, self);
}

void
atlas_timeline_canvas_allocate_items (AtlasTimelineCanvas *self)
{
  AtlasTimelineView view = atlas_timeline_canvas_get_view (self);

  for (guint i = 0; i < self->n_used; i++)
    {
      GtkWidget                *child = g_ptr_array_index (self->items, i);
      const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, atlas_timeline_item_get_item (ATLAS_TIMELINE_ITEM (child)));
      cairo_rectangle_t         box = { 0.0 };
      double                    x0, x1;

      if (entry != NULL)
        box = atlas_timeline_layout_get_box (self->layout, &view, entry);
      x0 = CLAMP (box.x, 0.0, view.width - LEAST_SIZE);
      x1 = CLAMP (box.x + box.width, x0 + LEAST_SIZE, view.width);
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ (int) (x0 + ATLAS_TIMELINE_GUTTER), (int) box.y, (int) ceil (x1 - x0), MAX ((int) ceil (box.height), LEAST_SIZE) }, -1);
    }
}

const AtlasTimelineEntry *
atlas_timeline_canvas_lookup (AtlasTimelineCanvas *self,
                              AtlasItem           *item)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  if (self->layout == NULL || dataset == NULL || item == NULL)
    return NULL;

  return atlas_timeline_layout_lookup (self->layout, atlas_dataset_get_position (dataset, item));
}

gboolean
atlas_timeline_canvas_get_item_box (AtlasTimelineCanvas *self,
                                    AtlasItem           *item,
                                    graphene_rect_t     *box)
{
  const AtlasTimelineEntry *entry = NULL;
  AtlasTimelineView         view;
  cairo_rectangle_t         room;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  entry = atlas_timeline_canvas_lookup (self, item);
  if (entry == NULL)
    return FALSE;

  view = atlas_timeline_canvas_get_view (self);
  room = atlas_timeline_layout_get_box (self->layout, &view, entry);
  if (room.x > view.width || room.x + room.width < 0.0 || room.y > view.height || room.y + room.height < 0.0)
    return FALSE;

  graphene_rect_init (box, (float) (room.x + ATLAS_TIMELINE_GUTTER), (float) room.y, (float) room.width, (float) room.height);

  return TRUE;
}

AtlasItem *
atlas_timeline_canvas_get_focus_item (AtlasTimelineCanvas *self)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), NULL);

  if (self->layout == NULL)
    return NULL;

  if (self->focus_position != G_MAXUINT && atlas_timeline_layout_lookup (self->layout, self->focus_position) != NULL)
    return atlas_timeline_layout_lookup (self->layout, self->focus_position)->item;

  entries = list_visible (self);

  return entries->len > 0 ? ((const AtlasTimelineEntry *) g_ptr_array_index (entries, 0))->item : NULL;
}

gboolean
atlas_timeline_canvas_focus_item (AtlasTimelineCanvas *self,
                                  AtlasItem           *item)
{
  const AtlasTimelineEntry *entry = NULL;
  AtlasTimelineItem        *child = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  entry = atlas_timeline_canvas_lookup (self, item);
  if (entry == NULL)
    return FALSE;

  self->focus_position = entry->position;
  atlas_timeline_canvas_reveal (self, item);
  atlas_timeline_canvas_sync (self);
  child = find_child (self, item);
  if (child == NULL)
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (child));
  atlas_session_set_hovered (self->session, item); /* what has the focus is lit everywhere */
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

/* The next position that the filter leaves on the timeline, from @position on. */
static gboolean
focus_from (AtlasTimelineCanvas *self,
            int                  position,
            int                  direction)
{
  AtlasDataset *dataset = atlas_session_get_dataset (self->session);

  for (; position >= 0 && position < (int) atlas_dataset_get_n_items (dataset); position += direction)
    if (atlas_timeline_layout_lookup (self->layout, (guint) position) != NULL)
      return atlas_timeline_canvas_focus_item (self, atlas_dataset_get_item (dataset, (guint) position));

  return FALSE;
}

gboolean
atlas_timeline_canvas_step_item (AtlasTimelineCanvas *self,
                                 int                  direction)
{
  AtlasItem *item = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  item = atlas_timeline_canvas_get_focus_item (self);
  if (item == NULL)
    return FALSE;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    return atlas_timeline_canvas_focus_item (self, item);

  return focus_from (self, (int) atlas_dataset_get_position (atlas_session_get_dataset (self->session), item) + direction, direction);
}

gboolean
atlas_timeline_canvas_step_lane (AtlasTimelineCanvas *self,
                                 int                  direction)
{
  const AtlasTimelineEntry *entry = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  entry = atlas_timeline_canvas_lookup (self, atlas_timeline_canvas_get_focus_item (self));
  if (entry != NULL)
    entry = atlas_timeline_layout_step_lane (self->layout, entry, direction);

  return entry != NULL && atlas_timeline_canvas_focus_item (self, entry->item);
}

gboolean
atlas_timeline_canvas_step_end (AtlasTimelineCanvas *self,
                                int                  direction)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  if (self->layout == NULL)
    return FALSE;

  return direction < 0 ? focus_from (self, 0, 1)
                       : focus_from (self, (int) atlas_dataset_get_n_items (atlas_session_get_dataset (self->session)) - 1, -1);
}
