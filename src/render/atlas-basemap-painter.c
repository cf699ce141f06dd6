// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-painter.h"
#include "atlas-basemap-lines.h"
#include "atlas-basemap-path.h"
#include "atlas-by-zoom.h"
#include "atlas-pixels.h"
#include "atlas-relief.h"

#include <math.h>

#define TOLERANCE 0.3 /* pixels that a flattened curve may stray */

/* clang-format off */
static const AtlasByZoom coast_width[]         = { { 3, .45 }, { 5, .70 }, { 7, .95 }, { 11, 1.2 } };
static const AtlasByZoom lake_shore_width[]    = { { 3, .35 }, { 5, .45 }, { 6, .70 }, { 9, .90 } };
static const AtlasByZoom lake_shore_strength[] = { { 3, .60 }, { 6, .90 } };
static const AtlasByZoom waterline_scale[]     = { { 3, .50 }, { 5, .80 }, { 7, 1.0 }, { 8, 1.1 }, { 10, 1.8 } };
static const AtlasByZoom urban_strength[]      = { { 5.5, 0 }, { 6, .60 }, { 7, .80 }, { 8, .50 }, { 9, 0 } };

/* Lines engraved in the water along the shore, widest first: pixels, and the part of the ink's strength. */
static const struct { double width, strength; } waterlines[] = { { 12.5, .35 }, { 7, .55 }, { 3.2, 1 } };
/* clang-format on */

#define WATERLINES_FROM 5    /* zoom; before it, the innermost only */
#define LAKE_BANDS_FROM 7    /* zoom; before it, lakes are too small for bands */
#define LAKE_BANDS 0.6       /* of the width of a sea's */
#define WATERLINES_COARSER 1 /* levels */

typedef struct
{
  AtlasBasemapSight   sight;
  const AtlasPalette *palette;
  AtlasReliefView     relief;
  cairo_surface_t    *target;
  struct _Scratch    *scratch;
} Painter;

/* What a thread keeps from picture to picture: to ask the system for so much memory anew takes longer than to use it. */
typedef struct _Scratch
{
  AtlasMapRaster  *raster;
  cairo_surface_t *land; /* (nullable): the ground under a coast */
  cairo_surface_t *mask; /* (nullable): where it is seen */
} Scratch;

static void
scratch_free (gpointer data)
{
  Scratch *self = data;

  atlas_map_raster_free (self->raster);
  g_clear_pointer (&self->land, cairo_surface_destroy);
  g_clear_pointer (&self->mask, cairo_surface_destroy);
  g_free (self);
}

static Scratch *
get_scratch (void)
{
  static GPrivate key = G_PRIVATE_INIT (scratch_free);
  Scratch        *self = g_private_get (&key);

  if (self == NULL)
    {
      self = g_new0 (Scratch, 1);
      self->raster = atlas_map_raster_new ();
      g_private_set (&key, self);
    }

  return self;
}

/* A picture as large as the target; what is in it is left from before. */
static cairo_surface_t *
get_picture (cairo_surface_t **kept,
             cairo_format_t    format,
             int               width,
             int               height)
{
  if (*kept != NULL && (cairo_image_surface_get_width (*kept) != width || cairo_image_surface_get_height (*kept) != height))
    g_clear_pointer (kept, cairo_surface_destroy);
  if (*kept == NULL)
    *kept = cairo_image_surface_create (format, width, height);

  return *kept;
}

static guint32 *
get_pixels (cairo_surface_t *surface)
{
  return (guint32 *) (void *) cairo_image_surface_get_data (surface);
}

/* Of every picture here: RGB24 and ARGB32 rows of a width are as long. */
static int
get_stride (cairo_surface_t *surface)
{
  return cairo_image_surface_get_stride (surface) / (int) sizeof (guint32);
}

static void
paint_relief (Painter         *self,
              cairo_surface_t *land,
              cairo_surface_t *sea)
{
  atlas_relief_paint (self->sight.basemap, self->palette, &self->relief, land == NULL ? NULL : get_pixels (land),
                      sea == NULL ? NULL : get_pixels (sea), get_stride (land != NULL ? land : sea));
  if (land != NULL)
    cairo_surface_mark_dirty (land);
  if (sea != NULL)
    cairo_surface_mark_dirty (sea);
}

