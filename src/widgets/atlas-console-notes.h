// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tour.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of the notes' size: times the usual. */
#define ATLAS_CONSOLE_NOTES_MIN_SIZE 0.6
#define ATLAS_CONSOLE_NOTES_MAX_SIZE 4.0

/**
 * AtlasConsoleNotes:
 *
 * The speaker's notes of a step, and its question with the answer, in a size that is set here: with buttons, with Ctrl and the
 * wheel, or with Ctrl and plus, minus or 0 while the notes have the focus. Without notes it tells what the hall reads.
 *
 * Property: `size` (double: times the usual, notifies only on change).
 */
#define ATLAS_TYPE_CONSOLE_NOTES (atlas_console_notes_get_type ())
G_DECLARE_FINAL_TYPE (AtlasConsoleNotes, atlas_console_notes, ATLAS, CONSOLE_NOTES, GtkWidget)

GtkWidget *atlas_console_notes_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_console_notes_show_step (AtlasConsoleNotes *self,
                                          AtlasTourStep     *step); /* (nullable) */
double     atlas_console_notes_get_size  (AtlasConsoleNotes *self);
void       atlas_console_notes_set_size  (AtlasConsoleNotes *self,
                                          double             size);
/* Larger (1), smaller (-1), or the usual size (0). */
void       atlas_console_notes_resize    (AtlasConsoleNotes *self,
                                          int                direction);
/* What is read in it. (transfer full) */
char      *atlas_console_notes_dup_text  (AtlasConsoleNotes *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
