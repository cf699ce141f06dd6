// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-legend-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasLegendRowButton:
 *
 * A row of a legend: sample, words and count. It is pressed when it is chosen and pale when others are.
 */
#define ATLAS_TYPE_LEGEND_ROW_BUTTON (atlas_legend_row_button_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLegendRowButton, atlas_legend_row_button, ATLAS, LEGEND_ROW_BUTTON, GtkToggleButton)

GtkWidget            *atlas_legend_row_button_new     (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * atlas_legend_row_button_set_row:
 * @self: a row
 * @row: what it is about; copied
 * @palette: the inks of its sample
 *
 * Sets what a row says.
 */
void                  atlas_legend_row_button_set_row (AtlasLegendRowButton *self,
                                                       const AtlasLegendRow *row,
                                                       AtlasPaletteId        palette);

/**
 * atlas_legend_row_button_get_row:
 * @self: a row
 *
 * Gets what a row is about.
 *
 * Returns: (transfer none): what it is about
 */
const AtlasLegendRow *atlas_legend_row_button_get_row (AtlasLegendRowButton *self);

G_END_DECLS
