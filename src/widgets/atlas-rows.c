// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-rows.h"

#include "atlas-heading.h"

/* About a screenful. */
#define ROWS_AT_ONCE 14
/* When the window's first picture is surely up, ms. */
#define GROW_AFTER 700

struct _AtlasRows
{
  GObject    parent_instance;

  GPtrArray *objects;
  GArray    *headings; /* of guint: where the headings are, ascending */
  GObject   *selected;
  guint      n_shown; /* rows that the model has so far; G_MAXUINT: all */
  guint      growing; /* idle source */
};

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  gpointer object = atlas_rows_get (ATLAS_ROWS (model), position);

  return object != NULL && object == atlas_rows_get_selected (ATLAS_ROWS (model));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  AtlasRows *self = ATLAS_ROWS (model);
  GtkBitset *bitset = gtk_bitset_new_empty ();
  guint      selected = self->selected != NULL ? atlas_rows_find (self, self->selected) : GTK_INVALID_LIST_POSITION;

  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (bitset, selected);

  return bitset;
}

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return MIN (ATLAS_ROWS (model)->objects->len, ATLAS_ROWS (model)->n_shown);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  gpointer object = atlas_rows_get (ATLAS_ROWS (model), position);

  return object != NULL ? g_object_ref (object) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasRows, atlas_rows, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_iface_init))

static void
atlas_rows_finalize (GObject *object)
{
  AtlasRows *self = ATLAS_ROWS (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_array_unref);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (atlas_rows_parent_class)->finalize (object);
}

static void
atlas_rows_class_init (AtlasRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_rows_finalize;
}

static void
atlas_rows_init (AtlasRows *self)
{
  self->n_shown = G_MAXUINT;
  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  self->headings = g_array_new (FALSE, FALSE, sizeof (guint));
}

AtlasRows *
atlas_rows_new (void)
{
  return g_object_new (ATLAS_TYPE_ROWS, NULL);
}

static gboolean
is_same (gpointer a,
         gpointer b)
{
  return a == b || (ATLAS_IS_HEADING (a) && ATLAS_IS_HEADING (b) && atlas_heading_equal (a, b));
}

static void
find_headings (AtlasRows *self)
{
  g_array_set_size (self->headings, 0);

  for (guint i = 0; i < self->objects->len; i++)
    if (ATLAS_IS_HEADING (g_ptr_array_index (self->objects, i)))
      g_array_append_val (self->headings, i);
}

static void
show_more (AtlasRows *self,
           guint      n_shown)
{
  guint before = get_n_items (G_LIST_MODEL (self));

  self->n_shown = n_shown < self->objects->len ? n_shown : G_MAXUINT; /* once all were shown, all are from now on */
  if (self->n_shown == G_MAXUINT)
    g_clear_handle_id (&self->growing, g_source_remove);

  if (before < get_n_items (G_LIST_MODEL (self)))
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, get_n_items (G_LIST_MODEL (self)) - before);
}

static gboolean
grow_cb (gpointer user_data)
{
  AtlasRows *self = user_data;

  show_more (self, self->n_shown + ROWS_AT_ONCE);

  return self->n_shown != G_MAXUINT ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
begin_growing_cb (gpointer user_data)
{
  AtlasRows *self = user_data;

  self->growing = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

void
atlas_rows_replace (AtlasRows *self,
                    GPtrArray *objects)
{
  g_autoptr (GPtrArray) old = NULL;
  guint n_same = 0;
  guint n_last = 0;

  g_return_if_fail (ATLAS_IS_ROWS (self));
  g_return_if_fail (objects != NULL);

  old = g_steal_pointer (&self->objects);
  self->objects = objects;
  find_headings (self);

  while (n_same < MIN (old->len, objects->len) &&
         is_same (g_ptr_array_index (old, n_same), g_ptr_array_index (objects, n_same)))
    n_same++;
  while (n_last < MIN (old->len, objects->len) - n_same &&
         is_same (g_ptr_array_index (old, old->len - 1 - n_last), g_ptr_array_index (objects, objects->len - 1 - n_last)))
    n_last++;

  if (self->n_shown != G_MAXUINT)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, MIN (old->len, self->n_shown), MIN (objects->len, self->n_shown));
      if (self->growing == 0 && objects->len > self->n_shown)
        self->growing = g_timeout_add (GROW_AFTER, begin_growing_cb, self);
    }
  else if (old->len != objects->len || n_same < objects->len)
    g_list_model_items_changed (G_LIST_MODEL (self), n_same, old->len - n_same - n_last, objects->len - n_same - n_last);
}

