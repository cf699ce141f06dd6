// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"
#include "atlas-search.h"
#include "atlas-step-pictures.h"
#include "atlas-stopwatch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasConsole:
 *
 * The presenter's own window: what the hall sees now, in a live picture and in words, the next step, the notes, the time, all
 * steps, the sources to quote, and a search that the hall does not see. It observes a presentation and commands it; the keys are
 * those of atlas_presenter_keys_get(), but that Tab leads from part to part.
 *
 * Property: `notes-size` (double, see #AtlasConsoleNotes). Signal: `open-uri` (a string: the presenter asks for an address).
 */
#define ATLAS_TYPE_CONSOLE (atlas_console_get_type ())
G_DECLARE_FINAL_TYPE (AtlasConsole, atlas_console, ATLAS, CONSOLE, GtkWidget)

GtkWidget    *atlas_console_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_console_set_presentation:
 * @self: a console
 * @presentation: (nullable): what it shows and commands
 * @stopwatch: (nullable): of the talk; it is the caller's, and goes on without a console
 *
 * Shows a presentation, at whichever step it is.
 */
void          atlas_console_set_presentation (AtlasConsole      *self,
                                              AtlasPresentation *presentation,
                                              AtlasStopwatch    *stopwatch);

/**
 * atlas_console_get_actions:
 * @self: a console with a presentation
 *
 * Gets its actions, whose prefix is `present`, to add those that a console cannot do itself: `console` (another window instead of
 * this one), `swap`, `fullscreen`, `show-keys`. A button whose action is not there, or is disabled, is not shown.
 *
 * Returns: (transfer none) (nullable): the actions
 */
GActionMap   *atlas_console_get_actions      (AtlasConsole      *self);

/* The stage as it is now, e.g. a #GtkWidgetPaintable; NULL: there is none. */
void          atlas_console_set_picture      (AtlasConsole      *self,
                                              GdkPaintable      *picture);
/* Maps of the steps; NULL: none are shown. */
void          atlas_console_set_pictures     (AtlasConsole      *self,
                                              AtlasStepPictures *pictures);
/* The index that the search asks; NULL: there is none (yet). */
void          atlas_console_set_search       (AtlasConsole      *self,
                                              AtlasSearch       *search);
/* Into the notes, or back from them to where all keys are the presenter's. */
void          atlas_console_toggle_notes     (AtlasConsole      *self);

G_END_DECLS
