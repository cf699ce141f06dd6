// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-reference.h"

G_BEGIN_DECLS

/**
 * atlas_ris_read:
 * @text: RIS, in UTF-8
 * @length: its bytes
 * @file: the file's name, for findings
 * @findings: (element-type AtlasFinding): where errors go; a record with one is left out
 *
 * Reads records as they come: with any line ends, without "ER", with values over several lines. Tags that the program does not
 * know are kept in `custom.ris`.
 *
 * Returns: (transfer full): an array of #AtlasReference
 */
GPtrArray *atlas_ris_read  (const char *text,
                            gsize       length,
                            const char *file,
                            GPtrArray  *findings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_ris_write:
 * @references: (element-type AtlasReference): the records
 *
 * Writes records exactly as RIS asks for: "TY" first, "ER" last, two spaces, a hyphen and a space, CR LF. What RIS has no tag
 * for, such as a date with an open end, is written as "U1" with its name, and read again.
 *
 * Returns: (transfer full): the text
 */
char      *atlas_ris_write (GPtrArray  *references) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
