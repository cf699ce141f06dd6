// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * atlas_menu_focus_keep:
 * @button: a menu button
 *
 * Lets the focus return to the button when its menu closes.
 *
 * GTK 4.8 leaves it in a submenu that something was chosen from, where no key reaches the window any more.
 */
void atlas_menu_focus_keep (GtkMenuButton *button);

G_END_DECLS
