// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-tour.h"

#include <math.h>

struct _AtlasTour
{
  GObject    parent_instance;

  char      *id;
  char      *title;
  char      *description;
  GPtrArray *steps; /* of AtlasTourStep */
};

static void list_model_iface_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasTour, atlas_tour, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))
/* clang-format on */

static GType
list_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_TOUR_STEP;
}

static guint
list_get_n_items (GListModel *model)
{
  return ATLAS_TOUR (model)->steps->len;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  AtlasTour *self = ATLAS_TOUR (model);

  return position < self->steps->len ? g_object_ref (g_ptr_array_index (self->steps, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
atlas_tour_finalize (GObject *object)
{
  AtlasTour *self = ATLAS_TOUR (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_tour_parent_class)->finalize (object);
}

static void
atlas_tour_class_init (AtlasTourClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tour_finalize;
}

static void
atlas_tour_init (AtlasTour *self)
{
}

static GPtrArray *
copy_steps (GPtrArray *steps)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (steps, i)));

  return copy;
}

/* Takes @steps. */
static AtlasTour *
tour_new_take (const char *id,
               const char *title,
               const char *description,
               GPtrArray  *steps)
{
  AtlasTour *self = g_object_new (ATLAS_TYPE_TOUR, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->description = g_strdup (description != NULL ? description : "");
  self->steps = steps;

  return self;
}

AtlasTour *
atlas_tour_new (const char *id,
                const char *title,
                const char *description,
                GPtrArray  *steps)
{
  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  return tour_new_take (id, title, description, copy_steps (steps));
}

const char *
atlas_tour_get_id (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return self->id;
}

const char *
atlas_tour_get_title (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return self->title;
}

const char *
atlas_tour_get_description (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return self->description;
}

guint
atlas_tour_get_n_steps (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), 0);

  return self->steps->len;
}

AtlasTourStep *
atlas_tour_get_step (AtlasTour *self,
                     guint      position)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return position < self->steps->len ? g_ptr_array_index (self->steps, position) : NULL;
}

gboolean
atlas_tour_equal (AtlasTour *a,
                  AtlasTour *b)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (a) && ATLAS_IS_TOUR (b), FALSE);

  if (!g_str_equal (a->id, b->id) || !g_str_equal (a->title, b->title) || !g_str_equal (a->description, b->description) ||
      a->steps->len != b->steps->len)
    return FALSE;

  for (guint i = 0; i < a->steps->len; i++)
    if (!atlas_tour_step_equal (g_ptr_array_index (a->steps, i), g_ptr_array_index (b->steps, i)))
      return FALSE;

  return TRUE;
}

/* Another with the same name and @steps, which it takes. */
static AtlasTour *
with_steps (AtlasTour *self,
            GPtrArray *steps)
{
  return tour_new_take (self->id, self->title, self->description, steps);
}

AtlasTour *
atlas_tour_with_step (AtlasTour     *self,
                      guint          position,
                      AtlasTourStep *step)
{
  GPtrArray *steps = NULL;

  g_return_val_if_fail (ATLAS_IS_TOUR (self) && ATLAS_IS_TOUR_STEP (step), NULL);
  g_return_val_if_fail (position <= self->steps->len, NULL);

  steps = copy_steps (self->steps);
  g_ptr_array_insert (steps, (int) position, g_object_ref (step));

  return with_steps (self, steps);
}

AtlasTour *
atlas_tour_without_step (AtlasTour *self,
                         guint      position)
{
  GPtrArray *steps = NULL;

  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);
  g_return_val_if_fail (position < self->steps->len, NULL);

  steps = copy_steps (self->steps);
  g_ptr_array_remove_index (steps, position);

  return with_steps (self, steps);
}

AtlasTour *
atlas_tour_with_step_moved (AtlasTour *self,
                            guint      from,
                            guint      to)
{
  GPtrArray *steps = NULL;
  gpointer   step = NULL;

  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);
  g_return_val_if_fail (from < self->steps->len && to < self->steps->len, NULL);

  steps = copy_steps (self->steps);
  step = g_ptr_array_steal_index (steps, from);
  g_ptr_array_insert (steps, (int) to, step);

  return with_steps (self, steps);
}

AtlasTour *
atlas_tour_with_step_replaced (AtlasTour     *self,
                               guint          position,
                               AtlasTourStep *step)
{
  GPtrArray *steps = NULL;

  g_return_val_if_fail (ATLAS_IS_TOUR (self) && ATLAS_IS_TOUR_STEP (step), NULL);
  g_return_val_if_fail (position < self->steps->len, NULL);

  steps = copy_steps (self->steps);
  g_object_unref (g_ptr_array_index (steps, position));
  g_ptr_array_index (steps, position) = g_object_ref (step);

  return with_steps (self, steps);
}

AtlasTour *
atlas_tour_with_title (AtlasTour  *self,
                       const char *title,
                       const char *description)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self) && title != NULL, NULL);

  return tour_new_take (self->id, title, description, copy_steps (self->steps));
}

AtlasTour *
atlas_tour_with_id (AtlasTour  *self,
                    const char *id)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self) && id != NULL, NULL);

  return tour_new_take (id, self->title, self->description, copy_steps (self->steps));
}

/* Zoom steps between the map that cameras are meant for and one of this size. */
static double
get_closer (double width,
            double height)
{
  if (!(width > 0.0 && height > 0.0))
    return 0.0;

  return log2 (MIN (width / ATLAS_TOUR_VIEW_WIDTH, height / ATLAS_TOUR_VIEW_HEIGHT));
}

AtlasCamera
atlas_tour_fit_camera (AtlasCamera camera,
                       double      width,
                       double      height)
{
  camera.zoom += get_closer (width, height);

  return camera;
}

AtlasCamera
atlas_tour_unfit_camera (AtlasCamera camera,
                         double      width,
                         double      height)
{
  camera.zoom -= get_closer (width, height);

  return camera;
}
