// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTimelineGroup:
 *
 * What the keyboard and assistive technology see of a cluster on the timeline, laid over its drawing; as #AtlasTimelineItem
 * is of an item.
 */
#define ATLAS_TYPE_TIMELINE_GROUP (atlas_timeline_group_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineGroup, atlas_timeline_group, ATLAS, TIMELINE_GROUP, GtkWidget)

GtkWidget  *atlas_timeline_group_new          (void) G_GNUC_WARN_UNUSED_RESULT;
/* Stands for the cluster that the item at @position, its first, is in; @words say what it is. */
void        atlas_timeline_group_set          (AtlasTimelineGroup *self,
                                               guint               position,
                                               const char         *words);
guint       atlas_timeline_group_get_position (AtlasTimelineGroup *self);
/* What assistive technology says: "12 items, 1994 to 1996, opens". */
const char *atlas_timeline_group_get_label    (AtlasTimelineGroup *self); /* (nullable) */

/* How many there are of a cluster and when: "12 items, 1994 to 1996". (transfer full) */
char       *atlas_timeline_cluster_to_words   (const AtlasTimelineLayout  *layout,
                                               const AtlasTimelineCluster *cluster) G_GNUC_WARN_UNUSED_RESULT;
/* The same with the names and dates of the first ones, a line each. (transfer full) */
char       *atlas_timeline_cluster_to_lines   (const AtlasTimelineLayout  *layout,
                                               const AtlasTimelineCluster *cluster,
                                               const char                 *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
