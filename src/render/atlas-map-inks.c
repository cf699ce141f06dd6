// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-style.h"

#define R(x) ATLAS_MAP_ROLE_##x

/* clang-format off */
/* Warm darks on the light relief, pale warm tints on the dark one. Vermilion, ochre, green, blue, violet, crimson and ink keep
 * apart for the three common kinds of colour blindness; dashes, builds and shapes say the same again. */
static const AtlasMapInks inks[] = {
  [ATLAS_PALETTE_LIGHT] = {
    .roles = { [R (PIPELINE)] = 0x7d3c22, [R (OIL)] = 0x56281a, [R (GAS)] = 0xb0521c, [R (CORRIDOR)] = 0x1f6d68,
               [R (RAILWAY)] = 0x37353f, [R (SITE)] = 0x2c4b7c, [R (ZONE)] = 0x68478f, [R (TREATY)] = 0x735515,
               [R (EVENT)] = 0xa22b4b, [R (PERIOD)] = 0x5a5f2e, [R (SCENARIO)] = 0x486878, [R (CLOSED)] = 0x847c73 },
    .casing = { 0xfdf8ec, 0.86f }, .paper = { 0xfffaef, 1.0f },
    .selected = { 0xf2b13c, 0.70f }, .hovered = { 0xffffff, 0.80f },
    .text = { 0x2a2521, 1.0f }, .text_halo = { 0xfffaef, 0.88f },
  },
  [ATLAS_PALETTE_DARK] = {
    .roles = { [R (PIPELINE)] = 0xe59a72, [R (OIL)] = 0xe08a5c, [R (GAS)] = 0xecc587, [R (CORRIDOR)] = 0x67bda6,
               [R (RAILWAY)] = 0xe8e2d6, [R (SITE)] = 0x92bff5, [R (ZONE)] = 0xc8a4f2, [R (TREATY)] = 0xe6c479,
               [R (EVENT)] = 0xff8cab, [R (PERIOD)] = 0x9fb06a, [R (SCENARIO)] = 0xa6c6d6, [R (CLOSED)] = 0xa09a91 },
    .casing = { 0x171d20, 1.0f }, .paper = { 0x161c20, 1.0f },
    .selected = { 0xffcf4a, 0.62f }, .hovered = { 0xffffff, 0.38f },
    .text = { 0xf0eadf, 1.0f }, .text_halo = { 0x12171a, 0.88f },
  },
  [ATLAS_PALETTE_CONTRAST] = {
    .roles = { [R (PIPELINE)] = 0x8a2300, [R (OIL)] = 0x6e1c00, [R (GAS)] = 0x7d3f00, [R (CORRIDOR)] = 0x00503f,
               [R (RAILWAY)] = 0x111015, [R (SITE)] = 0x06316c, [R (ZONE)] = 0x4a1f78, [R (TREATY)] = 0x6a4300,
               [R (EVENT)] = 0x86002f, [R (PERIOD)] = 0x2c3200, [R (SCENARIO)] = 0x1f4556, [R (CLOSED)] = 0x4d4843 },
    .casing = { 0xffffff, 1.0f }, .paper = { 0xffffff, 1.0f },
    .selected = { 0xf5a800, 0.95f }, .hovered = { 0x1a5fb4, 0.55f },
    .text = { 0x000000, 1.0f }, .text_halo = { 0xffffff, 0.96f },
  },
  [ATLAS_PALETTE_CONTRAST_DARK] = {
    .roles = { [R (PIPELINE)] = 0xffa87e, [R (OIL)] = 0xff9864, [R (GAS)] = 0xffd48c, [R (CORRIDOR)] = 0x7df0d0,
               [R (RAILWAY)] = 0xffffff, [R (SITE)] = 0xa9d0ff, [R (ZONE)] = 0xdcc0ff, [R (TREATY)] = 0xffdf94,
               [R (EVENT)] = 0xffa6c0, [R (PERIOD)] = 0xa8c46a, [R (SCENARIO)] = 0xc0e2f2, [R (CLOSED)] = 0xbdb7ae },
    .casing = { 0x000000, 1.0f }, .paper = { 0x000000, 1.0f },
    .selected = { 0xffcf4a, 0.85f }, .hovered = { 0xffffff, 0.55f },
    .text = { 0xffffff, 1.0f }, .text_halo = { 0x000000, 0.96f },
  },
  [ATLAS_PALETTE_PRINT] = {
    .roles = { [R (PIPELINE)] = 0x9c310a, [R (OIL)] = 0x802706, [R (GAS)] = 0x985200, [R (CORRIDOR)] = 0x085f4e,
               [R (RAILWAY)] = 0x24222a, [R (SITE)] = 0x163e74, [R (ZONE)] = 0x593382, [R (TREATY)] = 0x6e4a08,
               [R (EVENT)] = 0x951740, [R (PERIOD)] = 0x3a4010, [R (SCENARIO)] = 0x365667, [R (CLOSED)] = 0x6a645d },
    .casing = { 0xffffff, 1.0f }, .paper = { 0xffffff, 1.0f },
    .selected = { 0xf7b226, 1.0f }, .hovered = { 0xffffff, 0.80f }, .selected_edge = { 0x1c1814, 0.90f },
    .text = { 0x1c1814, 1.0f }, .text_halo = { 0xffffff, 0.90f },
  },
};
/* clang-format on */

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