/* They are wide and faint, so a coarser coast serves, at a fraction of the cost. */
static void
stroke_waterlines (Painter *self)
{
  cairo_t      *cr = self->sight.cr;
  guint         first = self->sight.zoom < WATERLINES_FROM ? G_N_ELEMENTS (waterlines) - 1 : 0;
  double        scale = ATLAS_BY_ZOOM (waterline_scale, self->sight.zoom);
  int           level = self->sight.level;
  cairo_path_t *path;

  cairo_new_path (cr);
  self->sight.level = level - WATERLINES_COARSER;
  atlas_basemap_path_rings (&self->sight, ATLAS_BASEMAP_LAND);
  self->sight.level = level;

  path = cairo_copy_path (cr);
  for (guint i = first; i < G_N_ELEMENTS (waterlines); i++)
    {
      cairo_new_path (cr);
      cairo_append_path (cr, path);
      atlas_palette_set_source (cr, self->palette->waterline, waterlines[i].strength);
      cairo_set_line_width (cr, waterlines[i].width * scale);
      atlas_map_ink_stroke (cr, self->sight.raster);
    }
  cairo_path_destroy (path);
}

/* A picture of where the land is: its alpha. */
static cairo_surface_t *
paint_mask (Painter            *self,
            const cairo_path_t *coast)
{
  cairo_surface_t *mask = get_picture (&self->scratch->mask, CAIRO_FORMAT_ARGB32, self->relief.width, self->relief.height);
  cairo_t         *cr = cairo_create (mask);
  cairo_matrix_t   matrix;

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_get_matrix (self->sight.cr, &matrix);
  cairo_set_matrix (cr, &matrix);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_append_path (cr, coast);
  atlas_map_ink_fill (cr, self->sight.raster);
  cairo_destroy (cr);
  cairo_surface_flush (mask);

  return mask;
}

