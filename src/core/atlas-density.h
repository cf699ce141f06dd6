// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"
#include "atlas-filter.h"

G_BEGIN_DECLS

/**
 * AtlasDensity:
 *
 * How much happens when. What happens is that an item begins or that a phase of it does.
 *
 * What is known to the day counts on that day; what is known to the month, the year or less counts as spread evenly over it,
 * so that a year without more never stands for its first of January. A beginning that nobody knows, or that there is none of,
 * does not count.
 *
 * Immutable: any thread may use it.
 */
#define ATLAS_TYPE_DENSITY (atlas_density_get_type ())
typedef struct _AtlasDensity AtlasDensity;

GType         atlas_density_get_type       (void) G_GNUC_CONST;
/* @spans: of AtlasTimeSpan: for each thing that happens the days on one of which it does; empty and open ones do not count. */
AtlasDensity *atlas_density_new_for_spans  (const AtlasTimeSpan *spans,
                                            guint                n_spans) G_GNUC_WARN_UNUSED_RESULT;
/* Of the items that @filter lets through; neither is kept. What it takes grows with the items. */
AtlasDensity *atlas_density_new            (AtlasDataset        *dataset,
                                            const AtlasFilter   *filter) G_GNUC_WARN_UNUSED_RESULT; /* (nullable): everything */
/* The same in a thread, which holds both; the callback gets no source object. Fails only with G_IO_ERROR_CANCELLED. */
void          atlas_density_new_async      (AtlasDataset        *dataset,
                                            const AtlasFilter   *filter,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
AtlasDensity *atlas_density_new_finish     (GAsyncResult        *result,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
AtlasDensity *atlas_density_ref            (AtlasDensity        *self);
void          atlas_density_unref          (AtlasDensity        *self);

/* How many things happen on these days, a part of one where only the month or year is known; open sides are allowed. O(log n) */
double        atlas_density_count          (const AtlasDensity  *self,
                                            AtlasTimeSpan        span);
/* How much happens before @day. O(log n) */
double        atlas_density_get_before     (const AtlasDensity  *self,
                                            int                  day);
/* How many happen at all. */
double        atlas_density_get_total      (const AtlasDensity  *self);
/* The days from the first to the last; empty when nothing happens. */
AtlasTimeSpan atlas_density_get_extent     (const AtlasDensity  *self);
/* How much happens in the @unit that most does in; @when: (out) (optional): that one, the first of equals, or empty. */
double        atlas_density_get_peak       (const AtlasDensity  *self,
                                            AtlasTimeUnit        unit,
                                            AtlasTimeSpan       *when);

/**
 * atlas_density_to_words:
 * @self: a density
 * @unit: a calendar unit
 * @day: a day of the one that is looked at
 *
 * Says how much happens in a unit, and in which of them most does: "2006: 12 beginnings and changes", "Most: 2020, 31".
 *
 * Returns: (transfer full): one line, or two
 */
char         *atlas_density_to_words       (const AtlasDensity  *self,
                                            AtlasTimeUnit        unit,
                                            int                  day) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDensity, atlas_density_unref)

G_END_DECLS
