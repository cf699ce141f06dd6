// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-stroke.h"

#define INSET 2.5 /* px */

/* What a kind mostly is on a map. */
static const enum { SYMBOL,
                    LINE,
                    AREA } forms[] = {
  [ATLAS_KIND_PIPELINE] = LINE,
  [ATLAS_KIND_CORRIDOR] = LINE,
  [ATLAS_KIND_RAILWAY] = LINE,
  [ATLAS_KIND_SITE] = SYMBOL,
  [ATLAS_KIND_ZONE] = AREA,
  [ATLAS_KIND_TREATY] = SYMBOL,
  [ATLAS_KIND_EVENT] = SYMBOL,
  [ATLAS_KIND_PERIOD] = SYMBOL,
  [ATLAS_KIND_SCENARIO] = SYMBOL,
};

G_STATIC_ASSERT (G_N_ELEMENTS (forms) == ATLAS_N_KINDS);

static void
add_rectangle (AtlasMapPath *path,
               double        width,
               double        height)
{
  atlas_map_path_add_point (path, INSET, INSET);
  atlas_map_path_add_point (path, width - INSET, INSET);
  atlas_map_path_add_point (path, width - INSET, height - INSET);
  atlas_map_path_add_point (path, INSET, height - INSET);
  atlas_map_path_end_run (path);
}

void
atlas_map_style_paint_sample (cairo_t        *cr,
                              AtlasKind       kind,
                              AtlasStatus     status,
                              AtlasMapVariant variant,
                              gboolean        schematic,
                              AtlasPaletteId  palette,
                              double          width,
                              double          height)
{
  g_auto (AtlasMapPath) path = { 0 };
  g_auto (AtlasMapPath) scratch = { 0 };
  AtlasMapStyle       style = atlas_map_style_get (kind, status, variant);
  const AtlasMapInks *inks = atlas_map_inks_get (palette);
  AtlasMapBrush       brush = { .style = &style, .inks = inks, .scale = 1.0, .alpha = 1.0, .schematic = schematic };

  g_return_if_fail (cr != NULL);

  cairo_matrix_init_identity (&brush.to_px);
  atlas_map_path_init (&path);
  atlas_map_path_init (&scratch);
  if (forms[kind] == LINE)
    {
      atlas_map_path_add_point (&path, INSET, height / 2);
      atlas_map_path_add_point (&path, width - INSET, height / 2);
      atlas_map_path_end_run (&path);
      atlas_map_stroke_lines (cr, &path, &brush, &scratch);
    }
  else if (forms[kind] == AREA)
    {
      add_rectangle (&path, width, height);
      atlas_map_stroke_areas (cr, &path, &brush, &scratch);
    }
  else
    {
      atlas_symbol_paint (cr, style.symbol, style.fill, width / 2, height / 2, MIN (0.36 * height, 7.0), inks->roles[style.role],
                          inks->paper.rgb, 1.0);
    }
}
