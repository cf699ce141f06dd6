// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-row-list.h"

#include "atlas-heading.h"
#include "atlas-list-scroll.h"
#include "atlas-row.h"

#include <glib/gi18n-lib.h>

struct _AtlasRowList
{
  GtkWidget     parent_instance;

  AtlasSession *session;
  GSignalGroup *session_signals;
  AtlasRows    *rows;
  GPtrArray    *shown; /* of GtkListItem (borrowed): those that a row is bound to */

  GtkWidget    *scroller;
  GtkWidget    *view;
};

G_DEFINE_FINAL_TYPE (AtlasRowList, atlas_row_list, GTK_TYPE_WIDGET)

enum
{
  ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AtlasRow *
get_row (GtkListItem *list_item)
{
  return ATLAS_ROW (gtk_list_item_get_child (list_item));
}

/* GTK 4.8 has no accessible properties of a list item: its widget, which has the role, is the row's parent. */
static void
describe_row (AtlasRowList *self,
              GtkListItem  *list_item)
{
  AtlasRow        *row = get_row (list_item);
  GObject         *object = atlas_row_get_object (row);
  GtkAccessible   *accessible = GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row)));
  guint            ordinal = atlas_rows_get_ordinal (self->rows, gtk_list_item_get_position (list_item));
  g_autofree char *words = atlas_row_dup_words (row);
  g_autofree char *label = NULL;

  /* Translators: the name of a row and its place in the list: "Gabala radar station, site, 1985 to 2012, 5 of 31" */
  label = ordinal > 0 ? g_strdup_printf (_ ("%s, %u of %u"), words, ordinal, atlas_rows_get_n_entries (self->rows)) : g_strdup (words);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_widget_has_css_class (GTK_WIDGET (row), "outside") ? _ ("Not at the clock’s date") : "", -1);

  if (ATLAS_IS_HEADING (object) && atlas_heading_get_id (ATLAS_HEADING (object)) != NULL)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED, !atlas_heading_get_folded (ATLAS_HEADING (object)), -1);
  else
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
show_row (AtlasRowList *self,
          GtkListItem  *list_item)
{
  atlas_row_show (get_row (list_item), gtk_list_item_get_item (list_item), self->session);
  describe_row (self, list_item);
}

static void
show_rows (AtlasRowList *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    show_row (self, g_ptr_array_index (self->shown, i));
}

/* The clock, the filter or the atlas. */
static void
items_changed_cb (AtlasRowList *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      atlas_row_update (get_row (g_ptr_array_index (self->shown, i)), self->session);
      describe_row (self, g_ptr_array_index (self->shown, i));
    }
}

static void
hovered_changed_cb (AtlasRowList *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    atlas_row_update (get_row (g_ptr_array_index (self->shown, i)), self->session);
}

static void
enter_cb (GtkListItem *list_item)
{
  AtlasRow     *row = get_row (list_item);
  AtlasRowList *self = ATLAS_ROW_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), ATLAS_TYPE_ROW_LIST));

  if (self != NULL && self->session != NULL)
    atlas_session_set_hovered (self->session, atlas_row_get_item (row));
}

static void
leave_cb (GtkListItem *list_item)
{
  AtlasRow     *row = get_row (list_item);
  AtlasItem    *item = atlas_row_get_item (row);
  AtlasRowList *self = ATLAS_ROW_LIST (gtk_widget_get_ancestor (GTK_WIDGET (row), ATLAS_TYPE_ROW_LIST));

  if (self != NULL && self->session != NULL && item != NULL && atlas_session_get_hovered (self->session) == item)
    atlas_session_set_hovered (self->session, NULL);
}

/* The focus is the list's own widget's, which GTK puts round the row once that has been set up. */
static void
parent_changed_cb (GtkListItem *list_item)
{
  GtkWidget          *parent = gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  GtkEventController *pointer = NULL;
  GtkEventController *focus = NULL;

  if (parent == NULL)
    return;

  pointer = gtk_event_controller_motion_new ();
  g_signal_connect_object (pointer, "enter", G_CALLBACK (enter_cb), list_item, G_CONNECT_SWAPPED);
  g_signal_connect_object (pointer, "leave", G_CALLBACK (leave_cb), list_item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (parent, pointer);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), list_item, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), list_item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (parent, focus);
}

