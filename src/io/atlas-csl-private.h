// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-csl.h"

G_BEGIN_DECLS

extern const AtlasJsonMember atlas_csl_name_members[]; /* of AtlasName */

/* An EDTF date as a CSL date object: "date-parts", "circa", "season". NULL: EDTF says nothing that these can say even roughly.
 * @exact: whether they say all of it, so that atlas_csl_read_date() gives @edtf again. */
JsonNode *atlas_csl_create_date    (const char      *edtf,
                                    gboolean        *exact) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