/* Both grounds are painted, and the land is cut out of its ground along the coast. */
static void
paint_shore (Painter            *self,
             const cairo_path_t *coast)
{
  cairo_surface_t *land = get_picture (&self->scratch->land, CAIRO_FORMAT_RGB24, self->relief.width, self->relief.height);
  cairo_surface_t *mask = paint_mask (self, coast);

  paint_relief (self, land, self->target);
  stroke_waterlines (self);
  cairo_surface_flush (self->target);
  atlas_pixels_lay (get_pixels (self->target), get_pixels (land), get_pixels (mask), (gsize) get_stride (self->target) * (gsize) self->relief.height);
  cairo_surface_mark_dirty (self->target);
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

/* The last bit of each colour nobody sees, but it makes a picture in a file a third larger. */
#define UNSEEN 0x010101

/* A ground for paper, as a picture of few px: it is smooth, and what is sharp in it is drawn over it. It reaches a px beyond the view on
 * each side, so that its rim is not seen. */
static void
lay_ground (Painter *self,
            gboolean is_land)
{
  cairo_t         *cr = self->sight.cr;
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->relief.width, self->relief.height);
  double           px = self->relief.step * ATLAS_BASEMAP_WORLD * self->sight.scale;

  paint_relief (self, is_land ? picture : NULL, is_land ? NULL : picture);
  for (gsize i = 0; i < (gsize) get_stride (picture) * (gsize) self->relief.height; i++)
    get_pixels (picture)[i] |= UNSEEN;
  cairo_surface_mark_dirty (picture);
  cairo_save (cr);
  cairo_translate (cr, -px, -px);
  cairo_scale (cr, px, px);
  cairo_set_source_surface (cr, picture, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (picture);
}

/* The same as paint_ground() for paper: the land is clipped by its coast. */
static cairo_path_t *
lay_grounds (Painter *self)
{
  cairo_t      *cr = self->sight.cr;
  AtlasCover    cover = atlas_basemap_path_rings (&self->sight, ATLAS_BASEMAP_LAND);
  cairo_path_t *coast = NULL;

  if (cover != ATLAS_COVER_SOME)
    {
      lay_ground (self, cover == ATLAS_COVER_ALL);
      return NULL;
    }

  coast = cairo_copy_path (cr);
  lay_ground (self, FALSE);
  stroke_waterlines (self);
  cairo_save (cr);
  cairo_append_path (cr, coast);
  cairo_clip (cr);
  lay_ground (self, TRUE);
  cairo_restore (cr);

  return coast;
}

static void
paint_urban (Painter *self)
{
  double     strength = ATLAS_BY_ZOOM (urban_strength, self->sight.zoom);
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

/* The bands of a sea's shore, as far as they fit into a lake. */
static void
stroke_lake_bands (Painter            *self,
                   const cairo_path_t *shores)
{
  cairo_t *cr = self->sight.cr;
  double   scale = ATLAS_BY_ZOOM (waterline_scale, self->sight.zoom) * LAKE_BANDS;

  cairo_save (cr);
  cairo_append_path (cr, shores);
  cairo_clip (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (guint i = 0; i < G_N_ELEMENTS (waterlines); i++)
    {
      cairo_append_path (cr, shores);
      atlas_palette_set_source (cr, self->palette->waterline, waterlines[i].strength);
      cairo_set_line_width (cr, waterlines[i].width * scale);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
paint_lakes (Painter *self)
{
  cairo_t      *cr = self->sight.cr;
  AtlasCover    cover = atlas_basemap_path_rings (&self->sight, ATLAS_BASEMAP_LAKE);
  cairo_path_t *shores;

  atlas_palette_set_source (cr, self->palette->lake, 1);
  if (cover == ATLAS_COVER_ALL)
    cairo_paint (cr);
  if (cover != ATLAS_COVER_SOME)
    return;

  shores = cairo_copy_path (cr);
  atlas_map_ink_fill (cr, self->sight.raster);
  if (self->sight.zoom >= LAKE_BANDS_FROM)
    stroke_lake_bands (self, shores);

  cairo_append_path (cr, shores);
  atlas_palette_set_source (cr, self->palette->coast, ATLAS_BY_ZOOM (lake_shore_strength, self->sight.zoom));
  cairo_set_line_width (cr, ATLAS_BY_ZOOM (lake_shore_width, self->sight.zoom));
  atlas_map_ink_stroke (cr, self->sight.raster);
  cairo_path_destroy (shores);
}

static void
paint_coast (Painter      *self,
             cairo_path_t *coast)
{
  cairo_t *cr = self->sight.cr;

  cairo_append_path (cr, coast);
  atlas_palette_set_source (cr, self->palette->coast, 1);
  cairo_set_line_width (cr, ATLAS_BY_ZOOM (coast_width, self->sight.zoom));
  atlas_map_ink_stroke (cr, self->sight.raster);
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

  coast = self->target != NULL ? paint_ground (self) : lay_grounds (self);
  paint_urban (self);
  atlas_basemap_paint_rivers (&self->sight, self->palette);
  atlas_basemap_paint_provinces (&self->sight, self->palette);
  paint_lakes (self);
  if (coast != NULL)
    {
      paint_coast (self, coast);
      cairo_path_destroy (coast);
    }
  atlas_basemap_paint_borders (&self->sight, self->palette);
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
  Painter  painter = { .palette = palette, .target = target, .scratch = get_scratch () };
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
  painter.sight.raster = painter.scratch->raster;
  paint_all (&painter);

  atlas_basemap_sight_clear (&painter.sight);
  cairo_destroy (cr);
}

/* Device px a px whose details lines on paper have: a printer shows more than a screen. */
#define PAPER_DETAIL 2.0

/* Relief on paper: px of its picture a px, and how many it has at most. Its source is no finer than that from PAPER_NEAR on. */
#define PAPER_NEAR 6.5
#define PAPER_RELIEF_FAR 0.9
#define PAPER_RELIEF_NEAR 0.7
#define PAPER_RELIEF_PIXELS 700000.0

/**
 * atlas_basemap_paint_paper:
 * @basemap: a basemap
 * @palette: inks
 * @cr: a context in px; the view begins at 0, 0
 * @x: the north-west corner on the Mercator square
 * @y: the north-west corner on the Mercator square
 * @zoom: 256 * 2^zoom px go round the world; it need not be whole
 * @width: of the view, px
 * @height: of the view, px
 *
 * Draws a part of the world for paper: as shapes, over a relief that is a picture of bounded size.
 */
void
atlas_basemap_paint_paper (const AtlasBasemap *basemap,
                           const AtlasPalette *palette,
                           cairo_t            *cr,
                           double              x,
                           double              y,
                           double              zoom,
                           double              width,
                           double              height)
{
  Painter painter = { .palette = palette };
  double  scale = zoom < PAPER_NEAR ? PAPER_RELIEF_FAR : PAPER_RELIEF_NEAR;
  double  step;

  g_return_if_fail (basemap != NULL && palette != NULL && cr != NULL);

  scale = MIN (scale, sqrt (PAPER_RELIEF_PIXELS / (width * height)));
  step = 1 / (256 * exp2 (zoom) * scale);
  painter.relief = (AtlasReliefView){ x - step, y - step, step, (int) ceil (width * scale) + 2, (int) ceil (height * scale) + 2, zoom };

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_clip (cr);
  atlas_basemap_sight_init (&painter.sight, basemap, cr, x, y, zoom, width, height, PAPER_DETAIL);
  paint_all (&painter);
  atlas_basemap_sight_clear (&painter.sight);
  cairo_restore (cr);
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
