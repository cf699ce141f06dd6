// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/* The compiled basemap: one GVariant that the build writes (tools/basemap/compile.c) and the program maps into memory.
 * Every member is an array of fixed-size structures, so that opening it reads nothing but a few index checks:
 *
 *   layers ──> features ──> parts ──> chunks   (48 vertices each, with a box, so that a tile skips what it cannot see)
 *                               └───> vertices (+ one level a vertex: the first whole zoom that needs it)
 *   grids ──> samples                          (relief; each grid is followed by its halvings)
 *   places, labels ──> curve points
 *   features, places, labels ──> names ──> strings   (a name is a set, one offset a language; strings end in NUL, and
 *                                                      offset 0 is the empty string; set 0 is empty in every language;
 *                                                      a place has its country among the first 255)
 *
 * The compiler has resolved what a name falls back to, so that a language is chosen by an index alone.
 *
 * Rivers run downstream: the first vertex of a part is its upper end. @upstream and @downstream of the part say how much
 * river there is above its first and its last vertex; between them it grows with the distance along the part.
 */

#include <glib.h>

G_BEGIN_DECLS

#define ATLAS_BASEMAP_MAGIC       0x4d424c41u /* "ALBM" read as little endian */
#define ATLAS_BASEMAP_FORMAT      2u
#define ATLAS_BASEMAP_BYTE_ORDER  0x01020304u /* reads differently where the bytes are swapped */
#define ATLAS_BASEMAP_TYPE        "((uuu)a(uu)a(uuuqyyiiii)a(uuuuiiiiqq)a(iiii)a(ii)aya(uuuuddd)ana(iiuuqyy)a(iiuuuqqnnny)a(ii)a(uuuuuu)ay)"

#define ATLAS_BASEMAP_WORLD       (1 << 21)   /* the side of the Mercator square in vertex units: 19 m at the equator */
#define ATLAS_BASEMAP_CHUNK       48          /* vertices */
#define ATLAS_BASEMAP_CHUNK_LEVEL 0           /* the first vertex of a chunk belongs to every zoom */

typedef enum
{
  ATLAS_BASEMAP_LAND,
  ATLAS_BASEMAP_LAKE,
  ATLAS_BASEMAP_URBAN,
  ATLAS_BASEMAP_RIVER,
  ATLAS_BASEMAP_PROVINCE,
  ATLAS_BASEMAP_BORDER,
  ATLAS_BASEMAP_N_LAYERS,
} AtlasBasemapLayer;

/* What a feature of the river and border layers is; 0 elsewhere. */
typedef enum { ATLAS_RIVER_NATURAL, ATLAS_RIVER_MINOR, ATLAS_RIVER_SEASONAL, ATLAS_RIVER_CANAL, ATLAS_RIVER_IN_LAKE,
               ATLAS_RIVER_SKETCHED, ATLAS_N_RIVERS } AtlasBasemapRiver;

/* AGREED: an international border; DISPUTED: one that a party contests; CLAIM: where a party says that the border should be;
 * CONTROL: a line between who governs where, which no treaty makes a border. All are of today: lines of the past are items. */
typedef enum { ATLAS_BORDER_AGREED, ATLAS_BORDER_DISPUTED, ATLAS_BORDER_CLAIM, ATLAS_BORDER_CONTROL, ATLAS_N_BORDERS } AtlasBasemapBorder;

typedef enum
{
  ATLAS_LABEL_COUNTRY,
  ATLAS_LABEL_OCEAN,
  ATLAS_LABEL_SEA,
  ATLAS_LABEL_GULF,
  ATLAS_LABEL_LAKE,
  ATLAS_LABEL_RANGE,
  ATLAS_LABEL_REGION,
  ATLAS_LABEL_DESERT,
  ATLAS_LABEL_PEAK,
  ATLAS_LABEL_PASS,
  ATLAS_LABEL_ISLAND,
  ATLAS_LABEL_CAPE,     /* and peninsulas */
  ATLAS_LABEL_STRAIT,   /* and bays */
  ATLAS_LABEL_PROVINCE,
  ATLAS_LABEL_N_KINDS,
} AtlasBasemapLabelKind;

