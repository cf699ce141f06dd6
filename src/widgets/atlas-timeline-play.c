// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-private.h"

#define STEP_MS 500.0 /* of playing, at speed 1 */

/* The first unit in view, when the clock is nowhere in it. */
static gboolean
enter_range (AtlasTimeline *self)
{
  AtlasTimeSpan range = atlas_session_get_range (self->session);
  AtlasTimeSpan clock = atlas_session_get_clock (self->session);

  if (atlas_session_get_clock_mode (self->session) != ATLAS_CLOCK_ALL && clock.end > range.begin && clock.end < range.end)
    return FALSE;

  clock = atlas_time_unit_around (atlas_timeline_get_step (self), range.begin);
  if (clock.begin < range.begin)
    clock = atlas_time_unit_step (atlas_timeline_get_step (self), range.begin, 1);
  atlas_session_set_clock (self->session, clock);

  return TRUE;
}

static gboolean
play_cb (gpointer user_data)
{
  AtlasTimeline *self = user_data;
  AtlasTimeSpan  next;

  next = atlas_time_unit_step (atlas_timeline_get_step (self), atlas_session_get_clock (self->session).end - 1, 1);
  if (next.end > atlas_session_get_range (self->session).end)
    {
      self->play_source = 0;
      atlas_session_set_playing (self->session, FALSE);
      return G_SOURCE_REMOVE;
    }

  atlas_session_set_clock (self->session, next);

  return G_SOURCE_CONTINUE;
}

void
atlas_timeline_follow_playing (AtlasTimeline *self)
{
  g_clear_handle_id (&self->play_source, g_source_remove);
  if (self->session == NULL || !atlas_session_get_playing (self->session))
    return;

  enter_range (self);
  self->play_source = g_timeout_add ((guint) (STEP_MS / atlas_clock_bar_get_speed (self->bar)), play_cb, self);
}
