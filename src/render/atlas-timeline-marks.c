// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include "atlas-map-symbol.h"

/* px */
#define BASE 6.0      /* height of the base of a point */
#define MIN_BASE 2.0  /* width of a base that is drawn */
#define SOFT_BASE 4.0 /* what a base that is not sure has at each side of the symbol: the gap before the name */
#define MIN_HALF 3.0  /* height of what a thing is before and after its life */
#define NARROW 0.5    /* half height of an arrow head, of its bar's height, beyond the bar */

static const AtlasTimelineEnd no_end = { ATLAS_TIMELINE_EDGE_OPEN, 0.0 };

static AtlasTimelinePen
create_pen (AtlasTimelinePainter     *self,
            cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            AtlasKind                 kind,
            AtlasStatus               status,
            double                    strength)
{
  AtlasMapStyle    style = atlas_map_style_get (kind, status, ATLAS_MAP_VARIANT_NONE);
  AtlasTimelinePen pen = { cr, frame, atlas_timeline_inks_get (frame->palette), self->sprites, 0, strength };

  pen.ink = atlas_map_inks_get (frame->palette)->roles[style.role];

  return pen;
}

static double
get_x (const AtlasTimelineFrame *frame,
       double                    day)
{
  return atlas_timeline_snap (atlas_time_scale_get_x (&frame->view.scale, day));
}

/* Some days of an entry's row. */
static cairo_rectangle_t
get_segment (const AtlasTimelineFrame *frame,
             const AtlasTimelineEntry *entry,
             cairo_rectangle_t         box,
             AtlasTimeSpan             span)
{
  double x0 = get_x (frame, MAX (span.begin, entry->known.begin));
  double x1 = get_x (frame, MIN (span.end, entry->known.end));

  return (cairo_rectangle_t){ x0, atlas_timeline_snap (box.y), MAX (x1 - x0, 1.0), atlas_timeline_snap (box.height) };
}

static AtlasTimelineEnd
get_end (const AtlasTimelineFrame *frame,
         AtlasTimelineEdge         edge,
         int                       days)
{
  return (AtlasTimelineEnd){ edge, MAX (days, 0) * frame->view.scale.px_per_day };
}

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

/* How long the date itself is: none of an end that is open or not known, whose days go on for ever. */
static int
get_n_days (const AtlasEdtfDate *date)
{
  return date->bound == ATLAS_EDTF_OPEN || date->bound == ATLAS_EDTF_UNKNOWN ? 0 : date->span.end - date->span.begin;
}

/* What is known of one stretch of a bar. */
typedef struct
{
  AtlasTimeSpan     span;
  AtlasTimelineFill fill;
  AtlasTimelineEnd  left;
  AtlasTimelineEnd  right;
  gboolean          half; /* before or after its life: planned, being built */
} Stretch;

/* What lies beyond today is told apart, whatever it is. */
static void
paint_stretch (const AtlasTimelinePen   *pen,
               const AtlasTimelineEntry *entry,
               cairo_rectangle_t         box,
               const Stretch            *stretch)
{
  int           today = pen->frame->today + 1;
  AtlasTimeSpan parts[] = { { stretch->span.begin, MIN (stretch->span.end, today) }, { MAX (stretch->span.begin, today), stretch->span.end } };
  gboolean      is_whole = atlas_time_span_is_empty (parts[0]) || atlas_time_span_is_empty (parts[1]);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      cairo_rectangle_t segment;

      if (atlas_time_span_is_empty (parts[i]) || parts[i].begin >= entry->known.end || parts[i].end <= entry->known.begin)
        continue;

      segment = get_segment (pen->frame, entry, box, parts[i]);
      if (stretch->half)
        {
          double height = MAX (ceil (segment.height / 2.0), MIN_HALF);

          segment.y += floor ((segment.height - height) / 2.0);
          segment.height = height;
        }
      atlas_timeline_pen_fill (pen, i == 0 ? stretch->fill : ATLAS_TIMELINE_FILL_NOT_YET, segment, is_whole || i == 0 ? stretch->left : no_end,
                               is_whole || i == 1 ? stretch->right : no_end);
    }
}

/* Where one phase follows another only what is not sure is drawn; elsewhere the colours tell where they meet. */
static AtlasTimelineEnd
get_inner_end (AtlasTimelineEnd end)
{
  return end.edge == ATLAS_TIMELINE_EDGE_SOFT || end.edge == ATLAS_TIMELINE_EDGE_HATCHED ? end : no_end;
}

