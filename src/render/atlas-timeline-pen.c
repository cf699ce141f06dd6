// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

/* px that an end takes at least, by how it is known */
static const double least[] = {
  [ATLAS_TIMELINE_EDGE_CRISP] = 0.0,
  [ATLAS_TIMELINE_EDGE_BLOCK] = 0.0,
  [ATLAS_TIMELINE_EDGE_SOFT] = 14.0,
  [ATLAS_TIMELINE_EDGE_HATCHED] = 10.0,
  [ATLAS_TIMELINE_EDGE_OPEN] = 0.0,
  [ATLAS_TIMELINE_EDGE_UNKNOWN] = 44.0,
};

/* What is wider is cut, outside of the view. */
#define MARGIN 100.0
#define MIN_BLOCK 2.0 /* px: of a month or a year, that it can be told from a day */
#define PALE 0.42     /* strength of what may be any day of it */

/* Where a fill begins with nothing, and where it is all there. */
typedef struct
{
  double from, to;
} Fade;

static cairo_pattern_t *
create_mask (const Fade *fade)
{
  cairo_pattern_t *mask = cairo_pattern_create_linear (fade->from, 0.0, fade->to, 0.0);

  cairo_pattern_add_color_stop_rgba (mask, 0.0, 0.0, 0.0, 0.0, 0.0);
  cairo_pattern_add_color_stop_rgba (mask, 1.0, 0.0, 0.0, 0.0, 1.0);

  return mask;
}

/* Tiles are anchored to the days, and so do not swim while panning. */
static double
get_tile_x (const AtlasTimelinePen *pen)
{
  const AtlasTimeScale *scale = &pen->frame->view.scale;

  return fmod (atlas_timeline_snap (-scale->begin * scale->px_per_day), ATLAS_TIMELINE_TILE);
}

static void
fill_with_shapes (const AtlasTimelinePen *pen,
                  AtlasTimelineFill       look,
                  cairo_rectangle_t       box,
                  const Fade             *fade)
{
  AtlasTimelineShapes shapes = { look, box, get_tile_x (pen), box.y, (int) box.height, pen->ink, pen->strength, FALSE, 0.0, 0.0 };

  if (fade != NULL)
    {
      shapes.fades = TRUE;
      shapes.from = fade->from;
      shapes.to = fade->to;
    }
  atlas_timeline_fill_paint_shapes (pen->cr, &shapes);
}

static void
fill_with_tiles (const AtlasTimelinePen *pen,
                 AtlasTimelineFill       look,
                 cairo_rectangle_t       box,
                 const Fade             *fade)
{
  double           wash = atlas_timeline_fill_get_wash (look);
  cairo_pattern_t *mask = NULL;

  if (wash > 0.0)
    {
      atlas_palette_set_source (pen->cr, (AtlasColor){ pen->ink, 1.0f }, wash * pen->strength);
    }
  else
    {
      cairo_pattern_t *tile = atlas_timeline_sprites_get_tile (pen->sprites, look, (int) box.height, pen->ink, pen->strength);
      cairo_matrix_t   matrix;

      cairo_matrix_init_translate (&matrix, -get_tile_x (pen), -box.y);
      cairo_pattern_set_matrix (tile, &matrix);
      cairo_set_source (pen->cr, tile);
    }
  cairo_rectangle (pen->cr, box.x, box.y, box.width, box.height);
  if (fade == NULL)
    {
      cairo_fill (pen->cr);
      return;
    }

  mask = create_mask (fade);
  cairo_save (pen->cr);
  cairo_clip (pen->cr);
  cairo_mask (pen->cr, mask);
  cairo_restore (pen->cr);
  cairo_pattern_destroy (mask);
}

static void
fill (const AtlasTimelinePen *pen,
      AtlasTimelineFill       look,
      cairo_rectangle_t       box,
      const Fade             *fade) /* (nullable) */
{
  double            x0 = MAX (box.x, -MARGIN);
  double            x1 = MIN (box.x + box.width, pen->frame->view.width + MARGIN);
  cairo_rectangle_t seen = { x0, box.y, x1 - x0, box.height };

  if (x1 <= x0 || box.height < 1.0)
    return;

  if (atlas_timeline_sprites_is_paper (pen->sprites))
    fill_with_shapes (pen, look, seen, fade);
  else
    fill_with_tiles (pen, look, seen, fade);
}

/* From nothing on the outside to all on the inside. */
static void
fill_soft (const AtlasTimelinePen *pen,
           AtlasTimelineFill       look,
           cairo_rectangle_t       box,
           gboolean                is_left)
{
  double left = box.x;
  double right = box.x + box.width;

  fill (pen, look, box, &(Fade){ is_left ? left : right, is_left ? right : left });
}

static void
fill_end (const AtlasTimelinePen *pen,
          AtlasTimelineFill       look,
          cairo_rectangle_t       box,
          AtlasTimelineEdge       edge,
          gboolean                is_left)
{
  AtlasTimelinePen pale = *pen;

  if (box.width < 1.0)
    return;

  pale.strength *= PALE;
  if (edge == ATLAS_TIMELINE_EDGE_BLOCK)
    fill (&pale, look, box, NULL);
  else if (edge == ATLAS_TIMELINE_EDGE_HATCHED)
    fill (pen, ATLAS_TIMELINE_FILL_DOUBT, box, NULL);
  else
    fill_soft (pen, look, box, is_left);
}

static double
get_width (AtlasTimelineEnd end)
{
  if (end.edge == ATLAS_TIMELINE_EDGE_CRISP || end.edge == ATLAS_TIMELINE_EDGE_OPEN || (end.edge == ATLAS_TIMELINE_EDGE_BLOCK && end.width < MIN_BLOCK))
    return 0.0;

  return atlas_timeline_snap (MAX (end.width, least[end.edge]));
}

void
atlas_timeline_pen_fill (const AtlasTimelinePen *pen,
                         AtlasTimelineFill       look,
                         cairo_rectangle_t       box,
                         AtlasTimelineEnd        left,
                         AtlasTimelineEnd        right)
{
  double before = get_width (left);
  double after = get_width (right);
  double shrink = MIN (box.width / MAX (before + after, 1.0), 1.0);

  before = floor (before * shrink);
  after = floor (after * shrink);
  fill_end (pen, look, (cairo_rectangle_t){ box.x, box.y, before, box.height }, left.edge, TRUE);
  fill (pen, look, (cairo_rectangle_t){ box.x + before, box.y, box.width - before - after, box.height }, NULL);
  fill_end (pen, look, (cairo_rectangle_t){ box.x + box.width - after, box.y, after, box.height }, right.edge, FALSE);

  /* A day is where it is: a stroke of full ink. */
  if (left.edge == ATLAS_TIMELINE_EDGE_CRISP && box.width >= 3.0)
    fill (pen, ATLAS_TIMELINE_FILL_SOLID, (cairo_rectangle_t){ box.x, box.y, 1.0, box.height }, NULL);
  if (right.edge == ATLAS_TIMELINE_EDGE_CRISP && box.width >= 3.0)
    fill (pen, ATLAS_TIMELINE_FILL_SOLID, (cairo_rectangle_t){ box.x + box.width - 1.0, box.y, 1.0, box.height }, NULL);
}

void
atlas_timeline_pen_fill_plain (const AtlasTimelinePen *pen,
                               AtlasTimelineFill       look,
                               cairo_rectangle_t       box)
{
  fill (pen, look, box, NULL);
}
