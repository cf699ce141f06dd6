// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-presentation-private.h"

/* Where a presentation is, and the ways on from there that all end in going to a step. */

AtlasSession *
atlas_presentation_get_session (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), NULL);

  return self->session;
}

AtlasTour *
atlas_presentation_get_tour (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), NULL);

  return self->tour;
}

guint
atlas_presentation_get_step (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), 0);

  return self->position + 1;
}

guint
atlas_presentation_get_n_steps (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), 0);

  return self->tour != NULL ? atlas_tour_get_n_steps (self->tour) : 0;
}

AtlasTourStep *
atlas_presentation_get_current (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), NULL);

  return self->tour != NULL ? atlas_tour_get_step (self->tour, self->position) : NULL;
}

AtlasTourStep *
atlas_presentation_get_next (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), NULL);

  return self->tour != NULL ? atlas_tour_get_step (self->tour, self->position + 1) : NULL;
}

gboolean
atlas_presentation_is_wandering (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), FALSE);

  return self->wandering;
}

gboolean
atlas_presentation_has_ended (AtlasPresentation *self)
{
  g_return_val_if_fail (ATLAS_IS_PRESENTATION (self), TRUE);

  return self->ended;
}

void
atlas_presentation_next (AtlasPresentation *self)
{
  AtlasTourStep *current = NULL;

  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  current = atlas_presentation_get_current (self);
  if (!self->wandering && !self->answer_shown && self->blank == ATLAS_BLANK_NONE && atlas_tour_step_get_answer (current) != NULL)
    {
      atlas_presentation_clear_typed (self);
      atlas_presentation_set_answer_shown (self, TRUE);
    }
  else
    atlas_presentation_go (self, self->position + 2);
}

void
atlas_presentation_previous (AtlasPresentation *self)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  atlas_presentation_go (self, MAX (self->position, 1));
}

void
atlas_presentation_first (AtlasPresentation *self)
{
  atlas_presentation_go (self, 1);
}

void
atlas_presentation_last (AtlasPresentation *self)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  atlas_presentation_go (self, atlas_presentation_get_n_steps (self));
}

void
atlas_presentation_return (AtlasPresentation *self)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  atlas_presentation_go (self, self->position + 1);
}

void
atlas_presentation_leave (AtlasPresentation *self)
{
  g_return_if_fail (ATLAS_IS_PRESENTATION (self));

  if (self->typed > 0)
    atlas_presentation_clear_typed (self);
  else if (self->wandering)
    atlas_presentation_return (self);
  else
    atlas_presentation_end (self);
}
