// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-density-painter.h"

#include "atlas-text-sink.h"
#include "atlas-timeline-painter-private.h"

#include <math.h>

/* px */
#define MIN_COLUMN 5.0
#define MIN_GAPPED 4.0 /* a column narrower than this touches the next */
#define USUAL_HEIGHT 22.0
#define HEADROOM 3.0
#define LEAST 1.0 /* what little there is can be seen */
#define HANDLE_WIDTH 9.0
#define HANDLE_ROOM 13.0 /* outwards from the edge; the hand needs more than the eye */
#define HANDLE_INSET 3.0
#define MIN_GRIP_ROOM 6.0
#define GRIP_WIDTH 30.0
#define GRIP_HEIGHT 7.0
#define FLAG_PADDING 6.0
#define FLAG_GAP 5.0

#define NOTHING 1e-6 /* what rounding may leave */
#define NOT_YET_STRENGTH 0.45
#define MAX_COLUMNS 8192 /* of a view that shows more time than anything needs */

/* clang-format off */
static const double unit_days[] = {
  [ATLAS_TIME_UNIT_DAY] = 1.0,      [ATLAS_TIME_UNIT_MONTH] = 30.437,    [ATLAS_TIME_UNIT_QUARTER] = 91.31,
  [ATLAS_TIME_UNIT_YEAR] = 365.2425, [ATLAS_TIME_UNIT_DECADE] = 3652.425, [ATLAS_TIME_UNIT_CENTURY] = 36524.25,
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (unit_days) == ATLAS_N_TIME_UNITS);

AtlasTimeUnit
atlas_density_get_unit (const AtlasTimeScale *scale)
{
  g_return_val_if_fail (scale != NULL, ATLAS_TIME_UNIT_YEAR);

  for (guint unit = 0; unit < ATLAS_N_TIME_UNITS; unit++)
    if (unit_days[unit] * scale->px_per_day >= MIN_COLUMN)
      return (AtlasTimeUnit) unit;

  return ATLAS_TIME_UNIT_CENTURY;
}

/* What the hand takes hold of grows with the strip, and so with the text. */
static double
scale (const AtlasTimelineView *view,
       double                   px)
{
  return round (px * CLAMP (view->height / USUAL_HEIGHT, 1.0, 1.6));
}

static double
get_x (const AtlasTimelineView *view,
       int                      day)
{
  return atlas_time_scale_get_x (&view->scale, day);
}

/* The root lets one thing in a year be seen beside fifty in another. */
static void
add_column (cairo_t                 *cr,
            const AtlasDensityFrame *frame,
            AtlasTimeSpan            span,
            double                   share)
{
  double room = frame->view.height - HEADROOM - 1.0;
  double height = MAX (round (room * sqrt (MIN (share, 1.0))), LEAST);
  double x0 = floor (get_x (&frame->view, span.begin));
  double x1 = MAX (floor (get_x (&frame->view, span.end)), x0 + 1.0);

  if (x1 - x0 >= MIN_GAPPED)
    x1 -= 1.0;
  cairo_rectangle (cr, x0, frame->view.height - 1.0 - height, x1 - x0, height);
}

/* Columns are units of the calendar, so they go with the days and never change as the view moves; and all of one unit are
 * drawn to the same measure, wherever one looks. */
static void
paint_columns (cairo_t                 *cr,
               const AtlasDensityFrame *frame)
{
  AtlasTimeUnit unit = atlas_density_get_unit (&frame->view.scale);
  double        peak = atlas_density_get_peak (frame->density, unit, NULL);
  double        last = CLAMP (ceil (atlas_time_scale_get_day (&frame->view.scale, frame->view.width)), G_MININT + 1.0, G_MAXINT - 1.0);
  AtlasTimeSpan extent = atlas_density_get_extent (frame->density);
  AtlasTimeSpan span = ATLAS_TIME_SPAN_NONE;
  double        before;

  if (peak <= NOTHING)
    return;

  for (int not_yet = 0; not_yet < 2; not_yet++)
    {
      span = atlas_time_unit_around (unit, (int) CLAMP (floor (frame->view.scale.begin), extent.begin, extent.end));
      before = atlas_density_get_before (frame->density, span.begin);
      for (guint i = 0; i < MAX_COLUMNS && span.begin < MIN (last, extent.end); i++)
        {
          double after = atlas_density_get_before (frame->density, span.end);

          if (after - before > NOTHING && (span.begin > frame->today) == not_yet)
            add_column (cr, frame, span, (after - before) / peak);
          before = after;
          span = atlas_time_unit_step (unit, span.begin, 1);
        }
      atlas_palette_set_source (cr, atlas_timeline_inks_get (frame->palette)->density, not_yet ? NOT_YET_STRENGTH : 1.0);
      cairo_fill (cr);
    }
}

