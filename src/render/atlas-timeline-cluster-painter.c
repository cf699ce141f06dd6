// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#include <math.h>

#define COUNT_SIZE 0.86 /* of a name */

typedef struct
{
  AtlasTimelinePainter     *painter;
  cairo_t                  *cr;
  const AtlasTimelineFrame *frame;
} Pass;

AtlasTextWidths *
atlas_timeline_painter_create_widths (AtlasTimelinePainter *self)
{
  PangoLayout *layout = atlas_timeline_painter_shape (self, "", 1.0, FALSE, 0);

  return atlas_text_widths_new (self->context, pango_layout_get_font_description (layout));
}

/* A pill with the count of those that have no row. */
static void
paint_cluster (const AtlasTimelineCluster *cluster,
               gpointer                    user_data)
{
  Pass                    *pass = user_data;
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (pass->frame->palette);
  cairo_rectangle_t        box = atlas_timeline_layout_get_cluster_box (pass->frame->layout, &pass->frame->view, cluster);
  double                   radius = box.height / 2.0 - 0.5;
  double                   middle = round (box.y) + box.height / 2.0;
  g_autofree char         *text = atlas_timeline_cluster_to_text (cluster);
  PangoLayout             *layout = atlas_timeline_painter_shape (pass->painter, text, COUNT_SIZE, FALSE, 0);
  int                      width;

  box.x = round (box.x);
  cairo_new_sub_path (pass->cr);
  cairo_arc (pass->cr, box.x + radius + 0.5, middle, radius, G_PI / 2.0, -G_PI / 2.0);
  cairo_arc (pass->cr, box.x + box.width - radius - 0.5, middle, radius, -G_PI / 2.0, G_PI / 2.0);
  cairo_close_path (pass->cr);
  atlas_palette_set_source (pass->cr, inks->ruler, 1.0);
  cairo_fill_preserve (pass->cr);
  atlas_palette_set_source (pass->cr, inks->hairline, 1.0);
  cairo_set_line_width (pass->cr, 1.0);
  cairo_stroke (pass->cr);

  pango_layout_get_pixel_size (layout, &width, NULL);
  atlas_palette_set_source (pass->cr, inks->text, 0.85);
  atlas_timeline_painter_show_text (pass->cr, layout, box.x + (box.width - width) / 2.0, middle);
}

void
atlas_timeline_paint_clusters (AtlasTimelinePainter     *self,
                               cairo_t                  *cr,
                               const AtlasTimelineFrame *frame)
{
  Pass pass = { self, cr, frame };

  atlas_timeline_layout_foreach_cluster (frame->layout, &frame->view, paint_cluster, &pass);
}
