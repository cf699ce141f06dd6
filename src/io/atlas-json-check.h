// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * atlas_json_check:
 * @data: bytes of a file, without a byte order mark
 * @length: how many
 * @error: return location: an #ATLAS_BUNDLE_ERROR whose message begins with ":LINE:COLUMN: "
 *
 * Checks that bytes are UTF-8 and one JSON text (RFC 8259) within the limits of atlas-limits.h, before anything builds a tree of
 * them: json-glib recurses without a limit, reads octal and hexadecimal numbers, comments and infinities, and lets the last of
 * two equal members win in silence. One pass, no recursion.
 *
 * Returns: whether json-glib may have them
 */
gboolean atlas_json_check (const char *data,
                           gsize       length,
                           GError    **error);

G_END_DECLS
