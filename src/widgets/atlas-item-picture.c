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
paint (AtlasItemPicture    *self,
       AtlasMapScene       *scene,
       const AtlasMapFrame *frame,
       int                  scale,
       double               margin)
{
  cairo_surface_t *surface;
  cairo_t         *cr;

  *self = (AtlasItemPicture){ self->surface, *frame, atlas_map_scene_get_serial (scene), scale, g_get_monotonic_time () };
  self->frame.width += 2 * margin;
  self->frame.height += 2 * margin;
  self->frame.to_px.x0 += margin;
  self->frame.to_px.y0 += margin;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (self->frame.width * scale), (int) ceil (self->frame.height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  atlas_map_painter_paint (cr, scene, &self->frame, ATLAS_MAP_PAINT_ALL);
  cairo_destroy (cr);

  atlas_item_picture_clear (self);
  self->surface = surface;
}

void
atlas_item_picture_clear (AtlasItemPicture *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

/* Whether it is time to paint: a picture that was painted not long ago, at about this zoom, will do for @frame on a way. */
static gboolean
is_stale (const AtlasItemPicture *self,
          AtlasMapScene          *scene,
          const AtlasMapFrame    *frame,
          int                     scale)
{
  double growth = self->surface != NULL ? frame->to_px.xx / self->frame.to_px.xx : 0.0;

  return self->surface == NULL || self->serial != atlas_map_scene_get_serial (scene) || self->scale != scale ||
         g_get_monotonic_time () - self->time > ON_WAY_TIME || growth < ON_WAY_LEAST || growth > ON_WAY_MOST;
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
             int                  scale)
{
  double growth;

  if (is_stale (self, scene, frame, scale))
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
                         gboolean             on_way)
{
  graphene_point_t shift;

  cairo_save (cr);
  if (on_way)
    draw_scaled (self, cr, scene, frame, scale);
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
