// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-collision.h"
#include "atlas-label-line.h"
#include "atlas-map-bands.h"
#include "atlas-map-cluster.h"
#include "atlas-map-course.h"
#include "atlas-map-look.h"
#include "atlas-map-name.h"
#include "atlas-map-path.h"
#include "atlas-map-raster.h"
#include "atlas-map-scene.h"
#include "atlas-map-sprite.h"
#include "atlas-map-style.h"
#include "atlas-spatial-index.h"

G_BEGIN_DECLS

#define ATLAS_MAP_MAX_OVERLAPS 64 /* of more areas nobody tells which lie on which */

/* How an item shows, and what it is made of. */
typedef struct
{
  guint8 visibility; /* AtlasVisibility */
  guint8 status;     /* AtlasStatus */
  guint8 evidence;   /* AtlasEvidenceLevel */
  guint8 has_points : 1;
  guint8 has_lines : 1;
  guint8 has_areas : 1;
  guint8 weight : 2; /* how much the report makes of it: 0..ATLAS_MAP_MAX_WEIGHT */
  guint8 is_hit : 1; /* while the hits of a pointer are gathered */
  guint8 symbol;     /* AtlasSymbol */
  guint8 area; /* index in the scene's overlaps; ATLAS_MAP_MAX_OVERLAPS: not among them */
  float  turn; /* of its hatch, degrees, so that what it overlaps is hatched otherwise */
} AtlasMapItemState;

#define ATLAS_MAP_MAX_WEIGHT 2

/* An item with lines or with areas, in the order of drawing; those with the same key are drawn in one go. */
typedef struct
{
  AtlasBox       box;
  AtlasGeometry *geometry; /* borrowed from the item */
  guint          position;
  guint          key;   /* of its AtlasMapLook */
  guint          crowd; /* of an area: how many others that are shown overlap it */
  float          turn;  /* of an area's hatch, degrees */
} AtlasMapEntry;

/* Room that a name or symbol takes at one level of zoom, wherever the map looks. */
typedef struct
{
  guint            position;
  int              priority;
  gboolean         has_text; /* else a symbol */
  AtlasPoint       anchor;   /* unit Mercator: where the item stands, or the middle of a name along a line */
  AtlasBox         box;      /* px from the anchor */
  AtlasLabelGlyph *glyphs;   /* (nullable): of a name along a line */
  guint            n_glyphs;
} AtlasMapPlace;

struct _AtlasMapScene
{
  AtlasDataset      *dataset;
  AtlasItem         *selected;
  AtlasItem         *hovered;
  AtlasPaletteId     palette;
  AtlasOverlay       overlay;
  char              *language;
  guint64            serial;  /* grows with every change */

  AtlasMapItemState *states;  /* one an item, by position */
  GArray            *areas;   /* of AtlasMapEntry */
  GArray            *lines;   /* of AtlasMapEntry */
  GArray            *points;  /* of AtlasMapPoint: what is shown first, then by rank and time */
  AtlasMapCourses   *courses; /* of lines that share a trench */
  AtlasTimeSpan      span;    /* the days that are looked at; empty: all */
  guint64            overlaps[ATLAS_MAP_MAX_OVERLAPS]; /* of an area: which others it overlaps, a bit each */
  gboolean           stale;   /* states have changed since the arrays were made */

  double             cluster_zoom; /* for which the clusters hold; NAN: none */
  GArray            *members;      /* of AtlasMapPoint */
  GArray            *clusters;     /* of AtlasMapCluster */

  /* where things are, for the pointer; (nullable): made by the first hit after a change */
  AtlasSpatialIndex *areas_index;
  AtlasSpatialIndex *lines_index;
  GArray            *shared_lines; /* of guint: entries whose trench is shared, so that they are not drawn where they are */
  AtlasSpatialIndex *clusters_index;

  PangoContext      *pango;
  GHashTable        *names;        /* position → AtlasMapName */
  GHashTable        *badges;       /* count → PangoLayout */
  AtlasLabelFonts   *fonts;        /* of names */
  double             text_scale;
  GArray            *places;       /* of AtlasMapPlace, while the level of zoom stays: see atlas-map-labels.c */
  double             places_zoom;  /* the level's */
  double             places_step;  /* of the clusters */
  guint32            places_serial;
  AtlasCollision    *ink; /* (nullable): of lines, px of the world at the places' zoom */
  gboolean           patient;      /* names are waited for */
  gboolean           places_fresh; /* this frame has placed them: their pictures wait for the next */

  AtlasMapSprites   *sprites;
  AtlasMapRaster    *raster;  /* (nullable): for screens only */
  AtlasMapBands     *bands;
  AtlasMapPath       path;    /* used by every paint */
  AtlasMapPath       scratch;
};

/* Adds what is drawn of an item: its rings, or its lines in their lanes, with round corners. Names, halos and hits follow the same path.
 * @to_px: the unit Mercator square to px; @plain: corners as they are, as in crowds */
void                atlas_map_scene_add_path     (AtlasMapScene        *self,
                                                  guint                 position,
                                                  AtlasPartKind         kind,
                                                  const cairo_matrix_t *to_px,
                                                  double                zoom,
                                                  gboolean              plain,
                                                  AtlasMapPath         *path);
/* Which areas lie on which, and how their hatches are turned: once for a scene. */
void                atlas_map_scene_find_overlaps (AtlasMapScene *self);
/* How many of them are shown: once for every change. */
void                atlas_map_scene_count_crowds (AtlasMapScene *self);

/* Brings the arrays up to date with the states. */
void                atlas_map_scene_prepare      (AtlasMapScene *self);
/* Brings the clusters up to date. */
void                atlas_map_scene_cluster      (AtlasMapScene *self,
                                                  double         zoom);
/* With which inks, and in which style, an item is drawn: the one place that knows of overlays. */
const AtlasMapInks *atlas_map_scene_get_inks     (AtlasMapScene *self);
/* How an item looks, and in which style it is drawn. */
AtlasMapLook        atlas_map_scene_get_look     (AtlasMapScene *self,
                                                  guint          position);
AtlasMapStyle       atlas_map_scene_get_style    (AtlasMapScene *self,
                                                  guint          position);
const AtlasMapName *atlas_map_scene_get_name     (AtlasMapScene *self,
                                                  guint          position);
PangoLayout        *atlas_map_scene_get_badge    (AtlasMapScene *self,
                                                  guint          count);

G_END_DECLS
