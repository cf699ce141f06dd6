// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-presentation-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is shown of a presentation beside its steps: covers, the pointer, answers, a number as it is typed, dates in words. */

/* A number that nobody enters is let go of after so long, s. */
#define FORGET 3

/* Numbers with more digits are of no step. */
#define MAX_TYPED 999

AtlasBlank
atlas_presentation_get_blank (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), ATLAS_BLANK_NONE);

  return self->blank;
}

void
atlas_presentation_set_blank (AtlasPresentation *self,
                              AtlasBlank         blank)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));
  g_return_if_fail ((guint) blank < ATLAS_N_BLANKS);

  if (self->blank == blank)
    return;

  self->blank = blank;
  atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_BLANK);
}

void
atlas_presentation_toggle_blank (AtlasPresentation *self,
                                 AtlasBlank         blank)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  atlas_presentation_set_blank (self, self->blank == blank ? ATLAS_BLANK_NONE : blank);
}

gboolean
atlas_presentation_is_frozen (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), FALSE);

  return self->frozen;
}

void
atlas_presentation_set_frozen (AtlasPresentation *self,
                               gboolean           frozen)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  atlas_presentation_switch (self, &self->frozen, frozen, ATLAS_PRESENTATION_PROP_FROZEN);
}

gboolean
atlas_presentation_is_pointing (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), FALSE);

  return self->pointing;
}

void
atlas_presentation_set_pointing (AtlasPresentation *self,
                                 gboolean           pointing)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  atlas_presentation_switch (self, &self->pointing, pointing, ATLAS_PRESENTATION_PROP_POINTING);
}

AtlasPoint
atlas_presentation_get_pointer (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), ((AtlasPoint){ (double) NAN, (double) NAN }));

  return self->pointer;
}

static gboolean
is_away (AtlasPoint pointer)
{
  return !(pointer.x >= 0.0 && pointer.x <= 1.0 && pointer.y >= 0.0 && pointer.y <= 1.0); /* NaN too */
}

void
atlas_presentation_set_pointer (AtlasPresentation *self,
                                AtlasPoint         pointer)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  if (is_away (pointer))
    pointer = (AtlasPoint){ (double) NAN, (double) NAN };
  if ((is_away (pointer) && is_away (self->pointer)) || (pointer.x == self->pointer.x && pointer.y == self->pointer.y))
    return;

  self->pointer = pointer;
  atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_POINTER);
}

gboolean
atlas_presentation_is_answer_shown (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), FALSE);

  return self->answer_shown;
}

void
atlas_presentation_set_answer_shown (AtlasPresentation *self,
                                     gboolean           shown)
{
  AtlasTourStep *current = NULL;

  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  current = atlas_presentation_get_current (self);
  shown = shown && current != NULL && atlas_tour_step_get_answer (current) != NULL;
  atlas_presentation_switch (self, &self->answer_shown, shown, ATLAS_PRESENTATION_PROP_ANSWER_SHOWN);
}

gboolean
atlas_presentation_is_kiosk (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), FALSE);

  return self->kiosk;
}

void
atlas_presentation_set_kiosk (AtlasPresentation *self,
                              gboolean           kiosk)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  atlas_presentation_switch (self, &self->kiosk, kiosk, ATLAS_PRESENTATION_PROP_KIOSK);
}

static void
set_typed (AtlasPresentation *self,
           guint              typed)
{
  if (self->typed == typed)
    return;

  self->typed = typed;
  atlas_presentation_notify (self, ATLAS_PRESENTATION_PROP_TYPED);
}

static gboolean
forget_cb (gpointer user_data)
{
  AtlasPresentation *self = user_data;

  self->forget = 0;
  set_typed (self, 0);

  return G_SOURCE_REMOVE;
}

void
atlas_presentation_type_digit (AtlasPresentation *self,
                               guint              digit)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));
  g_return_if_fail (digit <= 9);

  if (self->ended || (self->typed == 0 && digit == 0))
    return;

  g_clear_handle_id (&self->forget, g_source_remove);
  if (self->typed == 0)
    {
      self->pointing_before = self->pointing;
      if (digit <= 2)
        atlas_presentation_set_pointing (self, digit == 2);
    }
  else
    atlas_presentation_set_pointing (self, self->pointing_before);

  set_typed (self, MIN (self->typed * 10 + digit, MAX_TYPED));
  self->forget = g_timeout_add_seconds (FORGET, forget_cb, self);
}

