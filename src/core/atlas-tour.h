// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session-state.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The map, in px, that the cameras of tours are meant for. Other maps show at least the same ground. */
#define ATLAS_TOUR_VIEW_WIDTH 1024.0
#define ATLAS_TOUR_VIEW_HEIGHT 576.0

/**
 * AtlasTourStepSpec:
 * @title: one line, read from the back row
 * @text: (nullable): what the hall reads; "[12]" is a citation of the report's, an empty line parts paragraphs
 * @notes: (nullable): for the speaker only
 * @state: what is looked at; its atlas, tour, step and language are not kept
 * @sources: (nullable): ids of references to quote if asked
 * @question: (nullable): what the hall is asked
 * @answer: (nullable): what it is told then
 *
 * What a step is made of.
 */
typedef struct
{
  const char              *title;
  const char              *text;
  const char              *notes;
  const AtlasSessionState *state;
  const char *const       *sources;
  const char              *question;
  const char              *answer;
} AtlasTourStepSpec;

/**
 * AtlasTourStep:
 *
 * A step of a tour: a state to look at, and words. It never changes, so any thread may read it.
 */
#define ATLAS_TYPE_TOUR_STEP (atlas_tour_step_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTourStep, atlas_tour_step, ATLAS, TOUR_STEP, GObject)

AtlasTourStep           *atlas_tour_step_new           (const AtlasTourStepSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
/* What it is made of, to make another like it; all is borrowed from @self. */
AtlasTourStepSpec        atlas_tour_step_get_spec      (AtlasTourStep *self);
const char              *atlas_tour_step_get_title     (AtlasTourStep *self); /* never NULL */
const char              *atlas_tour_step_get_text      (AtlasTourStep *self); /* never NULL; may be "" */
const char              *atlas_tour_step_get_notes     (AtlasTourStep *self); /* (nullable) */
const AtlasSessionState *atlas_tour_step_get_state     (AtlasTourStep *self);
const char *const       *atlas_tour_step_get_sources   (AtlasTourStep *self); /* never NULL */
const char              *atlas_tour_step_get_question  (AtlasTourStep *self); /* (nullable) */
const char              *atlas_tour_step_get_answer    (AtlasTourStep *self); /* (nullable) */
/* The citations in its text, in order, each once. */
const guint             *atlas_tour_step_get_citations (AtlasTourStep *self,
                                                        guint         *n_citations);
/* "date=2006&map=6.4/40.6/44.5" after its "#": what it looks at, as the file of tours and a link have it. (transfer full) */
char                    *atlas_tour_step_dup_link      (AtlasTourStep *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean                 atlas_tour_step_equal         (AtlasTourStep *a,
                                                        AtlasTourStep *b);

/**
 * AtlasTour:
 *
 * Steps in order: a #GListModel of #AtlasTourStep that never changes; what changes it returns another. Positions are from 0,
 * steps (as a link and a speaker say them) from 1.
 */
#define ATLAS_TYPE_TOUR (atlas_tour_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTour, atlas_tour, ATLAS, TOUR, GObject)

/**
 * atlas_tour_new:
 * @id: of the atlas's tours, or of the user's, the one with this id
 * @title: one line
 * @description: (nullable): what it tells
 * @steps: (nullable): of #AtlasTourStep
 *
 * Makes a tour. @steps stays the caller's.
 *
 * Returns: (transfer full): the tour
 */
AtlasTour     *atlas_tour_new                (const char    *id,
                                              const char    *title,
                                              const char    *description,
                                              GPtrArray     *steps) G_GNUC_WARN_UNUSED_RESULT;
const char    *atlas_tour_get_id             (AtlasTour     *self);
const char    *atlas_tour_get_title          (AtlasTour     *self);
const char    *atlas_tour_get_description    (AtlasTour     *self); /* never NULL; may be "" */
guint          atlas_tour_get_n_steps        (AtlasTour     *self);
AtlasTourStep *atlas_tour_get_step           (AtlasTour     *self,
                                              guint          position); /* (transfer none) (nullable): NULL past the end */
gboolean       atlas_tour_equal              (AtlasTour     *a,
                                              AtlasTour     *b);

/* Others (transfer full) that differ in one thing. A step is put before the one at @position; at the number of steps: last. */
AtlasTour     *atlas_tour_with_step          (AtlasTour     *self,
                                              guint          position,
                                              AtlasTourStep *step) G_GNUC_WARN_UNUSED_RESULT;
AtlasTour     *atlas_tour_without_step       (AtlasTour     *self,
                                              guint          position) G_GNUC_WARN_UNUSED_RESULT;
/* @to: where it is then */
AtlasTour     *atlas_tour_with_step_moved    (AtlasTour     *self,
                                              guint          from,
                                              guint          to) G_GNUC_WARN_UNUSED_RESULT;
AtlasTour     *atlas_tour_with_step_replaced (AtlasTour     *self,
                                              guint          position,
                                              AtlasTourStep *step) G_GNUC_WARN_UNUSED_RESULT;
AtlasTour     *atlas_tour_with_title         (AtlasTour     *self,
                                              const char    *title,
                                              const char    *description) G_GNUC_WARN_UNUSED_RESULT;
AtlasTour     *atlas_tour_with_id            (AtlasTour     *self,
                                              const char    *id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_tour_fit_camera:
 * @camera: a step's camera
 * @width: of the map that shows it, px
 * @height: of that map, px
 *
 * Finds how close to go so that a map shows at least what one of ATLAS_TOUR_VIEW_WIDTH by ATLAS_TOUR_VIEW_HEIGHT px would.
 * Who shows it holds the zoom to what the map can.
 *
 * Returns: the camera; @camera itself for a map without a size
 */
AtlasCamera    atlas_tour_fit_camera         (AtlasCamera    camera,
                                              double         width,
                                              double         height);
/* The inverse: the camera to keep in a step for what a map of this size shows. */
AtlasCamera    atlas_tour_unfit_camera       (AtlasCamera    camera,
                                              double         width,
                                              double         height);

G_END_DECLS