static gboolean
has_window (const AtlasDensityFrame *frame)
{
  return !atlas_time_span_is_empty (frame->window);
}

/* An edge in px; an open one is far away. */
static double
get_edge (const AtlasTimelineView *view,
          AtlasTimeSpan            window,
          AtlasTimeBrushPart       part)
{
  return floor (get_x (view, part == ATLAS_TIME_BRUSH_BEGIN ? window.begin : window.end));
}

static gboolean
is_edge_in_view (const AtlasDensityFrame *frame,
                 AtlasTimeBrushPart       part)
{
  double edge = get_edge (&frame->view, frame->window, part);

  return edge >= 0.0 && edge <= frame->view.width;
}

void
atlas_density_paint_veil (cairo_t                 *cr,
                          const AtlasTimelineView *view,
                          AtlasPaletteId           palette,
                          AtlasTimeSpan            window)
{
  double x0, x1;

  g_return_if_fail (cr != NULL && view != NULL);

  if (atlas_time_span_is_empty (window))
    return;

  x0 = CLAMP (get_edge (view, window, ATLAS_TIME_BRUSH_BEGIN), 0.0, view->width);
  x1 = CLAMP (get_edge (view, window, ATLAS_TIME_BRUSH_END), 0.0, view->width);
  cairo_rectangle (cr, 0.0, 0.0, x0, view->height);
  cairo_rectangle (cr, x1, 0.0, view->width - x1, view->height);
  atlas_palette_set_source (cr, atlas_timeline_inks_get (palette)->veil, 1.0);
  cairo_fill (cr);
}

void
atlas_density_paint (cairo_t                 *cr,
                     const AtlasDensityFrame *frame)
{
  const AtlasTimelineInks *inks = NULL;

  g_return_if_fail (cr != NULL && frame != NULL);

  inks = atlas_timeline_inks_get (frame->palette);
  cairo_rectangle (cr, 0.0, 0.0, frame->view.width, frame->view.height);
  atlas_palette_set_source (cr, inks->ground, 1.0);
  cairo_fill (cr);

  if (frame->density != NULL)
    paint_columns (cr, frame);
  atlas_density_paint_veil (cr, &frame->view, frame->palette, frame->window);

  cairo_rectangle (cr, 0.0, frame->view.height - 1.0, frame->view.width, 1.0);
  atlas_palette_set_source (cr, inks->hairline, 1.0);
  cairo_fill (cr);
}

void
atlas_density_paint_gutter (cairo_t       *cr,
                            AtlasPaletteId palette,
                            double         width,
                            double         height)
{
  g_return_if_fail (cr != NULL);

  cairo_rectangle (cr, 0.0, 0.0, width, height);
  atlas_palette_set_source (cr, atlas_timeline_inks_get (palette)->ruler, 1.0);
  cairo_fill (cr);
  cairo_rectangle (cr, width - 1.0, 0.0, 1.0, height);
  cairo_rectangle (cr, 0.0, height - 1.0, width, 1.0);
  atlas_palette_set_source (cr, atlas_timeline_inks_get (palette)->hairline, 1.0);
  cairo_fill (cr);
}

