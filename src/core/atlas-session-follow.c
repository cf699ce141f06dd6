// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-session-private.h"

/**
 * atlas_session_read_on:
 * @self: a session
 * @passage_id: (nullable): what is read by now
 * @clock: a day, month, quarter or year that it speaks of; empty: the clock stays
 *
 * Reads on in the report, and lets the clock come along. Reading on is no place of the history: it is the same place, a
 * little later.
 */
void
atlas_session_read_on (AtlasSession *self,
                       const char   *passage_id,
                       AtlasTimeSpan clock)
{
  AtlasClockMode mode = ATLAS_CLOCK_ALL;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  mode = self->clock_mode == ATLAS_CLOCK_ALL ? ATLAS_CLOCK_AT : self->clock_mode;
  if (g_strcmp0 (self->passage, passage_id) == 0 &&
      (atlas_time_span_is_empty (clock) || (mode == self->clock_mode && atlas_time_span_equal (self->clock, clock))))
    return;

  atlas_session_begin (self, ATLAS_RECORD_AMEND);
  atlas_session_put_passage (self, passage_id);
  if (!atlas_time_span_is_empty (clock))
    atlas_session_put_clock (self, clock, mode);
  atlas_session_end (self);
}
