// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-filter-private.h"
#include "atlas-session-private.h"

static const gboolean lasts[] = {
  [ATLAS_KIND_PIPELINE] = TRUE,
  [ATLAS_KIND_CORRIDOR] = TRUE,
  [ATLAS_KIND_RAILWAY] = TRUE,
  [ATLAS_KIND_SITE] = TRUE,
  [ATLAS_KIND_ZONE] = TRUE,
  [ATLAS_KIND_TREATY] = FALSE,
  [ATLAS_KIND_EVENT] = FALSE,
  [ATLAS_KIND_PERIOD] = FALSE,
  [ATLAS_KIND_SCENARIO] = FALSE,
};

G_STATIC_ASSERT (G_N_ELEMENTS (lasts) == ATLAS_N_KINDS);

gboolean
atlas_session_kind_lasts (AtlasKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_KINDS, FALSE);

  return lasts[kind];
}

/* The last phase that has begun before @day, or NULL. */
static const AtlasPhase *
get_last_phase (AtlasItem *item,
                int        day)
{
  GPtrArray        *phases = atlas_item_get_phases (item);
  const AtlasPhase *last = NULL;

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);

      if (phase->span.begin < day)
        last = phase;
    }

  return last;
}

static gboolean
has_operated (AtlasItem *item,
              int        day)
{
  GPtrArray *phases = atlas_item_get_phases (item);

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);

      if (phase->status == ATLAS_STATUS_OPERATING && phase->span.begin < day)
        return TRUE;
    }

  return FALSE;
}

/* The furthest it has come before @day, but for its end; NONE without a phase. */
static AtlasStatus
get_furthest (AtlasItem *item,
              int        day)
{
  GPtrArray  *phases = atlas_item_get_phases (item);
  AtlasStatus furthest = ATLAS_STATUS_NONE;

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);

      if (phase->status != ATLAS_STATUS_CLOSED && phase->span.begin < day)
        furthest = MAX (furthest, phase->status);
    }

  return furthest;
}

/* What an item is on the whole: what it has become by today, even if it is no more. */
static AtlasStatus
get_status_of_all (AtlasItem *item,
                   int        today)
{
  AtlasStatus       status = ATLAS_STATUS_NONE;
  const AtlasPhase *first = NULL;
  int               tomorrow = today + 1;

  if (has_operated (item, tomorrow))
    return ATLAS_STATUS_OPERATING;

  status = atlas_item_get_status_in (item, ATLAS_TIME_SPAN_INIT (today, tomorrow));
  if (status != ATLAS_STATUS_NONE && status != ATLAS_STATUS_CLOSED)
    return status;

  status = get_furthest (item, tomorrow);
  if (status != ATLAS_STATUS_NONE)
    return status;

  /* All of it is still to come, or no phase says. */
  if (atlas_item_get_span (item).begin <= today)
    return ATLAS_STATUS_OPERATING;

  if (atlas_item_get_phases (item)->len > 0)
    first = g_ptr_array_index (atlas_item_get_phases (item), 0);

  return first != NULL ? first->status : ATLAS_STATUS_PLANNED;
}

/* Of a life that began in some year its first phase may know the day: then it is not there all year. */
static gboolean
is_not_yet (AtlasItem    *item,
            AtlasTimeSpan clock)
{
  const AtlasEdtf  *when = &atlas_item_get_when (item)->edtf;
  GPtrArray        *phases = atlas_item_get_phases (item);
  const AtlasPhase *first = phases->len > 0 ? g_ptr_array_index (phases, 0) : NULL;

  return first != NULL && when->start.bound == ATLAS_EDTF_DATE && clock.end <= first->span.begin && first->span.begin < when->start.span.end;
}

static gboolean
is_no_more (AtlasItem    *item,
            AtlasTimeSpan clock)
{
  const AtlasEdtf  *when = &atlas_item_get_when (item)->edtf;
  GPtrArray        *phases = atlas_item_get_phases (item);
  const AtlasPhase *last = phases->len > 0 ? g_ptr_array_index (phases, phases->len - 1) : NULL;

  return last != NULL && when->end.bound == ATLAS_EDTF_DATE && clock.begin >= last->span.end && last->span.end > when->end.span.begin;
}

static AtlasVisibility
get_visibility_at (AtlasItem    *item,
                   AtlasTimeSpan clock,
                   AtlasStatus  *status)
{
  *status = atlas_item_get_status_in (item, clock);
  if (*status != ATLAS_STATUS_NONE)
    return ATLAS_VISIBILITY_SHOWN;

  if (!atlas_item_is_alive (item, clock) || is_not_yet (item, clock) || is_no_more (item, clock))
    return ATLAS_VISIBILITY_HINT;

  *status = ATLAS_STATUS_OPERATING;

  return ATLAS_VISIBILITY_SHOWN;
}

