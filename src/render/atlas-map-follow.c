// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-scene.h"

typedef struct
{
  AtlasSession *session;
  AtlasTimeSpan date;
} Moment;

static AtlasVisibility
ask_session (AtlasItem   *item,
             AtlasStatus *status,
             gpointer     user_data)
{
  return atlas_session_get_visibility (((Moment *) user_data)->session, item, status);
}

static AtlasVisibility
ask_session_at (AtlasItem   *item,
                AtlasStatus *status,
                gpointer     user_data)
{
  Moment *moment = user_data;

  return atlas_session_get_visibility_at (moment->session, item, moment->date, status);
}

static gboolean
follow (AtlasMapScene         *self,
        AtlasMapVisibilityFunc func,
        Moment                *moment)
{
  AtlasSession *session = moment->session;
  gboolean      changed;

  changed = atlas_map_scene_set_visibility (self, func, moment);
  changed |= atlas_map_scene_set_span (self, moment->date);
  changed |= atlas_map_scene_set_selected (self, atlas_session_get_selected (session));
  changed |= atlas_map_scene_set_hovered (self, atlas_session_get_hovered (session));
  changed |= atlas_map_scene_set_overlay (self, atlas_session_get_overlay (session));
  changed |= atlas_map_scene_set_language (self, atlas_session_get_language (session));

  return changed;
}

gboolean
atlas_map_scene_follow (AtlasMapScene *self,
                        AtlasSession  *session)
{
  Moment now = { session, ATLAS_TIME_SPAN_NONE };

  if (atlas_session_get_clock_mode (session) != ATLAS_CLOCK_ALL)
    now.date = atlas_session_get_clock (session);

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (atlas_session_get_dataset (session) == atlas_map_scene_get_dataset (self), FALSE);

  return follow (self, ask_session, &now);
}

gboolean
atlas_map_scene_follow_at (AtlasMapScene *self,
                           AtlasSession  *session,
                           AtlasTimeSpan  date)
{
  Moment moment = { session, date };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (atlas_session_get_dataset (session) == atlas_map_scene_get_dataset (self), FALSE);

  return follow (self, ask_session_at, &moment);
}