static void
paint_phase (AtlasTimelinePainter     *self,
             cairo_t                  *cr,
             const AtlasTimelineFrame *frame,
             const AtlasTimelineMark  *mark,
             guint                     index)
{
  const AtlasTimelineEntry *entry = mark->entry;
  GPtrArray                *phases = atlas_item_get_phases (entry->item);
  const AtlasPhase         *phase = g_ptr_array_index (phases, index);
  const AtlasPhase         *before = index > 0 ? g_ptr_array_index (phases, index - 1) : NULL;
  const AtlasPhase         *after = index + 1 < phases->len ? g_ptr_array_index (phases, index + 1) : NULL;
  const AtlasEdtf          *edtf = &phase->when.edtf;
  AtlasTimelinePen          pen = create_pen (self, cr, frame, atlas_item_get_kind (entry->item), phase->status, mark->strength);
  AtlasTimelineEnd          left = get_end (frame, get_edge (&edtf->start), get_n_days (&edtf->start));
  AtlasTimelineEnd          right = get_end (frame, get_edge (&edtf->end), get_n_days (&edtf->end));
  AtlasTimeSpan             parts[] = { { phase->span.begin, MIN (phase->span.end, entry->life.begin) },
                                        atlas_time_span_intersect (phase->span, entry->life),
                                        { MAX (phase->span.begin, entry->life.end), phase->span.end } };

  if (before != NULL && before->span.end >= phase->span.begin)
    left = get_inner_end (left);
  if (after != NULL && after->span.begin <= phase->span.end)
    right = no_end;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      Stretch stretch = { parts[i], atlas_timeline_fill_get (phase->status), no_end, no_end, i != 1 && phase->status != ATLAS_STATUS_CLOSED };

      if (atlas_time_span_is_empty (parts[i]))
        continue;

      if (parts[i].begin == phase->span.begin)
        stretch.left = left;
      if (parts[i].end == phase->span.end)
        stretch.right = right;
      paint_stretch (&pen, entry, mark->box, &stretch);
    }
}

/* The parts of its life that no phase tells of. */
static void
paint_rest (const AtlasTimelinePen   *pen,
            const AtlasTimelineEntry *entry,
            cairo_rectangle_t         box)
{
  GPtrArray       *phases = atlas_item_get_phases (entry->item);
  AtlasTimelineEnd left = get_end (pen->frame, entry->start, entry->certain.begin - entry->life.begin);
  AtlasTimelineEnd right = get_end (pen->frame, entry->stop, entry->life.end - entry->certain.end);
  int              day = entry->life.begin;

  for (guint i = 0; i <= phases->len; i++)
    {
      const AtlasPhase *phase = i < phases->len ? g_ptr_array_index (phases, i) : NULL;
      int               end = phase != NULL ? MIN (phase->span.begin, entry->life.end) : entry->life.end;
      Stretch           stretch = { { day, end }, ATLAS_TIMELINE_FILL_WASH, no_end, no_end, FALSE };

      if (end > day)
        {
          stretch.left = day == entry->life.begin ? left : no_end;
          stretch.right = end == entry->life.end ? right : no_end;
          paint_stretch (pen, entry, box, &stretch);
        }
      if (phase != NULL)
        day = MAX (day, phase->span.end);
    }
}

static void
paint_life (const AtlasTimelinePen   *pen,
            const AtlasTimelineEntry *entry,
            cairo_rectangle_t         box)
{
  gboolean nobody_knows = entry->start == ATLAS_TIMELINE_EDGE_UNKNOWN && entry->stop == ATLAS_TIMELINE_EDGE_UNKNOWN;
  Stretch  stretch = { entry->life, nobody_knows ? ATLAS_TIMELINE_FILL_DOTS : ATLAS_TIMELINE_FILL_TINT };

  if (atlas_item_get_kind (entry->item) == ATLAS_KIND_SCENARIO)
    stretch.fill = ATLAS_TIMELINE_FILL_SCENARIO;
  stretch.left = get_end (pen->frame, entry->start, entry->certain.begin - entry->life.begin);
  stretch.right = get_end (pen->frame, entry->stop, entry->life.end - entry->certain.end);
  paint_stretch (pen, entry, box, &stretch);
}

