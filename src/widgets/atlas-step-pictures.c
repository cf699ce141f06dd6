// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-step-pictures.h"

#include "atlas-basemap-source.h"
#include "atlas-map-picture.h"
#include "atlas-palette.h"

/* A picture that comes later. */

#define ATLAS_TYPE_STEP_PICTURE (atlas_step_picture_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStepPicture, atlas_step_picture, ATLAS, STEP_PICTURE, GObject)

struct _AtlasStepPicture
{
  GObject     parent_instance;

  GdkTexture *texture; /* (nullable): not painted yet */
  gboolean    is_wanted;
};

static void
atlas_step_picture_snapshot (GdkPaintable *paintable,
                             GdkSnapshot  *snapshot,
                             double        width,
                             double        height)
{
  AtlasStepPicture *self = ATLAS_STEP_PICTURE (paintable);

  if (self->texture != NULL)
    gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), snapshot, width, height);
}

static int
atlas_step_picture_get_intrinsic_width (GdkPaintable *paintable)
{
  return ATLAS_STEP_PICTURE_WIDTH;
}

static int
atlas_step_picture_get_intrinsic_height (GdkPaintable *paintable)
{
  return ATLAS_STEP_PICTURE_HEIGHT;
}

static void
atlas_step_picture_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = atlas_step_picture_snapshot;
  iface->get_intrinsic_width = atlas_step_picture_get_intrinsic_width;
  iface->get_intrinsic_height = atlas_step_picture_get_intrinsic_height;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasStepPicture, atlas_step_picture, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, atlas_step_picture_iface_init))

static void
atlas_step_picture_finalize (GObject *object)
{
  g_clear_object (&ATLAS_STEP_PICTURE (object)->texture);

  G_OBJECT_CLASS (atlas_step_picture_parent_class)->finalize (object);
}

static void
atlas_step_picture_class_init (AtlasStepPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_step_picture_finalize;
}

static void
atlas_step_picture_init (AtlasStepPicture *self)
{
}

/* All of them. */

struct _AtlasStepPictures
{
  GObject            parent_instance;

  AtlasPresentation *presentation; /* (nullable): closed */
  AtlasBasemap      *basemap;      /* (nullable) */
  gboolean           dark;
  gboolean           high_contrast;

  GPtrArray         *pictures; /* of AtlasStepPicture, one a step */
  GCancellable      *painting; /* (nullable): nothing is being painted */
};

G_DEFINE_FINAL_TYPE (AtlasStepPictures, atlas_step_pictures, G_TYPE_OBJECT)

/* What a thread needs for one. */
typedef struct
{
  AtlasDataset      *dataset;
  AtlasBasemap      *basemap;
  AtlasSessionState *state;
  AtlasPaletteId     palette;
  AtlasStepPicture  *picture; /* touched by the main thread only */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->dataset);
  g_clear_pointer (&order->basemap, atlas_basemap_unref);
  atlas_session_state_free (order->state);
  g_object_unref (order->picture);
  g_free (order);
}

static void
destroy_surface (gpointer data)
{
  cairo_surface_destroy (data);
}

static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  int         width = cairo_image_surface_get_width (surface);
  int         height = cairo_image_surface_get_height (surface);
  int         stride = cairo_image_surface_get_stride (surface);
  GdkTexture *texture = NULL;
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height, destroy_surface,
                                      cairo_surface_reference (surface));
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);

  return texture;
}

static void
paint_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Order              *order = task_data;
  AtlasMapPictureSpec spec = {
    .dataset = order->dataset,
    .basemap = order->basemap,
    .state = order->state,
    .camera = atlas_tour_fit_camera (order->state->camera, ATLAS_STEP_PICTURE_WIDTH, ATLAS_STEP_PICTURE_HEIGHT),
    .width = ATLAS_STEP_PICTURE_WIDTH,
    .height = ATLAS_STEP_PICTURE_HEIGHT,
    .palette = order->palette,
    .text_scale = 1.0,
    .scale = 1.0,
  };
  cairo_surface_t *surface = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  spec.camera.zoom = CLAMP (spec.camera.zoom, ATLAS_BASEMAP_MIN_ZOOM, ATLAS_BASEMAP_MAX_ZOOM);
  surface = atlas_map_picture_create (&spec);
  g_task_return_pointer (task, create_texture (surface), g_object_unref);
  cairo_surface_destroy (surface);
}

static void paint_next (AtlasStepPictures *self);

static void
painted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  AtlasStepPictures *self = ATLAS_STEP_PICTURES (object);
  Order             *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (texture == NULL)
    return; /* another look is wanted, or none */

  g_clear_object (&self->painting);
  g_set_object (&order->picture->texture, texture);
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (order->picture));
  paint_next (self);
}

/* As a tour means it: what a step does not say is as the atlas opens. */
static AtlasSessionState *
dup_state (AtlasStepPictures *self,
           AtlasDataset      *dataset,
           guint              position)
{
  AtlasTour         *tour = atlas_presentation_get_tour (self->presentation);
  AtlasSessionState *state = atlas_session_state_copy (atlas_tour_step_get_state (atlas_tour_get_step (tour, position)));

  if (!state->has_camera)
    state->camera = atlas_dataset_get_manifest (dataset)->home;
  state->language = g_strdup (atlas_session_get_language (atlas_presentation_get_session (self->presentation)));

  return state;
}

