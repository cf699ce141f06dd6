// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-stopwatch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasConsoleTime:
 *
 * The time of day, how long the talk has taken, and what is left of its planned length, which is set here. Its buttons
 * activate `present.timer` with "start", "pause" or "reset".
 */
#define ATLAS_TYPE_CONSOLE_TIME (atlas_console_time_get_type ())
G_DECLARE_FINAL_TYPE (AtlasConsoleTime, atlas_console_time, ATLAS, CONSOLE_TIME, GtkWidget)

GtkWidget *atlas_console_time_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_console_time_set_stopwatch (AtlasConsoleTime *self,
                                             AtlasStopwatch   *stopwatch); /* (nullable) */

G_END_DECLS
