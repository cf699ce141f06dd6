// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * AtlasOnlineSource:
 *
 * OpenStreetMap's standard tiles. To make one contacts nobody; to fill a tile does.
 *
 * Only tiles that stay in view for a moment are asked for, and nothing ahead: what a flight passes over costs the server
 * nothing. libshumate keeps what came for a week, and opens no more than two connections. The property `failing` (read only) says
 * whether the last tile could not be had.
 */
#define ATLAS_TYPE_ONLINE_SOURCE (atlas_online_source_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOnlineSource, atlas_online_source, ATLAS, ONLINE_SOURCE, ShumateMapSource)

AtlasOnlineSource *atlas_online_source_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_online_source_get_failing:
 * @self: a source
 *
 * Gets whether the last tile could not be had.
 *
 * Returns: %TRUE if so
 */
gboolean           atlas_online_source_get_failing (AtlasOnlineSource *self);

/**
 * atlas_online_source_close:
 * @self: a source
 *
 * Asks nobody any more, and lets go of what it has asked for.
 */
void               atlas_online_source_close       (AtlasOnlineSource *self);

G_END_DECLS
