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

/* What lies on what: zones at the bottom, the finest lines on top. And which of several points in one place shows its symbol. */
int           atlas_map_look_get_layer (AtlasKind           kind);
/* A number by which looks sort in the order of drawing, hints below what is shown, then by layer; and back. */
guint         atlas_map_look_to_key    (const AtlasMapLook *self);
AtlasMapLook  atlas_map_look_from_key  (guint               key);
AtlasMapStyle atlas_map_look_get_style (const AtlasMapLook *self);

G_END_DECLS
