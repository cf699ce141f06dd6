// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-console.h"
#include "atlas-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasConsoleWindow:
 *
 * The window that a presenter's console is in, and the talk's stopwatch. It is there as long as its presentation is, also while it
 * is not shown, so that nothing is lost when its screen is. The size of the notes and the planned length of talks are remembered.
 *
 * Who closes it only puts it away. It is for its owner to destroy.
 */
#define ATLAS_TYPE_CONSOLE_WINDOW (atlas_console_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasConsoleWindow, atlas_console_window, ATLAS, CONSOLE_WINDOW, GtkWindow)

/**
 * atlas_console_window_new:
 * @application: (nullable): whose window it is
 * @stage: what the audience sees
 *
 * Makes a console for the presentation of a stage. It is not shown yet.
 *
 * Returns: (transfer none): the window, which GTK owns
 */
AtlasConsoleWindow *atlas_console_window_new           (GtkApplication     *application,
                                                        AtlasStage         *stage);

/**
 * atlas_console_window_put_on:
 * @self: a window
 * @monitor: (nullable): a screen of its own; %NULL: none is to spare
 *
 * Fills a screen of its own with it, and gives it the keys. Without one it is put away.
 */
void                atlas_console_window_put_on        (AtlasConsoleWindow *self,
                                                        GdkMonitor         *monitor);
/* Shows it over the stage's window, of which the audience then sees less, or puts it away. */
void                atlas_console_window_toggle        (AtlasConsoleWindow *self);

/* See atlas_console_toggle_notes(). */
void                atlas_console_window_toggle_notes  (AtlasConsoleWindow *self);

/* The index that its search asks. */
void                atlas_console_window_set_search    (AtlasConsoleWindow *self,
                                                        AtlasSearch        *search);
/* See atlas_console_get_actions(). (transfer none) */
GActionMap         *atlas_console_window_get_actions   (AtlasConsoleWindow *self);

G_END_DECLS
