// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

#include <math.h>

/* What goes on is drawn for at least so long, though it begins after today. */
#define MIN_OPEN_DAYS 60

/* What goes on, or is known for more than this part of the days shown at first, and for more than so many, lasts: it has its row for long. */
#define LASTING_PART 12
#define LASTING_DAYS 365

static AtlasTimelineEdge
get_edge (const AtlasEdtfDate *date)
{
  if (date->bound == ATLAS_EDTF_OPEN)
    return ATLAS_TIMELINE_EDGE_OPEN;
  if (date->bound == ATLAS_EDTF_UNKNOWN)
    return ATLAS_TIMELINE_EDGE_UNKNOWN;
  if (date->uncertain)
    return ATLAS_TIMELINE_EDGE_HATCHED;
  if (date->approximate)
    return ATLAS_TIMELINE_EDGE_SOFT;

  return date->precision == ATLAS_EDTF_DAY ? ATLAS_TIMELINE_EDGE_CRISP : ATLAS_TIMELINE_EDGE_BLOCK;
}

/* A side that is not known ends where there is nothing more to see; what goes on is drawn until today, and an arrow says so. */
static AtlasTimeSpan
close_span (AtlasTimeSpan span,
            AtlasTimeSpan bounds,
            int           today)
{
  if (span.begin == G_MININT)
    span.begin = MIN (bounds.begin, span.end - 1);
  if (span.end == G_MAXINT)
    span.end = MAX (today + 1, span.begin + MIN_OPEN_DAYS);

  return span;
}

/* Life and phases, but for what comes after the end. */
static AtlasTimeSpan
get_known_span (AtlasItem *item)
{
  AtlasTimeSpan known = atlas_item_get_span (item);
  GPtrArray    *phases = atlas_item_get_phases (item);

  for (guint i = 0; i < phases->len; i++)
    {
      const AtlasPhase *phase = g_ptr_array_index (phases, i);

      if (phase->status == ATLAS_STATUS_CLOSED || atlas_time_span_is_empty (phase->span))
        continue;

      known.begin = MIN (known.begin, phase->span.begin);
      known.end = MAX (known.end, phase->span.end);
    }

  return known;
}

/* An end that nobody knows is none to point to. */
static gboolean
goes_on (AtlasItem *item)
{
  GPtrArray        *phases = atlas_item_get_phases (item);
  const AtlasPhase *last = phases->len > 0 ? g_ptr_array_index (phases, phases->len - 1) : NULL;

  return atlas_item_get_when (item)->edtf.end.bound == ATLAS_EDTF_OPEN || (last != NULL && last->status != ATLAS_STATUS_CLOSED && last->when.edtf.end.bound == ATLAS_EDTF_OPEN);
}

/* Where it stands when it has room for a symbol only: what lasts at its begin, what happens in the middle of its days. */
static int
get_anchor (const AtlasTimelineSlot *slot)
{
  AtlasTimeSpan days = slot->life;

  if (slot->interval)
    days.end = CLAMP (slot->certain.begin, days.begin + 1, days.end);

  return days.begin + (days.end - days.begin) / 2;
}

void
atlas_timeline_slot_init (AtlasTimelineSlot *slot,
                          AtlasItem         *item,
                          AtlasTimeSpan      bounds,
                          AtlasTimeSpan      home,
                          int                today)
{
  const AtlasEdtf  *edtf = &atlas_item_get_when (item)->edtf;
  AtlasTimelineEdge start = get_edge (&edtf->start);
  AtlasTimelineEdge stop = get_edge (edtf->interval ? &edtf->end : &edtf->start);
  int               long_time = MAX ((home.end - home.begin) / LASTING_PART, LASTING_DAYS);

  slot->start = start;
  slot->stop = stop;
  slot->interval = edtf->interval;
  slot->phased = atlas_item_get_phases (item)->len > 0;
  slot->life = close_span (atlas_item_get_span (item), bounds, today);
  slot->known = close_span (get_known_span (item), bounds, today);
  slot->certain = slot->life;
  slot->goes_on = goes_on (item);

  if (start >= ATLAS_TIMELINE_EDGE_BLOCK && start <= ATLAS_TIMELINE_EDGE_HATCHED)
    slot->certain.begin = MIN (edtf->start.span.end, slot->life.end);
  if (stop >= ATLAS_TIMELINE_EDGE_BLOCK && stop <= ATLAS_TIMELINE_EDGE_HATCHED)
    slot->certain.end = MAX (edtf->interval ? edtf->end.span.begin : edtf->start.span.begin, slot->life.begin);
  if (slot->certain.end < slot->certain.begin)
    slot->certain.end = slot->certain.begin;

  slot->anchor = get_anchor (slot);
  slot->lasting = (slot->interval || slot->phased) && (slot->goes_on || slot->known.end - slot->known.begin >= long_time);
}

