// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"
#include "atlas-tour.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTourStepRow:
 *
 * A step in the list of a tour's steps: number, title and date; of the one that is looked at also its words, to be read or, in
 * one of the user's tours, to be changed.
 *
 * Signals: `move-requested` (int: to which position from 0), `remove-requested`, `view-requested` (the step is to look at what is
 * looked at now), `edited` (a string: which of its words), `link-activated` (a string, the address; the label it stands in).
 */
#define ATLAS_TYPE_TOUR_STEP_ROW (atlas_tour_step_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTourStepRow, atlas_tour_step_row, ATLAS, TOUR_STEP_ROW, GtkListBoxRow)

GtkWidget             *atlas_tour_step_row_new              (void) G_GNUC_WARN_UNUSED_RESULT;
/* @position: from 0, of @n_steps */
void                   atlas_tour_step_row_set_step         (AtlasTourStepRow *self,
                                                             AtlasTourStep    *step,
                                                             guint             position,
                                                             guint             n_steps);
AtlasTourStep         *atlas_tour_step_row_get_step         (AtlasTourStepRow *self); /* (transfer none) (nullable) */
/* @current: it is looked at; @editing: its tour can be changed, and is */
void                   atlas_tour_step_row_set_state        (AtlasTourStepRow *self,
                                                             gboolean          current,
                                                             gboolean          editing);
/* (transfer full): with its words as they are typed now */
AtlasTourStep         *atlas_tour_step_row_create_step      (AtlasTourStepRow *self) G_GNUC_WARN_UNUSED_RESULT;
/* Into its title, if it is being edited. */
void                   atlas_tour_step_row_edit_title       (AtlasTourStepRow *self);
const AtlasKeyBinding *atlas_tour_step_row_get_key_bindings (guint            *n_bindings);

G_END_DECLS
