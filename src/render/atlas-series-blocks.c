// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-series-painter-private.h"

#include <math.h>

#define WASH 0.20 /* strength of a block's ink */
#define LIT 0.44
#define HATCH 0.38
#define VALUE_SIZE 0.84 /* of the font of names */
/* px */
#define TEXT_GAP 1.0  /* between a value's number and the sides of its block */
#define VALUE_GAP 2.0 /* between two numbers */
#define OVERHANG 4.0  /* how far a number in its block may stand out of it */
#define HATCH_GAP 5.0
#define MIN_BLOCK 2.0 /* a value narrower than this is still seen */
#define FAR 50.0      /* how far out of the view things are drawn */

/* A value's block on whole px, cut a little outside of the view. */
cairo_rectangle_t
atlas_series_get_block (const AtlasSeriesPass  *pass,
                        const AtlasSeriesPoint *point)
{
  cairo_rectangle_t box = atlas_series_painter_get_box (pass->painter, pass->track, &pass->frame->view.scale, point);
  double            x0 = round (MAX (box.x, -FAR));
  double            x1 = round (MIN (box.x + box.width, pass->frame->view.width + FAR));
  double            y0 = round (box.y);
  double            y1 = round (box.y + box.height);

  return (cairo_rectangle_t){ x0, y0, MAX (x1 - x0, MIN_BLOCK), y1 - y0 };
}

void
atlas_series_set_ink (const AtlasSeriesPass *pass,
                      double                 alpha)
{
  atlas_palette_set_source (pass->cr, pass->ink, alpha);
}

void
atlas_series_fill (const AtlasSeriesPass *pass,
                   double                 x,
                   double                 y,
                   double                 width,
                   double                 height)
{
  cairo_rectangle (pass->cr, x, y, width, height);
  cairo_fill (pass->cr);
}

/* Strokes from foot to head of a block, which go on through all blocks and move with the days. */
static void
hatch_across (const AtlasSeriesPass *pass,
              cairo_rectangle_t      box,
              double                 slope)
{
  double origin = fmod (-pass->frame->view.scale.begin * pass->frame->view.scale.px_per_day, HATCH_GAP);
  double foot = pass->chart_y + pass->chart_height;
  double reach = box.height + (foot - box.y - box.height);

  for (double x = origin + floor ((box.x - reach - origin) / HATCH_GAP) * HATCH_GAP; x < box.x + box.width + reach; x += HATCH_GAP)
    {
      cairo_move_to (pass->cr, x, foot);
      cairo_line_to (pass->cr, x + slope * reach, foot - reach);
    }
  cairo_set_line_width (pass->cr, 0.8);
  cairo_stroke (pass->cr);
}

static void
hatch_level (const AtlasSeriesPass *pass,
             cairo_rectangle_t      box,
             gboolean               dotted)
{
  double dashes[] = { 1.0, HATCH_GAP - 2.0 };
  double foot = pass->chart_y + pass->chart_height;

  cairo_set_line_width (pass->cr, 1.0);
  for (double y = floor (foot) - 2.5; y > box.y + ATLAS_SERIES_EDGE; y -= HATCH_GAP - 1.0)
    {
      if (dotted)
        cairo_set_dash (pass->cr, dashes, 2, box.x - fmod (-pass->frame->view.scale.begin * pass->frame->view.scale.px_per_day, dashes[0] + dashes[1]));
      cairo_move_to (pass->cr, box.x, y);
      cairo_line_to (pass->cr, box.x + box.width, y);
      cairo_stroke (pass->cr);
    }
  cairo_set_dash (pass->cr, NULL, 0, 0.0);
}

static void
hatch_block (const AtlasSeriesPass *pass,
             cairo_rectangle_t      box)
{
  cairo_save (pass->cr);
  cairo_rectangle (pass->cr, box.x, box.y, box.width, box.height);
  cairo_clip (pass->cr);
  atlas_series_set_ink (pass, HATCH);

  switch (pass->hatch)
    {
    case ATLAS_SERIES_HATCH_RISING:
      hatch_across (pass, box, 1.0);
      break;
    case ATLAS_SERIES_HATCH_FALLING:
      hatch_across (pass, box, -1.0);
      break;
    case ATLAS_SERIES_HATCH_DOTS:
      hatch_level (pass, box, TRUE);
      break;
    case ATLAS_SERIES_HATCH_LEVEL:
      hatch_level (pass, box, FALSE);
      break;
    case ATLAS_SERIES_HATCH_NONE:
    case ATLAS_N_SERIES_HATCHES:
      break;
    }
  cairo_restore (pass->cr);
}

static gboolean
is_lit (const AtlasSeriesPass  *pass,
        const AtlasSeriesPoint *point)
{
  return point == pass->track->lit || point == pass->track->focused;
}

/* Px of the line on a value. */
static double
get_edge_y (const AtlasSeriesPoint *point,
            cairo_rectangle_t       box)
{
  return point->value < 0.0 ? box.y + box.height - ATLAS_SERIES_EDGE : box.y;
}

