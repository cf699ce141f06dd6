// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSwitcherLayout:
 *
 * Toggle buttons in a row that fit into any width: all of one width where the widest word allows it; each as wide as its word where
 * that helps; else only the one that is pressed says its word and the others are icons. Children are buttons made by
 * atlas_switcher_create_content().
 */
#define ATLAS_TYPE_SWITCHER_LAYOUT (atlas_switcher_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSwitcherLayout, atlas_switcher_layout, ATLAS, SWITCHER_LAYOUT, GtkLayoutManager)

/* A button's child: @word, or where there is no room for it the icon. */
GtkWidget *atlas_switcher_create_content (const char *icon_name,
                                          const char *word) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
