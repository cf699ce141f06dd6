// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-style.h"

G_BEGIN_DECLS

/**
 * AtlasMapLook:
 * @shown: or only hinted at
 * @schematic: whether its course is only a scheme
 * @thickness: the factor to its width that its capacity makes, in sixteenths; 0 is 1
 * @flow: which way chevrons point; none unless it operates
 * @evidence: 1 + #AtlasEvidenceLevel where the overlay of evidence is drawn; else 0
 *
 * All that says how lines or areas of an item are drawn. Items that look the same are drawn in one go.
 */
typedef struct
{
  gboolean           shown;
  AtlasKind          kind;
  AtlasStatus        status;
  gboolean           schematic;
  AtlasMapVariant    variant;
  guint              thickness;
  AtlasFlowDirection flow;
  guint              evidence;
} AtlasMapLook;

/**
 * atlas_map_look_get_layer:
 * @kind: what an item is
 *
 * Gets what lies on what: zones at the bottom, the finest lines on top. It says too which of several points in one place shows its
 * symbol.
 *
 * Returns: the layer; what is higher is drawn later
 */
int           atlas_map_look_get_layer (AtlasKind           kind);

/**
 * atlas_map_look_to_key:
 * @self: a look
 *
 * Packs a look into a number by which looks sort in the order of drawing: hints below what is shown, then by layer.
 *
 * Returns: the number
 */
guint         atlas_map_look_to_key    (const AtlasMapLook *self);

/**
 * atlas_map_look_from_key:
 * @key: from atlas_map_look_to_key()
 *
 * Unpacks a look.
 *
 * Returns: the look
 */
AtlasMapLook  atlas_map_look_from_key  (guint               key);

/**
 * atlas_map_look_get_style:
 * @self: a look
 *
 * Gets the style that a look is drawn in: the cell of its kind and status with the width that its thickness makes, or that of its
 * level of evidence.
 *
 * Returns: the style
 */
AtlasMapStyle atlas_map_look_get_style (const AtlasMapLook *self);

G_END_DECLS
