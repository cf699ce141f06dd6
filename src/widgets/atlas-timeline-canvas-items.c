// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-canvas-private.h"

#include <math.h>

#define REST_MS 120 /* how long the view must stand still before children follow it */
#define LEAST_SIZE 4
#define MAX_ENTRIES_OF_ALL_ROWS 3000 /* that are looked through for what is of the time in view */
#define MAX_COUNTED 50000            /* items that are looked through for how many the window leaves */

/* What is of the time in view. */
typedef struct
{
  AtlasTimelineCanvas *canvas;
  GPtrArray           *entries;  /* of AtlasTimelineEntry, in time order */
  GPtrArray           *clusters; /* of AtlasTimelineCluster */
  guint                n_members;
} Sight;

static void
sight_clear (Sight *sight)
{
  g_clear_pointer (&sight->entries, g_ptr_array_unref);
  g_clear_pointer (&sight->clusters, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sight, sight_clear)

static void
add_entry (const AtlasTimelineEntry *entry,
           gpointer                  user_data)
{
  Sight *sight = user_data;

  if (atlas_timeline_canvas_has_item (sight->canvas, entry->item))
    g_ptr_array_add (sight->entries, (gpointer) entry);
}

static void
add_cluster (const AtlasTimelineCluster *cluster,
             gpointer                    user_data)
{
  Sight *sight = user_data;

  sight->n_members += cluster->count;
  if (sight->clusters->len < ATLAS_TIMELINE_MAX_GROUPS)
    g_ptr_array_add (sight->clusters, (gpointer) cluster);
}

/* Those in groups are there too, unless they are too many. */
static void
add_members (Sight *sight)
{
  for (guint i = 0; i < sight->clusters->len; i++)
    {
      const AtlasTimelineCluster *cluster = g_ptr_array_index (sight->clusters, i);
      const AtlasTimelineEntry   *members = atlas_timeline_layout_get_members (sight->canvas->layout, cluster);

      for (guint j = 0; j < cluster->count; j++)
        add_entry (&members[j], sight);
    }
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const AtlasTimelineEntry *one = *(const AtlasTimelineEntry *const *) a;
  const AtlasTimelineEntry *two = *(const AtlasTimelineEntry *const *) b;

  return one->position < two->position ? -1 : one->position > two->position;
}

/* In time order; what stands in several lanes is there once. */
static void
sort_entries (GPtrArray *entries)
{
  guint n = 0;

  g_ptr_array_sort (entries, compare_positions);
  for (guint i = 0; i < entries->len; i++)
    if (n == 0 || compare_positions (&entries->pdata[n - 1], &entries->pdata[i]) != 0)
      entries->pdata[n++] = entries->pdata[i];
  g_ptr_array_set_size (entries, (int) n);
}

/* What is of the time in view: of all rows if that is not too much, else of those in view, and no more than there may be
 * children. What has the focus is always among it. */
static Sight
look (AtlasTimelineCanvas *self)
{
  Sight                     sight = { self, g_ptr_array_new (), g_ptr_array_new (), 0 };
  AtlasTimelineView         view = atlas_timeline_canvas_get_view (self);
  AtlasTimelineView         all_rows = view;
  const AtlasTimelineEntry *focused = NULL;
  guint                     max;

  if (self->layout == NULL)
    return sight;

  all_rows.top = 0.0;
  all_rows.height = atlas_timeline_layout_get_height (self->layout);
  atlas_timeline_layout_foreach_cluster (self->layout, &all_rows, add_cluster, &sight);
  max = MAX (ATLAS_TIMELINE_MAX_ITEMS - (int) sight.clusters->len - (int) atlas_timeline_layout_get_n_lanes (self->layout), 1);
  if (atlas_timeline_layout_get_n_entries (self->layout) <= MAX_ENTRIES_OF_ALL_ROWS)
    {
      atlas_timeline_layout_foreach (self->layout, &all_rows, add_entry, &sight);
      sort_entries (sight.entries);
    }
  if (sight.entries->len == 0 || sight.entries->len >= max)
    {
      g_ptr_array_set_size (sight.entries, 0);
      atlas_timeline_layout_foreach (self->layout, &view, add_entry, &sight);
    }
  if (sight.entries->len + sight.n_members < max)
    add_members (&sight);

  sort_entries (sight.entries);
  if (sight.entries->len >= max)
    g_ptr_array_set_size (sight.entries, (int) max - 1);

  focused = self->focus_position != G_MAXUINT ? atlas_timeline_layout_lookup (self->layout, self->focus_position) : NULL;
  if (focused != NULL)
    {
      g_ptr_array_add (sight.entries, (gpointer) focused);
      sort_entries (sight.entries);
    }

  return sight;
}

gboolean
atlas_timeline_canvas_has_item (AtlasTimelineCanvas *self,
                                AtlasItem           *item)
{
  return self->window == NULL || atlas_filter_matches (self->window, item);
}

static GtkWidget *
get_child (AtlasTimelineCanvas *self,
           GPtrArray           *children,
           guint                index,
           GtkWidget *(*create) (void) )
{
  while (children->len <= index)
    {
      GtkWidget *child = create ();

      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_ptr_array_add (children, child);
    }

  return g_ptr_array_index (children, index);
}

/* How many items the window leaves, and of how many of them each of @entries is behind. */
static guint
count_items (AtlasTimelineCanvas *self,
             GPtrArray           *entries,
             guint               *ranks)
{
  gboolean all = self->window == NULL || self->order->len > MAX_COUNTED;
  guint    n = 0;

  for (guint i = 0, j = 0; i < self->order->len; i++)
    {
      guint position = g_array_index (self->order, guint, i);

      while (j < entries->len && ((const AtlasTimelineEntry *) g_ptr_array_index (entries, j))->position <= position)
        ranks[j++] = n;
      if (all || atlas_timeline_canvas_has_item (self, atlas_dataset_get_item (self->dataset, position)))
        n++;
    }

  return n;
}

static void
sync_items (AtlasTimelineCanvas *self,
            GPtrArray           *entries)
{
  AtlasItem        *selected = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  g_autofree guint *ranks = g_new0 (guint, entries->len + 1);
  guint             n = entries->len > 0 ? count_items (self, entries, ranks) : 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const AtlasTimelineEntry *entry = g_ptr_array_index (entries, i);
      GtkWidget                *child = get_child (self, self->items, i, atlas_timeline_item_new);

      atlas_timeline_item_set_item (ATLAS_TIMELINE_ITEM (child), entry->item, ranks[i], MAX (n, ranks[i] + 1));
      atlas_timeline_item_set_selected (ATLAS_TIMELINE_ITEM (child), entry->item == selected);
      gtk_widget_set_visible (child, TRUE);
    }
  self->n_used = entries->len;
}

