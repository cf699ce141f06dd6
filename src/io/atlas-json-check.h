// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-finding.h"

G_BEGIN_DECLS

/**
 * atlas_json_check:
 * @text: a whole file, without a byte order mark; need not end with NUL
 * @length: its bytes
 * @error: return location: an #ATLAS_BUNDLE_ERROR whose message begins with ":LINE:COLUMN: "
 *
 * Checks that a stranger's text is one that json-glib may be given.
 *
 * json-glib recurses as deep as the text does, reads comments, octal and hexadecimal numbers, lets numbers overflow and the
 * last of two equal members win in silence. So this goes through the text before it, in one pass, without recursion and
 * without building anything: strict JSON (RFC 8259) within the limits of atlas-limits.h is let through, all else is an error.
 *
 * Returns: whether it may be parsed
 */
gboolean atlas_json_check (const char *text,
                           gsize       length,
                           GError    **error);

G_END_DECLS
