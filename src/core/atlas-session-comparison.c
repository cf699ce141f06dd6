// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-private.h"

/* The second date: what was there then is the map's left side, what is there at the clock's date its right. */

AtlasTimeSpan
atlas_session_get_comparison (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), ATLAS_TIME_SPAN_NONE);

  return self->comparison;
}

gboolean
atlas_session_is_comparing (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return !atlas_time_span_is_empty (self->comparison);
}

/* The year that is compared with an earlier one where nobody says which: this one, or the last of an atlas that ends before. */
static AtlasTimeSpan
get_latest_year (AtlasSession *self)
{
  AtlasTimeSpan range = self->dataset != NULL ? atlas_dataset_get_manifest (self->dataset)->range : self->range;
  int           day = self->today;

  if (!atlas_time_span_is_empty (range) && range.end != G_MAXINT)
    day = MIN (day, range.end - 1);

  return atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, day);
}

/* The year in which what the atlas tells of begins. */
static AtlasTimeSpan
get_first_year (AtlasSession *self)
{
  AtlasTimeSpan range = self->dataset != NULL ? atlas_dataset_get_manifest (self->dataset)->range : ATLAS_TIME_SPAN_NONE;

  if (atlas_time_span_is_empty (range) || range.begin == G_MININT)
    range = self->range;

  return atlas_time_unit_around (ATLAS_TIME_UNIT_YEAR, range.begin);
}

/* Two dates need two clocks: where none shows one is started. */
static void
start_clock (AtlasSession *self)
{
  AtlasTimeSpan clock = self->clock;

  if (self->clock_mode != ATLAS_CLOCK_ALL)
    return;

  if (atlas_time_span_is_empty (clock))
    clock = get_latest_year (self);
  atlas_session_put_clock (self, clock, ATLAS_CLOCK_AT);
}

void
atlas_session_put_comparison (AtlasSession *self,
                              AtlasTimeSpan comparison)
{
  if (atlas_time_span_is_empty (comparison))
    comparison = ATLAS_TIME_SPAN_NONE;
  else
    start_clock (self);

  if (atlas_time_span_equal (self->comparison, comparison))
    return;

  if (!atlas_time_span_is_empty (self->comparison))
    self->last_comparison = self->comparison;
  self->comparison = comparison;
  atlas_session_notify (self, ATLAS_SESSION_PROP_COMPARISON);
  atlas_session_changed (self, TRUE);
}

/* As it was before the comparison began. */
static void
restore_clock (AtlasSession *self)
{
  if (self->comparison_started_clock)
    atlas_session_put_clock (self, self->clock_before, ATLAS_CLOCK_ALL);
  self->comparison_started_clock = FALSE;
}

/**
 * atlas_session_set_comparison:
 * @self: a session
 * @span: a day, month, quarter or year; empty: compares no longer
 *
 * Compares the clock's date with another: @span is the left side of the map, the clock the right. Where no clock shows one is
 * set at this year, and taken away again when the comparison ends. Beginning and ending are places of the history; moving the
 * date is not. Nothing else moves the clock by itself meanwhile: what is selected may be at either date, or at none.
 */
void
atlas_session_set_comparison (AtlasSession *self,
                              AtlasTimeSpan span)
{
  gboolean begins;
  gboolean ends;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (atlas_time_span_is_empty (span) || (span.begin != G_MININT && span.end != G_MAXINT));

  begins = !atlas_time_span_is_empty (span) && !atlas_session_is_comparing (self);
  ends = atlas_time_span_is_empty (span) && atlas_session_is_comparing (self);
  if (!begins && !ends && atlas_time_span_equal (span, self->comparison))
    return;

  if (begins)
    {
      self->comparison_started_clock = self->clock_mode == ATLAS_CLOCK_ALL;
      self->clock_before = self->clock;
    }

  atlas_session_begin (self, begins || ends ? ATLAS_RECORD_PUSH : ATLAS_RECORD_AMEND);
  atlas_session_put_comparison (self, span);
  if (ends)
    restore_clock (self);
  atlas_session_end (self);
}

/**
 * atlas_session_compare:
 * @self: a session
 *
 * Begins to compare dates that somebody who names none may want: the one compared last, or the first year of the atlas, with
 * the clock's date, or without a clock with this year.
 */
void
atlas_session_compare (AtlasSession *self)
{
  AtlasTimeSpan with;
  AtlasTimeSpan first;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (atlas_session_is_comparing (self))
    return;

  first = get_first_year (self);
  with = atlas_time_span_is_empty (self->last_comparison) ? first : self->last_comparison;

  atlas_session_begin (self, ATLAS_RECORD_PUSH);
  if (self->clock_mode != ATLAS_CLOCK_ALL && atlas_time_span_overlaps (self->clock, with))
    {
      /* A date says nothing beside itself: the clock's is the earlier one, and the clock goes on to this year. */
      with = self->clock;
      atlas_session_put_clock (self, get_latest_year (self), self->clock_mode);
    }
  atlas_session_set_comparison (self, with);
  atlas_session_end (self);
}

/**
 * atlas_session_swap_comparison:
 * @self: a session
 *
 * Changes the two dates that are compared for one another.
 */
void
atlas_session_swap_comparison (AtlasSession *self)
{
  AtlasTimeSpan clock;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (!atlas_session_is_comparing (self))
    return;

  clock = self->clock;
  atlas_session_begin (self, ATLAS_RECORD_AMEND);
  atlas_session_put_clock (self, self->comparison, self->clock_mode);
  atlas_session_put_comparison (self, clock);
  atlas_session_end (self);
}
