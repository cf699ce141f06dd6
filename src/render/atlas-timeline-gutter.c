// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#define TITLE_SIZE 0.86             /* of a name's */
#define SPACING (1.4 * PANGO_SCALE) /* between the letters */
#define MIN_LANE 12.0               /* px of a lane in view that still has a name */

static void
paint_title (AtlasTimelinePainter     *self,
             cairo_t                  *cr,
             const AtlasTimelineFrame *frame,
             guint                     lane,
             double                    top,
             double                    foot)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  g_autofree char         *title = g_utf8_strup (atlas_timeline_layout_get_lane_title (frame->layout, lane, self->language), -1);
  PangoLayout             *layout = atlas_timeline_painter_shape (self, title, TITLE_SIZE, FALSE, (int) SPACING);
  pango_layout_set_width (layout, (int) ((foot - top - 6.0) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  cairo_save (cr);
  cairo_translate (cr, ATLAS_TIMELINE_GUTTER / 2.0, foot - 3.0);
  cairo_rotate (cr, -G_PI / 2.0);
  atlas_palette_set_source (cr, inks->faint, 1.0);
  atlas_timeline_painter_show_text (cr, layout, 0.0, 0.0);
  cairo_restore (cr);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
}

/* The lanes' names stand upright in the gutter, in the middle of what is in view of their lane. */
void
atlas_timeline_paint_gutter (AtlasTimelinePainter     *self,
                             cairo_t                  *cr,
                             const AtlasTimelineFrame *frame)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);

  atlas_palette_set_source (cr, inks->ruler, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, ATLAS_TIMELINE_GUTTER, frame->view.height);
  cairo_fill (cr);

  for (guint i = 0; i < atlas_timeline_layout_get_n_lanes (frame->layout); i++)
    {
      const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (frame->layout, i);
      double                   top = MAX (lane->y - frame->view.top, 0.0);
      double                   foot = MIN (lane->y + lane->height - frame->view.top, frame->view.height);

      if (foot - top < MIN_LANE)
        continue;

      atlas_palette_set_source (cr, inks->hairline, 0.8);
      cairo_rectangle (cr, 0.0, floor (lane->y + lane->height - frame->view.top) - 1.0, ATLAS_TIMELINE_GUTTER, 1.0);
      cairo_fill (cr);
      paint_title (self, cr, frame, i, top, foot);
    }

  atlas_palette_set_source (cr, inks->hairline, 1.0);
  cairo_rectangle (cr, ATLAS_TIMELINE_GUTTER - 1.0, 0.0, 1.0, frame->view.height);
  cairo_fill (cr);
}
