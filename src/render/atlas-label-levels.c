// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-label-levels.h"

#define N_SHARED 3 /* a window, a hall with larger text, and another language */

struct _AtlasLabelLevels
{
  gatomicrefcount      refs;
  AtlasBasemap        *basemap;
  AtlasBasemapLanguage language;
  double               text_scale;
  GArray              *names;    /* of AtlasLabelName, most important first */
  GMutex               building; /* guards the fonts and the right to add a level */
  AtlasLabelFonts     *fonts;    /* made when first needed, which takes a while */
  AtlasLabelLevel     *levels[ATLAS_LABEL_N_LEVELS];
};

AtlasLabelLevels *
atlas_label_levels_new (AtlasBasemap        *basemap,
                        AtlasBasemapLanguage language,
                        double               text_scale)
{
  AtlasLabelLevels *self = g_new0 (AtlasLabelLevels, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->building);
  self->basemap = atlas_basemap_ref (basemap);
  self->language = language;
  self->text_scale = text_scale;
  self->names = atlas_label_names_collect (basemap, language);

  return self;
}

AtlasLabelLevels *
atlas_label_levels_get_shared (AtlasBasemap        *basemap,
                               AtlasBasemapLanguage language,
                               double               text_scale)
{
  static AtlasLabelLevels *shared[N_SHARED]; /* used last first */
  static GMutex            mutex;
  AtlasLabelLevels        *self;
  guint                    i = 0;

  g_mutex_lock (&mutex);
  while (i + 1 < N_SHARED && shared[i] != NULL &&
         (shared[i]->basemap != basemap || shared[i]->language != language || shared[i]->text_scale != text_scale))
    i++;
  self = shared[i];
  if (self == NULL || self->basemap != basemap || self->language != language || self->text_scale != text_scale)
    {
      g_clear_pointer (&self, atlas_label_levels_unref);
      self = atlas_label_levels_new (basemap, language, text_scale);
    }
  for (; i > 0; i--)
    shared[i] = shared[i - 1];
  shared[0] = self;
  atlas_label_levels_ref (self);
  g_mutex_unlock (&mutex);

  return self;
}

AtlasLabelLevels *
atlas_label_levels_ref (AtlasLabelLevels *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
atlas_label_levels_unref (AtlasLabelLevels *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  for (guint i = 0; i < ATLAS_LABEL_N_LEVELS; i++)
    g_clear_pointer (&self->levels[i], atlas_label_level_free);
  g_clear_pointer (&self->fonts, atlas_label_fonts_free);
  g_array_unref (self->names);
  atlas_basemap_unref (self->basemap);
  g_mutex_clear (&self->building);
  g_free (self);
}

static void
build (AtlasLabelLevels *self,
       int               index)
{
  AtlasLabelLevel *before = index > ATLAS_LABEL_FIRST_LEVEL ? self->levels[index - 1] : NULL;

  if (self->levels[index] != NULL)
    return;

  if (self->fonts == NULL)
    self->fonts = atlas_label_fonts_new ();
  g_atomic_pointer_set (&self->levels[index],
                        atlas_label_level_new (self->basemap, self->language, self->names, self->fonts, self->text_scale,
                                               (double) index / ATLAS_LABEL_LEVELS_A_ZOOM - ATLAS_LABEL_AHEAD, before));
}

const AtlasLabelLevel *
atlas_label_levels_get (AtlasLabelLevels *self,
                        int               index)
{
  for (int i = ATLAS_LABEL_FIRST_LEVEL; i <= index; i++)
    if (g_atomic_pointer_get (&self->levels[i]) == NULL)
      {
        g_mutex_lock (&self->building);
        build (self, i);
        g_mutex_unlock (&self->building);
      }

  return self->levels[index];
}

const AtlasLabelLevel *
atlas_label_levels_find (AtlasLabelLevels *self,
                         int              *index)
{
  for (int i = *index; i >= ATLAS_LABEL_FIRST_LEVEL; i--)
    {
      const AtlasLabelLevel *level = g_atomic_pointer_get (&self->levels[i]);

      if (level != NULL)
        {
          *index = i;
          return level;
        }
    }

  return NULL;
}

static void
build_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  AtlasLabelLevels *self = data;
  int               last = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "index"));

  for (int i = ATLAS_LABEL_FIRST_LEVEL; i <= last && !g_cancellable_is_cancelled (cancellable); i++)
    atlas_label_levels_get (self, i);
  g_task_return_boolean (task, TRUE);
}

void
atlas_label_levels_build_async (AtlasLabelLevels   *self,
                                int                 index,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, atlas_label_levels_build_async);
  g_task_set_task_data (task, atlas_label_levels_ref (self), (GDestroyNotify) atlas_label_levels_unref);
  g_object_set_data (G_OBJECT (task), "index", GINT_TO_POINTER (index));
  g_task_run_in_thread (task, build_in_thread);
}
