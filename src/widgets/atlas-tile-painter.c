// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tile-painter.h"

#include "atlas-basemap-painter.h"

#include <math.h>
#include <sys/resource.h>

/* The priority of threads that paint while the map moves: frames come first. */
#define GENTLE 10

/* What all tiles of a painter have in common. */
typedef struct
{
  AtlasBasemap  *basemap; /* (nullable) */
  AtlasPaletteId palette;
  int            scale;
  guint          serial; /* another for another look */
} Look;

typedef struct
{
  AtlasTileId      id;
  cairo_surface_t *picture;
} Painted;

struct _AtlasTilePainter
{
  gatomicrefcount ref_count; /* the owner's, one a thread, and one that tells */
  AtlasTilesFunc  tiles_func;
  AtlasTileFunc   tile_func;
  gpointer        user_data;

  GMutex          mutex;
  /* under @mutex */
  Look            look;
  GArray         *waiting; /* of AtlasTileId, the next one last */
  GArray         *begun;   /* of AtlasTileId: of this look */
  GArray         *painted; /* of Painted: not told yet */
  guint           n_threads;
  gboolean        is_modest;
  gboolean        is_telling;
  gboolean        is_closed;
};

static void
clear_painted (gpointer data)
{
  cairo_surface_destroy (((Painted *) data)->picture);
}

static GArray *
create_painted (void)
{
  GArray *painted = g_array_new (FALSE, FALSE, sizeof (Painted));

  g_array_set_clear_func (painted, clear_painted);

  return painted;
}

static AtlasTilePainter *
painter_ref (AtlasTilePainter *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
painter_unref (gpointer data)
{
  AtlasTilePainter *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->look.basemap, atlas_basemap_unref);
  g_array_unref (self->waiting);
  g_array_unref (self->begun);
  g_array_unref (self->painted);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gboolean
remove_id (GArray     *ids,
           AtlasTileId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (atlas_tile_id_equal (g_array_index (ids, AtlasTileId, i), id))
      {
        g_array_remove_index (ids, i);
        return TRUE;
      }

  return FALSE;
}

static cairo_surface_t *
paint (const Look *look,
       AtlasTileId id)
{
  int              size = ATLAS_TILE_SIZE * look->scale;
  double           tiles = exp2 (id.zoom);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);

  atlas_basemap_paint_view (look->basemap, atlas_palette_get (look->palette), id.x / tiles, id.y / tiles, id.zoom, look->scale, picture);
  cairo_surface_flush (picture);

  return picture;
}

static gboolean
tell_cb (gpointer user_data)
{
  AtlasTilePainter *self = user_data;
  g_autoptr (GArray) painted = NULL;
  gboolean is_closed = FALSE;

  g_mutex_lock (&self->mutex);
  painted = self->painted;
  self->painted = create_painted ();
  self->is_telling = FALSE;
  is_closed = self->is_closed;
  g_mutex_unlock (&self->mutex);

  if (is_closed)
    return G_SOURCE_REMOVE;

  for (guint i = 0; i < painted->len; i++)
    self->tile_func (g_array_index (painted, Painted, i).id, g_array_index (painted, Painted, i).picture, self->user_data);
  self->tiles_func (self->user_data);

  return G_SOURCE_REMOVE;
}

/* With @mutex. */
static void
add_painted (AtlasTilePainter *self,
             AtlasTileId       id,
             cairo_surface_t  *picture)
{
  Painted painted = { id, picture };

  remove_id (self->begun, id);
  g_array_append_val (self->painted, painted);
  if (self->is_telling)
    return;

  self->is_telling = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, painter_ref (self), painter_unref);
}

/* With @mutex. At rest as many tiles at once as there are processors. */
static guint
get_max_threads (AtlasTilePainter *self)
{
  guint n_processors = g_get_num_processors ();

  return self->is_modest ? MAX (n_processors - 1, 1) : n_processors;
}

static void start_threads (AtlasTilePainter *self);

/* @user_data: whether the thread is a gentle one. */
static void
paint_in_thread (gpointer data,
                 gpointer user_data)
{
  AtlasTilePainter *self = data;
  gboolean          is_gentle = GPOINTER_TO_INT (user_data);

#ifdef __linux__
  if (is_gentle)
    setpriority (PRIO_PROCESS, 0, GENTLE); /* there: of this thread alone */
#endif

  g_mutex_lock (&self->mutex);
  while (self->waiting->len > 0 && self->is_modest == is_gentle)
    {
      AtlasTileId      id = g_array_index (self->waiting, AtlasTileId, self->waiting->len - 1);
      Look             look = self->look;
      cairo_surface_t *picture = NULL;

      g_array_set_size (self->waiting, self->waiting->len - 1);
      g_array_append_val (self->begun, id);
      atlas_basemap_ref (look.basemap);
      g_mutex_unlock (&self->mutex);

      picture = paint (&look, id);
      atlas_basemap_unref (look.basemap);

      g_mutex_lock (&self->mutex);
      if (look.serial == self->look.serial && !self->is_closed)
        add_painted (self, id, picture);
      else
        cairo_surface_destroy (picture);
    }
  self->n_threads--;
  start_threads (self); /* of the other kind, where it makes way for them */
  g_mutex_unlock (&self->mutex);

  painter_unref (self);
}

