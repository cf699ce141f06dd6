// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-stroke.h"

#include <math.h>

#define CASING 1.4        /* px of light on each side of a line */
#define TIE_SPACING 6.0   /* px */
#define BEAD_SPACING 12.0 /* px */
#define HEAD_SPACING 46.0 /* px, of arrow heads */
#define TOOTH_SPACING 7.0 /* px */
#define HATCH_SPACING 6.5 /* px */
#define BAND_ALPHA 0.30
#define RIBBON 6.0 /* px: the soft inner band of a rim */

double
atlas_map_brush_scale (double zoom)
{
  return CLAMP (0.7 + 0.15 * (zoom - 4.0), 0.62, 1.5);
}

double
atlas_map_brush_width (const AtlasMapBrush *brush)
{
  return (double) brush->style->width * brush->scale;
}

static void
set_role (cairo_t             *cr,
          const AtlasMapBrush *brush,
          double               alpha)
{
  atlas_palette_set_source (cr, (AtlasColor){ brush->inks->roles[brush->style->role], 1.0f }, alpha * brush->alpha);
}

/* Sets the status's dashes for a line of @width; dots are round. */
static void
set_dash (cairo_t             *cr,
          const AtlasMapStyle *style,
          double               width)
{
  double dash[ATLAS_MAP_MAX_DASHES];
  int    n_dashes = 0;

  while (n_dashes < ATLAS_MAP_MAX_DASHES && style->dash[n_dashes] > 0)
    {
      dash[n_dashes] = (double) style->dash[n_dashes] * width;
      n_dashes++;
    }

  cairo_set_line_cap (cr, n_dashes > 0 && style->dash[0] < 0.5f ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dash, n_dashes, 0);
}

static void
clear_dash (cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The light under a line. Where the course is only a scheme it is perforated: the line seems sewn on, not surveyed. */
static void
stroke_casing (cairo_t             *cr,
               const AtlasMapBrush *brush,
               double               width)
{
  const double holes[] = { 5.0, 3.0 };

  clear_dash (cr);
  if (brush->schematic)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, holes, 2, 0);
    }
  atlas_palette_set_source (cr, brush->inks->casing, brush->alpha);
  cairo_set_line_width (cr, width + 2 * (brush->schematic ? CASING + 0.5 : CASING));
  cairo_stroke_preserve (cr);
}

/* Short strokes across or dots along the traced line, by dashes of a wider line. */
static void
stroke_beads (cairo_t             *cr,
              const AtlasMapBrush *brush,
              double               size,
              double               length,
              double               spacing,
              cairo_line_cap_t     cap)
{
  const double dash[] = { length, spacing - length };

  cairo_set_line_cap (cr, cap);
  cairo_set_dash (cr, dash, 2, -spacing / 2);
  cairo_set_line_width (cr, size);
  cairo_stroke_preserve (cr);
}

