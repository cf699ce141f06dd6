// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-picture.h"

#include <math.h>

#define MARGIN 160.0 /* px round the view that are painted too once it moves */
/* On a way a picture does for so long, µs, and while it is shown no smaller or larger than this. */
#define ON_WAY_TIME 180000
#define WAY_MARGIN 64.0     /* px round the view */
#define WAY_OUT_MARGIN 0.25 /* of the view's size */
#define ON_WAY_LEAST 0.6
#define ON_WAY_MOST 1.7
/* Pictures for flights know which blocks of this size have ink, device px. */
#define BLOCK 32

static gboolean
is_same_look (const AtlasItemPicture *self,
              AtlasMapScene          *scene,
              const AtlasMapFrame    *frame,
              int                     scale)
{
  return self->surface != NULL && self->serial == atlas_map_scene_get_serial (scene) && self->scale == scale &&
         self->frame.zoom == frame->zoom;
}

/* How far the view has moved since the picture was painted, in whole px of the screen. */
static graphene_point_t
get_shift (const AtlasItemPicture *self,
           const AtlasMapFrame    *frame)
{
  double x = frame->to_px.x0 - self->frame.to_px.x0;
  double y = frame->to_px.y0 - self->frame.to_px.y0;

  return GRAPHENE_POINT_INIT ((float) (round (x * self->scale) / self->scale), (float) (round (y * self->scale) / self->scale));
}

static gboolean
holds_view (const AtlasItemPicture *self,
            const AtlasMapFrame    *frame)
{
  graphene_point_t shift = get_shift (self, frame);

  return shift.x <= 0 && shift.y <= 0 && (double) shift.x + self->frame.width >= frame->width &&
         (double) shift.y + self->frame.height >= frame->height;
}

static void
fill (AtlasItemPicture  *self,
      AtlasMapScene     *scene,
      AtlasMapPaintFlags flags)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (self->frame.width * self->scale),
                                                         (int) ceil (self->frame.height * self->scale));
  cairo_t         *cr;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  atlas_map_painter_paint (cr, scene, &self->frame, flags);
  cairo_destroy (cr);

  atlas_item_picture_clear (self);
  self->surface = surface;
}

static void
paint (AtlasItemPicture    *self,
       AtlasMapScene       *scene,
       const AtlasMapFrame *frame,
       int                  scale,
       double               margin)
{
  *self = (AtlasItemPicture){ self->surface, *frame, atlas_map_scene_get_serial (scene), scale, g_get_monotonic_time (), self->ink };
  self->frame.width += 2 * margin;
  self->frame.height += 2 * margin;
  self->frame.to_px.x0 += margin;
  self->frame.to_px.y0 += margin;
  fill (self, scene, ATLAS_MAP_PAINT_ALL);
}

static gboolean
is_inked (const guint32 *pixels,
          int            n_pixels)
{
  guint32 ink = 0;

  for (int x = 0; x < n_pixels; x++)
    ink |= pixels[x];

  return ink != 0;
}

GBytes *
atlas_item_picture_find_ink (cairo_surface_t *surface)
{
  int           width = cairo_image_surface_get_width (surface);
  int           height = cairo_image_surface_get_height (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  int           n_columns = (width + BLOCK - 1) / BLOCK;
  gsize         size = (gsize) n_columns * (gsize) ((height + BLOCK - 1) / BLOCK);
  guint8       *ink = g_malloc0 (size);
  const guint8 *row;

  cairo_surface_flush (surface);
  row = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++, row += stride)
    for (int x = 0; x < width; x += BLOCK)
      ink[y / BLOCK * n_columns + x / BLOCK] |= is_inked ((const guint32 *) (gconstpointer) row + x, MIN (BLOCK, width - x));

  return g_bytes_new_take (ink, size);
}

gboolean
atlas_item_picture_has_ink (const AtlasItemPicture *self,
                            const AtlasMapFrame    *frame,
                            AtlasBox                box)
{
  double        k = self->frame.to_px.xx / frame->to_px.xx;
  double        block = (double) BLOCK / self->scale;
  int           n_columns = ((int) ceil (self->frame.width * self->scale) + BLOCK - 1) / BLOCK;
  int           n_rows = ((int) ceil (self->frame.height * self->scale) + BLOCK - 1) / BLOCK;
  const guint8 *ink;
  int           x0, x1, y0, y1;

  if (self->ink == NULL)
    return TRUE;

  x0 = (int) floor (((box.x0 - frame->to_px.x0) * k + self->frame.to_px.x0 - 1.0) / block);
  x1 = (int) floor (((box.x1 - frame->to_px.x0) * k + self->frame.to_px.x0 + 1.0) / block);
  y0 = (int) floor (((box.y0 - frame->to_px.y0) * k + self->frame.to_px.y0 - 1.0) / block);
  y1 = (int) floor (((box.y1 - frame->to_px.y0) * k + self->frame.to_px.y0 + 1.0) / block);
  ink = g_bytes_get_data (self->ink, NULL);
  for (int y = MAX (y0, 0); y <= MIN (y1, n_rows - 1); y++)
    for (int x = MAX (x0, 0); x <= MIN (x1, n_columns - 1); x++)
      if (ink[y * n_columns + x] != 0)
        return TRUE;

  return FALSE;
}

