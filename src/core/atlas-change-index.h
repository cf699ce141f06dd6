// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-filter.h"

G_BEGIN_DECLS

/**
 * AtlasChangeIndex:
 *
 * When anything in an atlas changes: the dates on which an item begins, ends, or passes into another phase, in time order.
 *
 * A change is as long as it is known: a day, or the month, season, year or decade in which it came about. They are ordered by
 * their first day and then from the coarse to the fine, so that from a year one comes to the first of its months, and every
 * change is met. Immutable; it holds a reference to the atlas.
 */
typedef struct _AtlasChangeIndex AtlasChangeIndex;

AtlasChangeIndex *atlas_change_index_new     (AtlasDataset           *dataset) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_change_index_free    (AtlasChangeIndex       *self);
/* The change nearest to @from, later (1) or earlier (-1), of an item that @filter lets through: its days are @change (out), which
 * stays as it is when there is none (FALSE). */
gboolean          atlas_change_index_find    (const AtlasChangeIndex *self,
                                              AtlasTimeSpan           from,
                                              int                     direction,
                                              const AtlasFilter      *filter,
                                              AtlasTimeSpan          *change);

/**
 * atlas_change_index_list_begins:
 * @self: an index
 * @days: some days
 * @exactly: only what is known to have come about on just these days: in the year, and not on a day of it
 * @filter: what lets items through
 * @max: the most that are listed
 *
 * Lists the items of which something begins, their life or a phase, whose last day on which it may have begun lies in @days: of
 * what is known to the year only the year's last day tells, and no other.
 *
 * Returns: (transfer container): of #AtlasItem (borrowed), each once, in time order
 */
GPtrArray        *atlas_change_index_list_begins (const AtlasChangeIndex *self,
                                                  AtlasTimeSpan           days,
                                                  gboolean                exactly,
                                                  const AtlasFilter      *filter,
                                                  guint                   max) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChangeIndex, atlas_change_index_free)

G_END_DECLS
