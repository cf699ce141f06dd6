// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasWrapLayout:
 *
 * Lays children out in lines like words in a paragraph, each as wide as it likes to be; one that is wider than the line
 * is made as narrow.
 */
#define ATLAS_TYPE_WRAP_LAYOUT (atlas_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWrapLayout, atlas_wrap_layout, ATLAS, WRAP_LAYOUT, GtkLayoutManager)

/* @spacing: pixels between children and between lines */
GtkLayoutManager *atlas_wrap_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
