// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

/* Zoom steps of a notch of the wheel, and of a px on a touchpad. */
#define STEPS_A_NOTCH 0.5
#define STEPS_A_PX (1.0 / 120.0)
/* A drag that ends slower than this does not fling the map, px/s. */
#define SLOWEST_FLING 60.0
/* The hand has stopped if it has not moved for so long, ms. */
#define STOPPED 80
/* A smaller box was drawn by mistake, px. */
#define SMALLEST_BOX 8.0

static void
set_cursor (AtlasMapView *self,
            const char   *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), name);
}

/* As far as the map goes, however far the pointer does. */
static graphene_rect_t
get_box (AtlasMapView *self)
{
  double          x = 0.0;
  double          y = 0.0;
  double          dx = 0.0;
  double          dy = 0.0;
  graphene_rect_t box;
  graphene_rect_t map;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag.gesture), &x, &y);
  gtk_gesture_drag_get_offset (GTK_GESTURE_DRAG (self->drag.gesture), &dx, &dy);
  graphene_rect_init (&box, (float) x, (float) y, (float) dx, (float) dy);
  graphene_rect_init (&map, 0.0F, 0.0F, (float) gtk_widget_get_width (GTK_WIDGET (self->map)), (float) gtk_widget_get_height (GTK_WIDGET (self->map)));
  if (!graphene_rect_intersection (&box, &map, &box))
    graphene_rect_init (&box, 0.0F, 0.0F, 0.0F, 0.0F);

  return box;
}

static void
drag_begin_cb (AtlasMapView   *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->drag.is_box = (state & GDK_SHIFT_MASK) != 0;
  self->drag.x = self->drag.y = 0.0;
  self->drag.speed_x = self->drag.speed_y = 0.0;
  self->drag.time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
}

/* A speed that forgets: what the hand did a moment ago counts for less than what it does. */
static void
follow_speed (AtlasMapDrag *drag,
              double        dx,
              double        dy,
              guint32       time)
{
  double passed = MAX (time - drag->time, 1) / 1000.0;
  double share = 1.0 - exp (-passed / 0.03);

  drag->speed_x += (dx / passed - drag->speed_x) * share;
  drag->speed_y += (dy / passed - drag->speed_y) * share;
  drag->time = time;
}

/* Whether the drag is more than a press that shook. */
static gboolean
is_claimed (GtkGestureDrag *gesture)
{
  GdkEventSequence *sequence = gtk_gesture_get_last_updated_sequence (GTK_GESTURE (gesture));

  return gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), sequence) == GTK_EVENT_SEQUENCE_CLAIMED;
}

static void
drag_update_cb (AtlasMapView   *self,
                double          x,
                double          y,
                GtkGestureDrag *gesture)
{
  AtlasMapDrag *drag = &self->drag;
  guint32       time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  gboolean      claimed = is_claimed (gesture);

  if (!claimed && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
    return;

  if (!claimed)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      set_cursor (self, drag->is_box ? "crosshair" : "grabbing");
    }

  if (drag->is_box)
    {
      graphene_rect_t box = get_box (self);

      atlas_map_glass_set_band (self->glass, &box);
      return;
    }

  follow_speed (drag, drag->x - x, drag->y - y, time);
  atlas_map_view_shift (self, drag->x - x, drag->y - y);
  drag->x = x;
  drag->y = y;
}

static void
show_box (AtlasMapView *self)
{
  graphene_rect_t box = get_box (self);
  AtlasMapFrame   frame = atlas_item_layer_get_frame (self->items);
  AtlasPoint      from = atlas_map_frame_to_unit (&frame, (AtlasPoint){ (double) box.origin.x, (double) box.origin.y });
  AtlasPoint      to = atlas_map_frame_to_unit (&frame, (AtlasPoint){ (double) (box.origin.x + box.size.width),
                                                                      (double) (box.origin.y + box.size.height) });

  atlas_map_glass_set_band (self->glass, NULL);
  if (MAX (box.size.width, box.size.height) < (float) SMALLEST_BOX)
    return;

  atlas_map_view_fit_box (self, (AtlasBox){ from.x, from.y, to.x, to.y }, 0.0, ATLAS_BASEMAP_MAX_ZOOM);
}

