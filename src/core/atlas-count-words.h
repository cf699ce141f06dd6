// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-evidence.h"
#include "atlas-kind.h"

G_BEGIN_DECLS

/* Counted things in words, each a whole phrase of its own in every language: number, gender and case are the translator's. */

/**
 * atlas_count_kind:
 * @kind: what they are
 * @n: how many
 *
 * Says "3 pipelines" in the user's language.
 *
 * Returns: (transfer full): the words
 */
char *atlas_count_kind     (AtlasKind          kind,
                            guint              n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_count_status:
 * @kind: what they are
 * @status: how far they have come
 * @n: how many
 *
 * Says "3 pipelines operating"; where the status says nothing of this kind: "3 zones".
 *
 * Returns: (transfer full): the words
 */
char *atlas_count_status   (AtlasKind          kind,
                            AtlasStatus        status,
                            guint              n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_count_further:
 * @kind: what they are
 * @status: how far they have come
 * @n: how many
 *
 * Says how many of the same kind are in another status: "1 being built" after "3 pipelines operating".
 *
 * Returns: (transfer full): the words
 */
char *atlas_count_further  (AtlasKind          kind,
                            AtlasStatus        status,
                            guint              n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_count_evidence:
 * @level: how well they are supported
 * @n: how many
 *
 * Says "12 without a source".
 *
 * Returns: (transfer full): the words
 */
char *atlas_count_evidence (AtlasEvidenceLevel level,
                            guint              n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
