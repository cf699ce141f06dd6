// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-application.h"
#include "atlas-notebook.h"
#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_WINDOW (atlas_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWindow, atlas_window, ATLAS, WINDOW, AdwApplicationWindow)

AtlasWindow *atlas_window_new        (AtlasApplication        *application,
                                      GSettings               *settings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_window_open:
 * @self: a window
 * @folder: (nullable): the atlas's folder; %NULL: the built-in atlas
 * @state: (nullable): what to show of it; %NULL: what was shown last, or its opening view
 *
 * Loads an atlas in a thread and shows it. When that fails the window says why and keeps what it shows.
 */
void         atlas_window_open       (AtlasWindow             *self,
                                      GFile                   *folder,
                                      const AtlasSessionState *state);
/**
 * atlas_window_present_when_ready:
 * @self: a window
 * @tour_id: (nullable): which tour; %NULL: the one that the window is on, or else the atlas's first
 * @step: the step to begin with, from 1
 * @kiosk: 0, or after how many seconds it steps by itself
 *
 * Presents a tour as soon as the atlas is there.
 */
void         atlas_window_present_when_ready (AtlasWindow     *self,
                                              const char      *tour_id,
                                              guint            step,
                                              guint            kiosk);
void         atlas_window_show_state (AtlasWindow             *self,
                                      const AtlasSessionState *state);
/* Says in a dialog why something failed. */
void         atlas_window_report_error (AtlasWindow            *self,
                                        const char             *heading,
                                        const GError           *error);
/* That there is no notebook, and why. */
void         atlas_window_report_notes_problem (AtlasWindow   *self,
                                                const GError  *error);
/* What the user has added to atlases; it is opened after the window is up. */
void         atlas_window_set_notebook (AtlasWindow           *self,
                                        AtlasNotebook         *notebook);
/* Shows what of @file is the report's own text, as soon as the atlas is there; nothing is kept without the user's word. */
void         atlas_window_import_report (AtlasWindow          *self,
                                         GFile                *file);

G_END_DECLS
