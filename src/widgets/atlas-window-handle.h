// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"
#include "atlas-timeline-brush.h"

G_BEGIN_DECLS

/**
 * AtlasWindowHandle:
 *
 * An edge of the window of time, or its middle grip, as keyboard and assistive technology have hold of it: a slider. It
 * draws nothing; the strip that it lies on does.
 */
#define ATLAS_TYPE_WINDOW_HANDLE (atlas_window_handle_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWindowHandle, atlas_window_handle, ATLAS, WINDOW_HANDLE, GtkWidget)

GtkWidget          *atlas_window_handle_new       (AtlasTimelineBrush *brush, /* (transfer none): must outlive it */
                                                   AtlasTimeBrushPart  part) G_GNUC_WARN_UNUSED_RESULT;
AtlasTimeBrushPart  atlas_window_handle_get_part  (AtlasWindowHandle  *self);
/* Says anew where it is. */
void                atlas_window_handle_update    (AtlasWindowHandle  *self);
const char         *atlas_window_handle_get_label (AtlasWindowHandle  *self); /* (nullable): "Window begins, March 2006" */

/* The keys of the three, for the list of keys. */
const AtlasKeyBinding *atlas_window_handle_get_key_bindings (guint *n_bindings);

G_END_DECLS