/* The threads of gentle painters are theirs alone: a thread cannot take its priority back. */
static GThreadPool *
get_threads (gboolean gentle)
{
  static gsize        initialised = 0;
  static GThreadPool *pools[2] = { NULL };

  if (g_once_init_enter (&initialised))
    {
      int n_threads = (int) g_get_num_processors ();

      pools[FALSE] = g_thread_pool_new (paint_in_thread, GINT_TO_POINTER (FALSE), n_threads, FALSE, NULL);
      pools[TRUE] = g_thread_pool_new (paint_in_thread, GINT_TO_POINTER (TRUE), n_threads, TRUE, NULL);
      g_once_init_leave (&initialised, 1);
    }

  return pools[gentle];
}

/* With @mutex. */
static void
start_threads (AtlasTilePainter *self)
{
  guint n_wanted = MIN (get_max_threads (self), self->waiting->len + self->begun->len);

  for (; self->n_threads < n_wanted && self->waiting->len > 0; self->n_threads++)
    g_thread_pool_push (get_threads (self->is_modest), painter_ref (self), NULL);
}

/**
 * atlas_tile_painter_new:
 * @tile_func: told each tile
 * @tiles_func: told when all were told that were ready
 * @user_data: for both
 *
 * Creates a painter, which paints nothing before it has a look.
 *
 * Returns: (transfer full): the painter
 */
AtlasTilePainter *
atlas_tile_painter_new (AtlasTileFunc  tile_func,
                        AtlasTilesFunc tiles_func,
                        gpointer       user_data)
{
  AtlasTilePainter *self = g_new0 (AtlasTilePainter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->tile_func = tile_func;
  self->tiles_func = tiles_func;
  self->user_data = user_data;
  self->waiting = g_array_new (FALSE, FALSE, sizeof (AtlasTileId));
  self->begun = g_array_new (FALSE, FALSE, sizeof (AtlasTileId));
  self->painted = create_painted ();

  return self;
}

void
atlas_tile_painter_free (AtlasTilePainter *self)
{
  g_mutex_lock (&self->mutex);
  self->is_closed = TRUE;
  g_array_set_size (self->waiting, 0);
  g_mutex_unlock (&self->mutex);

  painter_unref (self);
}

void
atlas_tile_painter_set_look (AtlasTilePainter *self,
                             AtlasBasemap     *basemap,
                             AtlasPaletteId    palette,
                             int               scale)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->look.basemap, atlas_basemap_unref);
  self->look = (Look){ basemap != NULL ? atlas_basemap_ref (basemap) : NULL, palette, scale, self->look.serial + 1 };
  g_array_set_size (self->waiting, 0);
  g_array_set_size (self->begun, 0);
  g_array_set_size (self->painted, 0);
  g_mutex_unlock (&self->mutex);
}

/* With @mutex. */
static gboolean
is_under_way (AtlasTilePainter *self,
              AtlasTileId       id)
{
  for (guint i = 0; i < self->begun->len; i++)
    if (atlas_tile_id_equal (g_array_index (self->begun, AtlasTileId, i), id))
      return TRUE;
  for (guint i = 0; i < self->painted->len; i++)
    if (atlas_tile_id_equal (g_array_index (self->painted, Painted, i).id, id))
      return TRUE;

  return FALSE;
}

/* Whether the tile is wanted for another reason too, and sooner. */
static gboolean
comes_before (const AtlasTileId *ids,
              guint              index)
{
  for (guint i = 0; i < index; i++)
    if (atlas_tile_id_equal (ids[i], ids[index]))
      return TRUE;

  return FALSE;
}

void
atlas_tile_painter_want (AtlasTilePainter  *self,
                         const AtlasTileId *ids,
                         guint              n_ids)
{
  g_mutex_lock (&self->mutex);
  g_array_set_size (self->waiting, 0);
  if (self->look.basemap != NULL)
    {
      for (guint i = n_ids; i > 0; i--)
        if (!is_under_way (self, ids[i - 1]) && !comes_before (ids, i - 1))
          g_array_append_val (self->waiting, ids[i - 1]);
      start_threads (self);
    }
  g_mutex_unlock (&self->mutex);
}

void
atlas_tile_painter_set_modest (AtlasTilePainter *self,
                               gboolean          modest)
{
  g_mutex_lock (&self->mutex);
  self->is_modest = !!modest;
  start_threads (self);
  g_mutex_unlock (&self->mutex);
}

guint
atlas_tile_painter_get_pending (AtlasTilePainter *self)
{
  guint n_pending = 0;

  g_mutex_lock (&self->mutex);
  n_pending = self->waiting->len + self->begun->len + self->painted->len;
  g_mutex_unlock (&self->mutex);

  return n_pending;
}
