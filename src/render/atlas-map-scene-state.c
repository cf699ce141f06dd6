// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-scene-private.h"

/* What a scene is told to show. */

gboolean
atlas_map_scene_set_selected (AtlasMapScene *self,
                              AtlasItem     *item)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_set_object (&self->selected, item))
    return FALSE;

  self->serial++;
  g_clear_pointer (&self->places, g_array_unref); /* its name comes first */

  return TRUE;
}

gboolean
atlas_map_scene_set_hovered (AtlasMapScene *self,
                             AtlasItem     *item)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_set_object (&self->hovered, item))
    return FALSE;

  self->serial++;

  return TRUE;
}

gboolean
atlas_map_scene_set_span (AtlasMapScene *self,
                          AtlasTimeSpan  span)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (atlas_time_span_equal (self->span, span))
    return FALSE;

  self->span = span;
  self->stale = TRUE;
  self->serial++;

  return TRUE;
}

gboolean
atlas_map_scene_set_palette (AtlasMapScene *self,
                             AtlasPaletteId palette)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) palette < ATLAS_N_PALETTES, FALSE);

  if (self->palette == palette)
    return FALSE;

  self->palette = palette;
  self->serial++;
  atlas_map_sprites_clear (self->sprites);

  return TRUE;
}

gboolean
atlas_map_scene_set_overlay (AtlasMapScene *self,
                             AtlasOverlay   overlay)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) overlay < ATLAS_N_OVERLAYS, FALSE);

  if (self->overlay == overlay)
    return FALSE;

  self->overlay = overlay;
  self->stale = TRUE; /* what is drawn in one go differs */
  self->serial++;
  atlas_map_sprites_clear (self->sprites);

  return TRUE;
}

/* They read otherwise, or are larger: they are measured, placed and drawn anew. */
static void
forget_names (AtlasMapScene *self)
{
  self->serial++;
  g_hash_table_remove_all (self->names);
  atlas_map_sprites_clear (self->sprites);
  g_clear_pointer (&self->places, g_array_unref);
}

gboolean
atlas_map_scene_set_language (AtlasMapScene *self,
                              const char    *language)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (g_strcmp0 (self->language, language) == 0)
    return FALSE;

  g_free (self->language);
  self->language = g_strdup (language);
  forget_names (self);

  return TRUE;
}

gboolean
atlas_map_scene_set_text_scale (AtlasMapScene *self,
                                double         text_scale)
{
  g_return_val_if_fail (self != NULL && text_scale > 0, FALSE);

  if (self->text_scale == text_scale)
    return FALSE;

  self->text_scale = text_scale;
  forget_names (self);

  return TRUE;
}

gboolean
atlas_map_scene_set_scale (AtlasMapScene *self,
                           double         scale)
{
  g_return_val_if_fail (self != NULL && scale >= 0, FALSE);

  if (!atlas_map_sprites_set_scale (self->sprites, scale))
    return FALSE;

  self->serial++;
  g_clear_pointer (&self->raster, atlas_map_raster_free);
  if (scale > 0)
    self->raster = atlas_map_raster_new ();

  return TRUE;
}

void
atlas_map_scene_follow_scene (AtlasMapScene *self,
                              AtlasMapScene *other)
{
  g_return_if_fail (self != NULL && other != NULL && self->dataset == other->dataset);

  for (guint i = 0; i < atlas_dataset_get_n_items (self->dataset); i++)
    {
      self->stale |= self->states[i].visibility != other->states[i].visibility || self->states[i].status != other->states[i].status;
      self->states[i].visibility = other->states[i].visibility;
      self->states[i].status = other->states[i].status;
    }
  self->serial += self->stale ? 1 : 0;
  atlas_map_scene_set_span (self, other->span);
  atlas_map_scene_set_selected (self, other->selected);
  atlas_map_scene_set_hovered (self, other->hovered);
  atlas_map_scene_set_palette (self, other->palette);
  atlas_map_scene_set_overlay (self, other->overlay);
  atlas_map_scene_set_language (self, other->language);
  atlas_map_scene_set_text_scale (self, other->text_scale);
}

void
atlas_map_scene_set_patient (AtlasMapScene *self,
                             gboolean       patient)
{
  g_return_if_fail (self != NULL);

  self->patient = patient;
}

guint64
atlas_map_scene_get_serial (AtlasMapScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->serial;
}

AtlasPaletteId
atlas_map_scene_get_palette (AtlasMapScene *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_PALETTE_LIGHT);

  return self->palette;
}

AtlasOverlay
atlas_map_scene_get_overlay (AtlasMapScene *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_OVERLAY_NONE);

  return self->overlay;
}

AtlasVisibility
atlas_map_scene_get_visibility (AtlasMapScene *self,
                                guint          position,
                                AtlasStatus   *status)
{
  g_return_val_if_fail (self != NULL && position < atlas_dataset_get_n_items (self->dataset), ATLAS_VISIBILITY_HIDDEN);

  if (status != NULL)
    *status = (AtlasStatus) self->states[position].status;

  return (AtlasVisibility) self->states[position].visibility;
}
