// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-clock-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasClockBar:
 *
 * The controls of a timeline: play, the clock's date, its mode, step and speed, zoom. Where it is narrow the ones that keys
 * and the wheel do as well give way: zoom, speed, step.
 *
 * Properties: `step` (int: #AtlasTimeUnit) and `speed` (double: 1 is two steps a second).
 */
#define ATLAS_TYPE_CLOCK_BAR (atlas_clock_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasClockBar, atlas_clock_bar, ATLAS, CLOCK_BAR, GtkWidget)

GtkWidget       *atlas_clock_bar_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_clock_bar_set_session     (AtlasClockBar *self,
                                                  AtlasSession  *session);
AtlasTimeUnit    atlas_clock_bar_get_step        (AtlasClockBar *self);
double           atlas_clock_bar_get_speed       (AtlasClockBar *self);
AtlasClockEntry *atlas_clock_bar_get_clock_entry (AtlasClockBar *self); /* (transfer none) */
GtkWidget       *atlas_clock_bar_get_play_button (AtlasClockBar *self); /* (transfer none) */

G_END_DECLS
