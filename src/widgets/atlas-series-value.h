// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-series.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasSeriesValue:
 *
 * Stands for a value that a chart draws: for the keyboard's focus and for assistive technology. It draws nothing itself.
 */
#define ATLAS_TYPE_SERIES_VALUE (atlas_series_value_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSeriesValue, atlas_series_value, ATLAS, SERIES_VALUE, GtkWidget)

GtkWidget  *atlas_series_value_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* @index: of one of the series' points, of which it takes the words: "2023: 11.8 bcm". */
void        atlas_series_value_set       (AtlasSeriesValue  *self,
                                          const AtlasSeries *series,
                                          guint              index);
guint       atlas_series_value_get_index (AtlasSeriesValue  *self);
const char *atlas_series_value_get_label (AtlasSeriesValue  *self); /* (nullable) */

G_END_DECLS
