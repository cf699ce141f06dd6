// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPingsFunc:
 * @snapshot: where to
 * @item: what has begun
 * @age: 0 at once, 1 when it has faded away
 * @user_data: as given
 *
 * Draws a ring round an item where a view shows it; nothing where it does not.
 */
typedef void (*AtlasPingsFunc) (GtkSnapshot *snapshot,
                                AtlasItem   *item,
                                double       age,
                                gpointer     user_data);

/**
 * AtlasPings:
 *
 * Lies over a view, and lets what a session pings flash: a ring that widens and fades within a moment. Where the desktop wants no
 * animations the ring stands still until the clock goes on. Only the rings are drawn again while they fade, not the view.
 */
#define ATLAS_TYPE_PINGS (atlas_pings_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPings, atlas_pings, ATLAS, PINGS, GtkWidget)

/* The view, @user_data, must outlive it: it is one of its children. */
GtkWidget *atlas_pings_new           (AtlasPingsFunc  func,
                                      gpointer        user_data) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_pings_set_session   (AtlasPings     *self,
                                      AtlasSession   *session); /* (nullable) */
guint      atlas_pings_get_n         (AtlasPings     *self);    /* how many there are now */

/* The usual ring: round @box, px. */
void       atlas_pings_snapshot_ring (GtkSnapshot    *snapshot,
                                      graphene_rect_t box,
                                      double          age,
                                      const GdkRGBA  *color);

G_END_DECLS
