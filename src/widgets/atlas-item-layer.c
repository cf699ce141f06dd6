// SPDX-FileCopyrightText: 2026 The Corridor Atlas authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "atlas-item-layer.h"

#include "atlas-label-painter.h"
#include "atlas-mercator.h"

struct _AtlasItemLayer
{
  ShumateLayer       parent_instance;

  AtlasMapScene     *scene;  /* the map view's */
  AtlasLabelPlacer  *placer; /* (nullable): of the basemap's names */
  AtlasLabelPainter *painter;
  AtlasPaletteId     palette;
};

G_DEFINE_FINAL_TYPE (AtlasItemLayer, atlas_item_layer, SHUMATE_TYPE_LAYER)

AtlasMapFrame
atlas_item_layer_get_frame (AtlasItemLayer *self)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  AtlasCamera      camera = {
         .zoom = shumate_viewport_get_zoom_level (viewport),
         .latitude = shumate_location_get_latitude (SHUMATE_LOCATION (viewport)),
         .longitude = shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
  };

  return atlas_map_frame_from_camera (camera, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
draw_again_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  gtk_widget_queue_draw (widget);

  return G_SOURCE_REMOVE;
}

/* The basemap's names, where the items and their names leave room. */
static void
paint_names (AtlasItemLayer      *self,
             cairo_t             *cr,
             const AtlasMapFrame *frame,
             GArray              *item_labels)
{
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self));
  AtlasPoint       middle = atlas_mercator_project (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)),
                                                    shumate_location_get_latitude (SHUMATE_LOCATION (viewport)));
  AtlasLabelView   view = { middle.x, middle.y, frame->zoom, frame->width, frame->height };
  g_autoptr (GArray) obstacles = g_array_sized_new (FALSE, FALSE, sizeof (AtlasBox), item_labels->len);
  g_autoptr (GArray) names = NULL;

  if (self->placer == NULL)
    return;

  for (guint i = 0; i < item_labels->len; i++)
    g_array_append_val (obstacles, g_array_index (item_labels, AtlasMapLabel, i).box);

  names = atlas_label_placer_place (self->placer, &view, (const AtlasBox *) (gpointer) obstacles->data, obstacles->len);
  if (!atlas_label_painter_paint (self->painter, cr, names))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), draw_again_cb, NULL, NULL);
}

static void
atlas_item_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AtlasItemLayer *self = ATLAS_ITEM_LAYER (widget);
  AtlasMapFrame   frame = atlas_item_layer_get_frame (self);
  g_autoptr (GArray) labels = NULL;
  cairo_t *cr = NULL;

  if (frame.width < 1.0 || frame.height < 1.0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0.0F, 0.0F, (float) frame.width, (float) frame.height));
  if (self->scene != NULL)
    {
      atlas_map_scene_set_scale (self->scene, gtk_widget_get_scale_factor (widget));
      atlas_map_painter_paint (cr, self->scene, &frame, ATLAS_MAP_PAINT_ALL);
      labels = atlas_map_painter_collect_labels (self->scene, &frame);
    }
  else
    labels = g_array_new (FALSE, FALSE, sizeof (AtlasMapLabel));

  paint_names (self, cr, &frame, labels);
  if (self->scene != NULL)
    atlas_map_painter_paint_labels (cr, self->scene, &frame, labels);
  cairo_destroy (cr);
}

static void
atlas_item_layer_finalize (GObject *object)
{
  AtlasItemLayer *self = ATLAS_ITEM_LAYER (object);

  g_clear_pointer (&self->placer, atlas_label_placer_free);
  g_clear_pointer (&self->painter, atlas_label_painter_free);

  G_OBJECT_CLASS (atlas_item_layer_parent_class)->finalize (object);
}

static void
scale_factor_changed_cb (AtlasItemLayer *self)
{
  atlas_label_painter_set_look (self->painter, atlas_palette_get (self->palette), gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
atlas_item_layer_constructed (GObject *object)
{
  ShumateViewport         *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (object));
  static const char *const moves[] = { "notify::latitude", "notify::longitude", "notify::zoom-level" };

  G_OBJECT_CLASS (atlas_item_layer_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (viewport, moves[i], G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
atlas_item_layer_class_init (AtlasItemLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_item_layer_constructed;
  G_OBJECT_CLASS (klass)->finalize = atlas_item_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_item_layer_snapshot;
}

static void
atlas_item_layer_init (AtlasItemLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* the map view looks what the pointer is on */
  self->painter = atlas_label_painter_new (atlas_palette_get (self->palette), 1.0);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (scale_factor_changed_cb), self, G_CONNECT_DEFAULT);
}

AtlasItemLayer *
atlas_item_layer_new (ShumateViewport *viewport)
{
  return g_object_new (ATLAS_TYPE_ITEM_LAYER, "viewport", viewport, NULL);
}

void
atlas_item_layer_set_scene (AtlasItemLayer *self,
                            AtlasMapScene  *scene)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));

  self->scene = scene;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How much larger than usual the desktop's text is. */
static double
get_text_scale (AtlasItemLayer *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.75, 2.5) : 1.0;
}

void
atlas_item_layer_set_names (AtlasItemLayer *self,
                            AtlasBasemap   *basemap,
                            const char     *language,
                            AtlasPaletteId  palette)
{
  g_return_if_fail (ATLAS_IS_ITEM_LAYER (self));

  g_clear_pointer (&self->placer, atlas_label_placer_free);
  if (basemap != NULL)
    self->placer = atlas_label_placer_new (basemap, language, get_text_scale (self));

  self->palette = palette;
  atlas_label_painter_clear (self->painter);
  scale_factor_changed_cb (self);
}
