// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-private.h"

/* The coarsest unit the clock shows. */
#define COARSEST ATLAS_TIME_UNIT_YEAR

static gboolean
is_bounded (AtlasTimeSpan span)
{
  return !atlas_time_span_is_empty (span) && span.begin != G_MININT && span.end != G_MAXINT;
}

static AtlasTimeUnit
get_clock_unit (AtlasTimeSpan clock)
{
  AtlasTimeUnit unit = ATLAS_TIME_UNIT_DAY;

  return atlas_time_span_get_unit (clock, &unit) ? MIN (unit, COARSEST) : ATLAS_TIME_UNIT_DAY;
}

AtlasTimeSpan
atlas_session_get_clock (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), ATLAS_TIME_SPAN_NONE);

  return self->clock;
}

AtlasClockMode
atlas_session_get_clock_mode (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), ATLAS_CLOCK_ALL);

  return self->clock_mode;
}

void
atlas_session_put_clock (AtlasSession  *self,
                         AtlasTimeSpan  clock,
                         AtlasClockMode mode)
{
  gboolean moved = !atlas_time_span_equal (self->clock, clock);
  gboolean switched = self->clock_mode != mode;

  self->clock = clock;
  self->clock_mode = mode;

  if (moved)
    atlas_session_notify (self, ATLAS_SESSION_PROP_CLOCK);
  if (switched)
    atlas_session_notify (self, ATLAS_SESSION_PROP_CLOCK_MODE);
  if (switched || (moved && mode != ATLAS_CLOCK_ALL))
    atlas_session_changed (self, TRUE);
  if (mode == ATLAS_CLOCK_ALL)
    atlas_session_put_comparison (self, ATLAS_TIME_SPAN_NONE); /* one date is not compared with all */
}

/**
 * atlas_session_set_clock:
 * @self: a session
 * @span: a day, month, quarter or year; empty: no clock, which makes the mode "all"
 *
 * Sets the clock. A clock set while the mode is "all" makes the mode "at". What makes another mode is a place of the
 * history; a mere move is not.
 */
void
atlas_session_set_clock (AtlasSession *self,
                         AtlasTimeSpan span)
{
  AtlasClockMode mode = ATLAS_CLOCK_ALL;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (atlas_time_span_is_empty (span) || is_bounded (span));

  if (atlas_time_span_is_empty (span))
    span = ATLAS_TIME_SPAN_NONE;
  else
    mode = self->clock_mode == ATLAS_CLOCK_ALL ? ATLAS_CLOCK_AT : self->clock_mode;

  if (mode == self->clock_mode && atlas_time_span_equal (self->clock, span))
    return;

  atlas_session_begin (self, mode != self->clock_mode ? ATLAS_RECORD_PUSH : ATLAS_RECORD_AMEND);
  atlas_session_put_clock (self, span, mode);
  atlas_session_end (self);
}

static AtlasTimeSpan
get_middle (AtlasSession *self,
            AtlasTimeUnit unit)
{
  if (!is_bounded (self->range))
    return atlas_time_unit_around (unit, self->today);

  return atlas_time_unit_around (unit, self->range.begin + (self->range.end - self->range.begin) / 2);
}

/**
 * atlas_session_set_clock_mode:
 * @self: a session
 * @mode: a mode
 *
 * Sets what the clock does. In mode "all" the clock is kept for when it is wanted again; wanted for the first time it
 * is the year in the middle of the range, or where the selected item's life begins.
 */
void
atlas_session_set_clock_mode (AtlasSession  *self,
                              AtlasClockMode mode)
{
  AtlasTimeSpan clock;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail ((guint) mode < ATLAS_N_CLOCK_MODES);

  if (self->clock_mode == mode)
    return;

  clock = self->clock;
  if (mode != ATLAS_CLOCK_ALL && atlas_time_span_is_empty (clock))
    clock = get_middle (self, ATLAS_TIME_UNIT_YEAR);

  atlas_session_begin (self, ATLAS_RECORD_PUSH);
  if (atlas_time_span_is_empty (self->clock))
    {
      atlas_session_put_clock (self, clock, mode);
      atlas_session_follow_selected (self);
    }
  else
    {
      atlas_session_put_clock (self, clock, mode);
    }
  atlas_session_end (self);
}