cairo_rectangle_t
atlas_density_get_room (const AtlasTimelineView *view,
                        AtlasTimeSpan            window,
                        AtlasTimeBrushPart       part)
{
  cairo_rectangle_t room = { 0.0, 0.0, 0.0, 0.0 };
  double            x0, x1, middle, inset, reach;

  g_return_val_if_fail (view != NULL && (guint) part < ATLAS_N_TIME_BRUSH_PARTS, room);

  if (atlas_time_span_is_empty (window))
    return room;

  x0 = get_edge (view, window, ATLAS_TIME_BRUSH_BEGIN);
  x1 = get_edge (view, window, ATLAS_TIME_BRUSH_END);
  middle = (x0 + x1) / 2.0;
  /* The whole keeps some room where the window is narrow. */
  x0 = MIN (x0, floor (middle - MIN_GRIP_ROOM / 2.0));
  x1 = MAX (x1, ceil (middle + MIN_GRIP_ROOM / 2.0));

  room.height = view->height;
  if (part == ATLAS_TIME_BRUSH_WHOLE)
    {
      room.x = CLAMP (x0, 0.0, MAX (view->width - MIN_GRIP_ROOM, 0.0));
      room.width = MAX (MIN (x1, view->width) - room.x, MIN_GRIP_ROOM);
      return room;
    }

  inset = CLAMP (floor ((x1 - x0 - MIN_GRIP_ROOM) / 2.0), 0.0, HANDLE_INSET);
  reach = scale (view, HANDLE_ROOM);
  room.width = reach + inset;
  room.x = part == ATLAS_TIME_BRUSH_BEGIN ? x0 - reach : x1 - inset;
  room.x = CLAMP (room.x, -reach, view->width + reach - room.width);

  return room;
}

static void
trace_rounded (cairo_t *cr,
               double   x,
               double   y,
               double   width,
               double   height,
               double   radius,
               gboolean left,
               gboolean right)
{
  double l = left ? radius : 0.0;
  double r = right ? radius : 0.0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0.0, G_PI_2);
  cairo_arc (cr, x + l, y + height - l, l, G_PI_2, G_PI);
  cairo_arc (cr, x + l, y + l, l, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Round the part that has the focus, so that it is not told by a colour. */
static void
paint_ring (cairo_t                 *cr,
            const AtlasDensityFrame *frame,
            double                   x,
            double                   y,
            double                   width,
            double                   height)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);

  trace_rounded (cr, x - 1.5, y - 1.5, width + 3.0, height + 3.0, 4.0, TRUE, TRUE);
  atlas_palette_set_source (cr, inks->ground, 1.0);
  cairo_set_line_width (cr, 3.0);
  cairo_stroke_preserve (cr);
  atlas_palette_set_source (cr, inks->text, 1.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* A tab outside of the edge, with two grooves. */
static void
paint_handle (cairo_t                 *cr,
              const AtlasDensityFrame *frame,
              AtlasTimeBrushPart       part)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  gboolean                 begins = part == ATLAS_TIME_BRUSH_BEGIN;
  double                   edge = get_edge (&frame->view, frame->window, part);
  double                   width = scale (&frame->view, HANDLE_WIDTH) + ((frame->lit & 1u << part) != 0 ? 2.0 : 0.0);
  double                   x = begins ? edge - width : edge;
  double                   height = frame->view.height;

  if (!is_edge_in_view (frame, part))
    return;

  atlas_palette_set_source (cr, inks->window, 1.0);
  cairo_rectangle (cr, begins ? edge : edge - 1.0, 0.0, 1.0, height);
  cairo_fill (cr);
  trace_rounded (cr, x, 2.0, width, height - 4.0, 3.5, begins, !begins);
  cairo_fill (cr);

  atlas_palette_set_source (cr, inks->ground, 0.9);
  for (int groove = 0; groove < 2; groove++)
    cairo_rectangle (cr, floor (x + width / 2.0) - 2.0 + 3.0 * groove, floor (height / 2.0) - 3.0, 1.0, 6.0);
  cairo_fill (cr);

  if ((frame->focused & 1u << part) != 0)
    paint_ring (cr, frame, x, 2.0, width, height - 4.0);
}

