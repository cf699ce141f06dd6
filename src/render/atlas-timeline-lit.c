// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

/* px */
#define BESIDE 8.0 /* between a mark in its ring and its name */
#define EDGE 3.0   /* between a name and a side of the view */
#define RING 2.0   /* of the ring round what is selected */
#define CORNER 3.0
#define OUTSIDE 20.0 /* what is wider is cut, outside of the view */

/* Where the name of what is lit stands: where it stands else, but as wide as it is; beside its mark if it had no room. */
static cairo_rectangle_t
get_name_box (AtlasTimelinePainter     *self,
              const AtlasTimelineFrame *frame,
              const AtlasTimelineMark  *mark,
              double                    width)
{
  const AtlasTimelineEntry *entry = mark->entry;
  cairo_rectangle_t         box = atlas_timeline_layout_get_label_box (frame->layout, &frame->view, entry);
  double                    left = mark->box.x - BESIDE - width;
  double                    right = mark->box.x + mark->box.width + BESIDE;

  if (box.width > 0.0 && entry->label == ATLAS_TIMELINE_LABEL_ABOVE)
    return (cairo_rectangle_t){ CLAMP (box.x, EDGE, MAX (frame->view.width - width - EDGE, EDGE)), box.y, width, box.height };

  box = (cairo_rectangle_t){ right, mark->box.y + mark->box.height / 2.0 - self->line_height / 2.0, width, self->line_height };
  if (left > EDGE && (entry->label == ATLAS_TIMELINE_LABEL_LEFT || right + width > frame->view.width || entry->goes_on))
    box.x = left;
  else if (right + width > frame->view.width)
    box.x = MAX (frame->view.width - width - EDGE, EDGE);

  return box;
}

static void
trace_round (cairo_t          *cr,
             cairo_rectangle_t box,
             double            radius)
{
  double x1 = box.x + box.width;
  double y1 = box.y + box.height;

  radius = MIN (radius, MIN (box.width, box.height) / 2.0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - radius, box.y + radius, radius, -G_PI / 2.0, 0.0);
  cairo_arc (cr, x1 - radius, y1 - radius, radius, 0.0, G_PI / 2.0);
  cairo_arc (cr, box.x + radius, y1 - radius, radius, G_PI / 2.0, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

typedef struct
{
  AtlasColor color;
  double     grow; /* px from the mark */
  double     width;
  gboolean   bold; /* the name beside it */
} Ring;

static void
paint_ring (cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            const AtlasTimelineMark  *mark,
            const Ring               *look)
{
  double            x0 = floor (MAX (mark->box.x, -OUTSIDE)) - look->grow;
  double            x1 = ceil (MIN (mark->box.x + mark->box.width, frame->view.width + OUTSIDE)) + look->grow;
  cairo_rectangle_t ring = { x0, floor (mark->box.y) - look->grow, x1 - x0, ceil (mark->box.height) + 2.0 * look->grow };

  if (x1 < x0)
    return;

  trace_round (cr, ring, mark->entry->shape == ATLAS_TIMELINE_POINT && ring.width < 1.5 * ring.height ? ring.height : CORNER);
  cairo_set_line_width (cr, look->width);
  atlas_palette_set_source (cr, look->color, 1.0);
  cairo_stroke (cr);
}

/* Of what is lit the name always stands, over all else, kept inside the view; the ring lies over the paper of the name. */
static void
paint_name (AtlasTimelinePainter     *self,
            cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            const AtlasTimelineMark  *mark,
            const Ring               *ring)
{
  const AtlasMapInks *inks = atlas_map_inks_get (frame->palette);
  PangoLayout        *layout = atlas_timeline_painter_shape (self, atlas_item_get_name (mark->entry->item, self->language), 1.0, ring->bold, 0);
  cairo_rectangle_t   box;
  int                 width;

  if (mark->box.x + mark->box.width <= 0.0 || mark->box.x >= frame->view.width)
    return;

  pango_layout_get_pixel_size (layout, &width, NULL);
  box = get_name_box (self, frame, mark, width);
  box.x = floor (box.x);
  trace_round (cr, (cairo_rectangle_t){ box.x - EDGE, floor (box.y), box.width + 2.0 * EDGE, box.height }, CORNER);
  atlas_palette_set_source (cr, inks->paper, 0.94);
  cairo_fill (cr);
  paint_ring (cr, frame, mark, ring);
  atlas_palette_set_source (cr, inks->text, 1.0);
  atlas_timeline_painter_show_text (cr, layout, box.x, box.y + box.height / 2.0);
}

static void
paint_again (AtlasTimelinePainter     *self,
             cairo_t                  *cr,
             const AtlasTimelineFrame *frame,
             const AtlasTimelineMark  *mark)
{
  AtlasTimelineMark full = *mark;

  full.strength = 1.0;
  atlas_timeline_paint_mark (self, cr, frame, &full);
}

void
atlas_timeline_paint_lit (AtlasTimelinePainter     *self,
                          cairo_t                  *cr,
                          const AtlasTimelineFrame *frame,
                          const AtlasTimelineMark  *selected,
                          const AtlasTimelineMark  *hovered,
                          const AtlasTimelineMark  *focused)
{
  const AtlasMapInks      *inks = atlas_map_inks_get (frame->palette);
  const AtlasTimelineInks *own = atlas_timeline_inks_get (frame->palette);
  const Ring               rings[] = {
                  { own->hairline, 2.0, 1.0, FALSE },
                  { { inks->selected.rgb, 1.0f }, 2.5, RING, TRUE },
                  { own->clock, 4.5, 1.0, FALSE },
  };

  if (hovered != NULL && (selected == NULL || hovered->entry != selected->entry))
    {
      paint_again (self, cr, frame, hovered);
      paint_name (self, cr, frame, hovered, &rings[0]);
    }
  if (selected != NULL)
    {
      paint_again (self, cr, frame, selected);
      paint_name (self, cr, frame, selected, &rings[1]);
    }
  if (focused != NULL)
    paint_ring (cr, frame, focused, &rings[2]);
}
