// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tile-paintable.h"

#include "atlas-picture.h"

struct _AtlasTilePaintable
{
  GObject     parent_instance;

  GdkTexture *texture;
  int         gutter;
};

static void atlas_tile_paintable_iface_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasTilePaintable, atlas_tile_paintable, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, atlas_tile_paintable_iface_init))

static void
atlas_tile_paintable_snapshot (GdkPaintable *paintable,
                               GdkSnapshot  *snapshot,
                               double        width,
                               double        height)
{
  AtlasTilePaintable *self = ATLAS_TILE_PAINTABLE (paintable);
  int                 inner_width = gdk_texture_get_width (self->texture) - 2 * self->gutter;
  int                 inner_height = gdk_texture_get_height (self->texture) - 2 * self->gutter;
  double              x = width * self->gutter / inner_width;
  double              y = height * self->gutter / inner_height;

  atlas_picture_append (self->texture, snapshot,
                        &GRAPHENE_RECT_INIT ((float) -x, (float) -y, (float) (width + 2.0 * x), (float) (height + 2.0 * y)));
}

static GdkPaintableFlags
atlas_tile_paintable_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

static int
atlas_tile_paintable_get_intrinsic_width (GdkPaintable *paintable)
{
  AtlasTilePaintable *self = ATLAS_TILE_PAINTABLE (paintable);

  return gdk_texture_get_width (self->texture) - 2 * self->gutter;
}

static int
atlas_tile_paintable_get_intrinsic_height (GdkPaintable *paintable)
{
  AtlasTilePaintable *self = ATLAS_TILE_PAINTABLE (paintable);

  return gdk_texture_get_height (self->texture) - 2 * self->gutter;
}

static void
atlas_tile_paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = atlas_tile_paintable_snapshot;
  iface->get_flags = atlas_tile_paintable_get_flags;
  iface->get_intrinsic_width = atlas_tile_paintable_get_intrinsic_width;
  iface->get_intrinsic_height = atlas_tile_paintable_get_intrinsic_height;
}

static void
atlas_tile_paintable_finalize (GObject *object)
{
  g_clear_object (&ATLAS_TILE_PAINTABLE (object)->texture);

  G_OBJECT_CLASS (atlas_tile_paintable_parent_class)->finalize (object);
}

static void
atlas_tile_paintable_class_init (AtlasTilePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tile_paintable_finalize;
}

static void
atlas_tile_paintable_init (AtlasTilePaintable *self)
{
}

GdkPaintable *
atlas_tile_paintable_new (GdkTexture *texture,
                          int         gutter)
{
  AtlasTilePaintable *self = g_object_new (ATLAS_TYPE_TILE_PAINTABLE, NULL);

  self->texture = g_object_ref (texture);
  self->gutter = gutter;

  return GDK_PAINTABLE (self);
}
