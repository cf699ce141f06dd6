// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include <math.h>

/* px */
#define FLAG_PADDING 6.0
#define STICKY_X 4.0
#define STICKY_GAP 8.0
#define FLAG_GAP 3.0
#define MIN_BLOCK 2.0 /* a clock's unit narrower than this is a line */

static const struct
{
  double height; /* of the tick, of the ruler's */
  double alpha;
} ranks[] = {
  [ATLAS_TIME_TICK_SUB] = { 0.14, 0.6 },
  [ATLAS_TIME_TICK_MINOR] = { 0.24, 0.9 },
  [ATLAS_TIME_TICK_MAJOR] = { 0.36, 1.0 },
};

static void
upright (cairo_t *cr,
         double   x,
         double   y0,
         double   y1)
{
  cairo_rectangle (cr, floor (x), y0, 1.0, y1 - y0);
  cairo_fill (cr);
}

void
atlas_timeline_paint_grid (cairo_t                  *cr,
                           const AtlasTimelineFrame *frame,
                           GArray                   *ticks)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);

  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

      if (tick->rank == ATLAS_TIME_TICK_SUB)
        continue;

      atlas_palette_set_source (cr, tick->rank == ATLAS_TIME_TICK_MAJOR ? inks->grid_major : inks->grid_minor, 1.0);
      upright (cr, atlas_time_scale_get_x (&frame->view.scale, tick->day), 0.0, frame->view.height);
    }
}

/* One of the dates that stand on the ruler: the clock's, or hollow the one that it is compared with. */
typedef struct
{
  AtlasTimeSpan span;
  const char   *text;
  double        x0, x1; /* px */
  gboolean      hollow;
} Playhead;

static Playhead
get_playhead (const AtlasTimelineFrame *frame,
              gboolean                  hollow)
{
  Playhead playhead = { hollow ? frame->comparison : frame->clock, hollow ? frame->comparison_text : frame->clock_text };

  playhead.hollow = hollow;
  playhead.x0 = atlas_time_scale_get_x (&frame->view.scale, playhead.span.begin);
  playhead.x1 = atlas_time_scale_get_x (&frame->view.scale, playhead.span.end);

  return playhead;
}

/* Where a flag stands by itself: over the date's middle, kept in view. FALSE: there is none. */
static gboolean
measure_flag (AtlasTimelinePainter     *self,
              const AtlasTimelineFrame *frame,
              const Playhead           *playhead,
              double                   *x,
              double                   *width)
{
  double middle = (playhead->x0 + playhead->x1) / 2.0;
  int    text_width;

  if (atlas_time_span_is_empty (playhead->span) || playhead->text == NULL || middle < -1.0 || middle > frame->view.width + 1.0)
    return FALSE;

  pango_layout_get_pixel_size (atlas_timeline_painter_shape (self, playhead->text, 1.0, TRUE, 0), &text_width, NULL);
  *width = text_width + 2.0 * FLAG_PADDING;
  *x = floor (CLAMP (middle - *width / 2.0, 0.0, MAX (frame->view.width - *width, 0.0)));

  return TRUE;
}

/* Where the flags stand; a width of 0: there is none. */
typedef struct
{
  double x[2];
  double width[2];
} Flags;

/* The clock's goes first: the other stands beside it where they would meet. */
static Flags
get_flags (AtlasTimelinePainter     *self,
           const AtlasTimelineFrame *frame)
{
  Flags flags = { { 0.0 }, { 0.0 } };

  for (int hollow = 0; hollow < 2; hollow++)
    {
      Playhead playhead = get_playhead (frame, hollow);

      measure_flag (self, frame, &playhead, &flags.x[hollow], &flags.width[hollow]);
    }

  if (flags.width[0] > 0.0 && flags.width[1] > 0.0 && flags.x[1] < flags.x[0] + flags.width[0] + FLAG_GAP &&
      flags.x[0] < flags.x[1] + flags.width[1] + FLAG_GAP)
    {
      double   before = flags.x[0] - flags.width[1] - FLAG_GAP;
      double   after = flags.x[0] + flags.width[0] + FLAG_GAP;
      gboolean is_before = frame->comparison.begin < frame->clock.begin;

      if (before < 0.0 || (!is_before && after + flags.width[1] <= frame->view.width))
        flags.x[1] = after;
      else
        flags.x[1] = before;
    }

  return flags;
}

