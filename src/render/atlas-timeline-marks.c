// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include "atlas-map-symbol.h"

#include <math.h>

/* px */
#define STROKE_GAP 4.0    /* between the strokes of a hatch */
#define SOFT_EDGE 14.0    /* an approximate side takes at least so much */
#define FADE 44.0         /* so does one that nobody knows */
#define HATCHED_EDGE 9.0  /* and one that is uncertain */
#define OPEN_BASE 6.0     /* height of the base of a point */
#define MAX_WIDTH 20000.0 /* what is wider is cut, outside of the view */

/* What is drawn of one entry. */
typedef struct
{
  cairo_t                  *cr;
  const AtlasTimelineFrame *frame;
  const AtlasTimelineInks  *inks;
  AtlasColor                ink;
  double                    strength;
} Pen;

static Pen
create_pen (cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            AtlasKind                 kind,
            AtlasStatus               status,
            double                    strength)
{
  AtlasMapStyle style = atlas_map_style_get (kind, status, ATLAS_MAP_VARIANT_NONE);
  Pen           pen = { cr, frame, atlas_timeline_inks_get (frame->palette), { 0, 1.0f }, strength };

  pen.ink.rgb = atlas_map_inks_get (frame->palette)->roles[style.role];

  return pen;
}

static void
set_ink (const Pen *pen,
         double     alpha)
{
  atlas_palette_set_source (pen->cr, pen->ink, alpha * pen->strength);
}

static cairo_rectangle_t
cut (cairo_rectangle_t         box,
     const AtlasTimelineFrame *frame)
{
  double x0 = MAX (box.x, -MAX_WIDTH);
  double x1 = MIN (box.x + box.width, frame->view.width + MAX_WIDTH);

  box.x = x0;
  box.width = MAX (x1 - x0, 0.0);

  return box;
}

/* Strokes across a box that rise by @slope of its height; they are anchored to the days, and so do not swim while panning. */
static void
stroke_across (const Pen        *pen,
               cairo_rectangle_t box,
               double            slope,
               double            gap)
{
  double anchor = fmod (-pen->frame->view.scale.begin * pen->frame->view.scale.px_per_day, gap);
  double x = MAX (box.x, -gap) - box.height;
  double end = MIN (box.x + box.width, pen->frame->view.width + gap);

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, box.x, box.y, box.width, box.height);
  cairo_clip (pen->cr);
  for (x = floor ((x - anchor) / gap) * gap + anchor; x < end + box.height; x += gap)
    {
      cairo_move_to (pen->cr, x, box.y + box.height);
      cairo_line_to (pen->cr, x + slope * box.height, box.y);
    }
  cairo_set_line_width (pen->cr, 1.0);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

static void
outline (const Pen        *pen,
         cairo_rectangle_t box)
{
  if (box.width < 2.0)
    return;

  cairo_rectangle (pen->cr, box.x + 0.5, box.y + 0.5, box.width - 1.0, box.height - 1.0);
  cairo_set_line_width (pen->cr, 1.0);
  cairo_stroke (pen->cr);
}

static void
rails (const Pen        *pen,
       cairo_rectangle_t box)
{
  cairo_move_to (pen->cr, box.x, box.y + 0.5);
  cairo_line_to (pen->cr, box.x + box.width, box.y + 0.5);
  cairo_move_to (pen->cr, box.x, box.y + box.height - 0.5);
  cairo_line_to (pen->cr, box.x + box.width, box.y + box.height - 0.5);
  cairo_set_line_width (pen->cr, 1.0);
  cairo_stroke (pen->cr);
}

static void
fill_box (const Pen        *pen,
          cairo_rectangle_t box,
          double            alpha)
{
  set_ink (pen, alpha);
  cairo_rectangle (pen->cr, box.x, box.y, box.width, box.height);
  cairo_fill (pen->cr);
}

static void
fill_dots (const Pen        *pen,
           cairo_rectangle_t box)
{
  const double dots[] = { 1.5, 2.0 };

  fill_box (pen, box, 0.07);
  set_ink (pen, 0.85);
  cairo_set_dash (pen->cr, dots, 2, 0.0);
  rails (pen, box);
  cairo_set_dash (pen->cr, NULL, 0, 0.0);
}

