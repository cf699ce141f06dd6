// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-basemap-source.h"

#include "atlas-basemap-painter.h"
#include "atlas-picture.h"
#include "atlas-tile-paintable.h"

#include <math.h>

#define TILE_SIZE 256
/* Device pixels that are painted over each edge; see AtlasTilePaintable. */
#define GUTTER 4

struct _AtlasBasemapSource
{
  ShumateMapSource parent_instance;

  AtlasBasemap    *basemap;
  AtlasPaletteId   palette;
  int              scale; /* device pixels a px */
  GMutex           mutex;
  AtlasPoint       focus; /* under @mutex */
};

G_DEFINE_FINAL_TYPE (AtlasBasemapSource, atlas_basemap_source, SHUMATE_TYPE_MAP_SOURCE)

/* A tile that was asked for. */
typedef struct
{
  ShumateTile *tile;
  int          zoom;
  int          x;
  int          y;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->tile);
  g_free (request);
}

static void
paint_in_thread (gpointer data,
                 gpointer user_data)
{
  g_autoptr (GTask) task = data;
  AtlasBasemapSource *self = g_task_get_source_object (task);
  const Request      *request = g_task_get_task_data (task);
  int                 size = TILE_SIZE * self->scale + 2 * GUTTER;
  double              tiles = exp2 (request->zoom);
  double              gutter = (double) GUTTER / (TILE_SIZE * self->scale); /* in tiles */
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *surface = NULL;

  if (g_task_return_error_if_cancelled (task)) /* panned out of view while it waited */
    return;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  if (self->basemap != NULL)
    atlas_basemap_paint_view (self->basemap, atlas_palette_get (self->palette), (request->x - gutter) / tiles, (request->y - gutter) / tiles,
                              request->zoom, self->scale, surface);
  cairo_surface_flush (surface);

  texture = atlas_picture_new_take (surface);
  g_task_return_pointer (task, atlas_tile_paintable_new (texture, GUTTER), g_object_unref);
}

static double
get_distance (GTask *task)
{
  AtlasBasemapSource *self = g_task_get_source_object (task);
  const Request      *request = g_task_get_task_data (task);
  double              tiles = exp2 (request->zoom);
  AtlasPoint          focus;

  g_mutex_lock (&self->mutex);
  focus = self->focus;
  g_mutex_unlock (&self->mutex);

  return hypot ((request->x + 0.5) / tiles - focus.x, (request->y + 0.5) / tiles - focus.y);
}

static int
compare_requests (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  double first = get_distance (G_TASK (a));
  double second = get_distance (G_TASK (b));

  return (first > second) - (first < second);
}

/* As many tiles at once as there are processors. */
static GThreadPool *
get_painters (void)
{
  static gsize        initialised = 0;
  static GThreadPool *pool = NULL;

  if (g_once_init_enter (&initialised))
    {
      pool = g_thread_pool_new (paint_in_thread, NULL, (int) MAX (g_get_num_processors (), 1), FALSE, NULL);
      g_thread_pool_set_sort_function (pool, compare_requests, NULL);
      g_once_init_leave (&initialised, 1);
    }

  return pool;
}

static void
atlas_basemap_source_fill_tile_async (ShumateMapSource   *source,
                                      ShumateTile        *tile,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  GTask   *task = g_task_new (source, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->tile = g_object_ref (tile);
  request->zoom = (int) shumate_tile_get_zoom_level (tile);
  request->x = (int) shumate_tile_get_x (tile);
  request->y = (int) shumate_tile_get_y (tile);

  g_task_set_source_tag (task, atlas_basemap_source_fill_tile_async);
  g_task_set_task_data (task, request, request_free);
  g_thread_pool_push (get_painters (), task, NULL);
}

static gboolean
atlas_basemap_source_fill_tile_finish (ShumateMapSource *source,
                                       GAsyncResult     *result,
                                       GError          **error)
{
  Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkPaintable) paintable = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, atlas_basemap_source_fill_tile_async), FALSE);

  paintable = g_task_propagate_pointer (G_TASK (result), error);
  if (paintable == NULL)
    return FALSE;

  shumate_tile_set_paintable (request->tile, paintable);
  shumate_tile_set_fade_in (request->tile, FALSE);
  shumate_tile_set_state (request->tile, SHUMATE_STATE_DONE);

  return TRUE;
}

static void
atlas_basemap_source_finalize (GObject *object)
{
  AtlasBasemapSource *self = ATLAS_BASEMAP_SOURCE (object);

  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (atlas_basemap_source_parent_class)->finalize (object);
}

static void
atlas_basemap_source_class_init (AtlasBasemapSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_basemap_source_finalize;

  source_class->fill_tile_async = atlas_basemap_source_fill_tile_async;
  source_class->fill_tile_finish = atlas_basemap_source_fill_tile_finish;
}

static void
atlas_basemap_source_init (AtlasBasemapSource *self)
{
  g_mutex_init (&self->mutex);
}

AtlasBasemapSource *
atlas_basemap_source_new (AtlasBasemap  *basemap,
                          AtlasPaletteId palette,
                          int            scale_factor)
{
  AtlasBasemapSource *self = g_object_new (ATLAS_TYPE_BASEMAP_SOURCE,
                                           "id", "atlas-basemap",
                                           "min-zoom-level", ATLAS_BASEMAP_MIN_ZOOM,
                                           "max-zoom-level", ATLAS_BASEMAP_MAX_ZOOM,
                                           "tile-size", TILE_SIZE,
                                           "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                                           NULL);

  self->basemap = basemap != NULL ? atlas_basemap_ref (basemap) : NULL;
  self->palette = palette;
  self->scale = MAX (2, (int) ceil (scale_factor * G_SQRT2));

  return self;
}

void
atlas_basemap_source_set_focus (AtlasBasemapSource *self,
                                AtlasPoint          focus)
{
  g_return_if_fail (ATLAS_IS_BASEMAP_SOURCE (self));

  g_mutex_lock (&self->mutex);
  self->focus = focus;
  g_mutex_unlock (&self->mutex);
}
