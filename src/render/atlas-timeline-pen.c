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

static void
fill (const AtlasTimelinePen *pen,
      AtlasTimelineFill       look,
      cairo_rectangle_t       box,
      cairo_pattern_t        *mask)
{
  const AtlasTimeScale *scale = &pen->frame->view.scale;
  double                x0 = MAX (box.x, -MARGIN);
  double                x1 = MIN (box.x + box.width, pen->frame->view.width + MARGIN);
  double                wash = atlas_timeline_fill_get_wash (look);

  if (x1 <= x0 || box.height < 1.0)
    return;

  if (wash > 0.0)
    {
      atlas_palette_set_source (pen->cr, (AtlasColor){ pen->ink, 1.0f }, wash * pen->strength);
    }
  else
    {
      cairo_pattern_t *tile = atlas_timeline_sprites_get_tile (pen->sprites, look, (int) box.height, pen->ink, pen->strength);
      cairo_matrix_t   matrix;

      /* Tiles are anchored to the days, and so do not swim while panning. */
      cairo_matrix_init_translate (&matrix, -fmod (atlas_timeline_snap (-scale->begin * scale->px_per_day), ATLAS_TIMELINE_TILE), -box.y);
      cairo_pattern_set_matrix (tile, &matrix);
      cairo_set_source (pen->cr, tile);
    }
  if (mask == NULL)
    {
      cairo_rectangle (pen->cr, x0, box.y, x1 - x0, box.height);
      cairo_fill (pen->cr);
      return;
    }

  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, x0, box.y, x1 - x0, box.height);
  cairo_clip (pen->cr);
  cairo_mask (pen->cr, mask);
  cairo_restore (pen->cr);
}

/* From nothing on the outside to all on the inside. */
static void
fill_soft (const AtlasTimelinePen *pen,
           AtlasTimelineFill       look,
           cairo_rectangle_t       box,
           gboolean                is_left)
{
  cairo_pattern_t *mask = cairo_pattern_create_linear (box.x, 0.0, box.x + box.width, 0.0);

  cairo_pattern_add_color_stop_rgba (mask, is_left ? 0.0 : 1.0, 0.0, 0.0, 0.0, 0.0);
  cairo_pattern_add_color_stop_rgba (mask, is_left ? 1.0 : 0.0, 0.0, 0.0, 0.0, 1.0);
  fill (pen, look, box, mask);
  cairo_pattern_destroy (mask);
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