/* A number of the ruler under a flag would be read as part of it. */
static gboolean
is_under_flag (const Flags *flags,
               double       x,
               double       width)
{
  for (int i = 0; i < 2; i++)
    if (flags->width[i] > 0.0 && x + width > flags->x[i] - 2.0 && x < flags->x[i] + flags->width[i] + 2.0)
      return TRUE;

  return FALSE;
}

/* The larger unit that the left side lies in, pushed out by the next one. Returns the x up to which it stands. */
static double
paint_sticky (AtlasTimelinePainter     *self,
              cairo_t                  *cr,
              const AtlasTimelineFrame *frame,
              GArray                   *ticks,
              const char               *sticky,
              double                    middle)
{
  PangoLayout *layout = atlas_timeline_painter_shape (self, sticky, 1.0, TRUE, 0);
  double       x = STICKY_X;
  int          width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);
      double               next = atlas_time_scale_get_x (&frame->view.scale, tick->day);

      /* The next one's name is as wide, and stands on its tick. */
      if (tick->rank == ATLAS_TIME_TICK_MAJOR && next > STICKY_X + width / 2.0)
        {
          x = MIN (x, next - 1.5 * width - STICKY_GAP);
          break;
        }
    }

  atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->palette)->text, 1.0);
  atlas_timeline_painter_show_text (cr, layout, x, middle);

  return x + width + STICKY_GAP;
}

/* Over its tick, but whole as long as the tick is in view. */
static double
get_label_x (double tick_x,
             double width,
             double view_width)
{
  double x = tick_x - width / 2.0;

  if (tick_x < 0.0)
    return STICKY_X + 2.0 * tick_x; /* and then it leaves soon */
  if (x < STICKY_X)
    return STICKY_X;

  return MAX (MIN (x, view_width - width - STICKY_X), STICKY_X);
}

void
atlas_timeline_paint_ruler (AtlasTimelinePainter     *self,
                            cairo_t                  *cr,
                            const AtlasTimelineFrame *frame,
                            GArray                   *ticks,
                            const char               *sticky)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  double                   height = atlas_timeline_painter_get_ruler_height (self);
  double                   middle = height * 0.42;
  Flags                    flags = get_flags (self, frame);
  double                   taken = sticky != NULL ? paint_sticky (self, cr, frame, ticks, sticky, middle) : -1e9;

  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);
      gboolean             major = tick->rank == ATLAS_TIME_TICK_MAJOR;
      double               x = atlas_time_scale_get_x (&frame->view.scale, tick->day);
      PangoLayout         *layout = NULL;
      int                  width;

      atlas_palette_set_source (cr, inks->hairline, ranks[tick->rank].alpha);
      upright (cr, x, height * (1.0 - ranks[tick->rank].height), height);
      if (tick->label == NULL)
        continue;

      layout = atlas_timeline_painter_shape (self, tick->label, 1.0, major, 0);
      pango_layout_get_pixel_size (layout, &width, NULL);
      x = get_label_x (x, width, frame->view.width);
      if (x < taken || is_under_flag (&flags, x, width))
        continue;

      atlas_palette_set_source (cr, major ? inks->text : inks->faint, 1.0);
      atlas_timeline_painter_show_text (cr, layout, x, middle);
    }
}

void
atlas_timeline_paint_today (cairo_t                  *cr,
                            const AtlasTimelineFrame *frame)
{
  const double dashes[] = { 3.0, 3.0 };
  double       x = floor (atlas_time_scale_get_x (&frame->view.scale, frame->today)) + 0.5;

  atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->palette)->today, 1.0);
  cairo_set_dash (cr, dashes, 2, fmod (frame->view.top, 6.0));
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, x, 0.0);
  cairo_line_to (cr, x, frame->view.height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

static void
paint_playhead (cairo_t                  *cr,
                const AtlasTimelineFrame *frame,
                const Playhead           *playhead)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  gboolean                 is_block = playhead->x1 - playhead->x0 > MIN_BLOCK;

  if (atlas_time_span_is_empty (playhead->span))
    return;

  atlas_palette_set_source (cr, inks->clock, is_block && !playhead->hollow ? 0.16 : 0.0);
  cairo_rectangle (cr, playhead->x0, 0.0, playhead->x1 - playhead->x0, frame->view.height);
  cairo_fill (cr);
  atlas_palette_set_source (cr, inks->clock, is_block ? 0.55 : 0.9);
  upright (cr, frame->clock_mode == ATLAS_CLOCK_UP_TO ? playhead->x1 : playhead->x0, 0.0, frame->view.height);
  if (is_block && frame->clock_mode != ATLAS_CLOCK_UP_TO)
    upright (cr, playhead->x1, 0.0, frame->view.height);
}

