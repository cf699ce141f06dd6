// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-clock-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTimelineBar:
 *
 * The controls of a timeline: play, the clock's date, its mode, step and speed, zoom. Where it is narrow the ones that keys
 * and the wheel do as well give way: zoom, speed, step.
 *
 * Properties: `step` (int: #AtlasTimeUnit) and `speed` (double: 1 is two steps a second).
 */
#define ATLAS_TYPE_TIMELINE_BAR (atlas_timeline_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineBar, atlas_timeline_bar, ATLAS, TIMELINE_BAR, GtkWidget)

GtkWidget    *atlas_timeline_bar_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void          atlas_timeline_bar_set_session (AtlasTimelineBar *self,
                                              AtlasSession     *session);
AtlasTimeUnit atlas_timeline_bar_get_step    (AtlasTimelineBar *self);
double        atlas_timeline_bar_get_speed   (AtlasTimelineBar *self);
AtlasClockEntry *atlas_timeline_bar_get_clock_entry (AtlasTimelineBar *self); /* (transfer none) */
GtkWidget    *atlas_timeline_bar_get_play_button    (AtlasTimelineBar *self); /* (transfer none) */

G_END_DECLS
