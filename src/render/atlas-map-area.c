// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-stroke-private.h"

#include "atlas-map-ink.h"

#include <math.h>

#define HATCH_SPACING 6.5 /* px */
#define HATCH_WIDTH 0.75
#define HATCH_ALPHA 0.55
#define COMB 15.0        /* px that hatches reach in from the rim of a large area */
#define FULL_HATCH 420.0 /* px: the extent from which they do not fill it */
#define CROWDED_COMB 7.0 /* px that they reach in where several areas lie on one another */
#define CROWDED 2
#define RIBBON_ALPHA 0.11

/* The graded band inside a rim, px wide each, one on the other. */
static const double ribbons[] = { 7.0, 4.4, 2.2 };

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

double
atlas_map_hatch_get_angle (AtlasMapHatch hatch)
{
  g_return_val_if_fail ((guint) hatch < ATLAS_N_MAP_HATCHES, 0);

  return hatches[hatch].angles[0];
}

static double
get_extent (const AtlasMapPath *path)
{
  AtlasBox box = ATLAS_BOX_EMPTY;

  for (guint i = 0; i < path->points->len; i++)
    box = atlas_box_add_point (box, g_array_index (path->points, AtlasPoint, i));

  return MAX (box.x1 - box.x0, box.y1 - box.y0);
}

/* An area that fills the view is hatched along its rim only, as printed maps do: its middle stays open for what lies in it. So is one of many. */
static double
hatch_reach (const AtlasMapBrush *brush,
             double               extent)
{
  if (brush->crowd >= CROWDED)
    return CROWDED_COMB;

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
  AtlasMapNib   nib = { .width = HATCH_WIDTH };

  atlas_map_path_empty (scratch);
  for (int i = 0; i < hatches[hatch].n_angles; i++)
    atlas_map_hatch (path, (hatches[hatch].angles[i] + brush->turn) * G_PI / 180.0, spacing, brush->to_px.x0, brush->to_px.y0,
                     hatch_reach (brush, extent), scratch);
  if (scratch->ends->len == 0)
    return;

  if (hatch == ATLAS_MAP_HATCH_DOTTED)
    nib = atlas_map_nib_dashed (1.6, 0.01, spacing, TRUE);
  atlas_map_brush_set_ink (cr, brush, HATCH_ALPHA);
  atlas_map_nib_stroke (&nib, cr, scratch, brush, FALSE);
}

/* 1 when the first ring runs clockwise on the screen, with its inside on the right, else -1. Holes run the other way. */
static double
get_inside (const AtlasMapPath *path)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) path->points->data;
  guint             n = g_array_index (path->ends, guint, 0);
  double            twice = 0;

  for (guint i = 0; i < n; i++)
    twice += points[i].x * points[(i + 1) % n].y - points[(i + 1) % n].x * points[i].y;

  return twice > 0 ? 1 : -1;
}

static void
stroke_ribbons (cairo_t             *cr,
                const AtlasMapPath  *path,
                const AtlasMapBrush *brush,
                AtlasMapPath        *scratch)
{
  double inside = get_inside (path);

  atlas_map_brush_set_ink (cr, brush, RIBBON_ALPHA);
  for (guint i = 0; i < G_N_ELEMENTS (ribbons); i++)
    {
      AtlasMapNib nib = { .width = ribbons[i] * brush->scale };

      atlas_map_path_empty (scratch);
      atlas_map_path_add_offset (scratch, path, inside * nib.width / 2);
      atlas_map_nib_stroke (&nib, cr, scratch, brush, TRUE);
    }
}

void
atlas_map_stroke_areas (cairo_t             *cr,
                        const AtlasMapPath  *path,
                        const AtlasMapBrush *brush,
                        AtlasMapPath        *scratch)
{
  double      edge = ATLAS_MAP_EDGE * brush->scale;
  AtlasMapNib rim = atlas_map_nib_for_status (brush->style, edge, 1.0);

  if (path->ends->len == 0)
    return;

  cairo_save (cr);
  cairo_set_tolerance (cr, 0.3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  scratch->clip = path->clip;
  cairo_new_path (cr);
  atlas_map_path_trace (path, cr);
  atlas_map_brush_set_ink (cr, brush, (double) brush->style->tint / (1 + brush->crowd));
  atlas_map_ink_fill (cr, brush->raster);
  if (!brush->plain)
    stroke_hatch (cr, path, brush, get_extent (path), scratch);
  if (!brush->plain && !brush->together)
    stroke_ribbons (cr, path, brush, scratch);

  if (brush->schematic && rim.n_dashes == 0)
    rim = atlas_map_nib_dashed (edge, 8.0, 2.6, FALSE);
  atlas_map_brush_set_ink (cr, brush, 1.0);
  atlas_map_nib_stroke (&rim, cr, path, brush, TRUE);
  cairo_restore (cr);
}
