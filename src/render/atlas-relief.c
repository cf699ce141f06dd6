// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-relief.h"
#include "atlas-basemap-private.h"
#include "atlas-mercator.h"
#include "atlas-pixels.h"
#include "atlas-relief-sampler.h"

#include <math.h>

#define METRES_PER_DEGREE 111320.0f
#define N_SHADES 1024
#define LOWEST (-60.0f) /* metres, of the first tint */
#define HIGHEST 9000.0f

/* Where the detailed relief takes over from the world's: inside this box, over MARGIN degrees. */
static const struct
{
  double west, south, east, north;
} detail = { 5, 20, 82, 62 };
#define MARGIN 1.5

#define SMOOTH_PX 2.5 /* pixels to a cell of the finest grid */

typedef float  Quad __attribute__ ((vector_size (16))); /* red, green, blue and one that is not used */
typedef gint32 IntQuad __attribute__ ((vector_size (16)));

/* By zoom: how far heights are exaggerated, how strong the shading is, and how far the tints fade to paper. Steep exaggeration
 * with thin ink makes facets that meet in crisp ridges. The source is a 2' grid, and closer than zoom 7 there is more and more
 * to be read on top of it, so the mountains step back. */
/* clang-format off */
static const float exaggerations[] = { 9, 9, 9,  9,    8.5f, 8,    7.5f, 7,    6.5f, 6,    5.5f, 5,    4.5f };
static const float strengths[]     = { 1, 1, 1,  1,    1,    1,    .94f, .74f, .52f, .42f, .35f, .30f, .26f };
static const float washes[]        = { 0, 0, 0,  0,    0,    0,    .06f, .20f, .36f, .46f, .54f, .58f, .60f };
/* and how much deeper the sea is than its distance from the shore says: near to, there is shore in every view */
static const float deepenings[]    = { 0, 0, 0,  0,    0,    0,    0,    0,    .20f, .36f, .44f, .48f, .50f };
/* clang-format on */

typedef struct
{
  Quad  shades[N_SHADES]; /* of the land, by the square root of the height */
  Quad  paper, shadow, light, sea_shore, sea_deep;
  float shadow_strength, light_strength;
} Inks;

static Quad
unpack (guint32 rgb)
{
  return (Quad){ rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 0 };
}

static guint32
pack (Quad color)
{
  IntQuad c = __builtin_convertvector(color + 0.5f, IntQuad);

  return 0xff000000u | (guint32) c[0] << 16 | (guint32) c[1] << 8 | (guint32) c[2];
}

static Quad
get_tint (const AtlasPalette *palette,
          float               metres)
{
  const AtlasTint *tint = palette->tints;
  float            fraction;

  while (tint < palette->tints + ATLAS_N_TINTS - 2 && tint[1].metres < metres)
    tint++;
  fraction = CLAMP ((metres - tint[0].metres) / (tint[1].metres - tint[0].metres), 0.0f, 1.0f);

  return unpack (tint[0].rgb) * (1 - fraction) + unpack (tint[1].rgb) * fraction;
}

static const Inks *
get_inks (const AtlasPalette *palette)
{
  static Inks  inks[ATLAS_N_PALETTES];
  static gsize ready[ATLAS_N_PALETTES];
  Inks        *self = &inks[palette->id];

  if (g_once_init_enter (&ready[palette->id]))
    {
      for (int i = 0; i < N_SHADES; i++)
        {
          float root = i / (N_SHADES - 1.0f);

          self->shades[i] = get_tint (palette, root * root * (HIGHEST - LOWEST) + LOWEST);
        }
      self->paper = unpack (palette->paper);
      self->shadow = unpack (palette->shadow.rgb);
      self->light = unpack (palette->light.rgb);
      self->sea_shore = unpack (palette->sea_shore);
      self->sea_deep = unpack (palette->sea_deep);
      self->shadow_strength = palette->shadow.alpha;
      self->light_strength = palette->light.alpha;
      g_once_init_leave (&ready[palette->id], 1);
    }

  return self;
}

static float
by_zoom (const float *table,
         int          length,
         double       zoom)
{
  double at = CLAMP (zoom, 0, length - 1.001);
  int    i = (int) at;

  return (float) (table[i] + (table[i + 1] - table[i]) * (at - i));
}

/* One row of the picture on its way through the loops below, each of which the compiler turns into vector code. */
typedef struct
{
  int     width;
  float  *height, *east, *south, *tone; /* from the sampler */
  float  *dark, *bright;                /* how much of the shadow's and the light's ink */
  gint32 *shade;                        /* index into the tints */
  float   scale_x, scale_y;             /* slope from metres a degree, exaggerated */
  float   shadow_strength, light_strength;
  float   wash;      /* how much of the paper's ink is in the tints */
  float   deepening; /* of the sea */
} Row;

