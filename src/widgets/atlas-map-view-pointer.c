// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include <glib/gi18n-lib.h>

/* A click nearer than this to the last one is at the same place, px. */
#define SAME_PLACE 6.0

static void
motion_cb (AtlasMapView *self,
           double        x,
           double        y)
{
  g_autoptr (GPtrArray) items = NULL;

  if (self->session == NULL || (x == self->pointer_x && y == self->pointer_y))
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  items = atlas_map_view_hit (self, x, y);
  atlas_session_set_hovered (self->session, items->len > 0 ? g_ptr_array_index (items, 0) : NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), items->len > 0 ? "pointer" : NULL);
}

static void
leave_cb (AtlasMapView *self)
{
  self->pointer_x = self->pointer_y = -1.0;

  if (self->session != NULL)
    atlas_session_set_hovered (self->session, NULL);
}

/* What to select of the items under a click: clicking again at the same place goes on to the next. */
static AtlasItem *
choose (AtlasMapView *self,
        double        x,
        double        y)
{
  g_autoptr (GPtrArray) items = atlas_map_view_hit (self, x, y);
  gboolean same_place = self->cycle != NULL && hypot (x - self->cycle_x, y - self->cycle_y) <= SAME_PLACE;
  guint    index = 0;

  if (items->len == 0)
    return NULL;

  if (same_place && g_ptr_array_find (items, atlas_session_get_selected (self->session), &index))
    index = (index + 1) % items->len;

  self->cycle_x = x;
  self->cycle_y = y;
  g_clear_pointer (&self->cycle, g_ptr_array_unref);
  self->cycle = g_steal_pointer (&items);

  return g_ptr_array_index (self->cycle, index);
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
      self->press_x = x;
      self->press_y = y;
    }
  else if (self->session != NULL &&
           !gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y, (int) x, (int) y))
    atlas_session_select (self->session, choose (self, x, y));

  return GDK_EVENT_PROPAGATE;
}

static char *
create_tooltip (AtlasMapView *self,
                GPtrArray    *items,
                AtlasTimeSpan date)
{
  AtlasItem       *item = g_ptr_array_index (items, 0);
  AtlasStatus      status = ATLAS_STATUS_NONE;
  g_autofree char *when = atlas_edtf_to_words (&atlas_item_get_when (item)->edtf);
  g_autofree char *title = g_markup_escape_text (atlas_item_get_name (item, atlas_session_get_language (self->session)), -1);
  GString         *text = g_string_new (NULL);
  const char      *status_name = NULL;

  g_string_append_printf (text, "<b>%s</b>\n%s · %s", title, atlas_kind_get_name (atlas_item_get_kind (item)), when);

  atlas_session_get_visibility_at (self->session, item, date, &status);
  status_name = atlas_kind_get_status_name (atlas_item_get_kind (item), status);
  if (*status_name != '\0' && !atlas_time_span_is_empty (date))
    {
      g_autofree char *words = atlas_time_span_to_words (date);

      g_string_append_printf (text, "\n%s: %s", words, status_name);
    }

  if (atlas_item_is_schematic (item))
    g_string_append_printf (text, "\n<i>%s</i>", _ ("Drawn schematically"));
  if (atlas_session_get_overlay (self->session) == ATLAS_OVERLAY_EVIDENCE)
    {
      g_autofree char *evidence = atlas_evidence_to_words (atlas_item_get_evidence (item));

      g_string_append_printf (text, "\n%s", evidence);
    }
  if (items->len > 1)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u more here: click again", "%u more here: click again", items->len - 1),
                              items->len - 1);
    }

  return g_string_free (text, FALSE);
}

static gboolean
query_tooltip_cb (AtlasMapView *self,
                  int           x,
                  int           y,
                  gboolean      keyboard_mode,
                  GtkTooltip   *tooltip)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *markup = NULL;

  if (self->session == NULL || keyboard_mode)
    return FALSE;

  items = atlas_map_view_hit (self, x, y);
  if (items->len == 0)
    return FALSE;

  markup = create_tooltip (self, items, atlas_map_view_get_date (self, x));
  gtk_tooltip_set_markup (tooltip, markup);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 4, y - 4, 8, 8 }); /* another place, another tip */

  return TRUE;
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

  gtk_widget_set_has_tooltip (GTK_WIDGET (self->map), TRUE);
  g_signal_connect_object (self->map, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
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
          atlas_session_select (self->session, item);
          return;
        }
    }

  gtk_widget_error_bell (GTK_WIDGET (self));
}
