// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasPassageTime:
 * @days: what the passage speaks of
 * @weight: how much of what the passage dates lies in them, > 0 to 1
 */
typedef struct
{
  AtlasTimeSpan days;
  float         weight;
} AtlasPassageTime;

/**
 * AtlasPassageTimes:
 *
 * Which days each passage of a report speaks of: those of the items it mentions, as they are known to begin, and the dates
 * that its text names. A passage that dates nothing speaks of what the heading over it names. Immutable; any thread may
 * read it.
 */
typedef struct _AtlasPassageTimes AtlasPassageTimes;

#define ATLAS_TYPE_PASSAGE_TIMES (atlas_passage_times_get_type ())
GType                   atlas_passage_times_get_type (void) G_GNUC_CONST;

/**
 * atlas_passage_times_new:
 * @dataset: an atlas
 *
 * Reads an atlas's report for dates.
 *
 * Returns: (transfer full): what its passages speak of
 */
AtlasPassageTimes      *atlas_passage_times_new      (AtlasDataset            *dataset) G_GNUC_WARN_UNUSED_RESULT;
AtlasPassageTimes      *atlas_passage_times_ref      (AtlasPassageTimes       *self);
void                    atlas_passage_times_unref    (AtlasPassageTimes       *self);
AtlasReport            *atlas_passage_times_get_report (const AtlasPassageTimes *self); /* (transfer none) */

/* The spans a passage speaks of, in time order, none touching another; their weights add up to 1. None (%NULL): it speaks of no
 * time. Borrowed from @self; @passage is one of its report's. */
const AtlasPassageTime *atlas_passage_times_get      (const AtlasPassageTimes *self,
                                                      const AtlasPassage      *passage,
                                                      guint                   *n_times); /* (out) */
/* The single dates they were merged from, each once, by begin; their weights add up to 1, too. Borrowed as well. */
const AtlasPassageTime *atlas_passage_times_get_dates (const AtlasPassageTimes *self,
                                                       const AtlasPassage      *passage,
                                                       guint                   *n_dates); /* (out) */
/* The shortest span that holds half of what it dates, the earliest of equals: where a clock that follows the text would go.
 * Empty: it speaks of no time. */
AtlasTimeSpan           atlas_passage_times_get_span (const AtlasPassageTimes *self,
                                                      const AtlasPassage      *passage);
/* Whether one of the spans has a day of @days. */
gboolean                atlas_passage_times_speaks_of (const AtlasPassageTimes *self,
                                                       const AtlasPassage      *passage,
                                                       AtlasTimeSpan            days);
/* (transfer container): of AtlasPassage (borrowed) that speak of one of @days, in reading order */
GPtrArray              *atlas_passage_times_find     (const AtlasPassageTimes *self,
                                                      AtlasTimeSpan            days) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): its years in words: "1993 to 2003, 2006 and 2008"; NULL: it speaks of no time */
char                   *atlas_passage_times_to_words (const AtlasPassageTimes *self,
                                                      const AtlasPassage      *passage) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPassageTimes, atlas_passage_times_unref)

G_END_DECLS
