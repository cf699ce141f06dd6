// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-picture.h"

#include "atlas-picture.h"

#include <math.h>

#define MARGIN 160.0 /* px round the view that are painted too once it moves */
/* On a way a picture does for so long, µs, and while it is shown no smaller or larger than this. */
#define ON_WAY_TIME 180000
#define ON_WAY_LEAST 0.6
#define ON_WAY_MOST 1.7

static gboolean
is_same_look (const AtlasItemPicture *self,
              AtlasMapScene          *scene,
              const AtlasMapFrame    *frame,
              int                     scale)
{
  return self->texture != NULL && self->serial == atlas_map_scene_get_serial (scene) && self->scale == scale &&
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
       int                  scale)
{
  double           margin = is_same_look (self, scene, frame, scale) ? MARGIN : 0;
  cairo_surface_t *surface;
  cairo_t         *cr;

  *self = (AtlasItemPicture){ self->texture, *frame, atlas_map_scene_get_serial (scene), scale, g_get_monotonic_time () };
  self->frame.width += 2 * margin;
  self->frame.height += 2 * margin;
  self->frame.to_px.x0 += margin;
  self->frame.to_px.y0 += margin;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (self->frame.width * scale), (int) ceil (self->frame.height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  atlas_map_painter_paint (cr, scene, &self->frame, ATLAS_MAP_PAINT_ALL);
  cairo_destroy (cr);

  g_clear_object (&self->texture);
  self->texture = atlas_picture_new_take (surface);
}

void
atlas_item_picture_clear (AtlasItemPicture *self)
{
  g_clear_object (&self->texture);
}

gboolean
atlas_item_picture_is_stale (const AtlasItemPicture *self,
                             AtlasMapScene          *scene,
                             const AtlasMapFrame    *frame,
                             int                     scale)
{
  double growth = self->texture != NULL ? frame->to_px.xx / self->frame.to_px.xx : 0.0;

  return self->texture == NULL || self->serial != atlas_map_scene_get_serial (scene) || self->scale != scale ||
         g_get_monotonic_time () - self->time > ON_WAY_TIME || growth < ON_WAY_LEAST || growth > ON_WAY_MOST;
}

static void
append_scaled (AtlasItemPicture    *self,
               GtkSnapshot         *snapshot,
               AtlasMapScene       *scene,
               const AtlasMapFrame *frame,
               int                  scale)
{
  double growth;

  if (atlas_item_picture_is_stale (self, scene, frame, scale))
    paint (self, scene, frame, scale);

  growth = frame->to_px.xx / self->frame.to_px.xx;
  atlas_picture_append (self->texture, snapshot,
                        &GRAPHENE_RECT_INIT ((float) (frame->to_px.x0 - self->frame.to_px.x0 * growth), (float) (frame->to_px.y0 - self->frame.to_px.y0 * growth),
                                             (float) (gdk_texture_get_width (self->texture) * growth / scale),
                                             (float) (gdk_texture_get_height (self->texture) * growth / scale)));
}

void
atlas_item_picture_snapshot (AtlasItemPicture    *self,
                             GtkSnapshot         *snapshot,
                             AtlasMapScene       *scene,
                             const AtlasMapFrame *frame,
                             int                  scale,
                             gboolean             on_way)
{
  graphene_point_t shift;

  if (on_way)
    {
      append_scaled (self, snapshot, scene, frame, scale);
      return;
    }

  if (!is_same_look (self, scene, frame, scale) || !holds_view (self, frame))
    paint (self, scene, frame, scale);

  shift = get_shift (self, frame);
  atlas_picture_append (self->texture, snapshot,
                        &GRAPHENE_RECT_INIT (shift.x, shift.y, (float) gdk_texture_get_width (self->texture) / (float) scale,
                                             (float) gdk_texture_get_height (self->texture) / (float) scale));
}
