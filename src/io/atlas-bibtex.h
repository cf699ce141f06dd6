// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-reference.h"

G_BEGIN_DECLS

/**
 * atlas_bibtex_read:
 * @text: BibTeX or BibLaTeX, in UTF-8
 * @length: its bytes
 * @file: the file's name, for findings
 * @findings: (element-type AtlasFinding): where errors go; an entry with one is left out
 *
 * Reads entries: strings and months are put in, TeX's accents and signs become UTF-8, a name in braces of its own is a name as
 * a whole, dates may be EDTF or a year and a month. Fields that the program does not know are kept in `custom.biblatex`.
 *
 * Returns: (transfer full): an array of #AtlasReference
 */
GPtrArray *atlas_bibtex_read  (const char *text,
                               gsize       length,
                               const char *file,
                               GPtrArray  *findings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_bibtex_write:
 * @references: (element-type AtlasReference): the records
 *
 * Writes entries for BibLaTeX, in UTF-8: dates as EDTF, institutions as `{{Name}}`, capitals of titles kept by braces, keys of
 * A-Z, a-z, 0-9, ":" and "-", which are the records' ids where they can be.
 *
 * Returns: (transfer full): the text
 */
char      *atlas_bibtex_write (GPtrArray  *references) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
