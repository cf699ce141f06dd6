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

/* How finely the clock can say a date: no finer than it is known. */
static AtlasTimeUnit
get_date_unit (const AtlasEdtfDate *date)
{
  static const AtlasTimeUnit units[] = {
    [ATLAS_EDTF_DAY] = ATLAS_TIME_UNIT_DAY,
    [ATLAS_EDTF_MONTH] = ATLAS_TIME_UNIT_MONTH,
    [ATLAS_EDTF_SEASON] = ATLAS_TIME_UNIT_MONTH,
    [ATLAS_EDTF_YEAR] = ATLAS_TIME_UNIT_YEAR,
    [ATLAS_EDTF_DECADE] = ATLAS_TIME_UNIT_YEAR,
    [ATLAS_EDTF_CENTURY] = ATLAS_TIME_UNIT_YEAR,
    [ATLAS_EDTF_SPAN] = ATLAS_TIME_UNIT_YEAR,
  };

  if (date->bound != ATLAS_EDTF_DATE || (guint) date->precision >= G_N_ELEMENTS (units))
    return ATLAS_TIME_UNIT_DAY;

  return units[date->precision];
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

void
atlas_session_follow_selected (AtlasSession *self)
{
  const AtlasWhen *when = NULL;
  AtlasTimeSpan    life;
  AtlasTimeUnit    unit;

  if (self->selected == NULL || atlas_session_is_comparing (self) || self->clock_mode == ATLAS_CLOCK_ALL || atlas_time_span_is_empty (self->clock))
    return;

  life = atlas_item_get_span (self->selected);
  if (atlas_time_span_is_empty (life) || atlas_time_span_overlaps (self->clock, life))
    return;

  /* An item without a known begin is entered by its end: one of the two is there, or the clock would lie inside. */
  when = atlas_item_get_when (self->selected);
  unit = get_clock_unit (self->clock);
  if (life.begin != G_MININT)
    unit = MAX (unit, get_date_unit (&when->edtf.start));
  else
    unit = MAX (unit, get_date_unit (&when->edtf.end));

  atlas_session_put_clock (self, atlas_time_unit_around (unit, life.begin != G_MININT ? life.begin : life.end - 1), self->clock_mode);
}

/* Looks for the change nearest to the clock. Changes are ordered by their first day and then from the coarse to the
 * fine, so that from a year one comes to the first of its months, and every change is met. */
typedef struct
{
  AtlasTimeSpan clock;
  int           direction;
  AtlasTimeSpan nearest; /* empty: none yet */
} Search;

static int
compare_changes (AtlasTimeSpan a,
                 AtlasTimeSpan b)
{
  if (a.begin != b.begin)
    return a.begin < b.begin ? -1 : 1;

  return a.end > b.end ? -1 : a.end < b.end;
}

static void
consider (Search              *search,
          int                  day,
          const AtlasEdtfDate *date)
{
  AtlasTimeSpan change = atlas_time_unit_around (get_date_unit (date), day);

  if (compare_changes (change, search->clock) != search->direction)
    return;

  if (atlas_time_span_is_empty (search->nearest) || compare_changes (change, search->nearest) == -search->direction)
    search->nearest = change;
}

static void
consider_span (Search          *search,
               AtlasTimeSpan    span,
               const AtlasEdtf *edtf,
               gboolean         ends)
{
  if (atlas_time_span_is_empty (span))
    return;

  if (span.begin != G_MININT)
    consider (search, span.begin, &edtf->start);
  if (ends && span.end != G_MAXINT)
    consider (search, span.end - 1, &edtf->end);
}

static void
consider_item (Search    *search,
               AtlasItem *item)
{
  GPtrArray *phases = atlas_item_get_phases (item);

  consider_span (search, atlas_item_get_span (item), &atlas_item_get_when (item)->edtf, TRUE);

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);
      const AtlasPhase *next = i + 1 < phases->len ? g_ptr_array_index (phases, i + 1) : NULL;

      /* Where the next phase begins at once, that is the change. */
      consider_span (search, phase->span, &phase->when.edtf, next == NULL || phase->span.end < next->span.begin);
    }
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
  Search search = { from, direction < 0 ? -1 : 1, ATLAS_TIME_SPAN_NONE };

  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  if (self->dataset == NULL)
    return FALSE;

  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      AtlasItem *item = atlas_dataset_get_item (self->dataset, i);

      if (atlas_filter_matches (self->filter, item))
        consider_item (&search, item);
    }

  if (atlas_time_span_is_empty (search.nearest))
    return FALSE;

  *change = search.nearest;

  return TRUE;
}

/**
 * atlas_session_step_change:
 * @self: a session
 * @direction: 1: later, -1: earlier
 *
 * Sets the clock to the next day on which something changes, as atlas_session_find_change() finds it. Without a clock the
 * search begins at the range's near end.
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

  return TRUE;
}
