// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-stroke.h"

#include "atlas-map-ink.h"

#include <math.h>

#define CASING 1.4          /* px of light on each side of a line */
#define TIE_SPACING 7.0     /* px */
#define BEAD_SPACING 12.0   /* px */
#define HEAD_SPACING 46.0   /* px, of arrow heads */
#define TOOTH_SPACING 7.0   /* px */
#define HATCH_SPACING 6.5   /* px */
#define BLOCK_SPACING 11.0  /* px, of a schematic band */
#define BLOCK_GAP 3.0       /* px */
#define HOLE_SPACING 11.0   /* px of casing between two holes of a schematic line */
#define HOLE 4.0            /* px */
#define COMB 17.0           /* px that hatches reach in from the rim of a large area */
#define FULL_HATCH 420.0    /* px: the extent from which they do not fill it */
#define RIBBON_EXTENT 400.0 /* px: the extent from which an area has no ribbon */
#define RIBBON 6.0          /* px: the soft band along a rim */
#define BAND_ALPHA 0.30
#define HATCH_ALPHA 0.50
#define RIBBON_ALPHA 0.20

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

/* A stroke to come: which part of a line is inked, and how wide. */
typedef struct
{
  double   dash[ATLAS_MAP_MAX_DASHES];
  guint    n_dashes;
  double   width;
  gboolean round;
} Nib;

/* The status's dashes for a line of @width; dots are round. */
static Nib
nib_for_status (const AtlasMapStyle *style,
                double               width)
{
  Nib nib = { .width = width, .round = style->dash[0] > 0 && style->dash[0] < 0.5f };

  while (nib.n_dashes < ATLAS_MAP_MAX_DASHES && style->dash[nib.n_dashes] > 0)
    {
      nib.dash[nib.n_dashes] = (double) style->dash[nib.n_dashes] * width;
      nib.n_dashes++;
    }

  return nib;
}

static Nib
nib_dashed (double   width,
            double   ink,
            double   gap,
            gboolean round)
{
  return (Nib){ { ink, gap }, 2, width, round };
}

/* Dashes are cut here and not by cairo: it would cut those of the whole line, of which a view near by shows little. */
static void
stroke (cairo_t             *cr,
        const AtlasMapPath  *path,
        const AtlasMapBrush *brush,
        gboolean             closed,
        Nib                  nib)
{
  cairo_new_path (cr);
  atlas_map_path_trace_line (path, cr, closed, nib.dash, nib.n_dashes);
  cairo_set_line_cap (cr, nib.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, nib.width);
  atlas_map_ink_stroke (cr, brush->raster);
}

/* The light under a line. Where the course is only a scheme it is perforated: the line seems sewn on, not surveyed. */
static void
stroke_casing (cairo_t             *cr,
               const AtlasMapPath  *path,
               const AtlasMapBrush *brush,
               double               width)
{
  Nib nib = { .width = width + 2 * CASING, .round = TRUE };

  if (brush->schematic)
    nib = nib_dashed (width + 2 * (CASING + 0.5), HOLE_SPACING, HOLE, FALSE);
  atlas_palette_set_source (cr, brush->inks->casing, brush->alpha);
  stroke (cr, path, brush, FALSE, nib);
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
  Nib    nib = nib_for_status (brush->style, width);

  switch (brush->style->line)
    {
    case ATLAS_MAP_LINE_TIES:
      stroke (cr, path, brush, FALSE, nib_dashed (width + 3.4 * scale, 1.2 * scale, (TIE_SPACING - 1.2) * scale, FALSE));
      break;
    case ATLAS_MAP_LINE_BEADS:
      stroke (cr, path, brush, FALSE, nib_dashed (width + 2.6 * scale, 0.01, BEAD_SPACING * scale, TRUE));
      break;
    case ATLAS_MAP_LINE_HOLLOW:
      nib.width *= 0.42;
      atlas_palette_set_source (cr, brush->inks->paper, brush->alpha);
      stroke (cr, path, brush, FALSE, nib);
      break;
    case ATLAS_MAP_LINE_CHEVRONS:
      cairo_new_path (cr);
      atlas_map_path_walk (path, cr, HEAD_SPACING * scale, 1.6 * width + 1.2, trace_head);
      atlas_map_ink_fill (cr, brush->raster);
      break;
    case ATLAS_MAP_LINE_TEETH:
      cairo_new_path (cr);
      atlas_map_path_walk (path, cr, TOOTH_SPACING * scale, 4.2 * scale, trace_tooth);
      cairo_set_line_width (cr, 0.8 * width);
      atlas_map_ink_stroke (cr, brush->raster);
      break;
    case ATLAS_MAP_LINE_PLAIN:
    case ATLAS_MAP_LINE_BAND:
    case ATLAS_N_MAP_LINES:
    default:
      break;
    }
}

