// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-mercator.h"
#include "atlas-viewport.h"

/* Follows the map while it is panned; another zoom makes other piles. */
static void
viewport_changed_cb (AtlasMapView *self)
{
  AtlasMapFrame frame = atlas_item_layer_get_frame (self->items);
  AtlasPoint    place = atlas_map_frame_to_px (&frame, self->spider_place);

  if (frame.zoom != self->spider_zoom)
    {
      self->spider_zoom = frame.zoom;
      g_clear_pointer (&self->cycle, g_ptr_array_unref);
      atlas_map_tip_hide (self->tip);
      atlas_map_view_close_spider (self);
    }
  if (!atlas_map_spider_is_open (self->spider))
    return;

  atlas_map_spider_move (self->spider, place.x, place.y);
}

static gboolean
key_pressed_cb (AtlasMapView *self,
                guint         keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  atlas_map_tip_hide (self->tip);

  return atlas_map_view_close_spider (self);
}

void
atlas_map_view_init_spider (AtlasMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->spider = ATLAS_MAP_SPIDER (atlas_map_spider_new ());
  self->tip = ATLAS_MAP_TIP (atlas_map_tip_new ());
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->spider));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->tip));

  atlas_viewport_connect_moved (shumate_map_get_viewport (self->map), G_CALLBACK (viewport_changed_cb), self);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
atlas_map_view_open_pile (AtlasMapView       *self,
                          const AtlasMapPile *pile,
                          AtlasTimeSpan       date,
                          gboolean            with_key)
{
  AtlasMapFrame frame = atlas_item_layer_get_frame (self->items);
  AtlasPoint    place = atlas_map_frame_to_px (&frame, pile->place);

  atlas_map_tip_hide (self->tip);
  if (!isnan (pile->split_zoom))
    {
      AtlasPoint middle = atlas_mercator_unproject (pile->place);

      atlas_session_set_camera (self->session, (AtlasCamera){ .zoom = pile->split_zoom, .latitude = middle.y, .longitude = middle.x });
      return;
    }

  self->spider_place = pile->place;
  self->spider_zoom = frame.zoom;
  atlas_map_spider_open (self->spider, self->session, date, self->palette, pile->items, place.x, place.y);
  if (with_key)
    atlas_map_spider_focus (self->spider, atlas_session_get_selected (self->session));
}

gboolean
atlas_map_view_close_spider (AtlasMapView *self)
{
  gboolean had_focus;

  if (self->spider == NULL || !atlas_map_spider_is_open (self->spider))
    return FALSE;

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->spider)) != NULL;
  atlas_map_spider_close (self->spider);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  return TRUE;
}

void
atlas_map_view_open_selected (AtlasMapView *self)
{
  AtlasItem    *selected = self->session != NULL ? atlas_session_get_selected (self->session) : NULL;
  AtlasMapFrame frame = atlas_item_layer_get_frame (self->items);
  g_autoptr (AtlasMapPile) pile = NULL;

  if (self->scene != NULL && selected != NULL)
    pile = atlas_map_pile_find (self->scene, &frame, selected, ATLAS_BASEMAP_MAX_ZOOM);

  if (pile != NULL)
    atlas_map_view_open_pile (self, pile, atlas_map_view_get_date (self, frame.width), TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}
