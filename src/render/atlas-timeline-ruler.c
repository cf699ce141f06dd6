// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include <math.h>

/* px */
#define EDGE 4.0      /* between a label and the sides of the view */
#define GAP 8.0       /* between two labels */
#define MIN_BLOCK 2.0 /* a clock's unit narrower than this is a line */
#define MIDDLE 0.42   /* of labels, of the ruler's height */

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

/* Does it keep off what is placed already? */
static gboolean
has_room (const GArray *labels,
          double        x,
          double        width)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasTimelineRulerLabel *other = &g_array_index (labels, AtlasTimelineRulerLabel, i);

      if (x < other->x + other->width + GAP && other->x < x + width + GAP)
        return FALSE;
    }

  return TRUE;
}

/* A number of the ruler under a flag would be read as part of it. */
static gboolean
is_under_flag (const AtlasTimelineFlag flags[2],
               double                  x,
               double                  width)
{
  for (int i = 0; i < 2; i++)
    if (flags[i].width > 0.0 && x + width > flags[i].x - 2.0 && x < flags[i].x + flags[i].width + 2.0)
      return TRUE;

  return FALSE;
}

static double
measure (AtlasTimelinePainter *self,
         const char           *text,
         gboolean              bold)
{
  int width;

  pango_layout_get_pixel_size (atlas_timeline_painter_shape (self, text, 1.0, bold, 0), &width, NULL);

  return width;
}

/* The larger unit that the left side lies in. The next one pushes it out, and it is gone before it would be cut. */
static void
place_sticky (AtlasTimelinePainter     *self,
              const AtlasTimelineFrame *frame,
              GArray                   *ticks,
              const char               *sticky,
              double                    left,
              GArray                   *labels)
{
  AtlasTimelineRulerLabel label = { sticky, ATLAS_TIME_TICK_MAJOR, left, measure (self, sticky, TRUE), 1.0 };

  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);
      double               next = atlas_time_scale_get_x (&frame->view.scale, tick->day);

      if (tick->rank != ATLAS_TIME_TICK_MAJOR || next < 0.0)
        continue;

      /* The next one's name is about as wide, and stands on its tick. */
      label.x = MIN (label.x, MAX (next - label.width / 2.0, EDGE) - label.width - GAP);
      break;
    }
  label.strength = CLAMP (1.0 + (label.x - left) / EDGE, 0.0, 1.0);
  if (label.strength > 0.0)
    g_array_append_val (labels, label);
}

/* Labels stand over their ticks; at the sides of the view they are moved in, where that is far enough from the others. */
static void
place (AtlasTimelinePainter     *self,
       const AtlasTimelineFrame *frame,
       const AtlasTimeTick      *tick,
       gboolean                  moved,
       GArray                   *labels)
{
  AtlasTimelineRulerLabel label = { tick->label, tick->rank, 0.0, 0.0, 1.0 };
  double                  x = atlas_time_scale_get_x (&frame->view.scale, tick->day);
  double                  last;

  if (x < 0.0 || x > frame->view.width)
    return;

  label.width = measure (self, tick->label, tick->rank == ATLAS_TIME_TICK_MAJOR);
  last = frame->view.width - label.width - EDGE;
  label.x = x - label.width / 2.0;
  if ((label.x < EDGE || label.x > last) != moved || last < EDGE)
    return;

  label.x = CLAMP (label.x, EDGE, last);
  if (has_room (labels, label.x, label.width))
    g_array_append_val (labels, label);
}

GArray *
atlas_timeline_place_ruler_labels (AtlasTimelinePainter     *self,
                                   const AtlasTimelineFrame *frame,
                                   GArray                   *ticks,
                                   const char               *sticky,
                                   const AtlasTimelineFlag   flags[2])
{
  static const struct
  {
    AtlasTimeTickRank rank;
    gboolean          moved;
  } passes[] = {
    { ATLAS_TIME_TICK_MAJOR, FALSE },
    { ATLAS_TIME_TICK_MAJOR, TRUE }, /* before the numbers near it: the left side always says of which month or year they are */
    { ATLAS_TIME_TICK_MINOR, FALSE },
    { ATLAS_TIME_TICK_MINOR, TRUE },
  };
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineRulerLabel));
  double  left = EDGE;

  /* A flag that points to the left stays there. */
  for (int i = 0; i < 2; i++)
    if (flags[i].away < 0)
      left = MAX (left, flags[i].x + flags[i].width + GAP);

  if (sticky != NULL)
    place_sticky (self, frame, ticks, sticky, left, labels);
  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    for (guint i = 0; i < ticks->len; i++)
      {
        const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

        if (tick->label != NULL && tick->rank == passes[pass].rank)
          place (self, frame, tick, passes[pass].moved, labels);
      }

  return labels;
}

