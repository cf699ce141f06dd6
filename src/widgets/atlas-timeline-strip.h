// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-density.h"
#include "atlas-timeline-axis.h"

G_BEGIN_DECLS

/**
 * AtlasTimelineStrip:
 *
 * The strip that says how much happens when, and the window of time on it: a drag on its ground draws one, its edges and its
 * grip are dragged, and are sliders for keyboard and assistive technology.
 *
 * What it says is of the filter without its window, so that one sees what is outside.
 */
#define ATLAS_TYPE_TIMELINE_STRIP (atlas_timeline_strip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineStrip, atlas_timeline_strip, ATLAS, TIMELINE_STRIP, GtkWidget)

GtkWidget          *atlas_timeline_strip_new         (AtlasTimelineAxis  *axis) G_GNUC_WARN_UNUSED_RESULT;
void                atlas_timeline_strip_set_session (AtlasTimelineStrip *self,
                                                      AtlasSession       *session); /* (nullable) */
/* (transfer none) (nullable): what it shows; that of a large atlas is reckoned in a thread and takes a moment. */
const AtlasDensity *atlas_timeline_strip_get_density (AtlasTimelineStrip *self);
/* (transfer full) (nullable): what there is to say at a px of the strip. */
char               *atlas_timeline_strip_describe    (AtlasTimelineStrip *self,
                                                      double              x) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
