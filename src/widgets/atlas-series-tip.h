// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * atlas_series_tip_new:
 * @dataset: an atlas
 * @series: a series of it
 * @point: a value of that
 *
 * Says all there is to say of a value: days, number and unit, what was measured, the series' note, and who published what it
 * was taken from.
 *
 * Returns: (transfer full): Pango markup
 */
char *atlas_series_tip_new (AtlasDataset           *dataset,
                            const AtlasSeries      *series,
                            const AtlasSeriesPoint *point) G_GNUC_WARN_UNUSED_RESULT;
/* The series' note, and who published what it was taken from; plain text. (transfer full) */
char *atlas_series_tip_describe (AtlasDataset      *dataset,
                                 const AtlasSeries *series) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
