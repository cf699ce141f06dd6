// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"

G_BEGIN_DECLS

/* s */
#define ATLAS_KIOSK_STEP_EVERY 12
#define ATLAS_KIOSK_MIN_STEP_EVERY 1
#define ATLAS_KIOSK_MAX_STEP_EVERY 3600
#define ATLAS_KIOSK_IDLE 60

/**
 * AtlasKiosk:
 *
 * A presentation that nobody presents: it steps by itself, round and round. Who touches it may look around; when nobody has
 * touched it for a while it begins anew with the first step.
 *
 * Property: `attended` (gboolean, notifies on change: somebody is there).
 */
#define ATLAS_TYPE_KIOSK (atlas_kiosk_get_type ())
G_DECLARE_FINAL_TYPE (AtlasKiosk, atlas_kiosk, ATLAS, KIOSK, GObject)

/**
 * atlas_kiosk_new:
 * @presentation: what is shown; it becomes one of a kiosk
 * @step_every: ms to the next step
 * @idle: ms without anybody after which it begins anew
 *
 * Makes a kiosk, which runs until the presentation ends or it is let go of.
 *
 * Returns: (transfer full): the kiosk
 */
AtlasKiosk *atlas_kiosk_new          (AtlasPresentation *presentation,
                                      guint              step_every,
                                      guint              idle) G_GNUC_WARN_UNUSED_RESULT;
/* Somebody has touched it. */
void        atlas_kiosk_touch        (AtlasKiosk        *self);
gboolean    atlas_kiosk_get_attended (AtlasKiosk        *self);

G_END_DECLS
