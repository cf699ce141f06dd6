// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session-state.h"

G_BEGIN_DECLS

/* The longest history kept; the oldest entries are forgotten. */
#define ATLAS_HISTORY_MAX 200

/**
 * AtlasHistory:
 *
 * Where one has been: session states with a present one, like a browser's. A plain value of its session.
 */
typedef struct _AtlasHistory AtlasHistory;

AtlasHistory            *atlas_history_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void                     atlas_history_free        (AtlasHistory            *self);
/* A new place: forgets what lies forward. Does nothing when @state equals the present one. */
void                     atlas_history_push        (AtlasHistory            *self,
                                                    const AtlasSessionState *state);
/* The present place looks different now (panned, played); keeps what lies forward. */
void                     atlas_history_amend       (AtlasHistory            *self,
                                                    const AtlasSessionState *state);
gboolean                 atlas_history_can_go      (const AtlasHistory      *self,
                                                    int                      steps);
const AtlasSessionState *atlas_history_go          (AtlasHistory            *self,
                                                    int                      steps); /* (nullable): -1 back, 1 forward */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasHistory, atlas_history_free)

G_END_DECLS
