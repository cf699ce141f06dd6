// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"
#include "atlas-tour.h"

G_BEGIN_DECLS

/* What covers all that the hall sees. */
typedef enum
{
  ATLAS_BLANK_NONE,
  ATLAS_BLANK_BLACK,
  ATLAS_BLANK_WHITE,
  ATLAS_N_BLANKS
} AtlasBlank;

#define ATLAS_TYPE_POINT (atlas_point_get_type ()) /* boxed, only for properties */
GType atlas_point_get_type (void) G_GNUC_CONST;

/**
 * AtlasPresentation:
 *
 * A tour that is presented: all that the windows of a presentation show. They observe it and command it; none knows another.
 *
 * It has a session of its own, so that what presented is left as it was. A step is applied to that session. What is changed
 * there by anybody else, of camera, clock, mode, comparison, window, range, selection, filter or overlay, is wandering: the
 * presentation stays at its step, and goes back to it exactly. Being back at the same values ends it as well.
 *
 * Properties (notify on change only; all can be read, those with a setter below can be written): `session` (#AtlasSession), `tour` (#AtlasTour), `step` (guint,
 * from 1), `n-steps` (guint), `current` and `next` (#AtlasTourStep, nullable), `wandering` (gboolean), `blank` (guint, an
 * #AtlasBlank), `frozen` (gboolean: the hall sees a still picture, while all goes on), `pointing` (gboolean), `pointer`
 * (#AtlasPoint: fractions of the stage's content, 0 to 1; NaN: away), `answer-shown` (gboolean), `typed` (guint: the number of
 * a step as far as it has been typed; 0: none), `kiosk` (gboolean), `ended` (gboolean).
 *
 * Signals: `ended` (once: windows close), `stepped` (a step has been applied, the same one again included).
 */
#define ATLAS_TYPE_PRESENTATION (atlas_presentation_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPresentation, atlas_presentation, ATLAS, PRESENTATION, GObject)

/**
 * atlas_presentation_new:
 * @dataset: the atlas
 * @tour: a tour of it with at least one step, the atlas's own or the user's
 *
 * Makes a presentation that is at the first step.
 *
 * Returns: (transfer full): the presentation
 */
AtlasPresentation *atlas_presentation_new              (AtlasDataset      *dataset,
                                                        AtlasTour         *tour) G_GNUC_WARN_UNUSED_RESULT;

AtlasSession      *atlas_presentation_get_session      (AtlasPresentation *self); /* (transfer none) */
AtlasTour         *atlas_presentation_get_tour         (AtlasPresentation *self); /* (transfer none) */
guint              atlas_presentation_get_step         (AtlasPresentation *self); /* from 1 */
guint              atlas_presentation_get_n_steps      (AtlasPresentation *self);
AtlasTourStep     *atlas_presentation_get_current      (AtlasPresentation *self); /* (transfer none) */
AtlasTourStep     *atlas_presentation_get_next         (AtlasPresentation *self); /* (transfer none) (nullable): NULL at the last */
gboolean           atlas_presentation_is_wandering     (AtlasPresentation *self);
gboolean           atlas_presentation_has_ended        (AtlasPresentation *self);

/* Applies a step, from 1; one before the first is the first, one after the last the last. To go to the step one is at is to
 * go back to it. Ends black and white, and hides an answer; a freeze stays. */
void               atlas_presentation_go               (AtlasPresentation *self,
                                                        guint              step);
/* What a clicker's one button does: the answer to a question that the hall has seen comes first, then the next step. */
void               atlas_presentation_next             (AtlasPresentation *self);
void               atlas_presentation_previous         (AtlasPresentation *self);
void               atlas_presentation_first            (AtlasPresentation *self);
void               atlas_presentation_last             (AtlasPresentation *self);
/* Back to the step, exactly: camera, clock, mode, window, range, selection, filter, comparison, overlay. */
void               atlas_presentation_return           (AtlasPresentation *self);
/* What Escape does: lets go of a typed number, or goes back to the step, or ends. */
void               atlas_presentation_leave            (AtlasPresentation *self);
void               atlas_presentation_end              (AtlasPresentation *self);