/* A band whose course is only a scheme is a row of blocks between its edges. */
static void
stroke_band (cairo_t             *cr,
             const AtlasMapPath  *path,
             const AtlasMapBrush *brush,
             AtlasMapPath        *scratch)
{
  double width = atlas_map_brush_width (brush);
  double edge = ATLAS_MAP_EDGE * brush->scale;
  Nib    nib = { .width = width };

  if (brush->schematic && !brush->plain)
    nib = nib_dashed (width, BLOCK_SPACING, BLOCK_GAP, FALSE);
  set_role (cr, brush, BAND_ALPHA);
  stroke (cr, path, brush, FALSE, nib);

  atlas_map_path_empty (scratch);
  atlas_map_path_add_offset (scratch, path, (width - edge) / 2);
  atlas_map_path_add_offset (scratch, path, (edge - width) / 2);
  set_role (cr, brush, 1.0);
  stroke (cr, scratch, brush, FALSE, nib_for_status (brush->style, edge));
}

/* Corners are so dense where a line is rounded that they need no joins. */
static void
begin (cairo_t            *cr,
       const AtlasMapPath *path,
       AtlasMapPath       *scratch)
{
  cairo_save (cr);
  cairo_set_tolerance (cr, 0.3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  if (scratch != NULL)
    scratch->clip = path->clip;
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

  begin (cr, path, scratch);
  if (brush->style->line == ATLAS_MAP_LINE_BAND)
    {
      stroke_band (cr, path, brush, scratch);
    }
  else
    {
      if (!brush->plain)
        stroke_casing (cr, path, brush, width);
      set_role (cr, brush, 1.0);
      stroke (cr, path, brush, FALSE, nib_for_status (brush->style, width));
      if (!brush->plain)
        stroke_marks (cr, path, brush, width);
    }
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

static double
get_extent (const AtlasMapPath *path)
{
  AtlasBox box = ATLAS_BOX_EMPTY;

  for (guint i = 0; i < path->points->len; i++)
    box = atlas_box_add_point (box, g_array_index (path->points, AtlasPoint, i));

  return MAX (box.x1 - box.x0, box.y1 - box.y0);
}

/* An area that fills the view is hatched along its rim only, as printed maps do: its middle stays open for what lies in it. */
static double
hatch_reach (double extent)
{
  return MAX (COMB, (FULL_HATCH - extent) / 2 + COMB);
}

static void
stroke_hatch (cairo_t             *cr,
              const AtlasMapPath  *path,
              const AtlasMapBrush *brush,
              double               extent,
              AtlasMapPath        *scratch)
{
  AtlasMapHatch hatch = brush->style->hatch;
  double        spacing = HATCH_SPACING * hatches[hatch].spacing * MAX (brush->scale * brush->scale, 0.8);
  Nib           nib = { .width = 0.9 };

  atlas_map_path_empty (scratch);
  for (int i = 0; i < hatches[hatch].n_angles; i++)
    atlas_map_hatch (path, (hatches[hatch].angles[i] + brush->turn) * G_PI / 180.0, spacing, brush->to_px.x0, brush->to_px.y0, hatch_reach (extent), scratch);
  if (scratch->ends->len == 0)
    return;

  if (hatch == ATLAS_MAP_HATCH_DOTTED)
    nib = nib_dashed (1.8, 0.01, spacing, TRUE);
  set_role (cr, brush, HATCH_ALPHA);
  stroke (cr, scratch, brush, FALSE, nib);
}

void
atlas_map_stroke_areas (cairo_t             *cr,
                        const AtlasMapPath  *path,
                        const AtlasMapBrush *brush,
                        AtlasMapPath        *scratch)
{
  double edge = ATLAS_MAP_EDGE * brush->scale;
  double extent = get_extent (path);
  Nib    rim = nib_for_status (brush->style, edge);

  if (path->ends->len == 0)
    return;

  begin (cr, path, scratch);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_new_path (cr);
  atlas_map_path_trace (path, cr);
  set_role (cr, brush, (double) brush->style->tint);
  atlas_map_ink_fill (cr, brush->raster);
  if (!brush->plain)
    {
      stroke_hatch (cr, path, brush, extent, scratch);
      if (extent < RIBBON_EXTENT)
        {
          set_role (cr, brush, RIBBON_ALPHA * MIN (3 * (1 - extent / RIBBON_EXTENT), 1));
          stroke (cr, path, brush, TRUE, (Nib){ .width = RIBBON * brush->scale });
        }
    }

  if (brush->schematic && rim.n_dashes == 0)
    rim = nib_dashed (edge, 7.0, 3.0, FALSE);
  set_role (cr, brush, 1.0);
  stroke (cr, path, brush, TRUE, rim);
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

  begin (cr, path, NULL);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  atlas_palette_set_source (cr, color, 1.0);
  stroke (cr, path, brush, closed, (Nib){ .width = (closed ? ATLAS_MAP_EDGE * brush->scale : atlas_map_brush_width (brush)) + 2 * margin, .round = TRUE });
  cairo_restore (cr);
}