/* Full where it goes on as it is; an outline where it is only planned to. */
static void
paint_arrow (const AtlasTimelinePen *pen,
             cairo_rectangle_t       box,
             AtlasTimelineFill       fill)
{
  double x = atlas_timeline_snap (box.x + box.width) - ATLAS_TIMELINE_ARROW;
  double middle = atlas_timeline_snap (box.y) + atlas_timeline_snap (box.height) / 2.0;
  double reach = box.height * (0.5 + NARROW) / 2.0 + 1.5;

  if (x < -ATLAS_TIMELINE_ARROW || x > pen->frame->view.width)
    return;

  cairo_move_to (pen->cr, x, middle - reach);
  cairo_line_to (pen->cr, x + ATLAS_TIMELINE_ARROW - 0.5, middle);
  cairo_line_to (pen->cr, x, middle + reach);
  cairo_close_path (pen->cr);
  atlas_palette_set_source (pen->cr, (AtlasColor){ pen->ink, 1.0f }, 0.86 * pen->strength);
  if (fill == ATLAS_TIMELINE_FILL_SOLID || fill == ATLAS_TIMELINE_FILL_TINT)
    {
      cairo_fill (pen->cr);
      return;
    }
  cairo_set_line_width (pen->cr, 1.0);
  cairo_stroke (pen->cr);
}

static gboolean
is_sure (const AtlasTimelineEntry *entry)
{
  return entry->start != ATLAS_TIMELINE_EDGE_SOFT && entry->start != ATLAS_TIMELINE_EDGE_HATCHED && entry->start != ATLAS_TIMELINE_EDGE_UNKNOWN;
}

void
atlas_timeline_paint_symbol (AtlasTimelinePainter     *self,
                             cairo_t                  *cr,
                             const AtlasTimelineFrame *frame,
                             const AtlasTimelineEntry *entry,
                             double                    x,
                             double                    y,
                             double                    radius,
                             double                    strength)
{
  const AtlasMapInks *inks = atlas_map_inks_get (frame->palette);
  AtlasKind           kind = atlas_item_get_kind (entry->item);
  AtlasMapStyle       style = atlas_map_style_get (kind, ATLAS_STATUS_NONE, ATLAS_MAP_VARIANT_NONE);
  AtlasSymbolFill     fill = is_sure (entry) ? ATLAS_SYMBOL_SOLID : ATLAS_SYMBOL_OPEN;

  if (kind == ATLAS_KIND_SCENARIO)
    fill = ATLAS_SYMBOL_DOTTED;
  atlas_timeline_sprites_paint_symbol (self->sprites, cr, atlas_map_symbol_get (entry->item), fill, x, y, radius, inks->roles[style.role], inks->paper.rgb, strength);
}

/* The month or the year that it may be any day of, exactly so wide; of a day that takes more than a hair, that day. */
static void
paint_base (const AtlasTimelinePen   *pen,
            const AtlasTimelineEntry *entry,
            cairo_rectangle_t         base,
            double                    x,
            double                    radius)
{
  AtlasTimelineEnd end = { entry->start, 0.0 };

  if (entry->start == ATLAS_TIMELINE_EDGE_SOFT || entry->start == ATLAS_TIMELINE_EDGE_HATCHED)
    {
      double half = MAX (base.width / 2.0, floor (radius + SOFT_BASE));

      base.x = floor (x - half);
      base.width = 2.0 * half;
      end.width = half - 1.0;
    }
  if (base.width < MIN_BASE)
    return;

  if (entry->start == ATLAS_TIMELINE_EDGE_HATCHED)
    atlas_timeline_pen_fill_plain (pen, ATLAS_TIMELINE_FILL_DOUBT, base);
  else
    atlas_timeline_pen_fill (pen, ATLAS_TIMELINE_FILL_WASH, base, entry->start == ATLAS_TIMELINE_EDGE_BLOCK ? no_end : end, entry->start == ATLAS_TIMELINE_EDGE_BLOCK ? no_end : end);
}

