// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

/* px */
#define PADDING 6.0
#define GAP 3.0
#define TOP 2.0
#define ARROW 8.0 /* at the side of a flag whose date is out of view */
#define GRIP 5.0

/* One of the dates that stand on the ruler: the clock's, or hollow the one that it is compared with. */
typedef struct
{
  AtlasTimeSpan span;
  const char   *text;
  double        middle; /* px, of what is in view of it */
  int           away;   /* -1: it is left of the view, 1: right */
  gboolean      hollow;
} Date;

static Date
get_date (const AtlasTimelineFrame *frame,
          gboolean                  hollow)
{
  Date   date = { hollow ? frame->comparison : frame->clock, hollow ? frame->comparison_text : frame->clock_text, 0.0, 0, hollow };
  double x0 = atlas_time_scale_get_x (&frame->view.scale, date.span.begin);
  double x1 = atlas_time_scale_get_x (&frame->view.scale, date.span.end);

  date.away = x1 <= 0.0 ? -1 : x0 >= frame->view.width;
  date.middle = (CLAMP (x0, 0.0, frame->view.width) + CLAMP (x1, 0.0, frame->view.width)) / 2.0;

  return date;
}

/* Where a flag stands by itself: over the date's middle, kept in view. FALSE: there is none. */
static gboolean
measure (AtlasTimelinePainter     *self,
         const AtlasTimelineFrame *frame,
         const Date               *date,
         AtlasTimelineFlag        *flag)
{
  int width;

  if (atlas_time_span_is_empty (date->span) || date->text == NULL)
    return FALSE;

  pango_layout_get_pixel_size (atlas_timeline_painter_shape (self, date->text, 1.0, TRUE, 0), &width, NULL);
  flag->away = date->away;
  flag->width = width + 2.0 * PADDING + (date->away != 0 ? ARROW : 0.0);
  flag->height = atlas_timeline_painter_get_line_height (self) + 1.0;
  flag->x = floor (CLAMP (date->middle - flag->width / 2.0, 0.0, MAX (frame->view.width - flag->width, 0.0)));

  return TRUE;
}

static gboolean
meet (const AtlasTimelineFlag *a,
      const AtlasTimelineFlag *b)
{
  return a->width > 0.0 && b->width > 0.0 && b->x < a->x + a->width + GAP && a->x < b->x + b->width + GAP;
}

/* The clock's goes first: the other stands beside it where they would meet. */
void
atlas_timeline_painter_get_flags (AtlasTimelinePainter     *self,
                                  const AtlasTimelineFrame *frame,
                                  AtlasTimelineFlag         flags[2])
{
  flags[0] = flags[1] = (AtlasTimelineFlag){ 0 };
  for (int hollow = 0; hollow < 2; hollow++)
    {
      Date date = get_date (frame, hollow);

      measure (self, frame, &date, &flags[hollow]);
    }

  if (meet (&flags[0], &flags[1]))
    {
      double   before = flags[0].x - flags[1].width - GAP;
      double   after = flags[0].x + flags[0].width + GAP;
      gboolean is_before = frame->comparison.begin < frame->clock.begin;

      if (before < 0.0 || (!is_before && after + flags[1].width <= frame->view.width))
        flags[1].x = after;
      else
        flags[1].x = before;
    }
}

/* A box with a grip on the date's middle, or a point towards where it is out of view. */
static void
trace (cairo_t                 *cr,
       const AtlasTimelineFlag *flag,
       const Date              *date,
       double                   inset,
       double                   foot)
{
  double x0 = flag->x + inset + (flag->away < 0 ? ARROW : 0.0);
  double x1 = flag->x + flag->width - inset - (flag->away > 0 ? ARROW : 0.0);
  double y0 = TOP;
  double y1 = TOP + flag->height - inset;

  cairo_new_path (cr);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y0);
  if (flag->away > 0)
    cairo_line_to (cr, x1 + ARROW, (y0 + y1) / 2.0);
  cairo_line_to (cr, x1, y1);
  if (flag->away == 0)
    {
      cairo_line_to (cr, CLAMP (date->middle + GRIP, x0, x1), y1);
      cairo_line_to (cr, date->middle, foot - inset);
      cairo_line_to (cr, CLAMP (date->middle - GRIP, x0, x1), y1);
    }
  cairo_line_to (cr, x0, y1);
  if (flag->away < 0)
    cairo_line_to (cr, x0 - ARROW, (y0 + y1) / 2.0);
  cairo_close_path (cr);
}

static void
paint (AtlasTimelinePainter     *self,
       cairo_t                  *cr,
       const AtlasTimelineFrame *frame,
       const AtlasTimelineFlag  *flag,
       const Date               *date)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);

  if (flag->width <= 0.0)
    return;

  trace (cr, flag, date, date->hollow ? 0.75 : 0.0, atlas_timeline_painter_get_ruler_height (self));
  atlas_palette_set_source (cr, date->hollow ? inks->ruler : inks->clock, 1.0);
  cairo_fill_preserve (cr);
  atlas_palette_set_source (cr, inks->clock, date->hollow ? 1.0 : 0.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);

  atlas_palette_set_source (cr, date->hollow ? inks->clock : inks->clock_text, 1.0);
  atlas_timeline_painter_show_text (cr, atlas_timeline_painter_shape (self, date->text, 1.0, TRUE, 0),
                                    flag->x + PADDING + (flag->away < 0 ? ARROW : 0.0), TOP + flag->height / 2.0);
}

void
atlas_timeline_paint_flags (AtlasTimelinePainter     *self,
                            cairo_t                  *cr,
                            const AtlasTimelineFrame *frame,
                            const AtlasTimelineFlag   flags[2])
{
  for (int hollow = 1; hollow >= 0; hollow--)
    {
      Date date = get_date (frame, hollow);

      paint (self, cr, frame, &flags[hollow], &date);
    }
}
