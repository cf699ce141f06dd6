// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTimelineItem:
 *
 * What the keyboard and assistive technology see of an item on the timeline, laid over its drawing: it draws nothing
 * itself and takes no clicks. A timeline keeps a bounded number of them and lets each stand for one item after another.
 */
#define ATLAS_TYPE_TIMELINE_ITEM (atlas_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineItem, atlas_timeline_item, ATLAS, TIMELINE_ITEM, GtkWidget)

GtkWidget  *atlas_timeline_item_new          (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasItem  *atlas_timeline_item_get_item     (AtlasTimelineItem *self); /* (transfer none) (nullable) */
/* Stands for @item, the @position th (from 0) of @n_items. */
void        atlas_timeline_item_set_item     (AtlasTimelineItem *self,
                                              AtlasItem         *item,
                                              guint              position,
                                              guint              n_items);
void        atlas_timeline_item_set_selected (AtlasTimelineItem *self,
                                              gboolean           selected);
/* What assistive technology says: name, kind, dates and place. */
const char *atlas_timeline_item_get_label    (AtlasTimelineItem *self);

G_END_DECLS
