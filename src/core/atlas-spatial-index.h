// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-geometry.h"

G_BEGIN_DECLS

/**
 * AtlasSpatialIndex:
 *
 * A packed R-tree over boxes (sort-tile-recursive packing; Leutenegger, Lopez and Edgington 1997).
 *
 * Immutable after construction; any thread may query it.
 */
typedef struct _AtlasSpatialIndex AtlasSpatialIndex;

/* Called for each box that overlaps; return FALSE to stop. */
typedef gboolean (*AtlasSpatialIndexFunc) (guint    index,
                                           gpointer user_data);

AtlasSpatialIndex *atlas_spatial_index_new   (const AtlasBox          *boxes,
                                              guint                    n_boxes) G_GNUC_WARN_UNUSED_RESULT; /* empty boxes are never found */
void               atlas_spatial_index_free  (AtlasSpatialIndex       *self);
void               atlas_spatial_index_query (const AtlasSpatialIndex *self,
                                              AtlasBox                 box,
                                              AtlasSpatialIndexFunc    func,
                                              gpointer                 user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSpatialIndex, atlas_spatial_index_free)

G_END_DECLS
