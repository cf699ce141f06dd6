// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

/* px */
#define BESIDE 8.0 /* between a mark in its ring and its name */
#define EDGE 3.0   /* between a name and a side of the view */
#define RING 2.0   /* of the ring round what is selected */
#define CORNER 3.0
#define CELL 0.28    /* alpha of the wash over a cluster */
#define OUTSIDE 20.0 /* what is wider is cut, outside of the view */

static const AtlasTimelineEntry *
find_entry (const AtlasTimelineFrame *frame,
            AtlasItem                *item)
{
  AtlasDataset *dataset = atlas_timeline_index_get_dataset (atlas_timeline_layout_get_index (frame->layout));

  return item != NULL ? atlas_timeline_layout_lookup (frame->layout, atlas_dataset_get_position (dataset, item)) : NULL;
}

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

  if (box.width > 0.0 && !entry->clustered && entry->label == ATLAS_TIMELINE_LABEL_ABOVE)
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

  trace_round (cr, ring, (mark->entry->shape == ATLAS_TIMELINE_POINT || mark->entry->clustered) && ring.width < 1.5 * ring.height ? ring.height : CORNER);
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

/* The cluster that it is in: somewhere here. */
static void
paint_cell (cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            const AtlasTimelineEntry *entry,
            AtlasColor                color)
{
  const AtlasTimelineCluster *cluster = atlas_timeline_layout_get_cluster (frame->layout, entry);
  cairo_rectangle_t           box = atlas_timeline_layout_get_cluster_box (frame->layout, &frame->view, cluster);
  double                      x0 = MIN (atlas_timeline_snap (atlas_time_scale_get_x (&frame->view.scale, cluster->days.begin)) + 2.0, box.x);
  double                      x1 = MAX (atlas_timeline_snap (atlas_time_scale_get_x (&frame->view.scale, cluster->days.end)) - 2.0, box.x + box.width);

  trace_round (cr, (cairo_rectangle_t){ x0, box.y, x1 - x0, box.height }, CORNER);
  atlas_palette_set_source (cr, color, CELL);
  cairo_fill (cr);
}

/* What is in a cluster stands on its day, in the row of clusters. */
static AtlasTimelineMark
get_mark (const AtlasTimelineFrame *frame,
          const AtlasTimelineEntry *entry)
{
  AtlasTimelineMark mark = { entry, atlas_timeline_layout_get_box (frame->layout, &frame->view, entry), 1.0, TRUE };

  if (entry->clustered)
    {
      double x = atlas_time_scale_get_x (&frame->view.scale, entry->anchor + 0.5);
      double radius = atlas_timeline_layout_get_radius (frame->layout);

      mark.box.y += (mark.box.height - 2.0 * radius) / 2.0;
      mark.box.height = 2.0 * radius;
      mark.box.x = x - radius;
      mark.box.width = 2.0 * radius;
    }

  return mark;
}

static void
paint_entry (AtlasTimelinePainter     *self,
             cairo_t                  *cr,
             const AtlasTimelineFrame *frame,
             const AtlasTimelineEntry *entry,
             const Ring               *ring)
{
  AtlasTimelineMark mark = get_mark (frame, entry);

  if (entry->clustered)
    paint_cell (cr, frame, entry, ring->color);
  if (entry->clustered)
    atlas_timeline_paint_symbol (self, cr, frame, entry, mark.box.x + mark.box.width / 2.0, mark.box.y + mark.box.height / 2.0, atlas_timeline_layout_get_radius (frame->layout), 1.0);
  else
    atlas_timeline_paint_mark (self, cr, frame, &mark);
  paint_name (self, cr, frame, &mark, ring);
}

/* In each lane that it is in. */
static void
paint_item (AtlasTimelinePainter     *self,
            cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            AtlasItem                *item,
            const Ring               *ring)
{
  const AtlasTimelineEntry *entry = find_entry (frame, item);

  if (entry == NULL)
    return;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (self->marks, AtlasTimelineMark, i);

      if (mark->entry->item == item && mark->entry != entry)
        paint_entry (self, cr, frame, mark->entry, ring);
    }
  paint_entry (self, cr, frame, entry, ring);
}

void
atlas_timeline_paint_lit (AtlasTimelinePainter     *self,
                          cairo_t                  *cr,
                          const AtlasTimelineFrame *frame)
{
  const AtlasMapInks       *inks = atlas_map_inks_get (frame->palette);
  const AtlasTimelineInks  *own = atlas_timeline_inks_get (frame->palette);
  const AtlasTimelineEntry *focused = find_entry (frame, frame->focused);
  const Ring                rings[] = {
                   { own->hairline, 2.0, 1.0, FALSE },
                   { { inks->selected.rgb, 1.0f }, 2.5, RING, TRUE },
                   { own->clock, 4.5, 1.0, FALSE },
  };

  if (frame->hovered != frame->selected)
    paint_item (self, cr, frame, frame->hovered, &rings[0]);
  paint_item (self, cr, frame, frame->selected, &rings[1]);
  if (focused != NULL)
    {
      AtlasTimelineMark mark = get_mark (frame, focused);

      paint_ring (cr, frame, &mark, &rings[2]);
    }
}
