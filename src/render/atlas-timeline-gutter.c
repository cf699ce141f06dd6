// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-painter-private.h"

#define TITLE_SIZE 0.86             /* of a name's */
#define SPACING (1.4 * PANGO_SCALE) /* between the letters */
#define COUNT_SIZE 0.72             /* of a name's: of how many are in clusters */

/* px */
#define MIN_LANE 12.0 /* of a lane in view that still has a name */
#define FOLD 16.0     /* height of the place of the triangle */
#define ARM 3.5       /* from the middle of the triangle to its sides */
#define COUNT 11.0    /* height of the place of the count */
#define PADDING 3.0

/* Where a lane is in the gutter, and what stands there. */
typedef struct
{
  double   top;
  double   foot;
  gboolean folds; /* there is a triangle */
  guint    n_hidden;
} Place;

static Place
get_place (const AtlasTimelineLayout *layout,
           const AtlasTimelineView   *view,
           guint                      index)
{
  const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (layout, index);
  Place                    place = { 0 };

  place.top = floor (MAX (lane->y - view->top, 0.0));
  place.foot = floor (MIN (lane->y + lane->height - view->top, view->height));
  place.n_hidden = lane->n_hidden;
  place.folds = (lane->n_hidden > 0 || lane->expanded) && place.foot - place.top >= FOLD;

  return place;
}

/**
 * atlas_timeline_painter_get_fold_box:
 * @layout: a layout
 * @view: what is in view of it
 * @lane: a lane
 *
 * Finds the triangle that folds a lane or expands it, with some room round it, px from the top left of the gutter.
 *
 * Returns: the box; its width is 0 where there is nothing to expand, or the lane is not in view
 */
cairo_rectangle_t
atlas_timeline_painter_get_fold_box (const AtlasTimelineLayout *layout,
                                     const AtlasTimelineView   *view,
                                     guint                      lane)
{
  Place place = get_place (layout, view, lane);

  return (cairo_rectangle_t){ 0.0, place.top, place.folds ? ATLAS_TIMELINE_GUTTER : 0.0, FOLD };
}

/* Points at what it would show: to the side while the lane is folded, down when all of it is there. */
static void
paint_triangle (cairo_t                 *cr,
                const AtlasTimelineInks *inks,
                double                   middle_y,
                gboolean                 expanded)
{
  double x = floor (ATLAS_TIMELINE_GUTTER / 2.0) - 0.5;
  double y = floor (middle_y) + 0.5;

  if (expanded)
    {
      cairo_move_to (cr, x - ARM, y - ARM / 2.0);
      cairo_line_to (cr, x + ARM, y - ARM / 2.0);
      cairo_line_to (cr, x, y + ARM);
    }
  else
    {
      cairo_move_to (cr, x - ARM / 2.0, y - ARM);
      cairo_line_to (cr, x + ARM, y);
      cairo_line_to (cr, x - ARM / 2.0, y + ARM);
    }
  cairo_close_path (cr);
  atlas_palette_set_source (cr, inks->faint, 1.0);
  cairo_fill (cr);
}

static void
paint_upright (cairo_t                 *cr,
               const AtlasTimelineInks *inks,
               PangoLayout             *title,
               double                   top,
               double                   foot)
{
  int width, height;

  pango_layout_get_pixel_size (title, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, floor ((ATLAS_TIMELINE_GUTTER - 1.0 - height) / 2.0), floor ((top + foot + width) / 2.0));
  cairo_rotate (cr, -G_PI / 2.0);
  atlas_palette_set_source (cr, inks->faint, 1.0);
  cairo_move_to (cr, 0.0, 0.0);
  pango_cairo_show_layout (cr, title);
  cairo_restore (cr);
}

/* Over the begin of the lane, on its own paper. */
static void
paint_level (AtlasTimelinePainter    *self,
             cairo_t                 *cr,
             const AtlasTimelineInks *inks,
             PangoLayout             *title,
             double                   top)
{
  int width, height;

  pango_layout_get_pixel_size (title, &width, &height);
  atlas_palette_set_source (cr, inks->ruler, 0.92);
  cairo_rectangle (cr, ATLAS_TIMELINE_GUTTER, top, width + 2.0 * PADDING + 1.0, height);
  cairo_fill (cr);
  atlas_palette_set_source (cr, inks->faint, 1.0);
  cairo_move_to (cr, ATLAS_TIMELINE_GUTTER + PADDING, top);
  pango_cairo_show_layout (cr, title);
}

static void
paint_lane (AtlasTimelinePainter     *self,
            cairo_t                  *cr,
            const AtlasTimelineFrame *frame,
            guint                     index)
{
  const AtlasTimelineInks *inks = atlas_timeline_inks_get (frame->palette);
  const AtlasTimelineLane *lane = atlas_timeline_layout_get_lane (frame->layout, index);
  Place                    place = get_place (frame->layout, &frame->view, index);
  double                   top = place.top + (place.folds ? FOLD : PADDING);
  double                   foot = place.foot - (place.n_hidden > 0 ? COUNT : PADDING);
  g_autofree char         *title = NULL;
  PangoLayout             *layout = NULL;
  int                      length;

  if (place.foot - place.top < MIN_LANE)
    return;

  atlas_palette_set_source (cr, inks->hairline, 0.8);
  cairo_rectangle (cr, 0.0, floor (lane->y + lane->height - frame->view.top) - 1.0, ATLAS_TIMELINE_GUTTER, 1.0);
  cairo_fill (cr);

  if (place.folds)
    paint_triangle (cr, inks, place.top + FOLD / 2.0, lane->expanded);
  if (place.n_hidden > 0 && foot > top - PADDING)
    {
      AtlasTimelineCluster hidden = { .count = place.n_hidden };
      g_autofree char     *count = atlas_timeline_cluster_to_text (&hidden);
      g_autofree char     *text = g_strconcat ("+", count, NULL);

      atlas_timeline_names_paint_text (self->names, cr, text, COUNT_SIZE, (ATLAS_TIMELINE_GUTTER - 1.0) / 2.0, foot + COUNT / 2.0 - 1.0, inks->faint, 1.0);
    }

  title = g_utf8_strup (atlas_timeline_layout_get_lane_title (frame->layout, index, self->language), -1);
  layout = atlas_timeline_painter_shape (self, title, TITLE_SIZE, FALSE, (int) SPACING);
  pango_layout_get_pixel_size (layout, &length, NULL);
  if (length <= foot - top)
    paint_upright (cr, inks, layout, top, foot);
  else
    paint_level (self, cr, inks, layout, place.top);
}

/* The lanes' names stand upright in the gutter, in the middle of what is in view of their lane, or where that is too short beside it. */
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
    paint_lane (self, cr, frame, i);

  atlas_palette_set_source (cr, inks->hairline, 1.0);
  cairo_rectangle (cr, ATLAS_TIMELINE_GUTTER - 1.0, 0.0, 1.0, frame->view.height);
  cairo_fill (cr);
}
