// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-symbol.h"

#include "atlas-map-style.h"

/* Themes that change the shape of a kind. An atlas may have others: those have the kind's own shape. */
static const struct
{
  AtlasKind   kind;
  const char *theme;
  AtlasSymbol symbol;
} shapes[] = {
  { ATLAS_KIND_SITE, "political", ATLAS_SYMBOL_HOUSE },
  { ATLAS_KIND_SITE, "security", ATLAS_SYMBOL_SHIELD },
  { ATLAS_KIND_EVENT, "economic", ATLAS_SYMBOL_TRIANGLE },
  { ATLAS_KIND_EVENT, "security", ATLAS_SYMBOL_BURST },
};

AtlasSymbol
atlas_map_symbol_get (AtlasItem *item)
{
  AtlasKind kind = atlas_item_get_kind (item);

  if (kind == ATLAS_KIND_SITE && atlas_item_get_coverage (item) != NULL)
    return ATLAS_SYMBOL_RADAR;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (shapes[i].kind == kind && g_strcmp0 (shapes[i].theme, atlas_item_get_theme (item)) == 0)
      return shapes[i].symbol;

  return atlas_map_style_get (kind, ATLAS_STATUS_NONE, ATLAS_MAP_VARIANT_NONE).symbol;
}
