// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

/* Two dates on one map: which side is where, and the scene of the side before. */

static void
divider_moved_cb (AtlasMapView *self)
{
  atlas_item_layer_set_divider (self->items, atlas_map_compare_get_divider (self->compare));
  atlas_map_view_update_legend (self);
}

void
atlas_map_view_init_compare (AtlasMapView *self)
{
  self->compare = ATLAS_MAP_COMPARE (atlas_map_compare_new ());
  g_signal_connect_object (self->compare, "notify::divider", G_CALLBACK (divider_moved_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->compare));
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->compare), TRUE);
}

void
atlas_map_view_clear_before (AtlasMapView *self)
{
  atlas_item_layer_set_scene (self->items, ATLAS_MAP_SIDE_BEFORE, NULL);
  g_clear_pointer (&self->before, atlas_map_scene_free);
}

void
atlas_map_view_show_before (AtlasMapView *self)
{
  if (!atlas_session_is_comparing (self->session))
    {
      atlas_map_view_clear_before (self);
      return;
    }

  if (self->before == NULL)
    {
      self->before = atlas_map_scene_new (atlas_session_get_dataset (self->session));
      atlas_map_scene_set_palette (self->before, self->palette);
    }
  if (atlas_map_scene_follow_at (self->before, self->session, atlas_session_get_comparison (self->session)))
    gtk_widget_queue_draw (GTK_WIDGET (self->items));
  atlas_item_layer_set_scene (self->items, ATLAS_MAP_SIDE_BEFORE, self->before);
}

AtlasMapSide
atlas_map_view_get_side (AtlasMapView *self,
                         double        x)
{
  return x < atlas_item_layer_get_side_frame (self->items, ATLAS_MAP_SIDE_BEFORE).width ? ATLAS_MAP_SIDE_BEFORE : ATLAS_MAP_SIDE_NOW;
}

AtlasTimeSpan
atlas_map_view_get_date (AtlasMapView *self,
                         double        x)
{
  if (atlas_map_view_get_side (self, x) == ATLAS_MAP_SIDE_BEFORE)
    return atlas_session_get_comparison (self->session);
  if (atlas_session_get_clock_mode (self->session) == ATLAS_CLOCK_ALL)
    return ATLAS_TIME_SPAN_NONE;

  return atlas_session_get_clock (self->session);
}

/* Finds the scene under @x, and makes that px of its frame. */
static AtlasMapScene *
find_side (AtlasMapView  *self,
           AtlasMapFrame *frame,
           double        *x)
{
  AtlasMapSide side = atlas_map_view_get_side (self, *x);

  *frame = atlas_item_layer_get_side_frame (self->items, side);
  if (side == ATLAS_MAP_SIDE_NOW)
    *x -= gtk_widget_get_width (GTK_WIDGET (self->items)) - frame->width;

  return side == ATLAS_MAP_SIDE_BEFORE ? self->before : self->scene;
}

GPtrArray *
atlas_map_view_hit (AtlasMapView *self,
                    double        x,
                    double        y)
{
  AtlasMapFrame  frame;
  AtlasMapScene *scene = find_side (self, &frame, &x);

  return scene != NULL ? atlas_map_painter_hit (scene, &frame, x, y) : g_ptr_array_new ();
}

AtlasMapPile *
atlas_map_view_hit_pile (AtlasMapView *self,
                         double        x,
                         double        y)
{
  AtlasMapFrame  frame;
  AtlasMapScene *scene = find_side (self, &frame, &x);

  return scene != NULL ? atlas_map_pile_hit (scene, &frame, x, y, ATLAS_BASEMAP_MAX_ZOOM) : NULL;
}

gboolean
atlas_map_view_shows (AtlasMapView *self,
                      AtlasItem    *item)
{
  return atlas_session_get_visibility (self->session, item, NULL) == ATLAS_VISIBILITY_SHOWN ||
         (atlas_session_is_comparing (self->session) &&
          atlas_session_get_visibility_at (self->session, item, atlas_session_get_comparison (self->session), NULL) ==
            ATLAS_VISIBILITY_SHOWN);
}
