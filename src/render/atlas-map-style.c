// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-style.h"

/* What a status does to any line. Lengths are multiples of the line's width. */
#define UNBROKEN \
  {              \
    0            \
  }
#define LONG    \
  {             \
    13.0f, 1.8f \
  } /* no phase says how far it has come */
#define DOTS    \
  {             \
    0.01f, 2.0f \
  } /* planned */
#define DASHES \
  {            \
    3.4f, 1.9f \
  } /* being built */
#define BROKEN                         \
  {                                    \
    5.0f, 1.5f, 1.0f, 1.5f, 1.0f, 1.5f \
  } /* suspended */

#define R(x) ATLAS_MAP_ROLE_##x
#define L(x) ATLAS_MAP_LINE_##x
#define H(x) ATLAS_MAP_HATCH_##x
#define S(x) ATLAS_SYMBOL_##x

/* The one table: a row for every kind and status. Columns: role, line, width, dash, hatch, tint, symbol, fill. */
/* clang-format off */
static const AtlasMapStyle styles[ATLAS_N_KINDS][ATLAS_N_STATUSES] = {
  [ATLAS_KIND_PIPELINE] = {
    [ATLAS_STATUS_NONE]      = { R (PIPELINE), L (PLAIN), 2.0f, LONG,     H (DOTTED), 0.10f, S (DIAMOND), S (OPEN) },
    [ATLAS_STATUS_PLANNED]   = { R (PIPELINE), L (PLAIN), 2.3f, DOTS,     H (DOTTED), 0.06f, S (DIAMOND), S (DOTTED) },
    [ATLAS_STATUS_BUILDING]  = { R (PIPELINE), L (PLAIN), 2.3f, DASHES,   H (DOTTED), 0.08f, S (DIAMOND), S (HALF) },
    [ATLAS_STATUS_OPERATING] = { R (PIPELINE), L (PLAIN), 2.4f, UNBROKEN, H (DOTTED), 0.14f, S (DIAMOND), S (SOLID) },
    [ATLAS_STATUS_SUSPENDED] = { R (PIPELINE), L (PLAIN), 2.1f, BROKEN,   H (DOTTED), 0.08f, S (DIAMOND), S (BARRED) },
    [ATLAS_STATUS_CLOSED]    = { R (CLOSED),   L (PLAIN), 1.1f, UNBROKEN, H (NONE), 0.04f, S (DIAMOND), S (HOLLOW) },
  },
  [ATLAS_KIND_CORRIDOR] = {
    [ATLAS_STATUS_NONE]      = { R (CORRIDOR), L (BAND),  7.0f, LONG,     H (LEVEL),  0.10f, S (HEXAGON), S (OPEN) },
    [ATLAS_STATUS_PLANNED]   = { R (CORRIDOR), L (BAND),  7.0f, DOTS,     H (LEVEL),  0.06f, S (HEXAGON), S (DOTTED) },
    [ATLAS_STATUS_BUILDING]  = { R (CORRIDOR), L (BAND),  7.0f, DASHES,   H (LEVEL),  0.08f, S (HEXAGON), S (HALF) },
    [ATLAS_STATUS_OPERATING] = { R (CORRIDOR), L (BAND),  8.0f, UNBROKEN, H (LEVEL),  0.14f, S (HEXAGON), S (SOLID) },
    [ATLAS_STATUS_SUSPENDED] = { R (CORRIDOR), L (BAND),  7.0f, BROKEN,   H (LEVEL),  0.08f, S (HEXAGON), S (BARRED) },
    [ATLAS_STATUS_CLOSED]    = { R (CLOSED),   L (BAND),  4.5f, UNBROKEN, H (NONE),  0.04f, S (HEXAGON), S (HOLLOW) },
  },
  [ATLAS_KIND_RAILWAY] = {
    [ATLAS_STATUS_NONE]      = { R (RAILWAY),  L (TIES),  1.3f, LONG,     H (NONE),   0.10f, S (RAIL),    S (OPEN) },
    [ATLAS_STATUS_PLANNED]   = { R (RAILWAY),  L (TIES),  1.5f, DOTS,     H (NONE),   0.06f, S (RAIL),    S (DOTTED) },
    [ATLAS_STATUS_BUILDING]  = { R (RAILWAY),  L (TIES),  1.5f, DASHES,   H (NONE),   0.08f, S (RAIL),    S (HALF) },
    [ATLAS_STATUS_OPERATING] = { R (RAILWAY),  L (TIES),  1.6f, UNBROKEN, H (NONE),   0.14f, S (RAIL),    S (SOLID) },
    [ATLAS_STATUS_SUSPENDED] = { R (RAILWAY),  L (TIES),  1.4f, BROKEN,   H (NONE),   0.08f, S (RAIL),    S (BARRED) },
    [ATLAS_STATUS_CLOSED]    = { R (CLOSED),   L (TIES),  0.9f, UNBROKEN, H (NONE),   0.04f, S (RAIL),    S (HOLLOW) },
  },
  [ATLAS_KIND_SITE] = {
    [ATLAS_STATUS_NONE]      = { R (SITE),     L (PLAIN), 1.5f, LONG,     H (CROSSED), 0.10f, S (SQUARE), S (OPEN) },
    [ATLAS_STATUS_PLANNED]   = { R (SITE),     L (PLAIN), 1.5f, DOTS,     H (CROSSED), 0.06f, S (SQUARE), S (DOTTED) },
    [ATLAS_STATUS_BUILDING]  = { R (SITE),     L (PLAIN), 1.5f, DASHES,   H (CROSSED), 0.08f, S (SQUARE), S (HALF) },
    [ATLAS_STATUS_OPERATING] = { R (SITE),     L (PLAIN), 1.8f, UNBROKEN, H (CROSSED), 0.14f, S (SQUARE), S (SOLID) },
    [ATLAS_STATUS_SUSPENDED] = { R (SITE),     L (PLAIN), 1.5f, BROKEN,   H (CROSSED), 0.08f, S (SQUARE), S (BARRED) },
    [ATLAS_STATUS_CLOSED]    = { R (CLOSED),   L (PLAIN), 1.0f, UNBROKEN, H (NONE), 0.04f, S (SQUARE), S (HOLLOW) },
  },
  /* Zones and events have a life and seldom phases: without a status they are drawn in full. */
  [ATLAS_KIND_ZONE] = {
    [ATLAS_STATUS_NONE]      = { R (ZONE),     L (TEETH), 1.5f, UNBROKEN, H (RISING), 0.13f, S (CIRCLE),  S (SOLID) },
    [ATLAS_STATUS_PLANNED]   = { R (ZONE),     L (TEETH), 1.5f, DOTS,     H (RISING), 0.06f, S (CIRCLE),  S (DOTTED) },
    [ATLAS_STATUS_BUILDING]  = { R (ZONE),     L (TEETH), 1.5f, DASHES,   H (RISING), 0.08f, S (CIRCLE),  S (HALF) },
    [ATLAS_STATUS_OPERATING] = { R (ZONE),     L (TEETH), 1.8f, LONG,     H (RISING), 0.16f, S (CIRCLE),  S (EYED) },
    [ATLAS_STATUS_SUSPENDED] = { R (ZONE),     L (TEETH), 1.5f, BROKEN,   H (RISING), 0.08f, S (CIRCLE),  S (BARRED) },
    [ATLAS_STATUS_CLOSED]    = { R (CLOSED),   L (PLAIN), 1.0f, UNBROKEN, H (NONE), 0.04f, S (CIRCLE),  S (HOLLOW) },
  },
  [ATLAS_KIND_TREATY] = {
    [ATLAS_STATUS_NONE]      = { R (TREATY),   L (BEADS), 1.4f, LONG,     H (LEVEL),  0.10f, S (SHEET),   S (OPEN) },
    [ATLAS_STATUS_PLANNED]   = { R (TREATY),   L (BEADS), 1.4f, DOTS,     H (LEVEL),  0.06f, S (SHEET),   S (DOTTED) },
    [ATLAS_STATUS_BUILDING]  = { R (TREATY),   L (BEADS), 1.4f, DASHES,   H (LEVEL),  0.08f, S (SHEET),   S (HALF) },
    [ATLAS_STATUS_OPERATING] = { R (TREATY),   L (BEADS), 1.6f, UNBROKEN, H (LEVEL),  0.14f, S (SHEET),   S (SOLID) },
    [ATLAS_STATUS_SUSPENDED] = { R (TREATY),   L (BEADS), 1.4f, BROKEN,   H (LEVEL),  0.08f, S (SHEET),   S (BARRED) },
    [ATLAS_STATUS_CLOSED]    = { R (CLOSED),   L (BEADS), 0.9f, UNBROKEN, H (NONE),  0.04f, S (SHEET),   S (HOLLOW) },
  },
  [ATLAS_KIND_EVENT] = {
    [ATLAS_STATUS_NONE]      = { R (EVENT),    L (CHEVRONS), 1.6f, UNBROKEN, H (FALLING), 0.11f, S (STAR), S (SOLID) },
    [ATLAS_STATUS_PLANNED]   = { R (EVENT),    L (CHEVRONS), 1.5f, DOTS,     H (FALLING), 0.06f, S (STAR), S (DOTTED) },
    [ATLAS_STATUS_BUILDING]  = { R (EVENT),    L (CHEVRONS), 1.5f, DASHES,   H (FALLING), 0.08f, S (STAR), S (HALF) },
    [ATLAS_STATUS_OPERATING] = { R (EVENT),    L (CHEVRONS), 1.8f, LONG,     H (FALLING), 0.14f, S (STAR), S (EYED) },
    [ATLAS_STATUS_SUSPENDED] = { R (EVENT),    L (CHEVRONS), 1.5f, BROKEN,   H (FALLING), 0.08f, S (STAR), S (BARRED) },
    [ATLAS_STATUS_CLOSED]    = { R (CLOSED),   L (CHEVRONS), 1.0f, UNBROKEN, H (NONE), 0.04f, S (STAR), S (HOLLOW) },
  },
  [ATLAS_KIND_PERIOD] = {
    [ATLAS_STATUS_NONE]      = { R (PERIOD),   L (BEADS), 1.4f, UNBROKEN, H (DOTTED), 0.10f, S (HOURGLASS), S (SOLID) },
    [ATLAS_STATUS_PLANNED]   = { R (PERIOD),   L (BEADS), 1.4f, DOTS,     H (DOTTED), 0.06f, S (HOURGLASS), S (DOTTED) },
    [ATLAS_STATUS_BUILDING]  = { R (PERIOD),   L (BEADS), 1.4f, DASHES,   H (DOTTED), 0.08f, S (HOURGLASS), S (HALF) },
    [ATLAS_STATUS_OPERATING] = { R (PERIOD),   L (BEADS), 1.6f, LONG,     H (DOTTED), 0.14f, S (HOURGLASS), S (EYED) },
    [ATLAS_STATUS_SUSPENDED] = { R (PERIOD),   L (BEADS), 1.4f, BROKEN,   H (DOTTED), 0.08f, S (HOURGLASS), S (BARRED) },
    [ATLAS_STATUS_CLOSED]    = { R (CLOSED),   L (PLAIN), 0.9f, UNBROKEN, H (NONE), 0.04f, S (HOURGLASS), S (HOLLOW) },
  },
  [ATLAS_KIND_SCENARIO] = {
    [ATLAS_STATUS_NONE]      = { R (SCENARIO), L (CHEVRONS), 1.4f, LONG,     H (CROSSED), 0.06f, S (FORK), S (SOLID) },
    [ATLAS_STATUS_PLANNED]   = { R (SCENARIO), L (CHEVRONS), 1.4f, DOTS,     H (CROSSED), 0.06f, S (FORK), S (DOTTED) },
    [ATLAS_STATUS_BUILDING]  = { R (SCENARIO), L (CHEVRONS), 1.4f, DASHES,   H (CROSSED), 0.06f, S (FORK), S (HALF) },
    [ATLAS_STATUS_OPERATING] = { R (SCENARIO), L (CHEVRONS), 1.6f, UNBROKEN, H (CROSSED), 0.10f, S (FORK), S (EYED) },
    [ATLAS_STATUS_SUSPENDED] = { R (SCENARIO), L (CHEVRONS), 1.4f, BROKEN,   H (CROSSED), 0.06f, S (FORK), S (BARRED) },
    [ATLAS_STATUS_CLOSED]    = { R (CLOSED),   L (CHEVRONS), 0.9f, UNBROKEN, H (NONE), 0.04f, S (FORK), S (HOLLOW) },
  },
};

