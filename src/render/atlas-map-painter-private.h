// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-painter.h"

G_BEGIN_DECLS

AtlasPoint atlas_map_frame_to_px   (const AtlasMapFrame *frame,
                                    AtlasPoint           unit);
/* Radius of the symbol of a point, px. */
double     atlas_map_symbol_radius (double               zoom);

G_END_DECLS