/* Three lamps as in shading by hand: the north-west carries the form, west and north fill it. Steep ground is darkened a
 * little whichever way it faces. */
static void
light_row (const Row *row)
{
  const float *restrict height = row->height;
  const float *restrict east = row->east;
  const float *restrict south = row->south;
  float *restrict dark = row->dark;
  float *restrict bright = row->bright;
  gint32 *restrict shade = row->shade;

  for (int i = 0; i < row->width; i++)
    {
      float gx = east[i] * row->scale_x;
      float gy = south[i] * row->scale_y;
      float upright = 1 / sqrtf (1 + gx * gx + gy * gy);
      float facing = ((.66f * .5f) * (gx + gy) + (.17f * .7071f) * (gx + gy) + .7071f) * upright - .7071f;
      float ambient = (1 - upright) * .10f * row->shadow_strength;
      float shadow = MIN (.62f, MAX (0.0f, facing * -1.1f * row->shadow_strength));

      dark[i] = shadow + ambient - shadow * ambient;
      bright[i] = MIN (.7f, MAX (0.0f, facing * 2.0f * row->light_strength));
      shade[i] = (gint32) (sqrtf (MIN (1.0f, MAX (0.0f, height[i] - LOWEST) / (HIGHEST - LOWEST))) * (N_SHADES - 1));
    }
}

static void
ink_land_row (const Row  *row,
              const Inks *inks,
              guint32    *pixels)
{
  Quad  paper = inks->paper * row->wash;
  float tint = 1 - row->wash;

  for (int i = 0; i < row->width; i++)
    {
      Quad color = inks->shades[row->shade[i]] * tint + paper;

      color += (inks->light - color) * row->bright[i];
      color += (inks->shadow - color) * row->dark[i];
      pixels[i] = pack (color);
    }
}

static void
ink_sea_row (const Row  *row,
             const Inks *inks,
             guint32    *pixels)
{
  Quad shallow = inks->sea_shore + (inks->sea_deep - inks->sea_shore) * row->deepening;
  Quad range = inks->sea_deep - shallow;

  for (int i = 0; i < row->width; i++)
    pixels[i] = pack (shallow + range * CLAMP (row->tone[i], 0.0f, 1.0f));
}

/* How far inside the detailed box a place is: 0 at its edge, 1 from MARGIN degrees on, smooth between. */
static float
get_detail_weight (double longitude,
                   double latitude)
{
  double inside = MIN (MIN (longitude - detail.west, detail.east - longitude), MIN (latitude - detail.south, detail.north - latitude));
  double t = CLAMP (inside / MARGIN, 0, 1);

  return (float) (t * t * (3 - 2 * t));
}

static void
blend_row (AtlasReliefSampler *fine,
           AtlasReliefSampler *coarse,
           const double       *longitudes,
           double              latitude,
           int                 width)
{
  for (int i = 0; i < width; i++)
    {
      float weight = get_detail_weight (longitudes[i], latitude);

      for (int k = 0; k < ATLAS_RELIEF_N_FIELDS; k++)
        fine->field[k][i] = fine->field[k][i] * weight + coarse->field[k][i] * (1 - weight);
    }
}

/* The samplers of one picture: the detailed relief, the world's, or both where they meet. */
typedef struct
{
  double             *longitudes;
  AtlasReliefSampler *fine, *coarse;
} Source;

static double
get_latitude (double y)
{
  return atlas_mercator_unproject ((AtlasPoint){ 0, y }).y;
}

static void
source_init (Source                *self,
             const AtlasBasemap    *basemap,
             const AtlasReliefView *view,
             gboolean               wants_sea)
{
  double   north = get_latitude (view->y), south = get_latitude (view->y + view->step * view->height);
  double   west, east;
  double   degrees = view->step * 360;
  gboolean touches, within;

  self->longitudes = g_new (double, view->width);
  for (int i = 0; i < view->width; i++)
    self->longitudes[i] = (view->x + (i + .5) * view->step) * 360 - 180;
  west = self->longitudes[0];
  east = self->longitudes[view->width - 1];

  touches = east > detail.west && west < detail.east && north > detail.south && south < detail.north;
  within = west > detail.west + MARGIN && east < detail.east - MARGIN && south > detail.south + MARGIN && north < detail.north - MARGIN;
  self->fine = touches ? atlas_relief_sampler_new (basemap, FALSE, degrees, self->longitudes, view->width, wants_sea) : NULL;
  self->coarse = !within ? atlas_relief_sampler_new (basemap, TRUE, degrees, self->longitudes, view->width, wants_sea) : NULL;
}

