// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-picture.h"

#define SURFACE_KEY "atlas-surface"

static gboolean
is_painted_by_cairo (void)
{
  static gsize once = 0;
  static gsize by_cairo = 0;

  if (g_once_init_enter (&once))
    {
      by_cairo = g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0;
      g_once_init_leave (&once, 1);
    }

  return by_cairo != 0;
}

GdkTexture *
atlas_picture_new_take (cairo_surface_t *surface)
{
  int         stride = cairo_image_surface_get_stride (surface);
  int         height = cairo_image_surface_get_height (surface);
  GdkTexture *texture;
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  cairo_surface_set_device_scale (surface, 1.0, 1.0);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  g_object_set_data_full (G_OBJECT (texture), SURFACE_KEY, cairo_surface_reference (surface), (GDestroyNotify) cairo_surface_destroy);

  return texture;
}

void
atlas_picture_append (GdkTexture            *texture,
                      GtkSnapshot           *snapshot,
                      const graphene_rect_t *bounds)
{
  cairo_surface_t *surface = g_object_get_data (G_OBJECT (texture), SURFACE_KEY);
  double           width = gdk_texture_get_width (texture);
  double           height = gdk_texture_get_height (texture);
  cairo_t         *cr;

  if (surface == NULL || !is_painted_by_cairo ())
    {
      gtk_snapshot_append_texture (snapshot, texture, bounds);
      return;
    }

  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  cairo_rectangle (cr, (double) bounds->origin.x, (double) bounds->origin.y, (double) bounds->size.width, (double) bounds->size.height);
  cairo_translate (cr, (double) bounds->origin.x, (double) bounds->origin.y);
  cairo_scale (cr, (double) bounds->size.width / width, (double) bounds->size.height / height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_fill (cr);
  cairo_destroy (cr);
}
