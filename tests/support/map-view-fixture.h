// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-view-private.h"
#include "atlas-mercator.h"

#include "widget-fixture.h"

/* The map of the built-in atlas, in a window of this size. */
#define MAP_VIEW_FIXTURE_WIDTH 800
#define MAP_VIEW_FIXTURE_HEIGHT 600

static inline void
map_view_fixture_set_up (WidgetFixture *fixture,
                         gconstpointer  data)
{
  widget_fixture_set_animations (FALSE);
  widget_fixture_set_up (fixture, atlas_map_view_new (), MAP_VIEW_FIXTURE_WIDTH, MAP_VIEW_FIXTURE_HEIGHT);
}

static inline AtlasMapView *
map_view_fixture_get_view (WidgetFixture *fixture)
{
  return ATLAS_MAP_VIEW (fixture->widget);
}

static inline ShumateViewport *
map_view_fixture_get_viewport (WidgetFixture *fixture)
{
  return shumate_map_get_viewport (map_view_fixture_get_view (fixture)->map);
}

static inline void
map_view_fixture_assert_looks_at (WidgetFixture *fixture,
                                  double         zoom,
                                  double         latitude,
                                  double         longitude)
{
  AtlasCamera      camera = atlas_session_get_camera (fixture->session);
  ShumateViewport *viewport = map_view_fixture_get_viewport (fixture);

  g_assert_cmpfloat_with_epsilon (camera.zoom, zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (camera.latitude, latitude, 1e-9);
  g_assert_cmpfloat_with_epsilon (camera.longitude, longitude, 1e-9);
  g_assert_cmpfloat_with_epsilon (shumate_viewport_get_zoom_level (viewport), zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)), latitude, 1e-9);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)), longitude, 1e-9);
}

/* Where a place is seen, px. */
static inline AtlasPoint
map_view_fixture_get_pixel (WidgetFixture *fixture,
                            double         longitude,
                            double         latitude)
{
  AtlasPoint pixel;

  shumate_viewport_location_to_widget_coords (map_view_fixture_get_viewport (fixture), fixture->widget, latitude, longitude, &pixel.x, &pixel.y);

  return pixel;
}

static inline AtlasPoint
map_view_fixture_get_item_pixel (WidgetFixture *fixture,
                                 const char    *id)
{
  AtlasItem *item = atlas_dataset_lookup (fixture->dataset, id);
  AtlasPoint place = atlas_mercator_unproject (atlas_geometry_get_anchor (atlas_item_get_geometry (item)));

  return map_view_fixture_get_pixel (fixture, place.x, place.y);
}

static inline gboolean
map_view_fixture_is_inside (AtlasPoint pixel,
                            double     margin)
{
  return pixel.x >= margin && pixel.x <= MAP_VIEW_FIXTURE_WIDTH - margin && pixel.y >= margin && pixel.y <= MAP_VIEW_FIXTURE_HEIGHT - margin;
}

static inline void
map_view_fixture_set_camera (WidgetFixture *fixture,
                             double         zoom,
                             double         latitude,
                             double         longitude)
{
  atlas_session_set_camera (fixture->session, (AtlasCamera){ .zoom = zoom, .latitude = latitude, .longitude = longitude });
}
