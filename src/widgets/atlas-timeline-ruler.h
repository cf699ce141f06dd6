// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-axis.h"

G_BEGIN_DECLS

/**
 * AtlasTimelineRuler:
 *
 * The part of a timeline that tells the dates: ticks, the larger unit that its left side lies in, and the flags of the
 * clock and of the date that it is compared with. Pressed and dragged it moves them.
 */
#define ATLAS_TYPE_TIMELINE_RULER (atlas_timeline_ruler_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineRuler, atlas_timeline_ruler, ATLAS, TIMELINE_RULER, GtkWidget)

GtkWidget *atlas_timeline_ruler_new         (AtlasTimelineAxis  *axis) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_timeline_ruler_set_session (AtlasTimelineRuler *self,
                                             AtlasSession       *session); /* (nullable) */

G_END_DECLS
