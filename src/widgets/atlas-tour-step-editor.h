// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-tour.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTourStepEditor:
 *
 * Where the words of a step are typed: its title, what the hall reads, notes for the speaker, a question and its answer.
 *
 * Emits `edited` (a string: which of them) with every change.
 */
#define ATLAS_TYPE_TOUR_STEP_EDITOR (atlas_tour_step_editor_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTourStepEditor, atlas_tour_step_editor, ATLAS, TOUR_STEP_EDITOR, GtkWidget)

GtkWidget     *atlas_tour_step_editor_new         (AtlasTourStep       *step) G_GNUC_WARN_UNUSED_RESULT;
/* Shows the words of a step; those that are there already are not touched. */
void           atlas_tour_step_editor_set_step    (AtlasTourStepEditor *self,
                                                   AtlasTourStep       *step);
/* (transfer full): the step with the words as they are typed now. One without a title keeps the one it had. */
AtlasTourStep *atlas_tour_step_editor_create_step (AtlasTourStepEditor *self) G_GNUC_WARN_UNUSED_RESULT;

/* The words of a text view's buffer without what no file of tours may have. (transfer full) */
char          *atlas_tour_words_clean             (const char          *text,
                                                   gboolean             one_line) G_GNUC_WARN_UNUSED_RESULT;
/* A field of several lines under @name, as high as its words. @view: (out): the text view */
GtkWidget     *atlas_tour_create_field            (const char          *name,
                                                   GtkWidget           *view) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget     *atlas_tour_create_text_view        (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