static AtlasVisibility
get_visibility_up_to (AtlasItem    *item,
                      AtlasTimeSpan clock,
                      AtlasStatus  *status)
{
  const AtlasPhase *last = NULL;

  if (get_visibility_at (item, clock, status) == ATLAS_VISIBILITY_SHOWN)
    return ATLAS_VISIBILITY_SHOWN;

  if (atlas_item_get_known_span (item).begin >= clock.end || is_not_yet (item, clock))
    return ATLAS_VISIBILITY_HINT;

  if (atlas_session_kind_lasts (atlas_item_get_kind (item)) && (atlas_item_get_span (item).end <= clock.begin || is_no_more (item, clock)))
    {
      *status = ATLAS_STATUS_CLOSED;
      return ATLAS_VISIBILITY_SHOWN;
    }

  last = get_last_phase (item, clock.end);
  *status = last != NULL ? last->status : ATLAS_STATUS_OPERATING;

  return ATLAS_VISIBILITY_SHOWN;
}

/* How an item shows by the clock alone. */
static AtlasVisibility
get_visibility_by_clock (AtlasSession  *self,
                         AtlasItem     *item,
                         AtlasClockMode mode,
                         AtlasTimeSpan  date,
                         AtlasStatus   *status)
{
  *status = ATLAS_STATUS_NONE;
  if (mode == ATLAS_CLOCK_AT)
    return get_visibility_at (item, date, status);
  if (mode == ATLAS_CLOCK_UP_TO)
    return get_visibility_up_to (item, date, status);

  *status = get_status_of_all (item, self->today);

  return ATLAS_VISIBILITY_SHOWN;
}

static AtlasVisibility
get_visibility (AtlasSession  *self,
                AtlasItem     *item,
                AtlasClockMode mode,
                AtlasTimeSpan  date,
                AtlasStatus   *status)
{
  AtlasStatus     ignored;
  AtlasVisibility visibility = ATLAS_VISIBILITY_HIDDEN;

  if (status == NULL)
    status = &ignored;
  *status = ATLAS_STATUS_NONE;

  if (!atlas_filter_matches_but_signs (self->filter, item))
    return ATLAS_VISIBILITY_HIDDEN;

  visibility = get_visibility_by_clock (self, item, mode, date, status);
  if (!atlas_filter_has_signs (self->filter) ||
      (visibility == ATLAS_VISIBILITY_SHOWN && atlas_filter_matches_sign (self->filter, item, *status)))
    return visibility;

  *status = ATLAS_STATUS_NONE;

  return ATLAS_VISIBILITY_HIDDEN;
}

/**
 * atlas_session_get_visibility:
 * @self: a session
 * @item: an item of its atlas
 * @status: (out) (optional): in which style it is drawn; %ATLAS_STATUS_NONE unless it is shown
 *
 * Says how an item shows now. Cheap enough to be asked of every item for every frame: it allocates nothing. Where signs are
 * chosen, what bears none of them now is left out and not even hinted at.
 *
 * Returns: whether it is shown, hinted at, or left out
 */
AtlasVisibility
atlas_session_get_visibility (AtlasSession *self,
                              AtlasItem    *item,
                              AtlasStatus  *status)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), ATLAS_VISIBILITY_HIDDEN);
  g_return_val_if_fail (ATLAS_IS_ITEM (item), ATLAS_VISIBILITY_HIDDEN);

  return get_visibility (self, item, self->clock_mode, self->clock, status);
}

/**
 * atlas_session_get_visibility_at:
 * @self: a session
 * @item: an item of its atlas
 * @date: a day to a year; empty: all dates
 * @status: (out) (optional): in which style it is drawn; %ATLAS_STATUS_NONE unless it is shown
 *
 * Says how an item would show if the clock were at @date: in the clock's mode, or where that is "all", in "at".
 *
 * Returns: whether it would be shown, hinted at, or left out
 */
AtlasVisibility
atlas_session_get_visibility_at (AtlasSession *self,
                                 AtlasItem    *item,
                                 AtlasTimeSpan date,
                                 AtlasStatus  *status)
{
  AtlasClockMode mode = ATLAS_CLOCK_ALL;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), ATLAS_VISIBILITY_HIDDEN);
  g_return_val_if_fail (ATLAS_IS_ITEM (item), ATLAS_VISIBILITY_HIDDEN);

  if (!atlas_time_span_is_empty (date))
    mode = self->clock_mode == ATLAS_CLOCK_ALL ? ATLAS_CLOCK_AT : self->clock_mode;

  return get_visibility (self, item, mode, date, status);
}

/**
 * atlas_session_get_offer:
 * @self: a session
 * @filter: another filter: the session's without what a legend chose, as atlas_filter_without_signs() makes it
 * @item: an item of its atlas
 * @status: (out): in which status it would show
 *
 * Says whether an item would show now if @filter were set: what a legend counts, so that what it put away can be brought back.
 *
 * Returns: whether it would be shown
 */
gboolean
atlas_session_get_offer (AtlasSession *self,
                         AtlasFilter  *filter,
                         AtlasItem    *item,
                         AtlasStatus  *status)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (filter != NULL && ATLAS_IS_ITEM (item) && status != NULL, FALSE);

  return atlas_filter_matches_but_signs (filter, item) &&
         get_visibility_by_clock (self, item, self->clock_mode, self->clock, status) == ATLAS_VISIBILITY_SHOWN &&
         (!atlas_filter_has_signs (filter) || atlas_filter_matches_sign (filter, item, *status));
}
