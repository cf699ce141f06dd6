// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-sprite.h"

#include <math.h>

#define MAX_SPRITES 2048 /* when there are more, all are let go */

struct _AtlasMapSprites
{
  GHashTable *surfaces; /* guint64 → cairo_surface_t */
  double      scale;
};

AtlasMapSprites *
atlas_map_sprites_new (void)
{
  AtlasMapSprites *self = g_new0 (AtlasMapSprites, 1);

  self->surfaces = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) cairo_surface_destroy);

  return self;
}

void
atlas_map_sprites_free (AtlasMapSprites *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->surfaces);
  g_free (self);
}

void
atlas_map_sprites_clear (AtlasMapSprites *self)
{
  g_hash_table_remove_all (self->surfaces);
}

gboolean
atlas_map_sprites_set_scale (AtlasMapSprites *self,
                             double           scale)
{
  if (self->scale == scale)
    return FALSE;

  self->scale = scale;
  atlas_map_sprites_clear (self);

  return TRUE;
}

static cairo_surface_t *
draw_surface (AtlasMapSprites   *self,
              AtlasBox           extents,
              AtlasMapSpriteFunc func,
              gpointer           user_data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil ((extents.x1 - extents.x0) * self->scale),
                                                         (int) ceil ((extents.y1 - extents.y0) * self->scale));
  cairo_t         *cr;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -extents.x0, -extents.y0);
  func (cr, user_data);
  cairo_destroy (cr);

  return surface;
}

static cairo_surface_t *
get_surface (AtlasMapSprites   *self,
             guint64            key,
             AtlasBox           extents,
             AtlasMapSpriteFunc func,
             gpointer           user_data)
{
  cairo_surface_t *surface = g_hash_table_lookup (self->surfaces, &key);

  if (surface != NULL)
    return surface;

  if (g_hash_table_size (self->surfaces) >= MAX_SPRITES)
    atlas_map_sprites_clear (self);
  surface = draw_surface (self, extents, func, user_data);
  g_hash_table_insert (self->surfaces, g_memdup2 (&key, sizeof key), surface);

  return surface;
}

gboolean
atlas_map_sprites_has (AtlasMapSprites   *self,
                       AtlasMapSpriteKind kind,
                       guint64            number)
{
  guint64 key = (guint64) kind << 56 | number;

  return g_hash_table_contains (self->surfaces, &key);
}

void
atlas_map_sprites_paint (AtlasMapSprites   *self,
                         cairo_t           *cr,
                         AtlasMapSpriteKind kind,
                         guint64            number,
                         AtlasBox           extents,
                         double             x,
                         double             y,
                         AtlasMapSpriteFunc func,
                         gpointer           user_data)
{
  /* Whole px on both sides, so that 0, 0 falls on a px. */
  AtlasBox box = { floor (extents.x0), floor (extents.y0), ceil (extents.x1), ceil (extents.y1) };

  cairo_save (cr);
  if (self->scale > 0)
    {
      /* A picture stands on whole device px: its edges stay crisp. */
      double left = round (x * self->scale) / self->scale + box.x0;
      double top = round (y * self->scale) / self->scale + box.y0;

      cairo_set_source_surface (cr, get_surface (self, (guint64) kind << 56 | number, box, func, user_data), left, top);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_rectangle (cr, left, top, box.x1 - box.x0, box.y1 - box.y0);
      cairo_fill (cr);
    }
  else
    {
      cairo_translate (cr, x, y);
      func (cr, user_data);
    }
  cairo_restore (cr);
}
