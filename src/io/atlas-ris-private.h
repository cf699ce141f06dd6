// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-reference-batch.h"
#include "atlas-ris.h"

G_BEGIN_DECLS

const char *atlas_ris_type_to_csl   (const char *type); /* "ELEC" → "webpage"; NULL: not known */
const char *atlas_ris_type_from_csl (const char *csl);  /* "GEN" where RIS has none */
/* The CSL variable of a tag that the program keeps but does not show: "AB" → "abstract"; and back. NULL: none. */
const char *atlas_ris_tag_to_csl    (const char *tag);
const char *atlas_ris_tag_from_csl  (const char *variable);

/* What RIS has no tag for stands in "U1" tags as "csl:NAME=TEXT". */
#define ATLAS_RIS_OWN_TAG "U1"
#define ATLAS_RIS_OWN_PREFIX "csl:"
/* The name under which whose it is, its tier and its citation number stand there. */
#define ATLAS_RIS_STANDING "standing"

/* The texts that are written so: dates that its own tags cannot say, the kept copy of an address, the type. */
typedef struct
{
  const char *name;
  gsize       offset; /* in AtlasReferenceFields */
} AtlasRisOwn;

extern const AtlasRisOwn atlas_ris_own[]; /* ends with a row without a name */

G_END_DECLS