static void
fill_segment (const Pen        *pen,
              AtlasTimelineFill fill,
              cairo_rectangle_t box)
{
  box = cut (box, pen->frame);
  if (box.width <= 0.0)
    return;

  switch (fill)
    {
    case ATLAS_TIMELINE_FILL_SOLID:
      fill_box (pen, box, 0.86);
      break;

    case ATLAS_TIMELINE_FILL_TINT:
      fill_box (pen, box, 0.42);
      set_ink (pen, 0.75);
      outline (pen, box);
      break;

    case ATLAS_TIMELINE_FILL_HATCH:
      fill_box (pen, box, 0.12);
      set_ink (pen, 0.80);
      stroke_across (pen, box, 1.0, STROKE_GAP);
      rails (pen, box);
      break;

    case ATLAS_TIMELINE_FILL_DOTS:
      fill_dots (pen, box);
      break;

    case ATLAS_TIMELINE_FILL_RUNGS:
      fill_box (pen, box, 0.10);
      set_ink (pen, 0.75);
      stroke_across (pen, box, 0.0, STROKE_GAP + 2.0);
      rails (pen, box);
      break;

    case ATLAS_TIMELINE_FILL_LINE:
      fill_box (pen, (cairo_rectangle_t){ box.x, floor (box.y + box.height / 2.0), box.width, 1.0 }, 0.8);
      break;
    }
}

/* Lightens a side: all of it where it is some day of a month or a year, to nothing where it is approximate or not known. */
static void
lighten (const Pen        *pen,
         AtlasTimelineEdge edge,
         cairo_rectangle_t box,
         gboolean          outwards_left)
{
  cairo_pattern_t *pattern = NULL;
  AtlasColor       ground = pen->inks->ground;
  double           r = (ground.rgb >> 16 & 255) / 255.0;
  double           g = (ground.rgb >> 8 & 255) / 255.0;
  double           b = (ground.rgb & 255) / 255.0;
  double           outer = outwards_left ? box.x : box.x + box.width;
  double           inner = outwards_left ? box.x + box.width : box.x;

  if (edge == ATLAS_TIMELINE_EDGE_BLOCK)
    {
      atlas_palette_set_source (pen->cr, ground, 0.50);
      cairo_rectangle (pen->cr, box.x, box.y + 1.0, box.width, box.height - 2.0);
      cairo_fill (pen->cr);
      return;
    }

  pattern = cairo_pattern_create_linear (outer, 0.0, inner, 0.0);
  cairo_pattern_add_color_stop_rgba (pattern, 0.0, r, g, b, 1.0);
  cairo_pattern_add_color_stop_rgba (pattern, 1.0, r, g, b, 0.0);
  cairo_set_source (pen->cr, pattern);
  cairo_rectangle (pen->cr, box.x - 1.0, box.y - 1.0, box.width + 1.0, box.height + 2.0);
  cairo_fill (pen->cr);
  cairo_pattern_destroy (pattern);
}

static void
paint_edge (const Pen        *pen,
            AtlasTimelineEdge edge,
            cairo_rectangle_t box,
            double            certain_x, /* how far in the side reaches by its dates */
            gboolean          left)
{
  static const double least[] = {
    [ATLAS_TIMELINE_EDGE_BLOCK] = 0.0,
    [ATLAS_TIMELINE_EDGE_SOFT] = SOFT_EDGE,
    [ATLAS_TIMELINE_EDGE_HATCHED] = HATCHED_EDGE,
    [ATLAS_TIMELINE_EDGE_OPEN] = 0.0,
    [ATLAS_TIMELINE_EDGE_UNKNOWN] = FADE,
  };
  cairo_rectangle_t side = box;
  double            width = left ? certain_x - box.x : box.x + box.width - certain_x;

  if (edge == ATLAS_TIMELINE_EDGE_CRISP || edge == ATLAS_TIMELINE_EDGE_OPEN)
    return;

  side.width = MIN (MAX (width, least[edge]), box.width);
  side.x = left ? box.x : box.x + box.width - side.width;
  if (side.width < 1.0)
    return;

  if (edge != ATLAS_TIMELINE_EDGE_HATCHED)
    {
      lighten (pen, edge, side, left);
      return;
    }

  lighten (pen, ATLAS_TIMELINE_EDGE_BLOCK, side, left);
  atlas_palette_set_source (pen->cr, pen->inks->ground, 1.0);
  stroke_across (pen, side, -1.0, STROKE_GAP - 1.0);
}

static void
paint_arrow (const Pen        *pen,
             cairo_rectangle_t box)
{
  double x = box.x + box.width;
  double y = box.y + box.height / 2.0;

  cairo_move_to (pen->cr, x, y - box.height / 2.0 - 1.0);
  cairo_line_to (pen->cr, x + ATLAS_TIMELINE_ARROW, y);
  cairo_line_to (pen->cr, x, y + box.height / 2.0 + 1.0);
  cairo_close_path (pen->cr);
  set_ink (pen, 0.86);
  cairo_fill (pen->cr);
}