AtlasBlank         atlas_presentation_get_blank        (AtlasPresentation *self);
void               atlas_presentation_set_blank        (AtlasPresentation *self,
                                                        AtlasBlank         blank);
/* @blank, or none when it is that already. */
void               atlas_presentation_toggle_blank     (AtlasPresentation *self,
                                                        AtlasBlank         blank);
gboolean           atlas_presentation_is_frozen        (AtlasPresentation *self);
void               atlas_presentation_set_frozen       (AtlasPresentation *self,
                                                        gboolean           frozen);
gboolean           atlas_presentation_is_pointing      (AtlasPresentation *self);
void               atlas_presentation_set_pointing     (AtlasPresentation *self,
                                                        gboolean           pointing);
AtlasPoint         atlas_presentation_get_pointer      (AtlasPresentation *self);
/* Fractions of the stage's content; what is outside of it, NaN included, is away. */
void               atlas_presentation_set_pointer      (AtlasPresentation *self,
                                                        AtlasPoint         pointer);
gboolean           atlas_presentation_is_answer_shown  (AtlasPresentation *self);
/* Nothing is shown of a step without a question. */
void               atlas_presentation_set_answer_shown (AtlasPresentation *self,
                                                        gboolean           shown);
gboolean           atlas_presentation_is_kiosk         (AtlasPresentation *self);
void               atlas_presentation_set_kiosk        (AtlasPresentation *self,
                                                        gboolean           kiosk);

/**
 * atlas_presentation_type_digit:
 * @self: a presentation
 * @digit: 0 to 9
 *
 * Types a digit of a step's number. A lone 1 lets go of the pointer and a lone 2 takes it, at once; when more follows it was
 * a number, and the pointer is as it was before. A number that nobody enters is let go of after a while.
 */
void               atlas_presentation_type_digit       (AtlasPresentation *self,
                                                        guint              digit);
/* What Enter does: goes to the step whose number was typed, or on to the next. */
void               atlas_presentation_enter            (AtlasPresentation *self);
guint              atlas_presentation_get_typed        (AtlasPresentation *self);
void               atlas_presentation_clear_typed      (AtlasPresentation *self);

/* px of the stage's map, to which the cameras of steps are fitted. At rest the step is fitted anew, which is no wandering. */
void               atlas_presentation_set_view_size    (AtlasPresentation *self,
                                                        double             width,
                                                        double             height);
/* As close and as far as the stage's map goes; anything at first. */
void               atlas_presentation_set_zoom_limits  (AtlasPresentation *self,
                                                        double             min,
                                                        double             max);
/* The camera of a step, fitted to the stage's map. */
AtlasCamera        atlas_presentation_get_camera       (AtlasPresentation *self,
                                                        guint              step);
/* (transfer full): all that is looked at in a step, what it does not say of its own included; the camera is fitted. */
AtlasSessionState *atlas_presentation_dup_state        (AtlasPresentation *self,
                                                        guint              step) G_GNUC_WARN_UNUSED_RESULT;
/* A new edition of the atlas, or of the tour in it: stays at the step as far as there is one. */
void               atlas_presentation_set_dataset      (AtlasPresentation *self,
                                                        AtlasDataset      *dataset);

/**
 * atlas_presentation_dup_date:
 * @step: a step
 *
 * Says the date of a step in words, as it stands in large type over the map: "June 2006", "Up to June 2006", "1996 and 2024";
 * the years on the timeline when it has no clock.
 *
 * Returns: (transfer full): the words; "" when there is nothing to say
 */
char              *atlas_presentation_dup_date         (AtlasTourStep     *step) G_GNUC_WARN_UNUSED_RESULT;
/* The same of what a session looks at. (transfer full) */
char              *atlas_presentation_dup_session_date (AtlasSession      *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
