// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tile-cache.h"

struct _AtlasTileCache
{
  GPtrArray *tiles; /* of AtlasTile */
  gsize      size;
  gsize      max_size;
  guint64    clock;
};

static void
tile_free (gpointer data)
{
  AtlasTile *tile = data;

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_clear_object (&tile->texture);
  g_clear_pointer (&tile->opaque, cairo_surface_destroy);
  cairo_surface_destroy (tile->picture);
  g_free (tile);
}

AtlasTileCache *
atlas_tile_cache_new (gsize max_size)
{
  AtlasTileCache *self = g_new0 (AtlasTileCache, 1);

  self->tiles = g_ptr_array_new_with_free_func (tile_free);
  self->max_size = max_size;

  return self;
}

void
atlas_tile_cache_free (AtlasTileCache *self)
{
  g_ptr_array_unref (self->tiles);
  g_free (self);
}

static void
remove_tile (AtlasTileCache *self,
             guint           index)
{
  self->size -= ((AtlasTile *) g_ptr_array_index (self->tiles, index))->size;
  g_ptr_array_remove_index_fast (self->tiles, index);
}

static void
trim (AtlasTileCache *self)
{
  while (self->size > self->max_size && self->tiles->len > 1)
    {
      guint oldest = 0;

      for (guint i = 1; i < self->tiles->len; i++)
        if (((AtlasTile *) g_ptr_array_index (self->tiles, i))->used < ((AtlasTile *) g_ptr_array_index (self->tiles, oldest))->used)
          oldest = i;
      remove_tile (self, oldest);
    }
}

void
atlas_tile_cache_set_max_size (AtlasTileCache *self,
                               gsize           max_size)
{
  self->max_size = max_size;
  trim (self);
}

gsize
atlas_tile_cache_get_size (AtlasTileCache *self)
{
  return self->size;
}

static AtlasTile *
find (AtlasTileCache *self,
      AtlasTileId     id,
      guint           look,
      guint          *index)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      AtlasTile *tile = g_ptr_array_index (self->tiles, i);

      if (tile->look != look || !atlas_tile_id_equal (tile->id, id))
        continue;
      if (index != NULL)
        *index = i;
      return tile;
    }

  return NULL;
}

void
atlas_tile_cache_add (AtlasTileCache  *self,
                      AtlasTileId      id,
                      guint            look,
                      cairo_surface_t *picture)
{
  AtlasTile *tile = NULL;
  guint      index = 0;

  if (find (self, id, look, &index) != NULL)
    remove_tile (self, index);

  tile = g_new0 (AtlasTile, 1);
  *tile = (AtlasTile){ .id = id, .look = look, .picture = cairo_surface_reference (picture), .used = ++self->clock };
  tile->size = (gsize) cairo_image_surface_get_stride (picture) * (gsize) cairo_image_surface_get_height (picture);
  g_ptr_array_add (self->tiles, tile);
  self->size += tile->size;
  trim (self);
}

AtlasTile *
atlas_tile_cache_lookup (AtlasTileCache *self,
                         AtlasTileId     id,
                         guint           look)
{
  AtlasTile *tile = find (self, id, look, NULL);

  if (tile != NULL)
    atlas_tile_cache_use (self, tile);

  return tile;
}

void
atlas_tile_cache_use (AtlasTileCache *self,
                      AtlasTile      *tile)
{
  tile->used = ++self->clock;
}

void
atlas_tile_cache_drop (AtlasTileCache *self,
                       guint           look)
{
  for (guint i = self->tiles->len; i > 0; i--)
    if (((AtlasTile *) g_ptr_array_index (self->tiles, i - 1))->look < look)
      remove_tile (self, i - 1);
}

GPtrArray *
atlas_tile_cache_get_tiles (AtlasTileCache *self)
{
  return self->tiles;
}

/* The same pixels without their alpha: what is known to be opaque is copied instead of blended. */
static cairo_surface_t *
create_opaque (cairo_surface_t *picture)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t                   *opaque = cairo_image_surface_create_for_data (cairo_image_surface_get_data (picture), CAIRO_FORMAT_RGB24,
                                                                                   cairo_image_surface_get_width (picture),
                                                                                   cairo_image_surface_get_height (picture),
                                                                                   cairo_image_surface_get_stride (picture));

  cairo_surface_set_user_data (opaque, &key, cairo_surface_reference (picture), (cairo_destroy_func_t) cairo_surface_destroy);

  return opaque;
}

static GskRenderNode *
create_cairo_node (AtlasTile             *self,
                   const graphene_rect_t *bounds)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t       *cr = gsk_cairo_node_get_draw_context (node);
  int            width = cairo_image_surface_get_width (self->picture);
  int            height = cairo_image_surface_get_height (self->picture);

  if (self->opaque == NULL)
    self->opaque = create_opaque (self->picture);

  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_scale (cr, (double) bounds->size.width / width, (double) bounds->size.height / height);
  cairo_set_source_surface (cr, self->opaque, 0.0, 0.0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_fill (cr);
  cairo_destroy (cr);

  return node;
}

static GskRenderNode *
create_texture_node (AtlasTile             *self,
                     const graphene_rect_t *bounds)
{
  if (self->texture == NULL)
    {
      int stride = cairo_image_surface_get_stride (self->picture);
      int height = cairo_image_surface_get_height (self->picture);
      g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->picture), (gsize) stride * (gsize) height,
                                                             (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (self->picture));

      self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (self->picture), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
    }

  return gsk_texture_node_new (self->texture, bounds);
}

/* The same node as long as it is drawn in the same place: what does not change is not drawn again. */
GskRenderNode *
atlas_tile_get_node (AtlasTile             *self,
                     const graphene_rect_t *bounds,
                     gboolean               by_cairo)
{
  if (self->node != NULL && graphene_rect_equal (&self->bounds, bounds) && (gsk_render_node_get_node_type (self->node) == GSK_CAIRO_NODE) == by_cairo)
    return self->node;

  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->bounds = *bounds;
  self->node = by_cairo ? create_cairo_node (self, bounds) : create_texture_node (self, bounds);

  return self->node;
}