static void
paint_ticks (cairo_t                  *cr,
             const AtlasTimelineFrame *frame,
             GArray                   *ticks,
             double                    height)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

      atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->palette)->hairline, ranks[tick->rank].alpha);
      upright (cr, atlas_time_scale_get_x (&frame->view.scale, tick->day), height * (1.0 - ranks[tick->rank].height), height);
    }
}

static void
paint_labels (AtlasTimelinePainter     *self,
              cairo_t                  *cr,
              const AtlasTimelineFrame *frame,
              GArray                   *labels,
              const AtlasTimelineFlag   flags[2])
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  double                   middle = atlas_timeline_painter_get_ruler_height (self) * MIDDLE;

  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasTimelineRulerLabel *label = &g_array_index (labels, AtlasTimelineRulerLabel, i);
      gboolean                       major = label->rank == ATLAS_TIME_TICK_MAJOR;

      if (is_under_flag (flags, label->x, label->width))
        continue;

      atlas_palette_set_source (cr, major ? inks->text : inks->faint, label->strength);
      atlas_timeline_painter_show_text (cr, atlas_timeline_painter_shape (self, label->text, 1.0, major, 0), label->x, middle);
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
                AtlasTimeSpan             span,
                gboolean                  hollow)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  double                   x0 = atlas_time_scale_get_x (&frame->view.scale, span.begin);
  double                   x1 = atlas_time_scale_get_x (&frame->view.scale, span.end);
  gboolean                 is_block = x1 - x0 > MIN_BLOCK;

  if (atlas_time_span_is_empty (span) || x1 < 0.0 || x0 > frame->view.width)
    return;

  atlas_palette_set_source (cr, inks->clock, is_block && !hollow ? 0.16 : 0.0);
  cairo_rectangle (cr, x0, 0.0, x1 - x0, frame->view.height);
  cairo_fill (cr);
  atlas_palette_set_source (cr, inks->clock, is_block ? 0.55 : 0.9);
  upright (cr, frame->clock_mode == ATLAS_CLOCK_UP_TO ? x1 : x0, 0.0, frame->view.height);
  if (is_block && frame->clock_mode != ATLAS_CLOCK_UP_TO)
    upright (cr, x1, 0.0, frame->view.height);
}

void
atlas_timeline_paint_clock (cairo_t                  *cr,
                            const AtlasTimelineFrame *frame)
{
  double after;

  if (atlas_time_span_is_empty (frame->clock))
    return;

  after = MAX (atlas_time_scale_get_x (&frame->view.scale, frame->clock.end), 0.0);
  if (frame->clock_mode == ATLAS_CLOCK_UP_TO && after < frame->view.width)
    {
      atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->palette)->beyond, 1.0);
      cairo_rectangle (cr, after, 0.0, frame->view.width - after, frame->view.height);
      cairo_fill (cr);
    }

  paint_playhead (cr, frame, frame->comparison, TRUE);
  paint_playhead (cr, frame, frame->clock, FALSE);
}

void
atlas_timeline_painter_paint_ruler (AtlasTimelinePainter     *self,
                                    cairo_t                  *cr,
                                    const AtlasTimelineFrame *frame)
{
  g_autofree char *sticky = NULL;
  g_autoptr (GArray) ticks = NULL;
  g_autoptr (GArray) labels = NULL;
  double                   width = ATLAS_TIMELINE_GUTTER + frame->view.width;
  double                   height = atlas_timeline_painter_get_ruler_height (self);
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  AtlasTimelineFlag        flags[2];

  ticks = atlas_time_scale_get_ticks (&frame->view.scale, frame->view.width, self->digit_width, &sticky);
  atlas_timeline_painter_get_flags (self, frame, flags);
  labels = atlas_timeline_place_ruler_labels (self, frame, ticks, sticky, flags);

  cairo_save (cr);
  atlas_palette_set_source (cr, inks->ruler, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_fill (cr);
  cairo_rectangle (cr, ATLAS_TIMELINE_GUTTER, 0.0, frame->view.width, height);
  cairo_clip (cr);
  cairo_translate (cr, ATLAS_TIMELINE_GUTTER, 0.0);
  paint_ticks (cr, frame, ticks, height);
  paint_labels (self, cr, frame, labels, flags);
  atlas_timeline_paint_flags (self, cr, frame, flags);
  cairo_restore (cr);

  atlas_palette_set_source (cr, inks->hairline, 1.0);
  cairo_rectangle (cr, 0.0, height - 1.0, width, 1.0);
  cairo_fill (cr);
}
