// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-look.h"

#include "atlas-map-evidence.h"

#define SIXTEENTHS 16
#define MAX_THICKNESS 63

static const guint8 layers[] = {
  [ATLAS_KIND_ZONE] = 0,
  [ATLAS_KIND_PERIOD] = 1,
  [ATLAS_KIND_SCENARIO] = 2,
  [ATLAS_KIND_CORRIDOR] = 3,
  [ATLAS_KIND_TREATY] = 4,
  [ATLAS_KIND_RAILWAY] = 5,
  [ATLAS_KIND_PIPELINE] = 6,
  [ATLAS_KIND_EVENT] = 7,
  [ATLAS_KIND_SITE] = 8,
};

G_STATIC_ASSERT (G_N_ELEMENTS (layers) == ATLAS_N_KINDS);

/* Where the parts of a key begin, bits; what has come far lies below what is planned. */
enum
{
  KIND = 0,
  FLOW = 4,
  SCHEMATIC = 6,
  VARIANT = 7,
  THICKNESS = 10,
  STATUS = 16,
  LAYER = 20,
  EVIDENCE = 24,
  SHOWN = 27,
};

int
atlas_map_look_get_layer (AtlasKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, 0);

  return layers[kind];
}

guint
atlas_map_look_to_key (const AtlasMapLook *self)
{
  return (self->shown ? 1u : 0u) << SHOWN | (guint) layers[self->kind] << LAYER | self->evidence << EVIDENCE | (guint) (ATLAS_N_STATUSES - self->status) << STATUS |
         MIN (self->thickness, MAX_THICKNESS) << THICKNESS | (guint) self->variant << VARIANT | (self->schematic ? 1u : 0u) << SCHEMATIC |
         (guint) self->flow << FLOW | (guint) self->kind << KIND;
}

AtlasMapLook
atlas_map_look_from_key (guint key)
{
  return (AtlasMapLook){
    .shown = (key >> SHOWN & 1) != 0,
    .kind = (AtlasKind) (key >> KIND & 15),
    .status = (AtlasStatus) (ATLAS_N_STATUSES - (key >> STATUS & 15)),
    .schematic = (key >> SCHEMATIC & 1) != 0,
    .variant = (AtlasMapVariant) (key >> VARIANT & 7),
    .thickness = key >> THICKNESS & MAX_THICKNESS,
    .flow = (AtlasFlowDirection) (key >> FLOW & 3),
    .evidence = key >> EVIDENCE & 7,
  };
}

AtlasMapStyle
atlas_map_look_get_style (const AtlasMapLook *self)
{
  AtlasMapStyle style = atlas_map_style_get (self->kind, self->status, self->variant);

  if (self->evidence > 0)
    return atlas_map_evidence_style (self->kind, (AtlasEvidenceLevel) (self->evidence - 1));

  if (self->thickness > 0 && style.role != ATLAS_MAP_ROLE_CLOSED)
    style.width *= (float) self->thickness / SIXTEENTHS;

  return style;
}
