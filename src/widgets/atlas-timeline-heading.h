// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTimelineHeading:
 *
 * The button over the name of a lane that expands and folds it. It says how much is in the lane, and how much of that in
 * groups. The name and the sign are part of the timeline's drawing.
 */
#define ATLAS_TYPE_TIMELINE_HEADING (atlas_timeline_heading_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineHeading, atlas_timeline_heading, ATLAS, TIMELINE_HEADING, GtkButton)

GtkWidget  *atlas_timeline_heading_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* @lane: id of the lane, "" for the one without */
void        atlas_timeline_heading_set_lane  (AtlasTimelineHeading *self,
                                              const char           *lane,
                                              const char           *title,
                                              guint                 n_items,
                                              guint                 n_grouped,
                                              gboolean              expanded);
const char *atlas_timeline_heading_get_lane  (AtlasTimelineHeading *self); /* (nullable) */
/* What assistive technology says: "Economic, 54 items, 21 in groups". */
const char *atlas_timeline_heading_get_label (AtlasTimelineHeading *self); /* (nullable) */

G_END_DECLS
