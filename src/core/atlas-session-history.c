// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-private.h"

static char *
dup_tokens (const AtlasFilter *filter)
{
  g_autofree char *tokens = atlas_filter_to_tokens (filter);

  return *tokens != '\0' ? g_steal_pointer (&tokens) : NULL;
}

/**
 * atlas_session_dup_state:
 * @self: a session
 *
 * Takes down what a session looks at. What shows again when it is applied is the same.
 *
 * Returns: (transfer full): the state
 */
AtlasSessionState *
atlas_session_dup_state (AtlasSession *self)
{
  AtlasSessionState *state = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  state = atlas_session_state_new ();
  if (self->dataset != NULL)
    state->atlas = g_strdup (atlas_dataset_get_manifest (self->dataset)->id);
  if (self->selected != NULL)
    state->item = g_strdup (atlas_item_get_id (self->selected));
  state->date = self->clock;
  state->mode = self->clock_mode;
  state->comparison = self->comparison;
  state->range = self->range;
  state->window = atlas_filter_get_window (self->filter);
  state->camera = self->camera;
  state->has_camera = self->has_camera;
  state->passage = g_strdup (self->passage);
  state->cite = self->citation;
  state->tour = g_strdup (self->tour);
  state->step = self->step;
  state->show = dup_tokens (self->filter);
  state->find = g_strdup (atlas_filter_get_text (self->filter));
  state->overlay = self->overlay;
  state->page = atlas_session_get_page (self);
  state->source = g_strdup (self->source);
  state->language = g_strdup (self->language);

  return state;
}

/* The filter that a state means in this atlas. (transfer full) */
static AtlasFilter *
make_filter (AtlasSession            *self,
             const AtlasSessionState *state)
{
  g_autoptr (AtlasFilter) chosen = NULL;
  g_autoptr (AtlasFilter) windowed = NULL;

  chosen = self->dataset != NULL ? atlas_filter_new_for_tokens (state->show, atlas_dataset_get_manifest (self->dataset)) : atlas_filter_new ();
  windowed = atlas_filter_with_window (chosen, state->window);

  return atlas_filter_with_text (windowed, state->find);
}

static void
show_state (AtlasSession            *self,
            const AtlasSessionState *state)
{
  gboolean has_date = !atlas_time_span_is_empty (state->date);

  atlas_session_take_filter (self, make_filter (self, state));
  atlas_session_put_selected (self, self->dataset != NULL ? atlas_dataset_lookup (self->dataset, state->item) : NULL);
  atlas_session_put_clock (self, state->date, has_date ? state->mode : ATLAS_CLOCK_ALL);
  atlas_session_put_comparison (self, state->comparison);
  atlas_session_put_overlay (self, state->overlay);
  atlas_session_put_passage (self, state->passage);
  atlas_session_put_citation (self, state->cite);
  atlas_session_put_source (self, state->source);
  atlas_session_put_page (self, state->page);
  atlas_session_put_tour (self, state->tour, state->step);

  /* What a state does not say of the view stays as it is. */
  if (!atlas_time_span_is_empty (state->range))
    atlas_session_set_range (self, state->range);
  if (state->has_camera)
    atlas_session_set_camera (self, state->camera);
}

static void
set_restoring (AtlasSession *self,
               gboolean      restoring)
{
  self->restoring = restoring;
  atlas_session_notify (self, ATLAS_SESSION_PROP_RESTORING);
}

static void
restore (AtlasSession            *self,
         const AtlasSessionState *state)
{
  atlas_session_set_playing (self, FALSE);

  set_restoring (self, TRUE);
  atlas_session_begin (self, ATLAS_RECORD_NONE);
  show_state (self, state);
  atlas_session_end (self);
  set_restoring (self, FALSE);
}

void
atlas_session_apply_state (AtlasSession            *self,
                           const AtlasSessionState *state)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (state != NULL);
  g_return_if_fail (!self->restoring);

  g_object_ref (self);
  atlas_session_history_catch_up (self);
  if (state->language != NULL)
    atlas_session_set_language (self, state->language);
  restore (self, state);
  atlas_session_history_record (self, ATLAS_RECORD_PUSH);
  g_object_unref (self);
}

gboolean
atlas_session_get_restoring (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->restoring;
}

/**
 * atlas_session_go:
 * @self: a session
 * @steps: places to go: -1 back, 1 forward
 *
 * Walks the history. All is as it was but the language.
 *
 * Returns: whether there was such a place
 */
gboolean
atlas_session_go (AtlasSession *self,
                  int           steps)
{
  const AtlasSessionState *place = NULL;
  g_autoptr (AtlasSessionState) state = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (!self->restoring, FALSE);

  atlas_session_history_catch_up (self);
  place = atlas_history_go (self->history, steps);
  if (place == NULL)
    return FALSE;

  /* A view may write to the session meanwhile, and that to the history. */
  state = atlas_session_state_copy (place);
  g_object_ref (self);
  restore (self, state);
  self->gesture = ATLAS_GESTURE_NONE;
  atlas_session_history_record (self, ATLAS_RECORD_NONE);
  g_object_unref (self);

  return TRUE;
}

/* What the history keeps: in which language one reads is no place. */
static AtlasSessionState *
dup_place (AtlasSession *self)
{
  AtlasSessionState *place = atlas_session_dup_state (self);

  g_clear_pointer (&place->language, g_free);

  return place;
}

/* The present entry is written when it is needed, not with every step of the camera. */
void
atlas_session_history_catch_up (AtlasSession *self)
{
  g_autoptr (AtlasSessionState) state = NULL;

  if (!self->history_is_behind)
    return;

  state = dup_place (self);
  atlas_history_amend (self->history, state);
  self->history_is_behind = FALSE;
}

static void
update_can_go (AtlasSession    *self,
               int              steps,
               gboolean        *can_go,
               AtlasSessionProp prop)
{
  gboolean can = atlas_history_can_go (self->history, steps);

  if (can == *can_go)
    return;

  *can_go = can;
  atlas_session_notify (self, prop);
}

void
atlas_session_history_record (AtlasSession *self,
                              AtlasRecord   record)
{
  if (record == ATLAS_RECORD_PUSH)
    {
      g_autoptr (AtlasSessionState) state = dup_place (self);

      atlas_history_push (self->history, state);
      self->history_is_behind = FALSE;
      self->gesture = self->next_gesture;
      self->next_gesture = ATLAS_GESTURE_NONE;
    }
  else if (record == ATLAS_RECORD_AMEND)
    {
      self->history_is_behind = TRUE;
    }

  update_can_go (self, -1, &self->can_go_back, ATLAS_SESSION_PROP_CAN_GO_BACK);
  update_can_go (self, 1, &self->can_go_forward, ATLAS_SESSION_PROP_CAN_GO_FORWARD);
}

/* Another atlas: where one was in the last one is nowhere. In an update that pushes. */
void
atlas_session_history_reset (AtlasSession *self)
{
  g_clear_pointer (&self->history, atlas_history_free);
  self->history = atlas_history_new ();
  self->history_is_behind = FALSE;
}
