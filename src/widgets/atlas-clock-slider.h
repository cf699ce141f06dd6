// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"
#include "atlas-timeline-axis.h"

G_BEGIN_DECLS

/**
 * AtlasClockSlider:
 *
 * The clock as a slider for the keyboard and for assistive technology. It lies over the ruler, which draws the flag of the
 * clock, and the focus round it; of itself it shows nothing, and the pointer does not meet it.
 *
 * Its value is a year with its fraction: 2006.5 is the middle of 2006. Arrows step the clock, Page Up and Page Down take it a
 * large step later and earlier, Home and End to the first and the last date.
 */
#define ATLAS_TYPE_CLOCK_SLIDER (atlas_clock_slider_get_type ())
G_DECLARE_FINAL_TYPE (AtlasClockSlider, atlas_clock_slider, ATLAS, CLOCK_SLIDER, GtkWidget)

GtkWidget     *atlas_clock_slider_new            (AtlasTimelineAxis *axis) G_GNUC_WARN_UNUSED_RESULT;
void           atlas_clock_slider_set_session    (AtlasClockSlider  *self,
                                                  AtlasSession      *session); /* (nullable) */
/* Has it the focus? Only keys give it, so that it should always be seen. When this changes its parent is drawn again. */
gboolean       atlas_clock_slider_shows_focus    (AtlasClockSlider  *self);
GtkAdjustment *atlas_clock_slider_get_adjustment (AtlasClockSlider  *self);    /* (transfer none) */
/* The keys that work while it has the focus. */
const AtlasKeyBinding *atlas_clock_slider_get_key_bindings (guint *n_bindings);

G_END_DECLS
