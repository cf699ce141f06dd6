// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-source-list-view.h"

#include "atlas-list-scroll.h"
#include "atlas-source-row.h"

#include <glib/gi18n-lib.h>

/* A list makes and measures a widget for each of up to 200 rows before its first picture: about a screenful is shown at first, and some
 * more at a time, ms, when nothing else is to be done. */
#define ROWS_AT_ONCE 12
#define GROW_AFTER 350
#define GROW_BY 6
#define GROW_EVERY 40
/* So many rows have widgets at most; the rest costs nothing. */
#define ROWS_WITH_WIDGETS 220

struct _AtlasSourceListView
{
  GtkWidget          parent_instance;

  AtlasSourceList   *list;
  GtkSliceListModel *slice;
  guint              growing;
  GtkSelectionModel *selection;
  GPtrArray         *bound; /* of GtkListItem (borrowed): those that a row is bound to */
  GtkWidget         *scroller;
  GtkWidget         *view;
};

G_DEFINE_FINAL_TYPE (AtlasSourceListView, atlas_source_list_view, GTK_TYPE_WIDGET)

enum
{
  OPENED,
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activate_cb (AtlasSourceListView *self,
             guint                position)
{
  g_autoptr (AtlasSourceEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (entry != NULL)
    g_signal_emit (self, signals[OPENED], 0, entry);
}

/* With Control or Shift a click selects, which is the list's. */
static void
released_cb (GtkListItem     *list_item,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  GtkWidget           *row = gtk_list_item_get_child (list_item);
  AtlasSourceListView *self = ATLAS_SOURCE_LIST_VIEW (gtk_widget_get_ancestor (row, ATLAS_TYPE_SOURCE_LIST_VIEW));
  GdkModifierType      state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self != NULL && n_press == 1 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    activate_cb (self, gtk_list_item_get_position (list_item));
}

static void
setup_cb (AtlasSourceListView *self,
          GtkListItem         *list_item)
{
  GtkWidget  *row = atlas_source_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), list_item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

/* GTK 4.8 has no accessible properties of a list item: its widget, which has the role, is the row's parent. */
static void
describe_row (AtlasSourceListView *self,
              GtkListItem         *list_item)
{
  GtkWidget       *row = gtk_list_item_get_child (list_item);
  g_autofree char *words = atlas_source_row_dup_words (ATLAS_SOURCE_ROW (row));
  g_autofree char *label = g_strdup_printf (_ ("%s, %u of %u"), words, gtk_list_item_get_position (list_item) + 1,
                                            g_list_model_get_n_items (atlas_source_list_get_shown (self->list)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
bind_cb (AtlasSourceListView *self,
         GtkListItem         *list_item)
{
  g_ptr_array_add (self->bound, list_item);
  atlas_source_row_show (ATLAS_SOURCE_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
  describe_row (self, list_item);
}

static void
unbind_cb (AtlasSourceListView *self,
           GtkListItem         *list_item)
{
  g_ptr_array_remove_fast (self->bound, list_item);
  atlas_source_row_show (ATLAS_SOURCE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
grow_up (AtlasSourceListView *self)
{
  g_clear_handle_id (&self->growing, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}

static gboolean
grow_cb (gpointer user_data)
{
  AtlasSourceListView *self = user_data;
  guint                size = gtk_slice_list_model_get_size (self->slice) + GROW_BY;

  if (size < ROWS_WITH_WIDGETS)
    {
      gtk_slice_list_model_set_size (self->slice, size);
      return G_SOURCE_CONTINUE;
    }

  self->growing = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

static gboolean
begin_growing_cb (gpointer user_data)
{
  AtlasSourceListView *self = user_data;

  self->growing = g_timeout_add_full (G_PRIORITY_LOW, GROW_EVERY, grow_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
shrink (AtlasSourceListView *self)
{
  gtk_slice_list_model_set_size (self->slice, ROWS_AT_ONCE);
  g_clear_handle_id (&self->growing, g_source_remove);
  self->growing = g_timeout_add (GROW_AFTER, begin_growing_cb, self);
}

static void
selection_changed_cb (AtlasSourceListView *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static gboolean
atlas_source_list_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATLAS_SOURCE_LIST_VIEW (widget)->view);
}

/* GTK 4.8 takes Tab from row to row, which is a long way out of a long list: here Tab leaves it, the arrow keys walk in it. */
static gboolean
atlas_source_list_view_focus (GtkWidget       *widget,
                              GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return GTK_WIDGET_CLASS (atlas_source_list_view_parent_class)->focus (widget, direction);
}

static void
atlas_source_list_view_dispose (GObject *object)
{
  AtlasSourceListView *self = ATLAS_SOURCE_LIST_VIEW (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->list);
  g_clear_pointer (&self->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_source_list_view_parent_class)->dispose (object);
}

static void
atlas_source_list_view_class_init (AtlasSourceListViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_source_list_view_dispose;
  widget_class->grab_focus = atlas_source_list_view_grab_focus;
  widget_class->focus = atlas_source_list_view_focus;

  signals[OPENED] = g_signal_new ("opened", ATLAS_TYPE_SOURCE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ATLAS_TYPE_SOURCE_ENTRY);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", ATLAS_TYPE_SOURCE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-source-list");
}

static void
atlas_source_list_view_init (AtlasSourceListView *self)
{
  self->bound = g_ptr_array_new ();
}

GtkWidget *
atlas_source_list_view_new (AtlasSourceList *list)
{
  AtlasSourceListView *self = g_object_new (ATLAS_TYPE_SOURCE_LIST_VIEW, NULL);
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (ATLAS_IS_SOURCE_LIST (list), NULL);

  self->list = g_object_ref (list);
  self->slice = gtk_slice_list_model_new (g_object_ref (atlas_source_list_get_shown (list)), 0, ROWS_AT_ONCE);
  g_signal_connect_object (list, "changing", G_CALLBACK (shrink), self, G_CONNECT_SWAPPED);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->slice))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->view = gtk_list_view_new (g_object_ref (self->selection), factory);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("All sources"), -1);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

void
atlas_source_list_view_select (AtlasSourceListView *self,
                               guint                position)
{
  g_return_if_fail (ATLAS_IS_SOURCE_LIST_VIEW (self));

  if (position == GTK_INVALID_LIST_POSITION)
    {
      gtk_selection_model_unselect_all (self->selection);
      return;
    }

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    grow_up (self);
  gtk_selection_model_select_item (self->selection, position, TRUE);
  atlas_list_scroll_to (self->view, position);
}

void
atlas_source_list_view_select_all (AtlasSourceListView *self)
{
  g_return_if_fail (ATLAS_IS_SOURCE_LIST_VIEW (self));

  grow_up (self);
  gtk_selection_model_select_all (self->selection);
}

gboolean
atlas_source_list_view_focus_row (AtlasSourceListView *self,
                                  guint                position)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_LIST_VIEW (self), FALSE);

  for (guint i = 0; i < self->bound->len; i++)
    if (gtk_list_item_get_position (g_ptr_array_index (self->bound, i)) == position)
      return gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (g_ptr_array_index (self->bound, i))));

  return gtk_widget_grab_focus (self->view);
}

guint
atlas_source_list_view_get_n_selected (AtlasSourceListView *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (ATLAS_IS_SOURCE_LIST_VIEW (self), 0);

  selected = gtk_selection_model_get_selection (self->selection);

  return (guint) gtk_bitset_get_size (selected);
}

GPtrArray *
atlas_source_list_view_dup_references (AtlasSourceListView *self,
                                       gboolean             all)
{
  GPtrArray  *references = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *shown = NULL;
  guint       n_shown = 0;

  g_return_val_if_fail (ATLAS_IS_SOURCE_LIST_VIEW (self), references);

  shown = atlas_source_list_get_shown (self->list);
  n_shown = g_list_model_get_n_items (shown);
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (AtlasSourceEntry) entry = g_list_model_get_item (shown, i); /* whose first ones are the slice */

      if (all || gtk_selection_model_is_selected (self->selection, i))
        g_ptr_array_add (references, g_object_ref (atlas_source_entry_get_reference (entry)));
    }

  return references;
}
