// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-json.h"
#include "atlas-reference.h"

G_BEGIN_DECLS

/**
 * atlas_csl_read:
 * @root: `sources.json`, an array of CSL-JSON records
 * @file: the file's name, for findings
 * @findings: (element-type AtlasFinding): where errors go; a record with one is left out
 *
 * Reads the references. Dates may be EDTF texts, `edtf`, `date-parts` of one date or two, `raw` or `literal`; a text of the
 * last two that is no EDTF is kept in the record's extra, as is every variable that the program does not know.
 *
 * Returns: (transfer full): an array of as many #AtlasReference as there are records, in their order; %NULL in place of one
 * with an error
 */
GPtrArray *atlas_csl_read (const AtlasJson *root,
                           const char      *file,
                           GPtrArray       *findings) G_GNUC_WARN_UNUSED_RESULT;

/* One date variable as EDTF: char *, NULL when it says nothing that EDTF can say. */
gboolean   atlas_csl_read_date (const AtlasJson *self,
                                gpointer         out,
                                GError         **error);

/**
 * atlas_csl_write:
 * @references: (element-type AtlasReference): the records
 *
 * Writes records as an array of CSL-JSON that any program reads: dates as `date-parts` with `circa` and `season`; what these
 * cannot say, an open end or a masked digit, also as EDTF in `custom.edtf`. atlas_csl_read() gives the same records again,
 * with all that the program does not know.
 *
 * Returns: (transfer full): the text
 */
char      *atlas_csl_write     (GPtrArray       *references) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
