// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-map-view-private.h"

void
atlas_map_view_replace_tiles (AtlasMapView *self)
{
  atlas_tile_layer_set_look (self->tiles, self->basemap, self->palette);
}

void
atlas_map_view_replace_names (AtlasMapView *self)
{
  /* The online map has names of its own in it, if it comes. */
  gboolean named = self->online_source != NULL && !atlas_online_source_get_failing (self->online_source);

  atlas_item_layer_set_names (self->items, named ? NULL : self->basemap,
                              self->session != NULL ? atlas_session_get_language (self->session) : NULL, self->palette);
}

void
atlas_map_view_set_text_scale (AtlasMapView *self,
                               double        text_scale)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (text_scale > 0.0);

  if (self->text_scale == text_scale)
    return;

  self->text_scale = text_scale;
  atlas_item_layer_set_text_scale (self->items, text_scale);
  atlas_map_view_replace_names (self);
}

void
atlas_map_view_update_legend (AtlasMapView *self)
{
  AtlasMapFrame  frame = atlas_item_layer_get_side_frame (self->items, ATLAS_MAP_SIDE_NOW); /* it tells of the clock's date */
  AtlasMapScene *scene = self->scene;

  if (self->is_bare)
    return;

  /* A new edition is told by what is selected in it first. */
  if (self->session == NULL || (scene != NULL && atlas_map_scene_get_dataset (scene) != atlas_session_get_dataset (self->session)))
    scene = NULL;
  atlas_legend_update (self->legend, scene, self->session, atlas_map_frame_get_box (&frame, 0.0));
  gtk_widget_queue_draw (GTK_WIDGET (self->items)); /* names keep out from under it */
}

/* The palette follows the colours of the theme: text lighter than its ground means a dark one. */
void
atlas_map_view_choose_palette (AtlasMapView *self)
{
  AtlasPaletteId palette;
  GdkRGBA        text;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  palette = atlas_palette_choose (0.299F * text.red + 0.587F * text.green + 0.114F * text.blue > 0.5F, self->high_contrast);

  if (palette == self->palette)
    return;

  self->palette = palette;
  if (self->scene != NULL)
    atlas_map_scene_set_palette (self->scene, palette);
  if (self->before != NULL)
    atlas_map_scene_set_palette (self->before, palette);
  atlas_graticule_layer_set_palette (self->graticule, palette);
  atlas_graticule_layer_set_palette (self->degrees, palette);
  atlas_map_view_replace_tiles (self);
  atlas_map_view_replace_names (self);
  atlas_map_view_update_legend (self);
}

void
atlas_map_view_show_scene (AtlasMapView *self)
{
  /* A new edition is told by what is selected in it first. */
  if (self->scene == NULL || atlas_map_scene_get_dataset (self->scene) != atlas_session_get_dataset (self->session))
    return;

  if (atlas_map_scene_follow (self->scene, self->session))
    gtk_widget_queue_draw (GTK_WIDGET (self->items));
  atlas_map_view_show_before (self);
  atlas_map_view_update_legend (self);
}

void
atlas_map_view_replace_scene (AtlasMapView *self)
{
  AtlasDataset *dataset = self->session != NULL ? atlas_session_get_dataset (self->session) : NULL;

  atlas_map_view_clear_before (self);
  atlas_item_layer_set_scene (self->items, ATLAS_MAP_SIDE_NOW, NULL);
  g_clear_pointer (&self->scene, atlas_map_scene_free);
  atlas_map_view_close_spider (self);
  g_clear_pointer (&self->cycle, g_ptr_array_unref);

  if (dataset == NULL)
    return;

  self->scene = atlas_map_scene_new (dataset);
  atlas_map_scene_set_palette (self->scene, self->palette);
  atlas_item_layer_set_scene (self->items, ATLAS_MAP_SIDE_NOW, self->scene);
  atlas_map_view_show_scene (self);
}