static int
compare_firsts (gconstpointer a,
                gconstpointer b,
                gpointer      layout)
{
  guint one = atlas_timeline_layout_get_members (layout, *(const AtlasTimelineCluster *const *) a)->position;
  guint two = atlas_timeline_layout_get_members (layout, *(const AtlasTimelineCluster *const *) b)->position;

  return one < two ? -1 : one > two;
}

/* In the order of the first item of each. */
static void
sync_groups (AtlasTimelineCanvas *self,
             GPtrArray           *clusters)
{
  g_ptr_array_sort_with_data (clusters, compare_firsts, self->layout);
  for (guint i = 0; i < clusters->len; i++)
    {
      const AtlasTimelineCluster *cluster = g_ptr_array_index (clusters, i);
      GtkWidget                  *child = get_child (self, self->groups, i, atlas_timeline_group_new);
      g_autofree char            *words = atlas_timeline_cluster_to_words (self->layout, cluster);

      atlas_timeline_group_set (ATLAS_TIMELINE_GROUP (child), atlas_timeline_layout_get_members (self->layout, cluster)->position, words);
      gtk_widget_set_visible (child, TRUE);
    }
  self->n_groups = clusters->len;
}

/* The child that stands for an item, or for the group that it is the first of. */
static GtkWidget *
find_child (AtlasTimelineCanvas *self,
            guint                position,
            gboolean             group)
{
  AtlasItem *item = self->dataset != NULL && position < atlas_dataset_get_n_items (self->dataset) ? atlas_dataset_get_item (self->dataset, position) : NULL;

  for (guint i = 0; group && i < self->n_groups; i++)
    if (atlas_timeline_group_get_position (g_ptr_array_index (self->groups, i)) == position)
      return g_ptr_array_index (self->groups, i);
  for (guint i = 0; i < self->n_used; i++)
    if (atlas_timeline_item_get_item (g_ptr_array_index (self->items, i)) == item)
      return g_ptr_array_index (self->items, i);

  return NULL;
}

