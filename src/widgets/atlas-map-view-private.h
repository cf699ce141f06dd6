// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap-source.h"
#include "atlas-item-layer.h"
#include "atlas-legend.h"
#include "atlas-map-compare.h"
#include "atlas-map-view.h"
#include "atlas-scale.h"

G_BEGIN_DECLS

struct _AtlasMapView
{
  GtkWidget         parent_instance;

  AtlasSession     *session;
  GSignalGroup     *session_signals;
  AtlasBasemap     *basemap;
  AtlasMapScene    *scene;
  AtlasMapScene    *before; /* (nullable): of the date that the clock's is compared with */
  AtlasPaletteId    palette;
  gboolean          high_contrast;

  GtkWidget        *overlay;
  ShumateMap       *map;
  AtlasBasemapSource *source; /* of the tiles */
  ShumateMapLayer  *tiles;
  AtlasItemLayer   *items;
  AtlasLegend      *legend;
  AtlasScale       *scale;
  AtlasMapCompare  *compare;

  /* what the pointer is on */
  double            pointer_x;
  double            pointer_y;
  double            press_x;
  double            press_y;
  GPtrArray        *cycle; /* of AtlasItem: what lay under the last click */
  double            cycle_x;
  double            cycle_y;

  AtlasCamera       flight; /* where the map flies to */
  gboolean          is_flying;

  /* tiles that were asked for: of which size */
  GdkFrameClock    *clock;
  int               tiles_width;
  int               tiles_height;

  gboolean          in_camera; /* the camera is being handed on: do not hand it back */
};

/* Keys: their table and the actions they activate. */
void          atlas_map_view_class_add_keys  (GtkWidgetClass *widget_class);

/* Controls over the map: buttons, legend, scale, credit. */
void          atlas_map_view_init_controls   (AtlasMapView *self);

/* Layers: tiles, names, and the scene of the items. */
void          atlas_map_view_replace_tiles   (AtlasMapView *self);
void          atlas_map_view_replace_names   (AtlasMapView *self);
void          atlas_map_view_replace_scene   (AtlasMapView *self);
void          atlas_map_view_choose_palette  (AtlasMapView *self);
/* The scene as the session says: its clock, filter and selection. */
void          atlas_map_view_show_scene      (AtlasMapView *self);
void          atlas_map_view_update_legend   (AtlasMapView *self);

/* Two dates: the divider, and the scene of the side before. */
void          atlas_map_view_init_compare    (AtlasMapView *self);
void          atlas_map_view_show_before     (AtlasMapView *self);
void          atlas_map_view_clear_before    (AtlasMapView *self);
AtlasMapSide  atlas_map_view_get_side        (AtlasMapView *self,
                                              double        x);  /* px */
/* The date that is shown at @x; empty: all. */
AtlasTimeSpan atlas_map_view_get_date        (AtlasMapView *self,
                                              double        x);
/* What is drawn at a place; see atlas_map_painter_hit(). */
GPtrArray    *atlas_map_view_hit             (AtlasMapView *self,
                                              double        x,
                                              double        y);
/* Whether an item is there at a date that is shown. */
gboolean      atlas_map_view_shows           (AtlasMapView *self,
                                              AtlasItem    *item);

/* Camera: between the session's and the viewport's. */
void          atlas_map_view_init_camera     (AtlasMapView *self);
void          atlas_map_view_show_camera     (AtlasMapView *self,
                                              gboolean      animate);
/* Asks for the tiles in view, once there are sizes. */
void          atlas_map_view_ask_for_tiles   (AtlasMapView *self);
/* Brings @item into view when it is outside it or too small to see. */
void          atlas_map_view_reveal          (AtlasMapView *self,
                                              AtlasItem    *item);
void          atlas_map_view_fit             (AtlasMapView   *self,
                                              const AtlasBox *lonlat);
void          atlas_map_view_pan             (AtlasMapView *self,
                                              double        dx,   /* px to the right */
                                              double        dy);  /* px down */
void          atlas_map_view_zoom            (AtlasMapView *self,
                                              double        steps);

/* Pointer: hover, click and tooltip. */
void          atlas_map_view_init_pointer    (AtlasMapView *self);
/* Selects the next (1) or previous (-1) item in view, in time order. */
void          atlas_map_view_step_item       (AtlasMapView *self,
                                              int           direction);

G_END_DECLS
