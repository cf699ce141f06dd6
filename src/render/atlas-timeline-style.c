// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

/* clang-format off */
static const AtlasTimelineInks inks[] = {
  [ATLAS_PALETTE_LIGHT] = {
    .ground     = { 0xfdfaf2, 1.00f }, .shade      = { 0xe9dfc8, 0.30f }, .ruler      = { 0xf5eedd, 1.00f },
    .hairline   = { 0x7a6a58, 0.46f }, .grid_major = { 0x7a6a58, 0.24f }, .grid_minor = { 0x7a6a58, 0.11f },
    .text       = { 0x2a2521, 1.00f }, .faint      = { 0x6a5d50, 1.00f },
    .band       = { 0x8a8a3c, 1.00f }, .today      = { 0x7a4358, 0.80f },
    .clock      = { 0x1f5f7e, 1.00f }, .clock_text = { 0xfffaef, 1.00f }, .beyond     = { 0x6a5d50, 0.07f },
  },
  [ATLAS_PALETTE_DARK] = {
    .ground     = { 0x171d21, 1.00f }, .shade      = { 0x2b343a, 0.34f }, .ruler      = { 0x20282d, 1.00f },
    .hairline   = { 0xb8ab96, 0.40f }, .grid_major = { 0xb8ab96, 0.22f }, .grid_minor = { 0xb8ab96, 0.10f },
    .text       = { 0xece5d8, 1.00f }, .faint      = { 0xada293, 1.00f },
    .band       = { 0xb4b878, 1.00f }, .today      = { 0xcfa2b2, 0.80f },
    .clock      = { 0x7dbcd8, 1.00f }, .clock_text = { 0x10181d, 1.00f }, .beyond     = { 0x000000, 0.22f },
  },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (inks) == ATLAS_N_PALETTES);

static const AtlasTimelineFill fills[] = {
  [ATLAS_STATUS_NONE] = ATLAS_TIMELINE_FILL_TINT,
  [ATLAS_STATUS_PLANNED] = ATLAS_TIMELINE_FILL_DOTS,
  [ATLAS_STATUS_BUILDING] = ATLAS_TIMELINE_FILL_HATCH,
  [ATLAS_STATUS_OPERATING] = ATLAS_TIMELINE_FILL_SOLID,
  [ATLAS_STATUS_SUSPENDED] = ATLAS_TIMELINE_FILL_RUNGS,
  [ATLAS_STATUS_CLOSED] = ATLAS_TIMELINE_FILL_LINE,
};

G_STATIC_ASSERT (G_N_ELEMENTS (fills) == ATLAS_N_STATUSES);

const AtlasTimelineInks *
atlas_timeline_inks_get (AtlasPaletteId palette)
{
  g_return_val_if_fail ((guint) palette < ATLAS_N_PALETTES, &inks[0]);

  return &inks[palette];
}

AtlasTimelineFill
atlas_timeline_fill_get (AtlasStatus status)
{
  g_return_val_if_fail ((guint) status < ATLAS_N_STATUSES, ATLAS_TIMELINE_FILL_TINT);

  return fills[status];
}