void
atlas_presentation_clear_typed (AtlasPresentation *self)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  g_clear_handle_id (&self->forget, g_source_remove);
  set_typed (self, 0);
}

guint
atlas_presentation_get_typed (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), 0);

  return self->typed;
}

void
atlas_presentation_enter (AtlasPresentation *self)
{
  guint typed = 0;

  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  typed = self->typed;
  if (typed == 0)
    {
      atlas_presentation_next (self);
      return;
    }

  atlas_presentation_clear_typed (self);
  atlas_presentation_set_pointing (self, self->pointing_before);
  if (typed <= atlas_presentation_get_n_steps (self)) /* a slip of the finger moves nothing */
    atlas_presentation_go (self, typed);
}

static AtlasTourStep *
get_step (AtlasPresentation *self,
          guint              step)
{
  return atlas_tour_get_step (self->tour, CLAMP (step, 1, atlas_tour_get_n_steps (self->tour)) - 1);
}

AtlasCamera
atlas_presentation_get_camera (AtlasPresentation *self,
                               guint              step)
{
  const AtlasSessionState *state = NULL;
  AtlasCamera              camera;

  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), (AtlasCamera){ 0 });

  state = atlas_tour_step_get_state (get_step (self, step));
  camera = state->has_camera ? state->camera : atlas_dataset_get_manifest (atlas_session_get_dataset (self->session))->home;
  camera = atlas_tour_fit_camera (camera, self->width, self->height);
  camera.zoom = CLAMP (camera.zoom, self->min_zoom, self->max_zoom);

  return camera;
}

AtlasSessionState *
atlas_presentation_dup_state (AtlasPresentation *self,
                              guint              step)
{
  const AtlasManifest *manifest = NULL;
  AtlasSessionState   *state = NULL;

  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), NULL);

  manifest = atlas_dataset_get_manifest (atlas_session_get_dataset (self->session));
  state = atlas_session_state_copy (atlas_tour_step_get_state (get_step (self, step)));
  state->camera = atlas_presentation_get_camera (self, step);
  state->has_camera = TRUE;
  if (atlas_time_span_is_empty (state->range)) /* a step looks the same from wherever one comes */
    state->range = manifest->range;
  g_free (state->atlas);
  state->atlas = g_strdup (manifest->id);
  g_free (state->tour);
  state->tour = g_strdup (atlas_tour_get_id (self->tour));
  state->step = CLAMP (step, 1, atlas_tour_get_n_steps (self->tour));

  return state;
}

/* As large type has it: no sentence, and as short as can be. */
static char *
write_date (AtlasTimeSpan  clock,
            AtlasClockMode mode,
            AtlasTimeSpan  comparison,
            AtlasTimeSpan  range)
{
  g_autofree char *date = NULL;

  if (atlas_time_span_is_empty (clock) || mode == ATLAS_CLOCK_ALL)
    {
      int first;
      int last;

      if (atlas_time_span_is_empty (range))
        return g_strdup ("");

      atlas_day_to_ymd (range.begin, &first, NULL, NULL);
      atlas_day_to_ymd (range.end - 1, &last, NULL, NULL);

      return first == last ? g_strdup_printf ("%d", first) : g_strdup_printf ("%d – %d", first, last);
    }

  date = atlas_time_span_to_words (clock);
  if (!atlas_time_span_is_empty (comparison))
    {
      g_autofree char *before = atlas_time_span_to_words (comparison);

      /* Translators: two dates that are compared, in large type: "1996 and 2024" */
      return g_strdup_printf (_ ("%s and %s"), before, date);
    }

  /* Translators: all that has begun by a date, in large type: "Up to June 2006" */
  return mode == ATLAS_CLOCK_UP_TO ? g_strdup_printf (_ ("Up to %s"), date) : g_steal_pointer (&date);
}

char *
atlas_presentation_dup_date (AtlasTourStep *step)
{
  const AtlasSessionState *state = NULL;

  g_return_val_if_fail (ATLAS_IS_TOUR_STEP (step), NULL);

  state = atlas_tour_step_get_state (step);

  return write_date (state->date, state->mode, state->comparison, state->range);
}

char *
atlas_presentation_dup_session_date (AtlasSession *session)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  return write_date (atlas_session_get_clock (session), atlas_session_get_clock_mode (session), atlas_session_get_comparison (session),
                     atlas_session_get_range (session));
}
