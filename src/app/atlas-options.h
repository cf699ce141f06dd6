// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session-state.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Adds the program's options to @application. */
void     atlas_options_add  (GApplication            *application);

/**
 * atlas_options_read:
 * @command_line: what was typed
 * @state: (out) (transfer full) (nullable): the state that options and link ask for; %NULL when they ask for none
 * @folder: (out) (transfer full) (nullable): the atlas to open; %NULL: the built-in one, or the one that is open
 * @error: return location
 *
 * Reads options, a link and an atlas's folder. The options say the same as the members of a link and win over it.
 *
 * Returns: whether they could be understood
 */
gboolean atlas_options_read (GApplicationCommandLine *command_line,
                             AtlasSessionState      **state,
                             GFile                  **folder,
                             GError                 **error);
/* Whether the options of presenting can be understood. */
gboolean atlas_options_check_present (GApplicationCommandLine *command_line,
                                      GError                 **error);

/**
 * atlas_options_read_present:
 * @command_line: what was typed
 * @tour: (out) (transfer full) (nullable): id of the tour to present; %NULL: the first
 * @step: (out): the step to begin with, from 1
 * @kiosk: (out): 0, or after how many seconds it steps by itself
 *
 * Reads --present, --kiosk and --step-every.
 *
 * Returns: whether a tour is to be presented
 */
gboolean atlas_options_read_present (GApplicationCommandLine *command_line,
                                     char                   **tour,
                                     guint                   *step,
                                     guint                   *kiosk);
/* The file that --report names, relative to where it was typed; (transfer full) (nullable) */
GFile   *atlas_options_dup_report (GApplicationCommandLine *command_line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
