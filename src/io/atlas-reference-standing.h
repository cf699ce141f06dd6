// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-reference.h"

G_BEGIN_DECLS

/* What an atlas knows of a reference beside its record: whose it is, its tier and the report's citation number. Formats that have no place
 * for it carry it as one text, which other programs keep with what is said of the record. */

/* Before it, where it could be anybody's. */
#define ATLAS_REFERENCE_STANDING_PREFIX "corridor-atlas: "

/* "role=report; tier=official; number=12"; NULL: there is nothing to say of an independent reference without a tier. (transfer full) */
char    *atlas_reference_standing_write (const AtlasReferenceFields *fields) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_reference_standing_read:
 * @fields: a record that is being read
 * @text: what was written, without the prefix
 *
 * Takes it in; parts that it does not know are passed over.
 */
void     atlas_reference_standing_read  (AtlasReferenceFields       *fields,
                                         const char                 *text);

G_END_DECLS
