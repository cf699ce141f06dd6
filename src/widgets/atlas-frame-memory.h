// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * atlas_frame_memory_keep:
 * @widget: a realized widget
 *
 * Keeps the memory that frames are drawn in from frame to frame, where the window's renderer is cairo's.
 *
 * The renderer draws each frame in an image of its own, and cairo sends that to an X server through shared memory. Both are
 * as large as the window, and both would go back to the system after each frame and be asked for again, page by page: that
 * takes longer than drawing. The first call does it for the whole process; others do nothing.
 */
void atlas_frame_memory_keep (GtkWidget *widget);

G_END_DECLS
