// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-private.h"

/* Do they meet: does the later begin in the day, month or year in which the earlier ends, or whenever that is? Phases that
 * overlap by more keep their days, so that a check can see it. */
static gboolean
meets (const AtlasPhase *earlier,
       const AtlasPhase *later)
{
  const AtlasEdtfDate *end = &earlier->when.edtf.end;
  const AtlasEdtfDate *start = &later->when.edtf.start;

  return end->bound != ATLAS_EDTF_OPEN && start->bound == ATLAS_EDTF_DATE && atlas_time_span_overlaps (end->span, start->span);
}

void
atlas_item_phases_share (GPtrArray *phases)
{
  for (guint i = 0; i < phases->len; i++)
    {
      AtlasPhase *phase = g_ptr_array_index (phases, i);
      AtlasPhase *next = i + 1 < phases->len ? g_ptr_array_index (phases, i + 1) : NULL;

      phase->span = phase->when.edtf.span;
      if (next != NULL && meets (phase, next))
        phase->span.end = CLAMP (next->when.edtf.span.begin, phase->span.begin, phase->span.end);
    }
}

/* In days; all that is endless is equally long. */
static gint64
get_length (AtlasTimeSpan span)
{
  if (span.begin == G_MININT || span.end == G_MAXINT)
    return G_MAXINT64;

  return (gint64) span.end - span.begin;
}

const AtlasPhase *
atlas_item_phases_find_in (GPtrArray    *phases,
                           AtlasTimeSpan span)
{
  const AtlasPhase *found = NULL;
  gint64            longest = 1;

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);
      AtlasTimeSpan     common = atlas_time_span_intersect (phase->span, span);
      gint64            n_days = atlas_time_span_is_empty (common) ? 0 : get_length (common);

      if (n_days >= longest)
        {
          found = phase;
          longest = n_days;
        }
    }

  return found;
}
