// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-stroke-private.h"

#include "atlas-map-ink.h"

#include <math.h>

#define LOOSE 2.0       /* how much farther apart dashes are where the course is only a scheme */
#define PALE_CASING 1.8 /* there the casing is as many times as wide, and pale: a soft edge instead of a sharp one */
#define PALE_ALPHA 0.45
#define HOLLOW_EDGE 0.78 /* px of ink on each side of a hollow line at zoom 6 */
#define BARRED 0.55      /* how much of a line's width is left under the bars */
#define BAR_REACH 1.4    /* px by which bars stand out */
#define BAND_ALPHA 2.3   /* of a band's fill, in tints */
#define BAND_CASING 6.0
#define PALE_BAND_CASING 2.0
#define BAND_EDGE_ALPHA 0.85
#define PALE_EDGE_ALPHA 0.6 /* of what is only a scheme, or only hinted at */

/* Lines grow as one comes nearer only until they are told apart with ease: nearer there is more ground between them, not more ink. */
double
atlas_map_brush_scale (double zoom)
{
  if (zoom > 6.0)
    return MIN (1.0 + 0.07 * (zoom - 6.0), 1.2);

  return MAX (0.7 + 0.15 * (zoom - 4.0), 0.62);
}

double
atlas_map_brush_width (const AtlasMapBrush *brush)
{
  return (double) brush->style->width * brush->scale;
}

void
atlas_map_brush_set_ink (cairo_t             *cr,
                         const AtlasMapBrush *brush,
                         double               alpha)
{
  atlas_palette_set_source (cr, (AtlasColor){ brush->inks->roles[brush->style->role], 1.0f }, alpha * brush->alpha);
}

AtlasMapNib
atlas_map_nib_for_status (const AtlasMapStyle *style,
                          double               width,
                          double               loose)
{
  AtlasMapNib nib = { .width = width, .round = style->dash[0] > 0 && style->dash[0] < 0.5f };

  while (nib.n_dashes < ATLAS_MAP_MAX_DASHES && style->dash[nib.n_dashes] > 0)
    {
      nib.dash[nib.n_dashes] = (double) style->dash[nib.n_dashes] * width * (nib.n_dashes % 2 == 1 ? loose : 1.0);
      nib.n_dashes++;
    }

  return nib;
}

/* Dashes are cut here and not by cairo: it would cut those of the whole line, of which a view near by shows little. */
void
atlas_map_nib_stroke (const AtlasMapNib   *nib,
                      cairo_t             *cr,
                      const AtlasMapPath  *path,
                      const AtlasMapBrush *brush,
                      gboolean             closed)
{
  cairo_new_path (cr);
  atlas_map_path_trace_line (path, cr, closed, nib->dash, nib->n_dashes);
  cairo_set_line_cap (cr, nib->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, nib->width);
  atlas_map_ink_stroke (cr, brush->raster);
}

/* The light under a line. Where the course is only a scheme it is wide and pale, so that the line seems laid on, not surveyed. */
static void
stroke_casing (cairo_t             *cr,
               const AtlasMapPath  *path,
               const AtlasMapBrush *brush,
               double               width)
{
  double      casing = (double) brush->style->casing * (brush->schematic ? PALE_CASING : 1.0);
  AtlasMapNib nib = { .width = width + 2 * casing, .round = TRUE };

  atlas_palette_set_source (cr, brush->inks->casing, brush->alpha * (brush->schematic ? PALE_ALPHA : 1.0));
  atlas_map_nib_stroke (&nib, cr, path, brush, FALSE);
}

/* The line itself: of a hollow one two edges with paper between. */
static void
stroke_core (cairo_t             *cr,
             const AtlasMapPath  *path,
             const AtlasMapBrush *brush,
             double               width)
{
  AtlasMapNib nib = atlas_map_nib_for_status (brush->style, width, brush->schematic ? LOOSE : 1.0);
  gboolean    hollow = brush->style->line == ATLAS_MAP_LINE_HOLLOW;

  if (brush->style->barred && !hollow)
    nib.width *= BARRED;
  atlas_map_brush_set_ink (cr, brush, 1.0);
  atlas_map_nib_stroke (&nib, cr, path, brush, FALSE);

  if (hollow)
    {
      nib.width = MAX (nib.width - 2 * HOLLOW_EDGE * brush->scale, 0.4 * nib.width);
      atlas_palette_set_source (cr, brush->inks->paper, brush->alpha);
      atlas_map_nib_stroke (&nib, cr, path, brush, FALSE);
    }
}