static void
source_clear (Source *self)
{
  g_clear_pointer (&self->fine, atlas_relief_sampler_free);
  g_clear_pointer (&self->coarse, atlas_relief_sampler_free);
  g_clear_pointer (&self->longitudes, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static AtlasReliefSampler *
source_read_row (Source *self,
                 double  latitude,
                 int     width)
{
  if (self->fine != NULL)
    atlas_relief_sampler_read (self->fine, latitude);
  if (self->coarse != NULL)
    atlas_relief_sampler_read (self->coarse, latitude);
  if (self->fine != NULL && self->coarse != NULL)
    blend_row (self->fine, self->coarse, self->longitudes, latitude, width);

  return self->fine != NULL ? self->fine : self->coarse;
}

static void
paint_exactly (const AtlasBasemap    *basemap,
               const AtlasPalette    *palette,
               const AtlasReliefView *view,
               guint32               *land,
               guint32               *sea,
               int                    stride)
{
  const Inks        *inks = get_inks (palette);
  float              exaggeration = by_zoom (exaggerations, G_N_ELEMENTS (exaggerations), view->zoom);
  float              strength = by_zoom (strengths, G_N_ELEMENTS (strengths), view->zoom);
  g_autofree float  *scratch = g_new (float, 2 * view->width);
  g_autofree gint32 *shade = g_new (gint32, view->width);
  g_auto (Source) source = { 0 };
  Row row = {
    .width = view->width,
    .dark = scratch,
    .bright = scratch + view->width,
    .shade = shade,
    .shadow_strength = inks->shadow_strength * strength,
    .light_strength = inks->light_strength * strength,
    .deepening = by_zoom (deepenings, G_N_ELEMENTS (deepenings), view->zoom),
    .wash = by_zoom (washes, G_N_ELEMENTS (washes), view->zoom),
    .scale_y = exaggeration / METRES_PER_DEGREE,
  };

  source_init (&source, basemap, view, sea != NULL);
  for (int j = 0; j < view->height; j++)
    {
      double              latitude = get_latitude (view->y + (j + .5) * view->step);
      AtlasReliefSampler *sampler = source_read_row (&source, latitude, view->width);

      row.height = sampler->field[ATLAS_RELIEF_HEIGHT];
      row.east = sampler->field[ATLAS_RELIEF_EAST];
      row.south = sampler->field[ATLAS_RELIEF_SOUTH];
      row.tone = sampler->field[ATLAS_RELIEF_TONE];
      row.scale_x = (float) (row.scale_y / cos (latitude * G_PI / 180));
      if (land != NULL)
        {
          light_row (&row);
          ink_land_row (&row, inks, land + (gsize) j * stride);
        }
      if (sea != NULL)
        ink_sea_row (&row, inks, sea + (gsize) j * stride);
    }
}

/* Whether the relief is so smooth at this scale that every second pixel says it all. */
static gboolean
serves_halved (const AtlasBasemap    *basemap,
               const AtlasReliefView *view)
{
  return view->step * 360 * SMOOTH_PX <= basemap->grids[0].step && view->width % 2 == 0 && view->height % 2 == 0;
}

/**
 * atlas_relief_paint:
 * @basemap: a basemap
 * @palette: inks
 * @view: which part of the world, and at which pixels
 * @land: (out) (nullable): the land's pixels, as if there were no sea
 * @sea: (out) (nullable): the sea's pixels, as if there were no land
 * @stride: pixels from row to row of @land and @sea
 *
 * Paints tinted and hill-shaded land, and the sea darkening away from its shores.
 *
 * A pixel depends on its place only, so that neighbouring views fit without a seam.
 */
void
atlas_relief_paint (const AtlasBasemap    *basemap,
                    const AtlasPalette    *palette,
                    const AtlasReliefView *view,
                    guint32               *land,
                    guint32               *sea,
                    int                    stride)
{
  /* one more pixel on each side, for what lies beyond the edge */
  AtlasReliefView     half = { view->x - 2 * view->step, view->y - 2 * view->step, view->step * 2, view->width / 2 + 2, view->height / 2 + 2, view->zoom };
  gsize               n_pixels = (gsize) half.width * half.height;
  g_autofree guint32 *scratch = NULL;

  if (!serves_halved (basemap, view))
    {
      paint_exactly (basemap, palette, view, land, sea, stride);
      return;
    }

  scratch = g_new (guint32, 2 * n_pixels);
  paint_exactly (basemap, palette, &half, land != NULL ? scratch : NULL, sea != NULL ? scratch + n_pixels : NULL, half.width);
  if (land != NULL)
    atlas_pixels_enlarge (scratch, half.width, land, stride, view->width, view->height);
  if (sea != NULL)
    atlas_pixels_enlarge (scratch + n_pixels, half.width, sea, stride, view->width, view->height);
}
