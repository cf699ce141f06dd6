// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-json.h"
#include "atlas-manifest.h"

G_BEGIN_DECLS

/**
 * atlas_manifest_read:
 * @root: `atlas.json`
 * @error: return location: an #ATLAS_BUNDLE_ERROR
 *
 * Reads what an atlas is: its titles, themes, kinds, actors and opening views.
 *
 * Returns: (transfer full): the manifest
 */
AtlasManifest *atlas_manifest_read (const AtlasJson *root,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
