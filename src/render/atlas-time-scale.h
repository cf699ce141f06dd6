// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

/* The widest a day gets, and how much of a view may lie outside what there is to see. */
#define ATLAS_TIME_SCALE_MAX_PX_PER_DAY 64.0
#define ATLAS_TIME_SCALE_OVERSCROLL 0.12

/**
 * AtlasTimeScale:
 * @begin: the day at x 0, with its fraction
 * @px_per_day: how wide a day is; > 0
 *
 * Maps days to x and back. Ruler, lanes and figures all use this one.
 */
typedef struct
{
  double begin;
  double px_per_day;
} AtlasTimeScale;

static inline double
atlas_time_scale_get_x (const AtlasTimeScale *self,
                        double                day)
{
  return (day - self->begin) * self->px_per_day;
}

static inline double
atlas_time_scale_get_day (const AtlasTimeScale *self,
                          double                x)
{
  return self->begin + x / self->px_per_day;
}

/* The scale that shows @range, neither empty nor open, in @width px; and the days that @width px of a scale show, rounded. */
AtlasTimeScale atlas_time_scale_for_range (AtlasTimeSpan         range,
                                           double                width);
AtlasTimeSpan  atlas_time_scale_get_range (const AtlasTimeScale *self,
                                           double                width);

/**
 * atlas_time_scale_zoom:
 * @self: a scale
 * @x: the px that keeps its day
 * @factor: > 1 is closer
 *
 * Zooms about a point.
 *
 * Returns: the new scale, not limited yet
 */
AtlasTimeScale atlas_time_scale_zoom      (const AtlasTimeScale *self,
                                           double                x,
                                           double                factor);
/* The nearest scale whose view of @width px is neither closer than the limit nor shows more than @bounds and the overscroll. */
AtlasTimeScale atlas_time_scale_limit     (const AtlasTimeScale *self,
                                           AtlasTimeSpan         bounds,
                                           double                width);

/* The unit that a date dragged by @step snaps to: a finer one where the step would be a great jump for the hand. */
AtlasTimeUnit  atlas_time_scale_get_snap  (const AtlasTimeScale *self,
                                           AtlasTimeUnit         step);

typedef enum
{
  ATLAS_TIME_TICK_SUB,   /* a short tick without a label */
  ATLAS_TIME_TICK_MINOR, /* a labelled tick */
  ATLAS_TIME_TICK_MAJOR, /* a labelled tick where a larger unit begins */
} AtlasTimeTickRank;

typedef struct
{
  int               day;
  AtlasTimeTickRank rank;
  char             *label; /* (nullable); owned by the array */
} AtlasTimeTick;

/**
 * atlas_time_scale_get_ticks:
 * @self: a scale
 * @width: of the view, px
 * @text_width: how wide a digit of the labels is, px
 * @sticky: (out) (nullable) (optional): names the larger unit that x 0 lies in ("2006", "June 2006"); %NULL where years are ticks
 *
 * Lists the ticks in view, and the one before it, in time order: the finest step of the table whose labels have room.
 * Labels are in the user's language.
 *
 * Returns: (transfer full): array of #AtlasTimeTick
 */
GArray        *atlas_time_scale_get_ticks (const AtlasTimeScale *self,
                                           double                width,
                                           double                text_width,
                                           char                **sticky) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
