// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-clock-player.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lists to choose a player's step and its speed from; both follow the player. */
GtkWidget          *atlas_clock_choose_step    (AtlasClockPlayer *player) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget          *atlas_clock_choose_speed   (AtlasClockPlayer *player) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a player's `step` (int), `speed` (double) and `loop` as actions; insert them as "clock". */
GSimpleActionGroup *atlas_clock_create_actions (AtlasClockPlayer *player) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): the same choices in a menu, for where those actions are "clock". */
GMenuModel         *atlas_clock_create_menu    (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
