// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * atlas_place_popover_new:
 * @session: whose items they are
 * @lonlat: the place, degrees
 * @where: (nullable): the place in words
 * @items: of #AtlasItem, nearest first; what is there
 *
 * Answers "What is here?": says where a place is, and leads to the items there and to the passages that mention them.
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *atlas_place_popover_new (AtlasSession *session,
                                    AtlasPoint    lonlat,
                                    const char   *where,
                                    GPtrArray    *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