static void
drag_end_cb (AtlasMapView   *self,
             double          x,
             double          y,
             GtkGestureDrag *gesture)
{
  AtlasMapDrag *drag = &self->drag;
  guint32       time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  gboolean      dragged = is_claimed (gesture);

  set_cursor (self, NULL);
  if (drag->is_box && dragged)
    show_box (self);
  else if (dragged && time - drag->time < STOPPED && hypot (drag->speed_x, drag->speed_y) > SLOWEST_FLING)
    atlas_map_view_fling (self, drag->speed_x, drag->speed_y);
  drag->is_box = FALSE;
}

static void
drag_cancel_cb (AtlasMapView *self)
{
  set_cursor (self, NULL);
  self->drag.is_box = FALSE;
  atlas_map_glass_set_band (self->glass, NULL);
}

gboolean
atlas_map_view_cancel_box (AtlasMapView *self)
{
  if (!self->drag.is_box)
    return FALSE;

  drag_cancel_cb (self);
  gtk_gesture_set_state (self->drag.gesture, GTK_EVENT_SEQUENCE_DENIED);

  return TRUE;
}

/* A scroll event does not say where the pointer is. */
static AtlasPoint
get_pointer (AtlasMapView *self)
{
  if (self->pointer_x < 0.0)
    return (AtlasPoint){ gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };

  return (AtlasPoint){ self->pointer_x, self->pointer_y };
}

/* A wheel comes in jerks, which are smoothed; fingers on a touchpad are smooth already. */
static gboolean
scroll_cb (AtlasMapView             *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  AtlasPoint place = get_pointer (self);

  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    atlas_map_view_zoom_at (self, -dy * STEPS_A_NOTCH, place.x, place.y);
  else
    {
      atlas_map_view_stop (self);
      atlas_map_view_zoom_to (self, atlas_map_view_get_camera (self).zoom - dy * STEPS_A_PX, place.x, place.y);
    }

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (AtlasMapView     *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->pinch_begin = atlas_map_view_get_camera (self);
  gtk_gesture_get_bounding_box_center (gesture, &self->drag.x, &self->drag.y);
}

/* The map follows the fingers, which may pan while they zoom. */
static void
pinch_cb (AtlasMapView *self,
          double        scale,
          GtkGesture   *gesture)
{
  double x = self->drag.x;
  double y = self->drag.y;

  if (scale <= 0.0)
    return;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  atlas_map_view_shift (self, self->drag.x - x, self->drag.y - y);
  atlas_map_view_zoom_to (self, self->pinch_begin.zoom + log2 (scale), x, y);
  self->drag.x = x;
  self->drag.y = y;
}

static void
pressed_cb (AtlasMapView *self,
            int           n_press,
            double        x,
            double        y,
            GtkGesture   *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (n_press % 2 == 0 && atlas_map_view_take_double_click (self))
    atlas_map_view_zoom_at (self, (state & GDK_SHIFT_MASK) != 0 ? -1.0 : 1.0, x, y);
}

/* The hand takes over, whatever it is going to do. */
static gboolean
touched_cb (AtlasMapView *self,
            GdkEvent     *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN || type == GDK_TOUCHPAD_PINCH)
    atlas_map_view_stop (self);

  return GDK_EVENT_PROPAGATE;
}

/* libshumate's own gestures claim every press, turn the map, zoom in jerks and know no box. */
static void
remove_gestures (AtlasMapView *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  while (g_list_model_get_n_items (controllers) > 0)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, 0);

      gtk_widget_remove_controller (GTK_WIDGET (self->map), controller);
    }
}

void
atlas_map_view_init_gestures (AtlasMapView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *touch = gtk_event_controller_legacy_new ();
  GtkWidget          *map = GTK_WIDGET (self->map);

  remove_gestures (self);
  set_cursor (self, NULL);

  gtk_event_controller_set_propagation_phase (touch, GTK_PHASE_CAPTURE);
  g_signal_connect_object (touch, "event", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (map, touch);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (drag));
  self->drag.gesture = drag;

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (map, scroll);

  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (pinch));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (click));
}
