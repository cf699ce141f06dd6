// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-layout-private.h"

/* What goes on is drawn for at least so long, though it begins after today. */
#define MIN_OPEN_DAYS 60

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

void
atlas_timeline_entry_init (AtlasTimelineEntry *entry,
                           AtlasItem          *item,
                           AtlasTimeSpan       bounds,
                           int                 today,
                           double              px_per_day)
{
  const AtlasEdtf *edtf = &atlas_item_get_when (item)->edtf;

  entry->item = item;
  entry->start = get_edge (&edtf->start);
  entry->stop = get_edge (edtf->interval ? &edtf->end : &edtf->start);
  entry->life = close_span (atlas_item_get_span (item), bounds, today);
  entry->known = close_span (get_known_span (item), bounds, today);
  entry->certain = entry->life;
  entry->goes_on = goes_on (item);

  if (entry->start >= ATLAS_TIMELINE_EDGE_BLOCK && entry->start <= ATLAS_TIMELINE_EDGE_HATCHED)
    entry->certain.begin = MIN (edtf->start.span.end, entry->life.end);
  if (entry->stop >= ATLAS_TIMELINE_EDGE_BLOCK && entry->stop <= ATLAS_TIMELINE_EDGE_HATCHED)
    entry->certain.end = MAX (edtf->interval ? edtf->end.span.begin : edtf->start.span.begin, entry->life.begin);
  if (entry->certain.end < entry->certain.begin)
    entry->certain.end = entry->certain.begin;

  if (atlas_item_get_kind (item) == ATLAS_KIND_PERIOD)
    entry->shape = ATLAS_TIMELINE_BAND;
  else if (!edtf->interval && atlas_item_get_phases (item)->len == 0)
    entry->shape = ATLAS_TIMELINE_POINT;
  else if (((double) entry->known.end - entry->known.begin) * px_per_day >= ATLAS_TIMELINE_MIN_BAR)
    entry->shape = ATLAS_TIMELINE_BAR;
  else
    entry->shape = ATLAS_TIMELINE_POINT;
}

void
atlas_timeline_entry_get_extents (const AtlasTimelineEntry *entry,
                                  double                    px_per_day,
                                  double                    radius,
                                  double                   *x0,
                                  double                   *x1)
{
  double middle = (entry->life.begin + (double) entry->life.end) / 2.0 * px_per_day;

  *x0 = entry->known.begin * px_per_day;
  *x1 = entry->known.end * px_per_day;

  if (entry->shape != ATLAS_TIMELINE_BAND && entry->goes_on)
    *x1 += ATLAS_TIMELINE_ARROW;

  if (entry->shape == ATLAS_TIMELINE_POINT)
    {
      *x0 = MIN (*x0, middle - radius);
      *x1 = MAX (*x1, middle + radius);
    }
  else if (entry->shape == ATLAS_TIMELINE_BAR && !atlas_item_get_when (entry->item)->edtf.interval)
    {
      /* The symbol of the date stands on the bar of its phases. */
      *x0 = MIN (*x0, middle - radius);
      *x1 = MAX (*x1, middle + radius);
    }
  else if (entry->shape == ATLAS_TIMELINE_BAND)
    {
      /* Of two that share a month or a year the later takes over in it. */
      *x1 = MAX (entry->certain.end, entry->certain.begin) * px_per_day;
    }
}