void
atlas_timeline_paint_clock (cairo_t                  *cr,
                            const AtlasTimelineFrame *frame)
{
  Playhead clock = get_playhead (frame, FALSE);
  Playhead comparison = get_playhead (frame, TRUE);

  if (atlas_time_span_is_empty (clock.span))
    return;

  if (frame->clock_mode == ATLAS_CLOCK_UP_TO && clock.x1 < frame->view.width)
    {
      atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->palette)->beyond, 1.0);
      cairo_rectangle (cr, MAX (clock.x1, 0.0), 0.0, frame->view.width - MAX (clock.x1, 0.0), frame->view.height);
      cairo_fill (cr);
    }

  paint_playhead (cr, frame, &comparison);
  paint_playhead (cr, frame, &clock);
}

static void
trace_flag (cairo_t *cr,
            double   x,
            double   width,
            double   height,
            double   middle,
            double   foot)
{
  double near = CLAMP (middle - 5.0, x, x + width);
  double far = CLAMP (middle + 5.0, x, x + width);

  cairo_new_path (cr);
  cairo_move_to (cr, x, 2.0);
  cairo_line_to (cr, x + width, 2.0);
  cairo_line_to (cr, x + width, height + 2.0);
  cairo_line_to (cr, far, height + 2.0);
  cairo_line_to (cr, middle, foot);
  cairo_line_to (cr, near, height + 2.0);
  cairo_line_to (cr, x, height + 2.0);
  cairo_close_path (cr);
}

/* The grip stands on the date's middle; the flag with the date is kept in view beside it. */
static void
paint_flag (AtlasTimelinePainter     *self,
            cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            const Playhead           *playhead,
            double                    x,
            double                    width)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  double                   ruler = atlas_timeline_painter_get_ruler_height (self);
  double                   height = atlas_timeline_painter_get_line_height (self) + 1.0;
  double                   inset = playhead->hollow ? 0.75 : 0.0;
  PangoLayout             *layout = NULL;

  if (width <= 0.0)
    return;

  layout = atlas_timeline_painter_shape (self, playhead->text, 1.0, TRUE, 0);
  trace_flag (cr, x + inset, width - 2.0 * inset, height - inset, (playhead->x0 + playhead->x1) / 2.0, ruler - inset);
  atlas_palette_set_source (cr, playhead->hollow ? inks->ruler : inks->clock, 1.0);
  cairo_fill_preserve (cr);
  atlas_palette_set_source (cr, inks->clock, playhead->hollow ? 1.0 : 0.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);

  atlas_palette_set_source (cr, playhead->hollow ? inks->clock : inks->clock_text, 1.0);
  atlas_timeline_painter_show_text (cr, layout, x + FLAG_PADDING, 2.0 + height / 2.0);
}

void
atlas_timeline_paint_flag (AtlasTimelinePainter     *self,
                           cairo_t                  *cr,
                           const AtlasTimelineFrame *frame)
{
  Flags flags = get_flags (self, frame);

  for (int hollow = 1; hollow >= 0; hollow--)
    {
      Playhead playhead = get_playhead (frame, hollow);

      paint_flag (self, cr, frame, &playhead, flags.x[hollow], flags.width[hollow]);
    }
}

void
atlas_timeline_painter_paint_ruler (AtlasTimelinePainter     *self,
                                    cairo_t                  *cr,
                                    const AtlasTimelineFrame *frame)
{
  g_autofree char *sticky = NULL;
  g_autoptr (GArray) ticks = NULL;
  double                   width = ATLAS_TIMELINE_GUTTER + frame->view.width;
  double                   height = atlas_timeline_painter_get_ruler_height (self);
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);

  ticks = atlas_time_scale_get_ticks (&frame->view.scale, frame->view.width, self->digit_width, &sticky);

  cairo_save (cr);
  atlas_palette_set_source (cr, inks->ruler, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_fill (cr);
  cairo_rectangle (cr, ATLAS_TIMELINE_GUTTER, 0.0, frame->view.width, height);
  cairo_clip (cr);
  cairo_translate (cr, ATLAS_TIMELINE_GUTTER, 0.0);
  atlas_timeline_paint_ruler (self, cr, frame, ticks, sticky);
  atlas_timeline_paint_flag (self, cr, frame);
  cairo_restore (cr);

  atlas_palette_set_source (cr, inks->hairline, 1.0);
  cairo_rectangle (cr, 0.0, height - 1.0, width, 1.0);
  cairo_fill (cr);
}
