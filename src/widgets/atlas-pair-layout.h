// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPairLayout:
 *
 * Lays children out in columns of one width, side by side to be compared, where each has room for its lines; else one below the
 * other.
 */
#define ATLAS_TYPE_PAIR_LAYOUT (atlas_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPairLayout, atlas_pair_layout, ATLAS, PAIR_LAYOUT, GtkLayoutManager)

/* @spacing: pixels between children; @column: the least width of a column, px. */
GtkLayoutManager *atlas_pair_layout_new (int spacing,
                                         int column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
