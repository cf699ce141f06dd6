// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasTimelineMenu:
 *
 * A button with the menu of what a timeline shows: how its lanes are made, which strips there are, which figures. The items
 * activate actions of the timeline that it is in; figures are its own.
 *
 * Properties: `series` (GStrv: ids of the series that are chosen).
 */
#define ATLAS_TYPE_TIMELINE_MENU (atlas_timeline_menu_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineMenu, atlas_timeline_menu, ATLAS, TIMELINE_MENU, GtkWidget)

GtkWidget  *atlas_timeline_menu_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void        atlas_timeline_menu_set_session (AtlasTimelineMenu *self,
                                             AtlasSession      *session); /* (nullable) */
/* What the menu would be now: figures of the selected item come first. (transfer full) */
GMenuModel *atlas_timeline_menu_create_model (AtlasTimelineMenu *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
