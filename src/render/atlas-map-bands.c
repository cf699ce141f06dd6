// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-bands.h"

#define N_BANDS 4     /* more than threads: who is done early takes the next */
#define MIN_ROWS 96   /* px of a band; smaller pictures are not worth waking anybody */
#define MAX_HELPERS 3 /* threads beside the one that asks */

struct _AtlasMapBands
{
  AtlasMapBand bands[N_BANDS];
};

/* One paint. It lives until the last helper has seen that nothing is left of it. */
typedef struct
{
  AtlasMapBand    *bands;
  AtlasMapBandFunc func;
  gpointer         user_data;
  int              next; /* band that nobody has taken; atomic */
  int              n_done;
  GMutex           mutex;
  GCond            cond; /* of n_done */
} Job;

AtlasMapBands *
atlas_map_bands_new (void)
{
  AtlasMapBands *self = g_new0 (AtlasMapBands, 1);

  for (guint i = 0; i < N_BANDS; i++)
    {
      atlas_map_path_init (&self->bands[i].path);
      atlas_map_path_init (&self->bands[i].scratch);
      self->bands[i].raster = atlas_map_raster_new ();
    }

  return self;
}

void
atlas_map_bands_free (AtlasMapBands *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_BANDS; i++)
    {
      atlas_map_path_destroy (&self->bands[i].path);
      atlas_map_path_destroy (&self->bands[i].scratch);
      atlas_map_raster_free (self->bands[i].raster);
    }
  g_free (self);
}

static void
clear_job (gpointer data)
{
  Job *job = data;

  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->cond);
}

static void
work (Job *job)
{
  int done = 0;

  for (int i = g_atomic_int_add (&job->next, 1); i < N_BANDS; i = g_atomic_int_add (&job->next, 1), done++)
    job->func (&job->bands[i], job->user_data);

  g_mutex_lock (&job->mutex);
  job->n_done += done;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

static void
help_cb (gpointer data,
         gpointer user_data)
{
  work (data);
  g_atomic_rc_box_release_full (data, clear_job);
}

/* (nullable): %NULL where there is one processor only */
static GThreadPool *
get_helpers (void)
{
  static GThreadPool *helpers = NULL;
  static gsize        is_made = 0;

  if (g_once_init_enter (&is_made))
    {
      int n_helpers = MIN ((int) g_get_num_processors () - 1, MAX_HELPERS);

      if (n_helpers > 0)
        helpers = g_thread_pool_new (help_cb, NULL, n_helpers, FALSE, NULL);
      g_once_init_leave (&is_made, 1);
    }

  return helpers;
}

static void
share (AtlasMapBands   *self,
       GThreadPool     *helpers,
       AtlasMapBandFunc func,
       gpointer         user_data)
{
  Job *job = g_atomic_rc_box_new0 (Job);

  job->bands = self->bands;
  job->func = func;
  job->user_data = user_data;
  g_mutex_init (&job->mutex);
  g_cond_init (&job->cond);
  for (int i = 0; i < g_thread_pool_get_max_threads (helpers); i++)
    g_thread_pool_push (helpers, g_atomic_rc_box_acquire (job), NULL);

  /* A helper that comes too late finds nothing to do: only bands that were begun are waited for. */
  work (job);
  g_mutex_lock (&job->mutex);
  while (job->n_done < N_BANDS)
    g_cond_wait (&job->cond, &job->mutex);
  g_mutex_unlock (&job->mutex);
  g_atomic_rc_box_release_full (job, clear_job);
}

static gboolean
is_picture (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_target (cr);
  cairo_matrix_t   matrix;

  if (cairo_get_group_target (cr) != surface || cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;

  cairo_get_matrix (cr, &matrix);

  return matrix.xy == 0 && matrix.yx == 0 && matrix.xx > 0 && matrix.yy > 0 &&
         cairo_image_surface_get_height (surface) >= N_BANDS * MIN_ROWS;
}

/* A context on the rows from @first to before @end of the target of @cr, with the same units and the same clip. */
static void
begin_band (AtlasMapBand            *band,
            cairo_t                 *cr,
            const cairo_rectangle_t *clip,
            int                      first,
            int                      end)
{
  cairo_surface_t *whole = cairo_get_target (cr);
  int              stride = cairo_image_surface_get_stride (whole);
  cairo_surface_t *rows = cairo_image_surface_create_for_data (cairo_image_surface_get_data (whole) + (gssize) first * stride,
                                                               cairo_image_surface_get_format (whole),
                                                               cairo_image_surface_get_width (whole), end - first, stride);
  cairo_matrix_t   matrix;
  double           scale_x, scale_y, x, y;

  cairo_surface_get_device_scale (whole, &scale_x, &scale_y);
  cairo_surface_get_device_offset (whole, &x, &y);
  cairo_surface_set_device_scale (rows, scale_x, scale_y);
  cairo_surface_set_device_offset (rows, x, y - first);
  cairo_get_matrix (cr, &matrix);
  band->clip = (AtlasBox){ clip->x, ((first - y) / scale_y - matrix.y0) / matrix.yy, clip->x + clip->width, ((end - y) / scale_y - matrix.y0) / matrix.yy };
  band->clip.y0 = MAX (band->clip.y0, clip->y);
  band->clip.y1 = MIN (band->clip.y1, clip->y + clip->height);

  band->cr = cairo_create (rows);
  cairo_surface_destroy (rows);
  cairo_set_matrix (band->cr, &matrix);
  cairo_rectangle (band->cr, clip->x, clip->y, clip->width, clip->height);
  cairo_clip (band->cr);
}

gboolean
atlas_map_bands_paint (AtlasMapBands   *self,
                       cairo_t         *cr,
                       AtlasMapBandFunc func,
                       gpointer         user_data)
{
  GThreadPool            *helpers = get_helpers ();
  cairo_rectangle_list_t *clip;
  gboolean                is_box;

  g_return_val_if_fail (self != NULL && cr != NULL && func != NULL, FALSE);

  if (helpers == NULL || !is_picture (cr))
    return FALSE;

  clip = cairo_copy_clip_rectangle_list (cr);
  is_box = clip->status == CAIRO_STATUS_SUCCESS && clip->num_rectangles == 1;
  if (is_box)
    {
      int height = cairo_image_surface_get_height (cairo_get_target (cr));

      cairo_surface_flush (cairo_get_target (cr));
      for (int i = 0; i < N_BANDS; i++)
        begin_band (&self->bands[i], cr, &clip->rectangles[0], height * i / N_BANDS, height * (i + 1) / N_BANDS);
      share (self, helpers, func, user_data);
      for (int i = 0; i < N_BANDS; i++)
        g_clear_pointer (&self->bands[i].cr, cairo_destroy);
      cairo_surface_mark_dirty (cairo_get_target (cr));
    }
  cairo_rectangle_list_destroy (clip);

  return is_box;
}
