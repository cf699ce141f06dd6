// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-label-placer.h"

G_BEGIN_DECLS

/* Whether the name of an item says all that the name of a town says: "Shusha / Shushi" that of both "Shusha" and the pair. */
gboolean atlas_map_label_is_double    (const char *town,
                                       const char *item);
/* Removes the towns that an item beside them names. */
void     atlas_map_label_drop_doubles (GArray     *towns,  /* of AtlasPlacedLabel */
                                       GArray     *items, /* of AtlasMapLabel */
                                       double      x);    /* px from the left of the towns' view to that of the items' */

G_END_DECLS
