// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_COVER_NONE,
  ATLAS_COVER_SOME,
  ATLAS_COVER_ALL,
} AtlasCover;

AtlasCover atlas_ring_clip (GArray  *points,   /* (inout): of AtlasPoint, an open ring */
                            GArray  *scratch,  /* of AtlasPoint */
                            AtlasBox window);

G_END_DECLS