void
atlas_item_picture_fill (AtlasItemPicture *self,
                         AtlasMapScene    *scene)
{
  fill (self, scene, ATLAS_MAP_PAINT_ALONE);
  self->ink = atlas_item_picture_find_ink (self->surface);
  self->time = g_get_monotonic_time ();
}

gboolean
atlas_item_picture_covers (const AtlasItemPicture *self,
                           const AtlasMapFrame    *frame)
{
  double growth = frame->to_px.xx / self->frame.to_px.xx;
  double x = frame->to_px.x0 - self->frame.to_px.x0 * growth;
  double y = frame->to_px.y0 - self->frame.to_px.y0 * growth;

  return x <= 0.0 && y <= 0.0 && x + self->frame.width * growth >= frame->width && y + self->frame.height * growth >= frame->height;
}

gboolean
atlas_item_picture_is_of (const AtlasItemPicture *self,
                          AtlasMapScene          *scene,
                          const AtlasMapFrame    *frame)
{
  return is_same_look (self, scene, frame, self->scale) && holds_view (self, frame);
}

void
atlas_item_picture_clear (AtlasItemPicture *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->ink, g_bytes_unref);
}

/* Whether it is time to paint: a picture that was painted not long ago, at about this zoom, will do for @frame on a way. */
static gboolean
is_stale (const AtlasItemPicture *self,
          AtlasMapScene          *scene,
          const AtlasMapFrame    *frame,
          int                     scale,
          AtlasItemMotion         motion)
{
  double growth = self->surface != NULL ? frame->to_px.xx / self->frame.to_px.xx : 0.0;

  if (self->surface == NULL || self->serial != atlas_map_scene_get_serial (scene) || self->scale != scale)
    return TRUE;

  return motion == ATLAS_ITEM_ON_WAY && (g_get_monotonic_time () - self->time > ON_WAY_TIME || growth < ON_WAY_LEAST || growth > ON_WAY_MOST);
}

/* What comes into view while the map goes out must be there before. */
static double
get_way_margin (const AtlasItemPicture *self,
                const AtlasMapFrame    *frame)
{
  gboolean goes_out = self->surface != NULL && frame->zoom < self->frame.zoom;

  return goes_out ? round (MAX (frame->width, frame->height) * WAY_OUT_MARGIN) : WAY_MARGIN;
}

static void
draw_scaled (AtlasItemPicture    *self,
             cairo_t             *cr,
             AtlasMapScene       *scene,
             const AtlasMapFrame *frame,
             int                  scale,
             AtlasItemMotion      motion)
{
  double growth;

  if (is_stale (self, scene, frame, scale, motion))
    paint (self, scene, frame, scale, get_way_margin (self, frame));

  growth = frame->to_px.xx / self->frame.to_px.xx;
  cairo_translate (cr, frame->to_px.x0 - self->frame.to_px.x0 * growth, frame->to_px.y0 - self->frame.to_px.y0 * growth);
  cairo_scale (cr, growth, growth);
  cairo_set_source_surface (cr, self->surface, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
}

void
atlas_item_picture_draw (AtlasItemPicture    *self,
                         cairo_t             *cr,
                         AtlasMapScene       *scene,
                         const AtlasMapFrame *frame,
                         int                  scale,
                         AtlasItemMotion      motion)
{
  graphene_point_t shift;

  cairo_save (cr);
  if (motion != ATLAS_ITEM_AT_REST)
    draw_scaled (self, cr, scene, frame, scale, motion);
  else
    {
      if (!is_same_look (self, scene, frame, scale) || !holds_view (self, frame))
        paint (self, scene, frame, scale, is_same_look (self, scene, frame, scale) ? MARGIN : 0.0);
      shift = get_shift (self, frame);
      cairo_set_source_surface (cr, self->surface, (double) shift.x, (double) shift.y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
    }
  cairo_paint (cr);
  cairo_restore (cr);
}
