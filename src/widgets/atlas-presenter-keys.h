// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"
#include "atlas-presentation.h"

G_BEGIN_DECLS

/* Where the focus is while keys come: some keys belong to what has it. */
typedef enum
{
  ATLAS_PRESENTER_PLACE_PLAIN = 1 << 0, /* the map, or nothing in particular */
  ATLAS_PRESENTER_PLACE_LIST = 1 << 1,  /* a list or a grid: arrows, Home, End, Space and Enter are its own */
  ATLAS_PRESENTER_PLACE_TEXT = 1 << 2,  /* a field: what writes is its own */
} AtlasPresenterPlace;

/**
 * atlas_presenter_keys_get:
 * @n_bindings: (out): how many rows there are
 *
 * Gets the one table of keys of a presentation, for the list of keys. Both windows of a presentation use it. Its actions are
 * those of atlas_presenter_actions_new(), and some that a window installs itself, or that belong to the program:
 * `present.overview`, `present.find`, `present.step-hit` (int), `present.show-keys`, `present.fullscreen`, `present.timer`
 * (string: "start", "pause", "reset"), `present.notes`, `present.console` and `present.swap`.
 *
 * Returns: the rows
 */
const AtlasKeyBinding *atlas_presenter_keys_get           (guint              *n_bindings);

/**
 * atlas_presenter_keys_find:
 * @event: a key that is pressed
 * @place: where the focus is
 *
 * Finds what a key does. A key of another alphabet counts as the Latin letter that is on it.
 *
 * Returns: (nullable): the row; %NULL: nothing, or it belongs to what has the focus
 */
const AtlasKeyBinding *atlas_presenter_keys_find          (GdkEvent           *event,
                                                           AtlasPresenterPlace place);

/**
 * atlas_presenter_keys_add_to_widget:
 * @widget: all of a window of a presentation
 *
 * Binds the table for all that is in @widget, before what has the focus is asked. It looks itself where that is.
 */
void                   atlas_presenter_keys_add_to_widget (GtkWidget          *widget);

/**
 * atlas_presenter_actions_new:
 * @presentation: what they act on, not referenced: with it they do nothing more
 *
 * Makes the actions that only command a presentation, to be inserted into windows as `present`: `next`, `previous`, `first`,
 * `last`, `enter`, `digit` (int), `leave`, `return`, `end`, `blank` (string: "black", "white"), `freeze`, `pointing`
 * (boolean), `answer`, `step-clock` (int), `step-change` (int), `history` (int), `zoom` (int; 0: as the step has it). Others
 * may be added.
 *
 * Returns: (transfer full): the actions
 */
GSimpleActionGroup    *atlas_presenter_actions_new        (AtlasPresentation  *presentation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
