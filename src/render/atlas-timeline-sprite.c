// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-timeline-sprite.h"

#include "atlas-text-sink.h"

#include <math.h>

#define MAX_SPRITES 4096 /* that are kept */
#define STRENGTHS 32.0   /* steps of strength that differ */

struct _AtlasTimelineSprites
{
  GHashTable      *symbols; /* key → cairo_surface_t */
  GHashTable      *tiles;   /* key → cairo_pattern_t */
  double           scale;
  gboolean         is_paper;
  cairo_surface_t *target;                   /* (nullable), borrowed for a frame: its px are written here */
  double           left, top, right, bottom; /* what the target is clipped to, its px */
};

AtlasTimelineSprites *
atlas_timeline_sprites_new (void)
{
  AtlasTimelineSprites *self = g_new0 (AtlasTimelineSprites, 1);

  self->symbols = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  self->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) cairo_pattern_destroy);
  self->scale = 1.0;

  return self;
}

void
atlas_timeline_sprites_free (AtlasTimelineSprites *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->symbols);
  g_hash_table_unref (self->tiles);
  g_free (self);
}

static void
clear (AtlasTimelineSprites *self)
{
  g_hash_table_remove_all (self->symbols);
  g_hash_table_remove_all (self->tiles);
}

/* The one rectangle that a context is clipped to, px of it. FALSE: it is another shape. */
static gboolean
get_clip (cairo_t           *cr,
          cairo_rectangle_t *clip)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean                one = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;

  if (one)
    *clip = list->rectangles[0];
  cairo_rectangle_list_destroy (list);

  return one;
}

/* Whether the context only shifts, by whole px. */
static gboolean
is_straight (cairo_t *cr,
             double   scale)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);

  return matrix.xx == 1 && matrix.yy == 1 && matrix.xy == 0 && matrix.yx == 0 && fmod (matrix.x0 * scale, 1) == 0 && fmod (matrix.y0 * scale, 1) == 0;
}

void
atlas_timeline_sprites_begin (AtlasTimelineSprites *self,
                              cairo_t              *cr)
{
  cairo_surface_t  *target = cairo_get_group_target (cr);
  gboolean          is_image = cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_IMAGE;
  double            scale = 1.0, y_scale = 1.0; /* a recording has no px, but is going to be drawn on a screen */
  double            offset_x = 0, offset_y = 0;
  cairo_rectangle_t clip;

  if (is_image)
    cairo_surface_get_device_scale (target, &scale, &y_scale);
  if (scale != self->scale)
    {
      self->scale = scale;
      clear (self);
    }

  self->target = NULL;
  self->is_paper = atlas_surface_is_paper (cairo_get_target (cr));
  cairo_surface_get_device_offset (target, &offset_x, &offset_y);
  if (!is_image || scale != y_scale || offset_x != 0 || offset_y != 0 || cairo_image_surface_get_format (target) != CAIRO_FORMAT_ARGB32 ||
      cairo_get_operator (cr) != CAIRO_OPERATOR_OVER || !is_straight (cr, scale) || !get_clip (cr, &clip))
    return;

  self->target = target;
  cairo_user_to_device (cr, &clip.x, &clip.y);
  self->left = ceil (MAX (clip.x, 0) * scale);
  self->top = ceil (MAX (clip.y, 0) * scale);
  self->right = MIN (floor ((clip.x + clip.width) * scale), cairo_image_surface_get_width (target));
  self->bottom = MIN (floor ((clip.y + clip.height) * scale), cairo_image_surface_get_height (target));
}

double
atlas_timeline_sprites_get_scale (const AtlasTimelineSprites *self)
{
  return self->target != NULL ? self->scale : 0.0;
}

