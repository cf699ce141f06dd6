// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-basemap-source.h"
#include "atlas-flight.h"
#include "atlas-graticule-layer.h"
#include "atlas-item-layer.h"
#include "atlas-legend.h"
#include "atlas-map-pile.h"
#include "atlas-map-spider.h"
#include "atlas-map-tip.h"
#include "atlas-map-compare.h"
#include "atlas-map-glass.h"
#include "atlas-map-view.h"
#include "atlas-online-source.h"
#include "atlas-pings.h"
#include "atlas-scale.h"
#include "atlas-tile-layer.h"

G_BEGIN_DECLS

/* How far an arrow key pans, px; with Shift so many times as far. */
#define ATLAS_MAP_PAN_STEP 100.0
#define ATLAS_MAP_PAN_FAR 3

/* Arrow keys that are down. */
enum
{
  ATLAS_MAP_HELD_WEST = 1 << 0,
  ATLAS_MAP_HELD_EAST = 1 << 1,
  ATLAS_MAP_HELD_NORTH = 1 << 2,
  ATLAS_MAP_HELD_SOUTH = 1 << 3,
};

/* How the map moves by itself. A flight goes alone; a zoom and a glide go together. */
typedef struct
{
  guint       tick;        /* 0: it rests */
  gint64      time;        /* of the last frame, µs */

  gboolean    is_flying;
  AtlasFlight flight;
  double      flown;       /* of its time, 0..1 */
  guint       n_late;      /* frames of it that came late */

  guint       wait;        /* for the view that is faded to; 0: there is none */
  gint64      wait_begin;  /* µs */

  gboolean    is_zooming;
  double      zoom;        /* where it ends */
  double      anchor_x;    /* px: what is there stays there */
  double      anchor_y;

  double      glide_x;     /* px that are still to go */
  double      glide_y;
  double      glide_time;  /* s, in which all but 1/e of it is gone */

  guint       held;        /* keys that are down */
  double      held_factor; /* of their speed */
  double      held_x;      /* px gone since */
  double      held_y;
} AtlasMapMotion;

/* What the pointer does with the map. */
typedef struct
{
  GtkGesture *gesture;
  gboolean    is_box;  /* draws a box rather than pans */
  double      x;       /* px: where it was last */
  double      y;
  double      speed_x; /* px/s */
  double      speed_y;
  guint32     time;    /* ms */
} AtlasMapDrag;

/* What a click met: several things are gone through by clicking on, a pile opens, else a double click zooms. */
typedef enum
{
  ATLAS_MAP_CLICK_PLAIN,
  ATLAS_MAP_CLICK_SEVERAL,
  ATLAS_MAP_CLICK_PILE,
} AtlasMapClick;

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
  gboolean          is_bare;
  double            text_scale; /* of names, beside the desktop's */

  GtkWidget        *overlay;
  ShumateMap       *map;
  AtlasTileLayer   *tiles;
  AtlasGraticuleLayer *graticule; /* the lines */
  AtlasItemLayer   *items;
  AtlasGraticuleLayer *degrees;
  AtlasLegend      *legend;
  AtlasScale       *scale;
  AtlasMapCompare  *compare;
  AtlasMapSpider   *spider;
  AtlasMapTip      *tip;

  /* what the pointer is on */
  double            pointer_x;
  double            pointer_y;
  double            press_x;
  double            press_y;
  GPtrArray        *cycle; /* of AtlasItem: what lay under the last click */
  double            cycle_x;
  double            cycle_y;
  guint             cycle_index;
  AtlasMapClick     clicked;   /* what the last click met */
  gboolean          is_double; /* the press that is down is the second of a double click, which selects nothing more */
  gboolean          is_stepping; /* from item to item in view: the map stays */
  AtlasPoint        spider_place; /* unit Mercator */
  double            spider_zoom;

  gboolean          is_online;
  AtlasOnlineSource *online_source; /* (nullable): there is none while it is off */
  ShumateMapLayer  *online;        /* (nullable) */
  GtkWidget        *buttons;
  GtkWidget        *credit;
  GtkWidget        *foot;
  GtkWidget        *online_credit;
  GtkWidget        *online_note;
  AtlasPings       *pings;
  AtlasMapGlass    *glass;
  AtlasMapMotion    motion;
  AtlasMapDrag      drag;
  AtlasCamera       pinch_begin;
  gboolean          is_new; /* the atlas: nobody has seen it yet, so that it need not move to where it opens */

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

/* Rings round what begins as the clock passes. */
void          atlas_map_view_init_pings      (AtlasMapView *self);

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
/* The pile that is drawn at a place; see atlas_map_pile_hit(). */
AtlasMapPile *atlas_map_view_hit_pile        (AtlasMapView *self,
                                              double        x,
                                              double        y);
/* Whether an item is there at a date that is shown. */
gboolean      atlas_map_view_shows           (AtlasMapView *self,
                                              AtlasItem    *item);

/* Camera: between the session's and the viewport's. */
void          atlas_map_view_init_camera     (AtlasMapView *self);
void          atlas_map_view_show_camera     (AtlasMapView *self,
                                              gboolean      animate);
