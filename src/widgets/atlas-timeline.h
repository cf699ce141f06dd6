// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-clock-player.h"
#include "atlas-key-binding.h"
#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTimeline:
 *
 * The items of a session's atlas over time, and its clock: a bar of controls above a ruler, a strip of how much happens, the lanes and what
 * the report says of those years. A lane shows what fits; its name is a button that shows the rest.
 *
 * Properties, which are what a user chooses to see: `lanes` (string: what a lane holds the items of: `theme`, `kind` or `actor`),
 * `density` and `passages` (gboolean: whether those strips are there), `series` (GStrv: ids of the figures that are shown as
 * charts; ids that the atlas does not have are kept and passed over). The first three are actions too: `timeline.lanes` and so on.
 *
 * It shows the session's `range` and writes it back when it is panned or zoomed. Actions of the class: `timeline.play` (starts or
 * stops the clock), `timeline.zoom` (int: 1 in, -1 out, 0 all), `timeline.edit-clock`,
 * `timeline.open` (the group that the focus is in), `timeline.fold-lanes`,
 * `timeline.step-clock` and `timeline.leap-clock` (int: steps, large steps), `timeline.end-clock` (int: -1 first, 1 last),
 * `timeline.change-speed` (int: 1 twice as fast, -1 half); and of the player `clock.step`, `clock.speed` and `clock.loop`.
 */
#define ATLAS_TYPE_TIMELINE (atlas_timeline_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimeline, atlas_timeline, ATLAS, TIMELINE, GtkWidget)

GtkWidget             *atlas_timeline_new              (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasSession          *atlas_timeline_get_session      (AtlasTimeline *self); /* (transfer none) (nullable) */
void                   atlas_timeline_set_session      (AtlasTimeline *self,
                                                        AtlasSession  *session);
/* What plays the clock and moves it: step, speed, loop. */
AtlasClockPlayer      *atlas_timeline_get_player       (AtlasTimeline *self); /* (transfer none) */
/* Lets the user type the clock's date. */
void                   atlas_timeline_edit_clock       (AtlasTimeline *self);
/* As the desktop asks for; also the property `high-contrast`. */
void                   atlas_timeline_set_high_contrast (AtlasTimeline *self,
                                                         gboolean       high_contrast);
/* The keys that work while the focus is in a timeline. */
const AtlasKeyBinding *atlas_timeline_get_key_bindings (guint         *n_bindings);
/* While it is anywhere in the timeline: those of the window of time. */
const AtlasKeyBinding *atlas_timeline_get_window_key_bindings (guint  *n_bindings);

G_END_DECLS
