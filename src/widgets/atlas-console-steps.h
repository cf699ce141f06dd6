// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-step-pictures.h"

G_BEGIN_DECLS

/**
 * AtlasConsoleSteps:
 *
 * All steps of a presentation with their numbers, pictures, titles and dates. The current one is marked and kept in sight; the
 * hall sees nothing of the list. Who chooses a row goes there.
 *
 * Signal: `chosen` (the presentation is at the step: the keys may be the presenter's again).
 */
#define ATLAS_TYPE_CONSOLE_STEPS (atlas_console_steps_get_type ())
G_DECLARE_FINAL_TYPE (AtlasConsoleSteps, atlas_console_steps, ATLAS, CONSOLE_STEPS, GtkWidget)

GtkWidget *atlas_console_steps_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_console_steps_set_presentation (AtlasConsoleSteps *self,
                                                 AtlasPresentation *presentation); /* (nullable) */
void       atlas_console_steps_set_pictures     (AtlasConsoleSteps *self,
                                                 AtlasStepPictures *pictures); /* (nullable) */
/* Gives the current step's row the focus. */
void       atlas_console_steps_focus            (AtlasConsoleSteps *self);

G_END_DECLS
