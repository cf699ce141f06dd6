// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item-layer.h"
#include "atlas-item-names.h"
#include "atlas-item-picture.h"
#include "atlas-item-scout.h"
#include "atlas-label-painter.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_ITEM_FLIGHT_NONE,
  ATLAS_ITEM_FLIGHT_FLYING,
  ATLAS_ITEM_FLIGHT_LANDED, /* it is drawn as in flight until the picture of where it is is there */
} AtlasItemFlight;

/* What one side of the map shows. */
typedef struct
{
  AtlasMapScene   *scene; /* (nullable): the map view's */
  AtlasItemPicture picture;
  AtlasItemNames   names;
  AtlasItemScout  *scout; /* (nullable): there is none before the first flight */
} AtlasItemSide;

struct _AtlasItemLayer
{
  ShumateLayer       parent_instance;

  AtlasItemSide      sides[ATLAS_N_MAP_SIDES];
  double             divider;    /* where the sides meet, from 0 to 1 */
  double             text_scale; /* beside the desktop's */
  AtlasLabelPlacer  *placer;     /* (nullable): of the basemap's names */
  AtlasLabelPainter *painter;
  AtlasPaletteId     palette;
  AtlasMapFrame      frames[ATLAS_N_MAP_SIDES]; /* of the frame that is drawn */
  AtlasItemLayerFunc covers_func;               /* (nullable) */
  gpointer           covers_data;
  gboolean           on_way; /* to another view */

  AtlasItemFlight    flight;
  AtlasCamera        landed;
  AtlasItemPicture   parting;       /* all as it was at take-off, with names */
  gboolean           has_parted;    /* it is no more drawn, but kept while the last frame's nodes have it */
  gint64             take_off;      /* µs */
};

/* The names of a view. */
typedef struct
{
  GArray *labels[ATLAS_N_MAP_SIDES]; /* of AtlasMapLabel; (nullable): a side that is not there has none */
  GArray *names;                     /* of AtlasPlacedLabel: the basemap's */
} AtlasItemLayerNames;

/* The frames of the sides, as the viewport is now. */
void                atlas_item_layer_update_frames (AtlasItemLayer *self);
AtlasItemLayerNames atlas_item_layer_place         (AtlasItemLayer *self);
void                atlas_item_layer_names_clear   (AtlasItemLayerNames *names);
void                atlas_item_layer_draw_areas    (AtlasItemLayer            *self,
                                                    cairo_t                   *cr,
                                                    const AtlasItemLayerNames *names);
void                atlas_item_layer_draw_names    (AtlasItemLayer            *self,
                                                    cairo_t                   *cr,
                                                    const AtlasItemLayerNames *names);
/* The items of all sides, and what parts these. */
void                atlas_item_layer_draw_sides    (AtlasItemLayer *self,
                                                    cairo_t        *cr);

void                atlas_item_layer_snapshot_flight (AtlasItemLayer *self,
                                                      GtkSnapshot    *snapshot);

G_END_DECLS
