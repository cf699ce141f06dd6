// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-presentation.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PRESENTATION_HIT_DATE, /* what was typed is a date */
  ATLAS_PRESENTATION_HIT_STEP,
  ATLAS_PRESENTATION_HIT_ITEM,
} AtlasPresentationHitKind;

/**
 * AtlasPresentationHit:
 * @kind: what it is
 * @title: its name
 * @detail: its date in words; may be ""
 * @step: number of a step, from 1
 * @item: (nullable): an item
 * @date: a date
 *
 * What a speaker finds: a place to go to when somebody asks.
 */
typedef struct
{
  AtlasPresentationHitKind kind;
  char                    *title;
  char                    *detail;
  guint                    step;
  AtlasItem               *item;
  AtlasTimeSpan            date;
} AtlasPresentationHit;

/**
 * atlas_presentation_find:
 * @self: a presentation
 * @words: what was typed
 * @max: the most hits of steps, and of items
 *
 * Finds a date, steps of the tour and items of the atlas, under any of their names. All words must be found; what begins with
 * the first comes first. Nothing changes.
 *
 * Returns: (transfer full): of #AtlasPresentationHit, which the array frees
 */
GPtrArray *atlas_presentation_find     (AtlasPresentation          *self,
                                        const char                 *words,
                                        guint                       max) G_GNUC_WARN_UNUSED_RESULT;
/* Goes there: to the step, or to the item or date, which is wandering. */
void       atlas_presentation_show_hit (AtlasPresentation          *self,
                                        const AtlasPresentationHit *hit);

G_END_DECLS
