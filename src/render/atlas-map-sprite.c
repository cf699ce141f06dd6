// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-sprite.h"

#include <math.h>

#define MAX_PX (G_GUINT64_CONSTANT (1) << 20) /* of a generation, at scale 1; one px is 4 bytes */

/* Two generations: when the younger is full the elder is let go, and the younger becomes the elder. What is still drawn moves
 * over to the new one, so that never all is drawn anew. */
struct _AtlasMapSprites
{
  GHashTable *surfaces; /* guint64 → cairo_surface_t */
  GHashTable *elders;
  guint64     n_px; /* of the younger */
  double      scale;
};

static GHashTable *
create_generation (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
}

AtlasMapSprites *
atlas_map_sprites_new (void)
{
  AtlasMapSprites *self = g_new0 (AtlasMapSprites, 1);

  self->surfaces = create_generation ();
  self->elders = create_generation ();

  return self;
}

void
atlas_map_sprites_free (AtlasMapSprites *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->surfaces);
  g_hash_table_unref (self->elders);
  g_free (self);
}

void
atlas_map_sprites_clear (AtlasMapSprites *self)
{
  g_hash_table_remove_all (self->surfaces);
  g_hash_table_remove_all (self->elders);
  self->n_px = 0;
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

/* @surface: (transfer full) */
static void
keep (AtlasMapSprites *self,
      guint64          key,
      cairo_surface_t *surface)
{
  guint64 n_px = (guint64) cairo_image_surface_get_width (surface) * (guint64) cairo_image_surface_get_height (surface);

  if ((double) (self->n_px + n_px) > (double) MAX_PX * MAX (self->scale * self->scale, 1))
    {
      g_hash_table_unref (self->elders);
      self->elders = self->surfaces;
      self->surfaces = create_generation ();
      self->n_px = 0;
    }
  self->n_px += n_px;
  g_hash_table_insert (self->surfaces, g_memdup2 (&key, sizeof key), surface);
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

  surface = g_hash_table_lookup (self->elders, &key);
  surface = surface != NULL ? cairo_surface_reference (surface) : draw_surface (self, extents, func, user_data);
  keep (self, key, surface);

  return surface;
}

gboolean
atlas_map_sprites_has (AtlasMapSprites   *self,
                       AtlasMapSpriteKind kind,
                       guint64            number)
{
  guint64 key = (guint64) kind << 56 | number;

  return g_hash_table_contains (self->surfaces, &key) || g_hash_table_contains (self->elders, &key);
}

/* Whether the context paints whole px of a picture, with no clip that could hide some of them. */
static gboolean
is_plain (AtlasMapSprites *self,
          cairo_t         *cr,
          cairo_surface_t *target)
{
  cairo_matrix_t matrix;
  double         x, y, x0, y0, x1, y1;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE || cairo_image_surface_get_format (target) != CAIRO_FORMAT_ARGB32 ||
      cairo_get_group_target (cr) != target || cairo_get_operator (cr) != CAIRO_OPERATOR_OVER)
    return FALSE;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &x, &y);
  if (x != self->scale || y != self->scale || matrix.xx != 1 || matrix.yy != 1 || matrix.xy != 0 || matrix.yx != 0 || matrix.x0 != 0 || matrix.y0 != 0)
    return FALSE;

  cairo_surface_get_device_offset (target, &x, &y);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);

  return x == 0 && y == 0 && x0 <= 0 && y0 <= 0 && x1 * self->scale >= cairo_image_surface_get_width (target) &&
         y1 * self->scale >= cairo_image_surface_get_height (target);
}

static inline guint32
lay_over (guint32 ink,
          guint32 under)
{
  guint32 rest = 255 - (ink >> 24);
  guint32 odd = (under >> 8 & 0xff00ff) * rest + 0x800080;
  guint32 even = (under & 0xff00ff) * rest + 0x800080;

  odd = (odd + (odd >> 8 & 0xff00ff)) & 0xff00ff00;
  even = (even + (even >> 8 & 0xff00ff)) >> 8 & 0xff00ff;

  return ink + (odd | even);
}

/* What cairo_paint() would do, without what it takes to get there, which for a picture of a few px is most of it. @left, @top: px of the target */
static void
blit (cairo_surface_t *target,
      cairo_surface_t *picture,
      int              left,
      int              top)
{
  int            from_x = MAX (-left, 0);
  int            to_x = MIN (cairo_image_surface_get_width (picture), cairo_image_surface_get_width (target) - left);
  int            to_y = MIN (cairo_image_surface_get_height (picture), cairo_image_surface_get_height (target) - top);
  int            stride = cairo_image_surface_get_stride (target) / 4;
  int            picture_stride = cairo_image_surface_get_stride (picture) / 4;
  const guint32 *inks;
  guint32       *pixels;

  cairo_surface_flush (target);
  inks = (const guint32 *) (gpointer) cairo_image_surface_get_data (picture);
  pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (target);
  for (int y = MAX (-top, 0); y < to_y; y++)
    for (int x = from_x; x < to_x; x++)
      {
        guint32  ink = inks[y * picture_stride + x];
        guint32 *pixel = &pixels[(gssize) (top + y) * stride + left + x];

        if (ink != 0)
          *pixel = lay_over (ink, *pixel);
      }
  cairo_surface_mark_dirty (target);
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

  if (self->scale > 0)
    {
      /* A picture stands on whole device px: its edges stay crisp. */
      double           left = round (x * self->scale) / self->scale + box.x0;
      double           top = round (y * self->scale) / self->scale + box.y0;
      cairo_surface_t *picture = get_surface (self, (guint64) kind << 56 | number, box, func, user_data);

      if (is_plain (self, cr, cairo_get_target (cr)))
        {
          blit (cairo_get_target (cr), picture, (int) round (left * self->scale), (int) round (top * self->scale));
          return;
        }
      cairo_save (cr);
      cairo_set_source_surface (cr, picture, left, top);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_rectangle (cr, left, top, box.x1 - box.x0, box.y1 - box.y0);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  else
    {
      cairo_save (cr);
      cairo_translate (cr, x, y);
      func (cr, user_data);
      cairo_restore (cr);
    }
}
