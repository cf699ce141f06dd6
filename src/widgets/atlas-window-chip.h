// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasWindowChip:
 *
 * The window of time in words, with a button that removes it. A click opens two fields in which its bounds are typed, as
 * people type dates; what is not understood is explained there and changes nothing.
 */
#define ATLAS_TYPE_WINDOW_CHIP (atlas_window_chip_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWindowChip, atlas_window_chip, ATLAS, WINDOW_CHIP, GtkWidget)

GtkWidget  *atlas_window_chip_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void        atlas_window_chip_set_session (AtlasWindowChip *self,
                                           AtlasSession    *session); /* (nullable) */
/* Opens the fields. */
void        atlas_window_chip_edit        (AtlasWindowChip *self);

/**
 * atlas_window_chip_enter:
 * @self: a chip
 * @from: the first date as typed; empty: none
 * @to: the last date as typed; empty: none
 *
 * Sets the window to what was typed. An interval in one of the fields, the other being empty, is both; two empty ones remove
 * the window.
 *
 * Returns: whether it was understood
 */
gboolean    atlas_window_chip_enter       (AtlasWindowChip *self,
                                           const char      *from,
                                           const char      *to);
const char *atlas_window_chip_get_error   (AtlasWindowChip *self); /* (nullable): why it was not */

G_END_DECLS