/* Children that stand for nothing; the focus must not be on one. */
static void
hide_spare (GPtrArray *children,
            guint      n_used)
{
  for (guint i = n_used; i < children->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (children, i), FALSE);
}

/* What is kept for another time is not more than there may be of all. */
static void
drop_spare (AtlasTimelineCanvas *self)
{
  struct
  {
    GPtrArray *children;
    guint      n_used;
  } pools[] = { { self->items, self->n_used }, { self->groups, self->n_groups } };

  for (guint i = 0; i < G_N_ELEMENTS (pools); i++)
    while (pools[i].children->len > pools[i].n_used && self->items->len + self->groups->len + self->headings->len > ATLAS_TIMELINE_MAX_ITEMS)
      gtk_widget_unparent (g_ptr_array_steal_index (pools[i].children, pools[i].children->len - 1));
}

/* Children are read in their order: after the headings in date order, a group before the first item of it. What is in its
 * place already is not touched. */
static void
sort_children (AtlasTimelineCanvas *self,
               const Sight         *sight)
{
  GtkWidget *previous = self->n_headings > 0 ? g_ptr_array_index (self->headings, self->n_headings - 1) : NULL;
  guint      group = 0;

  for (guint i = 0; i < self->n_used || group < self->n_groups;)
    {
      const AtlasTimelineEntry *entry = i < self->n_used ? g_ptr_array_index (sight->entries, i) : NULL;
      GtkWidget                *next = group < self->n_groups ? g_ptr_array_index (self->groups, group) : NULL;

      if (next != NULL && (entry == NULL || atlas_timeline_group_get_position (ATLAS_TIMELINE_GROUP (next)) <= entry->position))
        group++;
      else
        next = g_ptr_array_index (self->items, i++);

      if (gtk_widget_get_prev_sibling (next) != previous)
        gtk_widget_insert_after (next, GTK_WIDGET (self), previous);
      previous = next;
    }
}

void
atlas_timeline_canvas_sync (AtlasTimelineCanvas *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean   in_group = focus != NULL && ATLAS_IS_TIMELINE_GROUP (focus);
  guint      position = in_group ? atlas_timeline_group_get_position (ATLAS_TIMELINE_GROUP (focus)) : self->focus_position;
  g_auto (Sight) sight = look (self);

  g_clear_handle_id (&self->sync_source, g_source_remove);
  atlas_timeline_canvas_sync_headings (self);
  sync_items (self, sight.entries);
  sync_groups (self, sight.clusters);

  /* The focus stays with what it is on, whichever child stands for it now. */
  if (focus != NULL && !ATLAS_IS_TIMELINE_HEADING (focus))
    {
      GtkWidget *child = find_child (self, position, in_group);

      if (child != NULL && !gtk_widget_has_focus (child))
        gtk_widget_grab_focus (child);
    }
  hide_spare (self->items, self->n_used);
  hide_spare (self->groups, self->n_groups);
  drop_spare (self);
  sort_children (self, &sight);

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

static void
allocate_child (AtlasTimelineCanvas *self,
                GtkWidget           *child,
                cairo_rectangle_t    box)
{
  double width = atlas_timeline_axis_get_width (self->axis);
  double x0 = CLAMP (box.x, 0.0, width - LEAST_SIZE);
  double x1 = CLAMP (box.x + box.width, x0 + LEAST_SIZE, MAX (width, x0 + LEAST_SIZE));

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ (int) (x0 + ATLAS_TIMELINE_GUTTER), (int) box.y, (int) ceil (x1 - x0), MAX ((int) ceil (box.height), LEAST_SIZE) }, -1);
}

