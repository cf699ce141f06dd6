// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tour.h"

G_BEGIN_DECLS

/**
 * atlas_tours_write:
 * @atlas: (nullable): id of the atlas they are of, for a file of the user's; %NULL: they are part of it
 * @tours: (element-type AtlasTour): tours
 *
 * Writes tours as atlas_tours_read() and atlas_tours_read_own() read them, always in the same way: what was written so and is
 * read is written again byte by byte.
 *
 * Returns: (transfer full): the file, in UTF-8
 */
GBytes *atlas_tours_write (const char *atlas,
                           GPtrArray  *tours) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
