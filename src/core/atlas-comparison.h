// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasChange:
 * @ATLAS_CHANGE_NEW: there at the second date and not at the first
 * @ATLAS_CHANGE_GONE: there at the first and not at the second: closed, or nothing of it is left
 * @ATLAS_CHANGE_CHANGED: there at both with another status, or come and closed between them
 *
 * What became of an item between two dates.
 */
typedef enum
{
  ATLAS_CHANGE_NEW,
  ATLAS_CHANGE_GONE,
  ATLAS_CHANGE_CHANGED,
  ATLAS_N_CHANGES
} AtlasChange;

/**
 * AtlasChangedItem:
 * @item: the item, borrowed from the comparison
 * @change: what became of it
 * @from: its status at the first date; NONE: not there
 * @to: its status at the second date; NONE: not there
 * @rank: the place of its kind in the atlas's list of kinds
 * @position: its place in the dataset
 */
typedef struct
{
  AtlasItem  *item;
  AtlasChange change;
  AtlasStatus from;
  AtlasStatus to;
  guint       rank;
  guint       position;
} AtlasChangedItem;

/**
 * AtlasComparison:
 *
 * What is new, gone or changed between two dates. Immutable.
 */
typedef struct _AtlasComparison AtlasComparison;

/**
 * atlas_comparison_new:
 * @session: whose atlas, filter and mode of the clock count
 * @before: the first date, a day to a year
 * @after: the second date; it may be the earlier one, then "new" is what was there before
 *
 * Compares two dates by the rules by which the map shows them: whatever looks different is in it, and nothing else.
 *
 * Returns: (transfer full): the comparison
 */
AtlasComparison        *atlas_comparison_new          (AtlasSession          *session,
                                                       AtlasTimeSpan          before,
                                                       AtlasTimeSpan          after) G_GNUC_WARN_UNUSED_RESULT;
void                    atlas_comparison_free         (AtlasComparison       *self);
guint                   atlas_comparison_get_n_items  (const AtlasComparison *self);

/**
 * atlas_comparison_get_item:
 * @self: a comparison
 * @index: below atlas_comparison_get_n_items()
 *
 * Gets what became of an item. They are sorted by change, then by kind in the atlas's order, then by date.
 *
 * Returns: (transfer none): the item and what became of it; the comparison's
 */
const AtlasChangedItem *atlas_comparison_get_item     (const AtlasComparison *self,
                                                       guint                  index);

/**
 * atlas_comparison_get_count:
 * @self: a comparison
 * @change: what became of them
 *
 * Gets how many items became so.
 *
 * Returns: how many
 */
guint                   atlas_comparison_get_count    (const AtlasComparison *self,
                                                       AtlasChange            change);

AtlasTimeSpan           atlas_comparison_get_before   (const AtlasComparison *self);
AtlasTimeSpan           atlas_comparison_get_after    (const AtlasComparison *self);

/**
 * atlas_comparison_title_to_words:
 * @self: a comparison
 * @change: what became of them
 *
 * Says in the user's language what stands over a list: "New"; of a second date that is the earlier, "Only in 1996".
 *
 * Returns: (transfer full): the words
 */
char                   *atlas_comparison_title_to_words (const AtlasComparison  *self,
                                                         AtlasChange             change) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_comparison_item_to_words:
 * @self: a comparison
 * @changed: one of its items
 *
 * Says in the user's language what became of an item: "planned → operating", "operating until 10 December 2012", "since 12 May 1994".
 *
 * Returns: (transfer full): the words
 */
char                   *atlas_comparison_item_to_words  (const AtlasComparison  *self,
                                                         const AtlasChangedItem *changed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_comparison_to_words:
 * @self: a comparison
 *
 * Says in the user's language what there is: "12 new, 5 gone, 7 changed"; "nothing has changed".
 *
 * Returns: (transfer full): the words
 */
char                   *atlas_comparison_to_words       (const AtlasComparison  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasComparison, atlas_comparison_free)

G_END_DECLS
