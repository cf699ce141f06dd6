// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-evidence.h"

#include "atlas-map-stroke.h"

#include <string.h>

#define INSET 2.0 /* px */

/* A level's role is its number: the inks below are in that order. */
#define ROLE(level) ((AtlasMapRole) (level))

/* clang-format off */
static const struct
{
  AtlasMapLine    line;
  float           width;
  float           dash[4];
  AtlasMapHatch   hatch;
  float           tint;
  AtlasSymbolFill fill;
} patterns[] = {
  [ATLAS_EVIDENCE_NONE]     = { ATLAS_MAP_LINE_PLAIN,  1.8f, { 0.01f, 2.4f }, ATLAS_MAP_HATCH_NONE,    0.05f, ATLAS_SYMBOL_DOTTED },
  [ATLAS_EVIDENCE_ONE]      = { ATLAS_MAP_LINE_PLAIN,  2.0f, { 3.2f, 2.2f }, ATLAS_MAP_HATCH_DOTTED,  0.08f, ATLAS_SYMBOL_OPEN },
  [ATLAS_EVIDENCE_SEVERAL]  = { ATLAS_MAP_LINE_PLAIN,  2.0f, { 0 },           ATLAS_MAP_HATCH_LEVEL,   0.12f, ATLAS_SYMBOL_SOLID },
  [ATLAS_EVIDENCE_PRIMARY]  = { ATLAS_MAP_LINE_HOLLOW, 3.4f, { 0 },           ATLAS_MAP_HATCH_RISING,  0.16f, ATLAS_SYMBOL_EYED },
  [ATLAS_EVIDENCE_DISPUTED] = { ATLAS_MAP_LINE_PLAIN,  2.1f, { 7.0f, 1.8f, 0.9f, 1.8f }, ATLAS_MAP_HATCH_CROSSED, 0.10f, ATLAS_SYMBOL_BARRED },
};

/* Grey, ochre, teal, blue, vermilion: apart for the three common kinds of colour blindness, and from light to dark in grey. */
static const guint32 inks[ATLAS_N_PALETTES][ATLAS_N_EVIDENCE_LEVELS] = {
  [ATLAS_PALETTE_LIGHT]         = { 0x757069, 0xa06a00, 0x1f7a80, 0x1d3f86, 0xb02e12 },
  [ATLAS_PALETTE_DARK]          = { 0xa8a299, 0xe8ba5e, 0x6ccfcb, 0x9fbdff, 0xff8a63 },
  [ATLAS_PALETTE_CONTRAST]      = { 0x4a4640, 0x6e4600, 0x00525a, 0x04256b, 0x8a1a00 },
  [ATLAS_PALETTE_CONTRAST_DARK] = { 0xcfc9bf, 0xffd689, 0x8ff0ea, 0xbfd4ff, 0xffa685 },
  [ATLAS_PALETTE_PRINT]         = { 0x6a655e, 0x966200, 0x17696f, 0x173878, 0xa0280e },
};

static const AtlasColor veils[] = {
  [ATLAS_PALETTE_LIGHT]         = { 0xfbf9f3, 0.52f },
  [ATLAS_PALETTE_DARK]          = { 0x12171a, 0.46f },
  [ATLAS_PALETTE_CONTRAST]      = { 0xffffff, 0.60f },
  [ATLAS_PALETTE_CONTRAST_DARK] = { 0x000000, 0.55f },
  [ATLAS_PALETTE_PRINT]         = { 0xffffff, 0.52f },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (patterns) == ATLAS_N_EVIDENCE_LEVELS);
G_STATIC_ASSERT (G_N_ELEMENTS (veils) == ATLAS_N_PALETTES);
G_STATIC_ASSERT ((int) ATLAS_N_EVIDENCE_LEVELS <= (int) ATLAS_N_MAP_ROLES);

AtlasMapStyle
atlas_map_evidence_style (AtlasKind          kind,
                          AtlasEvidenceLevel level)
{
  AtlasMapStyle style = atlas_map_style_get (kind, ATLAS_STATUS_OPERATING, ATLAS_MAP_VARIANT_NONE);

  g_return_val_if_fail ((guint) level < ATLAS_N_EVIDENCE_LEVELS, style);

  style.role = ROLE (level);
  style.line = patterns[level].line;
  style.width = patterns[level].width;
  memset (style.dash, 0, sizeof style.dash);
  memcpy (style.dash, patterns[level].dash, sizeof patterns[level].dash);
  style.hatch = patterns[level].hatch;
  style.tint = patterns[level].tint;
  style.fill = patterns[level].fill;

  return style;
}

static gpointer
create_inks (gpointer data)
{
  AtlasMapInks *created = g_new (AtlasMapInks, ATLAS_N_PALETTES);

  for (guint palette = 0; palette < ATLAS_N_PALETTES; palette++)
    {
      created[palette] = *atlas_map_inks_get ((AtlasPaletteId) palette);
      for (guint level = 0; level < ATLAS_N_EVIDENCE_LEVELS; level++)
        created[palette].roles[ROLE (level)] = inks[palette][level];
    }

  return created;
}

const AtlasMapInks *
atlas_map_evidence_inks (AtlasPaletteId palette)
{
  static GOnce        once = G_ONCE_INIT;
  const AtlasMapInks *all = g_once (&once, create_inks, NULL);

  g_return_val_if_fail ((guint) palette < ATLAS_N_PALETTES, all);

  return &all[palette];
}

AtlasColor
atlas_map_evidence_veil (AtlasPaletteId palette)
{
  g_return_val_if_fail ((guint) palette < ATLAS_N_PALETTES, veils[0]);

  return veils[palette];
}

void
atlas_map_evidence_paint_sample (cairo_t           *cr,
                                 AtlasEvidenceLevel level,
                                 AtlasPaletteId     palette,
                                 double             width,
                                 double             height)
{
  g_auto (AtlasMapPath) path = { 0 };
  g_auto (AtlasMapPath) scratch = { 0 };
  AtlasMapStyle       style = atlas_map_evidence_style (ATLAS_KIND_ZONE, level);
  const AtlasMapInks *sample_inks = atlas_map_evidence_inks (palette);
  AtlasMapBrush       brush = { .style = &style, .inks = sample_inks, .scale = 0.85, .alpha = 1.0 };
  double              radius = MIN (0.36 * height, 6.0);

  g_return_if_fail (cr != NULL);

  cairo_matrix_init_identity (&brush.to_px);
  atlas_map_path_init (&path);
  atlas_map_path_init (&scratch);
  atlas_map_path_add_point (&path, INSET, height / 2);
  atlas_map_path_add_point (&path, width - INSET - 2 * radius - 4, height / 2);
  atlas_map_path_end_run (&path);
  atlas_map_stroke_lines (cr, &path, &brush, &scratch);
  atlas_symbol_paint (cr, style.symbol, style.fill, width - INSET - radius, height / 2, radius, sample_inks->roles[style.role],
                      sample_inks->paper.rgb, 1.0);
}