/**
 * atlas_session_step_clock:
 * @self: a session
 * @unit: day to year; the clock becomes one of these
 * @count: how many, later or (negative) earlier
 *
 * Steps the clock. Where none shows (mode "all") it comes back where it was, or into the middle of the range.
 */
void
atlas_session_step_clock (AtlasSession *self,
                          AtlasTimeUnit unit,
                          int           count)
{
  AtlasTimeSpan clock;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail ((guint) unit <= COARSEST);

  clock = self->clock;
  if (atlas_time_span_is_empty (clock))
    clock = get_middle (self, unit);
  else if (self->clock_mode != ATLAS_CLOCK_ALL)
    clock = atlas_time_unit_step (unit, count > 0 ? clock.end - 1 : clock.begin, count);

  atlas_session_set_clock (self, clock);
}

/**
 * atlas_session_reveal_clock:
 * @self: a session
 *
 * Shifts the range, when no day of the clock is in it, until the clock is in its middle. For what a person has typed or
 * stepped to: somebody who looks elsewhere while the clock plays is left there.
 */
void
atlas_session_reveal_clock (AtlasSession *self)
{
  int middle, shift;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (self->clock_mode == ATLAS_CLOCK_ALL || !is_bounded (self->range) || !is_bounded (self->clock) || atlas_time_span_overlaps (self->clock, self->range))
    return;

  middle = self->range.begin + (self->range.end - self->range.begin) / 2;
  shift = self->clock.begin + (self->clock.end - self->clock.begin) / 2 - middle;
  atlas_session_set_range (self, ATLAS_TIME_SPAN_INIT (self->range.begin + shift, self->range.end + shift));
}

/**
 * atlas_session_get_clock_limits:
 * @self: a session
 * @all: all dates there are
 *
 * Tells between which dates the clock is looked for: the days that the atlas opens with, as long as the clock is among them. One
 * that lies outside is looked for among @all, which are widened if it is not there either.
 *
 * Returns: these days; empty without an atlas
 */
AtlasTimeSpan
atlas_session_get_clock_limits (AtlasSession *self,
                                AtlasTimeSpan all)
{
  AtlasTimeSpan home, clock;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), ATLAS_TIME_SPAN_NONE);

  if (self->dataset == NULL)
    return ATLAS_TIME_SPAN_NONE;

  home = atlas_dataset_get_manifest (self->dataset)->range;
  clock = self->clock;
  if (is_bounded (home) && (!is_bounded (clock) || (clock.begin >= home.begin && clock.end <= home.end)))
    return home;
  if (!is_bounded (all) || !is_bounded (clock))
    return all;

  return ATLAS_TIME_SPAN_INIT (MIN (all.begin, clock.begin), MAX (all.end, clock.end));
}

/* The @unit round @day, or all days that @date can mean where they are more: no finer than it is known. */
static AtlasTimeSpan
widen (AtlasTimeUnit        unit,
       int                  day,
       const AtlasEdtfDate *date)
{
  AtlasTimeSpan span = atlas_time_unit_around (unit, day);

  if (date->bound != ATLAS_EDTF_DATE)
    return span;
  if (date->precision == ATLAS_EDTF_SPAN)
    return atlas_time_unit_around (COARSEST, day);

  return date->span.begin <= span.begin && date->span.end >= span.end ? date->span : span;
}

