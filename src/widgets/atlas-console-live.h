// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasConsoleLive:
 *
 * A small live picture of what the stage shows, whole and undistorted. While the presentation points, the pointer over it is also
 * over the stage, at the same place of the picture. What the hall does not see, because it is black, white or frozen, is dimmed.
 */
#define ATLAS_TYPE_CONSOLE_LIVE (atlas_console_live_get_type ())
G_DECLARE_FINAL_TYPE (AtlasConsoleLive, atlas_console_live, ATLAS, CONSOLE_LIVE, GtkWidget)

GtkWidget *atlas_console_live_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_console_live_set_presentation (AtlasConsoleLive  *self,
                                                AtlasPresentation *presentation); /* (nullable) */
/* @picture: (nullable): the stage; %NULL: there is none to be seen */
void       atlas_console_live_set_picture      (AtlasConsoleLive  *self,
                                                GdkPaintable      *picture);
/* Where the picture is within the widget, px; FALSE: nowhere. */
gboolean   atlas_console_live_get_place        (AtlasConsoleLive  *self,
                                                graphene_rect_t   *place);

G_END_DECLS
