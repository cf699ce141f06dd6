// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-scene.h"

static AtlasVisibility
ask_session (AtlasItem   *item,
             AtlasStatus *status,
             gpointer     user_data)
{
  return atlas_session_get_visibility (user_data, item, status);
}

gboolean
atlas_map_scene_follow (AtlasMapScene *self,
                        AtlasSession  *session)
{
  gboolean changed;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (atlas_session_get_dataset (session) == atlas_map_scene_get_dataset (self), FALSE);

  changed = atlas_map_scene_set_visibility (self, ask_session, session);
  changed |= atlas_map_scene_set_selected (self, atlas_session_get_selected (session));
  changed |= atlas_map_scene_set_hovered (self, atlas_session_get_hovered (session));
  changed |= atlas_map_scene_set_overlay (self, atlas_session_get_overlay (session));
  changed |= atlas_map_scene_set_language (self, atlas_session_get_language (session));

  return changed;
}