AtlasTimelineShape
atlas_timeline_slot_get_shape (const AtlasTimelineSlot *slot,
                               double                   px_per_day)
{
  if (!slot->interval && !slot->phased)
    return ATLAS_TIMELINE_POINT;

  return ((double) slot->known.end - slot->known.begin) * px_per_day >= ATLAS_TIMELINE_MIN_BAR ? ATLAS_TIMELINE_BAR : ATLAS_TIMELINE_POINT;
}

/* The day that a symbol stands on. */
static double
get_middle (const AtlasTimelineSlot *slot,
            AtlasTimelineTail        tail)
{
  return tail != ATLAS_TIMELINE_TAIL_NONE ? slot->anchor + 0.5 : (slot->life.begin + (double) slot->life.end) / 2.0;
}

void
atlas_timeline_slot_get_extents (const AtlasTimelineSlot *slot,
                                 AtlasTimelineShape       shape,
                                 AtlasTimelineTail        tail,
                                 double                   px_per_day,
                                 double                   radius,
                                 double                  *x0,
                                 double                  *x1)
{
  double middle = get_middle (slot, tail) * px_per_day;

  if (tail != ATLAS_TIMELINE_TAIL_NONE)
    {
      *x0 = middle - radius;
      *x1 = middle + radius + (tail == ATLAS_TIMELINE_TAIL_LONG ? ATLAS_TIMELINE_TAIL : ATLAS_TIMELINE_STUB);
      return;
    }

  *x0 = slot->known.begin * px_per_day;
  *x1 = slot->known.end * px_per_day;

  if (shape != ATLAS_TIMELINE_BAND && slot->goes_on)
    *x1 += ATLAS_TIMELINE_ARROW;

  /* The symbol of a date stands on the bar of its phases. */
  if (shape == ATLAS_TIMELINE_POINT || (shape == ATLAS_TIMELINE_BAR && !slot->interval))
    {
      *x0 = MIN (*x0, middle - radius);
      *x1 = MAX (*x1, middle + radius);
    }
  else if (shape == ATLAS_TIMELINE_BAND)
    {
      /* Of two that share a month or a year the later takes over in it. */
      *x1 = MAX (slot->certain.end, slot->certain.begin) * px_per_day;
    }
}

/* What a stretch of px at @px_per_day is in days, for the search in a row. */
static AtlasTimeSpan
get_drawn (const AtlasTimelineSlot *slot,
           AtlasTimelineTail        tail)
{
  return tail != ATLAS_TIMELINE_TAIL_NONE ? ATLAS_TIME_SPAN_INIT (slot->anchor, slot->anchor + 1) : slot->known;
}

void
atlas_timeline_entry_init (AtlasTimelineEntry       *entry,
                           const AtlasTimelineIndex *index,
                           const AtlasTimelineSlot  *slot,
                           AtlasTimelineShape        shape,
                           AtlasTimelineTail         tail)
{
  *entry = (AtlasTimelineEntry){
    .item = atlas_dataset_get_item (index->dataset, slot->position),
    .position = slot->position,
    .shape = shape,
    .start = slot->start,
    .stop = slot->stop,
    .life = slot->life,
    .certain = slot->certain,
    .known = slot->known,
    .drawn = get_drawn (slot, tail),
    .anchor = slot->anchor,
    .goes_on = slot->goes_on,
    .across = slot->across,
    .tail = tail,
    .interval = slot->interval,
  };
}

void
atlas_timeline_entry_get_extents (const AtlasTimelineEntry *entry,
                                  double                    px_per_day,
                                  double                    radius,
                                  double                   *x0,
                                  double                   *x1)
{
  AtlasTimelineSlot slot = {
    .anchor = entry->anchor,
    .life = entry->life,
    .certain = entry->certain,
    .known = entry->known,
    .goes_on = entry->goes_on,
    .interval = entry->interval,
  };

  atlas_timeline_slot_get_extents (&slot, entry->shape, entry->tail, px_per_day, radius, x0, x1);
}
