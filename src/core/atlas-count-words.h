// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-evidence.h"
#include "atlas-kind.h"

G_BEGIN_DECLS

/* Counted things in words, each a whole phrase of its own in every language: number, gender and case are the translator's. */

/* "3 pipelines". (transfer full) */
char *atlas_count_kind     (AtlasKind          kind,
                            guint              n) G_GNUC_WARN_UNUSED_RESULT;
/* "3 pipelines operating"; where the status says nothing of this kind: "3 zones". (transfer full) */
char *atlas_count_status   (AtlasKind          kind,
                            AtlasStatus        status,
                            guint              n) G_GNUC_WARN_UNUSED_RESULT;
/* The same kind again, in another status: "1 being built" after "3 pipelines operating". (transfer full) */
char *atlas_count_further  (AtlasKind          kind,
                            AtlasStatus        status,
                            guint              n) G_GNUC_WARN_UNUSED_RESULT;
/* "12 without a source". (transfer full) */
char *atlas_count_evidence (AtlasEvidenceLevel level,
                            guint              n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
