// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"
#include "atlas-palette.h"
#include "atlas-symbol.h"

G_BEGIN_DECLS

/* What a colour is for. Each palette gives every role an ink; two roles never mean something by their colour alone. */
typedef enum
{
  ATLAS_MAP_ROLE_PIPELINE,
  ATLAS_MAP_ROLE_OIL,
  ATLAS_MAP_ROLE_GAS,
  ATLAS_MAP_ROLE_CORRIDOR,
  ATLAS_MAP_ROLE_RAILWAY,
  ATLAS_MAP_ROLE_SITE,
  ATLAS_MAP_ROLE_ZONE,
  ATLAS_MAP_ROLE_TREATY,
  ATLAS_MAP_ROLE_EVENT,
  ATLAS_MAP_ROLE_PERIOD,
  ATLAS_MAP_ROLE_SCENARIO,
  ATLAS_MAP_ROLE_CLOSED, /* what is no more, of any kind */
  ATLAS_N_MAP_ROLES
} AtlasMapRole;

/* How a line is built, whatever its dashes. */
typedef enum
{
  ATLAS_MAP_LINE_PLAIN,    /* an inked line in a light casing */
  ATLAS_MAP_LINE_TIES,     /* a line with cross ties: rails */
  ATLAS_MAP_LINE_BAND,     /* a broad translucent band between two thin edges */
  ATLAS_MAP_LINE_HOLLOW,   /* two inked edges with paper between */
  ATLAS_MAP_LINE_BEADS,    /* a line strung with round beads */
  ATLAS_MAP_LINE_CHEVRONS, /* a line with arrow heads along it: a course */
  ATLAS_MAP_LINE_TEETH,    /* a line with ticks to one side: a rim or a front */
  ATLAS_N_MAP_LINES
} AtlasMapLine;

/* What fills an area. */
typedef enum
{
  ATLAS_MAP_HATCH_NONE,
  ATLAS_MAP_HATCH_RISING,  /* strokes from south-west to north-east */
  ATLAS_MAP_HATCH_FALLING, /* from north-west to south-east */
  ATLAS_MAP_HATCH_CROSSED,
  ATLAS_MAP_HATCH_LEVEL,   /* horizontal */
  ATLAS_MAP_HATCH_DOTTED,
  ATLAS_N_MAP_HATCHES
} AtlasMapHatch;

#define ATLAS_MAP_MAX_DASHES 6
#define ATLAS_MAP_EDGE       0.9 /* width of a band's edge and of an area's rim, px at zoom 6 */

/**
 * AtlasMapStyle:
 * @role: whose ink it is drawn with
 * @line: how a line is built
 * @width: of the line, px at zoom 6; of a band, all of it
 * @dash: lengths of ink and gap in multiples of the width of the inked line (%ATLAS_MAP_EDGE for a band's edges); ended by 0; none: unbroken
 * @barred: a thinner line with slanting bars across: hatched
 * @casing: px of light on each side of a line at zoom 6
 * @hatch: what fills an area
 * @tint: strength of the wash under the hatch, 0..1
 * @symbol: the shape of a point
 * @fill: how the shape is inked
 *
 * One cell of the table kind × status: how an item is drawn. The same numbers hold in every palette.
 */
typedef struct
{
  AtlasMapRole    role;
  AtlasMapLine    line;
  float           width;
  float           dash[ATLAS_MAP_MAX_DASHES + 1];
  gboolean        barred;
  float           casing;
  AtlasMapHatch   hatch;
  float           tint;
  AtlasSymbol     symbol;
  AtlasSymbolFill fill;
} AtlasMapStyle;

/* What a kind carries, where the atlas says so: it changes the ink and the build of a line, never its dashes. */
typedef enum
{
  ATLAS_MAP_VARIANT_NONE,
  ATLAS_MAP_VARIANT_OIL,
  ATLAS_MAP_VARIANT_GAS,
  ATLAS_N_MAP_VARIANTS
} AtlasMapVariant;

/* Inks that belong to no kind. */
typedef struct
{
  guint32    roles[ATLAS_N_MAP_ROLES];
  AtlasColor casing;    /* round every line and symbol, so that they stand off the relief */
  AtlasColor paper;     /* inside hollow symbols */
  AtlasColor selected;  /* the halo of what is selected */
  AtlasColor selected_edge; /* a thin line round that, where colours are not to be relied on; none when its alpha is 0 */
  AtlasColor hovered;   /* the halo of what the pointer is on */
  AtlasColor text;      /* names of items */
  AtlasColor text_halo;
} AtlasMapInks;

/**
 * atlas_map_inks_get:
 * @palette: a palette
 *
 * Gets the inks of a palette.
 *
 * Returns: (transfer none): the inks, which stay
 */
const AtlasMapInks *atlas_map_inks_get          (AtlasPaletteId  palette);

/**
 * atlas_map_style_get:
 * @kind: what an item is
 * @status: how far it has come
 * @variant: what it carries
 *
 * Gets the style of an item.
 *
 * Returns: the cell of the table
 */
AtlasMapStyle       atlas_map_style_get         (AtlasKind       kind,
                                                 AtlasStatus     status,
                                                 AtlasMapVariant variant);

/**
 * atlas_map_variant_of:
 * @cargo: what a line carries
 *
 * Gets the variant of the table for a cargo.
 *
 * Returns: the variant
 */
AtlasMapVariant     atlas_map_variant_of        (AtlasCargo       cargo);

/**
 * atlas_map_thickness_of:
 * @capacity: (nullable): what a line can carry at most; %NULL: it is not known
 *
 * Gets the factor to a line's width that its capacity makes: 0.6 + 0.11 · √Mtoe a year, see atlas_capacity_to_mtoe(). A line
 * twice as wide carries four times as much.
 *
 * Returns: between 0.7 and 1.6; 1 where the capacity is not known
 */
double              atlas_map_thickness_of      (const AtlasCapacity *capacity);

/**
 * atlas_map_style_paint_sample:
 * @cr: a context; the sample fills 0, 0 to @width, @height
 * @kind: what an item is
 * @status: how far it has come
 * @variant: what it carries
 * @schematic: whether its course is only a scheme
 * @palette: the inks
 * @width: px
 * @height: px
 *
 * Draws a legend's sample: a line for what is mostly lines, a patch for areas, else the symbol.
 */
void                atlas_map_style_paint_sample (cairo_t        *cr,
                                                  AtlasKind       kind,
                                                  AtlasStatus     status,
                                                  AtlasMapVariant variant,
                                                  gboolean        schematic,
                                                  AtlasPaletteId  palette,
                                                  double          width,
                                                  double          height);

G_END_DECLS
