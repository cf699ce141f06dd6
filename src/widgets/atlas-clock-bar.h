// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-clock-entry.h"
#include "atlas-clock-player.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasClockBar:
 *
 * The controls of a timeline: play, loop, the clock's date, its mode, step and speed, zoom, and what others add. Where it is
 * narrow the ones that keys and the wheel do as well give way.
 */
#define ATLAS_TYPE_CLOCK_BAR (atlas_clock_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasClockBar, atlas_clock_bar, ATLAS, CLOCK_BAR, GtkWidget)

/* At which end of the bar a part stands. */
typedef enum
{
  ATLAS_CLOCK_BAR_LEFT,
  ATLAS_CLOCK_BAR_RIGHT,
} AtlasClockBarEnd;

GtkWidget       *atlas_clock_bar_new             (AtlasClockPlayer *player) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_clock_bar_set_session     (AtlasClockBar    *self,
                                                  AtlasSession     *session); /* (nullable) */
/* Adds a part after those of its end. The lower its @rank, the sooner it gives way (the zoom has 10, the step 40, the modes 50); 0: never.
 * It may be hidden (gtk_widget_set_visible()) while there is nothing to say. */
void             atlas_clock_bar_add             (AtlasClockBar    *self,
                                                  GtkWidget        *part, /* (transfer floating) */
                                                  AtlasClockBarEnd  end,
                                                  guint             rank);
AtlasClockEntry *atlas_clock_bar_get_clock_entry (AtlasClockBar    *self); /* (transfer none) */
GtkWidget       *atlas_clock_bar_get_play_button (AtlasClockBar    *self); /* (transfer none) */

G_END_DECLS
