// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-window-private.h"

static void
overlay_changed_cb (AtlasSession *session,
                    GParamSpec   *pspec,
                    gpointer      user_data)
{
  gboolean by_evidence = atlas_session_get_overlay (session) == ATLAS_OVERLAY_EVIDENCE;

  g_simple_action_set_state (G_SIMPLE_ACTION (user_data), g_variant_new_boolean (by_evidence));
}

static void
change_evidence_cb (GSimpleAction *action,
                    GVariant      *value,
                    gpointer       user_data)
{
  AtlasWindow *self = user_data;

  atlas_session_set_overlay (self->session, g_variant_get_boolean (value) ? ATLAS_OVERLAY_EVIDENCE : ATLAS_OVERLAY_NONE);
}

/* The session's overlay as a switch: what the session says is what the button shows. */
static GAction *
create_evidence_action (AtlasWindow *self)
{
  GSimpleAction *action = g_simple_action_new_stateful ("show-evidence", NULL, g_variant_new_boolean (FALSE));

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_evidence_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->session, "notify::overlay", G_CALLBACK (overlay_changed_cb), action, G_CONNECT_DEFAULT);

  return G_ACTION (action);
}

/* Who asks for a passage or a source wants to read it; a state that is restored says itself which panes are there. */
static void
unfold_detail (AtlasWindow *self)
{
  if (!atlas_session_get_restoring (self->session))
    gtk_widget_set_visible (GTK_WIDGET (self->detail), TRUE);
}

static void
passage_changed_cb (AtlasWindow *self)
{
  if (atlas_session_get_passage (self->session) != NULL)
    unfold_detail (self);
}

static void
source_changed_cb (AtlasWindow *self)
{
  if (atlas_session_get_source (self->session) != NULL)
    unfold_detail (self);
}

void
atlas_window_add_toggles (AtlasWindow *self)
{
  GAction *toggles[] = {
    g_settings_create_action (self->settings, "language"),
    g_settings_create_action (self->settings, "graticule"),
    G_ACTION (g_property_action_new ("show-contents", self->contents, "visible")),
    G_ACTION (g_property_action_new ("show-detail", self->detail, "visible")),
    G_ACTION (g_property_action_new ("show-legend", atlas_map_view_get_legend (self->map), "unfolded")),
    create_evidence_action (self),
  };

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      g_action_map_add_action (G_ACTION_MAP (self), toggles[i]);
      g_object_unref (toggles[i]);
    }
  g_signal_connect_object (self->session, "notify::passage", G_CALLBACK (passage_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::source", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
}
