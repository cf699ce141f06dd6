// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

/* clang-format off */
static const AtlasTimelineInks inks[] = {
  [ATLAS_PALETTE_LIGHT] = {
    .ground     = { 0xfdfaf2, 1.00f }, .shade      = { 0xe9dfc8, 0.30f }, .ruler      = { 0xf5eedd, 1.00f },
    .hairline   = { 0x7a6a58, 0.46f }, .grid_major = { 0x7a6a58, 0.24f }, .grid_minor = { 0x7a6a58, 0.11f },
    .text       = { 0x2a2521, 1.00f }, .faint      = { 0x6a5d50, 1.00f },
    .band       = { 0x8a8a3c, 1.00f }, .war        = { 0x8e3a46, 1.00f },
    .today      = { 0x7a4358, 0.80f }, .not_yet    = { 0x6a5d50, 0.20f },
    .clock      = { 0x1f5f7e, 1.00f }, .clock_text = { 0xfffaef, 1.00f }, .beyond     = { 0x6a5d50, 0.07f },
    .density    = { 0x8a7a64, 0.78f }, .window     = { 0x94551a, 1.00f }, .veil       = { 0xf3ecdc, 0.66f },
  },
  [ATLAS_PALETTE_DARK] = {
    .ground     = { 0x171d21, 1.00f }, .shade      = { 0x2b343a, 0.34f }, .ruler      = { 0x20282d, 1.00f },
    .hairline   = { 0xb8ab96, 0.40f }, .grid_major = { 0xb8ab96, 0.22f }, .grid_minor = { 0xb8ab96, 0.10f },
    .text       = { 0xece5d8, 1.00f }, .faint      = { 0xada293, 1.00f },
    .band       = { 0xb4b878, 1.00f }, .war        = { 0xd08a92, 1.00f },
    .today      = { 0xcfa2b2, 0.80f }, .not_yet    = { 0xb8ab96, 0.16f },
    .clock      = { 0x7dbcd8, 1.00f }, .clock_text = { 0x10181d, 1.00f }, .beyond     = { 0x000000, 0.22f },
    .density    = { 0x9c927f, 0.72f }, .window     = { 0xe6b877, 1.00f }, .veil       = { 0x11171b, 0.62f },
  },
  [ATLAS_PALETTE_CONTRAST] = {
    .ground     = { 0xffffff, 1.00f }, .shade      = { 0xe4e0d8, 0.40f }, .ruler      = { 0xf4f2ee, 1.00f },
    .hairline   = { 0x2a2521, 0.80f }, .grid_major = { 0x2a2521, 0.46f }, .grid_minor = { 0x2a2521, 0.22f },
    .text       = { 0x000000, 1.00f }, .faint      = { 0x3c352e, 1.00f },
    .band       = { 0x6a6a1c, 1.00f }, .war        = { 0x6e1626, 1.00f },
    .today      = { 0x4b0d2c, 1.00f }, .not_yet    = { 0x2a2521, 0.34f },
    .clock      = { 0x063a5c, 1.00f }, .clock_text = { 0xffffff, 1.00f }, .beyond     = { 0x2a2521, 0.12f },
    .density    = { 0x4a4036, 0.86f }, .window     = { 0x6a3200, 1.00f }, .veil       = { 0xffffff, 0.70f },
  },
  [ATLAS_PALETTE_CONTRAST_DARK] = {
    .ground     = { 0x000000, 1.00f }, .shade      = { 0x2b343a, 0.44f }, .ruler      = { 0x0c1013, 1.00f },
    .hairline   = { 0xf1ece4, 0.74f }, .grid_major = { 0xf1ece4, 0.42f }, .grid_minor = { 0xf1ece4, 0.20f },
    .text       = { 0xffffff, 1.00f }, .faint      = { 0xd9d1c5, 1.00f },
    .band       = { 0xd4d890, 1.00f }, .war        = { 0xf0a8b0, 1.00f },
    .today      = { 0xf6c3d8, 1.00f }, .not_yet    = { 0xf1ece4, 0.30f },
    .clock      = { 0xa8daf5, 1.00f }, .clock_text = { 0x000000, 1.00f }, .beyond     = { 0xffffff, 0.10f },
    .density    = { 0xcfc6b8, 0.86f }, .window     = { 0xffd48a, 1.00f }, .veil       = { 0x000000, 0.66f },
  },
  [ATLAS_PALETTE_PRINT] = {
    .ground     = { 0xffffff, 1.00f }, .shade      = { 0xece5d6, 0.30f }, .ruler      = { 0xfaf7f0, 1.00f },
    .hairline   = { 0x6a5b4a, 0.56f }, .grid_major = { 0x6a5b4a, 0.28f }, .grid_minor = { 0x6a5b4a, 0.13f },
    .text       = { 0x1c1814, 1.00f }, .faint      = { 0x564b40, 1.00f },
    .band       = { 0x82823a, 1.00f }, .war        = { 0x86323e, 1.00f },
    .today      = { 0x6b2f48, 0.85f }, .not_yet    = { 0x564b40, 0.22f },
    .clock      = { 0x1b5674, 1.00f }, .clock_text = { 0xffffff, 1.00f }, .beyond     = { 0x564b40, 0.07f },
    .density    = { 0x7d7060, 0.80f }, .window     = { 0x834a14, 1.00f }, .veil       = { 0xffffff, 0.66f },
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (inks) == ATLAS_N_PALETTES);

const AtlasTimelineInks *
atlas_timeline_inks_get (AtlasPaletteId palette)
{
  g_return_val_if_fail ((guint) palette < ATLAS_N_PALETTES, &inks[0]);

  return &inks[palette];
}
