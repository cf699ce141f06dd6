// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasConsoleSources:
 *
 * What to quote if asked: the report's own citations in the text of the step, the independent sources of the step, and what the
 * selected item rests on, each kind under a heading of its own and each source once.
 *
 * Signals: `open-uri` (a string: the presenter asks for an address), `changed` (other sources).
 */
#define ATLAS_TYPE_CONSOLE_SOURCES (atlas_console_sources_get_type ())
G_DECLARE_FINAL_TYPE (AtlasConsoleSources, atlas_console_sources, ATLAS, CONSOLE_SOURCES, GtkWidget)

GtkWidget *atlas_console_sources_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void       atlas_console_sources_set_presentation (AtlasConsoleSources *self,
                                                   AtlasPresentation   *presentation); /* (nullable) */
/* How many there are. */
guint      atlas_console_sources_get_n_sources    (AtlasConsoleSources *self);

G_END_DECLS