static cairo_rectangle_t
get_segment (const AtlasTimelineFrame *frame,
             const AtlasTimelineEntry *entry,
             cairo_rectangle_t         box,
             AtlasTimeSpan             span)
{
  double x0 = atlas_time_scale_get_x (&frame->view.scale, MAX (span.begin, entry->known.begin));
  double x1 = atlas_time_scale_get_x (&frame->view.scale, MIN (span.end, entry->known.end));

  return (cairo_rectangle_t){ x0, box.y, MAX (x1 - x0, 1.0), box.height };
}

/* Before and after its life a thing is drawn at half its height: planned, being built. */
static void
paint_phase (cairo_t                  *cr,
             const AtlasTimelineFrame *frame,
             const AtlasTimelineEntry *entry,
             cairo_rectangle_t         box,
             const AtlasPhase         *phase,
             double                    strength)
{
  Pen           pen = create_pen (cr, frame, atlas_item_get_kind (entry->item), phase->status, strength);
  AtlasTimeSpan inside = atlas_time_span_intersect (phase->span, entry->life);
  AtlasTimeSpan parts[] = { { phase->span.begin, MIN (phase->span.end, entry->life.begin) },
                            inside,
                            { MAX (phase->span.begin, entry->life.end), phase->span.end } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      cairo_rectangle_t segment;

      if (atlas_time_span_is_empty (parts[i]) || parts[i].begin >= entry->known.end || parts[i].end <= entry->known.begin)
        continue;

      segment = get_segment (frame, entry, box, parts[i]);
      if (i != 1 && phase->status != ATLAS_STATUS_CLOSED)
        {
          segment.height = MAX (ceil (box.height / 2.0), 3.0);
          segment.y = box.y + floor ((box.height - segment.height) / 2.0);
        }
      fill_segment (&pen, atlas_timeline_fill_get (phase->status), segment);
    }
}

static void
paint_symbol (cairo_t                  *cr,
              const AtlasTimelineFrame *frame,
              const AtlasTimelineEntry *entry,
              cairo_rectangle_t         box,
              double                    strength)
{
  AtlasKind           kind = atlas_item_get_kind (entry->item);
  const AtlasMapInks *inks = atlas_map_inks_get (frame->palette);
  AtlasMapStyle       style = atlas_map_style_get (kind, ATLAS_STATUS_OPERATING, ATLAS_MAP_VARIANT_NONE);
  double              x = atlas_time_scale_get_x (&frame->view.scale, (entry->life.begin + (double) entry->life.end) / 2.0);

  atlas_symbol_paint (cr, atlas_map_symbol_get (entry->item), kind == ATLAS_KIND_SCENARIO ? ATLAS_SYMBOL_DOTTED : ATLAS_SYMBOL_SOLID, x, box.y + box.height / 2.0,
                      atlas_timeline_layout_get_radius (frame->layout), inks->roles[style.role], inks->paper.rgb, strength);
}

/* A scenario is not yet: strokes far apart in a dotted frame, never filled. */
static void
paint_not_yet (const Pen        *pen,
               cairo_rectangle_t box)
{
  const double dots[] = { 2.0, 2.0 };

  box = cut (box, pen->frame);
  fill_box (pen, box, 0.06);
  set_ink (pen, 0.40);
  stroke_across (pen, box, 1.0, 2.0 * STROKE_GAP);
  set_ink (pen, 0.85);
  cairo_set_dash (pen->cr, dots, 2, 0.0);
  outline (pen, box);
  cairo_set_dash (pen->cr, NULL, 0, 0.0);
}

/* A symbol on a base as wide as the month or the year that it may be any day of. */
static void
paint_point (cairo_t                  *cr,
             const AtlasTimelineFrame *frame,
             const AtlasTimelineEntry *entry,
             double                    strength)
{
  Pen               pen = create_pen (cr, frame, atlas_item_get_kind (entry->item), ATLAS_STATUS_NONE, strength);
  cairo_rectangle_t box = atlas_timeline_layout_get_box (frame->layout, &frame->view, entry);
  cairo_rectangle_t base = get_segment (frame, entry, box, entry->life);

  if (base.width >= 2.0)
    {
      base.height = MIN (OPEN_BASE, box.height);
      base.y = box.y + (box.height - base.height) / 2.0;
      fill_box (&pen, base, 0.30);
      if (entry->start == ATLAS_TIMELINE_EDGE_HATCHED || entry->start == ATLAS_TIMELINE_EDGE_SOFT)
        {
          paint_edge (&pen, entry->start, base, base.x + base.width / 2.0, TRUE);
          paint_edge (&pen, entry->start, base, base.x + base.width / 2.0, FALSE);
        }
    }

  paint_symbol (cr, frame, entry, box, strength);
}