/* What a line carries changes its ink and how it is built; the dashes stay the status's. */
static const struct
{
  AtlasMapRole role;
  AtlasMapLine line;
  float        width; /* factor */
} variants[] = {
  [ATLAS_MAP_VARIANT_NONE] = { 0 },
  [ATLAS_MAP_VARIANT_OIL]  = { R (OIL), L (PLAIN),  1.15f },
  [ATLAS_MAP_VARIANT_GAS]  = { R (GAS), L (HOLLOW), 1.55f },
};

/* Warm darks on the light relief, pale warm tints on the dark one. Vermilion, ochre, green, blue, violet, crimson and ink keep
 * apart for the three common kinds of colour blindness; dashes, builds and shapes say the same again. */
static const AtlasMapInks inks[] = {
  [ATLAS_PALETTE_LIGHT] = {
    .roles = { [R (PIPELINE)] = 0xa8370e, [R (OIL)] = 0x8c2b08, [R (GAS)] = 0xa85c00, [R (CORRIDOR)] = 0x0b6a57,
               [R (RAILWAY)] = 0x2d2a33, [R (SITE)] = 0x1b4680, [R (ZONE)] = 0x633a8c, [R (TREATY)] = 0x6f4a06,
               [R (EVENT)] = 0xa31d48, [R (PERIOD)] = 0x55591f, [R (SCENARIO)] = 0x3f6070, [R (CLOSED)] = 0x736c65 },
    .casing = { 0xfbf5e8, 1.0f }, .paper = { 0xfffaef, 1.0f },
    .selected = { 0xf5a800, 0.78f }, .hovered = { 0xffffff, 0.80f },
    .text = { 0x2a2521, 1.0f }, .text_halo = { 0xfffaef, 0.88f },
  },
  [ATLAS_PALETTE_DARK] = {
    .roles = { [R (PIPELINE)] = 0xff9260, [R (OIL)] = 0xf27c44, [R (GAS)] = 0xffc46b, [R (CORRIDOR)] = 0x5fcfb0,
               [R (RAILWAY)] = 0xe8e2d6, [R (SITE)] = 0x92bff5, [R (ZONE)] = 0xc8a4f2, [R (TREATY)] = 0xe6c479,
               [R (EVENT)] = 0xff8cab, [R (PERIOD)] = 0xc6cb88, [R (SCENARIO)] = 0xa6c6d6, [R (CLOSED)] = 0xa09a91 },
    .casing = { 0x171d20, 1.0f }, .paper = { 0x161c20, 1.0f },
    .selected = { 0xffcf4a, 0.62f }, .hovered = { 0xffffff, 0.38f },
    .text = { 0xf0eadf, 1.0f }, .text_halo = { 0x12171a, 0.88f },
  },
  [ATLAS_PALETTE_CONTRAST] = {
    .roles = { [R (PIPELINE)] = 0x8a2300, [R (OIL)] = 0x6e1c00, [R (GAS)] = 0x7d3f00, [R (CORRIDOR)] = 0x00503f,
               [R (RAILWAY)] = 0x111015, [R (SITE)] = 0x06316c, [R (ZONE)] = 0x4a1f78, [R (TREATY)] = 0x4f3200,
               [R (EVENT)] = 0x86002f, [R (PERIOD)] = 0x3c4000, [R (SCENARIO)] = 0x1f4556, [R (CLOSED)] = 0x4d4843 },
    .casing = { 0xffffff, 1.0f }, .paper = { 0xffffff, 1.0f },
    .selected = { 0xf5a800, 0.95f }, .hovered = { 0x1a5fb4, 0.55f },
    .text = { 0x000000, 1.0f }, .text_halo = { 0xffffff, 0.96f },
  },
  [ATLAS_PALETTE_CONTRAST_DARK] = {
    .roles = { [R (PIPELINE)] = 0xffa87e, [R (OIL)] = 0xff9864, [R (GAS)] = 0xffd48c, [R (CORRIDOR)] = 0x7df0d0,
               [R (RAILWAY)] = 0xffffff, [R (SITE)] = 0xa9d0ff, [R (ZONE)] = 0xdcc0ff, [R (TREATY)] = 0xffdf94,
               [R (EVENT)] = 0xffa6c0, [R (PERIOD)] = 0xe0e6a0, [R (SCENARIO)] = 0xc0e2f2, [R (CLOSED)] = 0xbdb7ae },
    .casing = { 0x000000, 1.0f }, .paper = { 0x000000, 1.0f },
    .selected = { 0xffcf4a, 0.85f }, .hovered = { 0xffffff, 0.55f },
    .text = { 0xffffff, 1.0f }, .text_halo = { 0x000000, 0.96f },
  },
  [ATLAS_PALETTE_PRINT] = {
    .roles = { [R (PIPELINE)] = 0x9c310a, [R (OIL)] = 0x802706, [R (GAS)] = 0x985200, [R (CORRIDOR)] = 0x085f4e,
               [R (RAILWAY)] = 0x24222a, [R (SITE)] = 0x163e74, [R (ZONE)] = 0x593382, [R (TREATY)] = 0x644204,
               [R (EVENT)] = 0x951740, [R (PERIOD)] = 0x4c501a, [R (SCENARIO)] = 0x365667, [R (CLOSED)] = 0x6a645d },
    .casing = { 0xffffff, 1.0f }, .paper = { 0xffffff, 1.0f },
    .selected = { 0xf5a800, 0.78f }, .hovered = { 0xffffff, 0.80f },
    .text = { 0x1c1814, 1.0f }, .text_halo = { 0xffffff, 0.90f },
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (variants) == ATLAS_N_MAP_VARIANTS);
G_STATIC_ASSERT (G_N_ELEMENTS (inks) == ATLAS_N_PALETTES);

/**
 * atlas_map_inks_get:
 * @palette: which one
 *
 * Gets the inks of items in a palette.
 *
 * Returns: (transfer none): a constant
 */
const AtlasMapInks *
atlas_map_inks_get (AtlasPaletteId palette)
{
  g_return_val_if_fail ((guint) palette < ATLAS_N_PALETTES, &inks[0]);

  return &inks[palette];
}

AtlasMapStyle
atlas_map_style_get (AtlasKind       kind,
                     AtlasStatus     status,
                     AtlasMapVariant variant)
{
  AtlasMapStyle style;

  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS && (guint) status < ATLAS_N_STATUSES, styles[0][0]);
  g_return_val_if_fail ((guint) variant < ATLAS_N_MAP_VARIANTS, styles[0][0]);

  style = styles[kind][status];
  if (variant == ATLAS_MAP_VARIANT_NONE)
    return style;

  style.line = variants[variant].line;
  style.width *= variants[variant].width;
  if (style.role != ATLAS_MAP_ROLE_CLOSED)
    style.role = variants[variant].role;

  return style;
}
