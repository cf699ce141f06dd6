// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasBacklinkKind:
 *
 * What rests on a reference. This is also the order of the links of one item.
 */
typedef enum
{
  ATLAS_BACKLINK_PASSAGE,      /* a passage of the report cites it */
  ATLAS_BACKLINK_ITEM,         /* the report attaches its number to an item */
  ATLAS_BACKLINK_FACT,
  ATLAS_BACKLINK_PHASE,
  ATLAS_BACKLINK_MILESTONE,
  ATLAS_BACKLINK_DIFFERENCE,   /* the public side of one between the report and public sources */
  ATLAS_BACKLINK_CAPACITY,
  ATLAS_BACKLINK_FLOW,
  ATLAS_BACKLINK_COVERAGE,
  ATLAS_BACKLINK_PRIMARY_TEXT, /* it is the item's own text */
  ATLAS_BACKLINK_SERIES,       /* yearly figures */
  ATLAS_N_BACKLINK_KINDS
} AtlasBacklinkKind;

/**
 * AtlasBacklink:
 * @kind: what rests on the reference
 * @passage: (nullable): the passage, of one
 * @item: (nullable): the item, of any kind but a passage or series
 * @series: (nullable): the series, of one
 * @index: which of the item's facts, phases, milestones … as atlas_item_get_facts() and its like have them; else 0
 *
 * One thing that rests on a reference. All is borrowed from the dataset.
 */
typedef struct
{
  AtlasBacklinkKind   kind;
  const AtlasPassage *passage;
  AtlasItem          *item;
  const AtlasSeries  *series;
  guint               index;
} AtlasBacklink;

/**
 * AtlasBacklinkList:
 * @links: (array length=n_links): passages in reading order, then items in time order, each with what of it rests on the
 *   reference, then series; each once
 * @n_links: how many
 * @n_passages: passages among them
 * @n_items: different items among them
 * @n_statements: among them, what an item says: facts, phases, milestones, differences, capacities, flows, coverages
 *
 * All that rests on one reference.
 */
typedef struct
{
  const AtlasBacklink *links;
  guint                n_links;
  guint                n_passages;
  guint                n_items;
  guint                n_statements;
} AtlasBacklinkList;

/**
 * AtlasBacklinks:
 *
 * From every reference of an atlas to all that rests on it. Immutable; any thread may read it.
 */
typedef struct _AtlasBacklinks AtlasBacklinks;

/**
 * atlas_backlinks_get:
 * @dataset: an atlas
 *
 * Gets what rests on the references of an atlas. It is found when it is first asked for, in a few milliseconds, and kept with
 * the atlas.
 *
 * Returns: (transfer none): the index, which lives as long as @dataset
 */
const AtlasBacklinks    *atlas_backlinks_get           (AtlasDataset         *dataset);
/* What rests on the reference @id; if it is one of the report's citations, with what cites its number. Never NULL. */
const AtlasBacklinkList *atlas_backlinks_lookup        (const AtlasBacklinks *self,
                                                        const char           *id);
/* What cites the report's number @citation, with what rests on its record if the atlas has one. Never NULL. */
const AtlasBacklinkList *atlas_backlinks_lookup_number (const AtlasBacklinks *self,
                                                        guint                 citation);

const char              *atlas_backlink_kind_get_id    (AtlasBacklinkKind     kind); /* "primary-text" */
const char              *atlas_backlink_kind_get_name  (AtlasBacklinkKind     kind); /* translated: "primary text" */

/**
 * atlas_backlink_to_words:
 * @self: a link
 *
 * Says what rests on the reference, without its item's name: a fact's or passage's text, "operating, from June 2006 on",
 * a milestone's note, both sides of a difference, an item's title.
 *
 * Returns: (transfer full): the words, in one or more lines
 */
char                    *atlas_backlink_to_words       (const AtlasBacklink  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
