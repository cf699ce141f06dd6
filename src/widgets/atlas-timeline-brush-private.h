// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-timeline-brush.h"

G_BEGIN_DECLS

AtlasTimelineAxis *atlas_timeline_brush_get_axis (AtlasTimelineBrush *self); /* (transfer none) */
/* Whether there is a time to draw a window on. */
gboolean           atlas_timeline_brush_is_ready (AtlasTimelineBrush *self);

G_END_DECLS
