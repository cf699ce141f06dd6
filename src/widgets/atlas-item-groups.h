// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

G_BEGIN_DECLS

/* How the list of items is grouped. */
typedef enum
{
  ATLAS_ITEM_ORDER_KIND, /* under the kinds, in the atlas's order of them */
  ATLAS_ITEM_ORDER_DATE, /* under the years in which they begin */
} AtlasItemOrder;

/**
 * atlas_item_groups_create:
 * @dataset: an atlas
 * @session: says which of its items
 * @order: how they are grouped
 * @language: (nullable): of the headings
 * @folded: a set of ids (char *) of headings whose items are put away
 *
 * Makes the rows of the list of items: each group a heading and its items in time order.
 *
 * Returns: (transfer full): of #AtlasHeading and #AtlasItem
 */
GPtrArray *atlas_item_groups_create (AtlasDataset      *dataset,
                                     AtlasSession      *session,
                                     AtlasItemOrder     order,
                                     const char        *language,
                                     GHashTable        *folded) G_GNUC_WARN_UNUSED_RESULT;
/* The id of the heading that @item stands under. (transfer full) */
char      *atlas_item_groups_dup_heading (AtlasItem      *item,
                                          AtlasItemOrder  order) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