void
atlas_rows_grow (AtlasRows *self)
{
  g_return_if_fail (ATLAS_IS_ROWS (self));
  g_return_if_fail (self->objects->len == 0);

  self->n_shown = ROWS_AT_ONCE;
}

void
atlas_rows_grow_up (AtlasRows *self)
{
  g_return_if_fail (ATLAS_IS_ROWS (self));

  show_more (self, G_MAXUINT);
}

gpointer
atlas_rows_get (AtlasRows *self,
                guint      position)
{
  g_return_val_if_fail (ATLAS_IS_ROWS (self), NULL);

  return position < self->objects->len ? g_ptr_array_index (self->objects, position) : NULL;
}

guint
atlas_rows_find (AtlasRows *self,
                 gpointer   object)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_val_if_fail (ATLAS_IS_ROWS (self), GTK_INVALID_LIST_POSITION);

  return g_ptr_array_find (self->objects, object, &position) ? position : GTK_INVALID_LIST_POSITION;
}

guint
atlas_rows_get_n_entries (AtlasRows *self)
{
  g_return_val_if_fail (ATLAS_IS_ROWS (self), 0);

  return self->objects->len - self->headings->len;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

guint
atlas_rows_get_ordinal (AtlasRows *self,
                        guint      position)
{
  guint low = 0;
  guint high = 0;

  g_return_val_if_fail (ATLAS_IS_ROWS (self), 0);

  if (position >= self->objects->len || g_array_binary_search (self->headings, &position, compare_positions, NULL))
    return 0;

  high = self->headings->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->headings, guint, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }

  return position - low + 1;
}

guint
atlas_rows_step (AtlasRows *self,
                 guint      position,
                 int        direction)
{
  gint64 next = 0;

  g_return_val_if_fail (ATLAS_IS_ROWS (self), GTK_INVALID_LIST_POSITION);

  direction = direction < 0 ? -1 : 1;
  if (position != GTK_INVALID_LIST_POSITION)
    next = position;
  else
    next = direction > 0 ? -1 : (gint64) self->objects->len;

  for (next += direction; next >= 0 && next < self->objects->len; next += direction)
    if (!ATLAS_IS_HEADING (g_ptr_array_index (self->objects, next)))
      return (guint) next;

  return GTK_INVALID_LIST_POSITION;
}

guint
atlas_rows_step_selected (AtlasRows *self,
                          int        direction)
{
  gpointer selected = atlas_rows_get_selected (self);
  guint    position = GTK_INVALID_LIST_POSITION;

  if (selected != NULL)
    position = atlas_rows_step (self, atlas_rows_find (self, selected), direction);
  if (position == GTK_INVALID_LIST_POSITION)
    position = atlas_rows_step (self, GTK_INVALID_LIST_POSITION, direction);

  return position;
}

gpointer
atlas_rows_get_selected (AtlasRows *self)
{
  g_return_val_if_fail (ATLAS_IS_ROWS (self), NULL);

  return self->selected;
}

void
atlas_rows_set_selected (AtlasRows *self,
                         gpointer   object)
{
  guint positions[2];

  g_return_if_fail (ATLAS_IS_ROWS (self));

  positions[0] = self->selected != NULL ? atlas_rows_find (self, self->selected) : GTK_INVALID_LIST_POSITION;
  if (!g_set_object (&self->selected, object))
    return;
  positions[1] = object != NULL ? atlas_rows_find (self, object) : GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    if (positions[i] < get_n_items (G_LIST_MODEL (self))) /* neither missing nor yet to be shown */
      gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), positions[i], 1);
}