/* Brings @item into view when it is outside it or too small to see. */
void          atlas_map_view_reveal          (AtlasMapView *self,
                                              AtlasItem    *item);
void          atlas_map_view_fit             (AtlasMapView   *self,
                                              const AtlasBox *lonlat);
/* Shows a box of the unit Mercator square, with @padding px round it. */
void          atlas_map_view_fit_box         (AtlasMapView *self,
                                              AtlasBox      box,
                                              double        padding,
                                              double        max_zoom);
AtlasCamera   atlas_map_view_get_camera      (AtlasMapView *self);
/* Moves the viewport, at once. @tell: and the session's camera with it. */
void          atlas_map_view_look            (AtlasMapView *self,
                                              AtlasCamera   camera,
                                              gboolean      tell);
/* After a way of which the session was not told each step. */
void          atlas_map_view_arrived         (AtlasMapView *self);
AtlasCamera   atlas_map_view_shift_camera    (AtlasCamera   camera,
                                              double        dx,   /* east, unit Mercator */
                                              double        dy);  /* south */

/* Motion, which does without where the desktop does without animations. */
gboolean      atlas_map_view_can_animate     (AtlasMapView *self);
void          atlas_map_view_fly             (AtlasMapView *self,
                                              AtlasCamera   to);
/* Where it is; the session is told. */
void          atlas_map_view_stop            (AtlasMapView *self);
/* The same, but that the session has another word already. */
void          atlas_map_view_rest            (AtlasMapView *self);
void          atlas_map_view_pan             (AtlasMapView *self,
                                              double        dx,   /* px to the right */
                                              double        dy);  /* px down */
void          atlas_map_view_shift           (AtlasMapView *self, /* at once */
                                              double        dx,
                                              double        dy);
void          atlas_map_view_fling           (AtlasMapView *self,
                                              double        speed_x,  /* px/s */
                                              double        speed_y);
/* What is at @x, @y px stays there. Steps that come while it still zooms add up. */
void          atlas_map_view_zoom_at         (AtlasMapView *self,
                                              double        steps,
                                              double        x,
                                              double        y);
void          atlas_map_view_zoom_to         (AtlasMapView *self, /* at once */
                                              double        zoom,
                                              double        x,
                                              double        y);
void          atlas_map_view_hold            (AtlasMapView *self,
                                              guint         keys,
                                              double        factor);
void          atlas_map_view_release         (AtlasMapView *self,
                                              guint         keys);

/* Gestures: drag, box, wheel, pinch, double click. */
void          atlas_map_view_init_gestures   (AtlasMapView *self);
/* FALSE: there was no box. */
gboolean      atlas_map_view_cancel_box      (AtlasMapView *self);
void          atlas_map_view_init_keys       (AtlasMapView *self);

/* Online map: its layer, its credit and what is said when it cannot be reached. */
void          atlas_map_view_update_online   (AtlasMapView *self);
GtkWidget    *atlas_map_view_create_online_foot (AtlasMapView *self);

/* Places: the menu there, and "What is here?". */
void          atlas_map_view_class_add_place_actions (GtkWidgetClass *widget_class);
void          atlas_map_view_init_place      (AtlasMapView *self);

/* What lies under the pointer, as clicks go through it: a pile counts once, and first. */
typedef struct
{
  AtlasMapPile *pile;  /* (nullable) */
  GPtrArray    *items; /* of AtlasItem: the rest */
} AtlasMapStack;

static inline guint
atlas_map_stack_count (const AtlasMapStack *stack)
{
  return (stack->pile != NULL ? 1 : 0) + stack->items->len;
}

/* NULL: the pile. */
static inline AtlasItem *
atlas_map_stack_get (const AtlasMapStack *stack,
                     guint                index)
{
  if (stack->pile != NULL && index == 0)
    return NULL;

  return g_ptr_array_index (stack->items, index - (stack->pile != NULL ? 1 : 0));
}

/* Piles: clicked or entered they are zoomed into, or opened where that does not help. */
void          atlas_map_view_init_spider     (AtlasMapView *self);
void          atlas_map_view_open_pile       (AtlasMapView       *self,
                                              const AtlasMapPile *pile,
                                              AtlasTimeSpan       date, /* of the side it is on */
                                              gboolean            with_key);
gboolean      atlas_map_view_close_spider    (AtlasMapView *self); /* FALSE: it was not open */
/* Opens the pile that holds what is selected. */
void          atlas_map_view_open_selected   (AtlasMapView *self);

/* Tip: what is said of what is under the pointer, or selected by a key. */
void          atlas_map_view_show_tip        (AtlasMapView        *self,
                                              const AtlasMapStack *stack,
                                              guint                index,
                                              double               x,
                                              double               y);
void          atlas_map_view_show_key_tip    (AtlasMapView *self);

/* Pointer: hover and click. */
void          atlas_map_view_init_pointer    (AtlasMapView *self);
/* The second press of a double click has come. FALSE: it is not for zooming, because the first one began something here. */
gboolean      atlas_map_view_take_double_click (AtlasMapView *self);
/* Selects the next (1) or previous (-1) item in view, in time order. */
void          atlas_map_view_step_item       (AtlasMapView *self,
                                              int           direction);

G_END_DECLS
