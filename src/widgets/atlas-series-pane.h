// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-key-binding.h"
#include "atlas-timeline-axis.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSeriesPane:
 *
 * The figures that a user has chosen, a chart each, one above another: the last part of a timeline. It is hidden while none
 * is chosen, and scrolls where there are more than it has room for.
 *
 * Properties: `series` (GStrv: ids of the series that are shown; those that the atlas does not have are kept, and wait for
 * one that has them).
 */
#define ATLAS_TYPE_SERIES_PANE (atlas_series_pane_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSeriesPane, atlas_series_pane, ATLAS, SERIES_PANE, GtkWidget)

GtkWidget             *atlas_series_pane_new              (AtlasTimelineAxis  *axis) G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_series_pane_set_session      (AtlasSeriesPane    *self,
                                                           AtlasSession       *session); /* (nullable) */
const char *const     *atlas_series_pane_get_series       (AtlasSeriesPane    *self);    /* (transfer none) */
void                   atlas_series_pane_set_series       (AtlasSeriesPane    *self,
                                                           const char *const  *ids);
/* The most px it asks for; a chart it always asks for. May be called while sizes are given out. */
void                   atlas_series_pane_set_room         (AtlasSeriesPane    *self,
                                                           int                 height);
/* The keys that work while the focus is in it. */
const AtlasKeyBinding *atlas_series_pane_get_key_bindings (guint              *n_bindings);

G_END_DECLS