static void
trace_head (cairo_t   *cr,
            AtlasPoint place,
            AtlasPoint along,
            double     size)
{
  cairo_move_to (cr, place.x + along.x * size, place.y + along.y * size);
  cairo_line_to (cr, place.x - along.x * size - along.y * size, place.y - along.y * size + along.x * size);
  cairo_line_to (cr, place.x - along.x * size * 0.4, place.y - along.y * size * 0.4);
  cairo_line_to (cr, place.x - along.x * size + along.y * size, place.y - along.y * size - along.x * size);
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

/* What stands on a line: what tells its kind apart without colour. */
static void
stroke_marks (cairo_t             *cr,
              const AtlasMapPath  *path,
              const AtlasMapBrush *brush,
              double               width)
{
  double scale = brush->scale;

  switch (brush->style->line)
    {
    case ATLAS_MAP_LINE_TIES:
      stroke_beads (cr, brush, width + 3.4 * scale, 1.2 * scale, TIE_SPACING * scale, CAIRO_LINE_CAP_BUTT);
      break;
    case ATLAS_MAP_LINE_BEADS:
      stroke_beads (cr, brush, width + 2.6 * scale, 0.01, BEAD_SPACING * scale, CAIRO_LINE_CAP_ROUND);
      break;
    case ATLAS_MAP_LINE_HOLLOW:
      set_dash (cr, brush->style, width);
      atlas_palette_set_source (cr, brush->inks->paper, brush->alpha);
      cairo_set_line_width (cr, 0.42 * width);
      cairo_stroke_preserve (cr);
      break;
    case ATLAS_MAP_LINE_CHEVRONS:
      cairo_new_path (cr);
      atlas_map_path_walk (path, cr, HEAD_SPACING * scale, 1.6 * width + 1.2, trace_head);
      cairo_fill (cr);
      break;
    case ATLAS_MAP_LINE_TEETH:
      cairo_new_path (cr);
      atlas_map_path_walk (path, cr, TOOTH_SPACING * scale, 4.2 * scale, trace_tooth);
      clear_dash (cr);
      cairo_set_line_width (cr, 0.8 * width);
      cairo_stroke (cr);
      break;
    case ATLAS_MAP_LINE_PLAIN:
    case ATLAS_MAP_LINE_BAND:
    case ATLAS_N_MAP_LINES:
    default:
      break;
    }
}

static void
stroke_band (cairo_t             *cr,
             const AtlasMapPath  *path,
             const AtlasMapBrush *brush,
             AtlasMapPath        *scratch)
{
  double width = atlas_map_brush_width (brush);
  double edge = ATLAS_MAP_EDGE * brush->scale;

  clear_dash (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  set_role (cr, brush, BAND_ALPHA);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);

  atlas_map_path_empty (scratch);
  atlas_map_path_add_offset (scratch, path, (width - edge) / 2);
  atlas_map_path_add_offset (scratch, path, (edge - width) / 2);
  atlas_map_path_trace (scratch, cr, FALSE);
  set_role (cr, brush, 0.92);
  set_dash (cr, brush->style, edge);
  cairo_set_line_width (cr, edge);
  cairo_stroke (cr);
}

void
atlas_map_stroke_lines (cairo_t             *cr,
                        const AtlasMapPath  *path,
                        const AtlasMapBrush *brush,
                        AtlasMapPath        *scratch)
{
  double width = atlas_map_brush_width (brush);

  if (path->ends->len == 0)
    return;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  atlas_map_path_trace (path, cr, FALSE);

  if (brush->style->line == ATLAS_MAP_LINE_BAND)
    {
      stroke_band (cr, path, brush, scratch);
    }
  else
    {
      if (!brush->plain)
        stroke_casing (cr, brush, width);
      clear_dash (cr);
      set_dash (cr, brush->style, width);
      set_role (cr, brush, 1.0);
      cairo_set_line_width (cr, width);
      cairo_stroke_preserve (cr);
      if (!brush->plain)
        stroke_marks (cr, path, brush, width);
    }

  cairo_new_path (cr);
  cairo_restore (cr);
}

/* Which strokes make a hatch, in degrees; the crossed one has two. */
static const struct
{
  int    n_angles;
  double angles[2];
  double spacing; /* factor */
} hatches[] = {
  [ATLAS_MAP_HATCH_NONE] = { 0 },
  [ATLAS_MAP_HATCH_RISING] = { 1, { -45 }, 1.0 },
  [ATLAS_MAP_HATCH_FALLING] = { 1, { 45 }, 1.0 },
  [ATLAS_MAP_HATCH_CROSSED] = { 2, { -45, 45 }, 1.25 },
  [ATLAS_MAP_HATCH_LEVEL] = { 1, { 0 }, 0.9 },
  [ATLAS_MAP_HATCH_DOTTED] = { 1, { 30 }, 0.9 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (hatches) == ATLAS_N_MAP_HATCHES);

static void
stroke_hatch (cairo_t             *cr,
              const AtlasMapPath  *path,
              const AtlasMapBrush *brush,
              AtlasMapPath        *scratch)
{
  AtlasMapHatch hatch = brush->style->hatch;
  const double  dots[] = { 0.01, HATCH_SPACING * brush->scale };

  atlas_map_path_empty (scratch);
  for (int i = 0; i < hatches[hatch].n_angles; i++)
    atlas_map_hatch (path, hatches[hatch].angles[i] * G_PI / 180.0, HATCH_SPACING * hatches[hatch].spacing * MAX (brush->scale, 0.8),
                     brush->to_px.x0, brush->to_px.y0, scratch);
  if (scratch->ends->len == 0)
    return;

  atlas_map_path_trace (scratch, cr, FALSE);
  clear_dash (cr);
  if (hatch == ATLAS_MAP_HATCH_DOTTED)
    cairo_set_dash (cr, dots, 2, 0);
  else
    cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, hatch == ATLAS_MAP_HATCH_DOTTED ? 1.8 : 0.9);
  set_role (cr, brush, 0.5);
  cairo_stroke (cr);
}

void
atlas_map_stroke_areas (cairo_t             *cr,
                        const AtlasMapPath  *path,
                        const AtlasMapBrush *brush,
                        AtlasMapPath        *scratch)
{
  const double open[] = { 4.5, 2.6 };
  double       edge = ATLAS_MAP_EDGE * brush->scale;

  if (path->ends->len == 0)
    return;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_new_path (cr);
  atlas_map_path_trace (path, cr, TRUE);
  set_role (cr, brush, (double) brush->style->tint);
  cairo_fill (cr);
  if (!brush->plain)
    stroke_hatch (cr, path, brush, scratch);

  cairo_new_path (cr);
  atlas_map_path_trace (path, cr, TRUE);
  clear_dash (cr);
  if (!brush->plain)
    {
      set_role (cr, brush, 0.20);
      cairo_set_line_width (cr, RIBBON * brush->scale);
      cairo_stroke_preserve (cr);
    }
  set_dash (cr, brush->style, edge);
  if (brush->schematic && brush->style->dash[0] <= 0)
    cairo_set_dash (cr, open, 2, 0);
  set_role (cr, brush, 0.9);
  cairo_set_line_width (cr, edge);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
atlas_map_stroke_halo (cairo_t             *cr,
                       const AtlasMapPath  *path,
                       const AtlasMapBrush *brush,
                       gboolean             closed,
                       double               margin,
                       AtlasColor           color)
{
  if (path->ends->len == 0)
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  atlas_map_path_trace (path, cr, closed);
  clear_dash (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  atlas_palette_set_source (cr, color, 1.0);
  cairo_set_line_width (cr, (closed ? ATLAS_MAP_EDGE * brush->scale : atlas_map_brush_width (brush)) + 2 * margin);
  cairo_stroke (cr);
  cairo_restore (cr);
}