static void
paint_next (AtlasStepPictures *self)
{
  for (guint i = 0; self->presentation != NULL && self->painting == NULL && i < self->pictures->len; i++)
    {
      AtlasStepPicture *picture = g_ptr_array_index (self->pictures, i);
      Order            *order = NULL;
      g_autoptr (GTask) task = NULL;

      if (!picture->is_wanted || picture->texture != NULL)
        continue;

      self->painting = g_cancellable_new ();
      order = g_new0 (Order, 1);
      order->dataset = g_object_ref (atlas_session_get_dataset (atlas_presentation_get_session (self->presentation)));
      order->basemap = self->basemap != NULL ? atlas_basemap_ref (self->basemap) : NULL;
      order->state = dup_state (self, order->dataset, i);
      order->palette = atlas_palette_choose (self->dark, self->high_contrast);
      order->picture = g_object_ref (picture);
      task = g_task_new (self, self->painting, painted_cb, NULL);
      g_task_set_source_tag (task, paint_next);
      g_task_set_task_data (task, order, order_free);
      g_task_set_priority (task, G_PRIORITY_LOW);
      g_task_run_in_thread (task, paint_in_thread);
    }
}

static void
stop (AtlasStepPictures *self)
{
  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
}

/* The pictures that somebody has keep their place, and get other contents. */
static void
begin_anew (AtlasStepPictures *self)
{
  stop (self);
  if (self->presentation == NULL)
    return;

  for (guint i = 0; i < self->pictures->len; i++)
    g_clear_object (&((AtlasStepPicture *) g_ptr_array_index (self->pictures, i))->texture);
  while (self->pictures->len < atlas_presentation_get_n_steps (self->presentation))
    g_ptr_array_add (self->pictures, g_object_new (ATLAS_TYPE_STEP_PICTURE, NULL));
  g_ptr_array_set_size (self->pictures, (int) atlas_presentation_get_n_steps (self->presentation));
  paint_next (self);
}

static void
atlas_step_pictures_dispose (GObject *object)
{
  AtlasStepPictures *self = ATLAS_STEP_PICTURES (object);

  atlas_step_pictures_close (self);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_step_pictures_parent_class)->dispose (object);
}

static void
atlas_step_pictures_class_init (AtlasStepPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_step_pictures_dispose;
}

static void
atlas_step_pictures_init (AtlasStepPictures *self)
{
  self->pictures = g_ptr_array_new_with_free_func (g_object_unref);
}

AtlasStepPictures *
atlas_step_pictures_new (AtlasPresentation *presentation)
{
  AtlasStepPictures *self = g_object_new (ATLAS_TYPE_STEP_PICTURES, NULL);

  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "notify::tour", G_CALLBACK (begin_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_presentation_get_session (presentation), "notify::dataset", G_CALLBACK (begin_anew), self, G_CONNECT_SWAPPED);
  begin_anew (self);

  return self;
}

void
atlas_step_pictures_close (AtlasStepPictures *self)
{
  g_return_if_fail (ATLAS_IS_STEP_PICTURES (self));

  stop (self);
  g_clear_object (&self->presentation);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
}

void
atlas_step_pictures_set_basemap (AtlasStepPictures *self,
                                 AtlasBasemap      *basemap)
{
  g_return_if_fail (ATLAS_IS_STEP_PICTURES (self));

  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  self->basemap = basemap != NULL ? atlas_basemap_ref (basemap) : NULL;
  begin_anew (self);
}

void
atlas_step_pictures_set_dark (AtlasStepPictures *self,
                              gboolean           dark)
{
  g_return_if_fail (ATLAS_IS_STEP_PICTURES (self));

  if (self->dark == !!dark)
    return;

  self->dark = !!dark;
  begin_anew (self);
}

void
atlas_step_pictures_set_high_contrast (AtlasStepPictures *self,
                                       gboolean           high_contrast)
{
  g_return_if_fail (ATLAS_IS_STEP_PICTURES (self));

  if (self->high_contrast == !!high_contrast)
    return;

  self->high_contrast = !!high_contrast;
  begin_anew (self);
}

static AtlasStepPicture *
get_picture (AtlasStepPictures *self,
             guint              step)
{
  return g_ptr_array_index (self->pictures, CLAMP (step, 1, self->pictures->len) - 1);
}

GdkPaintable *
atlas_step_pictures_get (AtlasStepPictures *self,
                         guint              step)
{
  AtlasStepPicture *picture = NULL;

  g_return_val_if_fail (ATLAS_IS_STEP_PICTURES (self), NULL);

  picture = get_picture (self, step);
  picture->is_wanted = TRUE;
  paint_next (self);

  return GDK_PAINTABLE (g_object_ref (picture));
}

gboolean
atlas_step_pictures_is_ready (AtlasStepPictures *self,
                              guint              step)
{
  g_return_val_if_fail (ATLAS_IS_STEP_PICTURES (self), FALSE);

  return get_picture (self, step)->texture != NULL;
}
