// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-painter.h"
#include "atlas-basemap-path.h"
#include "atlas-relief.h"

#include <math.h>

#define TOLERANCE 0.3 /* pixels that a flattened curve may stray */

/* A quantity that changes in steps with the zoom: the row with the highest zoom not above the view's. */
typedef struct
{
  double zoom;
  double value;
} Step;

/* clang-format off */
static const Step coast_width[]       = { { 0, .45 }, { 5, .70 }, { 7, .95 }, { 11, 1.2 } };
static const Step lake_shore_width[]  = { { 0, .35 }, { 5, .40 }, { 6, .70 }, { 9, .90 } };
static const Step lake_shore_strength[] = { { 0, .60 }, { 6, .90 } };
static const Step waterline_scale[]   = { { 0, .50 }, { 5, .80 }, { 7, 1.0 } };
static const Step urban_strength[]    = { { 0, 0 }, { 6, .60 }, { 7, .80 }, { 8, .45 }, { 9, 0 } };
static const Step province_strength[] = { { 0, 0 }, { 6, .55 }, { 7, .75 }, { 8, 1 } };
static const Step province_width[]    = { { 0, .60 }, { 8, .75 }, { 10, .85 } };
static const Step border_width[]      = { { 0, .75 }, { 5, .95 }, { 7, 1.1 }, { 9, 1.25 } };
static const Step ribbon_width[]      = { { 0, 2.5 }, { 5, 4.0 }, { 6, 5.0 }, { 7, 6.0 }, { 9, 8.0 } };

static const double province_dashes[] = { 3.2, 2.2 };
static const double border_dashes[]   = { 6.5, 2.2, 1.1, 2.2 };
static const double disputed_dashes[] = { 2.4, 2.4 };

/* Lines engraved in the water along the shore, widest first: pixels, and the part of the ink's strength. */
static const struct { double width, strength; } waterlines[] = { { 12.5, .35 }, { 7, .55 }, { 3.2, 1 } };
/* clang-format on */

#define WATERLINES_FROM 5        /* zoom; before it, the innermost only */
#define WATERLINES_TOLERANCE 0.5 /* device px */
#define WATERLINES_COARSER 1     /* levels */
#define BORDER_DASHES_FROM 4     /* zoom; before it, borders are solid */

static double
get_step (const Step *steps,
          guint       n_steps,
          double      zoom)
{
  guint i = n_steps - 1;

  while (i > 0 && steps[i].zoom > zoom + 0.01)
    i--;

  return steps[i].value;
}

#define BY_ZOOM(steps, zoom) get_step ((steps), G_N_ELEMENTS (steps), (zoom))

typedef struct
{
  AtlasBasemapSight   sight;
  const AtlasPalette *palette;
  AtlasReliefView     relief;
  cairo_surface_t    *target;
} Painter;

static void
paint_relief (Painter         *self,
              cairo_surface_t *land,
              cairo_surface_t *sea)
{
  cairo_surface_t *any = land != NULL ? land : sea;

  atlas_relief_paint (self->sight.basemap, self->palette, &self->relief,
                      land == NULL ? NULL : (guint32 *) (void *) cairo_image_surface_get_data (land),
                      sea == NULL ? NULL : (guint32 *) (void *) cairo_image_surface_get_data (sea),
                      cairo_image_surface_get_stride (any) / (int) sizeof (guint32));
  if (land != NULL)
    cairo_surface_mark_dirty (land);
  if (sea != NULL)
    cairo_surface_mark_dirty (sea);
}

/* They are wide and faint, so a coarser coast, coarser joins and fewer grey levels serve, at a fraction of the cost. */
static void
stroke_waterlines (Painter *self)
{
  cairo_t *cr = self->sight.cr;
  guint    first = self->sight.zoom < WATERLINES_FROM ? G_N_ELEMENTS (waterlines) - 1 : 0;
  double   scale = BY_ZOOM (waterline_scale, self->sight.zoom);
  int      level = self->sight.level;

  cairo_new_path (cr);
  self->sight.level = level - WATERLINES_COARSER;
  atlas_basemap_path_rings (&self->sight, ATLAS_BASEMAP_LAND);
  self->sight.level = level;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_tolerance (cr, WATERLINES_TOLERANCE);
  for (guint i = first; i < G_N_ELEMENTS (waterlines); i++)
    {
      atlas_palette_set_source (cr, self->palette->waterline, waterlines[i].strength);
      cairo_set_line_width (cr, waterlines[i].width * scale);
      cairo_stroke_preserve (cr);
    }
  cairo_restore (cr);
  cairo_new_path (cr);
}

/* Both grounds are painted, and the land is cut out of its ground along the coast. */
static void
paint_shore (Painter            *self,
             const cairo_path_t *coast)
{
  cairo_t         *cr = self->sight.cr;
  cairo_surface_t *land = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->relief.width, self->relief.height);

  paint_relief (self, land, self->target);
  stroke_waterlines (self);

  cairo_append_path (cr, coast);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_set_source_surface (cr, land, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (land);
}

