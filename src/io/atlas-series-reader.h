// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-json.h"
#include "atlas-series.h"

G_BEGIN_DECLS

/**
 * atlas_series_read:
 * @root: `series.json`
 * @file: the file's name, for findings
 * @findings: (element-type AtlasFinding): where errors go; a series with one is left out
 *
 * Reads figures over time.
 *
 * Returns: (transfer full): an array of as many #AtlasSeries as there are in the file, in their order; %NULL in place of one
 * with an error
 */
GPtrArray *atlas_series_read (const AtlasJson *root,
                              const char      *file,
                              GPtrArray       *findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
