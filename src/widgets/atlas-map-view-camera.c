// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

#include "atlas-mercator.h"
#include "atlas-viewport.h"

/* An item smaller than this is not seen, px. */
#define MIN_ITEM_SIZE 24.0
/* Room left round what the map is moved to, px. */
#define FIT_PADDING 48.0
/* The closest that the map goes by itself. */
#define FIT_MAX_ZOOM 9.0
/* An item that is nearer to the edge counts as outside, px. */
#define EDGE 16.0

static ShumateViewport *
get_viewport (AtlasMapView *self)
{
  return shumate_map_get_viewport (self->map);
}

AtlasCamera
atlas_map_view_get_camera (AtlasMapView *self)
{
  return atlas_viewport_get_camera (get_viewport (self));
}

static gboolean
is_same (AtlasCamera a,
         AtlasCamera b)
{
  return ABS (a.zoom - b.zoom) < 1e-6 && ABS (a.latitude - b.latitude) < 1e-9 && ABS (a.longitude - b.longitude) < 1e-9;
}

static void
viewport_moved_cb (AtlasMapView *self)
{
  if (self->session == NULL || self->in_camera)
    return;

  self->in_camera = TRUE;
  atlas_session_set_camera (self->session, atlas_map_view_get_camera (self));
  self->in_camera = FALSE;
}

/* An atlas has north up: names and symbols stand upright. */
static void
viewport_turned_cb (AtlasMapView *self)
{
  if (shumate_viewport_get_rotation (get_viewport (self)) != 0.0)
    shumate_viewport_set_rotation (get_viewport (self), 0.0);
}

/* All at once, else the layers would ask for tiles of a view that nobody sees. A flight does not tell the session of each
 * place on its way: that knows where it goes. */
void
atlas_map_view_look (AtlasMapView *self,
                     AtlasCamera   camera,
                     gboolean      tell)
{
  ShumateViewport *viewport = get_viewport (self);

  atlas_map_glass_fade (self->glass, NULL); /* it is seen at once */
  self->in_camera = TRUE;
  g_object_freeze_notify (G_OBJECT (viewport));
  shumate_viewport_set_zoom_level (viewport, camera.zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), camera.latitude, camera.longitude);
  g_object_thaw_notify (G_OBJECT (viewport));
  if (tell && self->session != NULL)
    atlas_session_set_camera (self->session, camera);
  self->in_camera = FALSE;

  if (!tell)
    atlas_scale_update (self->scale);
}

void
atlas_map_view_arrived (AtlasMapView *self)
{
  atlas_scale_update (self->scale);
  atlas_map_view_update_legend (self);
}

AtlasCamera
atlas_map_view_shift_camera (AtlasCamera camera,
                             double      dx,
                             double      dy)
{
  AtlasPoint point = atlas_mercator_project (camera.longitude, camera.latitude);

  point.x = CLAMP (point.x + dx, 0.0, 1.0);
  point.y = CLAMP (point.y + dy, 0.0, 1.0);
  point = atlas_mercator_unproject (point);
  camera.longitude = point.x;
  camera.latitude = point.y;

  return camera;
}

void
atlas_map_view_init_camera (AtlasMapView *self)
{
  ShumateViewport *viewport = get_viewport (self);

  shumate_viewport_set_min_zoom_level (viewport, ATLAS_BASEMAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (viewport, ATLAS_BASEMAP_MAX_ZOOM);

  atlas_viewport_connect_moved (viewport, G_CALLBACK (viewport_moved_cb), self);
  g_signal_connect_object (viewport, "notify::rotation", G_CALLBACK (viewport_turned_cb), self, G_CONNECT_SWAPPED);
}

void
atlas_map_view_show_camera (AtlasMapView *self,
                            gboolean      animate)
{
  AtlasCamera to = atlas_session_get_camera (self->session);

  /* Who asks for more than there is gets what there is, and is told so. */
  to.zoom = CLAMP (to.zoom, ATLAS_BASEMAP_MIN_ZOOM, ATLAS_BASEMAP_MAX_ZOOM);
  self->in_camera = TRUE;
  atlas_session_set_camera (self->session, to);
  self->in_camera = FALSE;

  atlas_map_view_rest (self);
  if (is_same (to, atlas_map_view_get_camera (self)))
    return;

  if (animate && atlas_map_view_can_animate (self))
    atlas_map_view_fly (self, to);
  else
    {
      atlas_map_view_look (self, to, FALSE);
      atlas_map_view_arrived (self);
    }
}

void
atlas_map_view_fit_box (AtlasMapView *self,
                        AtlasBox      box,
                        double        padding,
                        double        max_zoom)
{
  double      width = gtk_widget_get_width (GTK_WIDGET (self));
  double      height = gtk_widget_get_height (GTK_WIDGET (self));
  AtlasPoint  middle = atlas_mercator_unproject ((AtlasPoint){ (box.x0 + box.x1) / 2.0, (box.y0 + box.y1) / 2.0 });
  AtlasCamera camera = { .latitude = middle.y, .longitude = middle.x };

  if (self->session == NULL || width < 1.0 || height < 1.0)
    return;

  camera.zoom = atlas_mercator_fit (box, width, height, MIN (padding, MIN (width, height) / 6.0), max_zoom);
  atlas_session_set_camera (self->session, camera);
}

void
atlas_map_view_fit (AtlasMapView   *self,
                    const AtlasBox *lonlat)
{
  AtlasPoint north_west = atlas_mercator_project (lonlat->x0, lonlat->y1);
  AtlasPoint south_east = atlas_mercator_project (lonlat->x1, lonlat->y0);

  atlas_map_view_fit_box (self, (AtlasBox){ north_west.x, north_west.y, south_east.x, south_east.y }, FIT_PADDING, FIT_MAX_ZOOM);
}

void
atlas_map_view_reveal (AtlasMapView *self,
                       AtlasItem    *item)
{
  AtlasBox      box = atlas_item_get_box (item);
  AtlasMapFrame frame = atlas_map_frame_from_camera (atlas_session_get_camera (self->session), gtk_widget_get_width (GTK_WIDGET (self)),
                                                     gtk_widget_get_height (GTK_WIDGET (self))); /* where it flies to */
  AtlasBox      view = atlas_map_frame_get_box (&frame, -EDGE);
  double        size = MAX (box.x1 - box.x0, box.y1 - box.y0) * atlas_mercator_world_size (frame.zoom);
  gboolean      is_point = FALSE;

  if (atlas_box_is_empty (box) || frame.width < 1.0)
    return;

  is_point = box.x0 == box.x1 && box.y0 == box.y1;
  if (atlas_box_overlaps (box, view) && (is_point || size >= MIN_ITEM_SIZE))
    return;

  atlas_map_view_fit_box (self, box, FIT_PADDING, is_point ? MAX (frame.zoom, 6.0) : FIT_MAX_ZOOM);
}