/* Returns: (nullable): the coast's path, for drawing over what is near it. */
static cairo_path_t *
paint_ground (Painter *self)
{
  cairo_path_t *coast = NULL;

  switch (atlas_basemap_path_rings (&self->sight, ATLAS_BASEMAP_LAND))
    {
    case ATLAS_COVER_ALL:
      paint_relief (self, self->target, NULL);
      break;

    case ATLAS_COVER_NONE:
      paint_relief (self, NULL, self->target);
      break;

    case ATLAS_COVER_SOME:
    default:
      coast = cairo_copy_path (self->sight.cr);
      paint_shore (self, coast);
      break;
    }

  return coast;
}

static void
paint_urban (Painter *self)
{
  double     strength = BY_ZOOM (urban_strength, self->sight.zoom);
  AtlasCover cover;

  if (strength <= 0)
    return;

  cover = atlas_basemap_path_rings (&self->sight, ATLAS_BASEMAP_URBAN);
  atlas_palette_set_source (self->sight.cr, self->palette->urban, strength);
  if (cover == ATLAS_COVER_ALL)
    cairo_paint (self->sight.cr);
  else
    cairo_fill (self->sight.cr);
}

static double
get_river_width (const AtlasBasemapFeature *river,
                 double                     zoom)
{
  double first = river->min_zoom / 10.0;
  double bonus = first < 4 ? .45 : first < 5.6 ? .2
                                               : 0;

  return MIN (2.4, .5 + .27 * (zoom - first) + bonus);
}

#define RIVER_PENS 12
#define THINNEST .42
#define PEN_STEP .17

/* Rivers widen as one comes nearer. They are gathered by pen, so that each pen strokes once. */
static void
paint_rivers (Painter *self)
{
  const AtlasBasemap           *basemap = self->sight.basemap;
  const AtlasBasemapLayerIndex *index = &basemap->layers[ATLAS_BASEMAP_RIVER];
  cairo_t                      *cr = self->sight.cr;

  atlas_palette_set_source (cr, self->palette->river, 1);
  for (int pen = 0; pen < RIVER_PENS; pen++)
    {
      for (guint32 i = 0; i < index->n_features; i++)
        {
          const AtlasBasemapFeature *river = &basemap->features[index->first_feature + i];
          int                        wanted;

          if (river->kind == ATLAS_RIVER_IN_LAKE || !atlas_basemap_sees (&self->sight, river))
            continue;
          wanted = (int) ((get_river_width (river, self->sight.zoom) - THINNEST) / PEN_STEP);
          if (CLAMP (wanted, 0, RIVER_PENS - 1) == pen)
            atlas_basemap_path_line (&self->sight, river);
        }
      cairo_set_line_width (cr, THINNEST + PEN_STEP * pen);
      cairo_stroke (cr);
    }
}

static void
paint_provinces (Painter *self)
{
  const AtlasBasemap           *basemap = self->sight.basemap;
  const AtlasBasemapLayerIndex *index = &basemap->layers[ATLAS_BASEMAP_PROVINCE];
  double                        strength = BY_ZOOM (province_strength, self->sight.zoom);

  if (strength <= 0)
    return;

  atlas_palette_set_source (self->sight.cr, self->palette->province, strength);
  cairo_set_line_width (self->sight.cr, BY_ZOOM (province_width, self->sight.zoom));
  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *line = &basemap->features[index->first_feature + i];

      if (atlas_basemap_sees (&self->sight, line))
        atlas_basemap_stroke_dashed (&self->sight, line, province_dashes, G_N_ELEMENTS (province_dashes));
    }
  cairo_set_dash (self->sight.cr, NULL, 0, 0);
}

static void
paint_lakes (Painter *self)
{
  cairo_t   *cr = self->sight.cr;
  AtlasCover cover = atlas_basemap_path_rings (&self->sight, ATLAS_BASEMAP_LAKE);

  atlas_palette_set_source (cr, self->palette->lake, 1);
  if (cover == ATLAS_COVER_ALL)
    cairo_paint (cr);
  else
    cairo_fill_preserve (cr);
  atlas_palette_set_source (cr, self->palette->coast, BY_ZOOM (lake_shore_strength, self->sight.zoom));
  cairo_set_line_width (cr, BY_ZOOM (lake_shore_width, self->sight.zoom));
  cairo_stroke (cr);
}

static void
paint_coast (Painter      *self,
             cairo_path_t *coast)
{
  cairo_t *cr = self->sight.cr;

  cairo_append_path (cr, coast);
  atlas_palette_set_source (cr, self->palette->coast, 1);
  cairo_set_line_width (cr, BY_ZOOM (coast_width, self->sight.zoom));
  cairo_stroke (cr);
}