static void
stroke_inked (cairo_t             *cr,
              const AtlasMapPath  *path,
              const AtlasMapBrush *brush)
{
  double width = atlas_map_brush_width (brush);

  if (!brush->plain)
    stroke_casing (cr, path, brush, width);
  stroke_core (cr, path, brush, width);
  if (brush->plain)
    return;

  atlas_map_brush_set_ink (cr, brush, 1.0);
  if (brush->style->barred)
    atlas_map_marks_bar (cr, path, brush, width / 2 + BAR_REACH * brush->scale);
  else
    atlas_map_marks_paint (cr, path, brush, width);
  atlas_map_marks_flow (cr, path, brush, width);
}

/* A band whose course is only a scheme is paler and has loose edges. */
static void
stroke_band (cairo_t             *cr,
             const AtlasMapPath  *path,
             const AtlasMapBrush *brush,
             AtlasMapPath        *scratch)
{
  double      width = atlas_map_brush_width (brush);
  double      edge = ATLAS_MAP_EDGE * brush->scale;
  double      tint = (double) brush->style->tint;
  AtlasMapNib fill = { .width = width };
  AtlasMapNib rim = atlas_map_nib_for_status (brush->style, edge, brush->schematic ? LOOSE : 1.0);

  if (brush->plain)
    rim.n_dashes = 0;
  else if (brush->schematic && rim.n_dashes == 0)
    rim = atlas_map_nib_dashed (edge, 9.0, 2.2, FALSE);
  if (!brush->plain)
    {
      fill.width += 0.8;
      atlas_palette_set_source (cr, brush->inks->casing, (brush->schematic ? PALE_BAND_CASING : BAND_CASING) * tint * brush->alpha);
      atlas_map_nib_stroke (&fill, cr, path, brush, FALSE);
    }
  atlas_map_brush_set_ink (cr, brush, BAND_ALPHA * tint);
  atlas_map_nib_stroke (&fill, cr, path, brush, FALSE);

  atlas_map_path_empty (scratch);
  atlas_map_path_add_offset (scratch, path, (width - edge) / 2);
  atlas_map_path_add_offset (scratch, path, (edge - width) / 2);
  atlas_map_brush_set_ink (cr, brush, brush->schematic || brush->plain ? PALE_EDGE_ALPHA : BAND_EDGE_ALPHA);
  atlas_map_nib_stroke (&rim, cr, scratch, brush, FALSE);
  if (brush->style->barred && !brush->plain)
    atlas_map_marks_bar (cr, path, brush, width / 2);
}

void
atlas_map_stroke_lines (cairo_t             *cr,
                        const AtlasMapPath  *path,
                        const AtlasMapBrush *brush,
                        AtlasMapPath        *scratch)
{
  if (path->ends->len == 0)
    return;

  cairo_save (cr);
  cairo_set_tolerance (cr, 0.3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL); /* corners are so dense where a line is rounded that they need no joins */
  scratch->clip = path->clip;
  if (brush->style->line == ATLAS_MAP_LINE_BAND)
    stroke_band (cr, path, brush, scratch);
  else
    stroke_inked (cr, path, brush);
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
  double      width = closed ? ATLAS_MAP_EDGE * brush->scale : atlas_map_brush_width (brush);
  AtlasMapNib nib = { .width = width + 2 * margin, .round = TRUE };

  if (path->ends->len == 0)
    return;

  cairo_save (cr);
  cairo_set_tolerance (cr, 0.3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  atlas_palette_set_source (cr, color, 1.0);
  atlas_map_nib_stroke (&nib, cr, path, brush, closed);
  cairo_restore (cr);
}
