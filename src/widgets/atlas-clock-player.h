// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasClockStep:
 *
 * What one step of the clock is: a unit (the values are those of #AtlasTimeUnit), or as far as the next change.
 */
typedef enum
{
  ATLAS_CLOCK_STEP_DAY = ATLAS_TIME_UNIT_DAY,
  ATLAS_CLOCK_STEP_MONTH = ATLAS_TIME_UNIT_MONTH,
  ATLAS_CLOCK_STEP_QUARTER = ATLAS_TIME_UNIT_QUARTER,
  ATLAS_CLOCK_STEP_YEAR = ATLAS_TIME_UNIT_YEAR,
  ATLAS_CLOCK_STEP_CHANGE,
  ATLAS_N_CLOCK_STEPS
} AtlasClockStep;

#define ATLAS_CLOCK_MIN_SPEED 0.5
#define ATLAS_CLOCK_MAX_SPEED 8.0

/**
 * AtlasClockPlayer:
 *
 * Plays a session's clock while the session is `playing`: step after step over the window, or where there is none over what
 * the timeline shows; from its begin when the clock is not in it or at its end already.
 *
 * Steps are due at fixed times. What takes longer than a step makes the clock skip on; steps never pile up.
 *
 * Properties (all notify only on change): `step` (int, an #AtlasClockStep), `speed` (double: 1 is two steps a second), `loop`.
 */
#define ATLAS_TYPE_CLOCK_PLAYER (atlas_clock_player_get_type ())
G_DECLARE_FINAL_TYPE (AtlasClockPlayer, atlas_clock_player, ATLAS, CLOCK_PLAYER, GObject)

AtlasClockPlayer *atlas_clock_player_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              atlas_clock_player_set_session (AtlasClockPlayer *self,
                                                  AtlasSession     *session); /* (nullable) */

AtlasClockStep    atlas_clock_player_get_step    (AtlasClockPlayer *self);
void              atlas_clock_player_set_step    (AtlasClockPlayer *self,
                                                  AtlasClockStep    step);
/* What the clock shows when it is dragged: the step; months, where that is the next change. */
AtlasTimeUnit     atlas_clock_player_get_unit    (AtlasClockPlayer *self);
/* 1 is two steps a second; what is set is kept within the smallest and the largest. */
double            atlas_clock_player_get_speed   (AtlasClockPlayer *self);
void              atlas_clock_player_set_speed   (AtlasClockPlayer *self,
                                                  double            speed);
void              atlas_clock_player_set_loop    (AtlasClockPlayer *self,
                                                  gboolean          loop);

/* Moves the clock by hand: @count steps later, or (negative) earlier; large ones are a dozen of the unit or so. FALSE: nothing changes there. */
gboolean          atlas_clock_player_move        (AtlasClockPlayer *self,
                                                  int               count);
gboolean          atlas_clock_player_leap        (AtlasClockPlayer *self,
                                                  int               count);
/* To the first (-1) or the last (1) step of the dates between which the clock is looked for. */
void              atlas_clock_player_go_to_end   (AtlasClockPlayer *self,
                                                  int               direction);

/* The steps that are due at @now, of g_get_monotonic_time(), and what a source does when it is time. */
void              atlas_clock_player_catch_up    (AtlasClockPlayer *self,
                                                  gint64            now);
/* When the next step is due; G_MAXINT64 while nothing plays. */
gint64            atlas_clock_player_get_due     (AtlasClockPlayer *self);

G_END_DECLS
