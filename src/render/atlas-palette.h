// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PALETTE_LIGHT,
  ATLAS_PALETTE_DARK,
  ATLAS_PALETTE_CONTRAST,      /* high contrast, as the desktop asks for it */
  ATLAS_PALETTE_CONTRAST_DARK,
  ATLAS_PALETTE_PRINT,         /* on white paper; reads in grey too */
  ATLAS_N_PALETTES,
} AtlasPaletteId;

/* The palette of a screen, by what its desktop wants. */
static inline AtlasPaletteId
atlas_palette_choose (gboolean dark,
                      gboolean high_contrast)
{
  if (high_contrast)
    return dark ? ATLAS_PALETTE_CONTRAST_DARK : ATLAS_PALETTE_CONTRAST;

  return dark ? ATLAS_PALETTE_DARK : ATLAS_PALETTE_LIGHT;
}

typedef struct
{
  guint32 rgb;   /* 0xRRGGBB */
  float   alpha; /* 0..1 */
} AtlasColor;

#define ATLAS_N_TINTS 12

typedef struct
{
  float   metres;
  guint32 rgb;
} AtlasTint;

/* The inks of the basemap. One row a palette in atlas-palette.c; constant, so any thread may read it. */
typedef struct
{
  AtlasPaletteId id;

  /* grounds */
  guint32        sea_shore, sea_deep;
  guint32        paper;                /* what the tints fade to as one comes nearer */
  AtlasTint      tints[ATLAS_N_TINTS]; /* of the land, lowest first */
  AtlasColor     shadow, light;        /* of the hillshade: alpha is its strength */
  AtlasColor     waterline, urban, lake;

  /* lines */
  AtlasColor     coast, river, border, ribbon, disputed, province, graticule;

  /* names */
  AtlasColor     town, village, dot, water_name, country_name, range_name, region_name, peak_name;
  AtlasColor     graticule_name;
  AtlasColor     halo, water_halo;
} AtlasPalette;

const AtlasPalette *atlas_palette_get        (AtlasPaletteId   id);
void                atlas_palette_set_source (cairo_t         *cr,
                                              AtlasColor       color,
                                              double           strength);
void                atlas_palette_add_stop   (cairo_pattern_t *gradient,
                                              double           offset,
                                              AtlasColor       color,
                                              double           strength);

G_END_DECLS
