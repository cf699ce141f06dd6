// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-palette.h"

/* clang-format off */
static const AtlasPalette palettes[] = {
  [ATLAS_PALETTE_LIGHT] = {
    .id = ATLAS_PALETTE_LIGHT,
    .sea_shore = 0xdce9ea, .sea_deep = 0xafcbd6, .paper = 0xf7f3e6,
    .tints = { { -60, 0xe0e9d6 }, { 0, 0xe6eedb }, { 150, 0xedf0de }, { 400, 0xf3f0dd }, { 800, 0xf4ebd5 }, { 1300, 0xf1e2c8 },
               { 1900, 0xead7b9 }, { 2600, 0xe3cbad }, { 3400, 0xe0cab3 }, { 4200, 0xe8dcd0 }, { 5200, 0xf5f2ee }, { 9000, 0xffffff } },
    .shadow       = { 0x57526a, 0.72f }, .light      = { 0xfffdf4, 0.56f },
    .waterline    = { 0xf1f6f3, 0.42f }, .urban      = { 0xbf8e7c, 0.38f }, .lake     = { 0xc3dae2, 1.00f },
    .coast        = { 0x4c7f99, 1.00f }, .river      = { 0x4d88a9, 1.00f },
    .border       = { 0x703a4f, 0.97f }, .ribbon     = { 0xb06a86, 0.20f },
    .disputed     = { 0x87445c, 0.95f }, .province   = { 0x8e7a6c, 0.62f },
    .graticule    = { 0x4a5a66, 0.22f }, .graticule_name = { 0x5a5148, 0.95f },
    .town         = { 0x2a2521, 1.00f }, .village    = { 0x4a423b, 1.00f }, .dot      = { 0x2a2521, 1.00f },
    .water_name   = { 0x2f6c8c, 0.92f }, .country_name = { 0x74455a, 0.88f },
    .range_name   = { 0x7b5c3c, 0.88f }, .region_name  = { 0x7b5c3c, 0.88f }, .peak_name = { 0x5f4a38, 1.00f },
    .halo         = { 0xfbf6ea, 0.82f }, .water_halo = { 0xdce9ea, 0.40f },
  },
  [ATLAS_PALETTE_DARK] = {
    .id = ATLAS_PALETTE_DARK,
    .sea_shore = 0x1e313d, .sea_deep = 0x111d26, .paper = 0x2f3530,
    .tints = { { -60, 0x28352d }, { 0, 0x2e3a32 }, { 150, 0x333d35 }, { 400, 0x3a4037 }, { 800, 0x434239 }, { 1300, 0x4b463c },
               { 1900, 0x504940 }, { 2600, 0x554d43 }, { 3400, 0x5a524a }, { 4200, 0x5f5953 }, { 5200, 0x67635f }, { 9000, 0x7c7a78 } },
    .shadow       = { 0x05080b, 0.78f }, .light      = { 0xe8dcc2, 0.20f },
    .waterline    = { 0x2c4655, 0.45f }, .urban      = { 0x8a6a5c, 0.36f }, .lake     = { 0x1a303d, 1.00f },
    .coast        = { 0x629eb8, 1.00f }, .river      = { 0x5e9ebc, 1.00f },
    .border       = { 0xe2b2b8, 1.00f }, .ribbon     = { 0xa8607c, 0.24f },
    .disputed     = { 0xd8a6ae, 1.00f }, .province   = { 0xb0a598, 0.55f },
    .graticule    = { 0xc4ccd0, 0.17f }, .graticule_name = { 0xb9b0a2, 0.95f },
    .town         = { 0xece5d8, 1.00f }, .village    = { 0xc4bbac, 1.00f }, .dot      = { 0xece5d8, 1.00f },
    .water_name   = { 0x74aec8, 0.92f }, .country_name = { 0xdcb2c1, 0.95f },
    .range_name   = { 0xd2bb97, 1.00f }, .region_name  = { 0xd2bb97, 1.00f }, .peak_name = { 0xc9b79a, 1.00f },
    .halo         = { 0x12171a, 0.80f }, .water_halo = { 0x111d26, 0.30f },
  },
  [ATLAS_PALETTE_CONTRAST] = {
    .id = ATLAS_PALETTE_CONTRAST,
    .sea_shore = 0xd3e8f3, .sea_deep = 0xb9d9ea, .paper = 0xffffff,
    .tints = { { -60, 0xf7faf3 }, { 0, 0xfbfcf6 }, { 150, 0xfdfdf8 }, { 400, 0xfefcf5 }, { 800, 0xfdf9ee }, { 1300, 0xfbf4e5 },
               { 1900, 0xf7eedd }, { 2600, 0xf3e8d6 }, { 3400, 0xf1e8db }, { 4200, 0xf5f0e8 }, { 5200, 0xfcfaf7 }, { 9000, 0xffffff } },
    .shadow       = { 0x4d4a4a, 0.34f }, .light      = { 0xffffff, 0.50f },
    .waterline    = { 0xffffff, 0.60f }, .urban      = { 0x9a6a58, 0.34f }, .lake     = { 0xc4e0ef, 1.00f },
    .coast        = { 0x0b3c5d, 1.00f }, .river      = { 0x0f5585, 1.00f },
    .border       = { 0x4b0d2c, 1.00f }, .ribbon     = { 0x9c3d6a, 0.26f },
    .disputed     = { 0x5c1237, 1.00f }, .province   = { 0x5b4c42, 0.90f },
    .graticule    = { 0x22303a, 0.46f }, .graticule_name = { 0x14110f, 1.00f },
    .town         = { 0x000000, 1.00f }, .village    = { 0x14110f, 1.00f }, .dot      = { 0x000000, 1.00f },
    .water_name   = { 0x063a5c, 1.00f }, .country_name = { 0x4b0d2c, 1.00f },
    .range_name   = { 0x4a2f10, 1.00f }, .region_name  = { 0x4a2f10, 1.00f }, .peak_name = { 0x33220f, 1.00f },
    .halo         = { 0xffffff, 0.94f }, .water_halo = { 0xffffff, 0.70f },
  },
  [ATLAS_PALETTE_CONTRAST_DARK] = {
    .id = ATLAS_PALETTE_CONTRAST_DARK,
    .sea_shore = 0x0b2233, .sea_deep = 0x061624, .paper = 0x060606,
    .tints = { { -60, 0x050605 }, { 0, 0x070908 }, { 150, 0x0a0b0a }, { 400, 0x0d0d0b }, { 800, 0x110f0c }, { 1300, 0x15120e },
               { 1900, 0x191511 }, { 2600, 0x1e1914 }, { 3400, 0x231e19 }, { 4200, 0x2a2622 }, { 5200, 0x33302d }, { 9000, 0x404040 } },
    .shadow       = { 0x000000, 0.60f }, .light      = { 0xd8cdb8, 0.13f },
    .waterline    = { 0x2c5c7a, 0.55f }, .urban      = { 0xa98070, 0.38f }, .lake     = { 0x0d2c42, 1.00f },
    .coast        = { 0x8fc9ea, 1.00f }, .river      = { 0x66b3e0, 1.00f },
    .border       = { 0xf6c3d8, 1.00f }, .ribbon     = { 0xc46a94, 0.34f },
    .disputed     = { 0xf0b2cb, 1.00f }, .province   = { 0xa89c90, 0.90f },
    .graticule    = { 0xdfe6ea, 0.34f }, .graticule_name = { 0xf1ece4, 1.00f },
    .town         = { 0xffffff, 1.00f }, .village    = { 0xf1ece4, 1.00f }, .dot      = { 0xffffff, 1.00f },
    .water_name   = { 0xa8daf5, 1.00f }, .country_name = { 0xf6c3d8, 1.00f },
    .range_name   = { 0xe2c9a3, 1.00f }, .region_name  = { 0xe2c9a3, 1.00f }, .peak_name = { 0xf0dcbb, 1.00f },
    .halo         = { 0x000000, 0.94f }, .water_halo = { 0x000000, 0.70f },
  },
  [ATLAS_PALETTE_PRINT] = {
    .id = ATLAS_PALETTE_PRINT,
    .sea_shore = 0xeaf3f6, .sea_deep = 0xcfe2ea, .paper = 0xfffefa,
    .tints = { { -60, 0xf3f6e8 }, { 0, 0xf8faef }, { 150, 0xfbfbf3 }, { 400, 0xfdfbf2 }, { 800, 0xfcf7ea }, { 1300, 0xf9f0de },
               { 1900, 0xf4e7d1 }, { 2600, 0xeeddc6 }, { 3400, 0xebddcd }, { 4200, 0xf1eae2 }, { 5200, 0xfaf8f5 }, { 9000, 0xffffff } },
    .shadow       = { 0x55505a, 0.45f }, .light      = { 0xffffff, 0.60f },
    .waterline    = { 0xffffff, 0.60f }, .urban      = { 0xbf8e7c, 0.34f }, .lake     = { 0xd6e8ef, 1.00f },
    .coast        = { 0x3f7590, 1.00f }, .river      = { 0x457f9e, 1.00f },
    .border       = { 0x6b2f48, 1.00f }, .ribbon     = { 0xb06a86, 0.22f },
    .disputed     = { 0x87435b, 0.95f }, .province   = { 0x7d6a5d, 0.66f },
    .graticule    = { 0x4a5a66, 0.30f }, .graticule_name = { 0x4a423a, 1.00f },
    .town         = { 0x1c1814, 1.00f }, .village    = { 0x38312b, 1.00f }, .dot      = { 0x1c1814, 1.00f },
    .water_name   = { 0x235c7a, 1.00f }, .country_name = { 0x65364b, 0.94f },
    .range_name   = { 0x6b4d30, 0.94f }, .region_name  = { 0x6b4d30, 0.94f }, .peak_name = { 0x4f3c2c, 1.00f },
    .halo         = { 0xffffff, 0.86f }, .water_halo = { 0xeaf3f6, 0.50f },
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (palettes) == ATLAS_N_PALETTES);

/**
 * atlas_palette_get:
 * @id: which one
 *
 * Gets the inks of a palette.
 *
 * Returns: (transfer none): a constant
 */
const AtlasPalette *
atlas_palette_get (AtlasPaletteId id)
{
  g_return_val_if_fail (id < ATLAS_N_PALETTES, &palettes[0]);

  return &palettes[id];
}

/**
 * atlas_palette_set_source:
 * @cr: a context
 * @color: an ink
 * @strength: factor to its alpha, 0 to 1
 *
 * Makes an ink the source of a cairo context.
 */
void
atlas_palette_set_source (cairo_t   *cr,
                          AtlasColor color,
                          double     strength)
{
  cairo_set_source_rgba (cr, (color.rgb >> 16 & 255) / 255.0, (color.rgb >> 8 & 255) / 255.0, (color.rgb & 255) / 255.0,
                         color.alpha * strength);
}

/**
 * atlas_palette_add_stop:
 * @gradient: a gradient
 * @offset: where in it, 0 to 1
 * @color: an ink
 * @strength: factor to its alpha, 0 to 1
 *
 * Adds an ink to a gradient.
 */
void
atlas_palette_add_stop (cairo_pattern_t *gradient,
                        double           offset,
                        AtlasColor       color,
                        double           strength)
{
  cairo_pattern_add_color_stop_rgba (gradient, offset, (color.rgb >> 16 & 255) / 255.0, (color.rgb >> 8 & 255) / 255.0,
                                     (color.rgb & 255) / 255.0, color.alpha * strength);
}