static void
paint_block (const AtlasSeriesPass  *pass,
             const AtlasSeriesPoint *point,
             const AtlasSeriesPoint *before,
             const AtlasSeriesPoint *after)
{
  cairo_rectangle_t box = atlas_series_get_block (pass, point);
  double            edge_y = get_edge_y (point, box);
  gboolean          met = before != NULL && before->when.end == point->when.begin;
  gboolean          goes_on = after != NULL && after->when.begin == point->when.end;

  atlas_series_set_ink (pass, is_lit (pass, point) ? LIT : WASH);
  atlas_series_fill (pass, box.x, box.y, box.width, box.height);
  if (pass->hatch != ATLAS_SERIES_HATCH_NONE)
    hatch_block (pass, box);

  /* The line along the values: it goes on where neighbours meet, and goes down where nothing is known. */
  atlas_series_set_ink (pass, 1.0);
  atlas_series_fill (pass, box.x, edge_y, box.width, ATLAS_SERIES_EDGE);
  if (met)
    {
      double other = get_edge_y (before, atlas_series_get_block (pass, before));

      atlas_series_fill (pass, box.x, MIN (edge_y, other), 1.0, fabs (edge_y - other) + ATLAS_SERIES_EDGE);
    }
  atlas_series_set_ink (pass, 0.55);
  if (!met)
    atlas_series_fill (pass, box.x, box.y, 1.0, box.height);
  if (!goes_on)
    atlas_series_fill (pass, box.x + box.width - 1.0, box.y, 1.0, box.height);
}

static PangoLayout *
shape_value (const AtlasSeriesPass  *pass,
             const AtlasSeriesPoint *point,
             int                    *width,
             int                    *height)
{
  g_autofree char *text = atlas_series_format_value (point->value);
  PangoLayout     *layout = atlas_timeline_painter_shape (pass->painter, text, VALUE_SIZE, is_lit (pass, point), 0);

  pango_layout_get_pixel_size (layout, width, height);

  return layout;
}

/* A number in its block, or over it where the block is low or narrow and its neighbours leave room. Returns the x up to which it stands. */
static double
paint_value (const AtlasSeriesPass  *pass,
             const AtlasSeriesPoint *point,
             const AtlasSeriesPoint *before,
             const AtlasSeriesPoint *after,
             double                  taken)
{
  cairo_rectangle_t box = atlas_series_get_block (pass, point);
  double            x0 = MAX (box.x, 0.0);
  double            x1 = MIN (box.x + box.width, pass->frame->view.width);
  double            least = taken;
  double            most = pass->frame->view.width;
  double            x, y;
  int               width, height;
  PangoLayout      *layout = NULL;

  if (x1 - x0 < 1.0)
    return taken;

  if (before != NULL)
    least = MAX (least, atlas_time_scale_get_x (&pass->frame->view.scale, before->when.end));
  if (after != NULL)
    most = MIN (most, atlas_time_scale_get_x (&pass->frame->view.scale, after->when.begin));
  if (most - least < 8.0) /* of no number */
    return taken;

  layout = shape_value (pass, point, &width, &height);
  least = MAX (least, 0.0);
  if (most - least < width + 2.0 * TEXT_GAP)
    return taken;

  x = CLAMP ((x0 + x1 - width) / 2.0, least + TEXT_GAP, most - width - TEXT_GAP);
  y = box.y + ATLAS_SERIES_EDGE + height / 2.0;
  if (box.height < height + ATLAS_SERIES_EDGE || x < box.x - OVERHANG || x + width > box.x + box.width + OVERHANG)
    y = box.y - height / 2.0;
  if (y - height / 2.0 < pass->chart_y - 0.3 * height) /* it would be read as part of the title */
    return taken;

  atlas_palette_set_source (pass->cr, pass->inks->text, 1.0);
  atlas_timeline_painter_show_text (pass->cr, layout, round (x), y);

  return x + width + VALUE_GAP;
}

typedef double (*PointFunc) (const AtlasSeriesPass  *pass,
                             const AtlasSeriesPoint *point,
                             const AtlasSeriesPoint *before,
                             const AtlasSeriesPoint *after,
                             double                  taken);

static double
paint_point (const AtlasSeriesPass  *pass,
             const AtlasSeriesPoint *point,
             const AtlasSeriesPoint *before,
             const AtlasSeriesPoint *after,
             double                  taken)
{
  double x = atlas_time_scale_get_x (&pass->frame->view.scale, point->when.end);

  /* Of many on one px one is seen: the lines of a frame are bounded by its width. */
  if (x < taken)
    return taken;

  paint_block (pass, point, before, after);

  return floor (x) + 1.0;
}

static void
foreach_point (const AtlasSeriesPass *pass,
               PointFunc              func)
{
  GArray       *points = pass->track->series->points;
  AtlasTimeSpan days = atlas_time_scale_get_range (&pass->frame->view.scale, pass->frame->view.width);
  double        taken = -FAR;

  for (guint i = atlas_series_get_first (pass->track->series, days.begin); i < points->len; i++)
    {
      const AtlasSeriesPoint *point = &g_array_index (points, AtlasSeriesPoint, i);

      if (point->when.begin >= days.end)
        break;
      taken = func (pass, point, i > 0 ? point - 1 : NULL, i + 1 < points->len ? point + 1 : NULL, taken);
    }
}

void
atlas_series_paint_blocks (const AtlasSeriesPass *pass)
{
  foreach_point (pass, paint_point);
}

void
atlas_series_paint_values (const AtlasSeriesPass *pass)
{
  foreach_point (pass, paint_value);
}