void
atlas_session_follow_selected (AtlasSession *self)
{
  const AtlasEdtf *when = NULL;
  AtlasTimeSpan    life;

  if (self->selected == NULL || atlas_session_is_comparing (self) || self->clock_mode == ATLAS_CLOCK_ALL || atlas_time_span_is_empty (self->clock))
    return;

  life = atlas_item_get_span (self->selected);
  if (atlas_time_span_is_empty (life) || atlas_time_span_overlaps (self->clock, life))
    return;

  /* An item without a known begin is entered by its end: one of the two is there, or the clock would lie inside. */
  when = &atlas_item_get_when (self->selected)->edtf;
  if (life.begin != G_MININT)
    atlas_session_put_clock (self, widen (get_clock_unit (self->clock), life.begin, &when->start), self->clock_mode);
  else
    atlas_session_put_clock (self, widen (get_clock_unit (self->clock), life.end - 1, &when->end), self->clock_mode);
}

/* Made when it is first asked for: many never are. */
static const AtlasChangeIndex *
get_changes (AtlasSession *self)
{
  if (self->changes == NULL)
    self->changes = atlas_change_index_new (self->dataset);

  return self->changes;
}

/**
 * atlas_session_find_change:
 * @self: a session
 * @from: a date; open at its end: nothing on its first day is passed yet
 * @direction: 1: later, -1: earlier
 * @change: (out caller-allocates): when it is; touched only when there is one
 *
 * Looks for the next day on which an item that the filter lets through begins, ends or changes phase. A date that is known to
 * the month or the year only is that month or year.
 *
 * Returns: whether there is such a day
 */
gboolean
atlas_session_find_change (AtlasSession  *self,
                           AtlasTimeSpan  from,
                           int            direction,
                           AtlasTimeSpan *change)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  return self->dataset != NULL && atlas_change_index_find (get_changes (self), from, direction, self->filter, change);
}

static void
ping (AtlasSession *self,
      AtlasTimeSpan days,
      gboolean      exactly)
{
  g_autoptr (GPtrArray) items = NULL;

  if (self->dataset == NULL)
    return;

  items = atlas_change_index_list_begins (get_changes (self), days, exactly, self->filter, ATLAS_SESSION_MAX_PINGED);
  if (items->len > 0)
    atlas_session_emit_pinged (self, items);
}

/**
 * atlas_session_ping_within:
 * @self: a session
 * @days: what the clock has passed
 *
 * Emits `pinged` for the items that the filter lets through and of which it is certain since one of the @days that they, or a
 * phase of theirs, have begun. One that is known to have begun in some year is pinged when that year is over, not on its first day.
 */
void
atlas_session_ping_within (AtlasSession *self,
                           AtlasTimeSpan days)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  ping (self, days, FALSE);
}

/**
 * atlas_session_ping_at:
 * @self: a session
 * @change: a day, month or year that atlas_session_find_change() found
 *
 * Emits `pinged` for the items that the filter lets through and of which no more and no less is known than that they, or a
 * phase of theirs, began in @change.
 */
void
atlas_session_ping_at (AtlasSession *self,
                       AtlasTimeSpan change)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  ping (self, change, TRUE);
}

/**
 * atlas_session_step_change:
 * @self: a session
 * @direction: 1: later, -1: earlier
 *
 * Sets the clock to the next day on which something changes, as atlas_session_find_change() finds it. Without a clock the
 * search begins at the range's near end. What begins there is pinged.
 *
 * Returns: whether there is such a day
 */
gboolean
atlas_session_step_change (AtlasSession *self,
                           int           direction)
{
  AtlasTimeSpan clock;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  clock = self->clock;
  if (atlas_time_span_is_empty (clock))
    clock = ATLAS_TIME_SPAN_INIT (direction > 0 ? self->range.begin : self->range.end, G_MAXINT);
  if (!atlas_session_find_change (self, clock, direction, &clock))
    return FALSE;

  atlas_session_set_clock (self, clock);
  atlas_session_ping_at (self, clock);

  return TRUE;
}