void
atlas_timeline_canvas_allocate_items (AtlasTimelineCanvas *self)
{
  AtlasTimelineView view = atlas_timeline_canvas_get_view (self);

  for (guint i = 0; i < self->n_used; i++)
    {
      AtlasTimelineItem        *child = g_ptr_array_index (self->items, i);
      const AtlasTimelineEntry *entry = atlas_timeline_canvas_lookup (self, atlas_timeline_item_get_item (child));
      cairo_rectangle_t         box = { 0.0 };

      if (entry != NULL)
        box = atlas_timeline_layout_get_box (self->layout, &view, entry);
      allocate_child (self, GTK_WIDGET (child), box);
    }
  for (guint i = 0; i < self->n_groups; i++)
    {
      AtlasTimelineGroup         *child = g_ptr_array_index (self->groups, i);
      const AtlasTimelineEntry   *entry = self->layout != NULL ? atlas_timeline_layout_lookup (self->layout, atlas_timeline_group_get_position (child)) : NULL;
      const AtlasTimelineCluster *cluster = entry != NULL ? atlas_timeline_layout_get_cluster (self->layout, entry) : NULL;
      cairo_rectangle_t           box = { 0.0 };

      if (cluster != NULL)
        box = atlas_timeline_layout_get_cluster_box (self->layout, &view, cluster);
      allocate_child (self, GTK_WIDGET (child), box);
    }
}

const AtlasTimelineEntry *
atlas_timeline_canvas_lookup (AtlasTimelineCanvas *self,
                              AtlasItem           *item)
{
  if (self->layout == NULL || self->dataset == NULL || item == NULL)
    return NULL;

  return atlas_timeline_layout_lookup (self->layout, atlas_dataset_get_position (self->dataset, item));
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
  const AtlasTimelineEntry *entry = NULL;
  g_auto (Sight) sight = { 0 };

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), NULL);

  if (self->layout == NULL)
    return NULL;

  if (self->focus_position != G_MAXUINT)
    entry = atlas_timeline_layout_lookup (self->layout, self->focus_position);
  if (entry != NULL)
    return entry->item;

  sight = look (self);
  if (sight.entries->len > 0)
    return ((const AtlasTimelineEntry *) g_ptr_array_index (sight.entries, 0))->item;

  return self->order->len > 0 ? atlas_dataset_get_item (self->dataset, g_array_index (self->order, guint, 0)) : NULL;
}

gboolean
atlas_timeline_canvas_focus_item (AtlasTimelineCanvas *self,
                                  AtlasItem           *item)
{
  const AtlasTimelineEntry *entry = NULL;
  GtkWidget                *child = NULL;

  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  entry = atlas_timeline_canvas_lookup (self, item);
  if (entry == NULL)
    return FALSE;

  self->focus_position = entry->position;
  self->focus_lane = entry->lane;
  atlas_timeline_canvas_reveal (self, item);
  atlas_timeline_canvas_sync (self);
  child = find_child (self, self->focus_position, FALSE);
  if (child == NULL)
    return FALSE;

  gtk_widget_grab_focus (child);
  atlas_session_set_hovered (self->session, item); /* what has the focus is lit everywhere */
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}