/* A symbol on its day: on a stem where the day is a hair, else on a base as wide as what it may be any day of. */
static void
paint_point (AtlasTimelinePainter     *self,
             cairo_t                  *cr,
             const AtlasTimelineFrame *frame,
             const AtlasTimelineMark  *mark)
{
  const AtlasTimelineEntry *entry = mark->entry;
  AtlasTimelinePen          pen = create_pen (self, cr, frame, atlas_item_get_kind (entry->item), ATLAS_STATUS_NONE, mark->strength);
  double                    radius = atlas_timeline_layout_get_radius (frame->layout);
  double                    x = atlas_time_scale_get_x (&frame->view.scale, (entry->life.begin + (double) entry->life.end) / 2.0);
  double                    middle = mark->box.y + mark->box.height / 2.0;
  cairo_rectangle_t         base = get_segment (frame, entry, mark->box, entry->life);

  base.height = MIN (BASE, base.height);
  base.y = floor (middle) - floor (base.height / 2.0);
  if (entry->shape == ATLAS_TIMELINE_POINT)
    paint_base (&pen, entry, base, x, radius);
  if (entry->shape == ATLAS_TIMELINE_POINT && entry->start == ATLAS_TIMELINE_EDGE_CRISP && base.width < MIN_BASE && atlas_timeline_layout_is_open (frame->layout))
    atlas_timeline_pen_fill_plain (&pen, ATLAS_TIMELINE_FILL_SOLID, (cairo_rectangle_t){ floor (x), floor (middle), 1.0, ceil (atlas_timeline_layout_get_pitch (frame->layout) / 2.0) - 1.0 });

  atlas_timeline_paint_symbol (self, cr, frame, entry, x, middle, radius, mark->strength);
}

static void
paint_bar (AtlasTimelinePainter     *self,
           cairo_t                  *cr,
           const AtlasTimelineFrame *frame,
           const AtlasTimelineMark  *mark)
{
  const AtlasTimelineEntry *entry = mark->entry;
  GPtrArray                *phases = atlas_item_get_phases (entry->item);
  gboolean                  interval = entry->interval;
  AtlasStatus               last = phases->len == 0 ? ATLAS_STATUS_NONE : ((const AtlasPhase *) g_ptr_array_index (phases, phases->len - 1))->status;
  AtlasTimelinePen          pen = create_pen (self, cr, frame, atlas_item_get_kind (entry->item), last == ATLAS_STATUS_CLOSED ? ATLAS_STATUS_OPERATING : last, mark->strength);

  if (interval && phases->len == 0)
    paint_life (&pen, entry, mark->box);
  else if (interval)
    paint_rest (&pen, entry, mark->box);

  for (guint i = 0; i < phases->len; i++)
    paint_phase (self, cr, frame, mark, i);

  if (entry->goes_on)
    paint_arrow (&pen, mark->box, atlas_timeline_fill_get (last));
  if (!interval)
    paint_point (self, cr, frame, mark);
}

/* Its begin, and a line that leaves off: it lasts, but has no row for that. */
static void
paint_tail (AtlasTimelinePainter     *self,
            cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            const AtlasTimelineMark  *mark)
{
  static const struct
  {
    double x; /* px from the symbol on */
    double width;
    double strength;
  } strokes[] = { { 1.0, 4.0, 0.9 }, { 6.0, 3.0, 0.75 }, { 10.0, 2.0, 0.55 } };
  AtlasTimelinePen pen = create_pen (self, cr, frame, atlas_item_get_kind (mark->entry->item), ATLAS_STATUS_NONE, mark->strength);
  double           radius = atlas_timeline_layout_get_radius (frame->layout);
  double           x = floor (mark->box.x + radius);
  double           middle = floor (mark->box.y + mark->box.height / 2.0);

  for (guint i = 0; i < (mark->entry->tail == ATLAS_TIMELINE_TAIL_LONG ? G_N_ELEMENTS (strokes) : 1); i++)
    {
      AtlasTimelinePen pale = pen;

      pale.strength *= strokes[i].strength;
      atlas_timeline_pen_fill_plain (&pale, ATLAS_TIMELINE_FILL_SOLID, (cairo_rectangle_t){ x + radius + strokes[i].x, middle - 1.0, strokes[i].width, 2.0 });
    }
  atlas_timeline_paint_symbol (self, cr, frame, mark->entry, x, middle, radius, mark->strength);
}

void
atlas_timeline_paint_mark (AtlasTimelinePainter     *self,
                           cairo_t                  *cr,
                           const AtlasTimelineFrame *frame,
                           const AtlasTimelineMark  *mark)
{
  if (mark->entry->tail != ATLAS_TIMELINE_TAIL_NONE)
    paint_tail (self, cr, frame, mark);
  else if (mark->entry->shape == ATLAS_TIMELINE_BAR)
    paint_bar (self, cr, frame, mark);
  else if (mark->entry->shape == ATLAS_TIMELINE_POINT)
    paint_point (self, cr, frame, mark);
}
