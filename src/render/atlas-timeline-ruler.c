// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include <math.h>

/* px */
#define FLAG_PADDING 6.0
#define STICKY_X 4.0
#define STICKY_GAP 8.0
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

static void
get_clock (const AtlasTimelineFrame *frame,
           double                   *x0,
           double                   *x1)
{
  *x0 = atlas_time_scale_get_x (&frame->view.scale, frame->clock.begin);
  *x1 = atlas_time_scale_get_x (&frame->view.scale, frame->clock.end);
}

static double
get_clock_middle (const AtlasTimelineFrame *frame)
{
  double x0, x1;

  get_clock (frame, &x0, &x1);

  return (x0 + x1) / 2.0;
}

/* Where the flag stands: over the clock's middle, kept in view. FALSE: there is none. */
static gboolean
get_flag (AtlasTimelinePainter     *self,
          const AtlasTimelineFrame *frame,
          double                   *x,
          double                   *width)
{
  double middle = get_clock_middle (frame);
  int    text_width;

  if (atlas_time_span_is_empty (frame->clock) || frame->clock_text == NULL || middle < -1.0 || middle > frame->view.width + 1.0)
    return FALSE;

  pango_layout_get_pixel_size (atlas_timeline_painter_shape (self, frame->clock_text, 1.0, TRUE, 0), &text_width, NULL);
  *width = text_width + 2.0 * FLAG_PADDING;
  *x = floor (CLAMP (middle - *width / 2.0, 0.0, MAX (frame->view.width - *width, 0.0)));

  return TRUE;
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
  double                   flag_x = 0.0;
  double                   flag_width = 0.0;
  gboolean                 has_flag = get_flag (self, frame, &flag_x, &flag_width);
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
      if (x < taken || (has_flag && x + width > flag_x - 2.0 && x < flag_x + flag_width + 2.0))
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
  double       x = floor (atlas_time_scale_get_x (&frame->view.scale, atlas_timeline_layout_get_today (frame->layout))) + 0.5;

  atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->palette)->today, 1.0);
  cairo_set_dash (cr, dashes, 2, fmod (frame->view.top, 6.0));
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, x, 0.0);
  cairo_line_to (cr, x, frame->view.height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

void
atlas_timeline_paint_clock (cairo_t                  *cr,
                            const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  double                   x0, x1;

  if (atlas_time_span_is_empty (frame->clock))
    return;

  get_clock (frame, &x0, &x1);
  if (frame->clock_mode == ATLAS_CLOCK_UP_TO && x1 < frame->view.width)
    {
      atlas_palette_set_source (cr, inks->beyond, 1.0);
      cairo_rectangle (cr, MAX (x1, 0.0), 0.0, frame->view.width - MAX (x1, 0.0), frame->view.height);
      cairo_fill (cr);
    }

  atlas_palette_set_source (cr, inks->clock, x1 - x0 > MIN_BLOCK ? 0.16 : 0.0);
  cairo_rectangle (cr, x0, 0.0, x1 - x0, frame->view.height);
  cairo_fill (cr);
  atlas_palette_set_source (cr, inks->clock, x1 - x0 > MIN_BLOCK ? 0.55 : 0.9);
  upright (cr, frame->clock_mode == ATLAS_CLOCK_UP_TO ? x1 : x0, 0.0, frame->view.height);
  if (x1 - x0 > MIN_BLOCK && frame->clock_mode != ATLAS_CLOCK_UP_TO)
    upright (cr, x1, 0.0, frame->view.height);
}

/* The grip stands on the clock's middle; the flag with the date is kept in view beside it. */
void
atlas_timeline_paint_flag (AtlasTimelinePainter     *self,
                           cairo_t                  *cr,
                           const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  double                   ruler = atlas_timeline_painter_get_ruler_height (self);
  double                   height = atlas_timeline_painter_get_line_height (self) + 1.0;
  PangoLayout             *layout = NULL;
  double                   middle, x, width;

  if (!get_flag (self, frame, &x, &width))
    return;

  layout = atlas_timeline_painter_shape (self, frame->clock_text, 1.0, TRUE, 0);
  middle = get_clock_middle (frame);
  atlas_palette_set_source (cr, inks->clock, 1.0);
  cairo_rectangle (cr, x, 2.0, width, height);
  cairo_fill (cr);
  cairo_move_to (cr, middle - 5.0, height + 2.0);
  cairo_line_to (cr, middle + 5.0, height + 2.0);
  cairo_line_to (cr, middle, ruler);
  cairo_close_path (cr);
  cairo_fill (cr);

  atlas_palette_set_source (cr, inks->clock_text, 1.0);
  atlas_timeline_painter_show_text (cr, layout, x + FLAG_PADDING, 2.0 + height / 2.0);
}