/* The middle grip: three dots on a tab at the top, in the middle of what is in view of the window. */
static void
paint_grip (cairo_t                 *cr,
            const AtlasDensityFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  gboolean                 lit = (frame->lit & 1u << ATLAS_TIME_BRUSH_WHOLE) != 0;
  double                   x0 = MAX (get_edge (&frame->view, frame->window, ATLAS_TIME_BRUSH_BEGIN), -2.0);
  double                   x1 = MIN (get_edge (&frame->view, frame->window, ATLAS_TIME_BRUSH_END), frame->view.width + 2.0);
  double                   width = CLAMP (x1 - x0 - 6.0, 4.0, scale (&frame->view, GRIP_WIDTH) + (lit ? 6.0 : 0.0));
  double                   x = floor ((x0 + x1 - width) / 2.0);
  double                   height = scale (&frame->view, GRIP_HEIGHT);

  if (x1 <= x0)
    return;

  atlas_palette_set_source (cr, inks->window, lit ? 0.16 : 0.09);
  cairo_rectangle (cr, x0, 0.0, x1 - x0, frame->view.height - 1.0);
  cairo_fill (cr);

  atlas_palette_set_source (cr, inks->window, 1.0);
  cairo_rectangle (cr, x0, 0.0, x1 - x0, 1.0);
  cairo_rectangle (cr, x0, frame->view.height - 1.0, x1 - x0, 1.0);
  cairo_fill (cr);
  trace_rounded (cr, x, 0.0, width, height, 3.0, TRUE, TRUE);
  cairo_rectangle (cr, x, 0.0, width, 3.0);
  cairo_fill (cr);

  atlas_palette_set_source (cr, inks->ground, 0.9);
  for (int dot = -1; dot <= 1 && width >= 16.0; dot++)
    cairo_rectangle (cr, floor (x + width / 2.0) - 1.0 + scale (&frame->view, 5.0) * dot, floor (height / 2.0), 2.0, 2.0);
  cairo_fill (cr);

  if ((frame->focused & 1u << ATLAS_TIME_BRUSH_WHOLE) != 0)
    paint_ring (cr, frame, x, 2.0, width, height - 2.0);
}

/* The flag of an edge that is out of view stands at the side, unless it would be in the way of the other. */
static gboolean
has_flag (const AtlasDensityFrame *frame,
          AtlasTimeBrushPart       part)
{
  AtlasTimeBrushPart other = part == ATLAS_TIME_BRUSH_BEGIN ? ATLAS_TIME_BRUSH_END : ATLAS_TIME_BRUSH_BEGIN;

  return frame->text != NULL && frame->texts[part] != NULL &&
         (is_edge_in_view (frame, part) || frame->texts[other] == NULL || !is_edge_in_view (frame, other));
}

/* Outside of the window where there is room, else inside. */
static void
paint_flag (cairo_t                 *cr,
            const AtlasDensityFrame *frame,
            AtlasTimeBrushPart       part)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  gboolean                 begins = part == ATLAS_TIME_BRUSH_BEGIN;
  double                   edge = CLAMP (get_edge (&frame->view, frame->window, part), 0.0, frame->view.width);
  double                   away = scale (&frame->view, HANDLE_WIDTH) + 2.0 + FLAG_GAP;
  double                   x;
  int                      width, height;

  pango_layout_set_text (frame->text, frame->texts[part], -1);
  pango_layout_get_pixel_size (frame->text, &width, &height);
  width += (int) (2.0 * FLAG_PADDING);

  x = begins ? edge - away - width : edge + away;
  if (x < 0.0 || x + width > frame->view.width)
    x = begins ? edge + FLAG_GAP : edge - FLAG_GAP - width;
  x = floor (x);

  trace_rounded (cr, x, 1.0, width, frame->view.height - 2.0, 3.5, TRUE, TRUE);
  atlas_palette_set_source (cr, inks->ground, 1.0);
  cairo_fill_preserve (cr);
  atlas_palette_set_source (cr, inks->window, 1.0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  atlas_palette_set_source (cr, inks->text, 1.0);
  cairo_move_to (cr, x + FLAG_PADDING, floor ((frame->view.height - height) / 2.0));
  atlas_text_show (cr, frame->text);
}

void
atlas_density_paint_window (cairo_t                 *cr,
                            const AtlasDensityFrame *frame)
{
  g_return_if_fail (cr != NULL && frame != NULL);

  if (!has_window (frame))
    return;

  paint_grip (cr, frame);
  paint_handle (cr, frame, ATLAS_TIME_BRUSH_BEGIN);
  paint_handle (cr, frame, ATLAS_TIME_BRUSH_END);
  for (guint part = 0; part < G_N_ELEMENTS (frame->texts); part++)
    if (has_flag (frame, (AtlasTimeBrushPart) part))
      paint_flag (cr, frame, (AtlasTimeBrushPart) part);
}
