// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-private.h"

#include <math.h>

/* What one looks with: the range, the filter, the camera, the language. */

gboolean
atlas_session_get_playing (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->playing;
}

void
atlas_session_set_playing (AtlasSession *self,
                           gboolean      playing)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (self->playing == !!playing)
    return;

  self->playing = !!playing;
  atlas_session_notify (self, ATLAS_SESSION_PROP_PLAYING);
}

AtlasTimeSpan
atlas_session_get_range (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), ATLAS_TIME_SPAN_NONE);

  return self->range;
}

void
atlas_session_set_range (AtlasSession *self,
                         AtlasTimeSpan range)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (!atlas_time_span_is_empty (range));
  g_return_if_fail (range.begin != G_MININT && range.end != G_MAXINT);

  if (atlas_time_span_equal (self->range, range))
    return;

  atlas_session_begin (self, ATLAS_RECORD_AMEND);
  self->range = range;
  atlas_session_notify (self, ATLAS_SESSION_PROP_RANGE);
  atlas_session_end (self);
}

AtlasFilter *
atlas_session_get_filter (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->filter;
}

/* Takes @filter (transfer full). */
void
atlas_session_take_filter (AtlasSession *self,
                           AtlasFilter  *filter)
{
  if (atlas_filter_equal (self->filter, filter))
    {
      atlas_filter_unref (filter);
      return;
    }

  atlas_filter_unref (self->filter);
  self->filter = filter;
  atlas_session_notify (self, ATLAS_SESSION_PROP_FILTER);
  atlas_session_changed (self, TRUE);
}

/* In which gesture @filter follows @old, if in any. */
static AtlasGesture
get_gesture (AtlasFilter *old,
             AtlasFilter *filter)
{
  g_autoptr (AtlasFilter) typed = atlas_filter_with_text (old, atlas_filter_get_text (filter));
  g_autoptr (AtlasFilter) brushed = atlas_filter_with_window (old, atlas_filter_get_window (filter));

  if (atlas_filter_equal (typed, filter))
    return ATLAS_GESTURE_TYPING;

  return atlas_filter_equal (brushed, filter) ? ATLAS_GESTURE_BRUSHING : ATLAS_GESTURE_NONE;
}

/**
 * atlas_session_set_filter:
 * @self: a session
 * @filter: (nullable): what is let through; %NULL: everything
 *
 * Sets the filter, which is a place of the history. Filters one after the other that differ in their text only, or in
 * their window only, are one place: typing a word or dragging the brush.
 */
void
atlas_session_set_filter (AtlasSession *self,
                          AtlasFilter  *filter)
{
  g_autoptr (AtlasFilter) wanted = NULL;
  AtlasGesture gesture = ATLAS_GESTURE_NONE;
  gboolean     goes_on = FALSE;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  wanted = filter != NULL ? atlas_filter_ref (filter) : atlas_filter_new ();
  if (atlas_filter_equal (self->filter, wanted))
    return;

  gesture = get_gesture (self->filter, wanted);
  goes_on = gesture != ATLAS_GESTURE_NONE && gesture == self->gesture;

  atlas_session_begin (self, goes_on ? ATLAS_RECORD_AMEND : ATLAS_RECORD_PUSH);
  atlas_session_take_filter (self, g_steal_pointer (&wanted));
  self->next_gesture = gesture;
  atlas_session_end (self);
}

AtlasCamera
atlas_session_get_camera (AtlasSession *self)
{
  AtlasCamera nowhere = { 0 };

  g_return_val_if_fail (ATLAS_IS_SESSION (self), nowhere);

  return self->camera;
}

void
atlas_session_set_camera (AtlasSession *self,
                          AtlasCamera   camera)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (isfinite (camera.zoom) && isfinite (camera.latitude) && isfinite (camera.longitude));

  if (self->has_camera && self->camera.zoom == camera.zoom && self->camera.latitude == camera.latitude &&
      self->camera.longitude == camera.longitude)
    return;

  atlas_session_begin (self, ATLAS_RECORD_AMEND);
  self->camera = camera;
  self->has_camera = TRUE;
  atlas_session_notify (self, ATLAS_SESSION_PROP_CAMERA);
  atlas_session_end (self);
}

AtlasOverlay
atlas_session_get_overlay (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), ATLAS_OVERLAY_NONE);

  return self->overlay;
}

void
atlas_session_put_overlay (AtlasSession *self,
                           AtlasOverlay  overlay)
{
  if (self->overlay == overlay)
    return;

  self->overlay = overlay;
  atlas_session_notify (self, ATLAS_SESSION_PROP_OVERLAY);
  atlas_session_changed (self, FALSE);
}

/**
 * atlas_session_set_overlay:
 * @self: a session
 * @overlay: what the map's items are drawn by
 *
 * Draws the map's items by something else. That is a place of the history.
 */
void
atlas_session_set_overlay (AtlasSession *self,
                           AtlasOverlay  overlay)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail ((guint) overlay < ATLAS_N_OVERLAYS);

  if (self->overlay == overlay)
    return;

  atlas_session_begin (self, ATLAS_RECORD_PUSH);
  atlas_session_put_overlay (self, overlay);
  atlas_session_end (self);
}

const char *
atlas_session_get_language (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->language;
}

void
atlas_session_set_language (AtlasSession *self,
                            const char   *language)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;

  atlas_session_begin (self, ATLAS_RECORD_AMEND);
  g_free (self->language);
  self->language = g_strdup (language);
  atlas_session_notify (self, ATLAS_SESSION_PROP_LANGUAGE);
  atlas_session_changed (self, FALSE);
  atlas_session_end (self);
}
