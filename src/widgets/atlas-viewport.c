// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-viewport.h"

#include "atlas-mercator.h"

AtlasCamera
atlas_viewport_get_camera (ShumateViewport *viewport)
{
  return (AtlasCamera){
    .zoom = shumate_viewport_get_zoom_level (viewport),
    .latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
    .longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
  };
}

AtlasLabelView
atlas_viewport_get_label_view (ShumateViewport *viewport,
                               double           width,
                               double           height)
{
  AtlasCamera camera = atlas_viewport_get_camera (viewport);
  AtlasPoint  middle = atlas_mercator_project (camera.longitude, camera.latitude);

  return (AtlasLabelView){ middle.x, middle.y, camera.zoom, width, height };
}

void
atlas_viewport_connect_moved (ShumateViewport *viewport,
                              GCallback        callback,
                              gpointer         object)
{
  static const char *const moves[] = { "notify::latitude", "notify::longitude", "notify::zoom-level" };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (viewport, moves[i], callback, object, G_CONNECT_SWAPPED);
}
