// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-map-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasLegend:
 *
 * What the signs on the map mean: a row for each that is in view, with a sample and a count. A row that is pressed shows what it is
 * about alone, or beside what other pressed rows are about; pressed again it no longer does. Folds.
 *
 * Properties: `unfolded`. Signals: `unfolded` (it has rows to show again).
 */
#define ATLAS_TYPE_LEGEND (atlas_legend_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLegend, atlas_legend, ATLAS, LEGEND, GtkWidget)

GtkWidget *atlas_legend_new    (void) G_GNUC_WARN_UNUSED_RESULT;
/**
 * atlas_legend_update:
 * @self: a legend
 * @scene: (nullable): what is shown
 * @session: (nullable): whose filter its rows change
 * @box: the part of the unit Mercator square in view
 *
 * Says what is in view. Does nothing while it is folded or when the rows are the same.
 */
void       atlas_legend_update (AtlasLegend   *self,
                                AtlasMapScene *scene,
                                AtlasSession  *session,
                                AtlasBox       box);

G_END_DECLS