static void
setup_cb (AtlasRowList *self,
          GtkListItem  *list_item)
{
  GtkWidget *row = atlas_row_new ();

  g_signal_connect_object (row, "notify::parent", G_CALLBACK (parent_changed_cb), list_item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (AtlasRowList *self,
         GtkListItem  *list_item)
{
  g_ptr_array_add (self->shown, list_item);
  show_row (self, list_item);

  /* GTK binds a row anew when what is selected changes, and the focus stays where it is. */
  if (gtk_widget_has_focus (gtk_widget_get_parent (GTK_WIDGET (get_row (list_item)))))
    enter_cb (list_item);
}

static void
unbind_cb (AtlasRowList *self,
           GtkListItem  *list_item)
{
  g_ptr_array_remove_fast (self->shown, list_item);
  leave_cb (list_item);
  atlas_row_show (get_row (list_item), NULL, NULL);
}

static void
activate_cb (AtlasRowList *self,
             guint         position)
{
  gpointer object = atlas_rows_get (self->rows, position);

  if (object != NULL)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, object);
}

static void
atlas_row_list_dispose (GObject *object)
{
  AtlasRowList *self = ATLAS_ROW_LIST (object);

  if (self->session_signals != NULL)
    g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_row_list_parent_class)->dispose (object);
}

static gboolean
atlas_row_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATLAS_ROW_LIST (widget)->view);
}

/* GTK 4.8 takes Tab from row to row, which is a long way out of a long list: here Tab leaves it, the arrow keys walk in it. */
static gboolean
atlas_row_list_focus_direction (GtkWidget       *widget,
                                GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return GTK_WIDGET_CLASS (atlas_row_list_parent_class)->focus (widget, direction);
}

static void
atlas_row_list_class_init (AtlasRowListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_row_list_dispose;
  widget_class->grab_focus = atlas_row_list_grab_focus;
  widget_class->focus = atlas_row_list_focus_direction;

  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", ATLAS_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_OBJECT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "atlas-row-list");
}

static void
atlas_row_list_init (AtlasRowList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->rows = atlas_rows_new ();
  atlas_rows_grow (self->rows);
  self->shown = g_ptr_array_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  self->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->rows)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "navigation-sidebar");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (ATLAS_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::hovered", G_CALLBACK (hovered_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "notify::language", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
}

AtlasRows *
atlas_row_list_get_rows (AtlasRowList *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_LIST (self), NULL);

  return self->rows;
}

void
atlas_row_list_set_session (AtlasRowList *self,
                            AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_ROW_LIST (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  show_rows (self);
}

void
atlas_row_list_take_rows (AtlasRowList *self,
                          GPtrArray    *objects)
{
  g_return_if_fail (ATLAS_IS_ROW_LIST (self));

  atlas_rows_replace (self->rows, objects);
  show_rows (self); /* those that stay have another place in the list */
}

void
atlas_row_list_reveal (AtlasRowList *self,
                       guint         position)
{
  g_return_if_fail (ATLAS_IS_ROW_LIST (self));

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    atlas_rows_grow_up (self->rows);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    atlas_list_scroll_to (self->view, position);
}

gboolean
atlas_row_list_focus (AtlasRowList *self,
                      guint         position)
{
  g_return_val_if_fail (ATLAS_IS_ROW_LIST (self), FALSE);

  atlas_row_list_reveal (self, position);

  for (guint i = 0; i < self->shown->len; i++)
    if (gtk_list_item_get_position (g_ptr_array_index (self->shown, i)) == position)
      return gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (get_row (g_ptr_array_index (self->shown, i)))));

  return gtk_widget_grab_focus (self->view);
}
