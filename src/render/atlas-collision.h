// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/* A set of boxes on a plane of any size that answers whether a new one would touch one of them. The plane is cut into cells,
 * the cells are hashed; what two cells share a slot for costs a comparison and is never wrong. */
typedef struct _AtlasCollision AtlasCollision;

AtlasCollision *atlas_collision_new  (void);
void            atlas_collision_free (AtlasCollision       *self);
gboolean        atlas_collision_hits (const AtlasCollision *self,
                                      AtlasBox              box);
void            atlas_collision_add  (AtlasCollision       *self,
                                      AtlasBox              box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCollision, atlas_collision_free)

G_END_DECLS
