// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"
#include "atlas-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasConsoleFind:
 *
 * Finds everything for a presenter who is asked: a date, steps of the tour, and all of the atlas by kind; nothing of it reaches the
 * hall until a hit is chosen. A step is gone to. Of anything else the stage shows the date or the item, which is wandering. What
 * shows nothing on the map is said to.
 *
 * Signals: `chosen` (the stage shows it), `left` (Escape: the keys may be the presenter's again).
 */
#define ATLAS_TYPE_CONSOLE_FIND (atlas_console_find_get_type ())
G_DECLARE_FINAL_TYPE (AtlasConsoleFind, atlas_console_find, ATLAS, CONSOLE_FIND, GtkWidget)

GtkWidget *atlas_console_find_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_console_find_set_presentation (AtlasConsoleFind  *self,
                                                AtlasPresentation *presentation); /* (nullable) */
/* @search: (nullable): NULL: there is no index yet */
void       atlas_console_find_set_search       (AtlasConsoleFind  *self,
                                                AtlasSearch       *search);
/* Puts the focus in the field and selects what stands there. */
void       atlas_console_find_focus            (AtlasConsoleFind  *self);
/* Chooses the next (1) or previous (-1) hit, round the end; without hits the field gets the focus. */
void       atlas_console_find_step             (AtlasConsoleFind  *self,
                                                int                direction);

G_END_DECLS