/* The languages of names, in the order of their offsets. LOCAL: as people there write it. */
typedef enum
{
  ATLAS_BASEMAP_LOCAL,
  ATLAS_BASEMAP_ENGLISH,
  ATLAS_BASEMAP_AZERBAIJANI,
  ATLAS_BASEMAP_RUSSIAN,
  ATLAS_BASEMAP_ARMENIAN,
  ATLAS_BASEMAP_TURKISH,
  ATLAS_BASEMAP_N_LANGUAGES,
} AtlasBasemapLanguage;

#define ATLAS_BASEMAP_N_RANKS 5

typedef struct { gint32 x0, y0, x1, y1; } AtlasBasemapBox;
typedef struct { gint32 x, y; } AtlasBasemapVertex;
typedef struct { guint32 first_feature, n_features; } AtlasBasemapLayerIndex;

typedef struct
{
  guint32         first_part, n_parts;
  guint32         name;      /* index into the names */
  guint16         min_zoom;  /* tenths */
  guint8          kind;
  guint8          closed;    /* rings, filled even-odd */
  AtlasBasemapBox box;
} AtlasBasemapFeature;

typedef struct
{
  guint32         first_vertex, n_vertices;
  guint32         first_chunk, n_chunks;
  AtlasBasemapBox box;
  guint16         upstream;   /* of a river: kilometres of river above the first vertex, tributaries included; 0 elsewhere */
  guint16         downstream; /* above the last vertex; never less than @upstream */
} AtlasBasemapPart;

typedef struct
{
  guint32 width, height;
  guint32 first_sample;
  guint32 world;             /* 1: wraps round the world; 0: the detailed part */
  double  west, north, step; /* degrees; a sample stands in the middle of its cell */
} AtlasBasemapGrid;

typedef struct
{
  gint32  x, y;              /* vertex units */
  guint32 name;
  guint32 population;
  guint16 min_zoom;          /* tenths */
  guint8  rank;              /* < ATLAS_BASEMAP_N_RANKS: 0 capital, 1 over a million, 2 over 200 000, 3 over 30 000, 4 smaller */
  guint8  country;           /* index into the names; 0: not said, as of all that is contested */
} AtlasBasemapPlace;

typedef struct
{
  gint32  x, y;              /* the middle, vertex units */
  guint32 name;
  guint32 first_point, n_points; /* the line it runs along; none = straight at @angle */
  guint16 min_zoom, max_zoom;    /* tenths */
  gint16  size, spacing;         /* tenths of a pixel */
  gint16  angle;                 /* degrees, anticlockwise */
  guint8  kind;                  /* AtlasBasemapLabelKind */
} AtlasBasemapLabel;

typedef struct { guint32 text[ATLAS_BASEMAP_N_LANGUAGES]; } AtlasBasemapName; /* offsets into the strings */

/* Relief samples: above 0 land, else sea. */
#define ATLAS_RELIEF_METRE      2     /* steps a metre */
#define ATLAS_RELIEF_LOWEST     64    /* metres below the sea that land may lie */
#define ATLAS_RELIEF_SEA_TONE   16384 /* steps from the shore's tone to the deepest */

G_STATIC_ASSERT (sizeof (AtlasBasemapFeature) == 32);
G_STATIC_ASSERT (sizeof (AtlasBasemapPart) == 36);
G_STATIC_ASSERT (sizeof (AtlasBasemapGrid) == 40);
G_STATIC_ASSERT (sizeof (AtlasBasemapPlace) == 20);
G_STATIC_ASSERT (sizeof (AtlasBasemapLabel) == 32);
G_STATIC_ASSERT (sizeof (AtlasBasemapName) == 24);

G_END_DECLS