static void
paint_bar (cairo_t                  *cr,
           const AtlasTimelineFrame *frame,
           const AtlasTimelineEntry *entry,
           double                    strength)
{
  AtlasKind         kind = atlas_item_get_kind (entry->item);
  GPtrArray        *phases = atlas_item_get_phases (entry->item);
  cairo_rectangle_t box = atlas_timeline_layout_get_box (frame->layout, &frame->view, entry);
  cairo_rectangle_t life = get_segment (frame, entry, box, entry->life);
  gboolean          interval = atlas_item_get_when (entry->item)->edtf.interval;
  gboolean          nobody_knows = entry->start == ATLAS_TIMELINE_EDGE_UNKNOWN && entry->stop == ATLAS_TIMELINE_EDGE_UNKNOWN;
  AtlasStatus       last = phases->len == 0 ? ATLAS_STATUS_NONE : ((const AtlasPhase *) g_ptr_array_index (phases, phases->len - 1))->status;
  Pen               pen = create_pen (cr, frame, kind, last == ATLAS_STATUS_CLOSED ? ATLAS_STATUS_OPERATING : last, strength);

  if (kind == ATLAS_KIND_SCENARIO)
    paint_not_yet (&pen, life);
  else if (interval && phases->len == 0)
    fill_segment (&pen, nobody_knows ? ATLAS_TIMELINE_FILL_DOTS : ATLAS_TIMELINE_FILL_TINT, life);
  else if (interval)
    fill_box (&pen, cut (life, frame), 0.16); /* the parts of its life that no phase tells of */

  for (guint i = 0; i < phases->len; i++)
    paint_phase (cr, frame, entry, box, g_ptr_array_index (phases, i), strength);

  if (interval)
    {
      paint_edge (&pen, entry->start, life, atlas_time_scale_get_x (&frame->view.scale, entry->certain.begin), TRUE);
      paint_edge (&pen, entry->stop, life, atlas_time_scale_get_x (&frame->view.scale, entry->certain.end), FALSE);
    }

  if (entry->goes_on)
    paint_arrow (&pen, (cairo_rectangle_t){ box.x, box.y, box.width - ATLAS_TIMELINE_ARROW, box.height });
  if (!interval)
    paint_point (cr, frame, entry, strength);
}

void
atlas_timeline_paint_mark (cairo_t                  *cr,
                           const AtlasTimelineFrame *frame,
                           const AtlasTimelineEntry *entry,
                           double                    strength)
{
  if (entry->shape == ATLAS_TIMELINE_BAR)
    paint_bar (cr, frame, entry, strength);
  else if (entry->shape == ATLAS_TIMELINE_POINT)
    paint_point (cr, frame, entry, strength);
}

/* A wash down its lane, full where the period is certain, and a heading with a rule at its begin. */
void
atlas_timeline_paint_band (cairo_t                  *cr,
                           const AtlasTimelineFrame *frame,
                           const AtlasTimelineEntry *entry,
                           double                    strength)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (frame->layout, entry->lane);
  cairo_rectangle_t        box = cut (atlas_timeline_layout_get_box (frame->layout, &frame->view, entry), frame);
  double                   foot = lane->y + lane->height - frame->view.top;
  double                   begin = atlas_time_scale_get_x (&frame->view.scale, entry->certain.begin);
  double                   soft = begin > box.x + 1.0 ? begin - box.x : 0.0;
  cairo_pattern_t         *pattern = cairo_pattern_create_linear (box.x, 0.0, box.x + MAX (soft, 0.01), 0.0);
  AtlasColor               band = inks->band;
  double                   r = (band.rgb >> 16 & 255) / 255.0;
  double                   g = (band.rgb >> 8 & 255) / 255.0;
  double                   b = (band.rgb & 255) / 255.0;

  cairo_pattern_add_color_stop_rgba (pattern, 0.0, r, g, b, soft > 0.0 ? 0.03 : 0.20 * strength);
  cairo_pattern_add_color_stop_rgba (pattern, 1.0, r, g, b, 0.20 * strength);
  cairo_set_source (cr, pattern);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);

  atlas_palette_set_source (cr, band, 0.045 * strength);
  cairo_rectangle (cr, begin, box.y + box.height, MAX (box.x + box.width - begin, 0.0), foot - box.y - box.height);
  cairo_fill (cr);

  atlas_palette_set_source (cr, band, 0.55 * strength);
  cairo_rectangle (cr, floor (box.x), box.y, 1.0, box.height);
  cairo_fill (cr);
  atlas_palette_set_source (cr, band, 0.16 * strength);
  cairo_rectangle (cr, floor (box.x), box.y + box.height, 1.0, foot - box.y - box.height);
  cairo_fill (cr);
}
