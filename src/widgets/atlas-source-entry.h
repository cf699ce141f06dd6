// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-backlinks.h"

G_BEGIN_DECLS

/* By what a list of sources may be in order. */
typedef enum
{
  ATLAS_SOURCE_SORT_USED, /* most first */
  ATLAS_SOURCE_SORT_NUMBER,
  ATLAS_SOURCE_SORT_AUTHOR,
  ATLAS_SOURCE_SORT_TITLE,
  ATLAS_SOURCE_SORT_DATE, /* latest first */
  ATLAS_SOURCE_SORT_TYPE,
  ATLAS_SOURCE_SORT_TIER,
  ATLAS_N_SOURCE_SORTS
} AtlasSourceSort;

const char *atlas_source_sort_get_name (AtlasSourceSort sort); /* translated: "Most used" */

/**
 * AtlasSourceEntry:
 *
 * A row of a list of sources: a reference, what rests on it, and the keys by which it is found and put in order, which are made
 * when they are first needed.
 */
#define ATLAS_TYPE_SOURCE_ENTRY (atlas_source_entry_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSourceEntry, atlas_source_entry, ATLAS, SOURCE_ENTRY, GObject)

/* @dataset: whose reference it is; @position: its place among them, by which those that are equal otherwise are in order. */
AtlasSourceEntry        *atlas_source_entry_new           (AtlasDataset     *dataset,
                                                           AtlasReference   *reference,
                                                           guint             position) G_GNUC_WARN_UNUSED_RESULT;
AtlasReference          *atlas_source_entry_get_reference (AtlasSourceEntry *self); /* (transfer none) */
const AtlasBacklinkList *atlas_source_entry_get_links     (AtlasSourceEntry *self); /* of the dataset */
/* Whether each of @words (folded) stands in its title, authors, container, publisher, note, address or number. */
gboolean                 atlas_source_entry_matches       (AtlasSourceEntry *self,
                                                           const char *const *words);
int                      atlas_source_entry_compare       (AtlasSourceEntry *a,
                                                           AtlasSourceEntry *b,
                                                           AtlasSourceSort   sort);

G_END_DECLS
