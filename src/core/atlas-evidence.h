// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"
#include "atlas-reference.h"

G_BEGIN_DECLS

/**
 * AtlasEvidenceLevel:
 *
 * How well what the atlas says of an item is supported. What counts, and what does not:
 *
 * | level    | rule                                                                                                       |
 * |----------|------------------------------------------------------------------------------------------------------------|
 * | NONE     | no source counts                                                                                           |
 * | ONE      | one source counts, and it is not a primary document                                                        |
 * | SEVERAL  | two or more count, and none is a primary document                                                          |
 * | PRIMARY  | one that counts is a primary document: its tier is "primary-text", its type is "treaty", or it is the item's own primary text |
 * | DISPUTED | whatever the support: the report and public sources differ, or public sources differ among themselves      |
 *
 * | a source of                                          | counts                                                         |
 * |------------------------------------------------------|----------------------------------------------------------------|
 * | a fact, phase, milestone or coverage; a primary text | once, however often it is named                                |
 * | a difference                                         | no: it does not support, it disagrees                          |
 * | the report's own citations                           | no: the report cannot support itself                           |
 * | several mirrors (tier "mirror")                      | as one: they may be copies of one text                         |
 * | an id that the bibliography does not have            | no                                                             |
 *
 * A difference of which only the report's side is told (a remark on the report) is no dispute: nobody says otherwise.
 */
typedef enum
{
  ATLAS_EVIDENCE_NONE,
  ATLAS_EVIDENCE_ONE,
  ATLAS_EVIDENCE_SEVERAL,
  ATLAS_EVIDENCE_PRIMARY,
  ATLAS_EVIDENCE_DISPUTED,
  ATLAS_N_EVIDENCE_LEVELS
} AtlasEvidenceLevel;

/**
 * AtlasEvidence:
 * @support: how well it is supported, were it not disputed: never %ATLAS_EVIDENCE_DISPUTED
 * @n_sources: sources that count
 * @n_primary: of them, primary documents
 * @differs_from_report: the report says otherwise than public sources
 * @sources_differ: public sources differ among themselves
 */
typedef struct
{
  AtlasEvidenceLevel support;
  guint              n_sources;
  guint              n_primary;
  gboolean           differs_from_report;
  gboolean           sources_differ;
} AtlasEvidence;

/**
 * atlas_evidence_weigh:
 * @item: an item
 * @bibliography: of its atlas
 *
 * Looks how well an item is supported. An atlas does this once for each of its items: see atlas_item_get_evidence().
 *
 * Returns: what there is
 */
AtlasEvidence      atlas_evidence_weigh          (AtlasItem           *item,
                                                  AtlasBibliography   *bibliography);

/**
 * atlas_evidence_get_level:
 * @self: how well an item is supported
 *
 * Gets the level by which an item is drawn and counted: a dispute is said before all else.
 *
 * Returns: the level
 */
AtlasEvidenceLevel atlas_evidence_get_level      (const AtlasEvidence *self);

/**
 * atlas_evidence_to_words:
 * @self: how well an item is supported
 *
 * Says it in the user's language: "Supported by 4 sources. One of them is a primary document. The report and public sources differ."
 *
 * Returns: (transfer full): the words
 */
char              *atlas_evidence_to_words       (const AtlasEvidence *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_item_get_evidence:
 * @item: an item
 *
 * Gets how well an item of an atlas is supported.
 *
 * Returns: (transfer none): how well; of an item that is in no atlas: not at all
 */
const AtlasEvidence *atlas_item_get_evidence     (AtlasItem           *item);

/**
 * atlas_evidence_level_get_id:
 * @level: a level
 *
 * Gets what a level is called in links and files: "several".
 *
 * Returns: (transfer none): the id
 */
const char        *atlas_evidence_level_get_id   (AtlasEvidenceLevel   level);

/**
 * atlas_evidence_level_get_name:
 * @level: a level
 *
 * Gets what a level is called in the user's language: "Several sources".
 *
 * Returns: (transfer none): the name
 */
const char        *atlas_evidence_level_get_name (AtlasEvidenceLevel   level);

/**
 * atlas_evidence_level_from_id:
 * @id: (nullable): what a level is called in links and files
 * @level: (out): the level; left alone when there is none
 *
 * Finds the level of an id.
 *
 * Returns: %FALSE if there is none
 */
gboolean           atlas_evidence_level_from_id  (const char          *id,
                                                  AtlasEvidenceLevel  *level);

G_END_DECLS