static void
paint_ribbon (Painter *self)
{
  const AtlasBasemap           *basemap = self->sight.basemap;
  const AtlasBasemapLayerIndex *index = &basemap->layers[ATLAS_BASEMAP_BORDER];

  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *line = &basemap->features[index->first_feature + i];

      if (line->kind == ATLAS_BORDER_AGREED && atlas_basemap_sees (&self->sight, line))
        atlas_basemap_path_line (&self->sight, line);
    }
  atlas_palette_set_source (self->sight.cr, self->palette->ribbon, 1);
  cairo_set_line_width (self->sight.cr, BY_ZOOM (ribbon_width, self->sight.zoom));
  cairo_stroke (self->sight.cr);
}

/* A border both sides agree on has a ribbon and long dashes; a disputed line, a line of control and a claim have short ones
 * and no ribbon. */
static void
paint_borders (Painter *self)
{
  const AtlasBasemap           *basemap = self->sight.basemap;
  const AtlasBasemapLayerIndex *index = &basemap->layers[ATLAS_BASEMAP_BORDER];
  cairo_t                      *cr = self->sight.cr;
  double                        width = BY_ZOOM (border_width, self->sight.zoom);
  int                           n_border_dashes = self->sight.zoom < BORDER_DASHES_FROM ? 0 : G_N_ELEMENTS (border_dashes);

  paint_ribbon (self);
  for (guint32 i = 0; i < index->n_features; i++)
    {
      const AtlasBasemapFeature *line = &basemap->features[index->first_feature + i];

      if (!atlas_basemap_sees (&self->sight, line))
        continue;
      if (line->kind == ATLAS_BORDER_AGREED)
        {
          atlas_palette_set_source (cr, self->palette->border, 1);
          cairo_set_line_width (cr, width);
          atlas_basemap_stroke_dashed (&self->sight, line, border_dashes, n_border_dashes);
        }
      else
        {
          atlas_palette_set_source (cr, self->palette->disputed, line->kind == ATLAS_BORDER_CLAIM ? .8 : 1);
          cairo_set_line_width (cr, width * .9);
          atlas_basemap_stroke_dashed (&self->sight, line, disputed_dashes, G_N_ELEMENTS (disputed_dashes));
        }
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_all (Painter *self)
{
  cairo_t      *cr = self->sight.cr;
  cairo_path_t *coast;

  cairo_set_tolerance (cr, TOLERANCE);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  coast = paint_ground (self);
  paint_urban (self);
  paint_rivers (self);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT); /* of dashes */
  paint_provinces (self);
  paint_lakes (self);
  if (coast != NULL)
    {
      paint_coast (self, coast);
      cairo_path_destroy (coast);
    }
  paint_borders (self);
}

/**
 * atlas_basemap_paint_view:
 * @basemap: a basemap
 * @palette: inks
 * @x: the north-west corner on the Mercator square
 * @y: the north-west corner on the Mercator square
 * @zoom: 256 * 2^zoom logical pixels go round the world; it need not be whole
 * @scale: device pixels a logical pixel
 * @target: (transfer none): an RGB24 or ARGB32 image, filled wholly
 *
 * Paints a part of the world into an image.
 */
void
atlas_basemap_paint_view (const AtlasBasemap *basemap,
                          const AtlasPalette *palette,
                          double              x,
                          double              y,
                          double              zoom,
                          double              scale,
                          cairo_surface_t    *target)
{
  Painter  painter = { .palette = palette, .target = target };
  cairo_t *cr;
  int      width, height;

  g_return_if_fail (basemap != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (scale > 0);
  g_return_if_fail (cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_IMAGE);

  width = cairo_image_surface_get_width (target);
  height = cairo_image_surface_get_height (target);
  cr = cairo_create (target);
  cairo_scale (cr, scale, scale);
  cairo_surface_flush (target);

  painter.relief = (AtlasReliefView){ x, y, 1 / (256 * exp2 (zoom) * scale), width, height, zoom };
  atlas_basemap_sight_init (&painter.sight, basemap, cr, x, y, zoom, width / scale, height / scale, scale);
  paint_all (&painter);

  atlas_basemap_sight_clear (&painter.sight);
  cairo_destroy (cr);
}

/**
 * atlas_basemap_paint_tile:
 * @basemap: a basemap
 * @palette: inks
 * @zoom: 2^zoom tiles go round the world
 * @x: column from 180° W
 * @y: row from the north
 * @size: logical pixels of a side
 * @scale: device pixels a logical pixel
 * @target: (transfer none): an RGB24 or ARGB32 image of @size * @scale device pixels
 *
 * Paints one tile.
 *
 * Lines are as thin and details as fine as at the zoom the tile is shown at, so a tile of 512 logical pixels looks like four
 * of 256 at the zoom after.
 */
void
atlas_basemap_paint_tile (const AtlasBasemap *basemap,
                          const AtlasPalette *palette,
                          int                 zoom,
                          int                 x,
                          int                 y,
                          int                 size,
                          double              scale,
                          cairo_surface_t    *target)
{
  double n_tiles = exp2 (zoom);

  g_return_if_fail (size > 0);

  atlas_basemap_paint_view (basemap, palette, x / n_tiles, y / n_tiles, zoom + log2 (size / 256.0), scale, target);
}
