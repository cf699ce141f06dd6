// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-json.h"

G_BEGIN_DECLS

/* What a line is for; readers in the sense of AtlasJsonReader. */
gboolean atlas_cargo_read            (const AtlasJson *self,
                                      gpointer         out,  /* AtlasCargo */
                                      GError         **error);
gboolean atlas_cargo_read_capacities (const AtlasJson *self,
                                      gpointer         out,  /* GPtrArray *: of AtlasCapacity */
                                      GError         **error);
gboolean atlas_cargo_read_flows      (const AtlasJson *self,
                                      gpointer         out,  /* GPtrArray *: of AtlasFlow */
                                      GError         **error);

G_END_DECLS