gboolean
atlas_timeline_sprites_is_paper (const AtlasTimelineSprites *self)
{
  return self->is_paper;
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
blit (AtlasTimelineSprites *self,
      cairo_surface_t      *picture,
      int                   left,
      int                   top)
{
  int            from_x = MAX ((int) self->left - left, 0);
  int            from_y = MAX ((int) self->top - top, 0);
  int            to_x = MIN (cairo_image_surface_get_width (picture), (int) self->right - left);
  int            to_y = MIN (cairo_image_surface_get_height (picture), (int) self->bottom - top);
  int            stride = cairo_image_surface_get_stride (self->target) / 4;
  int            picture_stride = cairo_image_surface_get_stride (picture) / 4;
  const guint32 *inks = (const guint32 *) (gpointer) cairo_image_surface_get_data (picture);
  guint32       *pixels = NULL;

  if (from_x >= to_x || from_y >= to_y)
    return;

  cairo_surface_flush (self->target);
  pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (self->target);
  for (int y = from_y; y < to_y; y++)
    for (int x = from_x; x < to_x; x++)
      {
        guint32  ink = inks[y * picture_stride + x];
        guint32 *pixel = &pixels[(gssize) (top + y) * stride + left + x];

        if (ink != 0)
          *pixel = lay_over (ink, *pixel);
      }
  cairo_surface_mark_dirty_rectangle (self->target, left + from_x, top + from_y, to_x - from_x, to_y - from_y);
}

static guint64
get_key (guint   shape, /* 8 bits */
         double  size,
         guint32 ink,
         double  strength,
         guint   paper) /* 8 bits */
{
  return (guint64) shape << 56 | (guint64) paper << 48 | (guint64) lround (size * 4.0) << 32 | (guint64) lround (strength * STRENGTHS) << 24 | (ink & 0xffffff);
}

static void
keep (GHashTable *table,
      guint64     key,
      gpointer    picture)
{
  if (g_hash_table_size (table) >= MAX_SPRITES)
    g_hash_table_remove_all (table);
  g_hash_table_insert (table, g_memdup2 (&key, sizeof key), picture);
}

/* px from the left or top side of a symbol's picture to its middle */
static double
get_reach (double radius)
{
  return ceil (radius * 1.25 + 2.0) + 0.5;
}

static cairo_surface_t *
draw_symbol (AtlasTimelineSprites *self,
             AtlasSymbol           symbol,
             AtlasSymbolFill       fill,
             double                radius,
             guint32               ink,
             guint32               paper,
             double                strength)
{
  double           reach = get_reach (radius);
  int              size = (int) ceil (2.0 * reach * self->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t         *cr = NULL;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  atlas_symbol_paint (cr, symbol, fill, reach, reach, radius, ink, paper, 1.0);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_IN);
  cairo_paint_with_alpha (cr, strength);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

void
atlas_timeline_sprites_paint_symbol (AtlasTimelineSprites *self,
                                     cairo_t              *cr,
                                     AtlasSymbol           symbol,
                                     AtlasSymbolFill       fill,
                                     double                x,
                                     double                y,
                                     double                radius,
                                     guint32               ink,
                                     guint32               paper,
                                     double                strength)
{
  guint64          key = get_key ((guint) symbol << 4 | (guint) fill, radius, ink, strength, paper >> 4 & 255);
  cairo_surface_t *picture = NULL;

  x = floor (x) + 0.5;
  y = floor (y) + 0.5;
  if (self->target == NULL)
    {
      atlas_symbol_paint (cr, symbol, fill, x, y, radius, ink, paper, strength);
      return;
    }

  picture = g_hash_table_lookup (self->symbols, &key);
  if (picture == NULL)
    {
      picture = draw_symbol (self, symbol, fill, radius, ink, paper, strength);
      keep (self->symbols, key, picture);
    }

  cairo_user_to_device (cr, &x, &y);
  blit (self, picture, (int) lround ((x - get_reach (radius)) * self->scale), (int) lround ((y - get_reach (radius)) * self->scale));
}

static cairo_pattern_t *
draw_tile (AtlasTimelineSprites *self,
           AtlasTimelineFill     fill,
           int                   height,
           guint32               ink,
           double                strength)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (ATLAS_TIMELINE_TILE * self->scale), (int) ceil (height * self->scale));
  cairo_pattern_t *pattern = NULL;
  cairo_t         *cr = NULL;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  atlas_timeline_fill_paint_tile (cr, fill, height, ink, strength);
  cairo_destroy (cr);

  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, self->target != NULL ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
  cairo_surface_destroy (surface);

  return pattern;
}

cairo_pattern_t *
atlas_timeline_sprites_get_tile (AtlasTimelineSprites *self,
                                 AtlasTimelineFill     fill,
                                 int                   height,
                                 guint32               ink,
                                 double                strength)
{
  guint64          key = get_key (fill, height, ink, strength, 0);
  cairo_pattern_t *pattern = g_hash_table_lookup (self->tiles, &key);

  if (pattern == NULL)
    {
      pattern = draw_tile (self, fill, height, ink, strength);
      keep (self->tiles, key, pattern);
    }

  return pattern;
}
