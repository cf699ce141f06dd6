// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-private.h"

/* Which step of which tour one is at. Looking round on the way leaves neither. */

const char *
atlas_session_get_tour (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->tour;
}

guint
atlas_session_get_step (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return self->step;
}

void
atlas_session_put_tour (AtlasSession *self,
                        const char   *tour_id,
                        guint         step)
{
  if (g_strcmp0 (self->tour, tour_id) != 0)
    {
      g_free (self->tour);
      self->tour = g_strdup (tour_id);
      atlas_session_notify (self, ATLAS_SESSION_PROP_TOUR);
    }

  if (self->step != step)
    {
      self->step = step;
      atlas_session_notify (self, ATLAS_SESSION_PROP_STEP);
    }
}

void
atlas_session_get_view_size (AtlasSession *self,
                             double       *width,
                             double       *height)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  *width = self->view_width;
  *height = self->view_height;
}

void
atlas_session_set_view_size (AtlasSession *self,
                             double        width,
                             double        height)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  self->view_width = width;
  self->view_height = height;
}

/**
 * atlas_session_show_step:
 * @self: a session
 * @tour: a tour of its atlas, the atlas's own or the user's
 * @step: from 1; one that the tour does not have is not shown
 *
 * Goes to a step, which is a place of the history: everything that the step says is looked at, with the camera fitted to the
 * size of the map. The page that is read stays, but the item's without an item is the one of the tours.
 */
void
atlas_session_show_step (AtlasSession *self,
                         AtlasTour    *tour,
                         guint         step)
{
  g_autoptr (AtlasSessionState) state = NULL;
  AtlasTourStep *shown = NULL;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (ATLAS_IS_TOUR (tour));

  shown = step > 0 ? atlas_tour_get_step (tour, step - 1) : NULL;
  if (shown == NULL)
    return;

  state = atlas_session_state_copy (atlas_tour_step_get_state (shown));
  state->camera = atlas_tour_fit_camera (state->camera, self->view_width, self->view_height);
  state->tour = g_strdup (atlas_tour_get_id (tour));
  state->step = step;
  state->cite = 0; /* its card would be in the way */
  state->page = atlas_session_get_page (self);
  if (state->page == ATLAS_PAGE_ITEM && state->item == NULL)
    state->page = ATLAS_PAGE_TOURS;

  atlas_session_apply_state (self, state);
}

void
atlas_session_set_place_in_tour (AtlasSession *self,
                                 const char   *tour_id,
                                 guint         step)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (g_strcmp0 (self->tour, tour_id) == 0 && self->step == step)
    return;

  atlas_session_begin (self, ATLAS_RECORD_AMEND);
  atlas_session_put_tour (self, tour_id, step);
  atlas_session_end (self);
}

void
atlas_session_leave_tour (AtlasSession *self)
{
  atlas_session_set_place_in_tour (self, NULL, 0);
}

AtlasSessionState *
atlas_session_dup_step_state (AtlasSession *self)
{
  AtlasSessionState *state = NULL;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  state = atlas_session_dup_state (self);
  g_clear_pointer (&state->atlas, g_free);
  g_clear_pointer (&state->tour, g_free);
  g_clear_pointer (&state->language, g_free);
  g_clear_pointer (&state->source, g_free);
  state->step = 0;
  state->page = ATLAS_PAGE_ITEM;
  if (state->has_camera)
    state->camera = atlas_tour_unfit_camera (state->camera, self->view_width, self->view_height);

  return state;
}
