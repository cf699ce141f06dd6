// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-stroke-private.h"

#include "atlas-map-ink.h"

#include <math.h>

/* px at zoom 6 */
#define TIE_SPACING 6.5
#define TIE_WIDTH 0.8
#define BEAD_SPACING 12.0
#define HEAD_SPACING 52.0 /* of arrow heads on a course */
#define TOOTH_SPACING 8.0
#define BAR_SPACING 5.4
#define BAR_WIDTH 0.85
#define FLOW_SPACING 74.0 /* of chevrons on what flows */
#define FLOW_WIDTH 1.15
#define FLOW_CASING 1.0

static void
trace_head (cairo_t   *cr,
            AtlasPoint place,
            AtlasPoint along,
            double     size)
{
  cairo_move_to (cr, place.x + along.x * size, place.y + along.y * size);
  cairo_line_to (cr, place.x - along.x * size - along.y * size * 0.8, place.y - along.y * size + along.x * size * 0.8);
  cairo_line_to (cr, place.x - along.x * size * 0.35, place.y - along.y * size * 0.35);
  cairo_line_to (cr, place.x - along.x * size + along.y * size * 0.8, place.y - along.y * size - along.x * size * 0.8);
  cairo_close_path (cr);
}

static void
trace_tooth (cairo_t   *cr,
             AtlasPoint place,
             AtlasPoint along,
             double     size)
{
  cairo_move_to (cr, place.x, place.y);
  cairo_line_to (cr, place.x - along.y * size, place.y + along.x * size);
}

static void
trace_bar (cairo_t   *cr,
           AtlasPoint place,
           AtlasPoint along,
           double     size)
{
  double x = (0.55 * along.x - along.y) * size;
  double y = (0.55 * along.y + along.x) * size;

  cairo_move_to (cr, place.x - x, place.y - y);
  cairo_line_to (cr, place.x + x, place.y + y);
}

static void
trace_chevron (cairo_t   *cr,
               AtlasPoint place,
               AtlasPoint along,
               double     size)
{
  double back = 0.75 * size;

  cairo_move_to (cr, place.x - along.x * back - along.y * size, place.y - along.y * back + along.x * size);
  cairo_line_to (cr, place.x + along.x * back, place.y + along.y * back);
  cairo_line_to (cr, place.x - along.x * back + along.y * size, place.y - along.y * back - along.x * size);
}

static void
trace_forward (cairo_t   *cr,
               AtlasPoint place,
               AtlasPoint along,
               double     size)
{
  trace_chevron (cr, place, along, size);
}

static void
trace_backward (cairo_t   *cr,
                AtlasPoint place,
                AtlasPoint along,
                double     size)
{
  trace_chevron (cr, place, (AtlasPoint){ -along.x, -along.y }, size);
}

/* One each way, back to back. */
static void
trace_both (cairo_t   *cr,
            AtlasPoint place,
            AtlasPoint along,
            double     size)
{
  double apart = 1.5 * size;

  trace_chevron (cr, (AtlasPoint){ place.x + along.x * apart, place.y + along.y * apart }, along, size);
  trace_backward (cr, (AtlasPoint){ place.x - along.x * apart, place.y - along.y * apart }, along, size);
}

static const AtlasMapPathFunc flows[] = {
  [ATLAS_FLOW_NONE] = NULL,
  [ATLAS_FLOW_FORWARD] = trace_forward,
  [ATLAS_FLOW_BACKWARD] = trace_backward,
  [ATLAS_FLOW_BOTH] = trace_both,
};

G_STATIC_ASSERT (G_N_ELEMENTS (flows) == ATLAS_N_FLOWS);

void
atlas_map_marks_flow (cairo_t             *cr,
                      const AtlasMapPath  *path,
                      const AtlasMapBrush *brush,
                      double               width)
{
  double size = 1.7 * brush->scale + 0.5 * width;

  if (flows[brush->flow] == NULL)
    return;

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int pass = 0; pass < 2; pass++)
    {
      cairo_new_path (cr);
      atlas_map_path_walk (path, cr, FLOW_SPACING, size, flows[brush->flow]);
      cairo_set_line_width (cr, FLOW_WIDTH * brush->scale + (pass == 0 ? 2 * FLOW_CASING : 0));
      if (pass == 0)
        atlas_palette_set_source (cr, brush->inks->casing, brush->alpha);
      else
        atlas_map_brush_set_ink (cr, brush, 1.0);
      atlas_map_ink_stroke (cr, brush->raster);
    }
}

void
atlas_map_marks_bar (cairo_t             *cr,
                     const AtlasMapPath  *path,
                     const AtlasMapBrush *brush,
                     double               reach)
{
  cairo_new_path (cr);
  atlas_map_path_walk (path, cr, BAR_SPACING * brush->scale, reach, trace_bar);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, BAR_WIDTH * brush->scale);
  atlas_map_ink_stroke (cr, brush->raster);
}

void
atlas_map_marks_paint (cairo_t             *cr,
                       const AtlasMapPath  *path,
                       const AtlasMapBrush *brush,
                       double               width)
{
  double      scale = brush->scale;
  AtlasMapNib nib;

  switch (brush->style->line)
    {
    case ATLAS_MAP_LINE_TIES:
      nib = atlas_map_nib_dashed (width + 3.6 * scale, TIE_WIDTH * scale, (TIE_SPACING - TIE_WIDTH) * scale, FALSE);
      atlas_map_nib_stroke (&nib, cr, path, brush, FALSE);
      break;
    case ATLAS_MAP_LINE_BEADS:
      nib = atlas_map_nib_dashed (width + 2.4 * scale, 0.01, BEAD_SPACING * scale, TRUE);
      atlas_map_nib_stroke (&nib, cr, path, brush, FALSE);
      break;
    case ATLAS_MAP_LINE_CHEVRONS:
      cairo_new_path (cr);
      atlas_map_path_walk (path, cr, HEAD_SPACING, 1.6 * width + 1.8, trace_head);
      atlas_map_ink_fill (cr, brush->raster);
      break;
    case ATLAS_MAP_LINE_TEETH:
      cairo_new_path (cr);
      atlas_map_path_walk (path, cr, TOOTH_SPACING * scale, 4.0 * scale, trace_tooth);
      cairo_set_line_width (cr, 0.8 * width);
      atlas_map_ink_stroke (cr, brush->raster);
      break;
    case ATLAS_MAP_LINE_PLAIN:
    case ATLAS_MAP_LINE_HOLLOW:
    case ATLAS_MAP_LINE_BAND:
    case ATLAS_N_MAP_LINES:
    default:
      break;
    }
}
