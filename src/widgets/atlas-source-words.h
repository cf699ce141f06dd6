// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-backlinks.h"

G_BEGIN_DECLS

/* What cards and lists of sources say of a reference, in the user's language. */

const char *atlas_source_get_type_name     (const char              *type); /* of a CSL type: "newspaper article"; an unknown one as it is */
const char *atlas_source_get_tier_name     (const char              *tier); /* "news agency"; NULL for none; an unknown one as it is */
const char *atlas_source_get_language_name (const char              *tag);  /* of a BCP 47 tag: "Russian"; NULL for none; an unknown one as it is */
const char *atlas_source_get_role_icon     (AtlasReferenceRole       role);
/* By how much a tier is worth, from 0 for a primary document; the last for one that is not known. */
guint       atlas_source_get_tier_rank     (const char              *tier);

/**
 * atlas_source_is_known:
 * @reference: (nullable): a reference
 *
 * Tells whether there is a record to show: a citation of the report whose source list is not here has none but its number.
 *
 * Returns: %FALSE if only its number is known, or not even that
 */
gboolean    atlas_source_is_known          (AtlasReference          *reference);

/**
 * atlas_source_dup_whose:
 * @reference: (nullable): the reference
 * @number: the report's number, or 0
 *
 * Says whose source it is, and that the user has added it: "Added by you", "The report’s own citation [12] · record added by you".
 *
 * Returns: (transfer full): the words
 */
char       *atlas_source_dup_whose         (AtlasReference          *reference,
                                            guint                    number) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_source_dup_role:
 * @role: the reference's role
 * @number: the report's number, or 0
 *
 * Says whose source it is: "The report’s own citation [12]", "Independent public source".
 *
 * Returns: (transfer full): the words
 */
char       *atlas_source_dup_role          (AtlasReferenceRole       role,
                                            guint                    number) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_source_dup_date:
 * @edtf: (nullable): a date
 *
 * Says a date of a record in words; what is no date is said as it is written.
 *
 * Returns: (transfer full) (nullable): the words
 */
char       *atlas_source_dup_date          (const char              *edtf) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_source_dup_host:
 * @url: (nullable): an address
 *
 * Gets the name of the machine that an address leads to, which is what tells whose it is.
 *
 * Returns: (transfer full) (nullable): "www.example.org"
 */
char       *atlas_source_dup_host          (const char              *url) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_source_dup_markup:
 * @reference: a reference with a record
 *
 * Formats a record for reading, without addresses, its title set strong.
 *
 * Returns: (transfer full): Pango markup
 */
char       *atlas_source_dup_markup        (AtlasReference          *reference) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_source_dup_support:
 * @bibliography: of the atlas
 * @ids: (nullable): of references
 * @primary: (nullable): id of the item's own text
 *
 * Says how many documents support a statement, and of which kind they are: "3 sources, 1 primary", "1 source, news agency". What is
 * primary is what atlas_evidence_weigh() says is.
 *
 * Returns: (transfer full) (nullable): the words; %NULL if there are none
 */
char       *atlas_source_dup_support       (AtlasBibliography       *bibliography,
                                            const char *const       *ids,
                                            const char              *primary) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_source_dup_counts:
 * @links: what rests on a reference
 *
 * Counts in words: "3 passages, 2 items, 5 facts".
 *
 * Returns: (transfer full): the words; "nothing" if nothing does
 */
char       *atlas_source_dup_counts        (const AtlasBacklinkList *links) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
