// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

/* A click nearer than this to the last one is at the same place, px. */
#define SAME_PLACE 6.0

static void
clear_stack (AtlasMapStack *stack)
{
  g_clear_pointer (&stack->pile, atlas_map_pile_free);
  g_clear_pointer (&stack->items, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasMapStack, clear_stack)

static AtlasMapStack
hit (AtlasMapView *self,
     double        x,
     double        y)
{
  AtlasMapStack stack = { atlas_map_view_hit_pile (self, x, y), atlas_map_view_hit (self, x, y) };

  /* What only hints lies below all that is shown. */
  if (stack.pile != NULL && !g_ptr_array_find (stack.pile->items, g_ptr_array_index (stack.items, 0), NULL))
    g_clear_pointer (&stack.pile, atlas_map_pile_free);

  for (guint i = 0; stack.pile != NULL && i < stack.pile->items->len; i++)
    g_ptr_array_remove (stack.items, g_ptr_array_index (stack.pile->items, i));

  return stack;
}

static gboolean
is_same_place (AtlasMapView *self,
               double        x,
               double        y)
{
  return self->cycle != NULL && hypot (x - self->cycle_x, y - self->cycle_y) <= SAME_PLACE;
}

static void
motion_cb (AtlasMapView *self,
           double        x,
           double        y)
{
  g_auto (AtlasMapStack) stack = { NULL, NULL };
  AtlasItem *lit = NULL;
  guint      index = 0;

  if (self->session == NULL || (x == self->pointer_x && y == self->pointer_y))
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  stack = hit (self, x, y);
  if (!is_same_place (self, x, y))
    g_clear_pointer (&self->cycle, g_ptr_array_unref);
  else if (self->cycle_index < atlas_map_stack_count (&stack))
    index = self->cycle_index;

  if (index < atlas_map_stack_count (&stack))
    lit = stack.pile != NULL && index == 0 ? stack.pile->leader : atlas_map_stack_get (&stack, index);
  atlas_session_set_hovered (self->session, lit);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), lit != NULL ? "pointer" : NULL);
  atlas_map_view_show_tip (self, &stack, index, x, y);
}

static void
leave_cb (AtlasMapView *self)
{
  self->pointer_x = self->pointer_y = -1.0;
  atlas_map_tip_hide (self->tip);

  if (self->session != NULL)
    atlas_session_set_hovered (self->session, NULL);
}

/* A click takes what is on top; clicking again at the same place goes on to the next. Beside an opened pile it closes that. */
static void
click (AtlasMapView *self,
       double        x,
       double        y)
{
  g_auto (AtlasMapStack) stack = hit (self, x, y);
  guint    n_entries = atlas_map_stack_count (&stack);
  guint    index = is_same_place (self, x, y) && n_entries > 0 ? (self->cycle_index + 1) % n_entries : 0;
  gboolean was_open = atlas_map_view_close_spider (self);

  g_clear_pointer (&self->cycle, g_ptr_array_unref);
  self->clicked = n_entries > 1 ? ATLAS_MAP_CLICK_SEVERAL : ATLAS_MAP_CLICK_PLAIN;
  if (stack.pile != NULL && index == 0)
    self->clicked = ATLAS_MAP_CLICK_PILE;
  if (n_entries == 0)
    {
      if (!was_open)
        atlas_session_select (self->session, NULL);
      return;
    }
  if (was_open && n_entries == 1 && stack.pile != NULL)
    return;

  self->cycle_x = x;
  self->cycle_y = y;
  self->cycle_index = index;
  self->cycle = g_ptr_array_ref (stack.items);
  if (stack.pile != NULL && index == 0)
    {
      atlas_map_view_open_pile (self, stack.pile, atlas_map_view_get_date (self, x), FALSE);
      return;
    }

  atlas_session_set_hovered (self->session, atlas_map_stack_get (&stack, index));
  atlas_session_select (self->session, atlas_map_stack_get (&stack, index));
  if (n_entries > 1)
    atlas_map_view_show_tip (self, &stack, index, x, y);
}

gboolean
atlas_map_view_take_double_click (AtlasMapView *self)
{
  self->is_double = self->clicked != ATLAS_MAP_CLICK_SEVERAL;

  return self->clicked == ATLAS_MAP_CLICK_PLAIN;
}

/* The map's own gestures claim every press, to drag; a click is a press and a release at one place. */
static gboolean
event_cb (AtlasMapView *self,
          GdkEvent     *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkNative   *native = gtk_widget_get_native (GTK_WIDGET (self));
  double       surface_x = 0.0;
  double       surface_y = 0.0;
  double       x = 0.0;
  double       y = 0.0;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;

  gdk_event_get_position (event, &x, &y);
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self->map), x - surface_x, y - surface_y, &x, &y);

  if (type == GDK_BUTTON_PRESS)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      self->is_double = FALSE;
      self->press_x = x;
      self->press_y = y;
    }
  else if (self->session != NULL && !self->is_double &&
           !gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y, (int) x, (int) y))
    click (self, x, y);

  return GDK_EVENT_PROPAGATE;
}

void
atlas_map_view_init_pointer (AtlasMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *buttons = gtk_event_controller_legacy_new ();

  self->pointer_x = self->pointer_y = -1.0;
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);

  gtk_event_controller_set_propagation_phase (buttons, GTK_PHASE_CAPTURE);
  g_signal_connect_object (buttons, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), buttons);
}

void
atlas_map_view_step_item (AtlasMapView *self,
                          int           direction)
{
  AtlasDataset *dataset = atlas_session_get_dataset (self->session);
  AtlasItem    *selected = atlas_session_get_selected (self->session);
  AtlasMapFrame frame = atlas_item_layer_get_frame (self->items);
  AtlasBox      view = atlas_map_frame_get_box (&frame, 0.0);
  int           n_items = (int) atlas_dataset_get_n_items (dataset);
  int           from = direction > 0 ? -1 : n_items;

  if (selected != NULL)
    from = (int) atlas_dataset_get_position (dataset, selected);

  for (int i = from + direction; i >= 0 && i < n_items; i += direction)
    {
      AtlasItem *item = atlas_dataset_get_item (dataset, (guint) i);
      AtlasBox   box = atlas_item_get_box (item);

      if (!atlas_box_is_empty (box) && atlas_box_overlaps (box, view) &&
          atlas_map_view_shows (self, item))
        {
          self->is_stepping = TRUE; /* however small it is: what else is in view is still to come */
          atlas_session_select (self->session, item);
          self->is_stepping = FALSE;
          atlas_map_view_show_key_tip (self);
          return;
        }
    }

  gtk_widget_error_bell (GTK_WIDGET (self));
}
