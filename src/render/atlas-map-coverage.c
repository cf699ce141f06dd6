// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-coverage.h"

#include "atlas-geodesy.h"
#include "atlas-mercator.h"

#include "atlas-text-sink.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define LEG_STEPS 48
#define FONT "Lato, Noto Sans, sans-serif"
#define FONT_SIZE 10.5   /* px */
#define ARC_STEP 1.5     /* degrees */
#define ARC_EVERY 1.0e6  /* metres between the fine arcs */
#define MAX_RANGE 1.9e7  /* metres: nearly the other side of the earth */
#define MAX_SPREAD 359.0 /* degrees */
#define MAX_PX 4.0e6     /* beyond what cairo's numbers hold */

/* Adds the place @distance from @site on @bearing; a sector that crosses 180° goes on, it does not jump round the world. */
static void
add_place (AtlasMapPath         *path,
           AtlasPoint            site,
           double                bearing,
           double                distance,
           const cairo_matrix_t *to_px)
{
  AtlasPoint place = atlas_geodesy_destination (atlas_mercator_unproject (site), bearing, distance);
  AtlasPoint unit = atlas_mercator_project (place.x, place.y);
  double     x, y;

  x = unit.x - round (unit.x - site.x);
  y = unit.y;
  cairo_matrix_transform_point (to_px, &x, &y);
  atlas_map_path_add_point (path, CLAMP (x, -MAX_PX, MAX_PX), CLAMP (y, -MAX_PX, MAX_PX));
}

/* Degrees clockwise from the first bearing to the last. */
static double
get_spread (const AtlasCoverage *coverage)
{
  double spread = fmod (coverage->sector[1] - coverage->sector[0] + 720.0, 360.0);

  return spread > 0 ? spread : MAX_SPREAD;
}

static void
add_arc (const AtlasCoverage  *coverage,
         AtlasPoint            site,
         double                range,
         const cairo_matrix_t *to_px,
         AtlasMapPath         *path)
{
  double spread = get_spread (coverage);
  int    steps = MAX ((int) ceil (spread / ARC_STEP), 2);

  for (int i = 0; i <= steps; i++)
    add_place (path, site, coverage->sector[0] + spread * i / steps, range, to_px);
}

void
atlas_map_coverage_outline (const AtlasCoverage  *coverage,
                            AtlasPoint            site,
                            double                range,
                            const cairo_matrix_t *to_px,
                            AtlasMapPath         *path)
{
  double far = MIN (range, MAX_RANGE);

  for (int i = 0; i < LEG_STEPS; i++)
    add_place (path, site, coverage->sector[0], far * i / LEG_STEPS, to_px);
  add_arc (coverage, site, far, to_px, path);
  for (int i = LEG_STEPS - 1; i > 0; i--)
    add_place (path, site, coverage->sector[1], far * i / LEG_STEPS, to_px);
  atlas_map_path_end_run (path);
}

static void
set_wash (cairo_t            *cr,
          const AtlasMapPath *path,
          guint32             ink)
{
  const AtlasPoint *points = (const AtlasPoint *) (gpointer) path->points->data;
  double            reach = 1;
  cairo_pattern_t  *wash;

  for (guint i = 1; i < path->points->len; i++)
    reach = MAX (reach, hypot (points[i].x - points[0].x, points[i].y - points[0].y));

  wash = cairo_pattern_create_radial (points[0].x, points[0].y, 0, points[0].x, points[0].y, reach);
  atlas_palette_add_stop (wash, 0, (AtlasColor){ ink, 1.0f }, 0.11);
  atlas_palette_add_stop (wash, 1, (AtlasColor){ ink, 1.0f }, 0.04);
  cairo_set_source (cr, wash);
  cairo_pattern_destroy (wash);
}

/* How far a ring is from the site, set where the array looks. */
static void
paint_distance (cairo_t              *cr,
                const AtlasCoverage  *coverage,
                AtlasPoint            site,
                double                range,
                const cairo_matrix_t *to_px,
                const AtlasMapInks   *inks,
                PangoLayout          *layout,
                AtlasMapPath         *scratch)
{
  double           azimuth = isfinite (coverage->azimuth) ? coverage->azimuth : coverage->sector[0] + get_spread (coverage) / 2;
  g_autofree char *text = g_strdup_printf (_ ("%d km"), (int) round (range / 1000.0));
  AtlasPoint       place;
  int              width, height;

  atlas_map_path_empty (scratch);
  add_place (scratch, site, azimuth, range, to_px);
  place = g_array_index (scratch->points, AtlasPoint, 0);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, round (place.x - width / 2.0), round (place.y - height / 2.0));
  atlas_text_show_haloed (cr, layout, (AtlasColor){ inks->roles[ATLAS_MAP_ROLE_SITE], 1.0F }, inks->text_halo, 3.0);
}

static void
paint_distances (cairo_t              *cr,
                 const AtlasCoverage  *coverage,
                 AtlasPoint            site,
                 double                range,
                 const cairo_matrix_t *to_px,
                 const AtlasMapInks   *inks,
                 AtlasMapPath         *scratch)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);

  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  for (double ring = ARC_EVERY; ring < range; ring += ARC_EVERY)
    paint_distance (cr, coverage, site, ring, to_px, inks, layout, scratch);
  paint_distance (cr, coverage, site, range, to_px, inks, layout, scratch);
}

/* A soft rim that fades inwards. */
static void
paint_rim (cairo_t *cr,
           guint32  ink)
{
  static const double widths[] = { 9.0, 5.0, 1.3 };
  static const double alphas[] = { 0.08, 0.12, 0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      atlas_palette_set_source (cr, (AtlasColor){ ink, 1.0f }, alphas[i]);
      cairo_set_line_width (cr, widths[i]);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

void
atlas_map_coverage_paint (cairo_t              *cr,
                          const AtlasCoverage  *coverage,
                          AtlasPoint            site,
                          const cairo_matrix_t *to_px,
                          const AtlasMapInks   *inks,
                          AtlasMapPath         *scratch)
{
  guint32      ink = inks->roles[ATLAS_MAP_ROLE_SITE];
  const double dash[] = { 5.0, 3.0 };
  double       range = MIN (coverage->range, MAX_RANGE);

  if (!(range > 0) || !isfinite (coverage->sector[0]) || !isfinite (coverage->sector[1]))
    return;

  cairo_save (cr);
  cairo_new_path (cr);
  atlas_map_path_empty (scratch);
  atlas_map_coverage_outline (coverage, site, range, to_px, scratch);
  atlas_map_path_trace (scratch, cr);
  set_wash (cr, scratch, ink);
  cairo_fill_preserve (cr);
  paint_rim (cr, ink);

  atlas_map_path_empty (scratch);
  for (double ring = ARC_EVERY; ring < range; ring += ARC_EVERY)
    {
      add_arc (coverage, site, ring, to_px, scratch);
      atlas_map_path_end_run (scratch);
    }
  atlas_map_path_trace_line (scratch, cr, FALSE, dash, 2);
  atlas_palette_set_source (cr, (AtlasColor){ ink, 1.0f }, 0.45);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
  paint_distances (cr, coverage, site, range, to_px, inks, scratch);
  cairo_restore (cr);
}
